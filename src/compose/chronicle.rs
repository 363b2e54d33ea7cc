//! What happened at which moment of the meeting, where it is marked in the text, and who may read of it.

use super::sight::{Known, Sight};
use crate::model::*;
use std::collections::{HashMap, HashSet};

/// Something that happened at a moment of the meeting.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Moment {
    /// Somebody came or went.
    Movement(Movement),
    /// Somebody took the chair.
    Chair(Chairing),
    /// The meeting was adjourned.
    Adjourned(Adjournment),
}

/// All moments of a meeting, and those of which the audience may read.
#[derive(Default)]
pub(super) struct Moments {
    all: HashMap<Id, Moment>,
    order: Vec<Id>,
    marked: HashSet<Id>,
    seen_marks: HashSet<Id>,
    hidden_items: HashSet<Id>,
}

impl Moments {
    /// Finds the moments and their marks in the text.
    pub fn new(minutes: &Minutes, audience: Audience, known: &HashMap<Id, Known>) -> Moments {
        let mut moments = Moments::default();
        let movements = minutes.attendance.movements.iter().map(|it| (it.id, Moment::Movement(it.clone())));
        let chairs = minutes.attendance.chairs.iter().map(|it| (it.id, Moment::Chair(it.clone())));
        let adjourned = minutes.meeting.adjournments.iter().map(|it| (it.id, Moment::Adjourned(it.clone())));
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
    pub fn get(&self, id: Id) -> Option<&Moment> {
        self.all.get(&id)
    }

    /// Whether the audience may read of it: its place is not private.
    pub fn may_be_told(&self, id: Id) -> bool {
        if self.marked.contains(&id) {
            return self.seen_marks.contains(&id);
        }
        self.get(id).and_then(Moment::item).is_none_or(|item| !self.hidden_items.contains(&item))
    }

    /// Those without a mark in the text that happened in an item, or outside of any.
    pub fn unmarked(&self, item: Option<Id>) -> impl Iterator<Item = (Id, &Moment)> {
        self.order
            .iter()
            .filter(|id| !self.marked.contains(id) && self.may_be_told(**id))
            .filter_map(|id| self.get(*id).map(|moment| (*id, moment)))
            .filter(move |(_, moment)| moment.item() == item)
    }
}

impl Moment {
    fn item(&self) -> Option<Id> {
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
