//! Proves that a draft survives its file: what is written is read again, what is broken is refused with its place and a
//! way out, and whatever happens while a file is written, the old one is still there.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a test makes and breaks files of its own, and stops at the first thing that is not as it should be"
)]

#[path = "../support/arbitrary.rs"]
mod arbitrary;

mod form;
mod properties;
mod refusals;
mod remembered;
mod versions;
mod words;
mod writing;

/// A draft with every field and every variant of the first version of the file.
const EVERYTHING: &str = include_str!("../fixtures/drafts/version-1.minutes.ron");
