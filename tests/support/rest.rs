//! What a process does, as Linux tells it in `/proc`.

use std::{fs, path::PathBuf, time::Duration};

/// The processor time that a process has taken so far, in steps of a hundredth of a second.
///
/// # Panics
///
/// Where there is no such process.
pub fn processor_time(process: u32) -> Duration {
    let stat = fs::read_to_string(of(process, "stat")).expect("the process runs");
    // utime and stime are the 14th and 15th field; the second is a name in brackets, which may hold spaces.
    let behind_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = behind_name.split_whitespace().skip(11).take(2).map(|field| field.parse::<u64>().unwrap_or(0));
    Duration::from_millis(ticks.sum::<u64>() * 10)
}

/// Whether no thread of a process runs or waits for its turn to run. One that has ended is at rest.
pub fn sleeps(process: u32) -> bool {
    let Ok(threads) = fs::read_dir(of(process, "task")) else { return true };
    let mut states = threads.flatten().filter_map(|thread| {
        let stat = fs::read_to_string(thread.path().join("stat")).ok()?;
        stat.rsplit_once(')')?.1.trim_start().chars().next()
    });
    !states.any(|state| matches!(state, 'R' | 'D'))
}

/// The memory that a process has to itself and that no file stands behind, in KiB.
///
/// # Panics
///
/// Where there is no such process.
pub fn anonymous_memory(process: u32) -> u64 {
    let status = fs::read_to_string(of(process, "status")).expect("the process runs");
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).expect("Linux tells it");
    line.trim().trim_end_matches(" kB").parse().expect("a number of KiB")
}

fn of(process: u32, file: &str) -> PathBuf {
    PathBuf::from(format!("/proc/{process}/{file}"))
}
