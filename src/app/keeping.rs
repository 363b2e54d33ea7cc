//! How the open draft is kept: what the keeper is told of it, and how safe it is, in words.

use super::{
    About, App, Draft,
    tasks::{Chore, Subject},
    write_time,
};
use crate::{
    model::Time,
    store::{Cause, StoreError},
};
use jiff::civil::DateTime;

/// How long the clerk who leaves is let wait for the disk before being told, in milliseconds.
pub(super) const PATIENCE: u64 = 1_000;

/// How a draft is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// The save that was asked for and is not done yet.
    pub(super) save: Option<Save>,
    /// When its file was written last, since it was opened.
    pub(super) saved: Option<DateTime>,
    /// Why its file is not written, in a few words.
    pub(super) trouble: Option<&'static str>,
    /// Whether its file follows by itself.
    pub(super) by_itself: bool,
    /// Whether it follows only once the clerk goes on, since what is there was brought back.
    pub(super) held: bool,
    /// How its journal does; none while there is nothing in it.
    pub(super) journal: Option<Result<(), &'static str>>,
}

/// A save that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Save {
    /// Its number.
    pub number: u64,
    /// Whether nothing is said where it goes well: the clerk asked for something else, which waits for it.
    pub quiet: bool,
}

/// How safe a draft is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its file holds all of it.
    Saved {
        /// Since when; none where nothing was changed since it was opened.
        at: Option<DateTime>,
    },
    /// Its file follows by itself, or is being written.
    Saving,
    /// Its file does not hold all of it, and is written only when the clerk says so.
    Unsaved,
    /// It has no file yet.
    NoFile {
        /// Whether what is typed is kept in the journal.
        kept: bool,
    },
    /// It cannot be written where it belongs.
    InTrouble {
        /// Why, in a few words.
        why: &'static str,
        /// Whether what is typed is kept in the journal.
        kept: bool,
    },
}

impl Standing {
    /// What the line at the foot of the window says.
    pub fn words(&self) -> String {
        match self {
            Standing::Saved { at: Some(at) } => format!("Saved {}", o_clock(*at)),
            Standing::Saved { at: None } => "Saved".to_owned(),
            Standing::Saving => "Saving\u{2026}".to_owned(),
            Standing::Unsaved => "Unsaved changes".to_owned(),
            Standing::NoFile { kept: false } => "Not saved yet".to_owned(),
            Standing::NoFile { kept: true } => "Kept; no file yet".to_owned(),
            Standing::InTrouble { why, kept: false } => format!("Not on disk: {why}"),
            Standing::InTrouble { why, kept: true } => format!("Not in its file: {why}; kept in the journal"),
        }
    }

    /// Whether something is wrong.
    pub fn is_trouble(&self) -> bool {
        matches!(self, Standing::InTrouble { .. })
    }
}

impl Draft {
    /// How safe it is.
    pub fn standing(&self) -> Standing {
        let Keeping { save, saved, trouble, by_itself, held, journal } = &self.keeping;
        let kept = matches!(journal, Some(Ok(())));
        match (&self.path, trouble) {
            _ if save.is_some() => Standing::Saving,
            (Some(_), _) if !self.session.is_dirty() => Standing::Saved { at: *saved },
            (None, _) => match journal {
                Some(Err(why)) if self.session.is_dirty() => Standing::InTrouble { why, kept },
                _ => Standing::NoFile { kept },
            },
            (Some(_), Some(why)) => Standing::InTrouble { why, kept },
            (Some(_), None) if *by_itself && !held && !self.session.is_sealed() => Standing::Saving,
            (Some(_), None) => Standing::Unsaved,
        }
    }

    /// Whether it holds something that does not come into its file without the clerk.
    pub fn needs_saving(&self) -> bool {
        self.session.is_dirty()
            && match self.standing() {
                Standing::Saved { .. } | Standing::Saving => false,
                Standing::Unsaved | Standing::NoFile { .. } | Standing::InTrouble { .. } => true,
            }
    }
}

impl Keeping {
    /// Whether a file is being written that was asked for.
    pub fn is_saving(&self) -> bool {
        self.save.is_some()
    }
}

impl App {
    /// Has the draft that is open kept as it is now and from now on.
    pub(super) fn keep(&mut self) {
        let Some(draft) = &mut self.state.draft else { return };
        draft.keeping.by_itself = self.env.pace.pause.is_some();
        let (session, path, here) = (draft.session.clone(), draft.path.clone(), draft.spot());
        let subject = Subject { draft: self.serial, session, path, digest: draft.digest, here };
        match self.tasks.keeper(&self.env) {
            Ok(keeper) => keeper.keep(subject),
            Err(error) => self.failed_in(
                About::Saving,
                format!("The draft cannot be saved: {error}. Close other programs and start this one again."),
            ),
        }
    }

    /// Tells the keeper that the draft is left.
    pub(super) fn let_go(&mut self) {
        let farewell = std::mem::take(&mut self.farewell);
        if let Some(draft) = &self.state.draft {
            // The next draft is turned to anew, however often the clerk turned to a form of this one.
            self.attention = self.attention.max(draft.attention);
        }
        if self.state.draft.is_some()
            && let Ok(keeper) = self.tasks.keeper(&self.env)
        {
            keeper.leave(farewell);
        }
    }

    /// Has something written that the program remembers. Nothing is lost that matters where that cannot be done.
    pub(super) fn chore(&mut self, chore: Chore) {
        if let Ok(keeper) = self.tasks.keeper(&self.env) {
            keeper.chore(chore);
        }
    }
}

/// A time of day as clerks write it: "2.32 pm".
pub(super) fn o_clock(at: DateTime) -> String {
    let time = Time::new(at.hour().unsigned_abs(), at.minute().unsigned_abs());
    time.map(write_time).unwrap_or_default()
}

/// Why a file could not be written, in a few words.
pub(super) fn in_short(error: &StoreError) -> &'static str {
    match error.cause {
        Cause::NotFound | Cause::NotInFolder => "its folder is not there",
        Cause::Denied => "the system does not allow it",
        Cause::ReadOnly => "it may only be read",
        Cause::NoRoom => "there is no room on the disk",
        Cause::Folder | Cause::NoRegularFile | Cause::LinksInCircle => "something else has its name",
        Cause::TooLarge { .. } | Cause::Unwritable(_) | Cause::Journal(_) => "it holds too much",
        Cause::Unreadable(_) => "it is damaged",
        Cause::Unconfirmed(_) => "the disk did not confirm it",
        Cause::InUse => "another window has it open",
        Cause::System(_) => "the disk does not take it",
    }
}
