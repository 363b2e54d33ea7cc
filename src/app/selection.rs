use crate::model::{Id, ProseAt};

/// What the form in the middle shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Selection {
    /// The meeting: council, body, date, place, numbering.
    #[default]
    Meeting,
    /// The attendance.
    Attendance,
    /// A section's heading.
    Section(Id),
    /// An item, with what its role adds: declarations, previous minutes, apologies.
    Item(Id),
    /// The end of the minutes.
    Closing,
    /// The record.
    Record,
}

/// What within a form is to have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The row or the fields of a node: a person, a part, a declaration.
    Node(Id),
    /// A piece of prose.
    Prose(ProseAt),
}
