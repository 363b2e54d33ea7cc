//! The real window with a test's clock, ids and folders.

use crate::ports::{TestClock, env};
use minutebook::{app::App, ui::shell};
use std::{
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

const ARGUMENT: &str = "--window-in-folder";

/// The command that opens the window; what it remembers lies in a folder.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program has a path"));
    command.arg(ARGUMENT).arg(folder);
    command
}

/// The folder of the window that this process is to open; none where it is to test.
pub fn asked_for() -> Option<PathBuf> {
    let mut arguments = std::env::args_os().skip(1);
    (arguments.next()? == ARGUMENT).then(|| arguments.next().map(PathBuf::from)).flatten()
}

/// Opens the window and stays until it is closed.
pub fn open(folder: &Path) -> ExitCode {
    match shell::run(App::new(env(folder, &TestClock::default()))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
