//! Lists and bold text by the keyboard: Enter goes on with a list, Ctrl+B and Ctrl+I mark what is selected.

use crate::harness::Window;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Action, Command, Selection},
    model::{Enclosure, Inline, ParagraphKind, PartContent, Prose},
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

fn kinds(window: &Window) -> Vec<ParagraphKind> {
    prose(window).iter().map(|paragraph| paragraph.kind).collect()
}

#[test]
fn enter_begins_the_next_item_and_behind_an_empty_one_ends_the_list() {
    let markers = [
        ("- ", ParagraphKind::Bullet),
        ("1. ", ParagraphKind::Numbered(Enclosure::Stop)),
        ("1) ", ParagraphKind::Numbered(Enclosure::Bracket)),
        ("a. ", ParagraphKind::Lettered(Enclosure::Stop)),
        ("(i) ", ParagraphKind::Roman(Enclosure::Brackets)),
    ];
    for (marker, kind) in markers {
        let mut window = writing();
        typed(&mut window, &format!("{marker}roofs"));
        press(&mut window, Modifiers::NONE, Key::Enter);
        typed(&mut window, "drains");
        press(&mut window, Modifiers::NONE, Key::Enter);
        press(&mut window, Modifiers::NONE, Key::Enter);
        typed(&mut window, "The end");
        assert_eq!(shown(&window), "roofs\ndrains\nThe end");
        assert_eq!(kinds(&window), [kind, kind, ParagraphKind::Body]);
    }
}

#[test]
fn one_backspace_or_one_undo_takes_the_list_back_that_was_begun_by_itself() {
    for back in [(Modifiers::NONE, Key::Backspace), (Modifiers::COMMAND, Key::Z)] {
        let mut window = writing();
        typed(&mut window, "- ");
        assert_eq!(kinds(&window), [ParagraphKind::Bullet]);
        press(&mut window, back.0, back.1);
        assert_eq!(shown(&window), "- ");
        assert_eq!(kinds(&window), [ParagraphKind::Body]);
        typed(&mut window, "roofs");
        assert_eq!(shown(&window), "- roofs");
    }
}

#[test]
fn ctrl_b_and_ctrl_i_change_what_is_selected() {
    let mut window = writing();
    typed(&mut window, "roofs");
    press(&mut window, Modifiers::COMMAND, Key::A);
    press(&mut window, Modifiers::COMMAND, Key::B);
    assert_eq!(shown(&window), "roofs", "no signs stand for the look");
    assert!(matches!(&prose(&window)[0].text[..], [Inline::Text(run)] if run.look.bold && run.text == "roofs"));
    press(&mut window, Modifiers::COMMAND, Key::B);
    press(&mut window, Modifiers::COMMAND, Key::I);
    assert!(matches!(&prose(&window)[0].text[..], [Inline::Text(run)] if run.look.italic && !run.look.bold));
    typed(&mut window, "drains");
    assert_eq!(shown(&window), "drains", "the words stay selected");
}
