//! Prose: the one field in which all running text is typed.
//!
//! The text stands in a plain form: a line is a paragraph, and a few signs say what a word processor would show.
//! Everything that the document holds has such a form and is read back from it unchanged; what is not markup stays as it
//! was typed.

mod editor;
mod keys;
mod list;
mod names;
mod paint;
mod quote;
mod read;
mod token;
mod typing;
mod write;

pub use editor::*;
pub use keys::TYPING;
pub use names::Names;
pub use read::read;
pub use write::{canonical, write};

#[cfg(test)]
mod tests;
