use crate::{
    model::{Item, RoughNote},
    ui::{
        forms::pieces::is_shown,
        widgets::{Icon, Width, bare_field, field_id, hint, icon_button, section_heading, write_time},
    },
};
use egui::{Key, Ui};

/// The name under which the notes of an item are shown.
pub(super) const NOTES: &str = "notes";

/// The line for the next note.
const NEW: &str = "New note";

/// Takes the focus to the line for the next note, once it is there.
pub(super) fn take_focus(ui: &Ui) {
    let line = field_id(ui, NEW);
    ui.memory_mut(|memory| memory.request_focus(line));
}

/// The rough notes of an item: one to a line, for whoever types while people speak.
pub(super) fn show(ui: &mut Ui, item: &mut Item) {
    if !is_shown(ui, NOTES, !item.notes.is_empty()) {
        return;
    }
    section_heading(ui, "Rough notes");
    hint(ui, "For the clerk alone: they are never on a page. Enter begins the next one.");
    let mut removed = None;
    for (at, note) in item.notes.iter_mut().enumerate() {
        ui.push_id(("note", at), |ui| {
            ui.horizontal(|ui| {
                if icon_button(ui, Icon::Cross, &format!("Remove note {}", at + 1)).clicked() {
                    removed = Some(at);
                }
                if let Some(time) = note.time {
                    hint(ui, &write_time(time));
                }
                bare_field(ui, &format!("Note {}", at + 1), &mut note.text, "", Width::Full);
            });
        });
    }
    if let Some(at) = removed {
        item.notes.remove(at);
    }
    if let Some(text) = new_line(ui, NEW, "What was said") {
        item.notes.push(RoughNote { time: None, text });
    }
}

/// A line that is handed in by Enter and then empty again, keeping the focus.
pub(in crate::ui::forms) fn new_line(ui: &mut Ui, name: &str, hint: &str) -> Option<String> {
    let place = ui.make_persistent_id(("new line", name));
    let mut text = ui.data(|data| data.get_temp::<String>(place)).unwrap_or_default();
    let response = bare_field(ui, name, &mut text, hint, Width::Full);
    let handed_in = response.lost_focus() && !text.trim().is_empty();
    if handed_in && ui.input(|input| input.key_pressed(Key::Enter)) {
        response.request_focus();
    }
    let taken = handed_in.then(|| std::mem::take(&mut text).trim().to_owned());
    ui.data_mut(|data| data.insert_temp(place, text));
    taken
}
