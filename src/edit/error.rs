use crate::model::{Id, ProseAt};
use std::fmt;

/// Why an edit could not be applied. The minutes are then as they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The node that it names is not in the minutes.
    NoSuchNode(Id),
    /// The prose that it names is not in the minutes.
    NoSuchProse(ProseAt),
    /// It names a place outside a list.
    OutOfRange {
        /// The place, from 0.
        at: usize,
        /// How long the list is.
        length: usize,
    },
    /// The minutes are signed, and are only read from then on.
    Signed,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EditError::NoSuchNode(id) => write!(f, "There is nothing with the id {id} in these minutes."),
            EditError::NoSuchProse(_) => write!(f, "The text that was to change is no longer in these minutes."),
            EditError::OutOfRange { at, length } => {
                write!(f, "There is no entry {} in a list of {length}.", at.saturating_add(1))
            }
            EditError::Signed => {
                write!(f, "These minutes are signed and can only be read. Begin a new revision to change them.")
            }
        }
    }
}

impl std::error::Error for EditError {}
