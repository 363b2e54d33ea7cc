//! Other people, other windows and other programs on the draft that is open: who writes it, what becomes of its file
//! meanwhile, and what the clerk is told of that and can do.

mod guard;
mod notice;
mod obstacle;
mod port;
mod report;
mod shared;

pub(super) use guard::Sharing;
pub use notice::{Notice, notices};
pub(super) use obstacle::Obstacle;
pub use port::*;
pub(super) use report::{Ask, Following, News, Report};
pub(super) use shared::Then;
pub use shared::{Access, Outside, Shared};
