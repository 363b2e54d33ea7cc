use super::{EditError, ListEdit};
use crate::model::{Attendance, Chairing, Group, GroupLayout, Id, MembershipClass, Movement, Person};
use serde::{Deserialize, Serialize};

/// A change to the attendance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttendanceEdit {
    /// To the list of groups.
    Groups(ListEdit<Group>),
    /// To what a group is called and how it is set.
    GroupHead {
        /// The group.
        group: Id,
        /// Its label.
        label: String,
        /// The class of those who are added.
        class: MembershipClass,
        /// How it is set.
        layout: Option<GroupLayout>,
    },
    /// To the people of a group.
    People {
        /// The group.
        group: Id,
        /// The change.
        edit: Box<ListEdit<Person>>,
    },
    /// To the figures.
    Figures {
        /// How many members of the public attended.
        public: Option<u32>,
        /// How many make the meeting quorate.
        quorum: Option<u32>,
    },
    /// To the log of arrivals and departures.
    Movements(ListEdit<Movement>),
    /// To who was in the chair.
    Chairs(ListEdit<Chairing>),
}

impl AttendanceEdit {
    pub(super) fn apply(self, attendance: &mut Attendance) -> Result<AttendanceEdit, EditError> {
        Ok(match self {
            AttendanceEdit::Groups(edit) => AttendanceEdit::Groups(edit.apply(&mut attendance.groups)?),
            AttendanceEdit::GroupHead { group: id, label, class, layout } => {
                let group = group(attendance, id)?;
                AttendanceEdit::GroupHead {
                    group: id,
                    label: std::mem::replace(&mut group.label, label),
                    class: std::mem::replace(&mut group.class, class),
                    layout: std::mem::replace(&mut group.layout, layout),
                }
            }
            AttendanceEdit::People { group: id, edit } => {
                AttendanceEdit::People { group: id, edit: Box::new(edit.apply(&mut group(attendance, id)?.people)?) }
            }
            AttendanceEdit::Figures { public, quorum } => AttendanceEdit::Figures {
                public: std::mem::replace(&mut attendance.public, public),
                quorum: std::mem::replace(&mut attendance.quorum, quorum),
            },
            AttendanceEdit::Movements(edit) => AttendanceEdit::Movements(edit.apply(&mut attendance.movements)?),
            AttendanceEdit::Chairs(edit) => AttendanceEdit::Chairs(edit.apply(&mut attendance.chairs)?),
        })
    }
}

fn group(attendance: &mut Attendance, id: Id) -> Result<&mut Group, EditError> {
    attendance.groups.iter_mut().find(|group| group.id == id).ok_or(EditError::NoSuchNode(id))
}
