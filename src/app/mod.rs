//! The whole application without a window: what is open, what may be done, and what doing it changes.
//!
//! The window (or a test) reads [`State`], hands in [`Command`]s, and carries out the [`Effect`]s that come back.

mod change;
mod command;
mod env;
mod state;

pub use change::*;
pub use command::*;
pub use env::*;
pub use state::*;
