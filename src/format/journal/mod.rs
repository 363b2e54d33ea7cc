//! The journal of an open draft: what a session began with, and everything that was done in it since.
//!
//! A journal is a head of fixed length and then records, one behind the other. Each record has its length, its number and
//! a checksum, so that a tail that was torn off costs only itself, and that damage further up is seen and said. What
//! stands in a record is RON, as in a draft; where it differs from an earlier record in a few words only, as with
//! each letter that is typed, only those are written. Whatever is read is hostile: bounded in bytes, depth and number before it is
//! parsed, and in what it may unfold to.
//!
//! A journal of an older version is read as its own types and turned into the next, up to this one.

mod begin;
mod entry;
mod fault;
mod like;
mod record;
mod replay;
mod settle;
#[cfg(test)]
mod tests;
mod unfold;
#[cfg(test)]
mod v0;
mod v1;
mod version;
mod write;

pub use begin::Beginning;
pub use entry::{Entry, Filed, Written};
pub use fault::JournalFault;
pub use record::{HEAD, Head, JOURNAL_VERSION};
pub use replay::{Ending, Replayed, replay};
pub use settle::Settled;
pub use write::{CLOSED_TAIL, Writer, is_closed};
