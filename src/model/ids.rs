//! The one list of what bears an id.

use super::*;

/// What an id belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bearer {
    /// [`Adjournment`].
    Adjournment,
    /// [`Group`].
    Group,
    /// [`Person`].
    Person,
    /// [`Movement`].
    Movement,
    /// [`Chairing`].
    Chairing,
    /// [`Declaration`].
    Declaration,
    /// [`PreviousMeeting`].
    PreviousMeeting,
    /// [`Correction`].
    Correction,
    /// [`Section`].
    Section,
    /// [`Item`].
    Item,
    /// [`Part`].
    Part,
    /// [`Action`].
    Action,
    /// [`Amendment`].
    Amendment,
}

/// Writes the list once for reading and once for changing: the two may not differ.
macro_rules! list_of_ids {
    ($name:ident, $iter:ident $(, $mutable:tt)?) => {
        mod $name {
            use super::*;

            pub(super) type List<'a> = Vec<(&'a $($mutable)? Id, Bearer)>;

            pub(super) fn minutes<'a>(minutes: &'a $($mutable)? Minutes, out: &mut List<'a>) {
                let Minutes {
                    meeting, attendance, declarations, previous, business, record,
                    house: _, numbering: _, closing: _,
                } = minutes;
                out.extend(meeting.adjournments.$iter().map(|it| (& $($mutable)? it.id, Bearer::Adjournment)));
                let Attendance { groups, movements, chairs, public: _, quorum: _ } = attendance;
                for it in groups.$iter() {
                    group(it, out);
                }
                out.extend(movements.$iter().map(|it| (& $($mutable)? it.id, Bearer::Movement)));
                out.extend(chairs.$iter().map(|it| (& $($mutable)? it.id, Bearer::Chairing)));
                out.extend(declarations.entries.$iter().map(|it| (& $($mutable)? it.id, Bearer::Declaration)));
                out.extend(previous.meetings.$iter().map(|it| (& $($mutable)? it.id, Bearer::PreviousMeeting)));
                let approved = record.approved.$iter().flat_map(|it| it.corrections.$iter());
                let corrections = previous.corrections.$iter().chain(approved);
                out.extend(corrections.map(|it| (& $($mutable)? it.id, Bearer::Correction)));
                for it in business.$iter() {
                    section(it, out);
                }
            }

            pub(super) fn group<'a>(group: &'a $($mutable)? Group, out: &mut List<'a>) {
                out.push((& $($mutable)? group.id, Bearer::Group));
                out.extend(group.people.$iter().map(|it| (& $($mutable)? it.id, Bearer::Person)));
            }

            pub(super) fn section<'a>(section: &'a $($mutable)? Section, out: &mut List<'a>) {
                out.push((& $($mutable)? section.id, Bearer::Section));
                for it in section.items.$iter() {
                    item(it, out);
                }
            }

            pub(super) fn item<'a>(item: &'a $($mutable)? Item, out: &mut List<'a>) {
                out.push((& $($mutable)? item.id, Bearer::Item));
                for part in item.parts.$iter() {
                    out.push((& $($mutable)? part.id, Bearer::Part));
                    content(& $($mutable)? part.content, out);
                }
                for it in item.items.$iter() {
                    self::item(it, out);
                }
            }

            pub(super) fn content<'a>(content: &'a $($mutable)? PartContent, out: &mut List<'a>) {
                let mut actions = |actions: &'a $($mutable)? [Action]| {
                    out.extend(actions.$iter().map(|it| (& $($mutable)? it.id, Bearer::Action)));
                };
                match content {
                    PartContent::Resolution(resolution) => actions(& $($mutable)? resolution.actions),
                    PartContent::Actions(list) => actions(list),
                    PartContent::Motion(motion) => {
                        out.extend(motion.amendments.$iter().map(|it| (& $($mutable)? it.id, Bearer::Amendment)));
                    }
                    PartContent::Prose(_)
                    | PartContent::Vote(_)
                    | PartContent::Table(_)
                    | PartContent::Note(_)
                    | PartContent::Petition(_)
                    | PartContent::Question(_)
                    | PartContent::CallIn(_) => {}
                }
            }
        }
    };
}

list_of_ids!(read, iter);
list_of_ids!(change, iter_mut, mut);

fn listed<T>(list: impl FnOnce(&mut Vec<T>)) -> Vec<T> {
    let mut out = Vec::new();
    list(&mut out);
    out
}

fn bare(list: change::List<'_>) -> Vec<&mut Id> {
    list.into_iter().map(|(id, _)| id).collect()
}

fn copied(list: &read::List<'_>) -> Vec<(Id, Bearer)> {
    list.iter().map(|(id, bearer)| (**id, *bearer)).collect()
}

impl Minutes {
    /// Every id of the document, with what bears it: each node once, what holds others before these.
    pub fn ids(&self) -> Vec<(Id, Bearer)> {
        copied(&listed(|out| read::minutes(self, out)))
    }

    /// The same ids in the same order, to be changed.
    pub fn ids_mut(&mut self) -> Vec<&mut Id> {
        bare(listed(|out| change::minutes(self, out)))
    }
}

impl Group {
    /// Its id and those of its people, to be changed.
    pub fn ids_mut(&mut self) -> Vec<&mut Id> {
        bare(listed(|out| change::group(self, out)))
    }
}

impl Section {
    /// Its id and those of all that it holds, to be changed.
    pub fn ids_mut(&mut self) -> Vec<&mut Id> {
        bare(listed(|out| change::section(self, out)))
    }
}

impl Item {
    /// Its id and those of all that it holds, to be changed.
    pub fn ids_mut(&mut self) -> Vec<&mut Id> {
        bare(listed(|out| change::item(self, out)))
    }
}

impl PartContent {
    /// The ids of what it holds.
    pub fn ids(&self) -> Vec<(Id, Bearer)> {
        copied(&listed(|out| read::content(self, out)))
    }

    /// The same ids in the same order, to be changed.
    pub fn ids_mut(&mut self) -> Vec<&mut Id> {
        bare(listed(|out| change::content(self, out)))
    }
}
