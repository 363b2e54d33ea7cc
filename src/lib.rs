//! Minutebook: the minutes of council meetings, typed in the room and printed in the council's layout.
//!
//! The rooms, from the bottom up. `ARCHITECTURE.md` says who may know whom; `tests/rooms` holds every import to it.

// A file or a clipboard can hold anything: what cannot fail says so with `unreachable!` and why. `clippy.toml` says what
// only one room may do, and why.
#![warn(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used)]

pub mod font;
pub mod frame;
pub mod model;
pub mod preview;

pub mod edit;
pub mod format;
pub mod intake;
pub mod layout;
pub mod pdf;

pub mod store;
pub mod template;

pub mod check;
pub mod compose;

pub mod app;
pub mod cli;
#[cfg(feature = "gui")]
pub mod ui;
