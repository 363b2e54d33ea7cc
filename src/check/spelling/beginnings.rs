//! Beginnings that make one word of another with a hyphen: "co-trustee", "re-provision".

use std::collections::HashSet;

/// The beginnings that take a hyphen.
#[derive(Debug, Default)]
pub(super) struct Beginnings(HashSet<String>);

impl Beginnings {
    /// Those of a list, each with its hyphen.
    pub fn of<'a>(entries: impl Iterator<Item = &'a str>) -> Beginnings {
        Beginnings(entries.filter_map(|entry| entry.strip_suffix('-')).map(str::to_lowercase).collect())
    }

    /// Whether something may stand before a hyphen.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(&word.to_lowercase())
    }
}
