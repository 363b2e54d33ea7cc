//! What keeps the open draft: a thread that follows each change on a copy of its own, and one that writes the file. The
//! frame only tells them and never waits.

mod file;
mod work;

use super::{Message, outbox::Outbox};
use crate::{
    app::{Ask, Obstacle, Pace, Sharing, Spot},
    edit::{Edit, Intent, Session},
    format::Digest,
    store::{Disk, Recent, Settings, StoreError},
};
use std::{
    io,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{self, Sender},
    },
    thread::{self, JoinHandle},
};

/// What the keeper is told, in order.
pub(super) enum Order {
    /// The draft that is kept from now on.
    Keep(Box<Subject>),
    /// The draft was changed.
    Step(Step),
    /// The draft is to be written to a file.
    Save { number: u64, path: PathBuf },
    /// Something else is to be written.
    Chore(Chore),
    /// The clerk chose what becomes of the file that others have to do with.
    Ask(Ask),
    /// No draft is open any more.
    Leave,
    /// What came of writing a file.
    Written(Written),
    /// There will be no more: to be finished, or left as it is.
    End { finish: bool },
}

/// A draft that is to be kept.
pub(in crate::app) struct Subject {
    /// Counts up with each draft that is opened.
    pub draft: u64,
    pub session: Session<Spot>,
    /// Its file; none where it has none yet.
    pub path: Option<PathBuf>,
    /// What was read from that file.
    pub digest: Option<Digest>,
}

/// What changes a session, so that a copy of it can follow.
pub(in crate::app) enum Step {
    Apply(Box<(Edit, Intent<Spot>)>),
    Undo,
    Redo,
    /// The minutes of this revision are in the file.
    Saved(u64),
}

/// What the program remembers, to be written to its folder.
pub(in crate::app) enum Chore {
    Recent(PathBuf, Recent),
    Settings(PathBuf, Box<Settings>),
}

/// What comes back of writing a draft to its file.
pub(in crate::app) struct Written {
    /// Which draft, and which revision of it.
    pub draft: u64,
    pub revision: u64,
    /// The number of the save that was asked for; none where the file followed by itself.
    pub number: Option<u64>,
    pub path: PathBuf,
    pub result: Result<(), NotWritten>,
}

/// Why a draft was not written.
pub(in crate::app) enum NotWritten {
    /// There are signed minutes, which stay as they are.
    Signed,
    /// The disk did not take it.
    Store(StoreError),
    /// Somebody else has to do with the file.
    Shared(Obstacle),
    /// A fault of the program.
    Fault,
}

/// What comes back of the keeper.
pub(in crate::app) enum Kept {
    Written(Written),
    /// It no longer knows the draft: it is to be told of it whole.
    Lost {
        draft: u64,
    },
    /// The list of recent drafts was not written.
    NotRemembered(StoreError),
}

/// The frame's end of the keeper.
pub(in crate::app) struct Keeper {
    orders: Sender<Order>,
    thread: JoinHandle<()>,
    saves: u64,
    /// Whether what is being written is to be waited for at the end.
    waits: bool,
}

impl Keeper {
    pub(in crate::app::tasks) fn start(
        outbox: Outbox<Message>,
        disk: Arc<dyn Disk>,
        pace: Pace,
        sharing: Option<Sharing>,
    ) -> io::Result<Keeper> {
        let (orders, inbox) = mpsc::channel();
        let jobs = file::start(disk, sharing, orders.clone(), outbox.clone())?;
        let work = move || work::work(&inbox, jobs, pace, &|kept| outbox.send(Message::Kept(kept)));
        let thread = thread::Builder::new().name("keeper".to_owned()).spawn(work)?;
        Ok(Keeper { orders, thread, saves: 0, waits: true })
    }

    /// Keeps another draft from now on.
    pub fn keep(&self, subject: Subject) {
        self.tell(Order::Keep(Box::new(subject)));
    }

    pub fn step(&self, step: Step) {
        self.tell(Order::Step(step));
    }

    /// Has the draft written to a file as it is now. Gives the number of this save; the newest wins.
    pub fn save(&mut self, path: PathBuf) -> u64 {
        self.saves += 1;
        self.tell(Order::Save { number: self.saves, path });
        self.saves
    }

    /// Tells whoever looks after the file what the clerk chose.
    pub fn ask(&self, ask: Ask) {
        self.tell(Order::Ask(ask));
    }

    /// Keeps no draft any more.
    pub fn leave(&self) {
        self.tell(Order::Leave);
    }

    pub fn chore(&self, chore: Chore) {
        self.tell(Order::Chore(chore));
    }

    /// Does not wait at the end for a disk that does not answer.
    pub fn do_not_wait(&mut self) {
        self.waits = false;
    }

    /// Lets it finish what was asked for, and waits for that.
    pub fn end(self) {
        self.tell(Order::End { finish: self.waits });
        // A thread that panicked has nothing more to say here.
        let _ = self.thread.join();
    }

    fn tell(&self, order: Order) {
        // The thread ends only when it is told to.
        let _ = self.orders.send(order);
    }
}
