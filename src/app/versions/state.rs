use super::{Comparison, VersionEntry};
use crate::{
    model::Minutes,
    store::{KeepVersions, VersionName},
};
use std::sync::Arc;

/// The earlier versions of the draft that is open, as the form shows them.
#[derive(Clone, Debug, Default)]
pub struct EarlierVersions {
    /// The versions, the latest first.
    pub list: Vec<VersionEntry>,
    /// Whether they were read since the form was opened.
    pub listed: bool,
    /// Why they, or the one that is chosen, cannot be read.
    pub problem: Option<String>,
    /// The one that is chosen.
    pub chosen: Option<VersionName>,
    /// With what it is compared.
    pub with: CompareWith,
    /// What differs; that of an earlier choice while a new one is being made.
    pub compared: Option<Compared>,
    /// How long automatic versions are kept.
    pub keep: KeepVersions,
    /// Whether the clerk chose it: until then it is the latest one that is not what the minutes are.
    pub(in crate::app) by_hand: bool,
    /// The one that is restored once it is read.
    pub(in crate::app) restoring: Option<VersionName>,
    /// The minutes as they were when the form was opened, which is how they are until it is closed.
    pub(in crate::app) present: Option<Arc<Minutes>>,
}

/// With what a version is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CompareWith {
    /// The minutes as they are now.
    #[default]
    Now,
    /// The version before it.
    Before,
}

/// A version that was compared.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Which one.
    pub name: VersionName,
    /// With what.
    pub with: CompareWith,
    /// What differs; none where there is nothing to compare with.
    pub comparison: Option<Arc<Comparison>>,
    /// The version itself.
    pub(in crate::app) minutes: Arc<Minutes>,
}

/// Commands of earlier versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionCommand {
    /// Shows one.
    Choose(VersionName),
    /// Compares with something else.
    With(CompareWith),
    /// Makes the minutes what they were then, as one step that Undo takes back.
    Restore(VersionName),
    /// Removes one for good.
    Remove(VersionName),
    /// How long automatic versions are kept.
    Keep(KeepVersions),
}

impl CompareWith {
    /// What it is called.
    pub fn words(self) -> &'static str {
        match self {
            CompareWith::Now => "The minutes now",
            CompareWith::Before => "The version before",
        }
    }
}

impl EarlierVersions {
    /// What differs, where that is known of what is chosen.
    pub fn shown(&self) -> Option<&Compared> {
        self.compared.as_ref().filter(|known| Some(known.name) == self.chosen && known.with == self.with)
    }

    /// The version that is chosen.
    pub fn entry(&self) -> Option<&VersionEntry> {
        self.list.iter().find(|entry| Some(entry.name) == self.chosen)
    }
}
