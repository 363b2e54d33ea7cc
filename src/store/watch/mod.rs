//! What becomes of a draft's file while it is open: changed, removed, renamed, its folder gone, back again; and the copies
//! that programs which share folders make beside it, when two people wrote at once.

mod copies;
mod look;
mod sight;

pub use copies::copies_beside;
pub use look::Watch;
pub use sight::Sight;
