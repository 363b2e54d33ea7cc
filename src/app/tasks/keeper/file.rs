//! The thread that writes files. It is one of its own, so that a share that does not answer keeps nothing else waiting.

use super::{Chore, Kept, NotWritten, Order, Written};
use crate::{
    app::tasks::{Message, outbox::Outbox},
    model::{Minutes, State},
    store::{self, Disk},
};
use std::{
    io,
    panic::AssertUnwindSafe,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Sender},
    },
    thread::{self, JoinHandle},
};

/// What is to be written.
pub(super) enum Job {
    Draft(Box<DraftJob>),
    Chore(Chore),
}

/// A draft that is to be written.
pub(super) struct DraftJob {
    pub draft: u64,
    pub revision: u64,
    pub number: Option<u64>,
    pub path: PathBuf,
    /// Whether the file is the draft's own already.
    pub own: bool,
    pub minutes: Minutes,
}

/// The keeper's end of the thread.
pub(super) struct Files {
    jobs: Sender<Job>,
    thread: JoinHandle<()>,
}

impl Files {
    pub fn write(&self, job: Job) {
        // The thread ends only with the other end of the channel.
        let _ = self.jobs.send(job);
    }

    /// Waits until all is written.
    pub fn finish(self) {
        drop(self.jobs);
        // A thread that panicked has nothing more to say here.
        let _ = self.thread.join();
    }
}

pub(super) fn start(disk: Arc<dyn Disk>, keeper: Sender<Order>, outbox: Outbox<Message>) -> io::Result<Files> {
    let (jobs, to_do) = mpsc::channel();
    let work = move || {
        for job in to_do {
            match job {
                Job::Draft(job) => {
                    let written = write_draft(&*disk, *job);
                    // Where the keeper does not wait for it, nobody does.
                    let _ = keeper.send(Order::Written(written));
                }
                Job::Chore(chore) => {
                    if let Err(error) = write_chore(chore) {
                        outbox.send(Message::Kept(Kept::NotRemembered(error)));
                    }
                }
            }
        }
    };
    let thread = thread::Builder::new().name("files".to_owned()).spawn(work)?;
    Ok(Files { jobs, thread })
}

fn write_draft(disk: &dyn Disk, job: DraftJob) -> Written {
    let DraftJob { draft, revision, number, path, own, minutes } = job;
    let write = || {
        if !own && is_signed(disk, &path) {
            return Err(NotWritten::Signed);
        }
        store::save_on(disk, &path, &minutes).map_err(NotWritten::Store)
    };
    let result = std::panic::catch_unwind(AssertUnwindSafe(write)).unwrap_or(Err(NotWritten::Fault));
    Written { draft, revision, number, path, result }
}

/// Whether a file holds signed minutes.
fn is_signed(disk: &dyn Disk, path: &Path) -> bool {
    store::open_head_on(disk, path).is_ok_and(|head| head.state == State::Signed)
}

fn write_chore(chore: Chore) -> Result<(), store::StoreError> {
    match chore {
        Chore::Recent(folder, recent) => recent.save(&folder),
        Chore::Settings(folder, settings) => {
            // Nothing is lost that matters where this fails, and nobody is there to read about it at the end.
            let _ = settings.save(&folder);
            Ok(())
        }
    }
}
