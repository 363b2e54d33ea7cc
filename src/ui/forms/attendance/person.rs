use super::{CLASSES, change};
use crate::{
    app::{AttendanceChange, Command},
    model::{Entitlement, Id, Person, Presence},
    ui::{
        forms::{pieces::kind_combo, scene::Scene},
        theme::space,
        widgets::{Width, bare_toggle, cell, cells, combo, field, field_with_hint, optional_field, person_picker},
    },
};
use egui::{Frame, Margin, Ui};

/// What there is to say of a person, below their row.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, stored: &Person, out: &mut Vec<Command>) {
    let mut person = stored.clone();
    Frame::NONE.inner_margin(Margin { left: 28, right: 0, top: 8, bottom: 16 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::ONE;
        ui.push_id(("person", stored.id.0), |ui| {
            attended(ui, scene, &mut person);
            cells(ui, |ui| {
                name(ui, &mut person);
                about(ui, &mut person);
            });
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
    short(ui, "Title", &mut person.title);
    short(ui, "Given", &mut person.given);
    short(ui, "Surname", &mut person.surname);
    short(ui, "Letters after", &mut person.honours);
    short(ui, "Initials", &mut person.initials);
}

fn about(ui: &mut Ui, person: &mut Person) {
    cell(ui, PLACE, |ui| field_with_hint(ui, "Office", &mut person.role, "Chair", PLACE));
    short(ui, "Post", &mut person.post);
    short(ui, "Organisation", &mut person.organisation);
    short(ui, "Ward or parish", &mut person.ward);
    cell(ui, PLACE, |ui| field_with_hint(ui, "In brackets", &mut person.remark, "may be late", PLACE));
    cell(ui, PLACE, |ui| combo(ui, "Belongs to", &mut person.class, &CLASSES, PLACE));
}

/// The width of what is said of a person: three of them stand side by side on a small screen.
const PLACE: Width = Width::Points(144.0);

fn short(ui: &mut Ui, label: &str, text: &mut String) {
    cell(ui, PLACE, |ui| field(ui, label, text, PLACE));
}

fn attended(ui: &mut Ui, scene: &Scene<'_>, person: &mut Person) {
    cells(ui, |ui| {
        let states = [
            (Presence::Present, "Present"),
            (Presence::Apologies { reason: None }, "Sent apologies"),
            (Presence::Absent, "Absent"),
            (Presence::NotExpected, "Not expected"),
        ];
        cell(ui, PLACE, |ui| kind_combo(ui, "Attended", &mut person.state, &states, PLACE));
        if let Presence::Apologies { reason } = &mut person.state {
            let field = cell(ui, PLACE, |ui| optional_field(ui, "Reason", reason, "illness", PLACE));
            if ui.data_mut(|data| data.remove_temp::<Id>(reason_wanted())) == Some(person.id) {
                field.request_focus();
            }
        }
        cell(ui, PLACE, |ui| person_picker(ui, "Substitute for", &mut person.substitute_for, scene.people(), PLACE));
        let votes = [
            (Entitlement::OfClass, "As the class does"),
            (Entitlement::Everything, "On everything"),
            (Entitlement::Some(String::new()), "On some business"),
            (Entitlement::Nothing, "On nothing"),
        ];
        cell(ui, PLACE, |ui| kind_combo(ui, "May vote", &mut person.entitlement, &votes, PLACE));
        if let Entitlement::Some(business) = &mut person.entitlement {
            cell(ui, PLACE, |ui| field_with_hint(ui, "On which", business, "education functions", PLACE));
        }
    });
    if person.is_present() || person.remote {
        bare_toggle(ui, "Took part remotely", &mut person.remote);
    }
}
