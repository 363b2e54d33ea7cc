//! The thread that writes files. It is one of its own, so that a share that does not answer keeps nothing else waiting.

use super::orders::{Chore, Kept, NotWritten, Order, Written};
use crate::{
    app::{
        Ask, Following, Sharing,
        tasks::{Message, outbox::Outbox, versions::Shelf},
    },
    format::Digest,
    model::State,
    store::{self, Disk, Why},
};
use std::{
    io,
    panic::AssertUnwindSafe,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread::{self, JoinHandle},
};

/// What is to be written.
pub(super) enum Job {
    Draft(Box<DraftJob>),
    Chore(Chore),
    /// The file that is looked after from now on.
    Follow(Option<Following>),
    /// What the clerk chose of what others have to do with it.
    Ask(Ask),
    /// What is in the file is what the draft says.
    Know {
        draft: u64,
        digest: Digest,
    },
}

/// A draft that is to be written.
pub(super) struct DraftJob {
    pub draft: u64,
    pub revision: u64,
    pub number: Option<u64>,
    pub path: PathBuf,
    /// Whether the file is the draft's own already.
    pub own: bool,
    pub text: String,
    pub digest: Digest,
    /// Why a version of it is kept, once it is written.
    pub why: Why,
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

pub(super) fn start(
    disk: Arc<dyn Disk>,
    sharing: Option<Sharing>,
    keeper: Sender<Order>,
    outbox: Outbox<Message>,
    shelf: Shelf,
) -> io::Result<Files> {
    let (jobs, to_do) = mpsc::channel();
    let work = move || Writer { disk, sharing, keeper, outbox, shelf }.work(&to_do);
    let thread = thread::Builder::new().name("files".to_owned()).spawn(work)?;
    Ok(Files { jobs, thread })
}

struct Writer {
    disk: Arc<dyn Disk>,
    /// What looks after the draft's file; none where nobody else comes near it.
    sharing: Option<Sharing>,
    keeper: Sender<Order>,
    outbox: Outbox<Message>,
    shelf: Shelf,
}

impl Writer {
    fn work(mut self, to_do: &Receiver<Job>) {
        loop {
            let job = match self.sharing.as_ref().and_then(Sharing::wait) {
                Some(wait) => to_do.recv_timeout(wait),
                None => to_do.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match job {
                Ok(job) => self.take(job),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            if let Some(news) = self.sharing.as_mut().and_then(Sharing::tick) {
                self.outbox.send(Message::Shared(news));
            }
        }
    }

    fn take(&mut self, job: Job) {
        match (job, &mut self.sharing) {
            (Job::Draft(job), _) => self.write_draft(*job),
            (Job::Chore(chore), _) => {
                if let Err(error) = write_chore(chore) {
                    self.outbox.send(Message::Kept(Kept::NotRemembered(error)));
                }
            }
            (Job::Follow(following), Some(sharing)) => sharing.follow(following),
            (Job::Know { draft, digest }, Some(sharing)) => sharing.know(draft, digest),
            (Job::Ask(ask), Some(sharing)) => {
                if let Some(news) = sharing.ask(ask) {
                    self.outbox.send(Message::Shared(news));
                }
            }
            (Job::Follow(_) | Job::Know { .. } | Job::Ask(_), None) => {}
        }
    }

    /// Writes a draft, and has a version of it kept.
    fn write_draft(&mut self, job: DraftJob) {
        let DraftJob { draft, revision, number, path, own, text, digest, why } = job;
        let write = || {
            if !own && is_signed(&*self.disk, &path) {
                return Err(NotWritten::Signed);
            }
            if let Some(sharing) = &mut self.sharing {
                sharing.may_write(draft, &path, number.is_some(), digest).map_err(NotWritten::Shared)?;
            }
            let written = store::write_file_on(&*self.disk, &path, text.as_bytes());
            if let Some(sharing) = &mut self.sharing {
                sharing.wrote(draft, &path, digest, &written);
            }
            written.map_err(NotWritten::Store)
        };
        let result = std::panic::catch_unwind(AssertUnwindSafe(write)).unwrap_or(Err(NotWritten::Fault));
        if result.is_ok() {
            self.shelf.keep_written(&path, text, why);
        }
        // Where the keeper does not wait for it, nobody does.
        let _ =
            self.keeper.send(Order::Written(Written { draft, revision, number, path, digest: Some(digest), result }));
    }
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
