//! What a page must keep to: lines within the text area, nothing torn apart that belongs together, every character there
//! once and in reading order, the structure that a screen reader needs, and no more work than a change asks for.

mod build;
mod faces;
#[path = "../support/invisible.rs"]
mod invisible;
mod pages;
mod paragraphs;
mod random;
mod read;
mod structure;
mod tables;
mod work;
