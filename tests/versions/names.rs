//! The name of a version says which it is, when it was kept and why, and nothing else in the folder is taken for one.

use jiff::Timestamp;
use minutebook::store::{VersionName, Why};
use proptest::prelude::*;

fn at(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

#[test]
fn a_name_bears_number_time_and_reason() {
    let name = VersionName { sequence: 42, at: at("2026-10-03T14:32:05Z"), why: Why::Circulated };
    assert_eq!(name.to_string(), "000042-2026-10-03T14-32-05Z-circulated.minutes.ron");
    assert_eq!(VersionName::read(&name.to_string()), Some(name));
}

#[test]
fn the_number_alone_says_which_is_later() {
    let earlier = VersionName { sequence: 7, at: at("2026-10-03T14:32:05Z"), why: Why::Saved };
    let clock_was_set_back = VersionName { sequence: 8, at: at("2019-01-01T00:00:00Z"), why: Why::Automatic };
    assert!(clock_was_set_back > earlier);
    let beyond_the_padding = VersionName { sequence: 1_000_000, ..earlier };
    assert_eq!(VersionName::read(&beyond_the_padding.to_string()), Some(beyond_the_padding));
}

#[test]
fn what_is_not_exactly_a_versions_name_is_none() {
    let good = "000042-2026-10-03T14-32-05Z-saved.minutes.ron";
    assert!(VersionName::read(good).is_some());
    for wrong in [
        "",
        ".minutes.ron",
        "42-2026-10-03T14-32-05Z-saved.minutes.ron",
        "000042-2026-10-03T14-32-05Z-saved.minutes.ron.tmp",
        "000042-2026-10-03T14-32-05Z-saved.MINUTES.RON",
        "000042-2026-10-03T14-32-05Z-stolen.minutes.ron",
        "000042-2026-10-03T14-32-05Z-.minutes.ron",
        "000042-2026-13-03T14-32-05Z-saved.minutes.ron",
        "000042-2026-02-30T14-32-05Z-saved.minutes.ron",
        "000042-2026-10-03T25-32-05Z-saved.minutes.ron",
        "000042-2026-10-03T14-32-05-saved.minutes.ron",
        "+00042-2026-10-03T14-32-05Z-saved.minutes.ron",
        "-00042-2026-10-03T14-32-05Z-saved.minutes.ron",
        "00004２-2026-10-03T14-32-05Z-saved.minutes.ron",
        "9999999999999-2026-10-03T14-32-05Z-saved.minutes.ron",
        "000042-2026-10-03T14-32-05Z-saved/../../x.minutes.ron",
        "000042-99999-10-03T14-32-05Z-saved.minutes.ron",
        "conflict of 000042-2026-10-03T14-32-05Z-saved.minutes.ron",
    ] {
        assert_eq!(VersionName::read(wrong), None, "{wrong}");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_again(sequence in 0..999_999_999_999_u64, second in 0..4_000_000_000_i64, why in 0..8_usize) {
        let at = Timestamp::from_second(second).expect("within bounds");
        let name = VersionName { sequence, at, why: Why::ALL[why] };
        prop_assert_eq!(VersionName::read(&name.to_string()), Some(name));
    }

    #[test]
    fn no_name_makes_the_reader_panic(name in "\\PC{0,100}") {
        let _ = VersionName::read(&name);
    }

    #[test]
    fn nor_does_one_that_is_nearly_right(name in "[0-9+-]{4,14}-[0-9]{1,5}-[0-9]{1,2}-[0-9]{1,2}T[0-9]{1,3}-[0-9]{2}-[0-9]{2}Z-(saved|signed)\\.minutes\\.ron") {
        if let Some(read) = VersionName::read(&name) {
            prop_assert_eq!(read.to_string(), name);
        }
    }
}
