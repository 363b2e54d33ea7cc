//! A word that the draft has already stands quietly behind the caret: Tab takes it, and every other key does what it always
//! does.

use super::Field;
use egui::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::app::{Action, Command};

/// A text in which "inspections" was typed before, and another one to type in.
fn field() -> Field {
    Field::followed_by("|", &["The inspections were late, and the Quarry Working Party was told."])
}

/// The word behind the caret, as a screen reader is told of it.
fn offered(field: &Field) -> Option<String> {
    let mut texts = field.window.harness.get_all_by_role_and_label(Role::MultilineTextInput, "Text");
    let description = texts.next().expect("the field").accesskit_node().description();
    description.map(|text| text.strip_prefix("Tab: ").expect("it says which key").to_owned())
}

#[test]
fn a_word_is_offered_from_its_third_letter_and_tab_takes_it() {
    let mut field = field();
    field.press("`the in`");
    assert_eq!(offered(&field), None, "two letters are too few");
    field.press("`s`");
    assert_eq!(offered(&field).as_deref(), Some("inspections"));
    assert!(field.window.harness.query_by_label("inspections").is_none(), "there is no list");
    field.press("Tab `.`");
    assert_eq!(field.written(), "the inspections.|", "and the space makes way for a stop");
    assert_eq!(offered(&field), None);
}

#[test]
fn whoever_types_on_is_not_disturbed() {
    let mut field = field();
    field.press("`the ins` Enter `next`");
    assert_eq!(field.written(), "the ins / next|", "Enter takes nothing");
    field.press("Enter `ins` Up");
    assert_eq!(field.caret().head.paragraph, 1, "an arrow key goes where it always does");
    field.press("Down `q`");
    assert_eq!(offered(&field), None, "no word begins so");
}

#[test]
fn in_the_middle_of_a_text_nothing_is_offered() {
    let mut field = Field::followed_by("| late", &["The inspections were late."]);
    field.press("`ins`");
    assert_eq!(offered(&field), None);
    field.press("Tab");
    assert!(field.written().starts_with("ins| late"), "{}", field.written());
}

#[test]
fn names_keep_their_list_and_one_switch_silences_both() {
    let mut field = field();
    field.press("`the Qu`");
    assert!(field.window.harness.query_by_label_contains("Quarry Working Party").is_some(), "a name is in a list");
    field.press("Tab `.`");
    assert_eq!(field.written(), "the Quarry Working Party.|");
    field.window.command(Command::Do(Action::OfferWords));
    field.press("Enter `the ins`");
    assert_eq!(offered(&field), None);
    field.press("Enter `the Qu`");
    assert!(field.window.harness.query_by_label("Quarry Working Party").is_none());
    field.window.command(Command::Do(Action::OfferWords));
    field.press("Enter `the insp`");
    assert!(offered(&field).is_some(), "and it can be switched on again");
}

#[test]
fn the_space_behind_a_word_makes_way_for_a_stop_also_after_a_look_elsewhere() {
    let mut field = field();
    field.press("`the ins` Tab");
    assert_eq!(field.written(), "the inspections |");
    field.press("F4");
    assert!(field.window.state().dialog.is_some(), "somebody came in");
    field.press("Escape `.`");
    assert_eq!(field.written(), "the inspections.|");
    field.press("Enter `the ins` Tab Left Right `.`");
    assert!(
        field.written().ends_with("the inspections .|"),
        "whoever moves the caret means the space: {}",
        field.written()
    );
}
