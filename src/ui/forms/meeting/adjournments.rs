use crate::{
    app::{Change, Command},
    model::{Adjournment, Resumption},
    ui::{
        forms::{
            pieces::{item_combo, offers, part_heading, who_list},
            scene::Scene,
        },
        widgets::{Width, optional_date_field, optional_field, row, time_field, toggle},
    },
};
use egui::Ui;

/// The adjournments, in order.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, list: &mut Vec<Adjournment>, out: &mut Vec<Command>) {
    let mut removed = None;
    for (at, adjournment) in list.iter_mut().enumerate() {
        ui.push_id(adjournment.id.0, |ui| {
            let heading = format!("Adjournment {}", at + 1);
            if part_heading(ui, &heading, &[((), "Remove")]).1.is_some() {
                removed = Some(at);
            }
            one(ui, scene, adjournment);
        });
    }
    if let Some(at) = removed {
        list.remove(at);
    }
    if offers(ui, &[((), "Adjournment")]).is_some() {
        out.push(Command::Change(Change::AddAdjournment(Adjournment::default())));
    }
}

fn one(ui: &mut Ui, scene: &Scene<'_>, adjournment: &mut Adjournment) {
    row(ui, |ui| {
        scene.node(adjournment.id, &time_field(ui, "Adjourned at", &mut adjournment.time));
        optional_field(ui, "Reason", &mut adjournment.reason, "", Width::Long);
    });
    item_combo(ui, scene, "During", &mut adjournment.item, Width::Long);
    let mut resumed = adjournment.resumption.is_some();
    if toggle(ui, "The meeting resumed", &mut resumed).changed() {
        adjournment.resumption = resumed.then(Resumption::default);
    }
    if let Some(resumption) = &mut adjournment.resumption {
        row(ui, |ui| {
            time_field(ui, "Resumed at", &mut resumption.time);
            optional_date_field(ui, "On another day", &mut resumption.date);
        });
        who_list(ui, scene, "Who came back", &mut resumption.present);
    }
}
