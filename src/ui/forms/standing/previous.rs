use super::corrections;
use crate::{
    app::{Change, Command},
    model::{Approval, MeetingKind, PreviousMeeting, PreviousMinutes, ProseAt},
    ui::{
        forms::{
            decisions::{movers, optional_vote},
            meeting::kinds,
            pieces::{kind_combo, offers, shown, with_menu},
            scene::Scene,
        },
        theme::space,
        widgets::{Width, choice, date_field, field, optional_field},
    },
};
use egui::Ui;

/// The minutes of earlier meetings that came up for approval.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let stored = &scene.minutes.previous;
    let mut previous = stored.clone();
    meetings(ui, scene, &mut previous.meetings, out);
    if !previous.meetings.is_empty() {
        approval(ui, scene, &mut previous, out);
        corrections::show(ui, scene, &mut previous, out);
        let brought = previous.movers != Default::default() || previous.vote.is_some();
        if shown(ui, "movers", brought, "Mover, seconder or vote") {
            movers(ui, scene, &mut previous.movers);
            optional_vote(ui, scene, crate::model::Id::NONE, &mut previous.vote);
        }
    }
    if previous != *stored {
        out.push(Command::Change(Change::Previous(Box::new(previous))));
    }
}

fn meetings(ui: &mut Ui, scene: &Scene<'_>, meetings: &mut Vec<PreviousMeeting>, out: &mut Vec<Command>) {
    let mut removed = None;
    for (at, meeting) in meetings.iter_mut().enumerate() {
        ui.push_id(meeting.id.0, |ui| {
            let name = format!("More for meeting {}", at + 1);
            let chosen = with_menu(ui, &name, &[((), "Remove")], |ui| {
                scene.node(meeting.id, &date_field(ui, "Meeting of", &mut meeting.date));
                kind_combo(ui, "Kind", &mut meeting.kind, &kinds(), Width::Short);
                if let MeetingKind::Other(words) = &mut meeting.kind {
                    field(ui, "In these words", words, Width::Short);
                }
                optional_field(ui, "Body", &mut meeting.body, "If it was another body", Width::Long);
            });
            if chosen.is_some() {
                removed = Some(at);
            }
            ui.add_space(space::ONE);
        });
    }
    if let Some(at) = removed {
        meetings.remove(at);
    }
    if offers(ui, &[((), "Earlier meeting")]).is_some() {
        let date = scene.minutes.meeting.date;
        let meeting = PreviousMeeting { date, ..PreviousMeeting::default() };
        out.push(Command::Change(Change::AddPreviousMeeting(meeting)));
    }
    ui.add_space(space::ONE);
}

fn approval(ui: &mut Ui, scene: &Scene<'_>, previous: &mut PreviousMinutes, out: &mut Vec<Command>) {
    choice(
        ui,
        "Their minutes were",
        &mut previous.approval,
        &[
            (Approval::Approved, "Approved"),
            (Approval::Signed, "Signed as a true record"),
            (Approval::Agreed, "Agreed"),
            (Approval::NotApproved, "Not approved"),
            (Approval::Deferred, "Deferred"),
        ],
    );
    let mut own = previous.wording.is_some();
    choice(ui, "The sentence", &mut own, &[(false, "In the house’s words"), (true, "In other words")]);
    if own != previous.wording.is_some() {
        previous.wording = own.then(Vec::new);
    } else if let Some(wording) = &previous.wording {
        scene.prose(ui, "In these words", ProseAt::PreviousMinutes, wording, out);
    }
}
