//! What standing items add to the form of an item: declarations of interest, earlier minutes.

mod corrections;
mod declarations;
mod previous;

pub(super) use corrections::in_words as correction_in_words;

use super::{pieces::quiet_line, scene::Scene};
use crate::{
    app::{Command, Selection},
    model::{Item, ItemRole},
    ui::{theme::space, widgets::hint},
};
use egui::Ui;

/// What the role of an item adds to its form.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, item: &Item, out: &mut Vec<Command>) {
    if !matches!(item.role, ItemRole::Ordinary | ItemRole::OtherBusiness) {
        ui.add_space(space::TWO);
    }
    match item.role {
        ItemRole::Ordinary | ItemRole::OtherBusiness => {}
        ItemRole::Declarations => declarations::show(ui, scene, out),
        ItemRole::PreviousMinutes => previous::show(ui, scene, out),
        ItemRole::Apologies => {
            led(ui, "The apologies come from the attendance.", "Go to the attendance", Selection::Attendance, out);
        }
        ItemRole::Substitutes => {
            led(ui, "Who sat for whom comes from the attendance.", "Go to the attendance", Selection::Attendance, out);
        }
        ItemRole::NextMeeting => {
            led(ui, "The next meeting comes from the closing.", "Go to the closing", Selection::Closing, out);
        }
    }
}

fn led(ui: &mut Ui, text: &str, to: &str, selection: Selection, out: &mut Vec<Command>) {
    hint(ui, text);
    if quiet_line(ui, to).clicked() {
        out.push(Command::Select(selection));
    }
}
