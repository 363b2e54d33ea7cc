//! The file: RON, parsed, written, migrated.
//!
//! A draft is one `NAME.minutes.ron`: a comment, the version, a head that is derived from the rest, then the fields of
//! [`crate::model::Minutes`]. It is meant to be read by people and compared by `diff`, and the same document always
//! gives the same bytes. Whatever is read is hostile: it is bounded in bytes, depth and number of values before it is
//! parsed, and the document is bounded again in `validate` before anybody lays it out.

mod digest;
mod draft;
mod error;
mod explain;
mod head;
pub mod journal;
mod limits;
mod locate;
mod nearest;
mod parse;
mod pretty;
mod scan;
mod token;
mod v1;
mod validate;
mod version;

pub use digest::Digest;
pub use draft::{read, write};
pub use error::ReadError;
pub use head::{Head, read_head};
pub use limits::{COLUMNS, ITEM_DEPTH, LEVELS, LIST_START, Limits};
pub use parse::parse;
pub use pretty::print;
pub use validate::{Fault, validate};
pub use version::VERSION;
