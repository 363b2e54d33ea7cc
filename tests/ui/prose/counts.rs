//! What a letter costs is counted: paragraphs that are set, words that are read, and how often offers are asked for.

use super::{Field, LONG};
use egui::Event;
use minutebook::ui::prose::paragraphs_set;

/// How many paragraphs a long piece has.
const MANY: usize = 500;

fn long() -> Field {
    let mut text = format!("It began.| / {}", LONG);
    for _ in 2..MANY {
        text.push_str(" / ");
        text.push_str(LONG);
    }
    Field::new(&text)
}

impl Field {
    fn set(&self) -> u64 {
        paragraphs_set(&self.window.harness.ctx)
    }

    fn asked(&self) -> u64 {
        self.window.state().draft.as_ref().expect("a draft").vocabulary.times_asked()
    }

    fn read(&self) -> u64 {
        self.window.state().draft.as_ref().expect("a draft").vocabulary.words_read()
    }

    fn types(&mut self, letter: &str) {
        self.frame(vec![Event::Text(letter.to_owned())]);
    }
}

#[test]
fn of_a_long_text_what_is_in_view_is_set_first_and_a_letter_sets_one_paragraph() {
    let mut field = long();
    // By now frames went by in which more was set, and nothing waits any more.
    let all = field.set();
    assert!(all >= MANY as u64, "{all} of {MANY} are set in the end");
    for letter in ["a", "b", "c"] {
        let before = field.set();
        field.types(letter);
        assert_eq!(field.set() - before, 1, "the one that is typed in");
        field.window.settle();
        assert_eq!(field.set() - before, 1, "and nothing afterwards");
    }
}

#[test]
fn the_first_frame_of_a_long_text_does_not_set_all_of_it() {
    let mut field = long();
    field.window.command(minutebook::app::Command::Select(minutebook::app::Selection::Meeting));
    let before = field.set();
    let select = minutebook::app::Command::Select(minutebook::app::Selection::Item(minutebook::model::Id(10)));
    field.window.harness.state_mut().app_mut().update(select);
    field.frame(Vec::new());
    let first = field.set() - before;
    assert!((10..120).contains(&first), "{first} of {MANY} in the first frame");
    field.window.settle();
    assert!(field.set() - before >= MANY as u64, "the rest followed");
}

#[test]
fn offers_are_asked_for_once_in_a_frame_and_not_while_nothing_changes() {
    let mut field = Field::new("The inspections were late.|");
    for letter in [" ", "I", "n", "s", "p"] {
        let before = field.asked();
        field.types(letter);
        assert!(field.asked() - before <= 1, "{} times for one letter", field.asked() - before);
        field.window.settle();
        let known = field.asked();
        assert!(known - before <= 2, "once more when the letter is in the draft");
        for _ in 0..5 {
            field.frame(Vec::new());
        }
        assert_eq!(field.asked(), known, "and not again");
    }
    // Keys that choose from a list ask what is in it, which is known.
    let before = field.asked();
    field.frame(["Down", "Up", "Escape"].map(super::key).into());
    assert!(field.asked() - before <= 1, "{}", field.asked() - before);
}

#[test]
fn while_one_types_in_a_paragraph_no_words_are_read() {
    let mut field = Field::followed_by("It began.|", &[LONG, LONG]);
    field.types("x");
    field.window.settle();
    let before = field.read();
    assert!(before >= 80, "the other texts were read: {before} words");
    for letter in "and so it went on".chars() {
        field.types(&letter.to_string());
        field.window.settle();
    }
    assert_eq!(field.read(), before);
    field.press("Enter");
    let typed = field.read() - before;
    assert!((1..=8).contains(&typed), "what was typed is read once it is left: {typed} words");
}
