use serde::{Deserialize, Serialize};
use std::fmt;

/// The stable identity of a node of the document: a person, an item, a part, an entry of a list.
///
/// It is unique within one set of minutes, never zero there, and stays with the node when it moves or is renumbered, so
/// that citations and the places on a page can point at it. Where new ids come from is a port of the application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub u32);

impl Id {
    /// The id that no node has; a node that bears it in a file is refused.
    pub const NONE: Id = Id(0);
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
