//! A disk that does as the test says: it takes its time to sync, or refuses to write below some folder.

#![allow(dead_code, reason = "each test binary uses what it needs")]

use minutebook::store::{About, Disk, DiskFile, SystemDisk};
use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};

/// The machine's disk, with moods.
#[derive(Clone, Default)]
pub struct MoodyDisk(Arc<Moods>);

#[derive(Default)]
struct Moods {
    /// How long each sync takes, in milliseconds.
    slow: AtomicU64,
    /// In these folders nothing is written, and why; or also in those below them.
    refused: Mutex<Vec<(PathBuf, bool, io::ErrorKind)>>,
    /// How many syncs were begun.
    syncs: AtomicUsize,
}

impl MoodyDisk {
    /// Takes so long for each sync from now on.
    pub fn slow(&self, each: Duration) {
        self.0.slow.store(u64::try_from(each.as_millis()).expect("not that long"), Ordering::SeqCst);
    }

    /// Writes nothing below a folder from now on.
    pub fn refuse(&self, folder: &Path, why: io::ErrorKind) {
        self.0.refused.lock().expect("nobody panicked with it").push((folder.to_path_buf(), true, why));
    }

    /// Writes nothing in a folder itself from now on.
    pub fn refuse_in(&self, folder: &Path, why: io::ErrorKind) {
        self.0.refused.lock().expect("nobody panicked with it").push((folder.to_path_buf(), false, why));
    }

    /// Writes again.
    pub fn relent(&self) {
        self.0.refused.lock().expect("nobody panicked with it").clear();
    }

    /// How many syncs were begun.
    pub fn syncs(&self) -> usize {
        self.0.syncs.load(Ordering::SeqCst)
    }

    fn asked(&self, path: &Path) -> io::Result<()> {
        let refused = self.0.refused.lock().expect("nobody panicked with it");
        let is_in = |folder: &Path, below| if below { path.starts_with(folder) } else { path.parent() == Some(folder) };
        match refused.iter().find(|(folder, below, _)| is_in(folder, *below)) {
            Some((_, _, why)) => Err((*why).into()),
            None => Ok(()),
        }
    }

    fn sync(&self) {
        self.0.syncs.fetch_add(1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(self.0.slow.load(Ordering::SeqCst)));
    }

    fn file(&self, path: &Path, file: Box<dyn DiskFile>) -> Box<dyn DiskFile> {
        Box::new(MoodyFile { disk: self.clone(), path: path.to_path_buf(), file })
    }
}

impl Disk for MoodyDisk {
    fn create(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn DiskFile>> {
        self.asked(path)?;
        Ok(self.file(path, SystemDisk.create(path, like)?))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(self.file(path, SystemDisk.open(path)?))
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        SystemDisk.read(path, most)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.asked(to)?;
        SystemDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        SystemDisk.remove(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.sync();
        SystemDisk.sync_folder(folder)
    }

    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        self.asked(folder)?;
        SystemDisk.create_folders(folder)
    }

    fn about(&self, path: &Path) -> io::Result<About> {
        SystemDisk.about(path)
    }

    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        SystemDisk.link(path)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        SystemDisk.canonical(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        SystemDisk.list(folder)
    }
}

struct MoodyFile {
    disk: MoodyDisk,
    path: PathBuf,
    file: Box<dyn DiskFile>,
}

impl DiskFile for MoodyFile {
    fn length(&self) -> io::Result<u64> {
        self.file.length()
    }

    fn read_at(&mut self, offset: u64, into: &mut [u8]) -> io::Result<usize> {
        self.file.read_at(offset, into)
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        self.disk.asked(&self.path)?;
        self.file.write_at(offset, bytes)
    }

    fn allocate(&mut self, length: u64) -> io::Result<()> {
        self.disk.asked(&self.path)?;
        self.file.allocate(length)
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.file.truncate(length)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.sync();
        self.file.sync()
    }

    fn try_lock(&mut self) -> io::Result<bool> {
        self.file.try_lock()
    }
}
