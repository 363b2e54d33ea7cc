//! The contract between what the minutes say and how they are drawn.
//!
//! [`Document`] is what is to be set: blocks with roles, written by `compose`. [`Frame`] is what came of it: pages of
//! placed glyph runs, rules and a tree of tags, written by `layout`. A back end draws a frame and measures nothing.
//! All lengths are points (1/72 inch), measured from the top left corner of the page or of the text area.

mod block;
mod glyphs;
mod leaf;
mod node;
mod page;
mod tag;

pub use block::*;
pub use glyphs::*;
pub use leaf::*;
pub use node::*;
pub use page::*;
pub use tag::*;
