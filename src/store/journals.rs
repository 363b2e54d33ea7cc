use super::disk::{Disk, DiskFile, Kind};
use super::error::{Cause, StoreError};
use super::journal::{Journal, LIMIT};
use super::key::DraftKey;
use super::write::write_file_on;
use crate::format::Digest;
use crate::format::journal::{
    Beginning, CLOSED_TAIL, Ending, HEAD, Head, JournalFault, Replayed, Settled, Written, is_closed, replay,
};
use serde::{Serialize, de::DeserializeOwned};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

const ENDING: &str = ".journal";

/// What stands behind the name of one that could not be read, or not whole.
const ASIDE: &str = ".journal-aside";

/// How long the journal of a closed draft is kept, and what was put aside: what is older than this helps nobody to undo anything.
const KEPT_FOR: Duration = Duration::from_secs(60 * 24 * 60 * 60);

/// How many journals of closed drafts are kept.
const KEPT: usize = 40;

/// The folder of the journals: one for each draft that is open, and those of the drafts that were closed last.
#[derive(Clone)]
pub struct JournalFolder {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
}

/// A draft that came back from its journal.
pub struct Recovered<C> {
    /// Session, place of the clerk, files that were written, and how the journal ended.
    pub replayed: Replayed<C>,
    /// When the journal was last written to, by the clock of then.
    pub written_at: Option<SystemTime>,
    /// The journal, which nobody else can take up meanwhile.
    pub claim: Claim,
}

/// A journal that was read and is kept from others until it is gone on with or dropped.
pub struct Claim {
    key: DraftKey,
    generation: u64,
    written: Vec<Written>,
    _locked: Box<dyn DiskFile>,
}

impl Claim {
    /// Of which draft it is.
    pub fn key(&self) -> &DraftKey {
        &self.key
    }
}

impl<C: Clone + PartialEq> Recovered<C> {
    /// The file to which the draft was saved last, or from which it was opened; none where it never had one.
    pub fn path(&self) -> Option<&Path> {
        self.replayed.written.last().map(|written| written.file.path.as_path())
    }

    /// Tells the session what its file holds now, and says what that is to it.
    pub fn settle(&mut self, found: Option<Digest>) -> Settled {
        self.replayed.settle(found)
    }

    /// Whether the draft was closed and its file is as it was left: then the session is that file with its history. Otherwise a closed
    /// draft is opened from its file alone.
    pub fn is_file_with_history(&mut self, found: Option<Digest>) -> bool {
        let whole = self.replayed.ending == Ending::Whole && self.replayed.taken_back == 0;
        self.settle(found) == Settled::Known && whole && self.replayed.closed && !self.replayed.session.is_dirty()
    }
}

impl JournalFolder {
    /// The folder on a disk: `journals` in the program's state folder. It is made when it is needed.
    pub fn new(disk: Arc<dyn Disk>, folder: impl Into<PathBuf>) -> JournalFolder {
        JournalFolder { disk, folder: folder.into() }
    }

    /// Begins the journal of a draft that was opened or begun. An older one of the same draft is gone then; whoever wants it calls
    /// [`JournalFolder::recover`] before.
    ///
    /// # Errors
    /// [`Cause::InUse`] where another process has the draft open, or a [`Claim`] on its journal is held; otherwise where it cannot be written.
    pub fn begin<C>(&self, key: &DraftKey, beginning: &Beginning<C>) -> Result<Journal<C>, StoreError>
    where
        C: Serialize + DeserializeOwned + Clone + PartialEq,
    {
        let path = self.path(key);
        let old = self.claim(key)?;
        let generation = match &old {
            Some(Locked { head: Some(head), .. }) if head.readable() => head.generation + 1,
            // What this program cannot read is of use to another.
            Some(_) => self.put_aside(key).map(|()| 0)?,
            None => 0,
        };
        let mut journal = Journal::create(Arc::clone(&self.disk), key, &path, generation, beginning, Vec::new())?;
        journal.confirm().map(|()| journal)
    }

    /// Goes on with a draft that came back: its journal is written anew with the session as it is now.
    ///
    /// # Errors
    /// Where it cannot be written. The journal is then as it was.
    pub fn go_on<C>(&self, claim: &Claim, beginning: &Beginning<C>) -> Result<Journal<C>, StoreError>
    where
        C: Serialize + DeserializeOwned + Clone + PartialEq,
    {
        let path = self.path(&claim.key);
        let (disk, written) = (Arc::clone(&self.disk), claim.written.clone());
        let mut journal = Journal::create(disk, &claim.key, &path, claim.generation + 1, beginning, written)?;
        journal.confirm().map(|()| journal)
    }

    /// Makes a journal that of another draft, as when the draft is saved to another file. At every moment there is one journal of it and
    /// never two.
    ///
    /// # Errors
    /// [`Cause::InUse`] where the other draft is open, or was left behind; otherwise where it cannot be renamed. The journal then goes on
    /// under its old name. With [`Cause::Unconfirmed`] it has the new one, and a loss of power can bring the old one back.
    pub fn rename<C>(&self, journal: &mut Journal<C>, key: &DraftKey) -> Result<(), StoreError>
    where
        C: Serialize + DeserializeOwned + Clone + PartialEq,
    {
        let path = self.path(key);
        // It stays locked until its name is another's.
        let mut old = self.claim(key)?;
        if let Some(Locked { file, head }) = &mut old
            && !head.is_some_and(|head| closed(&mut **file, head).is_ok_and(|closed| closed))
        {
            return Err(StoreError::new(&path, Cause::InUse));
        }
        let renamed = journal.rename(key, &path);
        drop(old);
        renamed
    }

    /// Reads the journal of a draft; none where there is none. A damaged one is kept aside as it is found.
    ///
    /// # Errors
    /// [`Cause::InUse`] where another process has the draft open; otherwise where the journal cannot be read, or is of a newer program.
    pub fn recover<C>(&self, key: &DraftKey) -> Result<Option<Recovered<C>>, StoreError>
    where
        C: DeserializeOwned + Clone + PartialEq,
    {
        let path = self.path(key);
        let Some(Locked { mut file, .. }) = self.claim(key)? else { return Ok(None) };
        let system = |error| StoreError::system(&path, error);
        let written_at = self.disk.about(&path).map_err(system)?.modified;
        // Some systems let nobody read a locked file but through what locked it.
        let bytes = read_all(&mut *file).map_err(system)?;
        let bytes = bytes.ok_or_else(|| StoreError::new(&path, Cause::TooLarge { limit: LIMIT }))?;
        let mut replayed = match replay::<C>(&bytes) {
            Ok(replayed) => replayed,
            Err(fault) => {
                if !matches!(fault, JournalFault::Newer { .. }) {
                    self.put_aside(key)?;
                }
                return Err(StoreError::new(&path, Cause::Journal(fault)));
            }
        };
        if let Ending::Damaged { .. } = replayed.ending {
            // What can be read is read; the copy is for whoever can read more.
            let _ = write_file_on(&*self.disk, &self.aside(key), &bytes);
        }
        replayed.session.end_step();
        let (generation, written) = (replayed.generation, replayed.written.clone());
        let claim = Claim { key: key.clone(), generation, written, _locked: file };
        Ok(Some(Recovered { replayed, written_at, claim }))
    }

    /// The drafts that were open when their process ended, the last one first.
    pub fn left_behind(&self) -> Vec<DraftKey> {
        self.all().into_iter().filter(|found| found.state == State::LeftBehind).map(|found| found.key).collect()
    }

    /// Takes the journal of a draft away, with all that is in it.
    ///
    /// # Errors
    /// [`Cause::InUse`] where another process has the draft open; otherwise where it cannot be taken away.
    pub fn discard(&self, key: &DraftKey) -> Result<(), StoreError> {
        let path = self.path(key);
        let Some(_claimed) = self.claim(key)? else { return Ok(()) };
        self.disk.remove(&path).map_err(|error| StoreError::system(&path, error))
    }

    /// Takes away the journals of closed drafts beyond the 40 that were closed last, those that were closed more than 60 days ago, and
    /// what was put aside so long ago. Says how many files that were.
    pub fn prune(&self, now: SystemTime) -> usize {
        let old =
            |at: Option<SystemTime>| at.and_then(|at| now.duration_since(at).ok()).is_some_and(|age| age > KEPT_FOR);
        let closed = self.all().into_iter().filter(|found| found.state == State::Closed).enumerate();
        let closed = closed.filter(|(place, found)| *place >= KEPT || old(found.modified));
        let gone = closed.filter(|(_, found)| self.discard(&found.key).is_ok()).count();
        let aside =
            self.disk.list(&self.folder).unwrap_or_default().into_iter().filter(|path| named(path, ASIDE).is_some());
        let aside = aside.filter(|path| self.disk.about(path).is_ok_and(|about| old(about.modified)));
        gone + aside.filter(|path| self.disk.remove(path).is_ok()).count()
    }

    fn path(&self, key: &DraftKey) -> PathBuf {
        self.folder.join(format!("{key}{ENDING}"))
    }

    fn aside(&self, key: &DraftKey) -> PathBuf {
        self.folder.join(format!("{key}{ASIDE}"))
    }

    fn put_aside(&self, key: &DraftKey) -> Result<(), StoreError> {
        let path = self.path(key);
        self.disk.rename(&path, &self.aside(key)).map_err(|error| StoreError::system(&path, error))
    }

    /// Opens and locks a journal; none where there is none. Gives its head, where that is whole.
    fn claim(&self, key: &DraftKey) -> Result<Option<Locked>, StoreError> {
        let path = self.path(key);
        let in_use = || StoreError::new(&path, Cause::InUse);
        let mut file = match self.disk.open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(StoreError::system(&path, error)),
        };
        // Where a file system knows no locks, nothing else says that another process is there.
        if !file.try_lock().unwrap_or(true) {
            return Err(in_use());
        }
        let mut head = [0; HEAD];
        let read = read_some(&mut *file, 0, &mut head).map_err(|error| StoreError::system(&path, error))?;
        let head = Head::read(&head[..read]);
        // Between opening and locking, another process may have folded it: then this file no longer has its name.
        let named = self.disk.read(&path, HEAD as u64).map(|bytes| Head::read(&bytes));
        if named.is_ok_and(|named| named != head) { Err(in_use()) } else { Ok(Some(Locked { file, head })) }
    }

    /// All journals, the one that was written to last first.
    fn all(&self) -> Vec<Found> {
        let paths = self.disk.list(&self.folder).unwrap_or_default();
        let mut found: Vec<Found> = paths.iter().filter_map(|path| self.look(path)).collect();
        found.sort_by(|one, other| other.modified.cmp(&one.modified).then_with(|| one.key.cmp(&other.key)));
        found
    }

    fn look(&self, path: &Path) -> Option<Found> {
        let key = DraftKey::parse(named(path, ENDING)?)?;
        let about = self.disk.about(path).ok().filter(|about| about.kind == Kind::File)?;
        let state = match self.claim(&key) {
            Ok(Some(Locked { mut file, head })) => match head.map(|head| closed(&mut *file, head)) {
                Some(Ok(true)) => State::Closed,
                Some(Ok(false)) | Some(Err(_)) | None => State::LeftBehind,
            },
            Ok(None) => return None,
            Err(_) => State::Open,
        };
        Some(Found { key, modified: about.modified, state })
    }
}

/// A journal that is open and locked.
struct Locked {
    file: Box<dyn DiskFile>,
    /// What it says of itself, where that is whole.
    head: Option<Head>,
}

/// A journal in the folder.
struct Found {
    key: DraftKey,
    modified: Option<SystemTime>,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// A process has it open, or it cannot be asked about.
    Open,
    /// Its process ended without closing it.
    LeftBehind,
    Closed,
}

/// The name of a file without its ending, where it has that.
fn named<'a>(path: &'a Path, ending: &str) -> Option<&'a str> {
    path.file_name()?.to_str()?.strip_suffix(ending)
}

fn closed(file: &mut dyn DiskFile, head: Head) -> io::Result<bool> {
    let mut tail = [0; CLOSED_TAIL];
    let start = file.length()?.saturating_sub(CLOSED_TAIL as u64);
    let read = read_some(file, start, &mut tail)?;
    Ok(is_closed(head, &tail[..read]))
}

/// Reads a whole file; none where it is longer than any journal.
fn read_all(file: &mut dyn DiskFile) -> io::Result<Option<Vec<u8>>> {
    let length = file.length()?;
    if length > LIMIT {
        return Ok(None);
    }
    let mut bytes = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    let read = read_some(file, 0, &mut bytes)?;
    bytes.truncate(read);
    Ok(Some(bytes))
}

/// Reads until the buffer is full or the file ends, and says how much that was.
fn read_some(file: &mut dyn DiskFile, from: u64, into: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while read < into.len() {
        match file.read_at(from + read as u64, &mut into[read..]) {
            Ok(0) => break,
            Ok(some) => read += some,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(read)
}
