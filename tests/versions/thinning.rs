//! Automatic versions become fewer as they grow old; what the clerk made stays.

use jiff::Timestamp;
use minutebook::store::{KeepVersions, VersionName, Why, thinned_out};
use proptest::prelude::*;
use std::collections::BTreeSet;

const NOW: i64 = 1_790_000_000;
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const YEAR: i64 = 365 * DAY;

fn moment(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("within bounds")
}

/// Versions with these ages, the oldest first in the sequence.
fn aged(mut ages: Vec<i64>, why: Why) -> Vec<VersionName> {
    ages.sort_by_key(|age| std::cmp::Reverse(*age));
    let version = |(at, age): (usize, i64)| VersionName { sequence: at as u64 + 1, at: moment(NOW - age), why };
    ages.into_iter().enumerate().map(version).collect()
}

fn left(versions: &[VersionName], keeping: KeepVersions, now: i64) -> Vec<VersionName> {
    let gone: BTreeSet<VersionName> = thinned_out(versions, keeping, moment(now)).into_iter().collect();
    versions.iter().copied().filter(|version| !gone.contains(version)).collect()
}

fn within(versions: &[VersionName], ages: std::ops::Range<i64>) -> usize {
    versions.iter().filter(|version| ages.contains(&(NOW - version.at.as_second()))).count()
}

#[test]
fn over_decades_what_is_left_grows_slowly_and_reaches_back_to_the_beginning() {
    // One each 2 hours for thirty years, and one each 10 seconds in the last day.
    let years = (DAY..30 * YEAR).step_by(2 * HOUR as usize);
    let versions = aged(years.chain((0..DAY).step_by(10)).collect(), Why::Automatic);
    assert!(versions.len() > 130_000);
    let left = left(&versions, KeepVersions::Thinned, NOW);
    assert!((60..=62).contains(&within(&left, 0..HOUR)), "each minute of the last hour");
    assert!((137..=140).contains(&within(&left, HOUR..DAY)), "each ten minutes of the last day");
    assert!(
        (322..=326).contains(&within(&left, DAY..28 * DAY)),
        "as they were, which is each two hours, for four weeks"
    );
    assert!((336..=339).contains(&within(&left, 28 * DAY..YEAR)), "each day of a year");
    assert!((376..=380).contains(&within(&left, YEAR..30 * YEAR)), "each four weeks of what is older");
    let oldest = left.iter().map(|version| version.at.as_second()).min().expect("some are left");
    assert!(NOW - oldest > 30 * YEAR - 57 * DAY, "the beginning is still there");
}

#[test]
fn nothing_that_happened_is_ever_thinned() {
    let ages = || (0..20 * YEAR).step_by(9 * HOUR as usize).collect();
    for why in Why::ALL.into_iter().filter(|why| !why.is_automatic()) {
        let versions = aged(ages(), why);
        for keeping in [KeepVersions::All, KeepVersions::Thinned, KeepVersions::OnlyNamed] {
            assert_eq!(thinned_out(&versions, keeping, moment(NOW)), [], "{why:?} {keeping:?}");
        }
    }
}

#[test]
fn the_setting_says_how_many_automatic_ones_stay() {
    let mut versions = aged((0..2 * DAY).step_by(30).collect(), Why::Automatic);
    let saved = VersionName { sequence: 999_999, at: moment(NOW - DAY), why: Why::Saved };
    versions.push(saved);
    assert_eq!(left(&versions, KeepVersions::All, NOW).len(), versions.len());
    assert!(left(&versions, KeepVersions::Thinned, NOW).len() < versions.len() / 10);
    assert_eq!(left(&versions, KeepVersions::OnlyNamed, NOW), [saved]);
}

#[test]
fn a_clock_that_was_set_back_costs_nothing() {
    // The clock stood a year ahead, was then set right, and work went on.
    let ahead: Vec<i64> = (0..10).map(|minute| -YEAR - minute * 60).collect();
    let mut versions: Vec<VersionName> = ahead
        .into_iter()
        .enumerate()
        .map(|(at, age)| VersionName { sequence: at as u64 + 1, at: moment(NOW - age), why: Why::Automatic })
        .collect();
    let right = VersionName { sequence: 11, at: moment(NOW), why: Why::Automatic };
    versions.push(right);
    assert_eq!(left(&versions, KeepVersions::Thinned, NOW), versions, "one for each minute, as of what is new");
    let last_left = *left(&versions, KeepVersions::Thinned, NOW).last().expect("some are left");
    assert_eq!(last_left, right, "the latest by its number is the latest");
}

fn some_versions() -> impl Strategy<Value = Vec<VersionName>> {
    let version = (-2 * DAY..40 * YEAR, 0..8_usize, 0..5_i64);
    proptest::collection::vec(version, 0..200).prop_map(|all| {
        let name = |(at, (age, why, power)): (usize, (i64, usize, i64))| VersionName {
            sequence: at as u64 + 1,
            // Most are young: ages are spread over the powers of ten.
            at: moment(NOW - age / 10_i64.pow(u32::try_from(power).unwrap_or(0))),
            why: Why::ALL[why.min(if at % 3 == 0 { 7 } else { 0 })],
        };
        all.into_iter().enumerate().map(name).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn thinning_again_at_the_same_moment_removes_no_more(versions in some_versions()) {
        let once = left(&versions, KeepVersions::Thinned, NOW);
        prop_assert_eq!(left(&once, KeepVersions::Thinned, NOW), once);
    }

    #[test]
    fn thinning_week_by_week_leaves_no_wider_gaps_than_thinning_once(versions in some_versions(), weeks in 1..60_i64) {
        let mut step = versions.clone();
        for week in 0..=weeks {
            step = left(&step, KeepVersions::Thinned, NOW + week * 7 * DAY);
        }
        let now = NOW + weeks * 7 * DAY;
        let once = left(&versions, KeepVersions::Thinned, now);
        prop_assert!(step.iter().all(|version| once.contains(version)));
        gaps_are_narrow(&versions, &step, now)?;
    }

    #[test]
    fn the_latest_stays_and_so_does_each_that_happened(versions in some_versions()) {
        let left = left(&versions, KeepVersions::Thinned, NOW);
        prop_assert_eq!(left.iter().max(), versions.iter().max());
        let named = |list: &[VersionName]| list.iter().filter(|version| !version.why.is_automatic()).count();
        prop_assert_eq!(named(&left), named(&versions));
    }

    #[test]
    fn each_version_is_near_one_that_stays(versions in some_versions()) {
        gaps_are_narrow(&versions, &left(&versions, KeepVersions::Thinned, NOW), NOW)?;
    }
}

fn gaps_are_narrow(versions: &[VersionName], left: &[VersionName], now: i64) -> Result<(), TestCaseError> {
    for version in versions.iter().filter(|version| version.why.is_automatic()) {
        let gap = match now - version.at.as_second() {
            age if age < HOUR => 60,
            age if age < DAY => 600,
            age if age < 28 * DAY => HOUR,
            age if age < YEAR => DAY,
            _ => 28 * DAY,
        };
        let near = |other: &&VersionName| (other.at.as_second() - version.at.as_second()).abs() < gap;
        prop_assert!(left.iter().any(|other| near(&other)), "{} has none near it", version);
    }
    Ok(())
}
