//! The real window with a test's clock, ids and folders.

use crate::ports::{TestClock, env};
use minutebook::{
    app::{App, Clock, Env},
    ui::shell,
};
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

/// The file in a folder that says how late it is in the window of that folder.
fn clock_file(folder: &Path) -> PathBuf {
    folder.join("clock")
}

/// Sets the clock of the window that lives in a folder.
pub fn set_clock(folder: &Path, hour: i8, minute: i8) {
    // What is renamed is never read half-written.
    let beside = folder.join("clock-to-be");
    std::fs::write(&beside, format!("{hour}:{minute}")).expect("the clock can be set");
    std::fs::rename(beside, clock_file(folder)).expect("the clock can be set");
}

/// The clock that another process sets.
struct SetClock {
    plain: TestClock,
    file: PathBuf,
}

impl Clock for SetClock {
    fn now(&self) -> jiff::civil::DateTime {
        let text = std::fs::read_to_string(&self.file).unwrap_or_default();
        if let Some((hour, minute)) = text.split_once(':') {
            self.plain.set(hour.parse().expect("hours"), minute.parse().expect("minutes"));
        }
        self.plain.now()
    }

    fn millis(&self) -> u64 {
        self.plain.millis()
    }
}

/// Opens the window and stays until it is closed.
pub fn open(folder: &Path) -> ExitCode {
    let plain = TestClock::default();
    let clock = SetClock { plain: plain.clone(), file: clock_file(folder) };
    let env = Env { clock: Box::new(clock), ..env(folder, &plain) };
    match shell::run(App::new(env)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
