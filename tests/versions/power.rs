//! The power goes, or a call fails, at each point of keeping a version: what was kept before is there, whole.

use crate::simulated::{Fault, Left, SimulatedDisk};
use jiff::{SignedDuration, Timestamp};
use minutebook::{
    format,
    model::Minutes,
    store::{DraftKey, KeepVersions, StoreError, VersionName, Versions, Why},
};
use std::{io, path::Path, sync::Arc};

const STATE: &str = "/state";

fn versions(disk: &SimulatedDisk) -> Versions {
    let key = DraftKey::parse("cabinet-1").expect("a key");
    Versions::new(Arc::new(disk.clone()), Path::new(STATE), &key)
}

fn at(minute: i64) -> Timestamp {
    let day: Timestamp = "2026-11-24T09:30:00Z".parse().expect("a moment");
    day + SignedDuration::from_mins(minute)
}

fn text(title: &str) -> String {
    let mut minutes = Minutes::default();
    minutes.house.body = title.to_owned();
    minutes.meeting.date = jiff::civil::date(2026, 11, 19);
    format::write(&minutes)
}

/// One way in which a version is kept.
struct Way {
    name: &'static str,
    text: String,
    why: Why,
    minute: i64,
}

fn ways() -> Vec<Way> {
    vec![
        Way { name: "a new one", text: text("Panel"), why: Why::Saved, minute: 10 },
        Way { name: "one that names an automatic one", text: text("Board 3"), why: Why::Saved, minute: 10 },
        Way {
            name: "one with which others are thinned",
            text: text("Panel"),
            why: Why::Automatic,
            minute: 60 * 24 * 3,
        },
    ]
}

impl Way {
    /// A disk on which versions were kept before.
    fn disk(&self) -> SimulatedDisk {
        let disk = SimulatedDisk::with(&[STATE]);
        let kept = [
            ("Board 0", Why::Saved, 0),
            ("Board 1", Why::Automatic, 1),
            ("Board 2", Why::Circulated, 2),
            ("Board 3", Why::Automatic, 3),
        ];
        for (title, why, minute) in kept {
            let kept = versions(&disk).keep(&text(title), why, KeepVersions::Thinned, at(minute));
            kept.expect("nothing is in the way");
        }
        disk
    }

    fn keep(&self, disk: &SimulatedDisk) -> Result<(), StoreError> {
        let kept = versions(disk).keep(&self.text, self.why, KeepVersions::Thinned, at(self.minute));
        kept.map(|_| ())
    }

    /// From which call on, and up to which, a version is being kept.
    fn calls(&self) -> std::ops::Range<usize> {
        let disk = self.disk();
        let before = disk.calls().len();
        self.keep(&disk).expect("nothing is in the way");
        before..disk.calls().len()
    }

    /// What is there, each with what it says. Everything that is listed is whole.
    fn there(disk: &SimulatedDisk, when: &str) -> Vec<(VersionName, String)> {
        let versions = versions(disk);
        let list = versions.list().unwrap_or_else(|error| panic!("{when}: {error}"));
        let said = |name: VersionName| {
            let minutes = versions.open(name).unwrap_or_else(|error| panic!("{when}: {error}"));
            (name, minutes.house.body)
        };
        list.into_iter().map(said).collect()
    }

    fn check(&self, disk: &SimulatedDisk, when: &str) {
        let there = Way::there(disk, when);
        let says = |title: &str| there.iter().any(|(_, body)| body == title);
        assert!(says("Board 0") && says("Board 2"), "{when}: what happened is gone: {there:?}");
        assert!(says("Board 3") || self.minute > 60, "{when}: the latest is gone: {there:?}");
    }
}

fn all_that_may_be_left() -> Vec<Left> {
    let chances = (0..40).map(Left::Chance);
    [Left::Nothing, Left::Everything, Left::Names, Left::Bytes].into_iter().chain(chances).collect()
}

#[test]
fn a_power_cut_at_any_point_costs_no_version_that_was_there() {
    for way in ways() {
        let calls = way.calls();
        assert!(calls.len() > 3, "{}", way.name);
        for cut in calls {
            let disk = way.disk();
            disk.cut_at(cut);
            way.keep(&disk).expect_err("there was no power to end it");
            for left in all_that_may_be_left() {
                let when = format!("{}, cut at {:?}, left {left:?}", way.name, disk.calls().get(cut));
                let restarted = disk.after_power_loss(left);
                way.check(&restarted, &when);
                way.keep(&restarted).expect("it goes on");
                way.check(&restarted, &when);
            }
        }
    }
}

#[test]
fn what_was_said_to_be_kept_stays() {
    for way in ways() {
        let disk = way.disk();
        way.keep(&disk).expect("nothing is in the way");
        for left in all_that_may_be_left() {
            let when = format!("{}, left {left:?}", way.name);
            let restarted = disk.after_power_loss(left);
            way.check(&restarted, &when);
            let latest = Way::there(&restarted, &when).first().map(|(name, _)| name.why);
            assert_eq!(latest, Some(way.why), "{when}");
        }
    }
}

#[test]
fn a_call_that_fails_costs_no_version_and_is_told_where_it_matters() {
    let kinds = [io::ErrorKind::StorageFull, io::ErrorKind::Other, io::ErrorKind::PermissionDenied];
    for way in ways() {
        for call in way.calls() {
            for fault in kinds.into_iter().map(Fault::Error).chain([Fault::Short]) {
                let disk = way.disk();
                disk.fail_at(call, fault);
                let kept = way.keep(&disk);
                let when = format!("{}, {fault:?} at {:?}: {kept:?}", way.name, disk.calls().get(call));
                disk.heal();
                way.check(&disk, &when);
                if kept.is_ok() {
                    let latest = Way::there(&disk, &when).first().map(|(name, _)| name.why);
                    assert_eq!(latest, Some(way.why), "{when}");
                }
                way.keep(&disk).expect("it goes on once the cause is gone");
                way.check(&disk, &when);
            }
        }
    }
}

#[test]
fn a_full_disk_costs_only_the_version_that_has_no_room() {
    let way = &ways()[0];
    let disk = way.disk();
    disk.set_room(Some(64));
    let error = way.keep(&disk).expect_err("there is no room").to_string();
    assert!(error.contains("no room"), "{error}");
    way.check(&disk, "no room");
    assert_eq!(Way::there(&disk, "no room").len(), 4);
    disk.set_room(None);
    way.keep(&disk).expect("there is room again");
    assert_eq!(Way::there(&disk, "room again").len(), 5);
}
