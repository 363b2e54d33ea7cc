//! Who came, went and took the chair, and when the meeting paused: where it is said, and to whom.

use super::calendar;
use super::citations;
use super::context::{Context, Known, Sight};
use super::names;
use super::place::Place;
use super::span::{Spans, listed, plain};
use super::wording::fill;
use super::writer::Writer;
use crate::model::*;
use crate::template::{MovementsShown, Weight, Words};
use std::collections::{HashMap, HashSet};

/// Something that happened at a moment of the meeting.
#[derive(Clone, Copy, Debug)]
pub(super) enum Moment<'a> {
    /// Somebody came or went.
    Movement(&'a Movement),
    /// Somebody took the chair.
    Chair(&'a Chairing),
    /// The meeting was adjourned.
    Adjourned(&'a Adjournment),
}

/// All moments of a meeting, and those of which the audience may read.
#[derive(Default)]
pub(super) struct Moments<'a> {
    all: HashMap<Id, Moment<'a>>,
    order: Vec<Id>,
    marked: HashSet<Id>,
    seen_marks: HashSet<Id>,
    hidden_items: HashSet<Id>,
}

impl<'a> Moments<'a> {
    /// Finds the moments and their marks in the text.
    pub fn new(minutes: &'a Minutes, audience: Audience, known: &HashMap<Id, Known>) -> Moments<'a> {
        let mut moments = Moments::default();
        let movements = minutes.attendance.movements.iter().map(|it| (it.id, Moment::Movement(it)));
        let chairs = minutes.attendance.chairs.iter().map(|it| (it.id, Moment::Chair(it)));
        let adjourned = minutes.meeting.adjournments.iter().map(|it| (it.id, Moment::Adjourned(it)));
        for (id, moment) in movements.chain(chairs).chain(adjourned) {
            moments.order.push(id);
            moments.all.entry(id).or_insert(moment);
        }
        for visit in minutes.items() {
            let whole = known.get(&visit.item.id).is_some_and(|known| known.sight == Sight::Whole);
            if !whole {
                moments.hidden_items.insert(visit.item.id);
            }
            for part in &visit.item.parts {
                let seen = whole && audience.sees(&part.privacy);
                proses(&part.content).into_iter().for_each(|prose| moments.mark(prose, seen, audience));
            }
            if let PublicVersion::Stub { text, .. } = &visit.item.public_version {
                let stub = known.get(&visit.item.id).is_some_and(|known| known.sight == Sight::Stub);
                moments.mark(text, stub, audience);
            }
        }
        let declarations = minutes.declarations.entries.iter().filter_map(|entry| entry.wording.as_ref());
        let others = [&minutes.declarations.dispensations, &minutes.closing.remarks];
        for prose in declarations.chain(others).chain(&minutes.previous.wording) {
            moments.mark(prose, true, audience);
        }
        moments
    }

    fn mark(&mut self, prose: &Prose, seen: bool, audience: Audience) {
        for paragraph in prose {
            let seen = seen && audience.sees(&paragraph.privacy);
            for inline in &paragraph.text {
                if let Inline::Moment(id) = inline {
                    self.marked.insert(*id);
                    if seen {
                        self.seen_marks.insert(*id);
                    }
                }
            }
        }
    }

    /// The moment with this id.
    pub fn get(&self, id: Id) -> Option<Moment<'a>> {
        self.all.get(&id).copied()
    }

    /// Whether the audience may read of it: its place is not private.
    fn may_be_told(&self, id: Id) -> bool {
        if self.marked.contains(&id) {
            return self.seen_marks.contains(&id);
        }
        self.get(id).and_then(Moment::item).is_none_or(|item| !self.hidden_items.contains(&item))
    }

    /// Those without a mark in the text that happened in an item, or outside of any.
    fn unmarked(&self, item: Option<Id>) -> Vec<(Id, Moment<'a>)> {
        let at = |moment: Moment<'a>| moment.item();
        self.order
            .iter()
            .filter(|id| !self.marked.contains(id) && self.may_be_told(**id))
            .filter_map(|id| self.get(*id).map(|moment| (*id, moment)))
            .filter(|(_, moment)| at(*moment) == item)
            .collect()
    }
}

impl Moment<'_> {
    fn item(self) -> Option<Id> {
        match self {
            Moment::Movement(movement) => movement.item,
            Moment::Chair(chairing) => chairing.item,
            Moment::Adjourned(adjournment) => adjournment.item,
        }
    }
}

/// Every prose of a part.
pub(super) fn proses(content: &PartContent) -> Vec<&Prose> {
    match content {
        PartContent::Prose(prose) => vec![prose],
        PartContent::Resolution(resolution) => {
            let executive = resolution.executive.iter().flat_map(|it| [&it.reasons, &it.options]);
            std::iter::once(&resolution.text).chain(executive).collect()
        }
        PartContent::Motion(motion) => {
            let amendments = motion.amendments.iter().map(|amendment| &amendment.text);
            [&motion.text, &motion.substantive].into_iter().chain(amendments).collect()
        }
        PartContent::Table(table) => table.rows.iter().flat_map(|row| &row.cells).collect(),
        PartContent::Note(note) => vec![&note.text],
        PartContent::Petition(petition) => vec![&petition.text],
        PartContent::Question(question) => vec![&question.question, &question.answer],
        PartContent::CallIn(call_in) => vec![&call_in.grounds],
        PartContent::Vote(_) | PartContent::Actions(_) => Vec::new(),
    }
}

/// Writes the sentences of the moments that happened in an item without a mark in its text.
pub(super) fn at_item(writer: &mut Writer<'_, '_>, item: Id) {
    for (id, _) in writer.context.moments.unmarked(Some(item)) {
        sentence(writer, id);
    }
}

/// Writes those that happened at no place that anybody noted: behind the attendance, adjournments before the end.
pub(super) fn without_place(writer: &mut Writer<'_, '_>, at_end: bool) {
    for (id, moment) in writer.context.moments.unmarked(None) {
        if matches!(moment, Moment::Adjourned(_)) == at_end {
            sentence(writer, id);
        }
    }
}

/// Writes the sentence of a moment, where the house has one for it.
pub(super) fn sentence(writer: &mut Writer<'_, '_>, id: Id) {
    let context = writer.context;
    let Some(moment) = context.moments.get(id) else { return };
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
    fill(
        &context.style.wording.movements.chair,
        &[
            ("who", names::who(context, &chairing.who, context.style.names.members)),
            ("from", time(chairing.from)),
            ("until", time(chairing.until)),
            ("first", cited(chairing.item)),
            ("last", cited(chairing.last_item)),
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
        .minutes
        .attendance
        .movements
        .iter()
        .filter(|movement| movement.who == Who::Person(person.id) && context.moments.may_be_told(movement.id));
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
