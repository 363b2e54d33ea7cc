//! Restoring: the minutes become what they were, as one step that Undo takes back, and what was there before is kept.

use crate::{
    arbitrary,
    made::{begin, change, list, look, shelf},
    ports::Desk,
};
use minutebook::{
    app::{Action, Answer, Command, Dialog, FileCommand, KeepVersions, SharingCommand, ToastKind, VersionCommand, Why},
    format,
    model::{Minutes, Signed},
    store,
};
use proptest::{prelude::*, test_runner::TestRunner};
use std::time::Duration;

fn wait_for(desk: &Desk, count: usize) {
    for _ in 0..2_000 {
        if list(desk).len() == count {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("there are {:?}", list(desk));
}

fn restore(desk: &mut Desk, name: store::VersionName) {
    desk.run(Command::Versions(VersionCommand::Restore(name)));
    desk.wait("the version", |app| app.state().dialog.is_none());
}

#[test]
fn the_minutes_become_what_they_were_and_undo_takes_that_back() {
    let mut desk = Desk::new();
    begin(&mut desk);
    let first = desk.minutes().clone();
    change(&mut desk, "The meeting ended.");
    desk.act(Action::Save);
    wait_for(&desk, 2);
    // What was typed since and saved nowhere is kept, too.
    change(&mut desk, "The meeting ended late.");
    let present = desk.minutes().clone();
    look(&mut desk);
    let name = list(&desk)[1];
    restore(&mut desk, name);
    assert_eq!(desk.minutes(), &first);
    assert!(desk.last_toast().expect("a message").1.contains("Undo takes it back"));
    wait_for(&desk, 3);
    let kept = list(&desk)[0];
    assert_eq!(kept.why, Why::Restored);
    assert_eq!(shelf(&desk).open(kept).expect("it can be opened"), present);
    let session = &desk.app.state().draft.as_ref().expect("it is open").session;
    assert_eq!(session.undo_label(), Some("restoring"));
    desk.act(Action::Undo);
    assert_eq!(desk.minutes(), &present);
    desk.act(Action::Redo);
    assert_eq!(desk.minutes(), &first);
}

#[test]
fn restoring_what_the_minutes_are_changes_nothing() {
    let mut desk = Desk::new();
    begin(&mut desk);
    wait_for(&desk, 1);
    look(&mut desk);
    let name = list(&desk)[0];
    restore(&mut desk, name);
    let session = &desk.app.state().draft.as_ref().expect("it is open").session;
    assert!(!session.is_dirty() && session.undo_label().is_none());
    assert_eq!(list(&desk).len(), 1);
    assert!(desk.last_toast().expect("a message").1.contains("nothing was changed"));
}

#[test]
fn signed_minutes_stay_as_they_are() {
    let mut desk = Desk::new();
    let path = begin(&mut desk);
    wait_for(&desk, 1);
    let mut signed = desk.minutes().clone();
    signed.closing.wording = Some("The meeting ended.".to_owned());
    signed.record.signed = Some(Signed { on: jiff::civil::date(2024, 12, 1), by: "R Hale".to_owned() });
    let desk_folder = {
        let folder = desk.folder;
        drop(desk.app);
        folder
    };
    store::save(&path, &signed).expect("it can be saved");
    let mut desk = Desk::in_folder(desk_folder);
    desk.run(Command::File(FileCommand::Open(path)));
    look(&mut desk);
    let name = list(&desk)[0];
    restore(&mut desk, name);
    assert_eq!(desk.minutes(), &signed);
    let (kind, text) = desk.last_toast().expect("a message");
    assert!(kind == ToastKind::Failed && text.contains("signed"), "{text}");
    assert_eq!(list(&desk).len(), 1);
}

#[test]
fn a_version_that_is_damaged_is_told_and_nothing_is_restored() {
    let mut desk = Desk::new();
    begin(&mut desk);
    change(&mut desk, "The meeting ended.");
    desk.act(Action::Save);
    wait_for(&desk, 2);
    let name = list(&desk)[1];
    std::fs::write(shelf(&desk).path(name), "no draft").expect("it can be written");
    let before = desk.minutes().clone();
    look(&mut desk);
    desk.run(Command::Versions(VersionCommand::Restore(name)));
    desk.wait("the message", |app| app.state().versions.problem.is_some());
    let problem = desk.app.state().versions.problem.clone().expect("it says what is wrong");
    assert!(problem.starts_with("This version cannot be read.") && problem.contains("line 1"), "{problem}");
    assert_eq!(desk.minutes(), &before);
    assert!(desk.app.state().dialog.is_some(), "the form stays open, for another one to be chosen");
}

#[test]
fn a_damaged_file_leads_to_the_latest_version_that_is_whole() {
    let mut desk = Desk::new();
    let path = begin(&mut desk);
    change(&mut desk, "The meeting ended.");
    desk.act(Action::Save);
    wait_for(&desk, 2);
    let whole = desk.minutes().clone();
    change(&mut desk, "The meeting ended late.");
    desk.act(Action::Save);
    wait_for(&desk, 3);
    let latest = shelf(&desk).path(list(&desk)[0]);
    desk.act(Action::CloseDraft);
    let folder = desk.folder;
    drop(desk.app);
    // What the journal knows is gone, and so is the latest version.
    std::fs::remove_dir_all(folder.path().join("state/journals")).expect("there are journals");
    for file in [&path, &latest] {
        std::fs::write(file, "(version: 1, hou").expect("it can be written");
    }
    let mut desk = Desk::in_folder(folder);
    desk.run(Command::File(FileCommand::Open(path.clone())));
    assert!(desk.last_toast().expect("a message").1.contains("line 1"), "what is wrong is said");
    desk.wait("the offer", |app| app.state().dialog.is_some());
    let Some(Dialog::Confirm { text, .. }) = &desk.app.state().dialog else { panic!("it asks") };
    assert!(text.contains("as it was today 9.30 am") && text.contains("is missing"), "{text}");
    desk.run(Command::Answer(Some(Answer::Confirm)));
    assert_eq!(desk.minutes(), &whole);
    let draft = desk.app.state().draft.as_ref().expect("it is open");
    assert!(draft.path.is_none() && draft.session.is_dirty(), "the damaged file is not written over");
    assert_eq!(std::fs::read(&path).expect("it is there"), b"(version: 1, hou");
}

#[test]
fn the_journal_knows_a_damaged_file_better_than_any_version() {
    let mut desk = Desk::new();
    let path = begin(&mut desk);
    wait_for(&desk, 1);
    change(&mut desk, "The meeting ended.");
    desk.act(Action::Save);
    let whole = desk.minutes().clone();
    desk.act(Action::CloseDraft);
    let folder = desk.folder;
    drop(desk.app);
    std::fs::remove_dir_all(folder.path().join("state/versions")).expect("there are versions");
    std::fs::write(&path, "").expect("it can be written");
    let mut desk = Desk::in_folder(folder);
    desk.run(Command::File(FileCommand::Open(path)));
    desk.wait("the offer", |app| app.state().dialog.is_some());
    desk.run(Command::Answer(Some(Answer::Confirm)));
    assert_eq!(desk.minutes(), &whole);
}

#[test]
fn nothing_is_offered_where_nothing_is_kept() {
    let mut desk = Desk::new();
    let path = desk.path("stranger.minutes.ron");
    std::fs::write(&path, "no draft").expect("it can be written");
    desk.run(Command::File(FileCommand::Open(path)));
    std::thread::sleep(Duration::from_millis(200));
    desk.app.poll();
    assert!(desk.app.state().dialog.is_none() && desk.app.state().toasts.len() == 1);
}

#[test]
fn a_file_that_was_renamed_takes_its_versions_along() {
    let mut desk = Desk::new();
    let path = begin(&mut desk);
    change(&mut desk, "The meeting ended.");
    desk.act(Action::Save);
    wait_for(&desk, 2);
    let renamed = desk.path("executive.minutes.ron");
    std::fs::rename(&path, &renamed).expect("it can be renamed");
    desk.run(Command::Sharing(SharingCommand::GoOnAt(renamed.clone())));
    wait_for(&desk, 0);
    assert_eq!(desk.app.state().draft.as_ref().and_then(|draft| draft.path.clone()), Some(renamed));
    desk.act(Action::EarlierVersions);
    desk.wait("the list", |app| app.state().versions.list.len() == 2);
}

/// A signature is put under minutes by signing alone.
fn unsigned(minutes: &Minutes) -> Minutes {
    let mut minutes = minutes.clone();
    minutes.record.signed = None;
    minutes.record.digest = None;
    minutes
}

#[test]
fn whatever_the_two_are_the_one_becomes_the_other_and_is_itself_again() {
    let mut runner = TestRunner::new(ProptestConfig::with_cases(24));
    let both = (arbitrary::minutes(), arbitrary::minutes());
    let outcome = runner.run(&both, |(present, version)| {
        let (present, version) = (unsigned(&present), version);
        prop_assume!(format::validate(&present).is_ok() && format::validate(&version).is_ok());
        let mut desk = Desk::new();
        let path = desk.path("cabinet.minutes.ron");
        store::save(&path, &present).expect("it can be saved");
        let at = "2024-10-20T08:00:00Z".parse().expect("a moment");
        let kept = shelf(&desk).keep(&format::write(&version), Why::Saved, KeepVersions::Thinned, at);
        kept.expect("it can be kept");
        desk.run(Command::File(FileCommand::Open(path)));
        let opened = desk.minutes().clone();
        look(&mut desk);
        let name = list(&desk)[0];
        restore(&mut desk, name);
        let restored = shelf(&desk).open(name).expect("it can be opened");
        prop_assert_eq!(desk.minutes(), &unsigned(&restored));
        desk.act(Action::Undo);
        prop_assert_eq!(desk.minutes(), &opened);
        Ok(())
    });
    outcome.expect("each pair");
}
