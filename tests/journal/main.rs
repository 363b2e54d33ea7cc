//! Proves that nothing which is in a journal is lost: replaying it gives the session back as it was, a torn tail costs only
//! itself, damage is said and what stands before it is kept, hostile journals are refused within bounds, and journals of
//! every version are read.

#[path = "../support/arbitrary.rs"]
mod arbitrary;
mod clerk;
mod folder;
mod frozen;
mod hostile;
mod measure;
#[path = "../edit/random_edits.rs"]
mod random_edits;
mod replaying;
mod torn;
