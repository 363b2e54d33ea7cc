use super::disk::{Disk, DiskFile};
use super::error::{Cause, StoreError};
use super::key::DraftKey;
use super::write::sweep;
use crate::format::journal::{Beginning, Entry, Writer, Written};
use serde::{Serialize, de::DeserializeOwned};
use std::io;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How much room is kept ahead of what is written, in bytes: some hours of typing, so that a disk that is full stops
/// nobody from finishing a sentence.
const AHEAD: u64 = 1 << 20;

/// The most bytes of a journal.
pub(super) const LIMIT: u64 = 512 << 20;

/// Beyond how many bytes of entries, how many entries, and how many bytes of what these say in full a journal is better written anew.
const LONG: (u64, usize, usize) = (4 << 20, 20_000, 64 << 20);

/// The files that are remembered to hold a revision of the session.
const WRITTEN: usize = 16;

/// The journal of one open draft: a file to which each change is added as it is made. While it is open, its file is locked, and the lock
/// is gone with the process.
///
/// `C` is where the clerk is in the window.
pub struct Journal<C> {
    disk: Arc<dyn Disk>,
    key: DraftKey,
    path: PathBuf,
    file: Box<dyn DiskFile>,
    writer: Writer,
    generation: u64,
    /// The last files that were written, the latest last.
    written: Vec<Written>,
    /// The bytes that are in use.
    length: u64,
    /// The bytes that the disk has promised.
    reserved: u64,
    /// What it had when it was begun: bytes, and bytes in full.
    begun: (u64, usize),
    /// How many entries were added since.
    entries: usize,
    /// Whether the disk failed to confirm what was written: nothing that is added to this file counts any more.
    doubtful: bool,
    /// Whether its name is on the disk.
    named: bool,
    places: PhantomData<fn(C)>,
}

impl<C: Serialize + DeserializeOwned + Clone + PartialEq> Journal<C> {
    /// Writes a new journal beside the old one and puts it in its place. Until [`Journal::confirm`] the old one may come back.
    pub(super) fn create(
        disk: Arc<dyn Disk>,
        key: &DraftKey,
        path: &Path,
        generation: u64,
        beginning: &Beginning<C>,
        mut written: Vec<Written>,
    ) -> Result<Journal<C>, StoreError> {
        let fault = |fault| StoreError::new(path, Cause::Journal(fault));
        let system = |error| StoreError::system(path, error);
        let revision = beginning.session.saved_revision;
        if let Some(file) = beginning.file.clone().map(|file| Written { revision, file })
            && written.last() != Some(&file)
        {
            remember(&mut written, file);
        }
        let (writer, bytes) = Writer::begin(generation, beginning, written.clone()).map_err(fault)?;
        let folder = path.parent().unwrap_or(Path::new("."));
        disk.create_folders(folder).map_err(|error| StoreError::system(folder, error))?;
        let beside = folder.join(format!(".minutebook-{key}.tmp"));
        let file = create(&*disk, folder, &beside).map_err(system)?;
        let length = bytes.len() as u64;
        let begun = (length, writer.unfolded());
        let mut journal = Journal {
            disk,
            key: key.clone(),
            path: path.to_path_buf(),
            file,
            writer,
            generation,
            written,
            length,
            reserved: 0,
            begun,
            entries: 0,
            doubtful: false,
            named: false,
            places: PhantomData,
        };
        match journal.place(&beside, &bytes) {
            Ok(()) => Ok(journal),
            Err(error) => {
                // Where it cannot be taken away, the next sweep does.
                let _ = journal.disk.remove(&beside);
                Err(system(error))
            }
        }
    }

    fn place(&mut self, beside: &Path, bytes: &[u8]) -> io::Result<()> {
        // Where a file system knows no locks, nothing keeps two programs apart, and that is no reason to keep no journal.
        if !self.file.try_lock().unwrap_or(true) {
            return Err(io::ErrorKind::ResourceBusy.into());
        }
        self.reserve(self.length + AHEAD)?;
        self.file.write_all_at(0, bytes)?;
        self.file.sync()?;
        self.disk.rename(beside, &self.path)
    }

    /// Brings its name to the disk, where that was not done yet.
    pub(super) fn confirm(&mut self) -> Result<(), StoreError> {
        if !self.named {
            let folder = self.path.parent().unwrap_or(Path::new("."));
            let unconfirmed = |error| StoreError::new(&self.path, Cause::Unconfirmed(error));
            self.disk.sync_folder(folder).map_err(unconfirmed)?;
            self.named = true;
        }
        Ok(())
    }

    /// Adds what happened, and brings it to the disk. Where that fails, none of it counts; it can be tried again with the same and more, unless
    /// [`Journal::wants_folding`] says that the file is no longer to be trusted.
    ///
    /// # Errors
    /// Where it could not be written. What was added before is as it was.
    pub fn append(&mut self, entries: &[Entry<C>]) -> Result<(), StoreError> {
        if entries.is_empty() {
            return Ok(());
        }
        if self.doubtful {
            let error = io::Error::other("the disk did not confirm what was written before");
            return Err(StoreError::system(&self.path, error));
        }
        self.confirm()?;
        let mut writer = self.writer.clone();
        let mut bytes = writer.append(entries).map_err(|fault| StoreError::new(&self.path, Cause::Journal(fault)))?;
        let length = self.length + bytes.len() as u64;
        if length > LIMIT {
            return Err(StoreError::new(&self.path, Cause::TooLarge { limit: LIMIT }));
        }
        bytes.extend(Writer::END);
        self.write(&bytes).map_err(|error| StoreError::system(&self.path, error))?;
        self.writer = writer;
        self.length = length;
        self.entries += entries.len();
        for entry in entries {
            if let Entry::Writing(file) = entry {
                remember(&mut self.written, file.clone());
            }
        }
        if self.room() < AHEAD / 2 {
            // There is room for now; the next time asks again.
            let _ = self.reserve(self.length + AHEAD);
        }
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let until = self.length + bytes.len() as u64;
        if until > self.reserved && self.reserve(until + AHEAD).is_err() {
            self.reserve(until)?;
        }
        self.file.write_all_at(self.length, bytes)?;
        self.file.sync().inspect_err(|_| self.doubtful = true)
    }

    fn reserve(&mut self, until: u64) -> io::Result<()> {
        self.file.allocate(until)?;
        self.reserved = self.reserved.max(until);
        Ok(())
    }

    /// Writes the journal anew with the session as it is, so that it is short again. What is not yet added is then in it too.
    ///
    /// # Errors
    /// Where it could not be written. The journal is then as it was; with [`Cause::Unconfirmed`] it is written anew, a loss of power
    /// can bring the old one back, whole, and nothing can be added until it is folded again.
    pub fn fold(&mut self, beginning: &Beginning<C>) -> Result<(), StoreError> {
        let written = self.written.clone();
        let disk = Arc::clone(&self.disk);
        // The old file stays open, and so locked, until the new one has its name.
        *self = Journal::create(disk, &self.key, &self.path, self.generation + 1, beginning, written)?;
        // What was not yet added is in it. Were the same added once more, because it is told that this failed, it would count twice.
        self.confirm().inspect_err(|_| self.doubtful = true)
    }

    /// Gives it the name of another key. At every moment it is there under one of the two names, whole.
    pub(super) fn rename(&mut self, key: &DraftKey, path: &Path) -> Result<(), StoreError> {
        self.disk.rename(&self.path, path).map_err(|error| StoreError::system(&self.path, error))?;
        (self.key, self.path) = (key.clone(), path.to_path_buf());
        self.named = false;
        self.confirm()
    }

    /// Whether it is better written anew: it became long, or the disk did not confirm what was written, so that nothing can
    /// be added any more.
    pub fn wants_folding(&self) -> bool {
        let (bytes, entries, unfolded) = LONG;
        let (begun, begun_unfolded) = self.begun;
        self.doubtful
            || self.entries > entries
            || self.length - begun > bytes.max(begun / 2)
            || self.writer.unfolded() - begun_unfolded > unfolded
    }

    /// Whether the disk did not confirm what was added last: nothing can be added until the journal was folded.
    pub fn is_doubtful(&self) -> bool {
        self.doubtful
    }

    /// How many bytes can still be added though the disk be full.
    pub fn room(&self) -> u64 {
        self.reserved.saturating_sub(self.length + Writer::END.len() as u64)
    }

    /// How many bytes are in use.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Of which draft it is.
    pub fn key(&self) -> &DraftKey {
        &self.key
    }

    /// Notes that the draft was closed, and keeps the journal: with it, the history and the caret come back when the same file is opened again.
    ///
    /// # Errors
    /// Where that could not be written. The draft then counts as left behind.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.append(&[Entry::Closed])?;
        let system = |error| StoreError::system(&self.path, error);
        self.file.truncate(self.length).map_err(system)?;
        self.file.sync().map_err(system)
    }

    /// Takes the journal away, with all that is in it.
    ///
    /// # Errors
    /// Where it could not be taken away.
    pub fn discard(self) -> Result<(), StoreError> {
        let system = |error| StoreError::system(&self.path, error);
        self.disk.remove(&self.path).map_err(system)?;
        self.disk.sync_folder(self.path.parent().unwrap_or(Path::new("."))).map_err(system)
    }
}

fn remember(written: &mut Vec<Written>, file: Written) {
    if written.len() >= WRITTEN {
        written.remove(0);
    }
    written.push(file);
}

/// Makes the file beside the journal. One that another process left half-made goes first.
fn create(disk: &dyn Disk, folder: &Path, beside: &Path) -> io::Result<Box<dyn DiskFile>> {
    match disk.create(beside, None) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            sweep(disk, folder);
            disk.create(beside, None)
        }
        other => other,
    }
}
