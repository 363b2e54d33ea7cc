use crate::{
    format::Digest,
    model::Minutes,
    store::{LockState, Sight},
};
use jiff::Timestamp;
use std::path::PathBuf;

/// A draft with a file that is open from now on.
pub(in crate::app) struct Following {
    /// Counts up with each draft that is shown.
    pub draft: u64,
    pub path: PathBuf,
    /// What was read from the file, or written to it; none where the file is not there.
    pub digest: Option<Digest>,
    /// Whether it is to be written: what is signed is only read, by as many as like.
    pub writes: bool,
}

/// What is asked of whoever looks after the file.
pub(in crate::app) enum Ask {
    /// Take the lock over that somebody left.
    TakeOver,
    /// What is written goes over what somebody else wrote, once that is kept as an earlier version.
    KeepMine { now: Timestamp },
    /// Read what somebody else wrote. `mine`, with its revision, is kept as an earlier version before.
    TakeTheirs { mine: Option<(u64, Box<Minutes>)>, now: Timestamp },
}

/// What comes back of it.
pub(in crate::app) enum News {
    /// Something is another than before.
    Report(Report),
    /// What the file holds now. `chosen` is the revision that was kept before, where there was one.
    Theirs { draft: u64, chosen: Option<u64>, minutes: Box<Minutes>, digest: Digest },
    /// That came to nothing, and why; whether the clerk had chosen it.
    Refused { draft: u64, chosen: bool, why: String },
    /// What somebody else wrote is kept, and may be written over.
    Kept { draft: u64 },
}

/// How things stand with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Report {
    pub draft: u64,
    pub lock: LockState,
    pub sight: Sight,
    /// Under which name the file is found, where it is gone.
    pub renamed: Option<PathBuf>,
    /// Copies beside it that were made because two people wrote at once.
    pub copies: Vec<PathBuf>,
}
