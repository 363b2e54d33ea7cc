use crate::format::{error::ReadError, validate::Fault};
use std::fmt;

/// Why nothing at all can be read from a journal, or nothing be written to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalFault {
    /// It does not begin as a journal does, or its first lines are damaged.
    NoJournal,
    /// It was written by a newer program.
    Newer {
        /// The version that it has.
        version: u32,
    },
    /// The session with which it began is damaged.
    Beginning,
    /// The draft with which it began cannot be read.
    Draft(ReadError),
    /// The draft is none that could be read again.
    Invalid(Fault),
    /// A value refuses to be written down.
    Unwritable(String),
    /// More would have to be written than can be read again.
    TooLarge,
}

impl fmt::Display for JournalFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JournalFault::NoJournal => f.write_str("this is no journal of a draft, or its beginning is damaged"),
            JournalFault::Newer { version } => write!(
                f,
                "the journal was written by a newer Minutebook: its version is {version}, this program reads up to {}. Open the draft with the newer program",
                super::record::JOURNAL_VERSION
            ),
            JournalFault::Beginning => f.write_str("the beginning of the journal is damaged"),
            JournalFault::Draft(error) => write!(f, "the draft in the journal cannot be read: {error}"),
            JournalFault::Invalid(fault) => write!(f, "the journal was not written anew: {fault}"),
            JournalFault::Unwritable(reason) => {
                write!(f, "the change cannot be written down: {reason}. Save the draft")
            }
            JournalFault::TooLarge => f.write_str("the change is too large for the journal. Save the draft"),
        }
    }
}

impl std::error::Error for JournalFault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            JournalFault::Draft(error) => Some(error),
            JournalFault::Invalid(fault) => Some(fault),
            JournalFault::NoJournal
            | JournalFault::Newer { .. }
            | JournalFault::Beginning
            | JournalFault::Unwritable(_)
            | JournalFault::TooLarge => None,
        }
    }
}
