//! The whole application without a window: what is open, what may be done, and what doing it changes.
//!
//! The window (or a test) reads [`State`], hands in [`Command`]s, and carries out the [`Effect`]s that come back.

mod action;
mod available;
mod change;
mod command;
mod dialog;
mod effect;
mod env;
mod selection;
mod shortcut;
mod state;
mod table;
mod view;

pub use action::*;
pub use available::Available;
pub use change::*;
pub use command::*;
pub use dialog::*;
pub use effect::*;
pub use env::*;
pub use selection::*;
pub use shortcut::*;
pub use state::*;
pub use table::*;
pub use view::*;
