//! Finding and replacing by keys: the bar, what is marked, and where the focus goes.

use crate::harness::Window;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use minutebook::app::{Action, Command, Place, SearchCommand, Selection, ToastKind};

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.harness.key_press_modifiers(modifiers, key);
    window.settle();
}

fn type_text(window: &mut Window, text: &str) {
    window.harness.event(egui::Event::Text(text.to_owned()));
    window.settle();
}

fn focused(window: &Window, label: &str) -> bool {
    window.harness.query_all_by_label(label).any(|node| node.is_focused())
}

fn selection(window: &Window) -> Selection {
    window.state().draft.as_ref().expect("a draft is open").selection
}

fn count(window: &Window) -> String {
    window.state().search.count()
}

/// Goes by F3 until a hit stands in running text.
fn to_prose(window: &mut Window) {
    for _ in 0..200 {
        let hit = window.state().search.hit().expect("something is found");
        if matches!(hit.place, Place::Prose { .. }) {
            return;
        }
        press(window, Modifiers::NONE, Key::F3);
    }
    panic!("nothing is found in running text");
}

#[test]
fn words_are_found_by_keys_alone_and_escape_leads_to_them() {
    let mut window = Window::open();
    press(&mut window, Modifiers::COMMAND, Key::F);
    assert!(focused(&window, "Find"), "the bar has the focus");
    type_text(&mut window, "board");
    let all = window.state().search.hits.len();
    assert!(all > 3, "the sample speaks of the board {all} times");
    assert_eq!(count(&window), format!("1 of {all}"));
    let spoken = |window: &Window| window.harness.query_by_label_contains(&window.state().search.count()).is_some();
    assert!(spoken(&window), "a screen reader is told the count");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::F3);
    assert_eq!(count(&window), format!("3 of {all}"));
    press(&mut window, Modifiers::SHIFT, Key::Enter);
    press(&mut window, Modifiers::SHIFT, Key::F3);
    assert_eq!(count(&window), format!("1 of {all}"));
    assert!(focused(&window, "Find"), "the focus stays in the bar while one looks");
    to_prose(&mut window);
    let hit = window.state().search.hit().expect("a hit is shown").clone();
    assert_eq!(selection(&window), hit.form);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!window.state().search.open);
    let draft = window.state().draft.as_ref().expect("a draft is open");
    let caret = draft.caret.expect("the caret is in the text");
    assert_eq!((caret.anchor.at, caret.head.at), (hit.range.start, hit.range.end), "the hit is selected");
    let text = window.harness.query_all_by_role(Role::MultilineTextInput).any(|node| node.is_focused());
    assert!(text, "the text has the focus");
    // What is typed then takes the place of what was found.
    type_text(&mut window, "Panel");
    press(&mut window, Modifiers::COMMAND, Key::F);
    assert_eq!(window.state().search.hits.len(), all - 1);
}

#[test]
fn a_hit_in_a_title_is_selected_there() {
    let mut window = Window::open();
    let title = |window: &Window| {
        let Selection::Item(id) = selection(window) else { panic!("an item is shown") };
        window.state().draft.as_ref().and_then(|d| d.session.minutes().item(id)).expect("it is there").title.clone()
    };
    let wanted = {
        let minutes = window.state().draft.as_ref().expect("a draft is open").session.minutes();
        minutes.items().last().expect("there are items").item.title.clone()
    };
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, &wanted);
    assert_eq!(title(&window), wanted);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(focused(&window, "Title"));
    type_text(&mut window, "Another title");
    assert_eq!(title(&window), "Another title");
}

#[test]
fn all_is_replaced_from_the_lower_line_and_undo_takes_it_back() {
    let mut window = Window::open();
    let before = window.state().draft.as_ref().expect("a draft").session.minutes().clone();
    press(&mut window, Modifiers::COMMAND, Key::H);
    assert!(focused(&window, "Find"), "nothing is looked for yet");
    type_text(&mut window, "board");
    press(&mut window, Modifiers::COMMAND, Key::H);
    assert!(focused(&window, "Replace with"));
    type_text(&mut window, "panel");
    let all = window.state().search.hits.len();
    // Enter in the lower line, and the chord anywhere in the bar, replace one.
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    assert_eq!(window.state().search.hits.len(), all - 2);
    assert_eq!(window.state().draft.as_ref().expect("a draft").session.minutes().items().len(), before.items().len());
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(focused(&window, "Replace all"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(count(&window), "Not found");
    let toast = window.state().toasts.last().expect("it is told");
    assert_eq!(toast.kind, ToastKind::Done);
    assert!(toast.text.starts_with(&format!("{} places in ", all - 2)), "{}", toast.text);
    assert!(toast.text.ends_with("; Undo takes it back."), "{}", toast.text);
    for _ in 0..3 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(*window.state().draft.as_ref().expect("a draft").session.minutes(), before);
    assert_eq!(window.state().available(Action::Undo), Err("There is nothing to undo."));
}

#[test]
fn switches_narrow_what_is_found() {
    let mut window = Window::open();
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "board");
    let all = window.state().search.hits.len();
    window.harness.get_by_label("Capitals as typed").click();
    window.settle();
    assert!(window.state().search.query.case && window.state().search.hits.len() < all);
    window.harness.get_by_label("Capitals as typed").click();
    window.harness.get_by_label("Whole words only").click();
    window.settle();
    let query = &window.state().search.query;
    assert_eq!((query.case, query.words), (false, true));
    window.harness.get_by_label("Close (Escape)").click();
    window.settle();
    assert!(!window.state().search.open);
}

#[test]
fn a_burst_of_keys_in_one_frame_keeps_its_order() {
    let mut window = Window::open();
    let key = |key, modifiers| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let command = Modifiers::COMMAND | Modifiers::CTRL;
    let burst = [
        key(Key::F, command),
        egui::Event::Text("board".to_owned()),
        key(Key::Enter, Modifiers::NONE),
        key(Key::Enter, Modifiers::NONE),
        key(Key::F3, Modifiers::SHIFT),
    ];
    for event in burst {
        window.harness.event(event);
    }
    window.settle();
    let all = window.state().search.hits.len();
    assert_eq!(count(&window), format!("2 of {all}"));
    assert_eq!(window.state().search.query.text, "board");
}

#[test]
fn escape_without_a_hit_leads_back_to_the_text() {
    let mut window = Window::open();
    window.harness.get_by_label("Council").focus();
    window.settle();
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "zzzz");
    assert_eq!(count(&window), "Not found");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!window.state().search.open);
    assert!(focused(&window, "Council"));
}

#[test]
fn what_is_found_is_marked_and_comes_into_view_once() {
    let mut window = Window::open();
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "board");
    to_prose(&mut window);
    let Place::Prose { at, .. } = window.state().search.hit().expect("a hit").place else { panic!("it is prose") };
    let marks = window.state().search.marks(at);
    assert_eq!(marks.iter().filter(|mark| mark.current).count(), 1);
    // An idle window draws nothing, with the bar open too.
    window.command(Command::Search(SearchCommand::Next));
    window.harness.run();
    assert!(window.state().search.open);
}
