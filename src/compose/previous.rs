//! The minutes of earlier meetings: what was done with them, and how they were corrected.

use super::calendar;
use super::context::Context;
use super::place::{Place, TextOf};
use super::prose::{Manner, prose};
use super::span::{Spans, listed, plain};
use super::wording::{fill, said};
use super::writer::{Column, Writer};
use super::{title, vote};
use crate::frame::{ListMarks, Role};
use crate::model::*;
use crate::template::Weight;

/// Writes what was done with earlier minutes as the text of its item.
pub(super) fn previous(writer: &mut Writer<'_, '_>) {
    let context = writer.context;
    let previous = context.previous();
    match &previous.wording {
        Some(own) => drop(prose(writer, own, TextOf::PreviousMinutes, Id::NONE, Manner::text())),
        None if previous.meetings.is_empty() => {}
        None => drop(writer.paragraph(Place::Previous, sentence(context), Weight::default())),
    }
    corrections(writer, &previous.corrections);
    vote::credit(writer, Place::Previous, &previous.movers, previous.vote.as_ref());
}

/// Writes it before the business where the draft has no item for it.
pub(super) fn without_item(writer: &mut Writer<'_, '_>) {
    if !writer.context.has_role(ItemRole::PreviousMinutes) {
        previous(writer);
    }
}

/// What was done with earlier minutes, in the house's words.
pub(super) fn sentence(context: &Context<'_>) -> Spans {
    let previous = context.previous();
    let words = &context.style.wording.previous;
    let form = match previous.approval {
        Approval::Approved => &words.approved,
        Approval::Signed => &words.signed,
        Approval::Agreed => &words.agreed,
        Approval::NotApproved => &words.not_approved,
        Approval::Deferred => &words.deferred,
    };
    let subject = match previous.corrections.len() {
        0 => Spans::new(),
        1 => said(&words.subject_one),
        _ => said(&words.subject_many),
    };
    fill(form, &[("meetings", meetings(context, &previous.meetings)), ("subject", subject)])
}

fn meetings(context: &Context<'_>, meetings: &[PreviousMeeting]) -> Spans {
    let words = &context.style.wording.previous;
    let day = |meeting: &PreviousMeeting| calendar::date(context.style, &context.style.dates.text, meeting.date);
    let alike = meetings.iter().all(|meeting| meeting.kind == MeetingKind::Ordinary && meeting.body.is_none());
    if alike && meetings.len() > 1 {
        return fill(&words.meetings, &[("dates", listed(context, meetings.iter().map(day).collect()))]);
    }
    let mut out = Spans::new();
    for (place, meeting) in meetings.iter().enumerate() {
        match place {
            0 => {}
            _ if place + 1 == meetings.len() => out.extend(said(&words.and)),
            _ => out.extend(said(&words.then)),
        }
        let body = plain(meeting.body.clone().unwrap_or_default());
        let gaps = [("kind", title::kind(context, &meeting.kind)), ("body", body), ("date", day(meeting))];
        out.extend(fill(&words.meeting, &gaps));
    }
    out
}

/// Writes corrections as a list.
pub(super) fn corrections(writer: &mut Writer<'_, '_>, corrections: &[Correction]) {
    let context = writer.context;
    let style = &context.style.lists;
    let marker_at = writer.column.at + style.marker_at.points();
    let column = Column { at: marker_at + style.text_after.points(), ..writer.column };
    let bullet = plain(style.bullets.first().cloned().unwrap_or_default());
    for (number, correction) in corrections.iter().enumerate() {
        let role = Role::ListItem { marks: ListMarks::Disc, begins: number == 0 };
        let text = self::correction(context, correction);
        let gap = if number == 0 { context.style.text.gap } else { style.gap };
        if let Some(block) = writer.set(Place::Correction(correction.id), role, column, text, Weight::default()) {
            block.space_before = gap.points();
            writer.label(marker_at, &bullet, Weight::default());
        }
    }
}

fn correction(context: &Context<'_>, correction: &Correction) -> Spans {
    let words = &context.style.wording.previous;
    let several = context.previous().meetings.len() > 1;
    let meeting = correction.meeting.filter(|_| several);
    let meeting = meeting.and_then(|id| context.previous().meetings.iter().find(|meeting| meeting.id == id));
    let date = meeting.map(|meeting| calendar::date(context.style, &context.style.dates.short, meeting.date));
    let mut gaps = vec![("minute", plain(correction.minute.clone())), ("date", date.unwrap_or_default())];
    let form = match &correction.change {
        Change::Replace { old, new } => {
            gaps.extend([("old", plain(old.clone())), ("new", plain(new.clone()))]);
            &words.replace
        }
        Change::Insert { after, text } => {
            gaps.extend([("after", plain(after.clone())), ("text", plain(text.clone()))]);
            &words.insert
        }
        Change::Delete { text } => {
            gaps.push(("text", plain(text.clone())));
            &words.delete
        }
        Change::AddPerson { name, list } => {
            gaps.extend([("name", plain(name.clone())), ("list", plain(list.clone()))]);
            &words.add_person
        }
        Change::Other(text) => {
            gaps.push(("text", plain(text.clone())));
            &words.other
        }
    };
    fill(form, &gaps)
}
