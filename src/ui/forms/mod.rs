//! The form of what is selected. Forms read the minutes and ask for changes; what they show of their own is only what is
//! open and what is half typed.

mod attendance;
mod business;
mod closing;
mod decisions;
mod meeting;
mod parts;
mod pieces;
mod record;
mod scene;
mod shelf;
mod standing;

use crate::{
    app::{Action, Command, Selection, State},
    ui::{
        theme::space,
        widgets::{body, quiet_button},
    },
};
use egui::Ui;
use scene::Scene;

pub(super) use business::{height_of_strip, item_with_strip, strip};
pub(super) use scene::{begins, take_focus};

/// Shows the form of what is selected, and adds to `out` what the clerk asks for.
pub fn show(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let Some(draft) = &state.draft else { return };
    let scene = Scene::new(ui, state, draft);
    let sealed = draft.only_reads();
    if draft.session.is_sealed() && draft.selection != Selection::Record {
        sealed_line(ui, out);
    }
    if sealed {
        // What is only read is read: their text stays as dark as any other.
        ui.visuals_mut().disabled_alpha = 1.0;
    }
    match draft.selection {
        // Signed minutes still have something to do there.
        Selection::Record if draft.session.is_sealed() => record::show(ui, &scene, out),
        selection => {
            ui.add_enabled_ui(!sealed, |ui| form(ui, &scene, selection, out));
        }
    }
}

fn form(ui: &mut Ui, scene: &Scene<'_>, selection: Selection, out: &mut Vec<Command>) {
    match selection {
        Selection::Meeting => meeting::show(ui, scene, out),
        Selection::Attendance => attendance::show(ui, scene, out),
        Selection::Section(id) => business::section(ui, scene, id, out),
        Selection::Item(id) => business::item(ui, scene, id, out),
        Selection::Closing => closing::show(ui, scene, out),
        Selection::Record => record::show(ui, scene, out),
    }
}

fn sealed_line(ui: &mut Ui, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::ONE;
        body(ui, "These minutes are signed, so they can only be read.");
        if quiet_button(ui, "New revision").clicked() {
            out.push(Command::Do(Action::NewRevision));
        }
    });
    ui.add_space(space::TWO);
}
