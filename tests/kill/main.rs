//! Kills the program at random moments, again and again, while a clerk types in it, saves, closes, opens and takes back, and
//! while it keeps its journal, its files and its versions; and proves that after the next start all that was typed more than a
//! second before is there, with its history, that every file is whole at every moment, and that nothing temporary is left.
//!
//! The clerk is a process of its own: this very program with an argument, at work in the application without its window. It
//! writes down what it is about to do and what it did on a pipe that nobody kills.
//!
//! Twenty kills are part of `cargo test`. A thousand, with figures:
//! `cargo test --test kill -- --ignored --nocapture`; `MINUTEBOOK_KILLS` and `MINUTEBOOK_KILL_SEED` say how many and which.

mod campaign;
mod chance;
mod clerk;
mod lane;
mod told;

use libtest_mimic::{Arguments, Failed, Trial};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some(clerk::ARGUMENT) {
        return clerk::work(&arguments.collect::<Vec<_>>());
    }
    let number =
        |name: &str, otherwise: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let seed = number("MINUTEBOOK_KILL_SEED", 1);
    let many = number("MINUTEBOOK_KILLS", 1_000);
    let trial = |name: &str, kills: u64, lanes: usize| {
        Trial::test(name, move || {
            let figures = campaign::run(kills, lanes, seed);
            println!("{figures}");
            if figures.wrong.is_empty() { Ok(()) } else { Err(Failed::from(figures.wrong.join("\n"))) }
        })
    };
    let trials = vec![
        trial("twenty_kills_lose_nothing", 20, 4),
        trial("a_thousand_kills_lose_nothing", many, 8).with_ignored_flag(true),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
