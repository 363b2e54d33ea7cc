use super::{
    Edit, EditError,
    history::{History, MergeKey, Step},
    snapshot::Snapshot,
};
use crate::model::{Minutes, State};
use serde::{Deserialize, Serialize};

/// One draft while it is open: the minutes, and the way back from every change. Nothing else changes minutes.
///
/// `C` is where the clerk is in the window; it is kept with each step, so that undoing a change leads to where it was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Session<C> {
    minutes: Minutes,
    history: History<C>,
    revision: u64,
    saved_revision: u64,
    last_revision: u64,
}

/// What a change is called and how it merges.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intent<C> {
    /// What the menu says behind "Undo".
    pub label: String,
    /// What may merge with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merge: Option<MergeKey>,
    /// When: milliseconds of the application's clock.
    pub at: u64,
    /// Where the clerk was before the change.
    pub before: C,
    /// Where the clerk is after it.
    pub after: C,
}

impl<C: Clone + PartialEq> Session<C> {
    /// Minutes that were just opened, and are as they are on disk.
    pub fn opened(minutes: Minutes) -> Session<C> {
        Session { minutes, history: History::default(), revision: 0, saved_revision: 0, last_revision: 0 }
    }

    /// Minutes that are on no disk yet.
    pub fn begun(minutes: Minutes) -> Session<C> {
        Session { saved_revision: u64::MAX, ..Session::opened(minutes) }
    }

    /// The session as it is now, to be written down.
    pub fn snapshot(&self) -> Snapshot<C> {
        Snapshot {
            minutes: self.minutes.clone(),
            undo: self.history.undo.clone(),
            redo: self.history.redo.clone(),
            revision: self.revision,
            saved_revision: self.saved_revision,
            last_revision: self.last_revision,
        }
    }

    /// The session of which a snapshot was taken. What is done to both from then on leads to the same.
    pub fn restore(snapshot: Snapshot<C>) -> Session<C> {
        let Snapshot { minutes, undo, redo, revision, saved_revision, last_revision } = snapshot;
        Session { minutes, history: History { undo, redo }, revision, saved_revision, last_revision }
    }

    /// Ends the last step: what comes now is one of its own, however soon. The clock of another start of the program says
    /// nothing about how soon it is.
    pub fn end_step(&mut self) {
        if let Some(last) = self.history.undo.last_mut() {
            last.merge = None;
        }
    }

    /// The minutes.
    pub fn minutes(&self) -> &Minutes {
        &self.minutes
    }

    /// A number that stands for the minutes as they are now: two states of one session that have the same are equal.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether there is anything that is not on disk.
    pub fn is_dirty(&self) -> bool {
        self.revision != self.saved_revision
    }

    /// Notes that the minutes of this revision are on disk.
    pub fn saved(&mut self, revision: u64) {
        self.saved_revision = revision;
    }

    /// Whether the minutes are signed, and so are only read.
    pub fn is_sealed(&self) -> bool {
        self.minutes.record.state() == State::Signed
    }

    /// Makes a change. Gives whether it changed anything: one that did not leaves no step.
    ///
    /// # Errors
    ///
    /// Where the edit cannot be applied, or the minutes are signed. They are then as they were.
    pub fn apply(&mut self, edit: Edit, intent: Intent<C>) -> Result<bool, EditError> {
        if self.is_sealed() {
            return Err(EditError::Signed);
        }
        let inverse = edit.clone().apply(&mut self.minutes)?;
        if inverse == edit {
            return Ok(false);
        }
        let Intent { label, merge, at, before, after } = intent;
        let step = Step { label, edit: inverse, before, after, merge, at, revision: self.revision };
        self.history.push(step, self.revision != self.saved_revision);
        self.last_revision += 1;
        self.revision = self.last_revision;
        if self.is_sealed() {
            self.history = History::default();
        }
        Ok(true)
    }

    /// Takes the last change back and gives where it was made; none where there is nothing to take back.
    ///
    /// # Errors
    ///
    /// None in practice: an inverse fits the minutes that it came from.
    pub fn undo(&mut self) -> Result<Option<C>, EditError> {
        let Some(mut step) = self.history.undo.pop() else { return Ok(None) };
        step.edit = step.edit.apply(&mut self.minutes)?;
        std::mem::swap(&mut self.revision, &mut step.revision);
        let place = step.before.clone();
        self.history.redo.push(step);
        Ok(Some(place))
    }

    /// Makes the change again that was taken back last, and gives where it was made.
    ///
    /// # Errors
    ///
    /// None in practice, as with [`Session::undo`].
    pub fn redo(&mut self) -> Result<Option<C>, EditError> {
        let Some(mut step) = self.history.redo.pop() else { return Ok(None) };
        step.edit = step.edit.apply(&mut self.minutes)?;
        std::mem::swap(&mut self.revision, &mut step.revision);
        let place = step.after.clone();
        step.merge = None;
        self.history.undo.push(step);
        Ok(Some(place))
    }

    /// The edit that undoing would make.
    pub fn next_undo(&self) -> Option<&Edit> {
        self.history.undo.last().map(|step| &step.edit)
    }

    /// The edit that redoing would make.
    pub fn next_redo(&self) -> Option<&Edit> {
        self.history.redo.last().map(|step| &step.edit)
    }

    /// What would be undone, in the menu's words.
    pub fn undo_label(&self) -> Option<&str> {
        self.history.undo.last().map(|step| step.label.as_str())
    }

    /// What would be redone.
    pub fn redo_label(&self) -> Option<&str> {
        self.history.redo.last().map(|step| step.label.as_str())
    }
}
