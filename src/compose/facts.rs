//! What a chunk may depend on beside its own item, as questions that are noted while it is composed. A chunk whose item is
//! the same as before, and whose questions have the same answers, is the same as before.

use super::chronicle::Moments;
use super::sight::{Known, Sight, Spot};
use crate::model::numbers::{Numbers, number};
use crate::model::*;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Something that was asked while a chunk was composed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Question {
    /// Anything of the house.
    House,
    /// What the body is called in running text.
    BodyShort,
    /// The language of the draft.
    Language,
    /// Anything of the meeting.
    Meeting,
    /// The day of the meeting.
    Date,
    /// The numbering policy.
    Numbering,
    /// Anything of the attendance.
    Attendance,
    /// One person.
    Person(Id),
    /// Anything of the declarations.
    Declarations,
    /// The declarations that relate to an item.
    DeclarationsAt(Id),
    /// Anything of the earlier minutes.
    Previous,
    /// Anything of the end.
    Closing,
    /// Anything of the record.
    Record,
    /// Whether the audience sees an item, and under which heading.
    Known(Id),
    /// How the audience sees an item.
    Sight(Id),
    /// Whether an item stands before or behind where it is cited.
    Direction(Spot, Id),
    /// The number of an item.
    Number(Id),
    /// Which item speaks for a role.
    Speaker(ItemRole),
    /// Something of the chronicle.
    Moment(Id),
    /// Whether the audience may read of it.
    MayBeTold(Id),
    /// What happened in an item, or outside of any, without a mark in the text.
    Unmarked(Option<Id>),
}

/// What follows from the business as a whole, for an audience.
pub(super) struct Facts {
    items: HashMap<Id, Known>,
    numbers: Numbers,
    roles: HashMap<ItemRole, Id>,
    moments: Moments,
}

/// What answers questions: the minutes, of whose business only the facts are looked at, and these.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// The minutes.
    pub minutes: &'a Minutes,
    /// The facts.
    pub facts: &'a Facts,
}

impl Facts {
    /// Looks through the minutes once.
    pub fn new(minutes: &Minutes, audience: Audience) -> Facts {
        let mut items = HashMap::new();
        let mut roles = HashMap::new();
        for section in &minutes.business {
            let private = section.kind == SectionKind::Private;
            look_at(&section.items, audience, private, false, &mut items, &mut roles);
        }
        let moments = Moments::new(minutes, audience, &items);
        Facts { items, numbers: number(minutes), roles, moments }
    }

    /// What may be said of an item.
    pub fn known(&self, item: Id) -> Option<&Known> {
        self.items.get(&item)
    }

    /// How the audience sees an item.
    pub fn sight(&self, item: Id) -> Sight {
        self.items.get(&item).map_or(Sight::Hidden, |known| known.sight)
    }

    /// Whether an item stands before or behind a spot; none where there is no such item.
    pub fn direction(&self, spot: Spot, item: Id) -> Option<Ordering> {
        let order = |item: Id| self.items.get(&item).map(|known| known.order);
        let from = match spot {
            Spot::Head => 0,
            Spot::Item(item) => order(item).unwrap_or(0),
            Spot::End => usize::MAX,
        };
        order(item).map(|order| order.cmp(&from))
    }

    /// The numbers of the items.
    pub fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// The item that speaks for a role: the first that has it.
    pub fn speaker(&self, role: ItemRole) -> Option<Id> {
        self.roles.get(&role).copied()
    }

    /// The chronicle.
    pub fn moments(&self) -> &Moments {
        &self.moments
    }
}

/// Whether a question has the same answer on two grounds of the same style and audience.
pub(super) fn is_same(question: Question, before: Ground<'_>, now: Ground<'_>) -> bool {
    let (was, is) = (before.minutes, now.minutes);
    let (facts_before, facts) = (before.facts, now.facts);
    match question {
        Question::House => was.house == is.house,
        Question::BodyShort => was.house.body_short == is.house.body_short,
        Question::Language => was.house.language == is.house.language,
        Question::Meeting => was.meeting == is.meeting,
        Question::Date => was.meeting.date == is.meeting.date,
        Question::Numbering => was.numbering == is.numbering,
        Question::Attendance => was.attendance == is.attendance,
        Question::Person(id) => was.attendance.person(id) == is.attendance.person(id),
        Question::Declarations => was.declarations == is.declarations,
        Question::DeclarationsAt(item) => declared_at(was, item).eq(declared_at(is, item)),
        Question::Previous => was.previous == is.previous,
        Question::Closing => was.closing == is.closing,
        Question::Record => was.record == is.record,
        Question::Known(item) => match (facts_before.known(item), facts.known(item)) {
            (Some(was), Some(is)) => (was.sight, &was.heading) == (is.sight, &is.heading),
            (was, is) => was.is_none() && is.is_none(),
        },
        Question::Sight(item) => facts_before.sight(item) == facts.sight(item),
        Question::Direction(spot, item) => facts_before.direction(spot, item) == facts.direction(spot, item),
        Question::Number(item) => facts_before.numbers.of(item) == facts.numbers.of(item),
        Question::Speaker(role) => facts_before.speaker(role) == facts.speaker(role),
        Question::Moment(id) => facts_before.moments.get(id) == facts.moments.get(id),
        Question::MayBeTold(id) => facts_before.moments.may_be_told(id) == facts.moments.may_be_told(id),
        Question::Unmarked(item) => facts_before.moments.unmarked(item).eq(facts.moments.unmarked(item)),
    }
}

/// The declarations that relate to an item.
pub(super) fn declared_at(minutes: &Minutes, item: Id) -> impl Iterator<Item = &Declaration> {
    minutes.declarations.entries.iter().filter(move |entry| entry.item == Some(item))
}

fn look_at(
    items: &[Item],
    audience: Audience,
    private: bool,
    hidden: bool,
    known: &mut HashMap<Id, Known>,
    roles: &mut HashMap<ItemRole, Id>,
) {
    for item in items {
        let private = private || !item.privacy.is_public();
        let (sight, heading) = match (&item.public_version, hidden) {
            (_, true) => (Sight::Hidden, None),
            _ if !private || audience == Audience::Members => (Sight::Whole, Some(item.title.clone())),
            (PublicVersion::Stub { title, .. }, false) => (Sight::Stub, Some(title.clone())),
            (PublicVersion::Withheld, false) => (Sight::Hidden, None),
        };
        let order = known.len() + 1;
        known.entry(item.id).or_insert(Known { order, heading, sight });
        roles.entry(item.role).or_insert(item.id);
        look_at(&item.items, audience, private, hidden || sight != Sight::Whole, known, roles);
    }
}
