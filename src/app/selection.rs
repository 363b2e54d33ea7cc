use super::Line;
use crate::{
    edit::prose::{Point, Span},
    model::{Id, ProseAt},
};
use serde::{Deserialize, Serialize};

/// What the form in the middle shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// Where the clerk is: the form, and the caret where text is being typed. Each step of the history keeps it, and journals do,
/// so that its form is frozen with theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// The form.
    pub selection: Selection,
    /// The caret; none outside of prose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caret: Option<Caret>,
}

/// The caret in a piece of prose, with what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caret {
    /// In which prose.
    pub at: ProseAt,
    /// Where the selection was begun; where nothing is selected, the same as `head`.
    pub anchor: Point,
    /// Where the caret is.
    pub head: Point,
}

impl Caret {
    /// A caret with its selection.
    pub fn new(at: ProseAt, span: Span) -> Caret {
        Caret { at, anchor: span.anchor, head: span.head }
    }

    /// The selection.
    pub fn span(self) -> Span {
        Span { anchor: self.anchor, head: self.head }
    }
}

/// What within a form is to have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The form's first field, and the form from its top, wherever in it the clerk was.
    First,
    /// The row or the fields of a node: a person, a part, a declaration.
    Node(Id),
    /// A piece of prose.
    Prose(ProseAt),
    /// A line that is no prose, with what was found in it.
    Line(Line),
    /// The line for the next rough note of an item.
    Notes(Id),
    /// The vote on a resolution part, a motion part or an amendment.
    Vote(Id),
    /// The outcome of a resolution part.
    Outcome(Id),
}
