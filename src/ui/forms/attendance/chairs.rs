use super::change;
use crate::{
    app::{AttendanceChange, Command},
    model::{Chairing, Id, Who},
    ui::{
        forms::{
            pieces::{item_combo, offers, part_heading},
            scene::Scene,
        },
        widgets::{Width, optional_field, person_picker, row, section_heading, time_field},
    },
};
use egui::Ui;

/// Who was in the chair, where it was not the body's chair throughout.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    section_heading(ui, "In the chair");
    for chairing in &scene.minutes.attendance.chairs {
        ui.push_id(chairing.id.0, |ui| one(ui, scene, chairing, out));
    }
    if offers(ui, &[((), "Somebody else in the chair")]).is_some() {
        let chairing = Chairing {
            id: Id::NONE,
            who: Who::Named(String::new()),
            from: None,
            until: None,
            item: None,
            last_item: None,
            reason: None,
        };
        change(out, AttendanceChange::AddChairing(chairing));
    }
}

fn one(ui: &mut Ui, scene: &Scene<'_>, stored: &Chairing, out: &mut Vec<Command>) {
    let mut chairing = stored.clone();
    let heading = format!("{} in the chair", scene.state.who(&stored.who));
    if part_heading(ui, heading.trim(), &[((), "Remove")]).1.is_some() {
        change(out, AttendanceChange::RemoveChairing(stored.id));
    }
    row(ui, |ui| {
        let mut who = Some(chairing.who.clone());
        scene.node(stored.id, &person_picker(ui, "Who", &mut who, scene.people(), Width::Name));
        chairing.who = who.unwrap_or_else(|| Who::Named(String::new()));
        time_field(ui, "From", &mut chairing.from);
        time_field(ui, "Until", &mut chairing.until);
    });
    item_combo(ui, scene, "First item chaired", &mut chairing.item, Width::Long);
    item_combo(ui, scene, "Last item chaired", &mut chairing.last_item, Width::Long);
    optional_field(ui, "Reason", &mut chairing.reason, "in the absence of the Chair", Width::Long);
    if chairing != *stored {
        change(out, AttendanceChange::SetChairing(chairing));
    }
}
