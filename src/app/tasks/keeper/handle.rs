use super::{
    file,
    orders::{Chore, Farewell, Opening, Order, Step, Subject},
    work,
};
use crate::{
    app::{
        Ask, Env, Sharing, Spot,
        tasks::{Message, outbox::Outbox, versions::Shelf},
    },
    format::Digest,
    store::DraftKey,
};
use jiff::Timestamp;
use std::{
    io,
    path::PathBuf,
    sync::mpsc::{self, Sender},
    thread::{self, JoinHandle},
};

/// The frame's end of the keeper.
pub(in crate::app) struct Keeper {
    orders: Sender<Order>,
    thread: JoinHandle<()>,
    saves: u64,
    /// Where the clerk was last.
    here: Option<Spot>,
    /// Whether what is being written is to be waited for at the end.
    waits: bool,
}

impl Keeper {
    pub(in crate::app::tasks) fn start(outbox: Outbox<Message>, env: &Env, shelf: Shelf) -> io::Result<Keeper> {
        let (orders, inbox) = mpsc::channel();
        let sharing = env.sharing.clone();
        let sharing = sharing.map(|port| Sharing::new(env.disk.clone(), port, env.folders.state.clone()));
        let files = file::start(env.disk.clone(), sharing, orders.clone(), outbox.clone(), shelf.clone())?;
        let (disk, pace, state) = (env.disk.clone(), env.pace, env.folders.state.clone());
        let work = move || {
            let tell = |kept| outbox.send(Message::Kept(kept));
            work::work(&inbox, files, work::World { disk, state, pace, shelf, tell: &tell });
        };
        let thread = thread::Builder::new().name("keeper".to_owned()).spawn(work)?;
        Ok(Keeper { orders, thread, saves: 0, here: None, waits: true })
    }

    /// Keeps another draft from now on.
    pub fn keep(&mut self, subject: Subject) {
        self.here = None;
        self.tell(Order::Keep(Box::new(subject)));
    }

    /// Keeps a file from now on that was read.
    pub fn open(&mut self, opening: Opening) {
        self.here = None;
        self.tell(Order::Open(Box::new(opening)));
    }

    /// Brings a draft back that was left behind, and keeps it from now on.
    pub fn take_up(&mut self, draft: u64, key: DraftKey) {
        self.here = None;
        self.tell(Order::TakeUp { draft, key });
    }

    /// Takes a draft away that was left behind.
    pub fn forget(&self, key: DraftKey) {
        self.tell(Order::Forget(key));
    }

    /// Looks for drafts that were left behind.
    pub fn look_back(&self, now: Timestamp) {
        self.tell(Order::LookBack { now });
    }

    pub fn step(&self, step: Step) {
        self.tell(Order::Step(step));
    }

    /// Notes where the clerk is.
    pub fn here(&mut self, spot: Spot) {
        if self.here.replace(spot) != Some(spot) {
            self.tell(Order::Here(spot));
        }
    }

    /// Has the draft written to a file as it is now. Gives the number of this save; the newest wins.
    pub fn save(&mut self, path: PathBuf) -> u64 {
        self.saves += 1;
        self.tell(Order::Save { number: self.saves, path });
        self.saves
    }

    /// Lets the draft go.
    pub fn leave(&self, farewell: Farewell) {
        self.tell(Order::Leave(farewell));
    }

    /// Tells whoever looks after the file what the clerk chose.
    pub fn ask(&self, ask: Ask) {
        self.tell(Order::Ask(ask));
    }

    /// The draft is as its file is, at a revision.
    pub fn in_file(&self, revision: u64, digest: Digest) {
        self.tell(Order::InFile { revision, digest });
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
