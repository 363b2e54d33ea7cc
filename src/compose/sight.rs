//! What an audience may know of an item.

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
