use crate::{
    app::Command,
    model::{ExecutiveDecision, Id, ProseAt},
    ui::{
        forms::{pieces::part_heading, scene::Scene},
        widgets::{Width, optional_date_field, optional_field, row},
    },
};
use egui::Ui;

/// What an executive decision records beside its text.
pub(super) fn executive(
    ui: &mut Ui,
    scene: &Scene<'_>,
    part: Id,
    decision: &mut Option<ExecutiveDecision>,
    out: &mut Vec<Command>,
) {
    let Some(executive) = decision else { return };
    let removed = part_heading(ui, "Executive decision", &[((), "Remove")]).1.is_some();
    scene.prose(ui, "Reasons for the decision", ProseAt::Reasons(part), &executive.reasons, out);
    scene.prose(ui, "Alternatives considered and rejected", ProseAt::Options(part), &executive.options, out);
    row(ui, |ui| {
        optional_date_field(ui, "Call-in until", &mut executive.call_in_until);
        optional_field(ui, "Why call-in was waived", &mut executive.urgency, "", Width::Long);
    });
    if removed {
        *decision = None;
    }
}
