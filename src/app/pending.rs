use crate::{
    model::{Audience, Date},
    store::DraftKey,
};
use std::path::PathBuf;

/// What the clerk asked for and what waits for an answer: to a question, or for a place to save.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Pending {
    /// The draft would be lost: it is to be done once that is answered.
    Leave(Leave),
    /// As [`Pending::Leave`], once the draft was saved to a file that is being chosen.
    LeaveOnceSaved(Leave),
    /// As [`Pending::Leave`], once the file is written that is being written.
    LeaveOnceWritten {
        /// What for.
        leave: Leave,
        /// Since when it is waited for: milliseconds of the application's clock.
        since: u64,
    },
    /// A path is being typed.
    Typing {
        /// What for.
        to: PathFor,
        /// The folder in which it begins.
        folder: PathBuf,
        /// What is to be done once the draft was saved there.
        then: Option<Leave>,
    },
    /// The rough notes of approved minutes are to be removed.
    RemoveNotes,
    /// A draft that was left behind is to be thrown away.
    ThrowAway(DraftKey),
    /// A file is in the way: whether it is to be overwritten.
    Overwrite {
        /// By what.
        to: PathFor,
        /// The file.
        path: PathBuf,
        /// What is to be done once the draft was saved there.
        then: Option<Leave>,
    },
}

/// What leaves the draft that is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Leave {
    /// New minutes.
    Begin {
        /// The house style's name.
        style: String,
        /// The body's full name.
        body: String,
        /// The day of the meeting.
        date: Date,
        /// The number of the first minute, where it is not the one with which the body begins.
        first: Option<u32>,
    },
    /// Another draft.
    Open(PathBuf),
    /// A sample.
    Sample(usize),
    /// A draft that was left behind.
    TakeUp(DraftKey),
    /// The start page.
    Close,
    /// The end of the program.
    Quit,
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathFor {
    /// To open a draft.
    Open,
    /// To save the draft.
    Save,
    /// To export it.
    Export(Audience),
}
