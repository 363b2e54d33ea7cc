//! Proves that every change to the minutes can be taken back: each edit gives its inverse, and for random edits on random
//! minutes n undos restore the document and n redos restore what was undone.

#[path = "../support/arbitrary.rs"]
mod arbitrary;
mod inverse;
mod merging;
mod properties;
mod random_edits;
mod session;
