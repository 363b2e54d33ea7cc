//! What stands around the form: the outline at its left, the pages at its right, the status line below, what is
//! looked for above it.

pub mod find;
pub mod outline;
pub mod preview;
pub mod status;
