//! What was typed comes back: after a program that ended otherwise than it should, after a clean close, and where the clerk
//! kept a draft for the next time; with the caret and the way back from each change.

use crate::{
    files::{begin, change},
    moody::MoodyDisk,
    ports::Desk,
};
use minutebook::{
    app::{
        Action, Answer, App, Caret, Command, Dialog, FileCommand, Pace, Selection, Standing, ToastKind, ViewCommand,
        prose::{Point, Span},
    },
    model::{Minutes, ProseAt},
    store,
};
use std::{
    io,
    sync::Arc,
    time::{Duration, Instant},
};

/// Files are written when that is asked for, and what fails is tried again soon.
const ASKED: Pace = Pace { pause: None, retry: Duration::from_millis(40) };
const QUICK: Pace = Pace { pause: Some(Duration::from_millis(60)), retry: Duration::from_millis(40) };

fn desk(disk: &MoodyDisk, pace: Pace) -> Desk {
    Desk::on(tempfile::tempdir().expect("a folder for the test"), Arc::new(disk.clone()), pace)
}

fn with_file(disk: &MoodyDisk, pace: Pace) -> Desk {
    let mut desk = desk(disk, pace);
    begin(&mut desk);
    desk.act(Action::TogglePreview);
    let path = desk.path("a.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    desk
}

/// The next start after the program was killed: its journals are found as they lie on the disk, and nothing was closed.
fn killed(desk: Desk) -> Desk {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let Desk { app, folder: before, .. } = desk;
    copy(before.path(), folder.path());
    drop(app);
    // The draft's own folder is the same: it is the copy that goes where the other was.
    std::fs::remove_dir_all(before.path()).expect("it can be taken away");
    copy(folder.path(), before.path());
    Desk::on(before, Arc::new(MoodyDisk::default()), ASKED)
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("it can be read").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            std::fs::copy(&from, &to).expect("it can be copied");
        }
    }
}

fn ending(desk: &Desk) -> Option<&str> {
    desk.minutes().closing.wording.as_deref()
}

fn is_kept(app: &App) -> bool {
    matches!(app.state().draft.as_ref().expect("a draft is open").standing(), Standing::NoFile { kept: true })
}

/// Waits until what was typed is in the journal.
fn wait_for_journal(desk: &mut Desk) {
    // The journal is written with others of the same fifth of a second.
    std::thread::sleep(Duration::from_millis(700));
    desk.app.poll();
}

fn on_disk(desk: &Desk) -> Minutes {
    store::open(&desk.path("a.minutes.ron")).expect("the file is whole")
}

/// The first prose of the minutes, and its item.
fn first_prose(desk: &mut Desk) -> (Selection, ProseAt) {
    desk.act(Action::AddItem);
    desk.act(Action::AddProse);
    let draft = desk.app.state().draft.as_ref().expect("a draft is open");
    let Some(minutebook::app::Focus::Prose(at)) = draft.focus else { panic!("the new text has the focus") };
    (draft.selection, at)
}

#[test]
fn an_untitled_draft_is_safe_from_its_first_change_and_comes_back_with_caret_and_history() {
    let mut desk = desk(&MoodyDisk::default(), ASKED);
    begin(&mut desk);
    let (selection, at) = first_prose(&mut desk);
    let text = vec![minutebook::model::Paragraph::plain("The members welcomed the report.")];
    desk.run(Command::Change(minutebook::app::Change::Prose { at, text }));
    let caret = Caret::new(at, Span::caret(Point::new(0, 11)));
    desk.run(Command::Caret(caret));
    desk.clock.pass(10_000);
    change(&mut desk, "The meeting ended.");
    desk.wait("the journal", is_kept);
    wait_for_journal(&mut desk);
    let before = desk.minutes().clone();

    let mut desk = killed(desk);
    assert_eq!(desk.minutes(), &before);
    let draft = desk.app.state().draft.as_ref().expect("it came back by itself");
    assert_eq!((draft.selection, draft.caret), (selection, Some(caret)));
    let back = draft.brought_back.as_ref().expect("a line says so");
    assert!(back.words.starts_with("Brought back what was typed until "), "{}", back.words);
    assert!(draft.session.is_dirty());
    assert_eq!(draft.session.undo_label(), Some("change of the closing line"), "what can be undone");
    desk.act(Action::Undo);
    assert_eq!(ending(&desk), None);
    desk.act(Action::Undo);
    assert_eq!(desk.minutes().prose(at).map(|prose| prose.len()), Some(1));
    desk.act(Action::Redo);
    desk.act(Action::Redo);
    assert_eq!(desk.minutes(), &before);
}

#[test]
fn what_the_file_did_not_hold_yet_comes_back_and_is_written_once_the_clerk_goes_on() {
    let mut desk = with_file(&MoodyDisk::default(), ASKED);
    change(&mut desk, "The meeting ended.");
    wait_for_journal(&mut desk);
    let mut desk = killed(desk);
    assert_eq!(ending(&desk), Some("The meeting ended."));
    assert_eq!(on_disk(&desk).closing.wording, None, "the file is as it was until the clerk has seen it");
    let draft = desk.app.state().draft.as_ref().expect("it is open");
    assert!(draft.brought_back.as_ref().is_some_and(|back| back.has_file), "{:?}", draft.brought_back);
    desk.run(Command::File(FileCommand::LookAtBack));
    assert_eq!(desk.app.state().dialog, Some(Dialog::Versions));
    desk.wait("what differs", |app| app.state().versions.compared.is_some());
    let compared = desk.app.state().versions.compared.as_ref().expect("it was compared");
    assert!(compared.comparison.as_ref().is_some_and(|compared| !compared.is_same), "the end of the meeting was added");
    desk.run(Command::Answer(None));
    desk.act(Action::Save);
    assert_eq!(&on_disk(&desk), desk.minutes());
}

#[test]
fn what_was_typed_before_and_after_the_first_save_belongs_to_the_file() {
    let mut desk = desk(&MoodyDisk::default(), ASKED);
    begin(&mut desk);
    change(&mut desk, "One");
    desk.wait("the journal", is_kept);
    let path = desk.path("a.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path.clone())));
    desk.clock.pass(10_000);
    change(&mut desk, "Two");
    wait_for_journal(&mut desk);
    let mut desk = killed(desk);
    let draft = desk.app.state().draft.as_ref().expect("it came back by itself");
    assert_eq!(draft.path.as_ref(), Some(&path));
    assert!(
        desk.app.state().draft.as_ref().is_some_and(|draft| !draft.words.public_section.is_empty()),
        "all is shown"
    );
    assert_eq!(ending(&desk), Some("Two"));
    desk.act(Action::Undo);
    assert!(!desk.app.state().draft.as_ref().expect("it is open").session.is_dirty(), "undone to what the file holds");
    assert!(desk.app.state().left_behind.is_empty(), "nothing is left of the draft that had no file");
}

#[test]
fn a_draft_that_came_back_and_is_saved_says_no_more_that_it_has_no_file() {
    let mut desk = desk(&MoodyDisk::default(), ASKED);
    begin(&mut desk);
    change(&mut desk, "One");
    desk.wait("the journal", is_kept);
    let mut desk = killed(desk);
    assert_eq!(desk.app.state().draft.as_ref().map(|draft| draft.notices().len()), Some(1));
    let path = desk.path("a.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    assert_eq!(desk.app.state().draft.as_ref().map(|draft| draft.notices().len()), Some(0));
}

#[test]
fn opening_the_file_brings_back_what_it_does_not_hold() {
    let mut desk = with_file(&MoodyDisk::default(), ASKED);
    change(&mut desk, "The meeting ended.");
    wait_for_journal(&mut desk);
    // A second draft was left behind too, so that neither comes back by itself.
    let folder = desk.path("state/journals");
    let first = std::fs::read_dir(&folder).expect("journals").flatten().next().expect("one of them").path();
    std::fs::copy(&first, folder.join("untitled-00000000000000aa.journal")).expect("it can be copied");
    let mut desk = killed(desk);
    assert!(desk.app.state().draft.is_none(), "which one is for the clerk to say");
    assert_eq!(desk.app.state().left_behind.len(), 2);
    let path = desk.path("a.minutes.ron");
    desk.run(Command::File(FileCommand::Open(path)));
    assert_eq!(ending(&desk), Some("The meeting ended."));
    assert!(desk.app.state().draft.as_ref().is_some_and(|draft| draft.brought_back.is_some()));
}

#[test]
fn of_several_each_can_be_brought_back_or_thrown_away() {
    let mut desk = desk(&MoodyDisk::default(), ASKED);
    for words in ["One", "Two"] {
        begin(&mut desk);
        change(&mut desk, words);
        desk.act(Action::CloseDraft);
        assert!(matches!(desk.app.state().dialog, Some(Dialog::Unsaved { can_keep: true, .. })));
        desk.run(Command::Answer(Some(Answer::Keep)));
    }
    desk.wait("the list", |app| app.state().left_behind.len() == 2);
    let mut desk = desk.again();
    let keys: Vec<_> = desk.app.state().left_behind.iter().map(|left| left.key.clone()).collect();
    assert_eq!(keys.len(), 2);
    desk.run(Command::File(FileCommand::ThrowAway(keys[0].clone())));
    assert!(matches!(desk.app.state().dialog, Some(Dialog::Confirm { .. })), "asked first");
    desk.run(Command::Answer(Some(Answer::Confirm)));
    desk.run(Command::File(FileCommand::TakeUp(keys[1].clone())));
    assert_eq!(ending(&desk), Some("One"), "the last one comes first");
    desk.act(Action::CloseDraft);
    desk.run(Command::Answer(Some(Answer::Discard)));
    let desk = desk.again();
    assert!(desk.app.state().draft.is_none() && desk.app.state().left_behind.is_empty());
}

#[test]
fn a_draft_that_was_closed_has_its_history_when_it_is_opened_again() {
    let mut desk = with_file(&MoodyDisk::default(), QUICK);
    change(&mut desk, "The meeting ended.");
    desk.run(Command::Select(Selection::Closing));
    desk.act(Action::CloseDraft);
    desk.wait("the end", |app| app.state().draft.is_none());
    let path = desk.path("a.minutes.ron");
    // In the same run, and after the next start.
    desk.run(Command::File(FileCommand::Open(path.clone())));
    desk.act(Action::CloseDraft);
    let mut desk = desk.again();
    assert!(desk.app.state().left_behind.is_empty(), "it was closed");
    desk.run(Command::File(FileCommand::Open(path)));
    let draft = desk.app.state().draft.as_ref().expect("it is open");
    assert_eq!((draft.selection, draft.brought_back.as_ref()), (Selection::Closing, None));
    assert!(!draft.session.is_dirty());
    desk.act(Action::Undo);
    assert_eq!(ending(&desk), None);
}

#[test]
fn a_file_that_was_changed_by_something_else_has_no_old_history() {
    let mut desk = with_file(&MoodyDisk::default(), ASKED);
    change(&mut desk, "The meeting ended.");
    desk.act(Action::Save);
    desk.act(Action::CloseDraft);
    let path = desk.path("a.minutes.ron");
    let mut minutes = on_disk(&desk);
    minutes.closing.wording = Some("Changed elsewhere.".to_owned());
    store::save(&path, &minutes).expect("it can be written");
    desk.run(Command::File(FileCommand::Open(path)));
    assert_eq!(ending(&desk), Some("Changed elsewhere."));
    assert_eq!(desk.app.state().draft.as_ref().and_then(|draft| draft.session.undo_label()), None);
}

#[test]
fn where_the_file_was_changed_since_neither_text_is_lost() {
    let mut desk = with_file(&MoodyDisk::default(), ASKED);
    change(&mut desk, "The meeting ended.");
    wait_for_journal(&mut desk);
    let mut minutes = on_disk(&desk);
    minutes.closing.wording = Some("Changed elsewhere.".to_owned());
    store::save(&desk.path("a.minutes.ron"), &minutes).expect("it can be written");
    let mut desk = killed(desk);
    assert_eq!(ending(&desk), Some("The meeting ended."));
    let words = desk.app.state().draft.as_ref().and_then(|draft| draft.brought_back.clone()).expect("a line").words;
    assert!(words.contains("changed by something else"), "{words}");
    desk.act(Action::EarlierVersions);
    desk.wait("the versions", |app| app.state().versions.list.len() >= 2);
    assert_eq!(on_disk(&desk).closing.wording.as_deref(), Some("Changed elsewhere."));
}

#[test]
fn a_journal_that_cannot_be_written_is_said_once_and_goes_on_by_itself() {
    let disk = MoodyDisk::default();
    let mut desk = desk(&disk, ASKED);
    disk.refuse(&desk.path("state"), io::ErrorKind::StorageFull);
    begin(&mut desk);
    change(&mut desk, "One");
    desk.wait("the failure", |app| app.state().draft.as_ref().is_some_and(|draft| draft.standing().is_trouble()));
    let standing = desk.app.state().draft.as_ref().expect("it is open").standing();
    assert_eq!(standing.words(), "Not on disk: there is no room on the disk");
    let failed = desk.app.state().toasts.iter().filter(|toast| toast.kind == ToastKind::Failed);
    assert_eq!(failed.count(), 1);
    let id = desk.app.state().toasts.last().expect("it is said").id;
    desk.run(Command::DismissToast(id));
    change(&mut desk, "Two");
    wait_for_journal(&mut desk);
    assert!(desk.app.state().toasts.iter().all(|toast| toast.kind != ToastKind::Failed), "once");
    disk.relent();
    desk.wait("the journal", is_kept);
    assert_eq!(desk.last_toast().map(|(kind, _)| kind), Some(ToastKind::Done), "that it works again is said");
    let desk = killed(desk);
    assert_eq!(ending(&desk), Some("Two"), "all of it");
}

#[test]
fn a_journal_that_is_taken_away_is_written_anew() {
    let mut desk = desk(&MoodyDisk::default(), ASKED);
    begin(&mut desk);
    change(&mut desk, "One");
    desk.wait("the journal", is_kept);
    std::fs::remove_dir_all(desk.path("state")).expect("it can be taken away");
    change(&mut desk, "Two");
    wait_for_journal(&mut desk);
    let desk = killed(desk);
    assert_eq!(ending(&desk), Some("Two"));
}

#[test]
fn with_a_disk_that_takes_five_seconds_to_sync_nothing_on_the_frame_waits() {
    let disk = MoodyDisk::default();
    let mut desk = with_file(&disk, QUICK);
    disk.slow(Duration::from_secs(5));
    let mut longest = Duration::ZERO;
    for number in 0..400 {
        let frame = Instant::now();
        desk.app.poll();
        match number % 40 {
            3 => desk.app.update(Command::Do(Action::Undo)),
            7 => desk.app.update(Command::Do(Action::Save)),
            11 => desk.app.update(Command::View(ViewCommand::Zoom(1.0 + number as f32 / 1000.0))),
            _ => {
                let closing = minutebook::model::Closing { wording: Some(format!("{number}")), ..Default::default() };
                desk.app.update(Command::Change(minutebook::app::Change::Closing(Box::new(closing))));
            }
        }
        longest = longest.max(frame.elapsed());
        std::thread::sleep(Duration::from_millis(2));
    }
    desk.app.update(Command::Do(Action::CloseDraft));
    assert!(longest < Duration::from_secs(4), "a frame took {longest:?}: it waited for the disk");
    assert_eq!(ending(&desk), Some("399"));
    disk.slow(Duration::ZERO);
    desk.wait("the end", |app| app.state().draft.is_none());
    assert_eq!(on_disk(&desk).closing.wording.as_deref(), Some("399"));
}
