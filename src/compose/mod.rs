//! House style and minutes and audience become blocks: what the minutes say, word for word.
//!
//! [`compose`] is pure: the same minutes, style and audience give the same document. What the audience may not see is not in
//! it, neither in the text nor in what surrounds it.
//!
//! [`Composer`] gives the same and keeps what it made: `context` notes what is asked while a chunk is composed, and a chunk of
//! whose `facts` none changed is taken from the `shelf`.

mod apologies;
mod attendance;
mod calendar;
mod chronicle;
mod citations;
mod closing;
mod composer;
mod context;
mod declarations;
mod exclusion;
mod facts;
mod file_name;
mod furniture;
mod groups;
mod house;
mod items;
mod lists;
mod marks;
mod meta;
mod moments;
mod motion;
mod names;
mod numbering;
mod place;
mod previous;
mod prose;
mod resolution;
mod shelf;
mod sight;
mod span;
mod special;
mod table;
mod title;
mod vote;
mod wording;
mod writer;

pub use composer::{Composer, compose};
pub use file_name::file_name;
pub use house::{HouseWords, house_words, written, written_date, written_time};
pub use marks::{begins_sentence, list_markers, mark_text};
pub use place::{Place, TextOf};
