use super::{NotWritten, Order, Written};
use crate::{
    model::{Minutes, State},
    store,
};
use std::{
    panic::AssertUnwindSafe,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, Sender},
};

/// A draft that is to be written.
pub(super) struct Job {
    pub draft: u64,
    pub revision: u64,
    pub number: u64,
    pub path: PathBuf,
    /// Whether the file is the draft's own already.
    pub own: bool,
    pub minutes: Minutes,
}

/// Writes one file after the other until there are no more. It is a thread of its own, so that a share that does not answer
/// keeps nothing else waiting.
pub(super) fn work(jobs: &Receiver<Job>, keeper: &Sender<Order>) {
    for Job { draft, revision, number, path, own, minutes } in jobs {
        let written = std::panic::catch_unwind(AssertUnwindSafe(|| write(&path, own, &minutes)));
        let result = written.unwrap_or(Err(NotWritten::Fault));
        // The keeper waits for the last of them.
        let _ = keeper.send(Order::Written(Written { draft, revision, number, path, result }));
    }
}

fn write(path: &Path, own: bool, minutes: &Minutes) -> Result<(), NotWritten> {
    if !own && is_signed(path) {
        return Err(NotWritten::Signed);
    }
    store::save(path, minutes).map_err(NotWritten::Store)
}

/// Whether a file holds signed minutes.
fn is_signed(path: &Path) -> bool {
    store::open_head(path).is_ok_and(|head| head.state == State::Signed)
}
