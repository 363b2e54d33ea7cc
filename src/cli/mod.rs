//! The command line, a file for each verb.

mod args;
mod check;
mod export;
mod new;
mod status;
mod styles;
mod window;

pub use args::{Asked, Verb, parse};
pub use status::Status;
pub use window::{built_without_window, no_window};

use crate::app::{Desk, Env};

/// Does what a verb says.
pub fn run(verb: Verb, env: Env) -> Status {
    let mut desk = Desk::new(env);
    match verb {
        Verb::Export(export) => export::run(&desk, &export),
        Verb::Check(check) => check::run(&desk, &check),
        Verb::New(new) => new::run(&mut desk, &new),
        Verb::Styles => styles::run(&desk),
    }
}
