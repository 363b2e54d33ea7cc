//! Prose in its plain form: a line is a paragraph, and a few signs say what a word processor would show.
//!
//! Everything that the document holds has such a form and is read back from it unchanged; what is not markup stays as it
//! was typed.

mod list;
mod names;
mod quote;
mod read;
mod token;
mod write;

pub use names::Names;
pub use read::read;
pub use write::{canonical, write};

#[cfg(test)]
mod tests;
