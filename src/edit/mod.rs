//! One change, one edit: applied to the minutes it gives back its inverse. Undo, redo and the journal use nothing else.
//!
//! Edits, steps and intents are written into journals as they stand here, serialised: their fields are frozen with version 1 of
//! the journal, so a change of them needs a new version in `format`.

mod attendance;
mod business;
mod change;
mod error;
mod history;
mod list;
pub mod prose;
mod session;
mod snapshot;

pub use attendance::*;
pub use business::*;
pub use change::*;
pub use error::*;
pub use history::*;
pub use list::*;
pub use session::*;
pub use snapshot::*;
