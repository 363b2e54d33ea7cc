use super::{
    Kept, Order, Step, Subject, Written,
    file::{DraftJob, Files, Job},
};
use crate::app::{Following, Pace};
use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, RecvTimeoutError},
    time::{Duration, Instant},
};

/// Keeps drafts until it is told to end, and then finishes what was asked for.
pub(super) fn work(inbox: &Receiver<Order>, files: Files, pace: Pace, tell: &dyn Fn(Kept)) {
    let mut keeper = Keeper { subject: None, tell, files, pace, writing: 0, asked: None, ending: None };
    while !keeper.is_done() {
        let order = match keeper.waits() {
            Some(wait) => inbox.recv_timeout(wait),
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match order {
            Ok(order) => keeper.take(order),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        // What was asked for in one go is taken in before anything is written.
        inbox.try_iter().for_each(|order| keeper.take(order));
        keeper.write_what_is_due();
    }
    if keeper.ending != Some(Ending::Left) {
        keeper.files.finish();
    }
}

struct Keeper<'a> {
    subject: Option<Followed>,
    tell: &'a dyn Fn(Kept),
    files: Files,
    pace: Pace,
    /// How many drafts are being written.
    writing: usize,
    /// The save that was asked for and waits until that is done; a newer one takes its place.
    asked: Option<(u64, PathBuf)>,
    ending: Option<Ending>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Finished,
    Left,
}

/// The draft that is kept.
struct Followed {
    subject: Subject,
    /// The revision that its file holds.
    in_file: Option<u64>,
    /// When it was last changed.
    changed: Instant,
    /// When what the disk did not take is tried again.
    again: Option<Instant>,
}

/// What is looked after from outside: a draft that has a file.
fn following(subject: &Subject) -> Option<Following> {
    let Subject { draft, session, path, digest } = subject;
    let (path, digest) = path.clone().zip(*digest)?;
    Some(Following { draft: *draft, path, digest, writes: !session.is_sealed() })
}

impl Followed {
    fn new(subject: Subject) -> Followed {
        let in_file = subject.path.is_some() && !subject.session.is_dirty();
        let in_file = in_file.then(|| subject.session.revision());
        Followed { subject, in_file, changed: Instant::now(), again: None }
    }

    /// When its file follows by itself; none where there is nothing to be written, or not without being asked for.
    fn follows_at(&self, pause: Option<Duration>) -> Option<Instant> {
        let Subject { session, path, .. } = &self.subject;
        let behind = self.in_file != Some(session.revision());
        let by_itself = path.is_some() && behind && !session.is_sealed();
        let after_pause = self.changed + pause.filter(|_| by_itself)?;
        Some(self.again.map_or(after_pause, |again| after_pause.max(again)))
    }
}

impl Keeper<'_> {
    fn is_done(&self) -> bool {
        match self.ending {
            None => false,
            Some(Ending::Finished) => self.writing == 0 && (self.asked.is_none() || self.subject.is_none()),
            Some(Ending::Left) => true,
        }
    }

    /// How long nothing is to be done unless it is asked for.
    fn waits(&self) -> Option<Duration> {
        let at = self.subject.as_ref().filter(|_| self.writing == 0)?.follows_at(self.pace.pause)?;
        Some(at.saturating_duration_since(Instant::now()))
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Keep(subject) => {
                // What was asked for of the one before is its own, whatever comes behind it.
                self.write_asked();
                self.files.write(Job::Follow(following(&subject)));
                self.subject = Some(Followed::new(*subject));
            }
            Order::Ask(ask) => self.files.write(Job::Ask(ask)),
            Order::Leave => {
                self.write_asked();
                self.files.write(Job::Follow(None));
                self.subject = None;
            }
            Order::Step(step) => self.follow(step),
            Order::Save { number, path } => {
                self.asked = Some((number, path));
                if self.writing == 0 {
                    self.write_asked();
                }
            }
            Order::Chore(chore) => self.files.write(Job::Chore(chore)),
            Order::Written(written) => self.written(written),
            Order::End { finish } => self.ending = Some(if finish { Ending::Finished } else { Ending::Left }),
        }
    }

    /// Does on the copy what was done to the draft.
    fn follow(&mut self, step: Step) {
        let Some(followed) = &mut self.subject else { return };
        let Subject { draft, session, .. } = &mut followed.subject;
        let done = match step {
            Step::Apply(change) => {
                let (edit, intent) = *change;
                session.apply(edit, intent).map(|_| ())
            }
            Step::Undo => session.undo().map(|_| ()),
            Step::Redo => session.redo().map(|_| ()),
            Step::Saved(revision) => {
                session.saved(revision);
                return;
            }
        };
        followed.changed = Instant::now();
        if done.is_err() {
            (self.tell)(Kept::Lost { draft: *draft });
            self.subject = None;
        }
    }

    fn write_what_is_due(&mut self) {
        if self.writing > 0 {
            return;
        }
        self.write_asked();
        let Some(followed) = self.subject.as_ref().filter(|_| self.writing == 0) else { return };
        let due = followed.follows_at(self.pace.pause).is_some_and(|at| at <= Instant::now());
        if let Some(own) = followed.subject.path.clone().filter(|_| due) {
            self.write(None, own);
        }
    }

    fn write_asked(&mut self) {
        if self.subject.is_some()
            && let Some((number, path)) = self.asked.take()
        {
            self.write(Some(number), path);
        }
    }

    fn write(&mut self, number: Option<u64>, path: PathBuf) {
        let Some(Followed { subject: Subject { draft, session, path: own, .. }, .. }) = &self.subject else { return };
        self.files.write(Job::Draft(Box::new(DraftJob {
            draft: *draft,
            revision: session.revision(),
            number,
            own: own.as_ref() == Some(&path),
            path,
            minutes: session.minutes().clone(),
        })));
        self.writing += 1;
    }

    fn written(&mut self, written: Written) {
        self.writing = self.writing.saturating_sub(1);
        if let Some(followed) = self.subject.as_mut().filter(|followed| followed.subject.draft == written.draft) {
            match &written.result {
                Ok(()) => {
                    followed.subject.path = Some(written.path.clone());
                    followed.in_file = Some(written.revision);
                    followed.again = None;
                }
                Err(_) => followed.again = Some(Instant::now() + self.pace.retry),
            }
        }
        (self.tell)(Kept::Written(written));
    }
}
