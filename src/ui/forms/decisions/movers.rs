use crate::{
    model::Movers,
    ui::{
        forms::{
            pieces::{shown, who_list},
            scene::Scene,
        },
        widgets::{Width, person_picker, row},
    },
};
use egui::Ui;

/// Who moved, seconded and supported something.
pub(in crate::ui::forms) fn movers(ui: &mut Ui, scene: &Scene<'_>, movers: &mut Movers) {
    row(ui, |ui| {
        person_picker(ui, "Moved by", &mut movers.mover, scene.people(), Width::Name);
        person_picker(ui, "Seconded by", &mut movers.seconder, scene.people(), Width::Name);
    });
    let brought = movers.mover.is_some() && movers.seconder.is_some();
    if !movers.supporters.is_empty() || brought && shown(ui, "supporters", false, "Supporters") {
        who_list(ui, scene, "Supported by", &mut movers.supporters);
    }
}
