//! Earlier versions of the draft: their names, what differs, and the way back to one.

mod compare;
mod fold;
mod named;
mod passages;
mod restore;
mod state;
mod words;

pub use compare::{ComparedPassage, Comparison, Fate, Row, Tally, compare};
pub use fold::Shown;
pub use named::VersionEntry;
pub use passages::PassageKey;
pub use state::{CompareWith, Compared, EarlierVersions, VersionCommand};
pub use words::{Piece, Side};

pub(super) use named::entries;
pub(super) use restore::restoring;
