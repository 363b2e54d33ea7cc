//! Who was there, who sent apologies, and who came and went.

mod chairs;
mod groups;
mod movements;
mod person;
mod typed;

use super::scene::Scene;
use crate::{
    app::{AttendanceChange, Change, Command},
    model::{Entitlement, MembershipClass, Person},
    ui::widgets::{field_hint, form_title, hint, indented, number_field, problem, row, section_heading},
};
use egui::Ui;

/// The classes of membership, as lists offer them.
const CLASSES: [(MembershipClass, &str); 5] = [
    (MembershipClass::Member, "Members"),
    (MembershipClass::CoOpted, "Co-opted members"),
    (MembershipClass::Councillor, "Other councillors"),
    (MembershipClass::Officer, "Officers"),
    (MembershipClass::Other, "Others"),
];

pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    form_title(ui, "Attendance");
    hint(
        ui,
        "Space ticks who is present. A: apologies. B: absent. N: not expected. R: remote. Enter opens the details, \
         Alt with up and down moves, Delete removes.",
    );
    groups::show(ui, scene, out);
    figures(ui, scene, out);
    movements::show(ui, scene, out);
    chairs::show(ui, scene, out);
}

fn change(out: &mut Vec<Command>, change: AttendanceChange) {
    out.push(Command::Change(Change::Attendance(change)));
}

fn figures(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    section_heading(ui, "Figures");
    let attendance = &scene.minutes.attendance;
    let (mut public, mut quorum) = (attendance.public, attendance.quorum);
    row(ui, |ui| {
        number_field(ui, "Members of the public", &mut public);
        number_field(ui, "Quorum", &mut quorum);
    });
    if public != attendance.public {
        change(out, AttendanceChange::Public(public));
    }
    if quorum != attendance.quorum {
        change(out, AttendanceChange::Quorum(quorum));
    }
    let voting = attendance.people().filter(|person| person.is_present() && may_vote(person)).count();
    let says = match voting {
        0 => "No member who may vote is present.".to_owned(),
        1 => "One member who may vote is present.".to_owned(),
        count => format!("{count} members who may vote are present."),
    };
    match attendance.quorum {
        Some(quorum) if voting < usize::try_from(quorum).unwrap_or(usize::MAX) => {
            let says = format!("{says} That is fewer than the quorum of {quorum}.");
            indented(ui, |ui| problem(ui, &says));
        }
        _ => {
            field_hint(ui, &says);
        }
    }
}

/// Whether somebody may vote on anything at all.
fn may_vote(person: &Person) -> bool {
    match person.entitlement {
        Entitlement::OfClass => person.class == MembershipClass::Member,
        Entitlement::Everything | Entitlement::Some(_) => true,
        Entitlement::Nothing => false,
    }
}
