//! What the window says of saving and of what came back, and what can be chosen there by keys.

use crate::harness::Window;
use egui::{Key, Role};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Action, Command, Dialog, FileCommand, Folders},
    ui::files::Asked,
};
use std::path::Path;

/// A window on a machine with a folder for what the program keeps.
fn window(state: &Path) -> Window {
    let folders = Folders { state: Some(state.to_path_buf()), ..Folders::default() };
    Window::with_folders(Asked::Cancelled, None, folders)
}

/// New minutes with an item, kept but without a file.
fn begun(state: &Path) -> Window {
    let mut window = window(state);
    let body = window.state().bodies().first().expect("a body ships").clone();
    let date = jiff::civil::date(2026, 3, 12);
    window.command(Command::File(FileCommand::New { style: body.style, body: body.body, date }));
    window.command(Command::Do(Action::AddItem));
    window.wait_for("the journal", |window| window.harness.query_by_label("Kept; no file yet").is_some());
    window
}

#[test]
fn a_draft_without_a_file_is_kept_for_the_next_time_by_keys_and_offered_on_the_start_page() {
    let home = tempfile::tempdir().expect("a folder");
    let mut window = begun(home.path());
    window.command(Command::File(FileCommand::CloseRequested));
    assert!(matches!(window.state().dialog, Some(Dialog::Unsaved { can_keep: true, .. })));
    for label in ["Save", "Keep for next time", "Do not save", "Cancel"] {
        let button = window.harness.get_by_role_and_label(Role::Button, label);
        assert!(button.is_focused(), "{label}");
        window.harness.key_press(Key::Tab);
        window.settle();
    }
    window.harness.get_by_role_and_label(Role::Button, "Cancel").click();
    window.settle();
    window.command(Command::Do(Action::CloseDraft));
    window.harness.get_by_role_and_label(Role::Button, "Keep for next time").click();
    window.settle();
    window.wait_for("the list", |window| !window.state().left_behind.is_empty());
    assert!(window.harness.query_by_label("Kept for you").is_some());
    let title = window.state().left_behind[0].title.clone();
    window.harness.get_by_role_and_label(Role::Button, &format!("Throw away {title}")).click();
    window.settle();
    assert!(matches!(window.state().dialog, Some(Dialog::Confirm { .. })), "asked first");
    window.harness.key_press(Key::Escape);
    window.settle();
    window.harness.get_by_role_and_label(Role::Button, &title).click();
    window.wait_for("the draft", |window| window.state().draft.is_some());
    let notice = "Brought back what was typed until";
    assert!(window.harness.query_by_label_contains(notice).is_some());
    window.harness.get_by_role_and_label(Role::Button, "Done").click();
    window.settle();
    assert!(window.harness.query_by_label_contains(notice).is_none());
}

#[test]
fn a_draft_that_was_left_behind_alone_comes_back_as_the_window_opens() {
    let home = tempfile::tempdir().expect("a folder");
    let before = begun(home.path());
    let minutes = before.state().draft.as_ref().expect("it is open").session.minutes().clone();
    drop(before);
    let window = window(home.path());
    let draft = window.state().draft.as_ref().expect("it came back by itself");
    assert_eq!(draft.session.minutes(), &minutes);
    assert!(window.harness.query_by_label_contains("Brought back what was typed until").is_some());
    assert!(!draft.words.public_section.is_empty(), "all of it is shown at once");
}

#[test]
fn what_the_file_does_not_hold_can_be_looked_at_from_the_line_that_says_so() {
    let home = tempfile::tempdir().expect("a folder");
    let mut before = begun(home.path());
    before.command(Command::File(FileCommand::SaveTo(home.path().join("a.minutes.ron"))));
    before.command(Command::Do(Action::AddItem));
    // Longer than changes gather before they are written down.
    std::thread::sleep(std::time::Duration::from_millis(800));
    drop(before);
    let mut window = window(home.path());
    let draft = window.state().draft.as_ref().expect("it came back by itself");
    assert!(draft.session.is_dirty() && draft.path.is_some());
    assert!(window.harness.query_by_label("Unsaved changes").is_some());
    window.harness.get_by_role_and_label(Role::Button, "See what was brought back").click();
    window.settle();
    assert_eq!(window.state().dialog, Some(Dialog::Versions));
    window.wait_for("what differs", |window| window.state().versions.compared.is_some());
}

#[test]
fn the_foot_of_the_window_says_how_safe_the_draft_is() {
    let mut window = Window::open();
    let standing = window.state().draft.as_ref().map(|draft| draft.standing().words());
    assert_eq!(standing.as_deref(), Some("Saved"));
    assert!(window.harness.query_by_label("Saved").is_some(), "at the foot of the window");
    window.command(Command::Do(Action::AddItem));
    assert!(window.harness.query_by_label("Unsaved changes").is_some());
}
