//! The program that is shipped, while the system's own calls fail under it, each in turn and in each way that it can; and
//! while it is killed at each of them. Old or new, whole, nothing beside it, and the clerk is told.

use crate::strace;
use minutebook::store::{self, SystemDisk, sweep};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The calls that saving makes or may make, and how each of them may fail. A call is made to fail at its first time, its
/// second and so on, also where the program makes it for another reason.
const CALLS: [(&str, &[&str]); 12] = [
    ("openat", &["ENOSPC", "EACCES", "EIO", "EROFS", "EMFILE"]),
    ("pwrite64", &["ENOSPC", "EDQUOT", "EFBIG", "EIO", "EINTR"]),
    ("write", &["ENOSPC", "EIO"]),
    ("fsync", &["EIO", "ENOSPC", "EDQUOT"]),
    ("fdatasync", &["EIO", "ENOSPC"]),
    ("rename", &["EACCES", "EIO", "ENOSPC", "EROFS", "EXDEV", "ENOENT"]),
    ("fchmod", &["EPERM", "EIO", "EROFS"]),
    ("fchown", &["EPERM", "EIO"]),
    ("flock", &["ENOLCK", "EAGAIN"]),
    ("statx", &["EACCES", "EIO", "ELOOP"]),
    ("readlink", &["EACCES", "EIO"]),
    ("lseek", &["EIO"]),
];

/// Calls without which nothing would have been put to the test.
const MADE: [&str; 5] = ["openat", "pwrite64", "fsync", "rename", "statx"];

/// What the program is to do, in a folder of its own.
struct Task {
    arguments: &'static [&'static str],
    /// What it writes.
    target: &'static str,
    /// Whether there is something in its place before, which is reached through a link.
    over: bool,
}

const EXPORT: Task =
    Task { arguments: &["export", "draft.minutes.ron", "-o", "link.pdf"], target: "real.pdf", over: true };
const BEGIN: Task = Task {
    arguments: &[
        "new",
        "--style",
        "parish",
        "--body",
        "Parish Council",
        "--date",
        "2016-09-15",
        "-o",
        "new.minutes.ron",
    ],
    target: "new.minutes.ron",
    over: false,
};

const OLD: &[u8] = b"the minutes as they were published before";

struct Place {
    folder: TempDir,
    home: TempDir,
}

impl Place {
    fn for_task(task: &Task) -> Place {
        let place =
            Place { folder: tempfile::tempdir().expect("a folder"), home: tempfile::tempdir().expect("a home") };
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/inquorate.minutes.ron");
        fs::copy(sample, place.path("draft.minutes.ron")).expect("a draft");
        if task.over {
            let old = place.path(task.target);
            fs::write(&old, OLD).expect("written");
            fs::set_permissions(&old, fs::Permissions::from_mode(0o660)).expect("set");
            // Only root may do so; anybody else keeps the file, and no call is made to give it away.
            let _ = chown(&old, Some(4_242), Some(4_343));
            symlink(task.target, place.path("link.pdf")).expect("a link");
        }
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the program under strace, and gives what it said and what was traced.
    fn run(&self, task: &Task, traced: &[&str], injected: &[String]) -> (Output, String) {
        let mut program = Command::new(env!("CARGO_BIN_EXE_minutebook"));
        program.args(task.arguments).current_dir(self.folder.path()).env("HOME", self.home.path());
        strace::run(&program, &self.home.path().join("calls"), traced, injected)
    }

    /// Which files are there that were not.
    fn left_over(&self, task: &Task) -> Vec<String> {
        let entries =
            fs::read_dir(self.folder.path()).expect("the folder").map(|entry| entry.expect("a name").file_name());
        let known = ["draft.minutes.ron", "link.pdf", task.target].map(OsStr::new);
        entries
            .filter(|name| !known.contains(&name.as_os_str()))
            .map(|name| name.to_string_lossy().into_owned())
            .collect()
    }

    /// Whether the new file is there; anything but that or the old one stops the test.
    fn is_new(&self, task: &Task, new: &[u8], when: &str) -> bool {
        let target = self.path(task.target);
        let found = fs::read(&target).ok();
        let is_old = found.as_deref() == task.over.then_some(OLD);
        // A draft has numbers of its own each time that it is begun.
        let is_new = found.as_deref() == Some(new) || (!task.over && store::open(&target).is_ok());
        assert!(is_old || is_new, "{when}: neither old nor new: {} bytes", found.unwrap_or_default().len());
        if task.over {
            let about = fs::metadata(self.path(task.target)).expect("the file");
            assert_eq!(about.permissions().mode() & 0o777, 0o660, "{when}");
            assert!(self.path("link.pdf").is_symlink(), "{when}: the link is no longer one");
        }
        is_new
    }
}

/// What the task writes, and how often it makes each call.
fn unhindered(task: &Task) -> (Vec<u8>, Vec<usize>) {
    let place = Place::for_task(task);
    let calls = CALLS.map(|(call, _)| call);
    let (output, log) = place.run(task, &calls, &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let times = strace::times(&log, &calls);
    for call in MADE {
        let made = calls.iter().zip(&times).any(|(known, times)| *known == call && *times > 0);
        assert!(made, "{call} is never made: the list of calls is not what the program does");
    }
    (fs::read(place.path(task.target)).expect("it is written"), times)
}

/// What a run with a failing call must have left, and said.
fn judge(place: &Place, task: &Task, new: &[u8], ended: &Output, when: &str) {
    let said = String::from_utf8_lossy(&ended.stderr);
    let is_new = place.is_new(task, new, when);
    if ended.status.success() {
        assert!(is_new, "{when}: it said that it was done: {said}");
    } else {
        assert!(!said.trim().is_empty(), "{when}: nothing was said");
        assert!(!said.contains("panicked") || when.starts_with("write "), "{when}: {said}");
        // What fails when the file is in its place is the folder, or saying so.
        assert!(!is_new || said.contains("did not confirm") || when.starts_with("write "), "{when}: {said}");
    }
    assert_eq!(place.left_over(task), [""; 0], "{when}: {said}");
}

fn each_call_fails(task: &Task) {
    if !strace::is_allowed() {
        return;
    }
    let (new, times) = unhindered(task);
    let mut refused = 0;
    for ((call, errors), times) in CALLS.iter().zip(times) {
        for (error, time) in errors.iter().flat_map(|error| (1..=times).map(move |time| (error, time))) {
            let when = format!("{call} {error} at time {time}");
            let place = Place::for_task(task);
            let (ended, log) = place.run(task, &[call], &[format!("{call}:error={error}:when={time}")]);
            assert!(log.contains("(INJECTED)"), "{when}: the call did not fail");
            judge(&place, task, &new, &ended, &when);
            refused += usize::from(!ended.status.success());
        }
    }
    println!("{refused} failing calls were told");
    assert!(refused > 20, "only {refused} failing calls were told: what was tried is not what matters");
}

#[test]
fn each_call_of_an_export_over_an_older_one_fails() {
    each_call_fails(&EXPORT);
}

#[test]
fn each_call_of_a_first_save_fails() {
    each_call_fails(&BEGIN);
}

#[test]
fn what_cannot_be_taken_away_either_is_swept_later() {
    if !strace::is_allowed() {
        return;
    }
    let (new, _) = unhindered(&EXPORT);
    for call in ["pwrite64", "fsync", "rename"] {
        let place = Place::for_task(&EXPORT);
        let injected = [format!("{call}:error=EIO:when=1"), "unlink,unlinkat:error=EIO".to_owned()];
        let (ended, _) = place.run(&EXPORT, &[call, "unlink", "unlinkat"], &injected);
        assert!(!ended.status.success() && !ended.stderr.is_empty());
        assert!(!place.is_new(&EXPORT, &new, call));
        assert_eq!(place.left_over(&EXPORT).len(), 1);
        assert_eq!(sweep(&SystemDisk, place.folder.path()), 1);
        assert_eq!(place.left_over(&EXPORT), [""; 0]);
    }
}

#[test]
fn a_file_system_that_cannot_sync_a_folder_is_no_failure() {
    if !strace::is_allowed() {
        return;
    }
    let (new, _) = unhindered(&EXPORT);
    for error in ["EINVAL", "EOPNOTSUPP", "ENOSYS"] {
        let place = Place::for_task(&EXPORT);
        let (ended, log) = place.run(&EXPORT, &["fsync"], &[format!("fsync:error={error}:when=2")]);
        assert!(log.contains("(INJECTED)") && ended.status.success(), "{error}");
        assert!(place.is_new(&EXPORT, &new, error));
    }
}

fn killed_at_each_call(task: &Task) {
    if !strace::is_allowed() {
        return;
    }
    let (new, times) = unhindered(task);
    let (mut old, mut renamed, mut swept) = (0, 0, 0);
    for ((call, _), times) in CALLS.iter().zip(times) {
        for time in 1..=times {
            let when = format!("killed at {call}, time {time}");
            let place = Place::for_task(task);
            let (ended, _) = place.run(task, &[call], &[format!("{call}:signal=SIGKILL:when={time}")]);
            assert!(!ended.status.success(), "{when}: it lives");
            *(if place.is_new(task, &new, &when) { &mut renamed } else { &mut old }) += 1;
            // A process that was killed takes nothing away; the next one does.
            swept += sweep(&SystemDisk, place.folder.path());
            assert_eq!(place.left_over(task), [""; 0], "{when}");
        }
    }
    println!(
        "killed with the old file in its place {old} times, with the new one {renamed} times, swept {swept} times"
    );
    assert!(old > 0 && renamed > 0 && swept > 0);
}

#[test]
fn an_export_over_an_older_one_is_killed_at_each_call() {
    killed_at_each_call(&EXPORT);
}

#[test]
fn a_first_save_is_killed_at_each_call() {
    killed_at_each_call(&BEGIN);
}
