//! The record: how far the minutes have come, as a line of steps.

use super::scene::Scene;
use crate::{
    app::{Action, Command},
    model::{Record, State},
    ui::{
        theme::{self, Weight, size, space},
        widgets::{body, form_title, hint, primary_button, quiet_button, section_heading, write_date},
    },
};
use egui::{Label, RichText, Stroke, Ui, pos2, vec2};

/// One step on the way.
struct Step {
    name: &'static str,
    done: bool,
    says: String,
}

pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    form_title(ui, "Record");
    let record = &scene.minutes.record;
    if record.revision > 0 {
        hint(ui, &format!("Revision {}. The signed minutes that it began from are kept as they are.", record.revision));
        ui.add_space(space::ONE);
    }
    let steps = steps(record);
    for (at, step) in steps.iter().enumerate() {
        show_step(ui, step, at + 1 < steps.len());
    }
    ui.add_space(space::TWO);
    actions(ui, scene, out);
    corrections(ui, record);
}

fn steps(record: &Record) -> [Step; 4] {
    let said = |on, by: &str| match by {
        "" => write_date(on),
        by => format!("{}, by {by}", write_date(on)),
    };
    let step = |name, says: Option<String>, until: &str| Step {
        name,
        done: says.is_some(),
        says: says.unwrap_or_else(|| until.to_owned()),
    };
    let Record { circulated, approved, signed, .. } = record;
    [
        step("Draft", Some(of_draft(record).to_owned()), ""),
        step(
            "Circulated",
            circulated.as_ref().map(|step| said(step.on, &step.by)),
            "Sent to members. From then on the numbers stay as they are.",
        ),
        step(
            "Approved",
            approved.as_ref().map(|step| said(step.on, &step.by)),
            "By a later meeting, with the corrections that it made.",
        ),
        step(
            "Signed",
            signed.as_ref().map(|step| said(step.on, &step.by)),
            "By whoever presides. From then on the minutes can only be read.",
        ),
    ]
}

/// What can be changed, as the first step says it.
fn of_draft(record: &Record) -> &'static str {
    match record.state() {
        State::Draft => "Everything can be changed.",
        State::Circulated | State::Approved => "Everything but the numbers can still be changed.",
        State::Signed => "Changes are made in a new revision.",
    }
}

fn show_step(ui: &mut Ui, step: &Step, goes_on: bool) {
    let palette = theme::palette(ui);
    let (ink, weight) = if step.done { (palette.ink, Weight::Semibold) } else { (palette.ink_soft, Weight::Regular) };
    let inner = ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 24.0), egui::Sense::empty());
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(RichText::new(step.name).font(theme::font(weight, size::BODY)).color(ink)));
            hint(ui, &step.says);
            ui.add_space(space::TWO);
        });
        rect.center()
    });
    let centre = inner.inner;
    if goes_on {
        let foot = pos2(centre.x, inner.response.rect.bottom() + space::ONE);
        ui.painter().line_segment([centre + vec2(0.0, 8.0), foot], Stroke::new(1.0, palette.underline));
    }
    if step.done {
        ui.painter().circle_filled(centre, 5.0, palette.accent);
    } else {
        ui.painter().circle_stroke(centre, 4.5, Stroke::new(1.0, palette.ink_faint));
    }
}

fn actions(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let state = scene.minutes.record.state();
    let (next, text) = match state {
        State::Draft => (Action::Circulate, "Record the circulation"),
        State::Circulated => (Action::Approve, "Record the approval"),
        State::Approved => (Action::Sign, "Record the signature"),
        State::Signed => (Action::NewRevision, "Begin a new revision"),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TWO;
        let button = primary_button(ui, text);
        scene.first(&button);
        if button.clicked() {
            out.push(Command::Do(next));
        }
        let back = match state {
            State::Circulated => Some("Take the circulation back"),
            State::Approved => Some("Take the approval back"),
            State::Draft | State::Signed => None,
        };
        if back.is_some_and(|back| quiet_button(ui, back).clicked()) {
            out.push(Command::Do(Action::StepBack));
        }
    });
    if let Err(reason) = scene.state.available(next) {
        hint(ui, reason);
    }
}

/// The corrections subject to which the minutes were approved.
fn corrections(ui: &mut Ui, record: &Record) {
    let Some(approved) = record.approved.as_ref().filter(|approved| !approved.corrections.is_empty()) else { return };
    section_heading(ui, "Approved subject to");
    for correction in &approved.corrections {
        body(ui, &super::standing::correction_in_words(correction));
    }
}
