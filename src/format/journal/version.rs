use super::entry::Entry;
use super::fault::JournalFault;
use super::record::JOURNAL_VERSION;
#[cfg(test)]
use super::v0;
use super::v1;
use crate::edit::Step;
use crate::format::error::ReadError;
use serde::de::DeserializeOwned;

/// A version of the journal that this program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// One that was never released: it proves that an older one can be read.
    #[cfg(test)]
    Zero,
    /// The first one, which is this program's own.
    One,
}

impl Version {
    /// The version of this number.
    pub(super) fn of(number: u32) -> Result<Version, JournalFault> {
        match number {
            #[cfg(test)]
            0 => Ok(Version::Zero),
            1 => Ok(Version::One),
            newer if newer > JOURNAL_VERSION => Err(JournalFault::Newer { version: newer }),
            _ => Err(JournalFault::NoJournal),
        }
    }

    /// Reads what stands before the draft.
    pub(super) fn start<C: DeserializeOwned + Clone>(self, text: &str) -> Result<v1::Start<C>, ReadError> {
        match self {
            #[cfg(test)]
            Version::Zero => v0::start(text),
            Version::One => v1::start(text),
        }
    }

    /// Reads a step of the history.
    pub(super) fn step<C: DeserializeOwned + Clone>(self, text: &str) -> Result<Step<C>, ReadError> {
        match self {
            #[cfg(test)]
            Version::Zero => v1::step(text),
            Version::One => v1::step(text),
        }
    }

    /// Reads an entry.
    pub(super) fn entry<C: DeserializeOwned + Clone>(self, text: &str) -> Result<Entry<C>, ReadError> {
        match self {
            #[cfg(test)]
            Version::Zero => v0::entry(text),
            Version::One => v1::entry(text),
        }
    }
}
