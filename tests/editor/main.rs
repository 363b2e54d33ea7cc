//! Proves what keys do to a piece of prose: each case is the text before, the keys, and the text after. Every case is
//! pressed a key at a time and all in one frame, goes through the application's own history, and is swept for what holds
//! whatever was typed.

#[path = "../support/arbitrary.rs"]
mod arbitrary;
mod automatic;
mod lists;
mod looks;
mod marks;
mod motion;
mod nesting;
mod notation;
mod paragraphs;
mod paste;
#[path = "../support/ports.rs"]
mod ports;
mod privacy;
mod random;
mod rig;
mod sweep;
mod undo;
