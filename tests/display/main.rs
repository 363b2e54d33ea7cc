//! The window as it is, on a screen: opened by the program's own entry, driven by keys alone, looked at as a picture. What is
//! proved is what no test without a display can prove: that the window opens, that keys arrive in it, that it shows
//! something, that files come of it which are the same as those of the same commands, and that it rests when nobody touches it.
//!
//! Each test has an X server of its own (Xvfb), so that it needs no display; `.ci/run` names the packages. The window whose
//! clock and ids are a test's is opened by this very program with an argument of its own, so that no test has a hand in
//! the real one.

mod journey;
mod program;
mod shared;
mod typed;
mod window;

#[path = "../support/clerk.rs"]
mod clerk;
#[path = "../support/pdf.rs"]
mod pdf;
#[path = "../support/ports.rs"]
mod ports;
#[path = "../support/screen.rs"]
mod screen;
#[path = "../support/script.rs"]
mod script;

use libtest_mimic::{Arguments, Trial};
use std::process::ExitCode;

fn main() -> ExitCode {
    // The window wants the main thread, which the harness of `cargo test` keeps to itself.
    if let Some(folder) = window::asked_for() {
        return window::open(&folder);
    }
    let mut arguments = Arguments::from_args();
    // A screen at a time: on a small machine two that wait for each other are slower than one after the other.
    arguments.test_threads = Some(1);
    let tests: [(&str, fn()); 6] = [
        ("minutes_are_begun_written_saved_reopened_and_exported_by_keys", journey::by_keys),
        ("a_whole_meeting_is_typed_by_the_keys_of_a_script", typed::meeting),
        ("without_a_display_the_program_says_why_and_how_to_go_on", program::without_display),
        ("a_display_that_nobody_answers_is_told_with_the_packages", program::without_server),
        ("the_program_opens_a_draft_and_rests", program::rests),
        ("two_windows_share_a_draft", shared::by_two),
    ];
    let trials = tests.map(|(name, test)| {
        Trial::test(name, move || {
            test();
            Ok(())
        })
    });
    libtest_mimic::run(&arguments, trials.into()).exit_code()
}
