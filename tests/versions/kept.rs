//! Versions on a disk: what is kept, what is not kept twice, what stays when something else lies in the folder.

use jiff::{SignedDuration, Timestamp};
use minutebook::{
    format,
    model::Minutes,
    store::{DraftKey, KeepVersions, Kept, SystemDisk, VersionName, Versions, Why},
};
use std::{fs, path::PathBuf, sync::Arc};
use tempfile::TempDir;

struct Place {
    folder: TempDir,
    versions: Versions,
}

fn place() -> Place {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let versions = of(&folder, "cabinet-1");
    Place { folder, versions }
}

fn of(folder: &TempDir, key: &str) -> Versions {
    let key = DraftKey::parse(key).expect("a key");
    Versions::new(Arc::new(SystemDisk), folder.path(), &key)
}

impl Place {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("versions/cabinet-1").join(name)
    }

    fn whys(&self) -> Vec<Why> {
        self.versions.list().expect("it can be read").into_iter().map(|name| name.why).collect()
    }

    fn keep(&self, text: &str, why: Why, second: i64) -> Kept {
        self.versions.keep(text, why, KeepVersions::Thinned, at(second)).expect("it can be kept")
    }
}

fn at(second: i64) -> Timestamp {
    let day: Timestamp = "2026-11-24T09:30:00Z".parse().expect("a moment");
    day + SignedDuration::from_secs(second)
}

fn draft(title: &str) -> Minutes {
    let mut minutes = Minutes::default();
    minutes.house.body = title.to_owned();
    minutes.meeting.date = jiff::civil::date(2026, 11, 19);
    minutes
}

fn text(title: &str) -> String {
    format::write(&draft(title))
}

#[test]
fn what_is_kept_is_listed_the_latest_first_and_opened_again() {
    let place = place();
    assert_eq!(place.versions.list().expect("no folder yet"), []);
    for (number, why) in [(1, Why::Saved), (2, Why::Circulated), (3, Why::Recovered)] {
        assert!(matches!(place.keep(&text(&format!("Board {number}")), why, number), Kept::New(_)));
    }
    assert_eq!(place.whys(), [Why::Recovered, Why::Circulated, Why::Saved]);
    let list = place.versions.list().expect("it can be read");
    assert_eq!(list[1].at, at(2));
    assert_eq!(place.versions.open(list[2]).expect("it can be opened"), draft("Board 1"));
    assert_eq!(list[0].to_string(), "000003-2026-11-24T09-30-03Z-recovered.minutes.ron");
}

#[test]
fn the_same_text_is_not_kept_twice_and_what_happened_names_it() {
    let place = place();
    place.keep(&text("Board"), Why::Automatic, 0);
    assert!(matches!(place.keep(&text("Board"), Why::Automatic, 5), Kept::Same(_)));
    assert_eq!(place.whys(), [Why::Automatic]);
    let Kept::Same(name) = place.keep(&text("Board"), Why::Saved, 9) else { panic!("it is there already") };
    assert_eq!((name.why, name.at), (Why::Saved, at(9)));
    assert_eq!(place.whys(), [Why::Saved], "the clerk saved what had been written by itself");
    assert!(matches!(place.keep(&text("Board"), Why::Saved, 12), Kept::Same(_)));
    assert!(matches!(place.keep(&text("Board"), Why::Automatic, 13), Kept::Same(_)));
    let only = place.versions.list().expect("it can be read");
    assert_eq!(only, [name]);
    assert_eq!(place.versions.open(only[0]).expect("it can be opened"), draft("Board"));
    place.keep(&text("Panel"), Why::Automatic, 20);
    place.keep(&text("Board"), Why::Automatic, 90);
    assert_eq!(
        place.whys(),
        [Why::Automatic, Why::Automatic, Why::Saved],
        "what came back later is a version of its own"
    );
}

#[test]
fn automatic_ones_are_thinned_as_new_ones_come() {
    let place = place();
    for second in (0..300).step_by(7) {
        place.keep(&text(&format!("Board {second}")), Why::Automatic, second);
    }
    place.keep(&text("saved"), Why::Saved, 300);
    let list = place.versions.list().expect("it can be read");
    assert_eq!(list.len(), 6, "one for each of five minutes, and the saved one");
    place.keep(&text("next day"), Why::Automatic, 86_400 * 2);
    let list = place.versions.list().expect("it can be read");
    assert_eq!(list.len(), 3, "one for the hour of two days ago, the saved one, and the latest");
    assert_eq!(place.versions.open(list[2]).expect("it can be opened"), draft("Board 294"));
}

#[test]
fn where_only_named_ones_are_wanted_no_automatic_one_is_made_and_those_that_are_there_go() {
    let place = place();
    place.keep(&text("one"), Why::Automatic, 0);
    place.keep(&text("two"), Why::Signed, 1);
    let kept = place.versions.keep(&text("three"), Why::Automatic, KeepVersions::OnlyNamed, at(2));
    assert_eq!(kept.expect("nothing is in the way"), Kept::NotWanted);
    assert_eq!(place.whys(), [Why::Signed]);
}

#[test]
fn a_clock_that_is_set_back_does_not_change_the_order() {
    let place = place();
    place.keep(&text("first"), Why::Saved, 0);
    place.keep(&text("second"), Why::Saved, -86_400 * 400);
    place.keep(&text("third"), Why::Saved, 60);
    let bodies: Vec<String> = place
        .versions
        .list()
        .expect("it can be read")
        .into_iter()
        .map(|name| place.versions.open(name).expect("it can be opened").house.body)
        .collect();
    assert_eq!(bodies, ["third", "second", "first"]);
}

#[test]
fn what_else_lies_in_the_folder_is_passed_over_and_left_alone() {
    let place = place();
    place.keep(&text("Board"), Why::Saved, 0);
    let folder_like_a_version = place.path("000007-2026-11-24T09-30-00Z-saved.minutes.ron");
    fs::create_dir(&folder_like_a_version).expect("it can be made");
    let others = ["notes.txt", ".hidden", "000009-2026-99-24T09-30-00Z-saved.minutes.ron", "-saved.minutes.ron"];
    for name in others {
        fs::write(place.path(name), "what is this").expect("it can be written");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", place.path("000008-2026-11-24T09-30-00Z-saved.minutes.ron"))
        .expect("it can be made");
    assert_eq!(place.whys(), [Why::Saved]);
    let Kept::New(name) = place.keep(&text("Panel"), Why::Automatic, 60) else { panic!("it is new") };
    assert!(name.sequence > 8, "no name is used twice: {name}");
    for second in 1..50 {
        place.keep(&text(&format!("Panel {second}")), Why::Automatic, 60 + second);
    }
    assert!(folder_like_a_version.is_dir() && others.iter().all(|name| place.path(name).is_file()));
    assert_eq!(place.whys(), [Why::Automatic, Why::Saved]);
}

#[test]
fn a_damaged_version_says_so_and_hides_no_other() {
    let place = place();
    place.keep(&text("Board"), Why::Saved, 0);
    let Kept::New(name) = place.keep(&text("Panel"), Why::Saved, 1) else { panic!("it is new") };
    fs::write(place.versions.path(name), "(version: 1, house: (").expect("it can be written");
    let list = place.versions.list().expect("it can be read");
    assert_eq!(list.len(), 2);
    let error = place.versions.open(list[0]).expect_err("it is damaged").to_string();
    assert!(error.contains(&name.to_string()), "{error}");
    assert_eq!(place.versions.open(list[1]).expect("it is whole"), draft("Board"));
    place.keep(&text("Panel"), Why::Saved, 2);
    assert_eq!(place.whys().len(), 3, "a damaged one does not stand for the text that it held");
}

#[test]
fn a_draft_that_gets_its_file_takes_its_versions_along() {
    let place = place();
    let untitled = of(&place.folder, "untitled-0000000000000007");
    for (number, why) in [(0, Why::Automatic), (70, Why::Automatic), (140, Why::Circulated)] {
        untitled
            .keep(&text(&format!("Board {number}")), why, KeepVersions::Thinned, at(number))
            .expect("it can be kept");
    }
    place.keep(&text("what the file held before"), Why::ChangedOutside, -5);
    place.versions.adopt(&untitled).expect("nothing is in the way");
    assert_eq!(place.whys(), [Why::Circulated, Why::Automatic, Why::Automatic, Why::ChangedOutside]);
    assert_eq!(untitled.list().expect("it can be read"), []);
    let latest = place.versions.list().expect("it can be read")[0];
    assert_eq!((latest.at, latest.sequence), (at(140), 4));
    place.versions.adopt(&untitled).expect("there is nothing left to take");
}

#[test]
fn only_the_clerk_removes_what_happened() {
    let place = place();
    let Kept::New(name) = place.keep(&text("Board"), Why::Signed, 0) else { panic!("it is new") };
    place.keep(&text("Panel"), Why::Automatic, 86_400 * 9_000);
    assert_eq!(place.whys(), [Why::Automatic, Why::Signed]);
    place.versions.remove(name).expect("nothing is in the way");
    place.versions.remove(name).expect("it is gone already");
    assert_eq!(place.whys(), [Why::Automatic]);
}

#[test]
fn what_a_killed_process_left_is_swept_away() {
    let place = place();
    place.keep(&text("Board"), Why::Saved, 0);
    let left = place.path(".minutebook-1-0.tmp");
    fs::write(&left, "half a ver").expect("it can be written");
    place.keep(&text("Panel"), Why::Saved, 1);
    assert!(!left.exists());
    let names: Vec<VersionName> = place.versions.list().expect("it can be read");
    assert_eq!(names.len(), 2);
}
