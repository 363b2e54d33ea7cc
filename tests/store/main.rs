//! Proves that a draft survives its file: what is written is read again, what is broken is refused with its place and a
//! way out, and whatever happens while a file is written, the old one is still there.

#[path = "../support/arbitrary.rs"]
mod arbitrary;

mod properties;
