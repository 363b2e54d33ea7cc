use crate::{
    app::{Ask, Obstacle, Spot},
    edit::{Edit, Intent, Session},
    format::Digest,
    model::Minutes,
    store::{DraftKey, Recent, Settings, StoreError},
};
use jiff::Timestamp;
use std::path::PathBuf;

/// What the keeper is told, in order.
pub(super) enum Order {
    /// The draft that is kept from now on.
    Keep(Box<Subject>),
    /// A file was read and is to be kept from now on, with what its journal knows of it.
    Open(Box<Opening>),
    /// A draft that was left behind is to be brought back and kept from now on.
    TakeUp { draft: u64, key: DraftKey },
    /// The draft was changed.
    Step(Step),
    /// Where the clerk is.
    Here(Spot),
    /// The draft is to be written to a file.
    Save { number: u64, path: PathBuf },
    /// The draft is left.
    Leave(Farewell),
    /// What was left behind earlier is to be looked for.
    LookBack { now: Timestamp },
    /// A draft that was left behind is no longer wanted.
    Forget(DraftKey),
    /// The clerk chose what becomes of a file that others have to do with.
    Ask(Ask),
    /// The draft is as its file is, at this revision: what somebody else wrote was taken.
    InFile { revision: u64, digest: Digest },
    /// Something else is to be written.
    Chore(Chore),
    /// What came of writing a file.
    Written(Written),
    /// There will be no more: to be finished, or left as it is.
    End { finish: bool },
}

/// A draft that is to be kept.
pub(in crate::app) struct Subject {
    /// Counts up with each draft that is opened.
    pub draft: u64,
    pub session: Session<Spot>,
    /// Its file; none where it has none yet.
    pub path: Option<PathBuf>,
    /// What is in that file, where that is known here.
    pub digest: Option<Digest>,
    /// Where the clerk is.
    pub here: Spot,
}

/// A file that was read.
pub(in crate::app) struct Opening {
    /// The number that the draft is to have.
    pub draft: u64,
    pub path: PathBuf,
    pub minutes: Minutes,
    /// What was in the file.
    pub digest: Digest,
}

/// What changes a session, so that a copy of it can follow.
pub(in crate::app) enum Step {
    Apply(Box<(Edit, Intent<Spot>)>),
    Undo,
    Redo,
    /// The minutes of this revision are in the file.
    Saved(u64),
}

/// How a draft is left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum Farewell {
    /// Its file holds all of it.
    #[default]
    Closed,
    /// What its file does not hold is kept for the next time.
    Kept,
    /// What its file does not hold is not wanted.
    Discarded,
}

/// What the program remembers, to be written to its folder.
pub(in crate::app) enum Chore {
    Recent(PathBuf, Recent),
    Settings(PathBuf, Box<Settings>),
}

/// What comes back of writing a draft to its file.
pub(in crate::app) struct Written {
    /// Which draft, and which revision of it.
    pub draft: u64,
    pub revision: u64,
    /// The number of the save that was asked for; none where the file followed by itself.
    pub number: Option<u64>,
    pub path: PathBuf,
    /// What is in the file then; none where it could not even be prepared.
    pub digest: Option<Digest>,
    pub result: Result<(), NotWritten>,
}

/// Why a draft was not written.
pub(in crate::app) enum NotWritten {
    /// There are signed minutes, which stay as they are.
    Signed,
    /// The disk did not take it.
    Store(StoreError),
    /// Somebody else has to do with the file.
    Shared(Obstacle),
    /// A fault of the program.
    Fault,
}

/// What comes back of the keeper.
pub(in crate::app) enum Kept {
    Written(Written),
    /// It no longer knows the draft: it is to be told of it whole.
    Lost {
        draft: u64,
    },
    /// A draft that is kept now.
    Opened(Box<Opened>),
    /// A draft could not be brought back.
    NotTakenUp {
        draft: u64,
        error: Option<StoreError>,
    },
    /// Whether what is typed is in the journal; why not, in a few words.
    Journal {
        draft: u64,
        state: Result<(), StoreError>,
    },
    /// The drafts that were left behind, the last one first.
    LeftBehind(Vec<LeftBehind>),
    /// The list of recent drafts was not written.
    NotRemembered(StoreError),
}

/// A draft as it is kept from now on.
pub(in crate::app) struct Opened {
    pub draft: u64,
    pub session: Session<Spot>,
    pub path: Option<PathBuf>,
    /// Where the clerk was.
    pub here: Option<Spot>,
    /// What was brought back that its file did not hold; none where there was nothing.
    pub back: Option<Back>,
}

/// What was brought back of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Back {
    /// Until when it was typed.
    pub until: Option<Timestamp>,
    /// What became of its file meanwhile.
    pub found: Found,
    /// Whether the journal was damaged: what was typed last may be missing.
    pub damaged: bool,
}

/// What became of the file of a draft that was brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Found {
    /// It is as it was saved last.
    Same,
    /// It was changed by something else.
    Changed,
    /// It is gone.
    Gone,
    /// It never had one.
    None,
}

/// A draft that was open when its program ended.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct LeftBehind {
    pub key: DraftKey,
    /// Its file; none where it has none.
    pub path: Option<PathBuf>,
    /// Whose minutes, of which day.
    pub head: crate::format::Head,
    /// Until when it was typed.
    pub until: Option<Timestamp>,
}
