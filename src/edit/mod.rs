//! One change, one edit: applied to the minutes it gives back its inverse. Undo, redo and the journal use nothing else.

mod attendance;
mod business;
mod change;
mod error;
mod history;
mod list;
pub mod prose;
mod session;

pub use attendance::*;
pub use business::*;
pub use change::*;
pub use error::*;
pub use history::*;
pub use list::*;
pub use session::*;
