//! How the open draft is kept: what the keeper is told of it.

use super::{About, App, tasks::Subject};
use jiff::civil::DateTime;

/// How the file of a draft is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// The number of the save that the clerk waits for.
    pub(super) save: Option<u64>,
    /// When its file was written last, since it was opened.
    pub saved: Option<DateTime>,
}

impl Keeping {
    /// Whether the clerk asked to save and that is not done yet.
    pub fn is_saving(&self) -> bool {
        self.save.is_some()
    }
}

impl App {
    /// Has the draft that is open kept as it is now and from now on.
    pub(super) fn keep(&mut self) {
        let Some(draft) = &self.state.draft else { return };
        let subject = Subject { draft: self.serial, session: draft.session.clone(), path: draft.path.clone() };
        match self.tasks.keeper() {
            Ok(keeper) => keeper.keep(subject),
            Err(error) => self.failed_in(
                About::Saving,
                format!("The draft cannot be saved: {error}. Close other programs and start this one again."),
            ),
        }
    }
}
