//! Which automatic versions stay as they grow old.

use super::name::VersionName;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How long automatic versions are kept. What the clerk made stays in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum KeepVersions {
    /// All of them, for good.
    All,
    /// Fewer and fewer as they grow old.
    #[default]
    Thinned,
    /// None.
    OnlyNamed,
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Up to which age, in seconds, one version is kept of each stretch of so many seconds. Each stretch is a whole number of those
/// before it, so that what is kept of a longer one was kept of the shorter ones.
const STEPS: [(i64, i64); 4] = [(HOUR, MINUTE), (DAY, 10 * MINUTE), (28 * DAY, HOUR), (365 * DAY, DAY)];

/// The stretch for what is older.
const OLDEST: i64 = 28 * DAY;

/// The versions that are to be removed: automatic ones alone. Of each stretch of time the latest by its number stays, and the
/// latest of all stays whatever its age; one from a time that is still to come counts as new.
pub fn thinned_out(versions: &[VersionName], keeping: KeepVersions, now: Timestamp) -> Vec<VersionName> {
    let automatic = versions.iter().copied().filter(|version| version.why.is_automatic());
    let latest = versions.iter().max().copied();
    match keeping {
        KeepVersions::All => Vec::new(),
        KeepVersions::OnlyNamed => automatic.collect(),
        KeepVersions::Thinned => {
            let mut kept: BTreeMap<(i64, i64), VersionName> = BTreeMap::new();
            for version in automatic.clone() {
                let stretch = stretch_of(version.at, now);
                let stays = kept.entry(stretch).or_insert(version);
                *stays = version.max(*stays);
            }
            let stays = |version: &VersionName| {
                latest == Some(*version) || kept.get(&stretch_of(version.at, now)) == Some(version)
            };
            automatic.filter(|version| !stays(version)).collect()
        }
    }
}

/// The stretch of time in which a moment lies, by its length and its number.
fn stretch_of(at: Timestamp, now: Timestamp) -> (i64, i64) {
    let (at, now) = (at.as_second(), now.as_second());
    let age = now.saturating_sub(at);
    let length = STEPS.iter().find(|(until, _)| age < *until).map_or(OLDEST, |(_, length)| *length);
    (length, at.div_euclid(length))
}
