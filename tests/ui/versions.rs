//! Earlier versions by keys alone, and as a screen reader hears them.

use crate::harness::Window;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::{
    app::{Command, Dialog, FileCommand, Folders, KeepVersions, Selection, Why},
    format,
    model::Minutes,
    store::{self, DraftKey, SystemDisk, Versions},
    ui::files::Asked,
};
use std::{path::PathBuf, sync::Arc};
use tempfile::TempDir;

struct Place {
    window: Window,
    folder: TempDir,
    path: PathBuf,
}

/// A window with a draft open that was saved twice before, a day and an hour ago.
fn open(change: impl Fn(&mut Minutes, usize)) -> Place {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("board.minutes.ron");
    let sample = std::fs::read(crate::harness::SAMPLE).expect("the sample is there");
    let now = format::read(&sample).expect("it is a draft");
    store::save(&path, &now).expect("it can be saved");
    let state = folder.path().join("state");
    let versions = Versions::new(Arc::new(SystemDisk), &state, &DraftKey::of_draft(&path));
    let moments = [("2026-03-11T13:00:00Z", Why::Circulated), ("2026-03-12T13:00:00Z", Why::Saved)];
    for (at, (moment, why)) in moments.into_iter().enumerate() {
        let mut earlier = now.clone();
        change(&mut earlier, at);
        let moment = moment.parse().expect("a moment");
        versions.keep(&format::write(&earlier), why, KeepVersions::All, moment).expect("it can be kept");
    }
    let folders = Folders { state: Some(state), ..Folders::default() };
    let mut window = Window::with_folders(Asked::Cancelled, None, folders);
    window.command(Command::File(FileCommand::Open(path.clone())));
    Place { window, folder, path }
}

/// One whose closing words were others then, and whose earliest version lacks an item.
fn usual() -> Place {
    open(|minutes, at| {
        minutes.closing.wording = Some(format!("(Closed as in version {at})"));
        if at == 0 {
            minutes.business[0].items.remove(2);
        }
    })
}

impl Place {
    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.window.harness.key_press_modifiers(modifiers, key);
        self.window.settle();
    }

    /// Opens the form and waits for the first comparison.
    fn look(&mut self) {
        self.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
        assert_eq!(self.window.state().dialog, Some(Dialog::Versions));
        self.compared();
    }

    fn compared(&mut self) {
        self.window.wait_for("the comparison", |window| window.state().versions.shown().is_some());
    }

    fn minutes(&self) -> &Minutes {
        self.window.state().draft.as_ref().expect("a draft is open").session.minutes()
    }

    fn is_said(&self, text: &str) -> bool {
        self.window.harness.query_all_by_label_contains(text).next().is_some()
    }
}

#[test]
fn versions_are_chosen_and_restored_by_keys_alone_and_undo_takes_it_back() {
    let mut place = usual();
    let now = place.minutes().clone();
    place.look();
    let list = place.window.harness.get_by_label("Versions");
    assert!(list.is_focused(), "the focus goes to the list");
    assert!(place.is_said("Today 1.00 pm, saved") && place.is_said("Circulated, yesterday 1.00 pm"));
    assert!(place.is_said("[removed: (Closed as in version 1)]") || place.is_said("Removed: (Closed as in version 1)"));
    place.press(Modifiers::NONE, Key::ArrowDown);
    place.compared();
    assert!(place.is_said("version 0)"), "the other one is shown");
    place.press(Modifiers::NONE, Key::Enter);
    place.window.wait_for("the version", |window| window.state().dialog.is_none());
    assert_eq!(place.minutes().closing.wording.as_deref(), Some("(Closed as in version 0)"));
    assert_eq!(place.minutes().business[0].items.len(), now.business[0].items.len() - 1);
    place.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(place.minutes(), &now);
    assert!(store::open(&place.path).is_ok() && place.folder.path().is_dir());
}

#[test]
fn escape_goes_back_to_where_one_was_and_nothing_is_changed() {
    let mut place = usual();
    place.window.command(Command::Select(Selection::Closing));
    let before = place.minutes().clone();
    place.look();
    place.press(Modifiers::NONE, Key::End);
    place.press(Modifiers::NONE, Key::Escape);
    assert!(place.window.state().dialog.is_none());
    assert_eq!(place.minutes(), &before);
    let draft = place.window.state().draft.as_ref().expect("a draft is open");
    assert_eq!(draft.selection, Selection::Closing);
    assert!(!draft.session.is_dirty());
}

#[test]
fn a_screen_reader_hears_how_much_differs_and_what() {
    let mut place = usual();
    place.look();
    assert!(place.is_said("1 place differs"));
    assert!(place.is_said("Unchanged: "), "what is the same is told in one line");
    for head in ["Today 1.00 pm, saved", "Now"] {
        let heads = place.window.harness.query_all_by_role_and_label(Role::ColumnHeader, head);
        assert_eq!(heads.count(), 1, "{head}");
    }
    place.window.harness.get_by_label("Show what is the same").click();
    place.window.settle();
    assert!(!place.is_said("Unchanged: "));
    assert!(place.is_said("Councillor T Ashdown (Chair)"));
}

#[test]
fn removing_a_version_asks_once_more() {
    let mut place = usual();
    place.look();
    place.window.harness.get_by_label("Remove…").click();
    place.window.settle();
    place.window.harness.get_by_label("Keep it").click();
    place.window.settle();
    assert_eq!(place.window.state().versions.list.len(), 2);
    place.window.harness.get_by_label("Remove…").click();
    place.window.settle();
    place.window.harness.get_by_label("Remove for good").click();
    place.window.settle();
    place.window.wait_for("the list", |window| window.state().versions.list.len() == 1);
    place.compared();
    assert!(place.is_said("version 0)"));
}

#[test]
fn how_much_is_kept_is_set_in_the_form() {
    let mut place = usual();
    place.look();
    place.window.harness.get_by_label("Automatic versions: All").click();
    place.window.settle();
    assert_eq!(place.window.state().versions.keep, KeepVersions::All);
    assert_eq!(place.window.state().dialog, Some(Dialog::Versions));
}

#[test]
fn the_other_side_may_be_the_version_before() {
    let mut place = usual();
    place.look();
    place.window.harness.get_by_label("Compared with: The version before").click();
    place.window.settle();
    place.compared();
    assert!(place.is_said("Added: ") || place.is_said("[added: "), "the item that came with it");
    place.press(Modifiers::NONE, Key::Escape);
    place.look();
    assert!(place.is_said("Compared with: The minutes now"));
}

#[test]
fn a_draft_with_no_version_yet_says_when_one_is_kept() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("board.minutes.ron");
    std::fs::copy(crate::harness::SAMPLE, &path).expect("it can be copied");
    let folders = Folders { state: Some(folder.path().join("state")), ..Folders::default() };
    let mut window = Window::with_folders(Asked::Cancelled, None, folders);
    window.command(Command::File(FileCommand::Open(path)));
    window.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    window.wait_for("the list", |window| window.state().versions.listed);
    assert!(window.harness.query_by_label_contains("No version is kept yet.").is_some());
    assert!(window.harness.get_by_label("Restore").accesskit_node().is_disabled());
    window.harness.key_press(Key::Enter);
    window.settle();
    assert_eq!(window.state().dialog, Some(Dialog::Versions), "there is nothing to restore");
}
