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
    use std::panic::{self, AssertUnwindSafe};
    let mut app = App::new(Env::system());
    if let Some(path) = draft {
        app.update(Command::File(FileCommand::Open(path)));
    }
    // The library of the keyboard is loaded when the window starts; where it is missing, its crate panics.
    match panic::catch_unwind(AssertUnwindSafe(|| ui::shell::run(app))) {
        Ok(Ok(())) => cli::Status::Done,
        Ok(Err(error)) => cli::no_window(&error.to_string()),
        Err(payload) => match message(&*payload).filter(|message| message.contains("could not be loaded")) {
            Some(message) => cli::no_window(message),
            None => panic::resume_unwind(payload),
        },
    }
}

/// What was said in a panic.
#[cfg(feature = "gui")]
fn message(payload: &(dyn std::any::Any + Send)) -> Option<&str> {
    payload.downcast_ref::<String>().map(String::as_str).or_else(|| payload.downcast_ref::<&str>().copied())
}

/// This build has no window: says what can be done without one.
#[cfg(not(feature = "gui"))]
fn window(_draft: Option<PathBuf>) -> cli::Status {
    cli::built_without_window()
}
