use super::entry::Filed;
use crate::edit::Snapshot;

/// What a journal begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct Beginning<C> {
    /// The session.
    pub session: Snapshot<C>,
    /// The file from which it was opened or to which it was saved last, which holds its saved revision; none for a draft
    /// that has no file.
    pub file: Option<Filed>,
    /// Where the clerk is.
    pub here: C,
}
