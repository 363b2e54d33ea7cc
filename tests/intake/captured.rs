//! What programs really put on the clipboard; `tests/fixtures/clipboard/README.md` says how each was captured.

use crate::show::read;

#[test]
fn a_page_copied_in_chromium() {
    assert_eq!(
        read(include_str!("../fixtures/clipboard/chromium-all.html")),
        [
            "*Harbour works at Ambleford*",
            "The *Harbour Board* considered the report of the *Harbour Master*, dated the 4^th^ of May, on _dredging_~and fees of £5~million.",
            "It *noted*:⏎in two lines",
            "[3] 1. the outer wall;",
            "    - its _lights_",
            "    - its steps",
            "1. the inner wall.",
            "    Work begins in June.",
            "i. first",
            "i. second",
            "table: ",
            "Berth | >Fee",
            "North | 12.50",
            "South | 9.00",
            "> No boat shall lie at the steps.",
            "{cy:Croeso i'r harbwr.}",
        ]
    );
}

#[test]
fn a_part_of_a_page_copied_in_chromium() {
    assert_eq!(
        read(include_str!("../fixtures/clipboard/chromium-part.html")),
        [
            "*Master*, dated the 4^th^ of May, on _dredging_~and fees of £5~million.",
            "It *noted*:⏎in two lines",
            "[3] 1. the outer wall;",
            "    - its _lig_",
        ]
    );
}

#[test]
fn words_copied_in_chromium_keep_the_blank_behind_them() {
    assert_eq!(read(include_str!("../fixtures/clipboard/chromium-word.html")), ["*Harbour Board* considered "]);
}

#[test]
fn a_document_of_libreoffice() {
    assert_eq!(
        read(include_str!("../fixtures/clipboard/libreoffice.html")),
        [
            "The *Harbour Board* considered the report of the Harbour Master, dated the 4^th^ of May, on _dredging_ and fees of £5~million.",
            "It *noted*:⏎in two lines",
            "[3] 1. the outer wall;",
            "    - its _lights_",
            "    - its steps",
            "1. the inner wall.",
            "Work begins in June.",
            "i. first",
            "i. second",
            "a. alpha",
            "a. beta",
            "table: ",
            "Berth | >Fee",
            "North | 12.50",
            "South | 9.00",
            "{cy-GB:Croeso i'r harbwr.}",
            "The end.",
        ]
    );
}

#[test]
fn the_form_that_word_writes() {
    assert_eq!(
        read(include_str!("../fixtures/clipboard/word.html")),
        [
            "The *Harbour Board* considered the report of the Harbour Master, dated the 4^th^ of May, on _dredging_ and fees of £5~million. It noted:",
            "1. the *outer* wall;",
            "    (a) its lights;",
            "    (a) its steps;",
            "        i. the lower ones;",
            "1. the inner wall.",
            "It asked for:",
            "- new lamps",
            "    - at the steps",
            "table: ",
            "Berth | >Fee",
            "North | 12.50",
            "South | 9.00",
            "{cy:Croeso i’r harbwr.}",
        ]
    );
}
