//! What keys do to a piece of prose: pure functions, without a window.
//!
//! A [`Writing`] holds the prose, the selection and what was typed just now; each [`Stroke`] changes them, and leaves
//! [`Step`]s behind, which are the edits of the document in order. Places are counted in the flat text of a paragraph, in
//! which a mark is one character: what the page says for it is the window's matter.

mod automatic;
mod clipboard;
mod flat;
mod lists;
mod looks;
mod motion;
mod point;
mod reword;
mod stroke;
mod writing;

pub use clipboard::*;
pub use flat::*;
pub use lists::DEEPEST;
pub use looks::{Emphasis, has_look};
pub use motion::*;
pub use point::*;
pub use reword::{Read, reworded};
pub use stroke::*;
pub use writing::*;
