use crate::edit::{Edit, Intent};
use crate::format::digest::Digest;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// What happened to an open draft. Entries in the order of the session lead from the session with which a journal began to
/// the same minutes, the same history and the same revisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Entry<C> {
    /// A change was made: what [`Session::apply`](crate::edit::Session::apply) was called with, where that changed anything.
    Change {
        /// The change.
        edit: Edit,
        /// What it is called and how it merges.
        intent: Intent<C>,
    },
    /// The last change was taken back.
    Undo {
        /// The revision since.
        to: u64,
    },
    /// The change that was taken back last was made again.
    Redo {
        /// The revision since.
        to: u64,
    },
    /// The draft's file is about to be put in its place. It may stand anywhere among the others, and is on the disk before
    /// the file is, so that the file is known again.
    Writing(Written),
    /// The session was told that this revision is on disk.
    Saved {
        /// The revision.
        revision: u64,
    },
    /// The clerk went elsewhere without a change.
    Here(C),
    /// The draft was closed.
    Closed,
}

/// A file of the draft that was written or read: which revision of the session it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// The revision.
    pub revision: u64,
    /// Where and what it is.
    pub file: Filed,
}

/// A file of the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filed {
    /// Where it is.
    #[serde(with = "place")]
    pub path: PathBuf,
    /// What is in it.
    pub digest: Digest,
}

/// A path as text. One that is not Unicode is written as near to it as text can be, and leads to no file when it is read.
mod place {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::path::{Path, PathBuf};

    pub fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
        path.to_string_lossy().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
        String::deserialize(deserializer).map(PathBuf::from)
    }
}
