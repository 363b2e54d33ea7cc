use super::{
    Kept, Order, Step, Subject, Written,
    file::{self, Job},
};
use std::{
    path::PathBuf,
    sync::mpsc::{self, Receiver, Sender},
    thread,
};

/// Keeps drafts until it is told to end, and then finishes what was asked for.
pub(super) fn work(inbox: &Receiver<Order>, own: Sender<Order>, tell: &dyn Fn(Kept)) {
    let (jobs, to_write) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || file::work(&to_write, &own));
        let mut keeper = Keeper { subject: None, tell, jobs, writing: 0, waiting: None, ending: false };
        while !keeper.is_done() {
            match inbox.recv() {
                Ok(order) => keeper.take(order),
                Err(_) => break,
            }
        }
    });
}

struct Keeper<'a> {
    subject: Option<Subject>,
    tell: &'a dyn Fn(Kept),
    jobs: Sender<Job>,
    /// How many files are being written.
    writing: usize,
    /// The save that waits until that is done; a newer one takes its place.
    waiting: Option<(u64, PathBuf)>,
    ending: bool,
}

impl Keeper<'_> {
    fn is_done(&self) -> bool {
        self.ending && self.writing == 0 && (self.waiting.is_none() || self.subject.is_none())
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Keep(subject) => {
                // What was asked for of the one before is its own, whatever comes behind it.
                self.write_waiting();
                self.subject = Some(*subject);
                self.write_if_free();
            }
            Order::Step(step) => self.follow(step),
            Order::Save { number, path } => {
                self.waiting = Some((number, path));
                self.write_if_free();
            }
            Order::Written(written) => self.written(written),
            Order::End => self.ending = true,
        }
    }

    /// Does on the copy what was done to the draft.
    fn follow(&mut self, step: Step) {
        let Some(Subject { draft, session, .. }) = &mut self.subject else { return };
        let followed = match step {
            Step::Apply(change) => {
                let (edit, intent) = *change;
                session.apply(edit, intent).map(|_| ())
            }
            Step::Undo => session.undo().map(|_| ()),
            Step::Redo => session.redo().map(|_| ()),
            Step::Saved(revision) => {
                session.saved(revision);
                Ok(())
            }
        };
        if followed.is_err() {
            (self.tell)(Kept::Lost { draft: *draft });
            self.subject = None;
        }
    }

    fn write_if_free(&mut self) {
        if self.writing == 0 {
            self.write_waiting();
        }
    }

    fn write_waiting(&mut self) {
        let Some(Subject { draft, session, path: own }) = &self.subject else { return };
        let Some((number, path)) = self.waiting.take() else { return };
        let job = Job {
            draft: *draft,
            revision: session.revision(),
            number,
            own: own.as_ref() == Some(&path),
            path,
            minutes: session.minutes().clone(),
        };
        if self.jobs.send(job).is_ok() {
            self.writing += 1;
        }
    }

    fn written(&mut self, written: Written) {
        self.writing -= 1;
        if written.result.is_ok()
            && let Some(subject) = self.subject.as_mut().filter(|subject| subject.draft == written.draft)
        {
            subject.path = Some(written.path.clone());
        }
        (self.tell)(Kept::Written(written));
        self.write_if_free();
    }
}
