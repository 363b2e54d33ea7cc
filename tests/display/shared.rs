//! Two windows of the program that is shipped, each on a screen and in a home of its own, and one draft on a shared drive.

use crate::{
    clerk::Clerk,
    screen::{Picture, comes},
};
use minutebook::{store, ui::theme::LIGHT};
use std::{
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

struct Office(TempDir);

impl Office {
    fn draft(&self) -> PathBuf {
        self.0.path().join("Parks.minutes.ron")
    }

    fn lock(&self) -> PathBuf {
        self.0.path().join(".Parks.minutes.ron.lock")
    }

    /// Somebody opens the draft; each screen has a home of its own.
    fn clerk(&self) -> Clerk {
        let mut clerk = Clerk::at(Command::new(env!("CARGO_BIN_EXE_minutebook")).arg(self.draft()));
        clerk.wait_for_title("Parks - Minutebook");
        clerk
    }

    fn body(&self) -> String {
        store::open_head(&self.draft()).expect("it can be read").body
    }
}

/// The line under the form stands on what is nowhere else in a window without a question or a message.
fn is_told(picture: &Picture) -> bool {
    picture.share(LIGHT.raised) > 0.01
}

/// The bar beside it, where something is wrong.
fn is_wrong(picture: &Picture) -> bool {
    is_told(picture) && picture.share(LIGHT.problem) > 0.000_08
}

pub fn by_two() {
    let office = Office(tempfile::tempdir().expect("a folder"));
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples/scrutiny.minutes.ron");
    std::fs::copy(sample, office.draft()).expect("a draft");
    let mut ann = office.clerk();
    ann.wait_for_file(&office.lock());
    assert!(!is_told(&ann.screen.picture()), "there is nothing to say");
    let mut bob = office.clerk();
    bob.sees("reading", "who has the draft open", is_told);
    // What the second one types goes nowhere.
    let before = office.body();
    assert!(!is_wrong(&bob.screen.picture()));
    bob.press(&["Tab", "Tab"]);
    bob.types("Nobody's ");
    assert_eq!(bob.title(), "Parks - Minutebook", "nothing is unsaved");
    std::fs::remove_file(office.draft()).expect("somebody removes it");
    ann.sees("removed", "that the file is gone", is_wrong);
    ann.press(&["ctrl+s"]);
    ann.wait_for_file(&office.draft());
    assert_eq!(office.body(), before);
    ann.press(&["ctrl+q"]);
    assert!(ann.wait_for_end().success());
    assert!(comes(|| office.lock().exists()), "the second one has it now");
    bob.sees("opened", "nothing to say, once the good news have left", |picture| !is_told(picture));
    let text = std::fs::read_to_string(office.draft()).expect("it is there");
    std::fs::write(office.draft(), text.replace("closed: \"16:00\"", "closed: \"16:45\"")).expect("somebody writes it");
    bob.sees("changed", "that the file was changed", is_wrong);
    bob.press(&["ctrl+q"]);
    assert!(bob.wait_for_end().success());
    assert!(!office.lock().exists(), "nothing is left behind");
}
