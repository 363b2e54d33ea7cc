//! What one undo takes back, and what the menu says of it.

use crate::rig::{Rig, cases};

cases! {
    typing_in_one_go_is_one_step: "|", "`The roofs` Ctrl+Z" => "|";
    typing_into_nothing_is_undone_to_nothing: "", "`The` Ctrl+Z" => "|";
    letters_taken_away_in_one_go_are_one_step: "roofs|", "Backspace Backspace Backspace Ctrl+Z" => "roofs|";
    typing_and_taking_away_are_two: "|", "`roofs` Backspace Ctrl+Z" => "roofs|";
    typing_elsewhere_is_another_step: "a|b", "`x` Right `y` Ctrl+Z" => "axb|";
    each_paragraph_is_a_step_of_its_own: "|", "`a` Enter `b` Ctrl+Z" => "a / |";
    and_the_parting_is_another: "|", "`a` Enter `b` Ctrl+Z Ctrl+Z" => "a|";
    redo_goes_forth_again: "|", "`a` Enter `b` Ctrl+Z Ctrl+Z Ctrl+Y" => "a / |";
    redo_to_the_end: "|", "`a` Enter `b` Ctrl+Z Ctrl+Z Ctrl+Y Ctrl+Y" => "a / b|";
    typing_after_undo_forgets_what_was_undone: "|", "`a` Enter `b` Ctrl+Z `c` Ctrl+Y" => "a / c|";
    undo_at_the_start_does_nothing: "a|", "Ctrl+Z Ctrl+Z" => "a|";
    undo_of_typing_over_a_selection_brings_it_back: "a [b / c] d", "`x` Ctrl+Z" => "a [b / c] d";
    undo_of_a_paste_brings_the_selection_back: "a [b] c", "Paste`x⏎y` Ctrl+Z" => "a [b] c";
    undo_of_a_cut_brings_the_text_back: "a [b] c", "Ctrl+X Ctrl+Z" => "a [b] c";
    undo_of_a_list_leads_back: "[a / b]", "Ctrl+Shift+7 Ctrl+Z" => "[a / b]";
    undo_of_joining_parts_again: "• a / |b", "Backspace Ctrl+Z" => "• a / |b";
    undo_of_a_word_brings_it_back: "the old| roofs", "Ctrl+Backspace Ctrl+Z" => "the old| roofs";
    undo_of_delete_leaves_the_caret_where_it_was: "ro|ofs", "Delete Ctrl+Z" => "ro|ofs";
}

#[test]
fn a_pause_begins_another_step() {
    let mut rig = Rig::new("|");
    rig.press("`The` Wait ` roofs` Ctrl+Z");
    assert_eq!(rig.written(), "The|");
}

#[test]
fn the_menu_says_what_would_be_undone() {
    for (before, keys, said) in [
        ("|", "`roofs`", "Undo typing in minute 1"),
        ("roofs|", "Backspace", "Undo deleting in minute 1"),
        ("roofs|", "Enter", "Undo new paragraph in minute 1"),
        ("[roofs]", "Ctrl+B", "Undo bold in minute 1"),
        ("[roofs]", "Ctrl+I", "Undo italic in minute 1"),
        ("[roofs]", "Superscript", "Undo superscript in minute 1"),
        ("[roofs]", "Ctrl+Shift+8", "Undo list in minute 1"),
        ("roofs|", "Ctrl+Shift+Q", "Undo quotation in minute 1"),
        ("• a / • b|", "Tab", "Undo indentation in minute 1"),
        ("[roofs]", "Ctrl+X", "Undo cutting in minute 1"),
        ("|", "Paste`roofs`", "Undo pasting in minute 1"),
        ("|", "`- `", "Undo automatic list in minute 1"),
        ("|", "`16th `", "Undo automatic superscript in minute 1"),
        ("|", "signs `\"`", "Undo automatic sign in minute 1"),
    ] {
        let mut rig = Rig::new(before);
        rig.press(keys);
        assert_eq!(rig.undo_label(), said, "{before}  ⟶  {keys}");
        rig.press("Ctrl+Z");
        assert_ne!(rig.undo_label(), said, "{before}  ⟶  {keys}: one undo takes it back");
    }
}
