//! The first version of the journal's records. It is frozen: a journal of it is read by every later program.
//!
//! Record 0 is [`Start`], record 1 the draft as a file of its own version, then come the steps that can be undone, the
//! latest first, those that can be redone, the next one first, and from there on [`Entry`]s.

use super::entry::{Entry, Written};
use crate::edit::Step;
use crate::format::limits::Limits;
use crate::format::{error::ReadError, parse};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// What stands before the draft.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Start<C> {
    /// The files that were written of this session, or the one that was read, the latest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub written: Vec<Written>,
    /// Where the clerk was.
    pub here: C,
    pub revision: u64,
    pub saved: u64,
    pub last: u64,
    /// How many steps can be undone.
    pub undo: usize,
    /// How many can be redone.
    pub redo: usize,
}

/// How large a record may be once it is unfolded, and what it may hold. An edit wraps a part of a draft into some brackets.
pub(super) const RECORD: Limits = Limits { bytes: 64 << 20, depth: 80, values: 2_000_000 };

pub(super) fn start<C: DeserializeOwned>(text: &str) -> Result<Start<C>, ReadError> {
    parse::parse(text.as_bytes(), RECORD)
}

pub(super) fn step<C: DeserializeOwned>(text: &str) -> Result<Step<C>, ReadError> {
    parse::parse(text.as_bytes(), RECORD)
}

pub(super) fn entry<C: DeserializeOwned>(text: &str) -> Result<Entry<C>, ReadError> {
    parse::parse(text.as_bytes(), RECORD)
}
