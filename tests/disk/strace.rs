//! Programs whose system calls are made to fail, by `strace`.
//!
//! Where a process may not be traced, as in some containers, the tests that need it fail and say so, unless
//! `MINUTEBOOK_WITHOUT_STRACE` is set.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Whether processes may be traced here; where not, that is said, and it is a failure unless it is expected.
pub fn is_allowed() -> bool {
    let traces = Command::new("strace").args(["-o", "/dev/null", "true"]).output();
    if traces.as_ref().is_ok_and(|output| output.status.success()) {
        return true;
    }
    let why = "strace cannot trace a process here: install it, and allow ptrace";
    assert!(std::env::var_os("MINUTEBOOK_WITHOUT_STRACE").is_some(), "{why}, or set MINUTEBOOK_WITHOUT_STRACE");
    println!("nothing was tried: {why}");
    false
}

/// Runs a program whose calls are traced, in what it has of environment and folder, and gives what it said and what was
/// traced. `log` is where strace may write.
pub fn run(program: &Command, log: &Path, traced: &[&str], injected: &[String]) -> (Output, String) {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o"]).arg(log).args(["-e", &format!("trace={}", traced.join(","))]);
    for injected in injected {
        strace.args(["-e", &format!("inject={injected}")]);
    }
    strace.arg(program.get_program()).args(program.get_args()).env_clear();
    if let Some(folder) = program.get_current_dir() {
        strace.current_dir(folder);
    }
    for (name, value) in program.get_envs() {
        strace.envs(value.map(|value| (name, value)));
    }
    // Where strace itself is found.
    strace.envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
    let output = strace.output().expect("strace can be run");
    let log = fs::read_to_string(log).unwrap_or_else(|error| panic!("what was traced: {error}: {output:?}"));
    (output, log)
}

/// How often each call was made by the thread that made it most: strace counts for each thread by itself.
pub fn times(log: &str, calls: &[&str]) -> Vec<usize> {
    let thread_of = |line: &'_ str| line.split(' ').next().unwrap_or_default().to_owned();
    let threads: BTreeSet<String> = log.lines().map(thread_of).collect();
    let made = |call: &str, thread: &str| {
        let lines = log.lines().filter_map(|line| line.strip_prefix(thread)?.trim_start().strip_prefix(call));
        lines.filter(|rest| rest.starts_with('(')).count()
    };
    let most = |call: &&str| threads.iter().map(|thread| made(call, thread)).max().unwrap_or_default();
    calls.iter().map(most).collect()
}
