//! A disk in memory, for tests of what writes files: it can lose power at any call, fail any call, be full, and be slow.
//!
//! What was not synced is at the mercy of [`SimulatedDisk::after_power_loss`]: bytes of a file until the file is synced,
//! names in a folder until the folder is. Each change may then be there, be gone, be torn, or have left a length without its
//! bytes, whatever came before or after it. So a file that is renamed before it was synced can be empty, and a folder that was
//! not synced can have lost the name. What a failed sync was to bring to the disk is never sure again.
//!
//! Calls are numbered from 0 in the order in which they come; [`SimulatedDisk::calls`] lists them.

#![allow(dead_code, reason = "each test binary uses what it needs")]

#[path = "simulated/file.rs"]
mod file;
#[path = "simulated/state.rs"]
mod state;

use minutebook::store::{About, Disk, DiskFile};
use state::{Name, State, Step};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What a disk was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    Create,
    Open,
    Read,
    Rename,
    Remove,
    SyncFolder,
    CreateFolders,
    About,
    Link,
    Canonical,
    List,
    Length,
    ReadAt,
    WriteAt,
    Allocate,
    Truncate,
    Sync,
    Lock,
}

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// With an error. Half of what was to be written may then be there; anything else did not happen.
    Error(io::ErrorKind),
    /// Half of the bytes are written, and it says so. Other calls than writing go well.
    Short,
}

/// What is left of what was not synced when the power goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nothing: the disk holds what was synced.
    Nothing,
    /// All of it.
    Everything,
    /// The names without the bytes: as a file system that writes names down first.
    Names,
    /// The bytes without the names.
    Bytes,
    /// Each change by chance: there, gone, torn, or its length alone.
    Chance(u64),
}

/// A disk in memory. A clone is the same disk.
#[derive(Clone, Default)]
pub struct SimulatedDisk {
    state: Arc<Mutex<State>>,
}

impl SimulatedDisk {
    /// An empty disk with a folder or several.
    pub fn with(folders: &[&str]) -> SimulatedDisk {
        let disk = SimulatedDisk::default();
        for folder in folders {
            disk.state().put_folder(Path::new(folder));
        }
        disk
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a file there, as somebody else had done it long ago.
    pub fn put(&self, path: impl AsRef<Path>, bytes: &[u8]) {
        self.state().put_file(path.as_ref(), bytes);
    }

    /// Puts a symbolic link there.
    pub fn put_link(&self, path: impl AsRef<Path>, target: impl AsRef<Path>) {
        self.state().put_link(path.as_ref(), target.as_ref());
    }

    /// Takes a file, a link, or a folder with all that is in it away, as somebody else would.
    pub fn take(&self, path: impl AsRef<Path>) {
        self.state().take(path.as_ref());
    }

    /// Sets the permissions of a file.
    pub fn set_mode(&self, path: impl AsRef<Path>, mode: u32) {
        self.state().body_mut(path.as_ref()).expect("a file").mode = mode;
    }

    /// The permissions of a file.
    pub fn mode(&self, path: impl AsRef<Path>) -> u32 {
        self.state().body_mut(path.as_ref()).expect("a file").mode
    }

    /// The bytes of a file as a reader sees them now.
    pub fn bytes(&self, path: impl AsRef<Path>) -> Option<Vec<u8>> {
        self.state().body_mut(path.as_ref()).ok().map(|body| body.now.clone())
    }

    /// The paths of all files and links.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.state().paths()
    }

    /// What the disk was asked for so far, and about which path.
    pub fn calls(&self) -> Vec<(Call, PathBuf)> {
        self.state().calls.clone()
    }

    /// Lets a call fail, by its number.
    pub fn fail_at(&self, call: usize, fault: Fault) {
        self.state().faults.insert(call, fault);
    }

    /// Lets all calls of a kind fail, until [`SimulatedDisk::heal`].
    pub fn fail_each(&self, call: Call, kind: io::ErrorKind) {
        self.state().failing.insert(call, kind);
    }

    /// Lets no call fail any more.
    pub fn heal(&self) {
        let mut state = self.state();
        state.failing.clear();
        state.faults.clear();
    }

    /// Lets each write take at most so many bytes, as a disk at the other end of a network does.
    pub fn write_at_most(&self, bytes: usize) {
        self.state().at_most = Some(bytes);
    }

    /// Gives the disk room for so many bytes in all, or for any number. Room that a file has allocated stays its own.
    pub fn set_room(&self, bytes: Option<u64>) {
        self.state().room = bytes;
    }

    /// How many bytes are taken.
    pub fn taken(&self) -> u64 {
        self.state().taken()
    }

    /// Lets each sync of a file or a folder take so long.
    pub fn sync_takes(&self, time: Duration) {
        self.state().sync_takes = time;
    }

    /// Takes the power away in the middle of a call, by its number: neither it nor any call after it comes back well.
    pub fn cut_at(&self, call: usize) {
        self.state().cut_at = Some(call);
    }

    /// Takes the power away now.
    pub fn cut(&self) {
        self.state().off = true;
    }

    /// Whether the power is gone.
    pub fn is_off(&self) -> bool {
        self.state().off
    }

    /// The disk as it is found when the power is back.
    pub fn after_power_loss(&self, left: Left) -> SimulatedDisk {
        SimulatedDisk { state: Arc::new(Mutex::new(self.state().after_power_loss(left))) }
    }

    /// The disk as it is found when the process that wrote ended by itself: with all that was written, without its locks.
    pub fn after_kill(&self) -> SimulatedDisk {
        self.after_power_loss(Left::Everything)
    }

    /// Waits as long as a sync takes, without keeping anybody else from the disk.
    fn wait(&self) {
        let time = self.state().sync_takes;
        if !time.is_zero() {
            std::thread::sleep(time);
        }
    }
}

impl Disk for SimulatedDisk {
    fn create(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn DiskFile>> {
        let mut state = self.state();
        let step = state.begin(Call::Create, path)?;
        if let Step::Fail(Fault::Error(kind)) = step {
            return Err(kind.into());
        }
        let mode = like.map(|like| state.body_mut(like).map(|body| body.mode)).transpose()?;
        let id = state.create(path, mode)?;
        state.finish(step)?;
        drop(state);
        Ok(Box::new(file::Handle::new(self.clone(), id, path)))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let mut state = self.state();
        state.ask(Call::Open, path)?;
        let id = state.file_id(path)?;
        drop(state);
        Ok(Box::new(file::Handle::new(self.clone(), id, path)))
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.ask(Call::Read, path)?;
        let bytes = &state.body_mut(path)?.now;
        Ok(bytes[..bytes.len().min(usize::try_from(most).unwrap_or(usize::MAX))].to_vec())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.state().change(Call::Rename, from, |state| state.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.state().change(Call::Remove, path, |state| state.remove(path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.wait();
        self.state().change(Call::SyncFolder, folder, |state| state.sync_folder(folder))
    }

    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        self.state().change(Call::CreateFolders, folder, |state| state.create_folders(folder))
    }

    fn about(&self, path: &Path) -> io::Result<About> {
        let mut state = self.state();
        state.ask(Call::About, path)?;
        state.about(path)
    }

    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        let mut state = self.state();
        state.ask(Call::Link, path)?;
        Ok(match state.name(path)? {
            Name::Link(target) => Some(target.clone()),
            Name::File(_) | Name::Folder => None,
        })
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        let mut state = self.state();
        state.ask(Call::Canonical, path)?;
        state.follow(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut state = self.state();
        state.ask(Call::List, folder)?;
        state.list(folder)
    }
}

/// What a test asks of a disk at its end: every file with its bytes.
pub fn whole(disk: &SimulatedDisk) -> BTreeMap<PathBuf, Vec<u8>> {
    disk.paths().into_iter().filter_map(|path| disk.bytes(&path).map(|bytes| (path, bytes))).collect()
}
