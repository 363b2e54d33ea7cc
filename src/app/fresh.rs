//! Ids for nodes that are added.

use super::Ids;
use crate::model::{Group, Id, Item, Meeting, Minutes, Part, PartContent, PreviousMinutes, Section};
use std::collections::HashSet;

/// Gives ids that neither the minutes nor what is being added has.
pub(super) struct Fresh<'a> {
    ids: &'a mut dyn Ids,
    minutes: &'a Minutes,
    /// The ids that the minutes bear and those that were given; collected when the first is given.
    taken: Option<HashSet<Id>>,
}

impl<'a> Fresh<'a> {
    pub fn new(ids: &'a mut dyn Ids, minutes: &'a Minutes) -> Fresh<'a> {
        Fresh { ids, minutes, taken: None }
    }

    /// A new id.
    pub fn id(&mut self) -> Id {
        let taken = self.taken.get_or_insert_with(|| self.minutes.ids().into_iter().map(|(id, _)| id).collect());
        loop {
            let id = self.ids.fresh(self.minutes);
            if id != Id::NONE && taken.insert(id) {
                return id;
            }
        }
    }

    /// A new id, unless it is one of those that were there before; each of those serves once.
    fn keep(&mut self, id: &mut Id, before: &mut HashSet<Id>) {
        if !before.remove(id) {
            *id = self.id();
        }
    }

    /// New ids for a group and its people.
    pub fn group(&mut self, group: &mut Group) {
        self.all(group.ids_mut());
    }

    /// New ids for a section and all that it holds.
    pub fn section(&mut self, section: &mut Section) {
        self.all(section.ids_mut());
    }

    /// New ids for an item and all that it holds.
    pub fn item(&mut self, item: &mut Item) {
        self.all(item.ids_mut());
    }

    fn all(&mut self, ids: Vec<&mut Id>) {
        ids.into_iter().for_each(|id| *id = self.id());
    }

    /// New ids for what a new part holds.
    pub fn new_content(&mut self, content: &mut PartContent) {
        self.all(content.ids_mut());
    }

    /// New ids for what is new in a part.
    pub fn changed_part(&mut self, part: &mut Part, old: &Part) {
        let mut before = old.content.ids().into_iter().map(|(id, _)| id).collect();
        part.content.ids_mut().into_iter().for_each(|id| self.keep(id, &mut before));
    }

    /// New ids for new adjournments.
    pub fn changed_meeting(&mut self, meeting: &mut Meeting) {
        let mut before = self.minutes.meeting.adjournments.iter().map(|adjournment| adjournment.id).collect();
        meeting.adjournments.iter_mut().for_each(|adjournment| self.keep(&mut adjournment.id, &mut before));
    }

    /// New ids for new meetings and corrections; corrections go on pointing at their meeting.
    pub fn changed_previous(&mut self, previous: &mut PreviousMinutes) {
        let old = &self.minutes.previous;
        let mut before: HashSet<Id> = old.meetings.iter().map(|meeting| meeting.id).collect();
        for meeting in &mut previous.meetings {
            let was = meeting.id;
            self.keep(&mut meeting.id, &mut before);
            if was != meeting.id && was != Id::NONE {
                let points = previous.corrections.iter_mut().filter(|correction| correction.meeting == Some(was));
                points.for_each(|correction| correction.meeting = Some(meeting.id));
            }
        }
        let mut before = old.corrections.iter().map(|correction| correction.id).collect();
        previous.corrections.iter_mut().for_each(|correction| self.keep(&mut correction.id, &mut before));
    }
}
