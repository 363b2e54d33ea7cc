//! The palette finds commands and items by a few letters, and Escape leads back to the text from everywhere.

use crate::harness::Window;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::app::{Action, Command, Dialog, MENUS, Selection, TABLE};

fn open(window: &mut Window, typed: &str) {
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.settle();
    assert_eq!(window.state().dialog, Some(Dialog::Palette));
    let field = window.harness.get_by_label("Command or item");
    let lit = window.harness.query_all_by_role(Role::ListBoxOption).next().expect("something is offered");
    assert!(lit.is_focused(), "a screen reader is told what is lit while the field is typed in");
    if !typed.is_empty() {
        field.type_text(typed);
        window.settle();
    }
}

fn offered(window: &Window) -> Vec<String> {
    let rows = window.harness.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn press(window: &mut Window, key: Key) {
    window.harness.key_press(key);
    window.settle();
}

#[test]
fn letters_find_a_command_enter_takes_it_and_it_comes_first_the_next_time() {
    let mut window = Window::open();
    let shown = window.state().view.preview;
    open(&mut window, "hide pag");
    assert_eq!(offered(&window)[0], "Hide pages");
    press(&mut window, Key::Enter);
    assert_eq!((window.state().dialog.clone(), window.state().view.preview), (None, !shown));
    open(&mut window, "");
    assert_eq!(offered(&window)[0], "Show pages", "what was chosen last comes first");
    press(&mut window, Key::ArrowDown);
    let lit = |window: &Window| {
        let mut rows = window.harness.query_all_by_role(Role::ListBoxOption);
        rows.position(|row| row.accesskit_node().is_selected() == Some(true))
    };
    assert_eq!(lit(&window), Some(1));
    press(&mut window, Key::ArrowUp);
    assert_eq!(lit(&window), Some(0));
}

#[test]
fn only_what_can_be_done_now_is_offered_and_keys_are_shown() {
    let mut window = Window::start();
    open(&mut window, "");
    let all = offered(&window);
    assert!(all.iter().any(|label| label == "New minutes…"), "{all:?}");
    assert!(!all.iter().any(|label| label == "Save" || label == "Undo"), "{all:?}");
    let new = window.harness.get_by_role_and_label(Role::ListBoxOption, "New minutes…");
    assert_eq!(new.accesskit_node().data().keyboard_shortcut(), Some("Ctrl+N"));
    window.harness.get_by_label("Command or item").type_text("zzzz");
    window.settle();
    assert_eq!(offered(&window), Vec::<String>::new());
    assert!(window.harness.query_by_label_contains("Nothing that can be done now").is_some());
    press(&mut window, Key::Enter);
    assert_eq!(window.state().dialog, Some(Dialog::Palette), "there is nothing to take");
}

#[test]
fn an_item_is_found_by_its_number_and_by_its_title() {
    let mut window = Window::open();
    let outline = window.state().outline();
    let item = outline.iter().find(|entry| entry.number.starts_with("17")).expect("the sample has minute 17").clone();
    open(&mut window, "17");
    press(&mut window, Key::Enter);
    assert_eq!(window.state().draft.as_ref().map(|draft| draft.selection), Some(item.selection));
    window.command(minutebook::app::Command::Select(Selection::Meeting));
    open(&mut window, "pdf");
    assert_eq!(offered(&window), ["Export for the public…", "Export for members…"], "found by what they do");
    press(&mut window, Key::Escape);
    let word: String = item.title.split_whitespace().last().expect("it has a title").to_lowercase();
    open(&mut window, &word);
    assert!(offered(&window)[0].contains(&item.title), "{word}: {:?}", offered(&window));
    press(&mut window, Key::Enter);
    assert_eq!(window.state().draft.as_ref().map(|draft| draft.selection), Some(item.selection));
}

#[test]
fn whoever_goes_to_an_item_types_on_in_its_text() {
    let mut window = Window::open();
    window.command(Command::Select(Selection::Attendance));
    let before = window.state().draft.as_ref().expect("a draft").session.minutes().clone();
    let wanted = before.items()[3].item.id;
    open(&mut window, "18");
    press(&mut window, Key::Enter);
    window.harness.event(egui::Event::Text("zzz".to_owned()));
    window.settle();
    let after = window.state().draft.as_ref().expect("a draft").session.minutes();
    let changed: Vec<_> =
        before.items().iter().zip(after.items()).filter(|(a, b)| a.item != b.item).map(|(a, _)| a.item.id).collect();
    assert_eq!(changed, [wanted]);
    let (old, new) = (before.item(wanted).expect("the item"), after.item(wanted).expect("the item"));
    assert_eq!(old.title, new.title, "the text changed, not the title");
}

#[test]
fn what_is_chosen_keeps_the_focus_that_it_takes() {
    for (typed, taken) in [("find…", Some("Find")), ("next panel", None)] {
        let mut window = Window::open();
        window.harness.get_by_label("Council").focus();
        window.settle();
        open(&mut window, typed);
        press(&mut window, Key::Enter);
        match taken {
            Some(label) => assert!(window.harness.get_by_label(label).is_focused(), "{typed}"),
            None => assert!(!window.harness.get_by_label("Council").is_focused(), "{typed}"),
        }
    }
}

#[test]
fn an_item_is_found_and_typed_in_though_all_keys_come_in_one_moment() {
    let mut window = Window::open();
    let key = |key, modifiers| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let text = |text: &str| egui::Event::Text(text.to_owned());
    let before = window.state().draft.as_ref().expect("a draft").session.minutes().clone();
    let burst = [key(Key::K, Modifiers::COMMAND), text("18"), key(Key::Enter, Modifiers::NONE), text("zzz")];
    window.harness.input_mut().events.extend(burst);
    window.settle();
    let draft = window.state().draft.as_ref().expect("a draft");
    let item = before.items()[3].item.id;
    assert_eq!(draft.selection, Selection::Item(item));
    let (old, new) = (before.item(item).expect("it"), draft.session.minutes().item(item).expect("it"));
    assert!(old != new && old.title == new.title, "the letters are in its text");
}

#[test]
fn every_command_has_a_place_in_a_menu_and_every_key_on_the_sheet() {
    for entry in TABLE {
        assert!(!entry.menu.is_empty() && entry.menu.iter().all(|menu| MENUS.contains(menu)), "{}", entry.label);
    }
    let mut window = Window::open();
    press(&mut window, Key::F1);
    let shows = |label: &str| window.harness.query_all_by_label(label).count() > 0;
    for entry in TABLE.iter().filter(|entry| !entry.shortcuts.is_empty()) {
        assert!(shows(entry.label), "{}", entry.label);
    }
    for (_, what) in minutebook::ui::prose::TYPING {
        assert!(shows(what), "{what}");
    }
}

#[test]
fn escape_leads_back_to_the_text_from_everywhere() {
    let mut window = Window::open();
    window
        .wait_for("the pages", |window| window.state().draft.as_ref().is_some_and(|draft| draft.pages.frame.is_some()));
    let ways: &[(&str, &[(Modifiers, Key)])] = &[
        ("the text itself", &[]),
        ("the palette", &[(Modifiers::COMMAND, Key::K)]),
        ("a menu", &[(Modifiers::NONE, Key::F10)]),
        ("the shortcuts", &[(Modifiers::NONE, Key::F1)]),
        ("new minutes", &[(Modifiers::COMMAND, Key::N)]),
        ("the pages", &[(Modifiers::NONE, Key::F6)]),
        ("the outline", &[(Modifiers::NONE, Key::F6), (Modifiers::NONE, Key::F6)]),
        (
            "another form in the outline",
            &[(Modifiers::NONE, Key::F6), (Modifiers::NONE, Key::F6), (Modifiers::NONE, Key::ArrowDown)],
        ),
        ("a choice", &[(Modifiers::NONE, Key::Tab), (Modifiers::NONE, Key::Tab)]),
    ];
    for (way, keys) in ways {
        window.harness.get_by_label("Council").focus();
        window.settle();
        for (modifiers, key) in *keys {
            window.harness.key_press_modifiers(*modifiers, *key);
            window.settle();
        }
        press(&mut window, Key::Escape);
        assert_eq!(window.state().dialog, None, "{way}");
        let field = window.harness.query_by_label("Council").unwrap_or_else(|| panic!("{way}: another form is shown"));
        let is_text = window.harness.query_all_by_role(Role::TextInput).any(|node| node.is_focused());
        assert!(if *way == "a choice" { is_text } else { field.is_focused() }, "{way}");
    }
    assert_eq!(window.state().available(Action::Undo), Err("There is nothing to undo."), "nothing was typed over");
}
