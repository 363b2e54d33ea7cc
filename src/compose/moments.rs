//! Who came, went and took the chair, and when the meeting paused: where it is said, and to whom.

use super::calendar;
use super::chronicle::Moment;
use super::citations;
use super::context::Context;
use super::names;
use super::place::Place;
use super::span::{Spans, listed, plain};
use super::wording::fill;
use super::writer::Writer;
use crate::model::*;
use crate::template::{MovementsShown, Weight, Words};

/// Writes the sentences of the moments that happened in an item without a mark in its text.
pub(super) fn at_item(writer: &mut Writer<'_, '_>, item: Id) {
    for (id, _) in writer.context.unmarked(Some(item)) {
        sentence(writer, id);
    }
}

/// Writes those that happened at no place that anybody noted: behind the attendance, adjournments before the end.
pub(super) fn without_place(writer: &mut Writer<'_, '_>, at_end: bool) {
    for (id, moment) in writer.context.unmarked(None) {
        if matches!(moment, Moment::Adjourned(_)) == at_end {
            sentence(writer, id);
        }
    }
}

/// Writes the sentence of a moment, where the house has one for it.
pub(super) fn sentence(writer: &mut Writer<'_, '_>, id: Id) {
    let context = writer.context;
    let Some(moment) = context.moment(id) else { return };
    let words = &context.style.wording.movements;
    match moment {
        Moment::Movement(movement) => {
            let shown = match context.style.attendance.movements {
                MovementsShown::Nowhere => false,
                MovementsShown::InText => true,
                MovementsShown::InAttendance => present(context, &movement.who).is_none(),
            };
            if shown {
                let form = match movement.kind {
                    MovementKind::Arrived => &words.arrived,
                    MovementKind::Left => &words.left,
                    MovementKind::Returned => &words.returned,
                    MovementKind::Withdrew => &words.withdrew,
                };
                let said = moved(context, movement, form);
                writer.paragraph(Place::Moment(id), said, Weight::default());
            }
        }
        Moment::Chair(chairing) => {
            let said = chair(context, chairing);
            writer.paragraph(Place::Moment(id), said, Weight::default());
        }
        Moment::Adjourned(adjournment) => adjourned(writer, adjournment),
    }
}

fn moved(context: &Context<'_>, movement: &Movement, words: &Words) -> Spans {
    let time = movement.time.map(|time| calendar::time(&context.style.times, time)).unwrap_or_default();
    let about = &context.style.wording.movements.about;
    let time = if movement.approximate && !time.is_empty() { fill(about, &[("time", time)]) } else { time };
    fill(
        words,
        &[
            ("who", names::who(context, &movement.who, context.style.names.members)),
            ("time", time),
            ("remark", plain(movement.remark.clone().unwrap_or_default())),
        ],
    )
}

fn chair(context: &Context<'_>, chairing: &Chairing) -> Spans {
    let time = |time: Option<Time>| time.map(|time| calendar::time(&context.style.times, time)).unwrap_or_default();
    let cited = |item: Option<Id>| item.map(|item| citations::bare_number(context, item)).unwrap_or_default();
    let several = chairing.last_item.is_some() && chairing.last_item != chairing.item;
    fill(
        &context.style.wording.movements.chair,
        &[
            ("who", names::who(context, &chairing.who, context.style.names.members)),
            ("from", time(chairing.from)),
            ("until", time(chairing.until)),
            ("first", cited(chairing.item.filter(|_| several))),
            ("last", cited(chairing.last_item.filter(|_| several))),
            ("reason", plain(chairing.reason.clone().unwrap_or_default())),
        ],
    )
}

fn adjourned(writer: &mut Writer<'_, '_>, adjournment: &Adjournment) {
    let context = writer.context;
    let words = &context.style.wording.movements;
    let time = |time: Option<Time>| time.map(|time| calendar::time(&context.style.times, time)).unwrap_or_default();
    let reason = plain(adjournment.reason.clone().unwrap_or_default());
    let said = fill(&words.adjourned, &[("time", time(adjournment.time)), ("reason", reason)]);
    writer.paragraph(Place::Moment(adjournment.id), said, Weight::default());
    let Some(resumption) = &adjournment.resumption else { return };
    let day = resumption.date.map(|day| calendar::date(context.style, &context.style.dates.text, day));
    let back = names::list(context, &resumption.present, context.style.names.members);
    let gaps = [("time", time(resumption.time)), ("date", day.unwrap_or_default()), ("names", back)];
    writer.paragraph(Place::Moment(adjournment.id), fill(&words.resumed, &gaps), Weight::default());
}

/// The movements of somebody in the attendance, for the brackets behind the name.
pub(super) fn behind_name(context: &Context<'_>, person: &Person) -> Spans {
    if context.style.attendance.movements != MovementsShown::InAttendance {
        return Spans::new();
    }
    let words = &context.style.wording.movements;
    let theirs = context
        .attendance()
        .movements
        .iter()
        .filter(|movement| movement.who == Who::Person(person.id) && context.may_be_told(movement.id));
    let said: Vec<Spans> = theirs
        .map(|movement| {
            let form = match movement.kind {
                MovementKind::Arrived => &words.arrived_short,
                MovementKind::Left => &words.left_short,
                MovementKind::Returned => &words.returned_short,
                MovementKind::Withdrew => &words.withdrew_short,
            };
            moved(context, movement, form)
        })
        .collect();
    listed(context, said)
}

fn present<'a>(context: &Context<'a>, who: &Who) -> Option<&'a Person> {
    match who {
        Who::Person(id) => context.person(*id).filter(|person| person.is_present()),
        Who::Named(_) => None,
    }
}
