//! What a clerk sees and can do where somebody else has the draft open, or has changed its file: in words, by button and by
//! key, and without the window being drawn while nothing happens.

use crate::{
    harness::{SAMPLE, Window},
    idle::asks_again,
    ports::{TestClock, env},
};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::{
    app::{Action, Command, Env, FileCommand, SharingPort},
    store::Holder,
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};
use tempfile::TempDir;

fn draft(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("Parks.minutes.ron");
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLE), &path).expect("a draft");
    path
}

/// A window of a clerk at a machine, with a draft open.
fn window(home: &Path, clerk: &'static str, draft: &Path) -> Window {
    let began = Instant::now();
    let port = SharingPort {
        whoami: Arc::new(move || Holder::new(clerk, "TOWN-HALL-3")),
        elapsed: Arc::new(move || began.elapsed()),
        look: Duration::from_millis(40),
    };
    let mut window = Window::in_env(Env { sharing: Some(port), ..env(home, &TestClock::default()) });
    window.command(Command::File(FileCommand::Open(draft.to_path_buf())));
    window.wait_for("the draft", |window| window.state().draft.is_some());
    window
}

fn says(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

fn is_locked(draft: &Path) -> bool {
    draft.with_file_name(".Parks.minutes.ron.lock").exists()
}

#[test]
fn the_second_window_reads_says_who_writes_and_opens_when_they_leave() {
    let folder = tempfile::tempdir().expect("a folder");
    let draft = draft(&folder);
    let mut ann = window(&folder.path().join("ann"), "Ann Price", &draft);
    ann.wait_for("the lock", |_| is_locked(&draft));
    let mut bob = window(&folder.path().join("bob"), "Bob", &draft);
    bob.wait_for("who has it open", |window| says(window, "Ann Price on TOWN-HALL-3 has these minutes open"));
    assert!(!says(&ann, "these minutes open"));
    let council = bob.harness.get_by_label("Council");
    assert!(council.accesskit_node().is_disabled(), "what is only read takes no keys");
    council.type_text("Nobody's Council");
    bob.settle();
    bob.command(Command::Do(Action::AddItem));
    let minutes = |window: &Window| window.state().draft.as_ref().map(|draft| draft.session.minutes().clone());
    assert_eq!(minutes(&bob), minutes(&ann));
    assert_eq!(asks_again(&mut bob), Duration::MAX, "nobody is woken while nothing happens");
    ann.command(Command::Do(Action::CloseDraft));
    let reads = |window: &Window| window.state().draft.as_ref().is_none_or(minutebook::app::Draft::only_reads);
    bob.wait_for("the draft", |window| !reads(window));
    assert!(!says(&bob, "TOWN-HALL-3 has"));
    assert!(!bob.harness.get_by_label("Council").accesskit_node().is_disabled());
}

#[test]
fn a_change_from_outside_is_told_and_answered_by_a_button() {
    let folder = tempfile::tempdir().expect("a folder");
    let draft = draft(&folder);
    let mut ann = window(&folder.path().join("ann"), "Ann Price", &draft);
    ann.wait_for("the lock", |_| is_locked(&draft));
    let text = std::fs::read_to_string(&draft).expect("it is there");
    let theirs = text.replace("closed: \"16:00\"", "closed: \"16:45\"");
    assert_ne!(text.len(), 0);
    std::fs::write(&draft, &theirs).expect("somebody writes it");
    ann.wait_for("the change", |window| says(window, "has changed “Parks.minutes.ron”"));
    assert_eq!(asks_again(&mut ann), Duration::MAX);
    ann.harness.get_by_label("Take theirs").click();
    ann.wait_for("theirs", |window| {
        let closed = window.state().draft.as_ref().and_then(|draft| draft.session.minutes().closing.closed);
        closed == minutebook::model::Time::new(16, 45)
    });
    ann.wait_for("nothing to say", |window| !says(window, "has changed"));
    std::fs::remove_file(&draft).expect("somebody removes it");
    ann.wait_for("that it is gone", |window| says(window, "Somebody removed “Parks.minutes.ron”"));
    ann.harness.get_by_label("Save it again").click();
    ann.wait_for("the file", |_| draft.exists());
    assert_eq!(std::fs::read_to_string(&draft).expect("it is there"), theirs);
}
