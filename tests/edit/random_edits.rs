//! Random edits that fit a document: random numbers choose what is changed, another random document gives what it becomes.

use minutebook::{
    edit::{AttendanceEdit, BusinessEdit, Edit, ListEdit},
    model::*,
};

/// Turns numbers into edits.
pub struct Maker<'a> {
    /// Where new values come from.
    pub donor: &'a Minutes,
    /// The numbers, used in turn.
    pub numbers: Vec<u64>,
    /// How many were used.
    pub used: usize,
    /// The last id that was given to a new node: beyond those of random documents, so that none is there twice.
    pub last_id: u32,
}

impl Maker<'_> {
    fn number(&mut self, below: usize) -> usize {
        let number = self.numbers[self.used % self.numbers.len()] ^ (self.used as u64).wrapping_mul(0x9E37_79B9);
        self.used += 1;
        (number % below.max(1) as u64) as usize
    }

    fn id(&mut self) -> Id {
        self.last_id += 1;
        Id(self.last_id)
    }

    fn pick<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        let at = self.number(list.len());
        list.get(at)
    }

    /// An edit that fits the minutes.
    pub fn edit(&mut self, minutes: &Minutes) -> Edit {
        match self.number(14) {
            0 => Edit::House(Box::new(self.donor.house.clone())),
            1 => Edit::Meeting(Box::new(self.donor.meeting.clone())),
            2 => Edit::Numbering(self.donor.numbering.clone()),
            3 | 4 => Edit::Attendance(self.attendance(&minutes.attendance)),
            5 => {
                let donors = &self.donor.declarations.entries;
                Edit::Declarations(self.list(&minutes.declarations.entries, donors, |entry, id| entry.id = id))
            }
            6 => Edit::NilDeclarations(self.donor.declarations.nil_wording.clone()),
            7 => Edit::Previous(Box::new(self.donor.previous.clone())),
            8 => Edit::Closing(Box::new(self.donor.closing.clone())),
            9 => Edit::Record(Box::new(Record { signed: None, ..self.donor.record.clone() })),
            10 => Edit::Several(vec![self.prose(minutes), Edit::Business(self.business(minutes))]),
            11 => self.prose(minutes),
            _ => Edit::Business(self.business(minutes)),
        }
    }

    fn attendance(&mut self, attendance: &Attendance) -> AttendanceEdit {
        let donor = &self.donor.attendance;
        let group = self.pick(&attendance.groups).cloned();
        match (self.number(6), group) {
            (0, Some(group)) => AttendanceEdit::GroupHead {
                group: group.id,
                label: "Observers".to_owned(),
                class: MembershipClass::Other,
                layout: Some(GroupLayout::RunIn),
            },
            (1 | 2, Some(group)) => {
                let donors: Vec<Person> = donor.people().cloned().collect();
                let edit = self.list(&group.people, &donors, |person, id| person.id = id);
                AttendanceEdit::People { group: group.id, edit: Box::new(edit) }
            }
            (3, _) => AttendanceEdit::Figures { public: donor.public, quorum: donor.quorum },
            (4, _) => {
                AttendanceEdit::Movements(self.list(&attendance.movements, &donor.movements, |entry, id| entry.id = id))
            }
            (5, _) => AttendanceEdit::Chairs(self.list(&attendance.chairs, &donor.chairs, |entry, id| entry.id = id)),
            _ => AttendanceEdit::Groups(self.list(&attendance.groups, &donor.groups, |group, id| {
                group.id = id;
                group.people.clear();
            })),
        }
    }

    fn business(&mut self, minutes: &Minutes) -> BusinessEdit {
        let items: Vec<Item> = minutes.items().iter().map(|visit| visit.item.clone()).collect();
        let donors: Vec<Item> = self.donor.items().iter().map(|visit| visit.item.clone()).collect();
        let new_item = |item: &mut Item, id| {
            item.id = id;
            item.parts.clear();
            item.items.clear();
        };
        match (self.number(6), self.pick(&items).cloned()) {
            (0, Some(item)) => {
                let head = self.pick(&donors).cloned().unwrap_or_default();
                BusinessEdit::ItemHead(Box::new(Item { id: item.id, ..head }))
            }
            (1, Some(item)) => {
                BusinessEdit::Items { of: item.id, edit: Box::new(self.list(&item.items, &donors, new_item)) }
            }
            (2 | 3, Some(item)) => {
                let parts: Vec<Part> = donors.iter().flat_map(|item| &item.parts).cloned().collect();
                BusinessEdit::Parts { item: item.id, edit: self.list(&item.parts, &parts, |part, id| part.id = id) }
            }
            (4, _) if !minutes.business.is_empty() => {
                let section = &minutes.business[self.number(minutes.business.len())];
                BusinessEdit::Items { of: section.id, edit: Box::new(self.list(&section.items, &donors, new_item)) }
            }
            (5, _) if !minutes.business.is_empty() => {
                let section = &minutes.business[self.number(minutes.business.len())];
                BusinessEdit::SectionHead {
                    section: section.id,
                    kind: SectionKind::Private,
                    heading: Some("In private".to_owned()),
                }
            }
            _ => BusinessEdit::Sections(self.list(&minutes.business, &self.donor.business, |section, id| {
                section.id = id;
                section.items.clear();
            })),
        }
    }

    fn prose(&mut self, minutes: &Minutes) -> Edit {
        let mut places = vec![ProseAt::ClosingRemarks, ProseAt::Dispensations];
        let parts = minutes.items().into_iter().flat_map(|visit| &visit.item.parts);
        places.extend(parts.map(|part| ProseAt::Part(part.id)));
        places.retain(|at| minutes.prose(*at).is_some());
        let at = places[self.number(places.len())];
        let length = minutes.prose(at).map_or(0, Vec::len);
        let from = self.number(length + 1);
        let remove = self.number(length - from + 1);
        let words = ["", "Noted.", "A second paragraph\nwith a break", "ŵ"];
        let insert = (0..self.number(3)).map(|_| Paragraph::plain(words[self.number(words.len())])).collect();
        Edit::Prose { at, from, remove, insert }
    }

    fn list<T: Clone>(&mut self, list: &[T], donors: &[T], fresh: impl Fn(&mut T, Id)) -> ListEdit<T> {
        let length = list.len();
        match (self.number(4), length) {
            (0, 1..) => ListEdit::Remove { at: self.number(length) },
            (1, 1..) => ListEdit::Move { from: self.number(length), to: self.number(length) },
            (kind, _) => match self.pick(donors).cloned() {
                Some(mut value) => {
                    fresh(&mut value, self.id());
                    match kind {
                        2 if length > 0 => ListEdit::Set { at: self.number(length), value },
                        _ => ListEdit::Insert { at: self.number(length + 1), value },
                    }
                }
                None if length > 0 => ListEdit::Remove { at: self.number(length) },
                None => ListEdit::Move { from: 0, to: 0 },
            },
        }
    }
}
