use crate::harness::Window;
use egui::{Event, Key, Modifiers, accesskit::Toggled};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::app::{Action, Command, Dialog, MENUS, Selection, TABLE};

/// The height of the bar.
const BAR: f32 = 36.0;

/// The button of a menu in the bar.
fn bar<'a>(window: &'a Window, menu: &'a str) -> egui_kittest::Node<'a> {
    let mut found = window.harness.query_all_by_role_and_label(egui::Role::MenuItem, menu);
    found.find(|node| node.rect().top() < BAR).expect("the menu is in the bar")
}

#[test]
fn every_command_stands_in_its_menu() {
    let mut window = Window::open();
    for menu in MENUS {
        bar(&window, menu).click();
        window.settle();
        for entry in TABLE.iter().filter(|entry| entry.menu.contains(menu)) {
            let below = |node: &egui_kittest::Node<'_>| node.rect().top() > BAR;
            let is_switch = entry.action.is_on(window.state()).is_some();
            let role = if is_switch { egui::Role::MenuItemCheckBox } else { egui::Role::MenuItem };
            let entries = window.harness.query_all_by_role_and_label(role, entry.label).filter(below);
            assert_eq!(entries.count(), 1, "{}", entry.label);
        }
        window.harness.key_press(Key::Escape);
        window.settle();
    }
}

#[test]
fn a_command_that_cannot_be_carried_out_says_why_and_does_nothing() {
    let mut window = Window::start();
    bar(&window, "File").click();
    window.settle();
    let save = window.harness.get_by_role_and_label(egui::Role::MenuItem, "Save");
    assert!(save.accesskit_node().is_disabled());
    assert_eq!(save.accesskit_node().data().description(), Some("No draft is open."));
    save.click();
    window.settle();
    assert!(window.harness.query_by_label("Save as…").is_some(), "the menu stays open");
}

#[test]
fn the_menus_are_worked_with_the_keyboard_alone() {
    let mut window = Window::open();
    window.harness.key_press(Key::F10);
    window.settle();
    assert!(window.harness.get_by_label("New minutes…").is_focused());
    for _ in 1..MENUS.len() {
        window.harness.key_press(Key::ArrowRight);
        window.settle();
    }
    assert!(window.harness.get_by_label("Keyboard shortcuts").is_focused());
    window.harness.key_press(Key::ArrowDown);
    window.settle();
    assert!(window.harness.get_by_label("About Minutebook").is_focused());
    window.harness.key_press(Key::Enter);
    window.settle();
    assert_eq!(window.state().dialog, Some(Dialog::About));
    window.harness.key_press(Key::Escape);
    window.settle();
    assert_eq!(window.state().dialog, None);
}

#[test]
fn shortcuts_reach_their_commands() {
    let mut window = Window::open();
    let shown = window.state().view.preview;
    window.harness.key_press(Key::F8);
    window.settle();
    assert_eq!(window.state().view.preview, !shown, "{:?}", Action::TogglePreview);
    window.harness.key_press(Key::F1);
    window.settle();
    assert_eq!(window.state().dialog, Some(Dialog::Shortcuts));
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.settle();
    assert_eq!(window.state().dialog, Some(Dialog::Shortcuts), "nothing happens behind a dialog");
}

#[test]
fn alt_alone_opens_the_menus_and_with_another_key_does_not() {
    let mut window = Window::open();
    window.harness.key_down(Key::AltLeft);
    window.settle();
    window.harness.key_up(Key::AltLeft);
    window.settle();
    assert!(window.harness.get_by_label("New minutes…").is_focused());
    window.harness.key_press(Key::Escape);
    window.settle();
    assert!(window.harness.query_by_label("New minutes…").is_none());
    window.harness.key_down(Key::AltLeft);
    window.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    window.harness.key_up(Key::AltLeft);
    window.settle();
    assert!(window.harness.query_by_label("New minutes…").is_none());
}

#[test]
fn alt_with_a_letter_opens_the_menu_and_types_nothing() {
    let mut window = Window::open();
    window.command(Command::Select(Selection::Meeting));
    let council = window.harness.get_by_label("Council").value();
    window.harness.get_by_label("Council").focus();
    window.settle();
    // As windows report it: the key, and the letter that it types.
    let press = |window: &mut Window, key: Key, letter: &str| {
        let modifiers = Modifiers::ALT;
        let key = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let text = Event::Text(letter.to_owned());
        // Both are of one frame; events of the harness come in one frame each.
        window.harness.input_mut().events.extend([Event::ModifiersChanged(modifiers), key(true), text, key(false)]);
        window.harness.step();
        window.harness.event(Event::ModifiersChanged(Modifiers::NONE));
        window.settle();
    };
    press(&mut window, Key::R, "r");
    assert!(window.harness.query_by_label("Record circulation…").is_some(), "R opens Record");
    window.harness.key_press(Key::Escape);
    window.settle();
    assert!(window.harness.get_by_label("Council").is_focused(), "the focus goes back to the field");
    // No menu has this letter.
    press(&mut window, Key::Z, "z");
    assert_eq!(window.harness.get_by_label("Council").value(), council);
    // Two menus begin with F: the second is opened by its second letter.
    press(&mut window, Key::O, "o");
    assert!(window.harness.query_by_label("Superscript").is_some(), "O opens Format");
}

#[test]
fn switches_bear_a_tick_and_are_switched_by_keys() {
    let mut window = Window::open();
    let tick = |window: &mut Window| {
        bar(window, "Format").click();
        window.settle();
        let entry = window.harness.get_by_role_and_label(egui::Role::MenuItemCheckBox, "Begin lists while typing");
        entry.focus();
        let toggled = entry.accesskit_node().toggled();
        window.settle();
        toggled
    };
    assert_eq!(tick(&mut window), Some(Toggled::True));
    window.harness.key_press(Key::Enter);
    window.settle();
    assert!(!window.state().habits().lists);
    assert_eq!(tick(&mut window), Some(Toggled::False));
}
