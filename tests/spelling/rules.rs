//! What is passed over, and what is not.

use crate::{SPELLER, misspelt};
use minutebook::{
    check::spelling::{Words, key},
    model::{Inline, Language, Look, MARK, Minutes, Paragraph, Run, flat},
};

fn none(text: &str) {
    assert_eq!(misspelt(text, &Words::default()), [""; 0], "{text}");
}

#[test]
fn what_is_no_word_is_passed_over() {
    none("On 16th March 2016 at 2.00 pm, 1,284 cases (7.5%) at BS37 4RT and CV1 5RR cost £1.3m, £640k or 3½ days.");
    none("Applications EN/2016/12, FUL/2024/0317 and TPO-2024-11 under s.106 of the A4174 lay-by, CCTV and 12 PSPOs.");
    none("See https://www.exmaple.gov.uk/agneda or wirte to clerk@exmaple.gov.uk".replace("wirte", "write").as_str());
    none("P. J. Marl, M.A., e.g. Ms. A. B. Tarn-Quill, i.e. the MP's and the CEO's; TfL, DfE, HMRC's.");
}

#[test]
fn both_ways_of_writing_ise_are_right_and_others_are_not() {
    none("They organised and organized, recognising and recognizing the privatisation and privatization of analyses.");
    let wrong = "They advertized, analyzed, surprized and comprized.";
    assert_eq!(misspelt(wrong, &Words::default()), ["advertized", "analyzed", "surprized", "comprized"]);
}

#[test]
fn american_spelling_is_no_british_spelling() {
    let text = "The center of the neighborhood program was gray in color and canceled.";
    let found = misspelt(text, &Words::default());
    assert_eq!(found, ["center", "neighborhood", "gray", "color", "canceled"]);
}

#[test]
fn capitals_possessives_apostrophes_and_hyphens_change_nothing() {
    none(
        "RESOLVED that the BOARD’S byelaws, Cllrs’ and Coventry's well-being, co-trustees and non-payment isn’t won't",
    );
    none("The Co-ordinator co\u{2011}ordinated the inter-nationally minded.");
    let text = "RESOVLED that the commitee’s by-elecshun";
    assert_eq!(misspelt(text, &Words::default()), ["RESOVLED", "commitee’s", "elecshun"]);
}

#[test]
fn accents_are_right_with_and_without() {
    none("A café, a résumé, naïve façades; Môn and Ynys Môn.");
    assert_eq!(misspelt("A cafféé", &Words::default()), ["cafféé"]);
}

#[test]
fn text_in_another_language_is_passed_over() {
    let welsh = Look { language: Language("cy".to_owned()), ..Look::default() };
    let paragraph = Paragraph {
        text: vec![
            Inline::plain("The heading reads "),
            Inline::Text(Run { text: "Yn mynychu hefyd yn bresennol".to_owned(), look: welsh }),
            Inline::plain(" throughuot."),
        ],
        ..Paragraph::default()
    };
    let whole = flat(&paragraph);
    let found = SPELLER.misspelt_in(&paragraph, &Words::default());
    assert_eq!(found.into_iter().map(|range| &whole[range]).collect::<Vec<_>>(), ["throughuot"]);
    let mut minutes = Minutes::default();
    minutes.house.language = Language("cy-GB".to_owned());
    assert_eq!(misspelt("Cofnodion y cyfarfod", &Words::of(&minutes, &[])), [""; 0]);
}

#[test]
fn a_word_is_whole_across_runs_and_ends_at_a_mark() {
    let bold = Look { bold: true, ..Look::default() };
    let run = |text: &str, look: &Look| Inline::Text(Run { text: text.to_owned(), look: look.clone() });
    let paragraph = Paragraph {
        text: vec![
            run("The commit", &Look::default()),
            run("tee", &bold),
            Inline::Slot("who".to_owned()),
            run("sat", &bold),
        ],
        ..Paragraph::default()
    };
    assert_eq!(flat(&paragraph), format!("The committee{MARK}sat"));
    assert_eq!(SPELLER.misspelt_in(&paragraph, &Words::default()), []);
}

#[test]
fn the_key_of_a_paragraph_changes_with_its_text_and_not_with_its_look() {
    let of = |text: &str, look: Look| {
        key(&Paragraph { text: vec![Inline::Text(Run { text: text.to_owned(), look })], ..Paragraph::default() })
    };
    let plain = of("The Board", Look::default());
    assert_eq!(plain, of("The Board", Look { bold: true, ..Look::default() }));
    assert_ne!(plain, of("The board", Look::default()));
    assert_ne!(plain, of("The Board", Look { language: Language("cy".to_owned()), ..Look::default() }));
}

#[test]
fn what_the_council_added_and_the_draft_ignores_is_right() {
    let mut minutes = Minutes::default();
    minutes.record.ignored_words = vec!["Quillfax".to_owned()];
    let words = Words::of(&minutes, &["sparrowcote".to_owned(), "Ambleforth Rise".to_owned()]);
    let text = "Quillfax's Sparrowcotes at Ambleforth, sparrowcote and quillfax";
    assert_eq!(misspelt(text, &words), ["Sparrowcotes", "quillfax"]);
    assert_eq!(SPELLER.suggest("sparowcote", &words)[0], "sparrowcote");
}
