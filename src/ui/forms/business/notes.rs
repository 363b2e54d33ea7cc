use crate::{
    app::{Action, Command, ViewCommand},
    model::{Item, RoughNote},
    ui::{
        forms::{
            pieces::{self, is_shown},
            scene::Scene,
        },
        theme::space,
        widgets::{Icon, Width, bare_field, field_id, hint, icon_button, section_heading, write_time},
    },
};
use egui::{Key, Response, Ui};

/// The name under which the notes of an item are shown.
pub(super) const NOTES: &str = "notes";

/// The room for the cross behind a note.
const BUTTON: f32 = 28.0 + space::ONE;

/// The line for the next note.
const NEW: &str = "New note";

/// Takes the focus to the line for the next note, once it is there.
pub(super) fn take_focus(ui: &Ui) {
    let line = field_id(ui, NEW);
    ui.memory_mut(|memory| memory.request_focus(line));
}

/// The rough notes of an item: one to a line, for whoever types while people speak.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, item: &mut Item, out: &mut Vec<Command>) {
    let wanted = scene.takes_notes(item.id);
    if wanted {
        pieces::show(ui, NOTES);
        take_focus(ui);
        ui.ctx().request_repaint();
    }
    if !is_shown(ui, NOTES, !item.notes.is_empty()) {
        return;
    }
    section_heading(ui, "Rough notes");
    hint(
        ui,
        "For the clerk alone: they are never on a page. Enter begins the next one, Escape goes back to the text, Shift+F2 moves one into the minute.",
    );
    let (mut removed, mut left) = (None, false);
    for (at, note) in item.notes.iter_mut().enumerate() {
        ui.push_id(("note", at), |ui| {
            ui.horizontal(|ui| {
                if let Some(time) = note.time {
                    hint(ui, &write_time(time));
                }
                // The line ends where the cross stands, so that what is written begins where all else does.
                let room = ui.available_width() - BUTTON;
                let line = bare_field(ui, &format!("Note {}", at + 1), &mut note.text, "", Width::Points(room));
                went_to(&line, Some(at), out);
                left |= escaped(ui, &line);
                if icon_button(ui, Icon::Cross, &format!("Remove note {}", at + 1)).clicked() {
                    removed = Some(at);
                }
            });
        });
    }
    if let Some(at) = removed {
        item.notes.remove(at);
    }
    let before = typed(ui, NEW);
    let (text, line) = new_line(ui, NEW, "What was said");
    went_to(&line, None, out);
    left |= escaped(ui, &line);
    if before.is_empty() && !typed(ui, NEW).is_empty() {
        out.push(Command::View(ViewCommand::NoteBegun));
    }
    if let Some(text) = text {
        item.notes.push(RoughNote { time: None, text });
    }
    if left {
        out.push(Command::Do(Action::Notes));
    }
}

/// Tells at which note the clerk is: that is the one which moves into the minute.
fn went_to(line: &Response, at: Option<usize>, out: &mut Vec<Command>) {
    if line.gained_focus() {
        out.push(Command::View(ViewCommand::NoteAt(at)));
    }
}

fn escaped(ui: &Ui, line: &Response) -> bool {
    line.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape))
}

fn typed(ui: &Ui, name: &str) -> String {
    ui.data(|data| data.get_temp::<String>(place_of_new(ui, name))).unwrap_or_default()
}

fn place_of_new(ui: &Ui, name: &str) -> egui::Id {
    ui.make_persistent_id(("new line", name))
}

/// A line that is handed in by Enter and then empty again, keeping the focus.
fn new_line(ui: &mut Ui, name: &str, hint: &str) -> (Option<String>, Response) {
    let place = place_of_new(ui, name);
    let mut text = ui.data(|data| data.get_temp::<String>(place)).unwrap_or_default();
    let response = bare_field(ui, name, &mut text, hint, Width::Full);
    let handed_in = response.lost_focus() && !text.trim().is_empty();
    if handed_in && ui.input(|input| input.key_pressed(Key::Enter)) {
        response.request_focus();
    }
    let taken = handed_in.then(|| std::mem::take(&mut text).trim().to_owned());
    ui.data_mut(|data| data.insert_temp(place, text));
    (taken, response)
}
