use super::{CLASSES, change};
use crate::{
    app::{AttendanceChange, Command},
    model::{Entitlement, Id, Person, Presence},
    ui::{
        forms::{pieces::kind_combo, scene::Scene},
        theme::space,
        widgets::{Width, combo, field, field_with_hint, optional_field, person_picker, row, toggle},
    },
};
use egui::{Frame, Margin, Ui};

/// What there is to say of a person, below their row.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, stored: &Person, out: &mut Vec<Command>) {
    let mut person = stored.clone();
    Frame::NONE.inner_margin(Margin { left: 28, right: 0, top: 8, bottom: 16 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::HALF;
        ui.push_id(("person", stored.id.0), |ui| {
            attended(ui, scene, &mut person);
            name(ui, &mut person);
            about(ui, &mut person);
        });
    });
    if person != *stored {
        change(out, AttendanceChange::SetPerson(Box::new(person)));
    }
}

/// Takes the focus to the reason of an apology, in the details that are shown next.
pub(super) fn focus_reason(ui: &Ui, person: Id) {
    ui.data_mut(|data| data.insert_temp(reason_wanted(), person));
}

fn reason_wanted() -> egui::Id {
    egui::Id::unique("whose reason is to have the focus")
}

fn name(ui: &mut Ui, person: &mut Person) {
    row(ui, |ui| {
        field(ui, "Title", &mut person.title, Width::Short);
        field(ui, "Given", &mut person.given, Width::Points(104.0));
        field(ui, "Surname", &mut person.surname, Width::Points(176.0));
        field(ui, "Letters after", &mut person.honours, Width::Points(88.0));
        field(ui, "Initials", &mut person.initials, Width::Figure);
    });
}

fn about(ui: &mut Ui, person: &mut Person) {
    row(ui, |ui| {
        field_with_hint(ui, "Office", &mut person.role, "Chair", Width::Points(176.0));
        field(ui, "Post", &mut person.post, Width::Points(208.0));
        field(ui, "Organisation", &mut person.organisation, Width::Points(208.0));
    });
    row(ui, |ui| {
        field(ui, "Ward or parish", &mut person.ward, Width::Points(176.0));
        field_with_hint(ui, "In brackets", &mut person.remark, "may be late", Width::Points(208.0));
        combo(ui, "Belongs to", &mut person.class, &CLASSES, Width::Points(208.0));
    });
}

fn attended(ui: &mut Ui, scene: &Scene<'_>, person: &mut Person) {
    row(ui, |ui| {
        let states = [
            (Presence::Present, "Present"),
            (Presence::Apologies { reason: None }, "Sent apologies"),
            (Presence::Absent, "Absent"),
            (Presence::NotExpected, "Not expected"),
        ];
        kind_combo(ui, "Attended", &mut person.state, &states, Width::Points(176.0));
        if let Presence::Apologies { reason } = &mut person.state {
            let field = optional_field(ui, "Reason", reason, "illness", Width::Points(208.0));
            if ui.data_mut(|data| data.remove_temp::<Id>(reason_wanted())) == Some(person.id) {
                field.request_focus();
            }
        }
        person_picker(ui, "Substitute for", &mut person.substitute_for, scene.people(), Width::Points(208.0));
    });
    row(ui, |ui| {
        let votes = [
            (Entitlement::OfClass, "As the class does"),
            (Entitlement::Everything, "On everything"),
            (Entitlement::Some(String::new()), "On some business"),
            (Entitlement::Nothing, "On nothing"),
        ];
        kind_combo(ui, "May vote", &mut person.entitlement, &votes, Width::Points(176.0));
        if let Entitlement::Some(business) = &mut person.entitlement {
            field_with_hint(ui, "On which", business, "education functions", Width::Points(208.0));
        }
    });
    if person.is_present() || person.remote {
        toggle(ui, "Took part remotely", &mut person.remote);
    }
}
