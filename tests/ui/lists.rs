//! Lists and bold text by the keyboard: Enter goes on with a list, Ctrl+B and Ctrl+I mark what is selected.

use crate::harness::Window;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Action, Command, Selection},
    model::{Inline, PartContent, Prose},
};

/// A window with the focus in the empty text of a new item.
fn writing() -> Window {
    let mut window = Window::open();
    window.command(Command::Do(Action::AddItem));
    window.harness.get_by_label("Text").click();
    window.settle();
    window
}

fn typed(window: &mut Window, text: &str) {
    window.harness.event(Event::Text(text.to_owned()));
    window.settle();
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.harness.key_press_modifiers(modifiers, key);
    window.settle();
}

fn shown(window: &Window) -> String {
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Text").value().unwrap_or_default()
}

fn prose(window: &Window) -> Prose {
    let draft = window.state().draft.as_ref().expect("a draft is open");
    let Selection::Item(id) = draft.selection else { panic!("no item is selected") };
    match &draft.session.minutes().item(id).expect("the item is there").parts[0].content {
        PartContent::Prose(prose) => prose.clone(),
        other => panic!("not prose: {other:?}"),
    }
}

#[test]
fn enter_begins_the_next_item_and_behind_an_empty_one_ends_the_list() {
    for (first, second) in [("- ", "- "), ("1. ", "2. "), ("a. ", "b. "), ("(i) ", "(ii) "), ("  1. ", "  2. ")] {
        let mut window = writing();
        typed(&mut window, &format!("{first}roofs"));
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert_eq!(shown(&window), format!("{first}roofs\n{second}"));
        assert_eq!(prose(&window).len(), 1, "an item that is not filled is not in the minutes");
        typed(&mut window, "drains");
        press(&mut window, Modifiers::NONE, Key::Enter);
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert_eq!(shown(&window), format!("{first}roofs\n{second}drains\n"));
        assert_eq!(prose(&window).len(), 2);
    }
}

#[test]
fn an_item_is_one_step_to_undo() {
    let mut window = writing();
    typed(&mut window, "- roofs");
    press(&mut window, Modifiers::NONE, Key::Enter);
    typed(&mut window, "drains");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(shown(&window), "- roofs");
    assert_eq!(prose(&window).len(), 1);
}

#[test]
fn a_marker_that_is_typed_all_the_same_takes_the_place_of_the_one_that_was_put_there() {
    let mut window = writing();
    typed(&mut window, "- roofs");
    press(&mut window, Modifiers::NONE, Key::Enter);
    for letter in ["1", ".", " ", "d"] {
        typed(&mut window, letter);
    }
    assert_eq!(shown(&window), "- roofs\n1. d");
}

#[test]
fn ctrl_b_and_ctrl_i_mark_what_is_selected_and_take_the_mark_away() {
    let mut window = writing();
    typed(&mut window, "roofs");
    press(&mut window, Modifiers::COMMAND, Key::A);
    press(&mut window, Modifiers::COMMAND, Key::B);
    assert_eq!(shown(&window), "*roofs*");
    assert!(matches!(&prose(&window)[0].text[..], [Inline::Text(run)] if run.look.bold && run.text == "roofs"));
    press(&mut window, Modifiers::COMMAND, Key::B);
    press(&mut window, Modifiers::COMMAND, Key::I);
    assert_eq!(shown(&window), "_roofs_");
    typed(&mut window, "drains");
    assert_eq!(shown(&window), "_drains_", "the words stay selected");
}
