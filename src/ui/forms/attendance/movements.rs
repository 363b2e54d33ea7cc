use super::change;
use crate::{
    app::{AttendanceChange, Command},
    model::{Id, Movement, MovementKind, Who},
    ui::{
        forms::{
            pieces::{item_combo, offers, part_heading},
            scene::Scene,
            shelf::{self, Entry},
        },
        widgets::{Width, combo, optional_field, person_picker, row, section_heading, time_field, toggle},
    },
};
use egui::Ui;

const KINDS: [(MovementKind, &str); 4] = [
    (MovementKind::Arrived, "Arrived"),
    (MovementKind::Left, "Left"),
    (MovementKind::Returned, "Returned"),
    (MovementKind::Withdrew, "Withdrew for an item"),
];

/// About how high an arrival or departure is, in points.
const USUAL: f32 = 272.0;

/// Arrivals, departures and returns.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    section_heading(ui, "Arrivals and departures");
    let movements = &scene.minutes.attendance.movements;
    let entries: Vec<Entry> = movements.iter().map(|it| Entry { key: it.id.0, guess: USUAL }).collect();
    shelf::show(ui, "movements", &entries, scene.seeks(), |ui, at| {
        if let Some(movement) = movements.get(at) {
            one(ui, scene, movement, out);
        }
    });
    if offers(ui, &[((), "Arrival or departure")]).is_some() {
        let movement = Movement {
            id: Id::NONE,
            who: Who::Named(String::new()),
            kind: MovementKind::Arrived,
            time: None,
            approximate: false,
            item: None,
            remark: None,
        };
        change(out, AttendanceChange::AddMovement(movement));
    }
}

fn one(ui: &mut Ui, scene: &Scene<'_>, stored: &Movement, out: &mut Vec<Command>) {
    let mut movement = stored.clone();
    let heading = format!("{} {}", scene.state.who(&stored.who), verb(stored.kind));
    if part_heading(ui, heading.trim(), &[((), "Remove")]).1.is_some() {
        change(out, AttendanceChange::RemoveMovement(stored.id));
    }
    row(ui, |ui| {
        let mut who = Some(movement.who.clone());
        scene.node(stored.id, &person_picker(ui, "Who", &mut who, scene.people(), Width::Name));
        movement.who = who.unwrap_or_else(|| Who::Named(String::new()));
        combo(ui, "What they did", &mut movement.kind, &KINDS, Width::Points(176.0));
        time_field(ui, "At", &mut movement.time);
    });
    if movement.time.is_some() {
        toggle(ui, "The time is approximate", &mut movement.approximate);
    }
    row(ui, |ui| {
        item_combo(ui, scene, "During", &mut movement.item, Width::Long);
        optional_field(ui, "Remark", &mut movement.remark, "", Width::Name);
    });
    if movement != *stored {
        change(out, AttendanceChange::SetMovement(movement));
    }
}

fn verb(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Arrived => "arrived",
        MovementKind::Left => "left",
        MovementKind::Returned => "returned",
        MovementKind::Withdrew => "withdrew",
    }
}
