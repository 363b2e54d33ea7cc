use super::{click, item, new_item, press, press_with, typed};
use crate::harness::Window;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Action, Command},
    model::{Enclosure, Id, Inline, ParagraphKind, PartContent, Prose},
};

/// A new item with the focus in an empty text.
fn writing() -> (Window, Id) {
    let (mut window, id) = new_item();
    click(&mut window, "Text");
    (window, id)
}

fn prose(window: &Window, id: Id) -> &Prose {
    match &item(window, id).parts[0].content {
        PartContent::Prose(prose) => prose,
        other => panic!("not prose: {other:?}"),
    }
}

/// What the field shows. (The heading of the part is called "Text" too, and so is the button that adds one.)
fn shown(window: &Window) -> String {
    window.harness.get_by_role_and_label(egui::Role::MultilineTextInput, "Text").value().unwrap_or_default()
}

#[test]
fn a_line_is_a_paragraph_and_a_marker_begins_a_list_item() {
    let (mut window, id) = writing();
    for line in ["The Board asked about:", "- roofs", "1. one", "1. two"] {
        typed(&mut window, line);
        press(&mut window, Key::Enter);
    }
    let kinds: Vec<_> = prose(&window, id).iter().map(|paragraph| paragraph.kind).collect();
    let numbered = ParagraphKind::Numbered(Enclosure::Stop);
    assert_eq!(kinds, [ParagraphKind::Body, ParagraphKind::Bullet, numbered, numbered]);
}

#[test]
fn what_is_typed_stays_as_it_is_until_the_field_is_left() {
    let (mut window, _) = writing();
    typed(&mut window, "1. one");
    press(&mut window, Key::Enter);
    typed(&mut window, "1. two");
    assert_eq!(shown(&window), "1. one\n1. two");
    press(&mut window, Key::Tab);
    assert_eq!(shown(&window), "1. one\n2. two", "numbers are counted, never typed");
}

#[test]
fn undo_takes_typing_back_from_the_page_and_from_the_field() {
    let (mut window, id) = writing();
    typed(&mut window, "first");
    press(&mut window, Key::Enter);
    typed(&mut window, "second");
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(shown(&window), "first", "one paragraph at a time");
    assert_eq!(prose(&window, id).len(), 1);
    window.command(Command::Do(Action::Redo));
    assert_eq!(shown(&window), "first\nsecond");
    typed(&mut window, "!");
    assert_eq!(shown(&window), "first\nsecond!", "the caret is where the change was");
}

#[test]
fn a_citation_of_this_meeting_follows_its_item() {
    let (mut window, id) = writing();
    typed(&mut window, "as in [[17]] and [[63/15]]");
    let marks = prose(&window, id)[0].text.iter().filter(|inline| matches!(inline, Inline::Citation(_))).count();
    assert_eq!(marks, 2);
    press(&mut window, Key::Tab);
    assert_eq!(shown(&window), "as in [[Minute 17]] and [[Minute 63/15]]");
}

#[test]
fn pasted_lines_become_paragraphs() {
    let (mut window, id) = writing();
    window.harness.event(Event::Paste("one\r\ntwo\r\n\r\nthree".to_owned()));
    window.settle();
    let said: Vec<_> = prose(&window, id).iter().map(|paragraph| paragraph.text.clone()).collect();
    assert_eq!(said, ["one", "two", "three"].map(|text| vec![Inline::plain(text)]));
}
