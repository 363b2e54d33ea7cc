//! When versions are made: with each save and each step of the record, off the frame, and no more than that.

use crate::ports::Desk;
use minutebook::{
    app::{Action, Answer, App, Change, Command, FileCommand, KeepVersions, Pace, ToastKind, VersionCommand, Why},
    model::Closing,
    store::{DraftKey, SystemDisk, VersionName, Versions},
};
use std::{fs, path::PathBuf, sync::Arc, time::Duration};

const NAME: &str = "cabinet.minutes.ron";

pub fn begin(desk: &mut Desk) -> PathBuf {
    let body = desk.app.state().bodies().first().expect("a body ships").clone();
    let date = jiff::civil::date(2024, 10, 17);
    desk.run(Command::File(FileCommand::New { style: body.style, body: body.body, date }));
    let path = desk.path(NAME);
    desk.run(Command::File(FileCommand::SaveTo(path.clone())));
    path
}

pub fn change(desk: &mut Desk, closing_line: &str) {
    let closing = Closing { wording: Some(closing_line.to_owned()), ..Closing::default() };
    desk.run(Command::Change(Change::Closing(Box::new(closing))));
}

pub fn shelf(desk: &Desk) -> Versions {
    Versions::new(Arc::new(SystemDisk), &desk.path("state"), &DraftKey::of_draft(&desk.path(NAME)))
}

pub fn list(desk: &Desk) -> Vec<VersionName> {
    shelf(desk).list().expect("it can be read")
}

/// Waits until so many versions are there, and gives why, the latest first.
fn whys(desk: &Desk, count: usize) -> Vec<Why> {
    for _ in 0..2_000 {
        if list(desk).len() == count {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    list(desk).into_iter().map(|name| name.why).collect()
}

/// Opens the form and waits until something is compared, or cannot be read.
pub fn look(desk: &mut Desk) {
    desk.act(Action::EarlierVersions);
    desk.wait("the comparison", |app| {
        let versions = &app.state().versions;
        versions.shown().is_some() || versions.problem.is_some()
    });
}

fn record(desk: &mut Desk, step: Action, month: i8) {
    desk.act(step);
    let on = jiff::civil::date(2024, month, 28);
    desk.run(Command::Answer(Some(Answer::Step { on, by: "R Hale".to_owned() })));
}

#[test]
fn each_save_makes_one_and_the_same_text_makes_none() {
    let mut desk = Desk::new();
    begin(&mut desk);
    assert_eq!(whys(&desk, 1), [Why::Saved]);
    desk.act(Action::Save);
    change(&mut desk, "The meeting ended.");
    desk.clock.set(11, 5);
    desk.act(Action::Save);
    assert_eq!(whys(&desk, 2), [Why::Saved, Why::Saved]);
    let latest = list(&desk)[0];
    assert_eq!(latest.at.to_string(), "2024-10-21T11:05:00Z", "by the application's clock");
    let version = shelf(&desk).open(latest).expect("it can be opened");
    assert_eq!(&version, desk.minutes());
}

#[test]
fn steps_of_the_record_are_named_by_what_happened() {
    let mut desk = Desk::new();
    begin(&mut desk);
    for (step, month) in [(Action::Circulate, 10), (Action::Approve, 11), (Action::Sign, 12)] {
        record(&mut desk, step, month);
        desk.act(Action::Save);
    }
    assert_eq!(whys(&desk, 4), [Why::Signed, Why::Approved, Why::Circulated, Why::Saved]);
}

#[test]
fn a_step_that_is_written_first_after_the_draft_was_opened_again_is_named_too() {
    let mut desk = Desk::new();
    let path = begin(&mut desk);
    let mut desk = Desk::in_folder(desk.folder);
    desk.run(Command::File(FileCommand::Open(path)));
    record(&mut desk, Action::Circulate, 10);
    desk.act(Action::Save);
    assert_eq!(whys(&desk, 2), [Why::Circulated, Why::Saved]);
}

#[test]
fn what_is_written_by_itself_is_automatic_and_saving_it_names_it() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let pace = Pace { pause: Some(Duration::from_millis(30)), ..Pace::ASKED };
    let mut desk = Desk::on(folder, Arc::new(SystemDisk), pace);
    begin(&mut desk);
    assert_eq!(whys(&desk, 1), [Why::Saved]);
    change(&mut desk, "The meeting ended.");
    desk.wait("the file", |app| app.state().draft.as_ref().is_some_and(|draft| !draft.session.is_dirty()));
    assert_eq!(whys(&desk, 2), [Why::Automatic, Why::Saved]);
    desk.act(Action::Save);
    let named = |desk: &Desk| list(desk).iter().all(|name| name.why == Why::Saved);
    for _ in 0..2_000 {
        if named(&desk) {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(whys(&desk, 2), [Why::Saved, Why::Saved]);
}

#[test]
fn the_setting_is_remembered_and_holds_for_what_is_written_next() {
    let mut desk = Desk::new();
    let path = begin(&mut desk);
    desk.run(Command::Versions(VersionCommand::Keep(KeepVersions::OnlyNamed)));
    desk.act(Action::CloseDraft);
    desk.act(Action::Quit);
    let folder = desk.folder;
    drop(desk.app);
    let pace = Pace { pause: Some(Duration::from_millis(20)), ..Pace::ASKED };
    let mut desk = Desk::on(folder, Arc::new(SystemDisk), pace);
    assert_eq!(desk.app.state().versions.keep, KeepVersions::OnlyNamed);
    desk.run(Command::File(FileCommand::Open(path)));
    change(&mut desk, "The meeting ended.");
    desk.wait("the file", |app| app.state().draft.as_ref().is_some_and(|draft| !draft.session.is_dirty()));
    change(&mut desk, "The meeting ended late.");
    desk.act(Action::Save);
    assert_eq!(whys(&desk, 2), [Why::Saved, Why::Saved]);
}

#[test]
fn a_version_that_cannot_be_kept_is_told_and_the_draft_is_saved_all_the_same() {
    let mut desk = Desk::new();
    fs::create_dir_all(desk.path("state")).expect("it can be made");
    fs::write(desk.path("state/versions"), "a file where a folder should be").expect("it can be written");
    let path = begin(&mut desk);
    desk.wait("the message", |app| app.state().toasts.iter().any(|toast| toast.kind == ToastKind::Failed));
    let toasts = &desk.app.state().toasts;
    assert!(toasts.iter().any(|toast| toast.text.starts_with("What was saved is safe")), "{toasts:?}");
    assert!(minutebook::store::open(&path).is_ok());
}

#[test]
fn the_clerk_alone_removes_what_happened() {
    let mut desk = Desk::new();
    begin(&mut desk);
    change(&mut desk, "The meeting ended.");
    desk.act(Action::Save);
    whys(&desk, 2);
    look(&mut desk);
    let first = list(&desk)[1];
    desk.run(Command::Versions(VersionCommand::Choose(first)));
    desk.run(Command::Versions(VersionCommand::Remove(first)));
    desk.wait("the list", |app| app.state().versions.list.len() == 1);
    assert_eq!(whys(&desk, 1), [Why::Saved]);
    assert_eq!(desk.app.state().versions.chosen, Some(list(&desk)[0]), "the one beside it is shown then");
}

#[test]
fn a_draft_without_a_file_has_none_and_says_why() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    desk.act(Action::EarlierVersions);
    assert!(desk.app.state().dialog.is_none());
    assert!(desk.last_toast().expect("a message").1.starts_with("Save the draft first"));
}

#[test]
fn the_form_opens_on_the_latest_that_is_not_what_the_minutes_are() {
    let mut desk = Desk::new();
    begin(&mut desk);
    change(&mut desk, "The meeting ended.");
    desk.act(Action::Save);
    whys(&desk, 2);
    desk.act(Action::EarlierVersions);
    let behind = list(&desk)[1];
    let shown = move |app: &App| app.state().versions.shown().is_some_and(|shown| shown.name == behind);
    desk.wait("the comparison", shown);
    let summary = desk.app.state().versions.shown().and_then(|shown| shown.comparison.as_ref()).map(|c| c.summary());
    assert_eq!(summary.as_deref(), Some("1 place differs: 3 words added."));
}
