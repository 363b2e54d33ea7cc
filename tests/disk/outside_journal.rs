//! A process that journals, while the system's own calls fail under it, each in turn, and while it is killed at each of them:
//! all that it said was safe is found again.

use crate::strace;
use crate::typist::{Progress, Typist, work};
use minutebook::store::{JournalFolder, SystemDisk, sweep};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;
use tempfile::TempDir;

const CHILD: &str = "MINUTEBOOK_TEST_JOURNAL";

/// The calls that journalling makes, and how each of them may fail.
const CALLS: [(&str, &[&str]); 9] = [
    ("openat", &["ENOSPC", "EACCES", "EMFILE"]),
    ("pwrite64", &["ENOSPC", "EIO", "EINTR"]),
    ("fallocate", &["ENOSPC", "EIO", "EOPNOTSUPP"]),
    ("ftruncate", &["EIO"]),
    ("fsync", &["EIO", "ENOSPC"]),
    ("rename", &["EACCES", "EIO", "ENOSPC"]),
    ("mkdir", &["EACCES", "ENOSPC"]),
    ("flock", &["ENOLCK"]),
    ("statx", &["EACCES", "EIO"]),
];

/// What the process does, which says after each step how far it came; nothing where it is run by itself. What fails is
/// tried again, as a program does that is still there.
#[test]
fn journals() {
    let Some(folder) = std::env::var_os(CHILD).map(PathBuf::from) else { return };
    let mut errors = 0;
    let ended = work(&journals_in(&folder), &mut Typist::new(), |ended, Progress { safe, .. }, _| {
        match ended {
            Ok(()) => println!("\nsafe {safe}"),
            Err(error) => {
                println!("\ntold {error}");
                errors += 1;
            }
        }
        errors < 4
    });
    println!("\nended {}", ended.is_ok());
}

fn journals_in(folder: &Path) -> JournalFolder {
    JournalFolder::new(Arc::new(SystemDisk), folder.join("state/journals"))
}

/// A run of the process.
struct Run {
    folder: TempDir,
    output: Output,
    log: String,
    said: String,
}

impl Run {
    fn of(traced: &[&str], injected: &[String]) -> Run {
        let folder = tempfile::tempdir().expect("a folder");
        let mut test = Command::new(std::env::current_exe().expect("this test"));
        // On the thread whose calls are counted.
        test.args(["--exact", "outside_journal::journals", "--nocapture", "--test-threads=1"]);
        test.env(CHILD, folder.path());
        let (output, log) = strace::run(&test, &folder.path().join("calls"), traced, injected);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        Run { folder, output, log, said }
    }

    /// How far it said that it came, and whether it said that it came to its end.
    fn said(&self) -> (usize, bool) {
        let safe = self.said.lines().filter_map(|line| line.strip_prefix("safe ")?.parse().ok());
        (safe.max().unwrap_or_default(), self.said.lines().any(|line| line == "ended true"))
    }

    /// All that it said was safe is there, and nothing that it never typed.
    fn judge(&self, when: &str) {
        let mut typist = Typist::new();
        (0..40).for_each(|_| drop(typist.change()));
        let (safe, _) = self.said();
        let found = typist.recovered(&journals_in(self.folder.path()), when);
        assert!(found.unwrap_or_default() >= safe, "{when}: {found:?} changes came back of {safe}: {}", self.said);
        let journals = self.folder.path().join("state/journals");
        sweep(&SystemDisk, &journals);
        for entry in fs::read_dir(&journals).into_iter().flatten().flatten() {
            assert!(entry.path().extension() == Some("journal".as_ref()), "{when}: {} is left", entry.path().display());
        }
    }
}

fn unhindered() -> Vec<usize> {
    let calls = CALLS.map(|(call, _)| call);
    let run = Run::of(&calls, &[]);
    assert_eq!(run.said(), (12, true), "{}", run.said);
    run.judge("unhindered");
    let times = strace::times(&run.log, &calls);
    assert!(times.iter().all(|times| *times > 0), "some call is never made: {calls:?}, {times:?}");
    times
}

#[test]
fn each_call_of_journalling_fails_and_what_is_tried_again_is_safe() {
    if !strace::is_allowed() {
        return;
    }
    let (mut told, mut ended) = (0, 0);
    for ((call, errors), times) in CALLS.iter().zip(unhindered()) {
        for (error, time) in errors.iter().flat_map(|error| (1..=times).map(move |time| (error, time))) {
            let when = format!("{call} {error} at time {time}");
            let run = Run::of(&[call], &[format!("{call}:error={error}:when={time}")]);
            assert!(run.log.contains("(INJECTED)"), "{when}: the call did not fail");
            run.judge(&when);
            told += usize::from(run.said.contains("\ntold "));
            ended += usize::from(run.said().1);
            // What fails before there is a test is no business of ours.
            let began = run.output.status.success();
            assert!(!began || run.said().1, "{when}: it never worked again: {}", run.said);
        }
    }
    println!("{told} failing calls were told, and {ended} runs came to their end");
    assert!(told > 20 && ended > told);
}

#[test]
fn journalling_is_killed_at_each_call() {
    if !strace::is_allowed() {
        return;
    }
    let mut found = std::collections::BTreeSet::new();
    for ((call, _), times) in CALLS.iter().zip(unhindered()) {
        for time in 1..=times {
            let run = Run::of(&[call], &[format!("{call}:signal=SIGKILL:when={time}")]);
            assert!(!run.said().1, "{call}, time {time}: it lives");
            run.judge(&format!("killed at {call}, time {time}"));
            found.insert(run.said().0);
        }
    }
    println!("killed with so many changes safe: {found:?}");
    assert!(found.len() > 3, "{found:?}");
}
