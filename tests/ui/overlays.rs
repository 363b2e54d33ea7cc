//! What is opened over a form is worked without a mouse, too: each question, each search, the notes and the menus are opened by
//! keys, all that is in them is reached in the order in which it is read, and Escape gives the focus back.

use crate::{
    harness::{SAMPLE, Window},
    reach::{Stop, assert_reading_order, focused as focus, known, name_of_focus, round, stops},
    script::Chord,
    typed::press,
};
use egui::{Key, Role, accesskit};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::app::{Action, Command, MENUS, Selection, TABLE};
use std::collections::BTreeSet;

fn keys(window: &mut Window, keys: &str) {
    for key in keys.split_whitespace() {
        match key.strip_prefix('>') {
            Some(text) => {
                window.harness.event(egui::Event::Text(text.replace('_', " ")));
                window.settle();
            }
            None => press(window, &Chord::read(key)),
        }
    }
}

/// A window without the pages, in which the text of a minute is being typed.
fn window() -> Window {
    let mut window = Window::open();
    window.command(Command::Do(Action::TogglePreview));
    let minutes = window.state().draft.as_ref().expect("a draft").session.minutes();
    let item = minutes.items()[2].item.id;
    window.command(Command::Select(Selection::Item(item)));
    window.harness.get_all_by_role_and_label(Role::MultilineTextInput, "Text").next().expect("its text").focus();
    window.settle();
    window
}

fn in_dialog(stop: &Stop) -> bool {
    stop.within.contains(&Role::Dialog)
}

/// The rows of a list that arrow keys go through, and which of them is lit.
fn options(window: &Window) -> (usize, Option<usize>) {
    let nodes = window.harness.root().children_recursive().collect::<Vec<_>>();
    let raw = nodes.iter().map(|node| node.accesskit_node());
    let rows: Vec<bool> = raw
        .filter(|node| node.role() == Role::ListBoxOption)
        .map(|node| node.data().is_selected() == Some(true))
        .collect();
    (rows.len(), rows.iter().position(|lit| *lit))
}

/// Holds a question to all that is asked of it: `open` are the keys that open it, from text.
fn dialog(open: &str) {
    question(window(), open);
}

fn question(mut window: Window, open: &str) {
    let before = name_of_focus(&window);
    keys(&mut window, open);
    window.wait_for("the question", |window| window.state().dialog.is_some());
    let inside: Vec<Stop> = stops(&window).into_iter().filter(in_dialog).collect();
    let focus = name_of_focus(&window);
    assert!(
        inside.iter().any(|stop| Some(&stop.name) == focus.as_ref()),
        "{open}: the focus goes into it, not {focus:?}"
    );
    let there = round(&mut window, "Tab");
    let back = round(&mut window, "shift+Tab");
    let inside: Vec<Stop> = stops(&window).into_iter().filter(in_dialog).collect();
    let ids = |stops: &[Stop]| stops.iter().map(|stop| stop.id.clone()).collect::<BTreeSet<_>>();
    let met: BTreeSet<String> = there.iter().cloned().collect();
    assert_eq!(met, ids(&inside), "{open}: Tab reaches all of it and nothing else, of {inside:#?}");
    assert_reading_order(open, &there, &inside);
    let mut turned = back;
    turned.reverse();
    let at = turned.iter().position(|id| Some(id) == there.first()).expect("the same stops");
    turned.rotate_left(at);
    assert_eq!(there, turned, "{open}: Shift+Tab goes another way");
    assert_nothing_needs_the_mouse(open, &window);
    window.harness.key_press(Key::Escape);
    window.settle();
    assert_eq!(window.state().dialog, None, "{open}: Escape leaves it");
    assert_eq!(name_of_focus(&window), before, "{open}: the focus is where it was");
}

/// What is clicked is reached by Tab, or by arrow keys in its list.
fn assert_nothing_needs_the_mouse(open: &str, window: &Window) {
    let nodes = window.harness.root().children_recursive().collect::<Vec<_>>();
    for node in nodes.iter().map(|node| node.accesskit_node()) {
        let clicked = node.data().supports_action(accesskit::Action::Click);
        let focused = node.data().supports_action(accesskit::Action::Focus);
        // Scroll bars follow the focus; a row of choices and a list are gone through by arrow keys; the menu bar has keys of its own.
        let by_arrows = [Role::ScrollBar, Role::RadioButton, Role::ListBoxOption, Role::MenuItem, Role::TreeItem];
        if clicked && !focused && !node.is_disabled() {
            assert!(by_arrows.contains(&node.role()), "{open}: {:?} {:?} takes a mouse", node.role(), node.label());
        }
    }
}

/// Holds a list to be gone through by Down from its first row to its last, and back by Up.
fn list(open: &str) {
    let mut window = window();
    keys(&mut window, open);
    let (rows, lit) = options(&window);
    assert!(rows > 1, "{open}: there are rows");
    assert_eq!(lit, Some(0), "{open}: the first one is lit");
    for at in 1..rows {
        keys(&mut window, "Down");
        assert_eq!(options(&window), (rows, Some(at)), "{open}");
    }
    for at in (0..rows - 1).rev() {
        keys(&mut window, "Up");
        assert_eq!(options(&window), (rows, Some(at)), "{open}");
    }
}

#[test]
fn new_minutes() {
    dialog("ctrl+n");
}

#[test]
fn the_palette() {
    dialog("ctrl+k");
    list("ctrl+k >item");
}

#[test]
fn the_shortcuts() {
    dialog("F1");
}

#[test]
fn about_the_program() {
    dialog("alt+h Up Return");
}

#[test]
fn the_phrases() {
    dialog("F5");
    dialog("shift+Home shift+F5");
    list("F5 >con");
}

#[test]
fn the_log_of_the_room() {
    dialog("F4");
    dialog("F4 >a");
    list("F4 >a");
}

#[test]
fn a_place_to_come_back_to() {
    dialog("shift+F9");
}

#[test]
fn a_citation_and_its_form() {
    dialog("ctrl+l");
    list("ctrl+l >m");
    dialog("ctrl+l >m Return");
    list("ctrl+l >m Return");
}

#[test]
fn a_step_of_the_record() {
    dialog("alt+r Return");
}

#[test]
fn unsaved_changes() {
    dialog(">x ctrl+w");
}

/// The entries of the menu that is open.
fn entries(window: &Window) -> Vec<Stop> {
    known(window).into_iter().filter(|stop| stop.within.contains(&Role::Menu)).collect()
}

#[test]
fn each_menu_with_all_its_entries() {
    let mut window = window();
    let before = name_of_focus(&window);
    keys(&mut window, "F10");
    for menu in MENUS {
        let labels: Vec<_> = TABLE.iter().filter(|entry| entry.menu.contains(menu)).map(|entry| entry.label).collect();
        assert_eq!(entries(&window).len(), labels.len(), "{menu}");
        let mut met = Vec::new();
        for _ in &labels {
            met.extend(focus(&window));
            keys(&mut window, "Down");
        }
        assert_eq!(met.iter().collect::<BTreeSet<_>>().len(), labels.len(), "{menu}: Down reaches every entry");
        assert_reading_order(menu, &met, &entries(&window));
        assert_eq!(focus(&window).as_ref(), met.first(), "{menu}: Down goes on from the last to the first");
        for id in met.iter().rev() {
            keys(&mut window, "Up");
            assert_eq!(focus(&window).as_ref(), Some(id), "{menu}: Up goes back");
        }
        for (key, id) in [("End", met.last()), ("Tab", met.first()), ("shift+Tab", met.last()), ("Home", met.first())] {
            keys(&mut window, key);
            assert_eq!(focus(&window).as_ref(), id, "{menu}: {key}, {:?}", name_of_focus(&window));
        }
        keys(&mut window, "Right");
    }
    assert_eq!(
        name_of_focus(&window).as_deref(),
        Some("MenuItem Some(\"New minutes…\")"),
        "the first menu comes again"
    );
    keys(&mut window, "Escape");
    assert_eq!(entries(&window).len(), 0, "Escape closes the menu");
    assert_eq!(name_of_focus(&window), before, "the focus is where it was");
}

/// Holds the whole window to be gone through by Tab in the order in which it is read, from the outline to the pages, and back.
fn whole(place: &str, window: &mut Window) -> Vec<String> {
    let there = round(window, "Tab");
    let mut back = round(window, "shift+Tab");
    back.reverse();
    let at = back.iter().position(|id| Some(id) == there.first()).expect("the same stops");
    back.rotate_left(at);
    assert_eq!(there, back, "{place}: Shift+Tab goes another way");
    let all = stops(window);
    let missed: Vec<_> = all.iter().filter(|stop| !there.contains(&stop.id)).collect();
    assert!(missed.is_empty(), "{place}: Tab does not reach {missed:#?}");
    assert_nothing_needs_the_mouse(place, window);
    let names = |id: &String| all.iter().find(|stop| stop.id == *id).map(|stop| stop.name.clone()).unwrap_or_default();
    there.iter().map(names).collect()
}

/// Whether these come one behind the other in a round.
fn follow(names: &[String], wanted: &[&str]) -> bool {
    let mut turned = names.to_vec();
    let first = turned.iter().position(|name| name.contains(wanted[0])).unwrap_or(0);
    turned.rotate_left(first);
    let mut rest = turned.iter();
    wanted.iter().all(|wanted| rest.any(|name| name.contains(wanted)))
}

#[test]
fn the_bar_for_finding_comes_before_the_form() {
    for (open, in_bar) in [
        ("ctrl+f >e", &["Find\"", "Find previous", "Find next", "Capitals", "Whole words", "Replace", "Close"][..]),
        ("ctrl+h >e", &["Find\"", "Find previous", "Close", "Replace with", "Replace\"", "Replace all"][..]),
    ] {
        let mut window = window();
        keys(&mut window, open);
        let names = whole(open, &mut window);
        let outline = ["Add item"];
        let wanted = [&outline[..], in_bar, &["\"Title\""]].concat();
        assert!(follow(&names, &wanted), "{names:#?}");
        keys(&mut window, "ctrl+f Escape");
        assert!(!window.state().search.open, "Escape closes it");
        let focused = name_of_focus(&window);
        assert!(focused.as_ref().is_some_and(|name| name.starts_with("MultilineTextInput")), "{focused:?} is no text");
    }
}

#[test]
fn rough_notes_come_behind_the_form() {
    let mut window = window();
    let before = name_of_focus(&window);
    keys(&mut window, "F2 >first Return >second Return");
    let names = whole("notes", &mut window);
    let wanted =
        ["Add item", "\"Title\"", "Sub-item", "Note 1", "Remove note 1", "Note 2", "Remove note 2", "New note"];
    assert!(follow(&names, &wanted), "{names:#?}");
    let mut window = self::window();
    keys(&mut window, "F2 F2");
    assert_eq!(name_of_focus(&window), before, "F2 leads back to the text");
    keys(&mut window, "F2 Escape");
    assert_eq!(name_of_focus(&window), before, "and so does Escape");
}

#[test]
fn f6_leads_round_and_from_the_outline_to_the_form_and_the_pages() {
    let mut window = Window::open();
    window
        .wait_for("the pages", |window| window.state().draft.as_ref().is_some_and(|draft| draft.pages.frame.is_some()));
    let names = whole("the window", &mut window);
    assert!(follow(&names, &["Add item", "\"Council\"", "\"Body\"", "Width of the pages", "Image"]), "{names:#?}");
    let mut met = Vec::new();
    for _ in 0..3 {
        keys(&mut window, "F6");
        met.push(name_of_focus(&window).unwrap_or_default());
    }
    let fits = |at: usize, name: &str| met[at].contains(name);
    assert!(fits(0, "Image") && fits(1, "TreeItem") && fits(2, "Council"), "{met:?}");
    // In the outline Down goes from row to row, and Enter into the form.
    keys(&mut window, "F6 F6 Down Down Return");
    assert!(!name_of_focus(&window).unwrap_or_default().contains("TreeItem"), "Enter leads into the form");
}

#[test]
fn the_pages_are_made_wider_by_arrow_keys() {
    let mut window = Window::open();
    let width = |window: &Window| window.state().view.preview_width;
    window.harness.get_by_label("Width of the pages").focus();
    window.settle();
    keys(&mut window, "Left");
    let one = width(&window);
    keys(&mut window, "Left");
    let two = width(&window);
    assert!(two > one, "{one} {two}");
    keys(&mut window, "Right Right");
    assert!(width(&window) < one);
    assert!(name_of_focus(&window).unwrap_or_default().contains("Width of the pages"));
}

#[test]
fn a_path_where_the_system_has_no_file_dialog() {
    let mut window = Window::with(minutebook::ui::files::Asked::Unavailable, Some(std::path::Path::new(SAMPLE)));
    window.command(Command::Select(Selection::Meeting));
    question(window, "ctrl+o");
}
