//! From where items were moved, as long as the draft is open: the way back leads to the same place.

use crate::model::{Id, Item, Minutes, Section, SectionKind};
use std::collections::{HashMap, HashSet};

/// What the moves of a draft left to be remembered. The document does not hold it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moves {
    /// Where an item stood before it went to the other business, or was taken out of turn.
    origins: HashMap<Id, Origin>,
    /// The sections that were made for an item to move into.
    made: HashSet<Id>,
}

/// Where an item stood.
#[derive(Clone, Debug, PartialEq)]
struct Origin {
    kind: SectionKind,
    section: Id,
    before: Option<Id>,
    behind: Option<Id>,
}

impl Moves {
    /// Notes where an item of a section stands.
    pub(super) fn leaves(&mut self, minutes: &Minutes, item: Id) {
        for section in &minutes.business {
            if let Some(at) = section.items.iter().position(|other| other.id == item) {
                let id = |at: Option<usize>| at.and_then(|at| section.items.get(at)).map(|item| item.id);
                let (before, behind) = (id(at.checked_sub(1)), id(at.checked_add(1)));
                self.origins.insert(item, Origin { kind: section.kind, section: section.id, before, behind });
            }
        }
    }

    /// Notes that a section was made for an item.
    pub(super) fn made(&mut self, section: Id) {
        self.made.insert(section);
    }

    /// Whether a section was made for an item that moved.
    pub(super) fn has_made(&self, section: Id) -> bool {
        self.made.contains(&section)
    }

    /// The place in a section of this kind from which an item came: beside those that stood beside it.
    pub(super) fn back(&self, minutes: &Minutes, item: Id, kind: SectionKind) -> Option<(Id, usize)> {
        let origin = self.origins.get(&item).filter(|origin| origin.kind == kind)?;
        let sections = || minutes.business.iter().filter(|section| section.kind == kind);
        let find = |wanted: Option<Id>| {
            sections().find_map(|section| Some((section.id, section.items.iter().position(|i| Some(i.id) == wanted)?)))
        };
        let alone = || sections().find(|section| section.id == origin.section).map(|section| (section.id, 0));
        let before = find(origin.before).map(|(section, at)| (section, at + 1));
        before.or_else(|| find(origin.behind)).or_else(alone)
    }
}

/// The place that the agenda gives an item in the business of a kind: behind the last item that it names before. None where
/// the agenda's numbers do not tell.
pub(super) fn by_agenda(minutes: &Minutes, item: &Item, kind: SectionKind) -> Option<(Id, usize)> {
    let number = agenda_number(item)?;
    let sections = minutes.business.iter().filter(|section| section.kind == kind);
    let others: Vec<(Id, usize, AgendaNumber)> = sections
        .flat_map(|section| section.items.iter().enumerate().map(move |(at, other)| (section.id, at, other)))
        .filter(|(_, _, other)| other.id != item.id)
        .filter_map(|(section, at, other)| Some((section, at, agenda_number(other)?)))
        .collect();
    let before = others.iter().filter(|(_, _, other)| *other < number).max_by(|a, b| a.2.cmp(&b.2));
    let behind = others.iter().filter(|(_, _, other)| *other > number).min_by(|a, b| a.2.cmp(&b.2));
    before.map(|(section, at, _)| (*section, at + 1)).or_else(|| behind.map(|(section, at, _)| (*section, *at)))
}

/// A number of the agenda as it counts: 3 before 3a before 10.
type AgendaNumber = (u32, String);

fn agenda_number(item: &Item) -> Option<AgendaNumber> {
    let text = item.agenda.as_deref()?.trim();
    let figures = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at(figures);
    Some((number.parse().ok()?, rest.trim_matches(['.', ' ', '(', ')']).to_lowercase()))
}

/// The end of a section, but before the items that end a meeting: any other business, the next meeting.
pub(super) fn end_of(section: &Section) -> usize {
    use crate::model::ItemRole;
    let ends = |item: &&Item| match item.role {
        ItemRole::OtherBusiness | ItemRole::NextMeeting => true,
        ItemRole::Ordinary
        | ItemRole::Declarations
        | ItemRole::PreviousMinutes
        | ItemRole::Apologies
        | ItemRole::Substitutes => false,
    };
    section.items.len() - section.items.iter().rev().take_while(ends).count()
}

/// The item that has this number on the agenda; where several have, the first.
pub fn item_of_agenda(minutes: &Minutes, number: &str) -> Option<Id> {
    let wanted = number.trim().trim_end_matches('.');
    let visits = minutes.items();
    let is = |agenda: &str| agenda.trim().trim_end_matches('.').eq_ignore_ascii_case(wanted);
    visits.iter().find(|visit| visit.item.agenda.as_deref().is_some_and(is)).map(|visit| visit.item.id)
}
