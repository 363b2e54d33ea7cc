//! What an audience may know of an item, and where in the document something is said.

use crate::model::Id;

/// What may be said of an item to the audience.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// Its place in the reading order, from 1.
    pub order: usize,
    /// Its heading, where the audience may know it.
    pub heading: Option<String>,
    /// How the audience sees it.
    pub sight: Sight,
}

/// How an audience sees an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    /// As it is.
    Whole,
    /// Its public version.
    Stub,
    /// Not at all.
    Hidden,
}

/// Where in the document something is said, for citations that say "above" and "below".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Spot {
    /// Before the business.
    #[default]
    Head,
    /// In an item.
    Item(Id),
    /// Behind the business.
    End,
}
