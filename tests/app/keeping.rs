//! The keeper of the open draft: its file follows when the typing pauses, nothing waits for the disk, what fails is said
//! once and goes on by itself, and whoever leaves is not asked where nothing is lost.

use crate::{
    files::{begin, change},
    moody::MoodyDisk,
    ports::Desk,
};
use minutebook::{
    app::{Action, Answer, App, Change, Command, Dialog, Effect, FileCommand, Pace, Selection, Standing, ToastKind},
    model::{Minutes, Paragraph, ProseAt},
    store,
};
use std::{
    io,
    sync::Arc,
    time::{Duration, Instant},
};

/// A pace at which a test need not wait.
const QUICK: Pace = Pace { pause: Some(Duration::from_millis(60)), retry: Duration::from_millis(40) };

/// An application whose disk has moods, with a draft that has a file.
fn desk(disk: &MoodyDisk) -> Desk {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut desk = Desk::on(folder, Arc::new(disk.clone()), QUICK);
    begin(&mut desk);
    desk.act(Action::TogglePreview);
    let path = desk.path("a.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    desk
}

fn on_disk(desk: &Desk) -> Minutes {
    store::open(&desk.path("a.minutes.ron")).expect("the file is whole")
}

fn ending(minutes: &Minutes) -> Option<&str> {
    minutes.closing.wording.as_deref()
}

fn standing(app: &App) -> Standing {
    app.state().draft.as_ref().expect("a draft is open").standing()
}

fn is_saved(app: &App) -> bool {
    matches!(standing(app), Standing::Saved { .. })
}

fn failures(desk: &Desk) -> Vec<&str> {
    let toasts = desk.app.state().toasts.iter();
    toasts.filter(|toast| toast.kind == ToastKind::Failed).map(|toast| toast.text.as_str()).collect()
}

#[test]
fn the_file_follows_when_the_typing_pauses() {
    let mut desk = desk(&MoodyDisk::default());
    change(&mut desk, "The meeting ended.");
    assert_eq!(standing(&desk.app), Standing::Saving);
    assert!(!desk.app.state().draft.as_ref().expect("it is open").needs_saving(), "the clerk need do nothing");
    desk.wait("the file", is_saved);
    assert_eq!(ending(&on_disk(&desk)), Some("The meeting ended."));
    assert_eq!(standing(&desk.app).words(), "Saved 9.30 am");
    desk.act(Action::Undo);
    desk.wait("the file", is_saved);
    assert_eq!(&on_disk(&desk), desk.minutes(), "what was taken back is taken back in the file");
}

#[test]
fn a_draft_without_a_file_is_not_given_one() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut desk = Desk::on(folder, Arc::new(MoodyDisk::default()), QUICK);
    begin(&mut desk);
    change(&mut desk, "The meeting ended.");
    desk.wait("the journal", |app| standing(app).words() == "Kept; no file yet");
    std::thread::sleep(Duration::from_millis(100));
    assert_eq!(desk.files(), [""; 0]);
}

#[test]
fn minutes_that_were_signed_are_written_only_when_the_clerk_says_so() {
    let mut desk = desk(&MoodyDisk::default());
    let date = jiff::civil::date(2024, 11, 1);
    for action in [Action::Circulate, Action::Approve, Action::Sign] {
        desk.act(action);
        desk.run(Command::Answer(Some(Answer::Step { on: date, by: "A Clerk".to_owned() })));
        desk.wait("the file", |app| standing(app) != Standing::Saving);
    }
    std::thread::sleep(Duration::from_millis(300));
    desk.app.poll();
    assert_eq!(standing(&desk.app), Standing::Unsaved);
    assert!(on_disk(&desk).record.signed.is_none());
    desk.run(Command::File(FileCommand::CloseRequested));
    assert!(matches!(desk.app.state().dialog, Some(Dialog::Unsaved { .. })), "it is for the clerk to say");
    desk.run(Command::Answer(Some(Answer::Save)));
    assert_eq!(desk.effects(), [Effect::Close]);
    assert!(on_disk(&desk).record.signed.is_some());
}

#[test]
fn whoever_leaves_a_draft_with_a_file_is_not_asked_and_loses_nothing() {
    for leave in [Action::CloseDraft, Action::Quit] {
        let mut desk = desk(&MoodyDisk::default());
        change(&mut desk, "The meeting ended.");
        desk.act(leave);
        assert_eq!(desk.app.state().dialog, None);
        desk.wait("the end", |app| app.state().draft.is_none() || leave == Action::Quit);
        assert_eq!(ending(&on_disk(&desk)), Some("The meeting ended."));
    }
}

#[test]
fn typing_goes_on_while_the_disk_takes_its_time() {
    let disk = MoodyDisk::default();
    let mut desk = desk(&disk);
    disk.slow(Duration::from_millis(600));
    change(&mut desk, "One");
    desk.app.update(Command::Do(Action::Save));
    let began = Instant::now();
    for words in ["Two", "Three", "Four"] {
        change_at_once(&mut desk, words);
        desk.app.update(Command::Do(Action::Save));
        desk.app.poll();
    }
    change_at_once(&mut desk, "Five");
    assert!(began.elapsed() < Duration::from_millis(500), "nothing waited for the disk: {:?}", began.elapsed());
    assert_eq!(ending(desk.minutes()), Some("Five"));
    desk.wait("the file", is_saved);
    assert_eq!(ending(&on_disk(&desk)), Some("Five"));
    assert!(disk.syncs() < 20, "of the saves that waited only the newest was done: {} syncs", disk.syncs());
}

fn change_at_once(desk: &mut Desk, words: &str) {
    use minutebook::model::Closing;
    let closing = Closing { wording: Some(words.to_owned()), ..Closing::default() };
    desk.app.update(Command::Change(Change::Closing(Box::new(closing))));
}

#[test]
fn what_was_typed_while_a_save_ran_stays_unsaved_until_the_next() {
    let disk = MoodyDisk::default();
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut desk = Desk::on(folder, Arc::new(disk.clone()), Pace::ASKED);
    begin(&mut desk);
    let path = desk.path("a.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    change_at_once(&mut desk, "One");
    disk.slow(Duration::from_millis(200));
    desk.app.update(Command::Do(Action::Save));
    desk.clock.pass(5_000);
    change_at_once(&mut desk, "Two");
    desk.wait("the file", |app| standing(app) != Standing::Saving);
    assert_eq!(standing(&desk.app), Standing::Unsaved);
    assert_eq!(ending(&on_disk(&desk)), Some("One"));
    desk.act(Action::Undo);
    assert!(is_saved(&desk.app), "undone to what the file holds");
}

#[test]
fn whoever_leaves_while_the_disk_takes_its_time_is_told_so_and_can_stay() {
    let disk = MoodyDisk::default();
    let mut desk = desk(&disk);
    disk.slow(Duration::from_millis(300));
    change_at_once(&mut desk, "One");
    desk.app.update(Command::Do(Action::Quit));
    desk.app.poll();
    assert_eq!(desk.app.state().dialog, None, "not at once");
    assert!(desk.app.wake_after().is_some_and(|after| after <= Duration::from_secs(1)));
    desk.clock.pass(1_000);
    desk.app.poll();
    assert_eq!(desk.app.state().dialog, Some(Dialog::Waiting));
    desk.app.update(Command::Answer(None));
    desk.wait("the file", is_saved);
    assert_eq!(desk.effects(), [], "it stays");
    change_at_once(&mut desk, "Two");
    desk.app.update(Command::Do(Action::Quit));
    desk.clock.pass(1_000);
    desk.wait("the file", is_saved);
    assert_eq!((desk.app.state().dialog.clone(), desk.effects()), (None, vec![Effect::Close]));
    assert_eq!(ending(&on_disk(&desk)), Some("Two"));
}

#[test]
fn what_was_taken_back_while_it_was_being_written_is_not_in_the_file_after_closing() {
    let disk = MoodyDisk::default();
    let mut desk = desk(&disk);
    desk.clock.pass(10_000);
    disk.slow(Duration::from_millis(300));
    let before = disk.syncs();
    change_at_once(&mut desk, "Taken back");
    let began = Instant::now();
    // The journal syncs once for the change and once for the file that is to come; the third is the file's.
    while disk.syncs() < before + 3 {
        assert!(began.elapsed() < Duration::from_secs(30), "the file does not follow");
        std::thread::sleep(Duration::from_millis(5));
    }
    desk.app.update(Command::Do(Action::Undo));
    desk.app.update(Command::Do(Action::CloseDraft));
    desk.wait("the end", |app| app.state().draft.is_none());
    let Desk { app, folder, .. } = desk;
    drop(app);
    let minutes = store::open(&folder.path().join("a.minutes.ron")).expect("the file is whole");
    assert_eq!(ending(&minutes), None);
}

#[test]
fn what_the_disk_does_not_take_is_said_once_and_goes_on_by_itself() {
    let disk = MoodyDisk::default();
    let mut desk = desk(&disk);
    let folder = desk.folder.path().to_path_buf();
    disk.refuse_in(&folder, io::ErrorKind::StorageFull);
    change_at_once(&mut desk, "One");
    desk.wait("the failure", |app| standing(app).is_trouble());
    assert_eq!(standing(&desk.app).words(), "Not in its file: there is no room on the disk; kept in the journal");
    assert!(desk.app.state().draft.as_ref().expect("it is open").needs_saving());
    let id = desk.app.state().toasts.last().expect("it is said").id;
    assert_eq!(failures(&desk).len(), 1, "{:?}", failures(&desk));
    desk.run(Command::DismissToast(id));
    change_at_once(&mut desk, "Two");
    std::thread::sleep(Duration::from_millis(300));
    desk.app.poll();
    assert_eq!(failures(&desk), [""; 0], "once");
    disk.relent();
    desk.wait("the file", is_saved);
    assert_eq!(ending(&on_disk(&desk)), Some("Two"));
    assert_eq!(desk.last_toast().map(|(kind, _)| kind), Some(ToastKind::Done), "that it works again is said");
}

#[test]
fn whoever_leaves_while_the_disk_takes_nothing_is_asked() {
    let disk = MoodyDisk::default();
    let mut desk = desk(&disk);
    let folder = desk.folder.path().to_path_buf();
    disk.refuse_in(&folder, io::ErrorKind::StorageFull);
    change_at_once(&mut desk, "One");
    desk.app.update(Command::Do(Action::CloseDraft));
    desk.wait("the question", |app| app.state().dialog.is_some());
    let Some(Dialog::Unsaved { why: Some(why), .. }) = &desk.app.state().dialog else {
        panic!("{:?}", desk.app.state().dialog)
    };
    assert!(why.contains("no room"), "{why}");
    desk.run(Command::Answer(None));
    assert!(desk.app.state().draft.is_some());
    disk.relent();
    desk.app.update(Command::Do(Action::CloseDraft));
    desk.wait("the end", |app| app.state().draft.is_none());
    assert_eq!(ending(&on_disk(&desk)), Some("One"));
}

/// The middle one of some measurements of the CPU that this thread used.
fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

#[test]
fn a_keystroke_in_a_long_draft_costs_the_frame_no_copy_of_it() {
    let minutes = crate::long::draft(200, 500);
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("long.minutes.ron");
    store::save(&path, &minutes).expect("it can be written");
    let mut desk = Desk::on(folder, Arc::new(MoodyDisk::default()), QUICK);
    desk.run(Command::File(FileCommand::Open(path)));
    desk.act(Action::TogglePreview);
    let item = minutes.business[0].items[0].clone();
    desk.run(Command::Select(Selection::Item(item.id)));
    let at = ProseAt::Part(item.parts[0].id);
    let mut text = minutes.prose(at).expect("it has text").to_vec();
    let copies = (0..9).map(|_| {
        let began = cpu_time::ThreadTime::now();
        std::hint::black_box(minutes.clone());
        began.elapsed()
    });
    let copy = middle(copies.collect());
    let mut strokes = Vec::new();
    for number in 0..60 {
        text[0] = Paragraph::plain(&format!("What is typed, letter {number}."));
        let change = Command::Change(Change::Prose { at, text: text.clone() });
        let began = cpu_time::ThreadTime::now();
        desk.app.update(change);
        desk.app.poll();
        strokes.push(began.elapsed());
        std::thread::sleep(Duration::from_millis(10));
    }
    let stroke = middle(strokes);
    println!("a keystroke {stroke:?}, a copy of the draft {copy:?}");
    assert!(stroke < copy, "a keystroke took {stroke:?} of the frame, a copy of the draft takes {copy:?}");
    desk.wait("the file", is_saved);
    assert_eq!(&store::open(&desk.path("long.minutes.ron")).expect("it is whole"), desk.minutes());
}
