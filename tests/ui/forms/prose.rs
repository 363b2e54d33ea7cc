use super::{click, item, new_item, press, press_with, typed};
use crate::harness::Window;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Action, Command},
    model::{Enclosure, Id, Inline, Paragraph, ParagraphKind, PartContent, Prose},
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
    for line in ["The Board asked about:", "- roofs", "drains"] {
        typed(&mut window, line);
        press(&mut window, Key::Enter);
    }
    press(&mut window, Key::Enter);
    typed(&mut window, "1. one");
    press(&mut window, Key::Enter);
    typed(&mut window, "two");
    let kinds: Vec<_> = prose(&window, id).iter().map(|paragraph| paragraph.kind).collect();
    let numbered = ParagraphKind::Numbered(Enclosure::Stop);
    assert_eq!(kinds, [ParagraphKind::Body, ParagraphKind::Bullet, ParagraphKind::Bullet, numbered, numbered]);
    assert_eq!(
        shown(&window),
        "The Board asked about:\nroofs\ndrains\none\ntwo",
        "markers are not letters of the text"
    );
}

#[test]
fn undo_takes_typing_back_from_the_page_and_from_the_field() {
    let (mut window, id) = writing();
    typed(&mut window, "first");
    press(&mut window, Key::Enter);
    typed(&mut window, "second");
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(shown(&window), "first\n", "one paragraph at a time");
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(prose(&window, id).len(), 1);
    window.command(Command::Do(Action::Redo));
    window.command(Command::Do(Action::Redo));
    assert_eq!(shown(&window), "first\nsecond");
    typed(&mut window, "!");
    assert_eq!(shown(&window), "first\nsecond!", "the caret is where the change was");
}

#[test]
fn all_keys_of_a_burst_keep_their_order() {
    let (mut window, id) = writing();
    let key = |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let text = |text: &str| Event::Text(text.to_owned());
    let burst = [
        text("- "),
        text("roofs"),
        key(Key::Enter, Modifiers::NONE),
        text("dr"),
        key(Key::Backspace, Modifiers::NONE),
        text("oors"),
        key(Key::Enter, Modifiers::NONE),
        key(Key::Enter, Modifiers::NONE),
        text("It was "),
        key(Key::B, Modifiers::COMMAND),
        text("agreed"),
        key(Key::B, Modifiers::COMMAND),
        text("."),
    ];
    burst.into_iter().for_each(|event| window.harness.event(event));
    window.settle();
    assert_eq!(shown(&window), "roofs\ndoors\nIt was agreed.");
    let last = &prose(&window, id)[2];
    assert_eq!(last.kind, ParagraphKind::Body);
    let looks: Vec<_> = last.text.iter().map(|inline| matches!(inline, Inline::Text(run) if run.look.bold)).collect();
    assert_eq!(looks, [false, true, false]);
}

#[test]
fn an_input_method_shows_what_it_composes_and_leaves_what_was_chosen() {
    let (mut window, id) = writing();
    typed(&mut window, "Caf");
    window.harness.event(Event::Ime(ImeEvent::Preedit { text: "e".to_owned(), active_range_chars: None }));
    window.settle();
    assert_eq!(shown(&window), "Cafe");
    assert_eq!(prose(&window, id), &[Paragraph::plain("Caf")], "what is composed is not in the minutes yet");
    window.harness.event(Event::Ime(ImeEvent::Commit("é".to_owned())));
    window.settle();
    assert_eq!(prose(&window, id), &[Paragraph::plain("Café")]);
}

#[test]
fn pasted_lines_become_paragraphs() {
    let (mut window, id) = writing();
    window.harness.event(Event::Paste("one\r\ntwo\r\n\r\nthree".to_owned()));
    window.settle();
    let said: Vec<_> = prose(&window, id).iter().map(|paragraph| paragraph.text.clone()).collect();
    assert_eq!(said, ["one", "two", "three"].map(|text| vec![Inline::plain(text)]));
}
