use super::{
    file::{DraftJob, Files, Job},
    open::{self, Taken},
    orders::{Farewell, Found, Kept, LeftBehind, NotWritten, Opening, Order, Step, Subject, Written},
    record::{Journals, Record, State},
};
use crate::{
    app::{
        Following, Pace,
        tasks::versions::{Shelf, why_kept},
    },
    format::{
        Digest,
        journal::{self, Entry, Filed},
    },
    model,
    store::{self, Disk, DraftKey, StoreError, Why},
};
use jiff::Timestamp;
use std::{
    panic::AssertUnwindSafe,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant, SystemTime},
};

/// What the keeper works with.
pub(super) struct World<'a> {
    pub disk: Arc<dyn Disk>,
    /// The folder in which the program keeps what it knows; none where the machine has none.
    pub state: Option<PathBuf>,
    pub pace: Pace,
    pub shelf: Shelf,
    pub tell: &'a dyn Fn(Kept),
}

/// Keeps drafts until it is told to end, and then finishes what was asked for.
pub(super) fn work(inbox: &Receiver<Order>, files: Files, world: World) {
    let journals = world.state.as_deref().map(|state| Journals::new(world.disk.clone(), state));
    let mut keeper = Keeper {
        world,
        journals,
        draft: None,
        files,
        writing: 0,
        being_written: None,
        asked: None,
        ending: None,
        look_again: Vec::new(),
        left_behind: Vec::new(),
    };
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
        // What came meanwhile is written together.
        inbox.try_iter().for_each(|order| keeper.take(order));
        keeper.do_what_is_due();
    }
    if keeper.ending != Some(Ending::Left) {
        keeper.files.finish();
    }
}

struct Keeper<'a> {
    world: World<'a>,
    journals: Option<Journals>,
    draft: Option<Followed>,
    files: Files,
    /// How many drafts are being written.
    writing: usize,
    /// The revision of the draft that is being written last.
    being_written: Option<u64>,
    /// The save that was asked for and waits until that is done; a newer one takes its place.
    asked: Option<(u64, PathBuf)>,
    ending: Option<Ending>,
    /// When it is looked again for what was left behind: a program that was killed holds on to its journal until it is all gone.
    look_again: Vec<Instant>,
    /// What was found last.
    left_behind: Vec<LeftBehind>,
}

/// After how long it is looked again for what was left behind.
const LOOKS: [Duration; 3] = [Duration::from_secs(5), Duration::from_secs(2), Duration::from_millis(500)];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Finished,
    Left,
}

/// The draft that is kept.
struct Followed {
    subject: Subject,
    record: Option<Record>,
    /// The file that holds the session's saved revision.
    file: Option<Filed>,
    /// The revision that the file holds, and what is in it. The session may not know of it yet.
    in_file: Option<(u64, Option<Filed>)>,
    /// How far the record of the meeting had come in the file.
    state: model::State,
    /// Whether it follows by itself: what came back is written once the clerk goes on.
    held: bool,
    /// When it was last changed.
    changed: Instant,
    /// When what the disk did not take is tried again.
    again: Option<Instant>,
    /// Whether the journal took what was written last; none before anything was.
    journal: Option<bool>,
}

/// The file that is looked after from outside; none where the draft has none.
fn following(subject: &Subject) -> Option<Following> {
    let Subject { draft, session, path, digest, .. } = subject;
    Some(Following { draft: *draft, path: path.clone()?, digest: *digest, writes: !session.is_sealed() })
}

impl Followed {
    fn new(taken: Taken) -> Followed {
        let Taken { subject, record, file, back, .. } = taken;
        let clean = subject.path.is_some() && !subject.session.is_dirty();
        Followed {
            in_file: clean.then(|| (subject.session.revision(), file.clone())),
            state: subject.session.minutes().record.state(),
            subject,
            record,
            file,
            held: back.is_some(),
            changed: Instant::now(),
            again: None,
            journal: None,
        }
    }

    /// When its file follows by itself; none where there is nothing to be written, or not without being asked for.
    fn follows_at(&self, pause: Option<Duration>) -> Option<Instant> {
        let Subject { session, path, .. } = &self.subject;
        let behind = self.in_file.as_ref().is_none_or(|(revision, _)| *revision != session.revision());
        let by_itself = path.is_some() && behind && !self.held && !session.is_sealed();
        let after_pause = self.changed + pause.filter(|_| by_itself)?;
        Some(self.again.map_or(after_pause, |again| after_pause.max(again)))
    }

    fn touched(&mut self) {
        (self.changed, self.held) = (Instant::now(), false);
    }

    /// Has the journal do something, with the draft as it is.
    fn with_record<T>(&mut self, act: impl FnOnce(&mut Record, &State) -> T) -> Option<T> {
        let Followed { subject, record, file, .. } = self;
        let state = State { session: &subject.session, file: file.as_ref(), here: subject.here };
        record.as_mut().map(|record| act(record, &state))
    }
}

impl Keeper<'_> {
    fn is_done(&self) -> bool {
        match self.ending {
            None => false,
            Some(Ending::Finished) => self.writing == 0 && (self.asked.is_none() || self.draft.is_none()),
            Some(Ending::Left) => true,
        }
    }

    /// How long nothing is to be done unless it is asked for.
    fn waits(&self) -> Option<Duration> {
        let draft = self.draft.as_ref();
        let file = draft.and_then(|draft| draft.follows_at(self.world.pace.pause)).filter(|_| self.writing == 0);
        let journal = draft.and_then(|draft| draft.record.as_ref()?.due());
        let at = file.into_iter().chain(journal).chain(self.look_again.last().copied()).min()?;
        Some(at.saturating_duration_since(Instant::now()))
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Keep(subject) => self.keep(*subject),
            Order::Open(opening) => self.open(*opening),
            Order::TakeUp { draft, key } => self.take_up(draft, &key),
            Order::Step(step) => self.follow(step),
            Order::Here(here) => {
                if let Some(draft) = &mut self.draft {
                    draft.subject.here = here;
                }
            }
            Order::Save { number, path } => {
                self.asked = Some((number, path));
                if self.writing == 0 {
                    self.write_asked();
                }
            }
            Order::Leave(farewell) => {
                self.leave(farewell);
                self.files.write(Job::Follow(None));
            }
            Order::Ask(ask) => self.files.write(Job::Ask(ask)),
            Order::InFile { revision, digest } => self.in_file(revision, digest),
            Order::LookBack { now } => self.look_back(now),
            Order::Forget(key) => self.forget(&key),
            Order::Chore(chore) => self.files.write(Job::Chore(chore)),
            Order::Written(written) => self.written(written),
            Order::End { finish } => {
                self.leave_unless_told();
                self.ending = Some(if finish { Ending::Finished } else { Ending::Left });
            }
        }
    }

    fn keep(&mut self, subject: Subject) {
        let mut before = self.draft.take_if(|draft| draft.subject.draft == subject.draft);
        let record = before.as_mut().and_then(|draft| draft.record.take()).map(|mut record| {
            record.begin_anew();
            record
        });
        if before.is_none() {
            self.leave_unless_told();
        }
        let record = record.or_else(|| Some(Record::new(self.journals.clone()?, subject.path.as_deref())));
        let known = subject.path.clone().zip(subject.digest).map(|(path, digest)| Filed { path, digest });
        let file = before.and_then(|draft| draft.file).or(known);
        self.files.write(Job::Follow(following(&subject)));
        self.draft = Some(Followed::new(Taken {
            subject,
            record,
            file,
            back: None,
            instead: None,
            here: None,
            left_behind: false,
        }));
    }

    /// Opening the very draft that is being left waits for its journal; another one does not.
    fn open(&mut self, opening: Opening) {
        self.leave_unless_told();
        let taken = open::open(self.journals.as_ref(), opening);
        self.opened(taken);
    }

    fn take_up(&mut self, draft: u64, key: &DraftKey) {
        self.leave_unless_told();
        let taken = self.journals.as_ref().map_or(Ok(None), |journals| open::take_up(journals, draft, key));
        match taken {
            Ok(Some(taken)) => self.opened(taken),
            Ok(None) => (self.world.tell)(Kept::NotTakenUp { draft, error: None }),
            Err(error) => (self.world.tell)(Kept::NotTakenUp { draft, error: Some(error) }),
        }
    }

    fn opened(&mut self, taken: Taken) {
        self.keep_both(&taken);
        (self.world.tell)(Kept::Opened(Box::new(taken.opened())));
        if let Some(folder) = taken.subject.path.as_deref().and_then(Path::parent) {
            store::sweep(&*self.world.disk, folder);
        }
        self.files.write(Job::Follow(following(&taken.subject)));
        let left_behind = taken.left_behind;
        let draft = self.draft.insert(Followed::new(taken));
        if left_behind {
            let pace = self.world.pace;
            let begun = draft.with_record(|record, state| record.write(state, pace));
            if let (Some(record), Some(path), Some(Ok(()))) = (&mut draft.record, &draft.subject.path, &begun) {
                record.belongs_to(path);
            }
            self.say_of_journal(begun);
        }
    }

    /// Of a draft that came back, keeps what its file holds and what was brought back as versions, so that neither is lost
    /// whatever the clerk does and one can be held beside the other.
    fn keep_both(&self, taken: &Taken) {
        let (Some(back), Some(path)) = (&taken.back, &taken.subject.path) else { return };
        if let Some(instead) = &taken.instead {
            let why = if back.found == Found::Changed { Why::ChangedOutside } else { Why::Automatic };
            self.world.shelf.keep(path, Arc::new(instead.clone()), why);
        }
        self.world.shelf.keep(path, Arc::new(taken.subject.session.minutes().clone()), Why::Recovered);
    }

    /// What somebody else wrote to the file is what the draft says now.
    fn in_file(&mut self, revision: u64, digest: Digest) {
        let Some(draft) = &mut self.draft else { return };
        let Some(path) = draft.subject.path.clone() else { return };
        draft.in_file = Some((revision, Some(Filed { path, digest })));
        draft.subject.digest = Some(digest);
        self.files.write(Job::Know { draft: draft.subject.draft, digest });
    }

    /// Does on the copy what was done to the draft.
    fn follow(&mut self, step: Step) {
        let Some(draft) = &mut self.draft else { return };
        let session = &mut draft.subject.session;
        let entry = match step {
            Step::Apply(change) => {
                let (edit, intent) = *change;
                session.apply(edit.clone(), intent.clone()).map(|_| Entry::Change { edit, intent })
            }
            Step::Undo => session.undo().map(|_| Entry::Undo { to: session.revision() }),
            Step::Redo => session.redo().map(|_| Entry::Redo { to: session.revision() }),
            Step::Saved(revision) => {
                session.saved(revision);
                if let Some((_, file)) = draft.in_file.as_ref().filter(|(written, _)| *written == revision) {
                    draft.file = file.clone();
                }
                Ok(Entry::Saved { revision })
            }
        };
        let Ok(entry) = entry else {
            (self.world.tell)(Kept::Lost { draft: draft.subject.draft });
            return;
        };
        if !matches!(entry, Entry::Saved { .. }) {
            draft.touched();
        }
        if let Some(record) = &mut draft.record {
            record.note(entry);
        }
    }

    fn do_what_is_due(&mut self) {
        let pace = self.world.pace;
        let now = Instant::now();
        let is_due = |at: Option<Instant>| at.is_some_and(|at| at <= now);
        if is_due(self.look_again.last().copied()) {
            self.look_again.pop();
            self.say_what_was_left(false);
        }
        if let Some(draft) = &mut self.draft
            && is_due(draft.record.as_ref().and_then(Record::due))
        {
            let written = draft.with_record(|record, state| record.write(state, pace));
            self.say_of_journal(written);
        }
        if self.writing > 0 {
            return;
        }
        self.write_asked();
        let own = self.draft.as_ref().filter(|draft| is_due(draft.follows_at(pace.pause)));
        if let Some(own) = own.and_then(|draft| draft.subject.path.clone()).filter(|_| self.writing == 0) {
            self.write(None, own);
        }
    }

    /// Says how the journal does, where that is not known yet.
    fn say_of_journal(&mut self, written: Option<Result<(), StoreError>>) {
        let (Some(draft), Some(state)) = (&mut self.draft, written) else { return };
        if draft.journal.replace(state.is_ok()) != Some(state.is_ok()) {
            (self.world.tell)(Kept::Journal { draft: draft.subject.draft, state });
        }
    }

    fn write_asked(&mut self) {
        if self.draft.is_some()
            && let Some((number, path)) = self.asked.take()
        {
            self.write(Some(number), path);
        }
    }

    fn write(&mut self, number: Option<u64>, path: PathBuf) {
        let pace = self.world.pace;
        let Some(draft) = &mut self.draft else { return };
        let Subject { draft: serial, session, path: own, .. } = &draft.subject;
        let (serial, revision, own) = (*serial, session.revision(), own.as_ref() == Some(&path));
        let minutes = session.minutes();
        let text = std::panic::catch_unwind(AssertUnwindSafe(|| store::draft_bytes(&path, minutes)));
        let text = match text {
            Ok(text) => text.map_err(NotWritten::Store),
            Err(_) => Err(NotWritten::Fault),
        };
        let text = match text {
            Ok(text) => text,
            Err(error) => {
                self.writing += 1;
                return self.written(Written {
                    draft: serial,
                    revision,
                    number,
                    path,
                    digest: None,
                    result: Err(error),
                });
            }
        };
        let digest = Digest::of(text.as_bytes());
        let why = why_kept(number.is_some(), draft.state, minutes.record.state());
        let file = Filed { path: path.clone(), digest };
        let noted = draft.with_record(|record, state| record.writing(revision, file, state, pace));
        self.say_of_journal(noted);
        let job = DraftJob { draft: serial, revision, number, path, own, text, digest, why };
        self.files.write(Job::Draft(Box::new(job)));
        self.being_written = Some(revision);
        self.writing += 1;
    }

    fn written(&mut self, written: Written) {
        self.writing = self.writing.saturating_sub(1);
        let pace = self.world.pace;
        let mut moved = None;
        if let Some(draft) = self.draft.as_mut().filter(|draft| draft.subject.draft == written.draft) {
            match &written.result {
                Ok(()) => {
                    let file = written.digest.map(|digest| Filed { path: written.path.clone(), digest });
                    draft.in_file = Some((written.revision, file.clone()));
                    draft.state = draft.subject.session.minutes().record.state();
                    draft.again = None;
                    if draft.subject.path.as_ref() != Some(&written.path) {
                        draft.subject.path = Some(written.path.clone());
                        let written = file.map(|file| journal::Written { revision: written.revision, file });
                        moved = written.and_then(|written| {
                            draft.with_record(|record, state| record.move_to(written, state, pace))
                        });
                    }
                }
                Err(_) => draft.again = Some(Instant::now() + pace.retry),
            }
        }
        (self.world.tell)(Kept::Written(written));
        self.say_of_journal(moved.filter(Result::is_err));
    }

    /// Lets the draft go as it was asked for.
    fn leave(&mut self, farewell: Farewell) {
        // What was asked for of it is its own, whatever comes behind it.
        self.write_asked();
        if farewell == Farewell::Closed {
            self.write_over_what_is_late();
        }
        let Some(mut draft) = self.draft.take() else { return };
        let Some(record) = draft.record.take() else { return };
        let pace = self.world.pace;
        let Subject { session, here, path, draft: serial, .. } = &draft.subject;
        let state = State { session, file: draft.file.as_ref(), here: *here };
        let left = match farewell {
            Farewell::Closed if path.is_some() => record.close(&state, pace),
            Farewell::Closed | Farewell::Discarded => {
                record.discard();
                Ok(())
            }
            Farewell::Kept => record.leave_behind(&state, pace),
        };
        if farewell == Farewell::Kept {
            if left.is_err() {
                (self.world.tell)(Kept::Journal { draft: *serial, state: left });
            }
            self.say_what_was_left(true);
        }
    }

    /// What is being written may be a state that was taken back meanwhile: then the file is brought back as well.
    fn write_over_what_is_late(&mut self) {
        let Some(Followed { subject, .. }) = self.draft.as_ref().filter(|_| self.writing > 0) else { return };
        if let Some(own) = subject.path.clone().filter(|_| self.being_written != Some(subject.session.revision())) {
            self.write(None, own);
        }
    }

    /// The draft goes without a word: what its file does not hold is kept for the next time.
    fn leave_unless_told(&mut self) {
        if let Some(draft) = &self.draft {
            let lost = draft.subject.session.is_dirty() && draft.record.as_ref().is_some_and(Record::is_wanted);
            self.leave(if lost { Farewell::Kept } else { Farewell::Closed });
        }
    }

    fn look_back(&mut self, now: Timestamp) {
        let Some(journals) = &self.journals else { return };
        self.look_again = LOOKS.iter().map(|after| Instant::now() + *after).collect();
        if let Some(state) = &self.world.state {
            store::sweep(&*journals.disk, state);
            store::Versions::sweep(&*journals.disk, state);
        }
        store::sweep(&*journals.disk, &journals.path);
        if let Ok(now) = SystemTime::try_from(now) {
            journals.folder.prune(now);
        }
        self.say_what_was_left(true);
    }

    fn forget(&mut self, key: &DraftKey) {
        let Some(journals) = &self.journals else { return };
        // What cannot be taken away now comes back the next time.
        let _ = journals.folder.discard(key);
        self.say_what_was_left(true);
    }

    /// Says what was left behind, where that is not known yet or was asked for.
    fn say_what_was_left(&mut self, asked: bool) {
        let Some(journals) = &self.journals else { return };
        let left = open::look_back(journals);
        if asked || left != self.left_behind {
            self.left_behind.clone_from(&left);
            (self.world.tell)(Kept::LeftBehind(left));
        }
    }
}
