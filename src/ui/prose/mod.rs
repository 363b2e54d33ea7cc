//! Prose: the one field in which all running text is typed.
//!
//! What is seen is what the page will say: bold is bold, lists hang with their real markers, a citation reads as the house
//! writes it. The keys are walked through in the order in which they were pressed, each changes the prose by
//! [`crate::app::prose`], and each change is handed in as one command. The text is set a paragraph at a time; a paragraph
//! that did not change is not set again.

mod access;
mod editor;
mod hand;
mod keys;
mod laid;
mod offering;
mod paint;
mod register;
mod set;
mod sheet;
mod shown;
mod words;

pub use editor::{bare_editor, editor};
pub use keys::TYPING;
pub use register::{ask, cut_at_enter, defer, editor_id, is_typed, is_typing, part_at_tab, release};
pub use set::paragraphs_set;
