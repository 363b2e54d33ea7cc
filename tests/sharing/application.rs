//! Two clerks with the application, each at a machine of their own, and one draft on a shared drive.

use crate::ports::{Desk, TestClipboard, TestClock, env_with};
use minutebook::{
    app::{
        Access, Action, Answer, App, Change, Command, Dialog, Draft, Env, FileCommand, Notice, Outside, Pace,
        SharingCommand, SharingPort, ToastKind, notices,
    },
    model::Closing,
    store::{self, DraftKey, Holder, SystemDisk, Versions},
};
use std::{
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Command as Process, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Tells the other process where it lives.
const HOME: &str = "MINUTEBOOK_TEST_HOME";

/// Tells it what to open.
const DRAFT: &str = "MINUTEBOOK_TEST_DRAFT";

const SAMPLE: &str = "assets/samples/scrutiny.minutes.ron";

/// How much faster than the real clock these machines live.
const FASTER: u32 = 20;

/// A shared drive with one draft.
struct Drive(TempDir);

impl Drive {
    fn new() -> Drive {
        let folder = tempfile::tempdir().expect("a folder");
        let drive = Drive(folder);
        std::fs::create_dir(drive.folder()).expect("a folder");
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLE);
        std::fs::copy(sample, drive.draft()).expect("a draft");
        drive
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("shared")
    }

    fn draft(&self) -> PathBuf {
        self.folder().join("Parks.minutes.ron")
    }

    fn names(&self) -> Vec<String> {
        crate::lock::names(&self.folder())
    }

    /// A clerk at a machine, with the draft open.
    fn clerk(&self, name: &str, machine: &str) -> Desk {
        let mut desk = clerk(name, machine);
        desk.run(Command::File(FileCommand::Open(self.draft())));
        assert!(desk.app.state().draft.is_some(), "{:?}", desk.last_toast());
        desk
    }

    /// Somebody changes the file with another program.
    fn change(&self, closing_line: &str) {
        let mut minutes = store::open(&self.draft()).expect("it can be read");
        minutes.closing.wording = Some(closing_line.to_owned());
        store::save(&self.draft(), &minutes).expect("it can be written");
    }

    fn line(&self) -> Option<String> {
        store::open(&self.draft()).expect("it can be read").closing.wording
    }

    /// The closing lines of the versions that a clerk kept.
    fn versions(&self, desk: &Desk) -> Vec<Option<String>> {
        let state = desk.folder.path().join("state");
        let versions = Versions::new(Arc::new(SystemDisk), &state, &DraftKey::of_draft(&self.draft()));
        let names = versions.list().expect("they can be listed").into_iter();
        names.map(|name| versions.open(name).expect("it can be read").closing.wording).collect()
    }
}

fn clerk(name: &str, machine: &str) -> Desk {
    let port = port(Holder::new(name, machine));
    let pace = Pace { pause: Some(Duration::from_millis(20)), retry: Duration::from_millis(100) };
    let folder = tempfile::tempdir().expect("a folder");
    Desk::with(folder, |env| Env { sharing: Some(port), pace, ..env })
}

fn port(holder: Holder) -> SharingPort {
    let began = Instant::now();
    SharingPort {
        whoami: Arc::new(move || holder.clone()),
        elapsed: Arc::new(move || began.elapsed() * FASTER),
        look: Duration::from_secs(2),
    }
}

fn draft_of(app: &App) -> Option<&Draft> {
    app.state().draft.as_ref()
}

fn draft(app: &App) -> &Draft {
    draft_of(app).expect("a draft is open")
}

fn said(app: &App) -> Vec<Notice> {
    notices(draft(app))
}

/// Waits until something is said.
fn is_told(desk: &mut Desk, words: &str) -> Notice {
    desk.wait(words, |app| said(app).iter().any(|notice| notice.text.contains(words)));
    said(&desk.app).into_iter().find(|notice| notice.text.contains(words)).expect("it was said")
}

fn choose(desk: &mut Desk, notice: &Notice, label: &str) {
    let choice = notice.choices.iter().find(|(said, _)| said == label);
    let (_, command) = choice.unwrap_or_else(|| panic!("no “{label}” in {notice:?}")).clone();
    desk.run(command);
}

fn types(desk: &mut Desk, line: &str) {
    let closing = Closing { wording: Some(line.to_owned()), ..Closing::default() };
    desk.run(Command::Change(Change::Closing(Box::new(closing))));
}

fn has(desk: &Desk) -> Option<&str> {
    desk.minutes().closing.wording.as_deref()
}

fn is_saved(desk: &mut Desk) {
    desk.wait("the file", |app| !draft(app).session.is_dirty());
}

/// Lets so much time go by that whatever comes by itself has come.
fn wait_a_while(desk: &mut Desk) {
    for _ in 0..40 {
        std::thread::sleep(Duration::from_millis(15));
        desk.app.poll();
    }
}

/// Ann writes, Bob reads.
fn two(drive: &Drive) -> (Desk, Desk) {
    let mut ann = drive.clerk("Ann Price", "TOWN-HALL-3");
    let lock = drive.folder().join(".Parks.minutes.ron.lock");
    let until = Instant::now() + Duration::from_secs(20);
    while !lock.exists() {
        assert!(Instant::now() < until, "the draft is not locked");
        wait_a_while(&mut ann);
    }
    let mut bob = drive.clerk("Bob", "LAPTOP-7");
    is_told(&mut bob, "Ann Price on TOWN-HALL-3 has these minutes open");
    (ann, bob)
}

#[test]
fn the_second_clerk_reads_follows_what_is_written_and_writes_when_the_first_one_leaves() {
    let drive = Drive::new();
    let (mut ann, mut bob) = two(&drive);
    assert_eq!(said(&ann.app), []);
    types(&mut bob, "Bob was here.");
    assert_eq!(has(&bob), None, "what is only read does not change");
    let (kind, text) = bob.last_toast().expect("it is refused in words");
    assert!(kind == ToastKind::Failed && text.contains("Somebody else has these minutes open"), "{text}");
    for action in [Action::Undo, Action::AddItem, Action::Circulate] {
        let available = minutebook::app::entry(action).expect("it is in the table").available;
        assert!(available(bob.app.state()).is_err(), "{action:?}");
    }
    bob.act(Action::Save);
    assert!(bob.last_toast().is_some_and(|(_, text)| text.contains("only read here")), "{:?}", bob.last_toast());
    types(&mut ann, "Ann was here.");
    bob.wait("what Ann wrote", |app| draft(app).session.minutes().closing.wording.is_some());
    assert_eq!(has(&bob), Some("Ann was here."));
    assert!(draft(&bob.app).only_reads());
    types(&mut ann, "Ann has finished.");
    ann.act(Action::CloseDraft);
    bob.wait("the draft to be Bob's", |app| !draft(app).only_reads());
    assert_eq!(has(&bob), Some("Ann has finished."), "with the last word of the one before");
    types(&mut bob, "Bob goes on.");
    is_saved(&mut bob);
    assert_eq!(drive.line().as_deref(), Some("Bob goes on."));
    drop((ann, bob));
    assert_eq!(drive.names(), ["Parks.minutes.ron"], "nothing is left behind");
}

#[test]
fn a_draft_that_somebody_left_without_a_word_is_taken_over() {
    let drive = Drive::new();
    // What a machine leaves that lost its power: a claim that nobody renews.
    let claim = "(holder: (clerk: \"Carys\", machine: \"FAR\"), nonce: \"00000000000000aa\", beat: 7)";
    std::fs::write(drive.folder().join(".Parks.minutes.ron.lock"), claim).expect("a claim");
    let mut bob = drive.clerk("Bob", "LAPTOP-7");
    is_told(&mut bob, "Carys on FAR has these minutes open");
    let notice = is_told(&mut bob, "nothing was heard of that machine for 20 seconds");
    choose(&mut bob, &notice, "Take over");
    bob.wait("the draft to be Bob's", |app| !draft(app).only_reads());
    assert_eq!(draft(&bob.app).shared.access, Access::Writing);
    types(&mut bob, "Bob goes on.");
    is_saved(&mut bob);
}

#[test]
fn whoever_lost_the_draft_while_asleep_keeps_the_text_and_writes_over_nothing() {
    let drive = Drive::new();
    let mut ann = drive.clerk("Ann", "far");
    wait_a_while(&mut ann);
    let claim = "(holder: (clerk: \"Bob\", machine: \"near\"), nonce: \"00000000000000aa\", beat: 7)";
    std::fs::write(drive.folder().join(".Parks.minutes.ron.lock"), claim).expect("Bob took it over");
    drive.change("Bob wrote this.");
    types(&mut ann, "Ann wrote this.");
    let notice = is_told(&mut ann, "Bob on near has these minutes open");
    assert!(notice.text.contains("kept on this machine"), "{}", notice.text);
    assert!(notice.choices.iter().any(|(label, _)| label.starts_with("Save as")), "{notice:?}");
    wait_a_while(&mut ann);
    assert_eq!((has(&ann), drive.line().as_deref()), (Some("Ann wrote this."), Some("Bob wrote this.")));
    let elsewhere = drive.folder().join("Ann.minutes.ron");
    ann.run(Command::File(FileCommand::SaveTo(elsewhere.clone())));
    assert_eq!(store::open(&elsewhere).expect("it is there").closing.wording.as_deref(), Some("Ann wrote this."));
    ann.wait("her own file", |app| !draft(app).only_reads());
}

#[test]
fn a_change_from_outside_is_asked_about_and_mine_can_stay() {
    let drive = Drive::new();
    let mut ann = drive.clerk("Ann", "here");
    wait_a_while(&mut ann);
    drive.change("Theirs.");
    types(&mut ann, "Mine.");
    let notice = is_told(&mut ann, "has changed “Parks.minutes.ron”");
    wait_a_while(&mut ann);
    assert_eq!(drive.line().as_deref(), Some("Theirs."), "nothing is written over by itself");
    ann.act(Action::Save);
    assert_eq!(ann.app.state().dialog, Some(Dialog::Changed { name: "Parks.minutes.ron".to_owned() }));
    ann.run(Command::Answer(None));
    choose(&mut ann, &notice, "Keep mine");
    is_saved(&mut ann);
    assert_eq!(drive.line().as_deref(), Some("Mine."));
    assert!(drive.versions(&ann).contains(&Some("Theirs.".to_owned())), "theirs is kept: {:?}", drive.versions(&ann));
    ann.wait("nothing to say", |app| said(app).is_empty());
}

#[test]
fn theirs_can_be_taken_and_mine_is_kept() {
    let drive = Drive::new();
    let mut ann = drive.clerk("Ann", "here");
    wait_a_while(&mut ann);
    drive.change("Theirs.");
    types(&mut ann, "Mine.");
    is_told(&mut ann, "has changed “Parks.minutes.ron”");
    ann.act(Action::Save);
    ann.run(Command::Answer(Some(Answer::Sharing(SharingCommand::TakeTheirs))));
    ann.wait("theirs", |app| draft(app).session.minutes().closing.wording.as_deref() == Some("Theirs."));
    assert!(drive.versions(&ann).contains(&Some("Mine.".to_owned())), "mine is kept: {:?}", drive.versions(&ann));
    assert!(!draft(&ann.app).session.is_dirty(), "it is what the file holds");
    ann.act(Action::Undo);
    assert_eq!(has(&ann), Some("Mine."), "it can be taken back");
    is_saved(&mut ann);
    assert_eq!(drive.line().as_deref(), Some("Mine."));
    types(&mut ann, "Mine again.");
    is_saved(&mut ann);
    assert_eq!(drive.line().as_deref(), Some("Mine again."));
}

#[test]
fn a_file_that_is_removed_stays_away_until_the_clerk_saves_it() {
    let drive = Drive::new();
    let mut ann = drive.clerk("Ann", "here");
    wait_a_while(&mut ann);
    std::fs::remove_file(drive.draft()).expect("it is removed");
    types(&mut ann, "Mine.");
    let notice = is_told(&mut ann, "Somebody removed “Parks.minutes.ron”");
    wait_a_while(&mut ann);
    assert!(!drive.draft().exists(), "what somebody removed does not come back by itself");
    choose(&mut ann, &notice, "Save it again");
    is_saved(&mut ann);
    assert_eq!(drive.line().as_deref(), Some("Mine."));
    ann.wait("nothing to say", |app| said(app).is_empty());
}

#[test]
fn a_file_that_is_renamed_is_gone_on_with_under_its_new_name() {
    let drive = Drive::new();
    let mut ann = drive.clerk("Ann", "here");
    wait_a_while(&mut ann);
    let new = drive.folder().join("Parks final.minutes.ron");
    std::fs::rename(drive.draft(), &new).expect("it is renamed");
    let notice = is_told(&mut ann, "it is called “Parks final.minutes.ron” now");
    types(&mut ann, "Mine.");
    choose(&mut ann, &notice, "Go on there");
    is_saved(&mut ann);
    assert_eq!(draft(&ann.app).path.as_ref(), Some(&new));
    assert_eq!(store::open(&new).expect("it is there").closing.wording.as_deref(), Some("Mine."));
    ann.act(Action::CloseDraft);
    drop(ann);
    assert_eq!(drive.names(), ["Parks final.minutes.ron"]);
}

#[test]
fn a_folder_that_goes_and_comes_back_is_gone_on_with_by_itself() {
    let drive = Drive::new();
    let mut ann = drive.clerk("Ann", "here");
    wait_a_while(&mut ann);
    let away = drive.0.path().join("away");
    std::fs::rename(drive.folder(), &away).expect("the drive goes");
    types(&mut ann, "Mine.");
    is_told(&mut ann, "The folder of “Parks.minutes.ron” is gone");
    std::fs::rename(&away, drive.folder()).expect("the drive is back");
    is_saved(&mut ann);
    assert_eq!(drive.line().as_deref(), Some("Mine."));
    ann.wait("nothing to say", |app| said(app).is_empty());
}

#[cfg(unix)]
#[test]
fn a_file_that_may_only_be_read_is_written_once_that_is_over() {
    use std::os::unix::fs::PermissionsExt;
    let drive = Drive::new();
    let mut ann = drive.clerk("Ann", "here");
    wait_a_while(&mut ann);
    let set = |mode| std::fs::set_permissions(drive.draft(), PermissionsExt::from_mode(mode)).expect("permissions");
    set(0o444);
    types(&mut ann, "Mine.");
    is_told(&mut ann, "may only be read");
    assert_eq!(draft(&ann.app).shared.outside, Outside::ReadOnly);
    set(0o644);
    is_saved(&mut ann);
    assert_eq!(drive.line().as_deref(), Some("Mine."));
}

/// What another process does: it opens a draft, types, and goes on until it is killed. Called without that, it has nothing to do.
#[test]
fn typist() {
    let (Some(home), Some(path)) = (std::env::var_os(HOME), std::env::var_os(DRAFT)) else { return };
    let holder = || Holder::new("Ann", "here");
    let env = env_with(Path::new(&home), &TestClock::default(), &TestClipboard::default());
    // What is typed stays out of the file.
    let mut app = App::new(Env { sharing: Some(port(holder())), pace: Pace::ASKED, ..env });
    app.update(Command::File(FileCommand::Open(PathBuf::from(path))));
    let until = Instant::now() + Duration::from_secs(60);
    let mut typed = None;
    while Instant::now() < until {
        app.poll();
        if app.state().draft.is_some() && typed.is_none() {
            let closing = Closing { wording: Some("Ann typed this.".to_owned()), ..Closing::default() };
            app.update(Command::Change(Change::Closing(Box::new(closing))));
            typed = Some(Instant::now());
        }
        // What was typed more than a second ago is kept.
        if typed.is_some_and(|typed| typed.elapsed() > Duration::from_millis(1_500)) {
            println!("it is kept");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn what_a_killed_window_of_this_machine_did_not_save_comes_to_the_one_that_goes_on() {
    let drive = Drive::new();
    let mut bob = clerk("Bob", "here");
    let mut command = Process::new(std::env::current_exe().expect("this program has a path"));
    command.args(["--exact", "application::typist", "--nocapture"]);
    command.env(HOME, bob.folder.path()).env(DRAFT, drive.draft()).stdout(Stdio::piped());
    let mut ann = command.spawn().expect("it starts");
    let mut said = BufReader::new(ann.stdout.take().expect("it speaks"));
    let kept = said.by_ref().lines().map_while(Result::ok).any(|line| line.ends_with("it is kept"));
    bob.run(Command::File(FileCommand::Open(drive.draft())));
    is_told(&mut bob, "Ann on here has these minutes open");
    ann.kill().expect("it can be killed");
    ann.wait().expect("it is gone");
    assert!(kept, "what Ann typed was not kept");
    bob.wait("what Ann typed", |app| draft_of(app).is_some_and(|draft| !draft.only_reads()));
    assert_eq!((has(&bob), drive.line()), (Some("Ann typed this."), None));
    assert!(draft(&bob.app).brought_back.is_some(), "and it is said");
}

#[test]
fn a_conflict_copy_is_told_and_opened() {
    let drive = Drive::new();
    let copy = drive.folder().join("Parks.minutes (Bob's conflicted copy 2024-10-17).ron");
    std::fs::copy(drive.draft(), &copy).expect("a copy");
    let mut ann = drive.clerk("Ann", "here");
    let notice = is_told(&mut ann, "a copy that was made because two people wrote at once");
    choose(&mut ann, &notice, "Open the copy");
    assert_eq!(draft(&ann.app).path.as_ref(), Some(&copy));
    ann.run(Command::File(FileCommand::Open(drive.draft())));
    let notice = is_told(&mut ann, "a copy that was made");
    choose(&mut ann, &notice, "Put away");
    assert_eq!(said(&ann.app), []);
}

#[test]
fn a_draft_that_somebody_else_has_open_is_not_saved_over() {
    let drive = Drive::new();
    let (_ann, _) = two(&drive);
    let mut carys = clerk("Carys", "third");
    carys.run(Command::File(FileCommand::OpenSample(1)));
    carys.run(Command::File(FileCommand::SaveTo(drive.draft())));
    let (kind, text) = carys.last_toast().expect("it is refused in words");
    assert!(
        kind == ToastKind::Failed && text.contains("Ann Price on TOWN-HALL-3 has “Parks.minutes.ron” open"),
        "{text}"
    );
    assert_eq!(drive.line(), None);
}

#[test]
fn what_is_opened_and_followed_has_its_pages() {
    let drive = Drive::new();
    let (mut ann, mut bob) = two(&drive);
    bob.wait("the pages", |app| draft(app).pages.frame.is_some());
    let before = draft(&bob.app).pages.set;
    types(&mut ann, "Ann was here.");
    bob.wait("what Ann wrote", |app| draft(app).session.minutes().closing.wording.is_some());
    bob.wait("its pages", |app| draft(app).pages.set > before);
}

#[test]
fn where_nothing_changes_nobody_is_woken() {
    let drive = Drive::new();
    let mut ann = drive.clerk("Ann", "here");
    wait_a_while(&mut ann);
    ann.woken();
    wait_a_while(&mut ann);
    wait_a_while(&mut ann);
    assert_eq!(ann.woken(), 0, "the window is not drawn for a look that found nothing");
}
