//! What is typed in a form stands in the document, by keyboard alone.

mod attendance;
mod business;
mod decisions;
mod long;
mod meeting;
mod prose;
mod reading;

use crate::harness::Window;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Command, Selection},
    model::{Id, Item, ItemRole, Minutes},
};
use std::path::Path;

/// A draft that holds everything that minutes can hold.
const EVERYTHING: &str = "tests/fixtures/every-construct.minutes.ron";

fn everything() -> Window {
    Window::with(minutebook::ui::files::Asked::Cancelled, Some(Path::new(EVERYTHING)))
}

fn minutes(window: &Window) -> &Minutes {
    window.state().draft.as_ref().expect("a draft").session.minutes()
}

fn revision(window: &Window) -> u64 {
    window.state().draft.as_ref().expect("a draft").session.revision()
}

/// The sample with one form open.
fn form(selection: Selection) -> Window {
    let mut window = Window::open();
    window.command(Command::Select(selection));
    window
}

fn item_with(window: &Window, role: ItemRole) -> Id {
    minutes(window).items().iter().find(|visit| visit.item.role == role).map(|visit| visit.item.id).expect("an item")
}

/// The sample with the form of a new item open.
fn new_item() -> (Window, Id) {
    let mut window = Window::open();
    window.command(Command::Do(minutebook::app::Action::AddItem));
    let Some(Selection::Item(id)) = window.state().draft.as_ref().map(|draft| draft.selection) else {
        panic!("the new item is shown")
    };
    (window, id)
}

fn item(window: &Window, id: Id) -> &Item {
    minutes(window).item(id).expect("the item")
}

/// Types into a field in the place of what it holds.
fn fill(window: &mut Window, label: &str, text: &str) {
    window.harness.get_by_label(label).focus();
    window.settle();
    press_with(window, Modifiers::COMMAND, Key::A);
    typed(window, text);
}

/// Types where the focus is.
fn typed(window: &mut Window, text: &str) {
    window.harness.event(Event::Text(text.to_owned()));
    window.settle();
}

fn press(window: &mut Window, key: Key) {
    window.harness.key_press(key);
    window.settle();
}

fn press_with(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.harness.key_press_modifiers(modifiers, key);
    window.settle();
}

fn click(window: &mut Window, label: &str) {
    // What is out of view cannot be clicked.
    window.harness.get_by_label(label).scroll_to_me();
    window.settle();
    window.harness.get_by_label(label).click();
    window.settle();
}
