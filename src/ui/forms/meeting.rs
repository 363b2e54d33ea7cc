//! Whose minutes they are, when and how the meeting was held, and which numbers the minutes bear.

mod adjournments;
mod numbering;

use super::{
    pieces::{kind_combo, language, shown},
    scene::Scene,
};
use crate::{
    app::{Change, Command, Line},
    model::{House, Meeting, MeetingKind},
    ui::widgets::{
        Width, date_field, field, field_hint, form_title, optional_date_field, optional_field, row, section_heading,
        time_field, toggle, write_long_date,
    },
};
use egui::Ui;

/// The kinds of meetings, as lists offer them.
pub(super) fn kinds() -> [(MeetingKind, &'static str); 7] {
    [
        (MeetingKind::Ordinary, "Ordinary"),
        (MeetingKind::Annual, "Annual"),
        (MeetingKind::Extraordinary, "Extraordinary"),
        (MeetingKind::Additional, "Additional"),
        (MeetingKind::Special, "Special"),
        (MeetingKind::Hearing, "Hearing"),
        (MeetingKind::Other(String::new()), "Another kind"),
    ]
}

pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    form_title(ui, "Meeting");
    let mut house = scene.minutes.house.clone();
    body_fields(ui, scene, &mut house);
    if house != scene.minutes.house {
        out.push(Command::Change(Change::House(Box::new(house))));
    }
    let mut meeting = scene.minutes.meeting.clone();
    meeting_fields(ui, &mut meeting);
    place_fields(ui, &mut meeting);
    rarely(ui, &mut meeting);
    adjournments::show(ui, scene, &mut meeting.adjournments, out);
    if meeting != scene.minutes.meeting {
        out.push(Command::Change(Change::Meeting(Box::new(meeting))));
    }
    numbering::show(ui, scene, out);
}

fn body_fields(ui: &mut Ui, scene: &Scene<'_>, house: &mut House) {
    scene.first(&field(ui, "Council", &mut house.council, Width::Long));
    field(ui, "Body", &mut house.body, Width::Full);
    row(ui, |ui| {
        field(ui, "In running text", &mut house.body_short, Width::Name);
        language(ui, "Language", &mut house.language);
    });
    let title = optional_field(ui, "Title", &mut house.title, "In the house’s words", Width::Full);
    scene.line(Line::Title, house.title.as_deref().unwrap_or_default(), &title);
    if scene.state.style().is_none() {
        let style = &house.style;
        field_hint(
            ui,
            &format!("The house style “{style}” is not installed, so the pages follow the first one that is."),
        );
    }
}

fn meeting_fields(ui: &mut Ui, meeting: &mut Meeting) {
    section_heading(ui, "When");
    row(ui, |ui| {
        date_field(ui, "Date", &mut meeting.date);
        time_field(ui, "Start", &mut meeting.start);
        kind_combo(ui, "Kind of meeting", &mut meeting.kind, &kinds(), Width::Short);
        if let MeetingKind::Other(words) = &mut meeting.kind {
            field(ui, "In these words", words, Width::Short);
        }
    });
    field_hint(ui, &write_long_date(meeting.date));
}

fn place_fields(ui: &mut Ui, meeting: &mut Meeting) {
    section_heading(ui, "Where");
    optional_field(ui, "Venue", &mut meeting.venue, "Not named in the minutes", Width::Long);
    toggle(ui, "Held remotely as a whole", &mut meeting.remote);
    if meeting.remote || meeting.remote_link.is_some() {
        optional_field(ui, "Link to join or watch", &mut meeting.remote_link, "https://", Width::Long);
    }
}

fn rarely(ui: &mut Ui, meeting: &mut Meeting) {
    let holds = meeting.reference.is_some() || meeting.rearranged_from.is_some() || meeting.notice.is_some();
    if shown(ui, "rarely", holds, "Reference, or a change of the date") {
        row(ui, |ui| {
            optional_field(ui, "Reference", &mut meeting.reference, "", Width::Name);
            optional_date_field(ui, "Rearranged from", &mut meeting.rearranged_from);
            optional_field(ui, "Notice of change", &mut meeting.notice, "Additional Meeting", Width::Name);
        });
    }
}
