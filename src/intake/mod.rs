//! What comes from other programs, and what goes to them: the HTML and the text of the clipboard, as paragraphs and tables.
//!
//! Whatever is on the clipboard was put there by somebody else. It is bounded in size, depth and time, nothing in it is
//! carried out, and what is not prose (scripts, styles, pictures, what is hidden) is left out. Read are the forms of
//! browsers, of LibreOffice, of Google Docs and of Word, which writes its lists as paragraphs.

mod block;
mod css;
mod element;
mod fragment;
mod html;
mod inlines;
mod limits;
mod list;
mod open;
mod page;
mod plain;
mod table;
mod write;

pub use block::{Block, Reading};
pub use html::read_html;
pub use plain::{read_text, write_text};
pub use write::write_html;
