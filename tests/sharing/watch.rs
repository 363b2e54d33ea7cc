//! What becomes of a file while it is open is seen at the second look, by what is in it.

use crate::lock::Office;
use minutebook::{
    format::Digest,
    store::{Sight, SystemDisk, Watch, copies_beside},
};
use std::{
    path::Path,
    sync::Arc,
    time::{Duration, SystemTime},
};

const SAME: Sight = Sight::Same { read_only: false };

fn watch(office: &Office) -> Watch {
    let mut watch = Watch::new(Arc::new(SystemDisk), &office.draft(), Digest::of(b"draft"));
    assert_eq!(watch.look(), SAME);
    watch
}

/// The verdict of the second look.
fn seen(watch: &mut Watch) -> Sight {
    watch.look();
    watch.look()
}

fn changed(text: &str) -> Sight {
    Sight::Changed(Digest::of(text.as_bytes()))
}

#[test]
fn a_change_from_outside_is_seen_and_taken_back() {
    let office = Office::new();
    let mut watch = watch(&office);
    std::fs::write(office.draft(), "theirs").expect("somebody writes it");
    assert_eq!(seen(&mut watch), changed("theirs"));
    std::fs::write(office.draft(), "draft").expect("and takes that back");
    assert_eq!(seen(&mut watch), SAME);
}

#[test]
fn a_change_of_the_same_length_and_an_earlier_time_is_seen() {
    let office = Office::new();
    let mut watch = watch(&office);
    std::fs::write(office.draft(), "drift").expect("somebody writes it");
    let file = std::fs::File::options().write(true).open(office.draft()).expect("it opens");
    file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(86_400)).expect("whose clock is years behind");
    assert_eq!(seen(&mut watch), changed("drift"));
}

#[test]
fn before_saving_a_change_is_seen_at_once_whatever_the_times_say() {
    let office = Office::new();
    let mut watch = watch(&office);
    let written = std::fs::metadata(office.draft()).and_then(|about| about.modified()).expect("its time");
    std::fs::write(office.draft(), "drift").expect("somebody writes it");
    let file = std::fs::File::options().write(true).open(office.draft()).expect("it opens");
    file.set_modified(written).expect("at the same time");
    assert_eq!(watch.confirm(), changed("drift"));
}

#[test]
fn one_s_own_saving_is_no_change() {
    let office = Office::new();
    let mut watch = watch(&office);
    watch.coming(Digest::of(b"mine"));
    std::fs::write(office.draft(), "mine").expect("it is saved");
    assert_eq!(seen(&mut watch), SAME);
    watch.know(Digest::of(b"mine"));
    assert_eq!((watch.look(), watch.confirm()), (SAME, SAME));
}

#[test]
fn a_file_that_goes_and_comes_back_is_followed() {
    let office = Office::new();
    let mut watch = watch(&office);
    std::fs::remove_file(office.draft()).expect("it is removed");
    assert_eq!(watch.look(), SAME, "programs that write take a file away for a moment");
    assert_eq!(watch.look(), Sight::Gone);
    assert_eq!(watch.renamed(), None);
    let shared = office.folder.path().join("shared");
    std::fs::remove_dir(&shared).expect("its folder goes too");
    assert_eq!(seen(&mut watch), Sight::FolderGone);
    std::fs::create_dir(&shared).expect("it is back");
    std::fs::create_dir(office.draft()).expect("as a folder");
    assert_eq!(seen(&mut watch), Sight::NoFile);
    std::fs::remove_dir(office.draft()).expect("which goes");
    std::fs::write(office.draft(), "draft").expect("and the draft is back");
    assert_eq!(seen(&mut watch), SAME);
}

#[test]
fn a_file_that_was_renamed_is_found() {
    let office = Office::new();
    let mut watch = watch(&office);
    let new = office.draft().with_file_name("Cabinet final.minutes.ron");
    std::fs::write(office.draft().with_file_name("Board.minutes.ron"), "daft!").expect("another one as long");
    std::fs::rename(office.draft(), &new).expect("somebody renames it");
    assert_eq!(seen(&mut watch), Sight::Gone);
    assert_eq!(watch.renamed(), Some(new));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_only_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::new();
    let mut watch = watch(&office);
    let set = |mode| std::fs::set_permissions(office.draft(), PermissionsExt::from_mode(mode)).expect("permissions");
    set(0o444);
    assert_eq!(seen(&mut watch), Sight::Same { read_only: true });
    set(0o644);
    assert_eq!(seen(&mut watch), SAME);
}

#[test]
fn conflict_copies_of_the_same_meeting_are_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples/scrutiny.minutes.ron");
    let text = std::fs::read_to_string(sample).expect("the sample");
    let other = text.replacen("2018-", "2017-", 2);
    assert!(text != other, "the sample has a day in 2018");
    put("Board.minutes.ron", &text);
    put("Board.minutes (Ann's conflicted copy 2024-10-17).ron", "whatever is in it");
    put("Board.minutes-TOWN-HALL-3.ron", &text);
    put("Board-Final.minutes.ron", &other);
    put("Board-notes.minutes.ron", "no draft at all");
    std::fs::create_dir(folder.path().join("Board (conflicted copy).minutes.ron")).expect("a folder");
    let found = copies_beside(&SystemDisk, &folder.path().join("Board.minutes.ron"));
    let names: Vec<_> = found.iter().filter_map(|path| path.file_name()?.to_str()).collect();
    assert_eq!(names, ["Board.minutes (Ann's conflicted copy 2024-10-17).ron", "Board.minutes-TOWN-HALL-3.ron"]);
}
