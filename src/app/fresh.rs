//! Ids for nodes that are added.

use super::Ids;
use crate::model::{Attendance, Group, Id, Item, Meeting, Minutes, Part, PartContent, PreviousMinutes, Section};
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
        let taken = self.taken.get_or_insert_with(|| all_ids(self.minutes));
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
        group.id = self.id();
        for person in &mut group.people {
            person.id = self.id();
        }
    }

    /// New ids for a section and all that it holds.
    pub fn section(&mut self, section: &mut Section) {
        section.id = self.id();
        for item in &mut section.items {
            self.item(item);
        }
    }

    /// New ids for an item and all that it holds.
    pub fn item(&mut self, item: &mut Item) {
        item.id = self.id();
        for part in &mut item.parts {
            part.id = self.id();
            self.new_content(&mut part.content);
        }
        for sub in &mut item.items {
            self.item(sub);
        }
    }

    /// New ids for what a new part holds.
    pub fn new_content(&mut self, content: &mut PartContent) {
        self.content(content, &mut HashSet::new());
    }

    /// New ids for what is new in a part.
    pub fn changed_part(&mut self, part: &mut Part, old: &Part) {
        let mut before = HashSet::new();
        collect_content(&old.content, &mut before);
        self.content(&mut part.content, &mut before);
    }

    fn content(&mut self, content: &mut PartContent, before: &mut HashSet<Id>) {
        match content {
            PartContent::Resolution(resolution) => {
                resolution.actions.iter_mut().for_each(|action| self.keep(&mut action.id, before));
            }
            PartContent::Motion(motion) => {
                motion.amendments.iter_mut().for_each(|amendment| self.keep(&mut amendment.id, before));
            }
            PartContent::Actions(actions) => actions.iter_mut().for_each(|action| self.keep(&mut action.id, before)),
            PartContent::Prose(_)
            | PartContent::Vote(_)
            | PartContent::Table(_)
            | PartContent::Note(_)
            | PartContent::Petition(_)
            | PartContent::Question(_)
            | PartContent::CallIn(_) => {}
        }
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

/// Every id that the minutes bear.
fn all_ids(minutes: &Minutes) -> HashSet<Id> {
    let mut ids = HashSet::new();
    let Attendance { groups, movements, chairs, public: _, quorum: _ } = &minutes.attendance;
    ids.extend(groups.iter().flat_map(|group| group.people.iter().map(|person| person.id).chain([group.id])));
    ids.extend(movements.iter().map(|movement| movement.id));
    ids.extend(chairs.iter().map(|chairing| chairing.id));
    ids.extend(minutes.meeting.adjournments.iter().map(|adjournment| adjournment.id));
    ids.extend(minutes.declarations.entries.iter().map(|entry| entry.id));
    ids.extend(minutes.previous.meetings.iter().map(|meeting| meeting.id));
    ids.extend(minutes.previous.corrections.iter().map(|correction| correction.id));
    ids.extend(minutes.business.iter().map(|section| section.id));
    for visit in minutes.items() {
        ids.insert(visit.item.id);
        for part in &visit.item.parts {
            ids.insert(part.id);
            collect_content(&part.content, &mut ids);
        }
    }
    ids
}

fn collect_content(content: &PartContent, ids: &mut HashSet<Id>) {
    match content {
        PartContent::Resolution(resolution) => ids.extend(resolution.actions.iter().map(|action| action.id)),
        PartContent::Motion(motion) => ids.extend(motion.amendments.iter().map(|amendment| amendment.id)),
        PartContent::Actions(actions) => ids.extend(actions.iter().map(|action| action.id)),
        PartContent::Prose(_)
        | PartContent::Vote(_)
        | PartContent::Table(_)
        | PartContent::Note(_)
        | PartContent::Petition(_)
        | PartContent::Question(_)
        | PartContent::CallIn(_) => {}
    }
}
