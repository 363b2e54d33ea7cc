//! Finding and replacing over the whole draft.
//!
//! [`Query`] says what is looked for, `pattern` where it stands in one text, `places` which texts there are, in the order in
//! which they are read, and `hits` puts the three together. `replace` makes edits of what is found.

mod hits;
mod line;
mod pattern;
mod places;
mod replace;
mod state;

pub use hits::*;
pub use line::*;
pub use pattern::*;
pub use places::Place;
pub use state::*;

pub(super) use places::walk;
pub(super) use replace::{replace_all, replace_one};
