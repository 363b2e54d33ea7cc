use super::history::Step;
use crate::model::Minutes;

/// A session as it is at one moment, whole: what a journal begins with. Its steps are closed to others; they are only
/// written down and read back.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot<C> {
    /// The minutes.
    pub minutes: Minutes,
    /// What can be undone, the oldest step first.
    pub undo: Vec<Step<C>>,
    /// What can be redone: the last one is redone first.
    pub redo: Vec<Step<C>>,
    /// The number of the minutes as they are.
    pub revision: u64,
    /// The number of the minutes that are on disk; `u64::MAX` where none are.
    pub saved_revision: u64,
    /// The highest number that was given.
    pub last_revision: u64,
}
