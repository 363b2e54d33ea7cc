//! A version that was never released, to prove that an older journal is read: it kept one place with a change where there are two
//! now, named the label otherwise, and did not know which files were written.

use super::entry::Entry;
use super::v1::{RECORD, Start};
use crate::edit::{Edit, Intent};
use crate::format::{error::ReadError, parse::parse};
use serde::{Deserialize, de::DeserializeOwned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OldStart<C> {
    place: C,
    revision: u64,
    saved: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum OldEntry<C> {
    Change { edit: Box<Edit>, name: String, at: u64, place: C },
    Undo { to: u64 },
    Saved(u64),
}

pub(super) fn start<C: DeserializeOwned>(text: &str) -> Result<Start<C>, ReadError> {
    let OldStart { place, revision, saved } = parse(text.as_bytes(), RECORD)?;
    Ok(Start { written: Vec::new(), here: place, revision, saved, last: revision, undo: 0, redo: 0 })
}

pub(super) fn entry<C: DeserializeOwned + Clone>(text: &str) -> Result<Entry<C>, ReadError> {
    Ok(match parse::<OldEntry<C>>(text.as_bytes(), RECORD)? {
        OldEntry::Change { edit, name, at, place } => {
            let intent = Intent { label: name, merge: None, at, before: place.clone(), after: place };
            Entry::Change { edit: *edit, intent }
        }
        OldEntry::Undo { to } => Entry::Undo { to },
        OldEntry::Saved(revision) => Entry::Saved { revision },
    })
}
