use crate::{
    app::{Pace, Spot},
    edit::Session,
    format::journal::{Beginning, Entry, Filed, Written},
    store::{Cause, Claim, Disk, DraftKey, Journal, JournalFolder, StoreError},
};
use std::{
    hash::{BuildHasher, RandomState},
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

/// How long changes gather before they are written together.
const GATHERING: Duration = Duration::from_millis(200);

/// The most changes that wait for a disk that does not take them; beyond it the draft is written whole.
const MOST: usize = 10_000;

/// The folder of the journals on its disk.
#[derive(Clone)]
pub(super) struct Journals {
    pub disk: Arc<dyn Disk>,
    pub path: PathBuf,
    pub folder: JournalFolder,
}

impl Journals {
    pub fn new(disk: Arc<dyn Disk>, state: &Path) -> Journals {
        let path = state.join("journals");
        Journals { folder: JournalFolder::new(disk.clone(), path.clone()), disk, path }
    }

    /// Whether the journal of a draft is no longer where it was written.
    fn is_gone(&self, key: &DraftKey) -> bool {
        let about = self.disk.about(&self.path.join(format!("{key}.journal")));
        about.is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
    }
}

/// What the journal of one draft is told. It is begun with the first change.
pub(super) struct Record {
    journals: Journals,
    pub key: DraftKey,
    journal: Option<Journal<Spot>>,
    /// What keeps others from the journal with which the draft came back, until it is gone on with.
    claim: Option<Claim>,
    /// What is not on the disk yet, the oldest first.
    entries: Vec<Entry<Spot>>,
    /// Since when there is something.
    since: Option<Instant>,
    /// When what the disk did not take is tried again.
    again: Option<Instant>,
    /// Where what is noted leads the clerk; none where that is not known.
    said: Option<Spot>,
    /// Whether the journal does not lead to the session any more and is to be written anew.
    anew: bool,
}

/// What a journal is begun with: the session, its file and where the clerk is.
pub(super) struct State<'a> {
    pub session: &'a Session<Spot>,
    /// The file that holds the session's saved revision.
    pub file: Option<&'a Filed>,
    pub here: Spot,
}

impl State<'_> {
    fn beginning(&self) -> Beginning<Spot> {
        Beginning { session: self.session.snapshot(), file: self.file.cloned(), here: self.here }
    }
}

impl Record {
    /// Of a draft that has this file, or none yet.
    pub fn new(journals: Journals, path: Option<&Path>) -> Record {
        let key = path.map_or_else(|| DraftKey::untitled(by_chance()), DraftKey::of_draft);
        Record {
            journals,
            key,
            journal: None,
            claim: None,
            entries: Vec::new(),
            since: None,
            again: None,
            said: None,
            anew: false,
        }
    }

    /// Of a draft that came back.
    pub fn claimed(journals: Journals, claim: Claim) -> Record {
        let key = claim.key().clone();
        Record { key, claim: Some(claim), ..Record::new(journals, None) }
    }

    /// Takes note of what happened.
    pub fn note(&mut self, entry: Entry<Spot>) {
        match &entry {
            Entry::Change { intent, .. } => self.said = Some(intent.after),
            Entry::Undo { .. } | Entry::Redo { .. } => self.said = None,
            // It is begun with the first change, and holds then what was before.
            Entry::Here(_) | Entry::Saved { .. } | Entry::Writing(_) | Entry::Closed if !self.is_wanted() => return,
            Entry::Here(_) | Entry::Saved { .. } | Entry::Writing(_) | Entry::Closed => {}
        }
        if matches!(entry, Entry::Change { .. } | Entry::Undo { .. } | Entry::Redo { .. }) {
            self.since.get_or_insert_with(Instant::now);
        }
        self.entries.push(entry);
        if self.anew || self.entries.len() > MOST {
            self.begin_anew();
        }
    }

    /// The journal no longer leads to the session.
    pub fn begin_anew(&mut self) {
        self.anew = true;
        self.entries.retain(|entry| matches!(entry, Entry::Writing(_)));
        self.since.get_or_insert_with(Instant::now);
    }

    /// Whether it is begun, or is to be: something was changed.
    pub fn is_wanted(&self) -> bool {
        self.journal.is_some() || self.since.is_some()
    }

    /// When there is something to be written; none where there is not.
    pub fn due(&self) -> Option<Instant> {
        let due = self.since? + GATHERING;
        Some(self.again.map_or(due, |again| due.max(again)))
    }

    /// Writes what is not on the disk yet. It stays to be written where that fails.
    ///
    /// # Errors
    /// Why it failed.
    pub fn write(&mut self, state: &State, pace: Pace) -> Result<(), StoreError> {
        if self.said.replace(state.here) != Some(state.here) {
            self.entries.push(Entry::Here(state.here));
        }
        let written = self.bring(state);
        match &written {
            Ok(()) => {
                self.entries.clear();
                (self.since, self.again, self.anew) = (None, None, false);
            }
            Err(_) => self.again = Some(Instant::now() + pace.retry),
        }
        written
    }

    fn bring(&mut self, state: &State) -> Result<(), StoreError> {
        let folder = &self.journals.folder;
        let is_new = self.journal.is_none() && self.claim.is_none();
        if is_new && folder.left_behind().contains(&self.key) {
            // What was left behind under this name is not written over: it can still be brought back.
            self.key = DraftKey::untitled(by_chance());
        }
        let journal = match (&mut self.journal, &self.claim) {
            (Some(journal), _) => {
                let whole = self.anew || journal.wants_folding() || self.journals.is_gone(&self.key);
                if !whole {
                    match journal.append(&self.entries) {
                        Ok(()) => return Ok(()),
                        Err(error) if !journal.is_doubtful() => return Err(error),
                        // What the disk did not confirm counts for nothing: all of it is written anew.
                        Err(_) => {}
                    }
                }
                self.anew = true;
                journal.fold(&state.beginning())?;
                journal
            }
            (none, None) => none.insert(folder.begin(&self.key, &state.beginning())?),
            (none, Some(claim)) => {
                let journal = folder.go_on(claim, &state.beginning())?;
                self.claim = None;
                none.insert(journal)
            }
        };
        // What it was begun with holds the rest.
        self.entries.retain(|entry| matches!(entry, Entry::Writing(_)));
        self.anew = false;
        journal.append(&self.entries)
    }

    /// Notes that the draft's file is about to be put in its place, so that it is known again after whatever happens then.
    pub fn writing(&mut self, revision: u64, file: Filed, state: &State, pace: Pace) -> Result<(), StoreError> {
        if !self.is_wanted() {
            return Ok(());
        }
        self.note(Entry::Writing(Written { revision, file }));
        self.write(state, pace)
    }

    /// The draft has another file now, which holds one of its revisions, and its journal another name. Where that cannot be
    /// had, it goes on under the old one.
    ///
    /// # Errors
    /// Where what is noted cannot be written.
    pub fn move_to(&mut self, written: Written, state: &State, pace: Pace) -> Result<(), StoreError> {
        let key = DraftKey::of_draft(&written.file.path);
        if key == self.key {
            return Ok(());
        }
        if self.is_wanted() || self.claim.is_some() {
            self.entries.push(Entry::Writing(written));
            self.write(state, pace)?;
        }
        self.rename(key);
        Ok(())
    }

    /// Bears the name of its draft's file, as where the program ended between writing that file and giving the journal its name.
    pub fn belongs_to(&mut self, path: &Path) {
        let key = DraftKey::of_draft(path);
        if key != self.key {
            self.rename(key);
        }
    }

    fn rename(&mut self, key: DraftKey) {
        let renamed = self.journal.as_mut().map_or(Ok(()), |journal| self.journals.folder.rename(journal, &key));
        if matches!(renamed, Ok(()) | Err(StoreError { cause: Cause::Unconfirmed(_), .. })) {
            self.key = key;
        }
    }

    /// Ends it with a draft whose file holds all of it. The history is there again when the file is opened next.
    pub fn close(mut self, state: &State, pace: Pace) -> Result<(), StoreError> {
        if !self.is_wanted() {
            return Ok(());
        }
        self.write(state, pace)?;
        self.journal.map_or(Ok(()), Journal::close)
    }

    /// Ends it so that the draft comes back the next time.
    pub fn leave_behind(mut self, state: &State, pace: Pace) -> Result<(), StoreError> {
        self.write(state, pace)
    }

    /// Ends it with a draft that nobody wants.
    pub fn discard(self) {
        let Record { journals, key, journal, claim, .. } = self;
        let begun = journal.is_some() || claim.is_some();
        drop((journal, claim));
        if begun {
            // What cannot be taken away now comes back the next time and can be thrown away then.
            let _ = journals.folder.discard(&key);
        }
    }
}

/// A number that no other draft has.
fn by_chance() -> u64 {
    RandomState::new().hash_one(Instant::now())
}
