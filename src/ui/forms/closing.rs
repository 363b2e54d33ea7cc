//! How the meeting ended, and what follows it.

use super::scene::Scene;
use crate::{
    app::{Change, Command, Line},
    model::{Closing, Date, NextMeeting, ProseAt},
    ui::widgets::{Width, date_field, form_title, optional_field, row, section_heading, time_field, toggle},
};
use egui::Ui;

pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    form_title(ui, "Closing");
    let mut closing = scene.minutes.closing.clone();
    scene.first(&time_field(ui, "Closed at", &mut closing.closed));
    let line = optional_field(ui, "Closing line", &mut closing.wording, "In the house’s words", Width::Long);
    scene.line(Line::Closing, closing.wording.as_deref().unwrap_or_default(), &line);
    next_meeting(ui, scene, &mut closing);
    section_heading(ui, "At the end");
    scene.prose(ui, "Remarks", ProseAt::ClosingRemarks, &closing.remarks, out);
    if closing != scene.minutes.closing {
        out.push(Command::Change(Change::Closing(Box::new(closing))));
    }
}

fn next_meeting(ui: &mut Ui, scene: &Scene<'_>, closing: &mut Closing) {
    section_heading(ui, "Next meeting");
    let mut known = closing.next.is_some();
    if toggle(ui, "The minutes name the next meeting", &mut known).changed() {
        closing.next = known.then(|| NextMeeting { date: proposed(scene), ..NextMeeting::default() });
    }
    let Some(next) = &mut closing.next else { return };
    row(ui, |ui| {
        date_field(ui, "Date", &mut next.date);
        time_field(ui, "Start", &mut next.start);
        optional_field(ui, "Venue", &mut next.venue, "The usual one", Width::Name);
    });
}

/// The same weekday four weeks after this meeting, as many bodies meet.
fn proposed(scene: &Scene<'_>) -> Date {
    let day = scene.minutes.meeting.date;
    day.checked_add(jiff::Span::new().weeks(4)).unwrap_or(day)
}
