//! The program: the command line, or the window.

#![warn(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used)]

use minutebook::{
    app::Env,
    cli::{self, Asked},
};
use std::{path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let status = match cli::parse() {
        Asked::Done(status) => status,
        Asked::Verb(verb) => cli::run(verb, Env::system()),
        Asked::Window { draft } => window(draft),
    };
    status.into()
}

/// Opens the window, with a draft in it where one was named.
#[cfg(feature = "gui")]
fn window(draft: Option<PathBuf>) -> cli::Status {
    use minutebook::{
        app::{App, Command, FileCommand},
        ui,
    };
    let mut app = App::new(Env::system());
    if let Some(path) = draft {
        app.update(Command::File(FileCommand::Open(path)));
    }
    match ui::shell::run(app) {
        Ok(()) => cli::Status::Done,
        Err(error) => cli::no_window(&error.to_string()),
    }
}

/// This build has no window: says what can be done without one.
#[cfg(not(feature = "gui"))]
fn window(_draft: Option<PathBuf>) -> cli::Status {
    cli::built_without_window()
}
