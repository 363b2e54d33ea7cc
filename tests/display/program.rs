//! The program that is shipped: where it cannot open a window, and where it can.

use crate::{
    clerk::Clerk,
    screen::{comes, rest},
};
use minutebook::ui::theme::LIGHT;
use std::{
    path::Path,
    process::{Command, Output},
    thread,
    time::Duration,
};

/// How long the window is watched that nobody touches.
const WATCHED: Duration = Duration::from_secs(2);

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_minutebook"))
}

/// Runs the program in an empty home with a display of which nothing is known but its name.
fn run_with(display: Option<&str>) -> (Output, String) {
    let home = tempfile::tempdir().expect("a home");
    let mut program = program();
    program.env_clear().env("HOME", home.path()).envs(display.map(|display| ("DISPLAY", display)));
    let output = program.output().expect("the program can be run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output, said)
}

pub fn without_display() {
    let (output, said) = run_with(None);
    assert_eq!(output.status.code(), Some(3), "{said}");
    for part in ["no window could be opened", "neither DISPLAY nor WAYLAND_DISPLAY is set", "minutebook export"] {
        assert!(said.contains(part), "“{part}” is not said: {said}");
    }
    assert!(output.stdout.is_empty());
}

pub fn without_server() {
    let (output, said) = run_with(Some(":59999"));
    assert_eq!(output.status.code(), Some(3), "{said}");
    for part in ["no window could be opened", "libx11-6", "libxkbcommon-x11-0", "libgl1", "minutebook export"] {
        assert!(said.contains(part), "“{part}” is not said: {said}");
    }
    assert!(!said.contains("panicked"), "{said}");
}

pub fn rests() {
    let draft = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples/scrutiny.minutes.ron");
    let mut clerk = Clerk::at(program().arg(draft));
    clerk.wait_for_title("scrutiny - Minutebook");
    // A bar with the title stands above.
    clerk.wait("a window as large as the screen", |clerk| matches!(clerk.size(), (1278..=1280, 740..=790)));
    clerk.sees("program", "the outline, the form and the pages", |picture| {
        picture.share(LIGHT.panel) > 0.05 && picture.share(LIGHT.form) > 0.05 && picture.share(LIGHT.paper) > 0.05
    });
    // Among the pages no caret blinks.
    clerk.press(&["F6"]);
    let mut used = Duration::MAX;
    let rested = comes(|| {
        let before = rest::processor_time(clerk.program.number());
        thread::sleep(WATCHED);
        used = rest::processor_time(clerk.program.number()) - before;
        used.is_zero()
    });
    assert!(rested, "the window used {used:?} of the processor in the last {WATCHED:?}, and nobody touched it");
    clerk.press(&["ctrl+q"]);
    let status = clerk.wait_for_end();
    assert!(status.success(), "{status}");
}
