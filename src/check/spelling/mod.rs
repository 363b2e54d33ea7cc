//! Spelling in British English: which words of a text are in no list of words, and what may have been meant.
//!
//! A word is right if the dictionary has it, the lists of council words and places have it, somebody or something in the
//! meeting is called so, the council added it, or this draft ignores it. What is no word is passed over: numbers,
//! references, addresses, acronyms, text in another language. Minutes are full of such things, and a check that marks
//! what is right is switched off.

mod beginnings;
mod context;
mod lists;
mod names;
mod oxford;
mod shape;
mod speller;
mod text;
mod token;
mod words;

pub use speller::Speller;
pub use text::key;
pub use words::{LONGEST_WORD, Words};
