//! What stands around the form: the outline at its left, the pages at its right, the status line below.

pub mod outline;
pub mod preview;
pub mod status;
