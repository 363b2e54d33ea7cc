//! The thread that writes files. It is one of its own, so that a share that does not answer keeps nothing else waiting.

use super::{Chore, Kept, NotWritten, Order, Written};
use crate::{
    app::{
        Ask, Following, Sharing,
        tasks::{Message, outbox::Outbox},
    },
    format::Digest,
    model::{Minutes, State},
    store::{self, Disk},
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
    /// The draft whose file is looked after from now on.
    Follow(Option<Following>),
    /// What the clerk chose of what others have to do with it.
    Ask(Ask),
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

pub(super) fn start(
    disk: Arc<dyn Disk>,
    sharing: Option<Sharing>,
    keeper: Sender<Order>,
    outbox: Outbox<Message>,
) -> io::Result<Files> {
    let (jobs, to_do) = mpsc::channel();
    let work = move || Desk { disk, sharing, keeper, outbox }.work(&to_do);
    let thread = thread::Builder::new().name("files".to_owned()).spawn(work)?;
    Ok(Files { jobs, thread })
}

/// Where files are written.
struct Desk {
    disk: Arc<dyn Disk>,
    /// What looks after the draft's file.
    sharing: Option<Sharing>,
    keeper: Sender<Order>,
    outbox: Outbox<Message>,
}

impl Desk {
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
        match job {
            Job::Draft(job) => {
                let written = self.write_draft(*job);
                // Where the keeper does not wait for it, nobody does.
                let _ = self.keeper.send(Order::Written(written));
            }
            Job::Chore(chore) => {
                if let Err(error) = write_chore(chore) {
                    self.outbox.send(Message::Kept(Kept::NotRemembered(error)));
                }
            }
            Job::Follow(following) => {
                if let Some(sharing) = &mut self.sharing {
                    sharing.follow(following);
                }
            }
            Job::Ask(ask) => {
                if let Some(news) = self.sharing.as_mut().and_then(|sharing| sharing.ask(ask)) {
                    self.outbox.send(Message::Shared(news));
                }
            }
        }
    }

    fn write_draft(&mut self, job: DraftJob) -> Written {
        let DraftJob { draft, revision, number, path, own, minutes } = job;
        let write = || {
            if !own && is_signed(&*self.disk, &path) {
                return Err(NotWritten::Signed);
            }
            let text = store::draft_bytes(&path, &minutes).map_err(NotWritten::Store)?;
            let digest = Digest::of(text.as_bytes());
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
        Written { draft, revision, number, path, result }
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
