//! Earlier versions of a draft: each a whole draft in a file of its own, named by its number, its time and its reason.

mod folder;
mod keeping;
mod name;

pub use folder::{Kept, MOST_VERSIONS, Versions};
pub use keeping::{KeepVersions, thinned_out};
pub use name::{VersionName, Why};
