//! The port under this room: what a file system is asked for, call by call.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A file system. The real one is [`super::SystemDisk`]; tests put one below the store that loses power and fails.
///
/// Each method is one thing that can fail by itself, and what it did before it failed is undone where that is possible.
/// Nothing is sure to outlive a loss of power until it is synced: bytes by [`DiskFile::sync`], names by
/// [`Disk::sync_folder`].
pub trait Disk: Send + Sync {
    /// Makes a new, empty file and opens it for reading and writing. Where `like` names a file, the new one has its
    /// permissions from the beginning, and its owner and group as far as the system allows.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] where anything has that name, and whatever the system says; no file is left then.
    fn create(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn DiskFile>>;

    /// Opens a file that is there, for reading and writing.
    ///
    /// # Errors
    /// Whatever the system says.
    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Reads a file from its beginning, at most so many bytes. It may wait for ever on a pipe: ask [`Disk::about`] before.
    ///
    /// # Errors
    /// Whatever the system says.
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;

    /// Gives a file another name, in the place of whatever file has it. At each moment the name stands for the one or the
    /// other.
    ///
    /// # Errors
    /// Whatever the system says; both names are then as they were.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a file away.
    ///
    /// # Errors
    /// Whatever the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Brings the names in a folder to the disk. Where the file system cannot do that for a folder by itself, it is
    /// nothing.
    ///
    /// # Errors
    /// Whatever the system says; after a loss of power the folder may then be as it was before.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Makes a folder and those above it, where they are not there, and brings them to the disk.
    ///
    /// # Errors
    /// Whatever the system says.
    fn create_folders(&self, folder: &Path) -> io::Result<()>;

    /// What is known of a file without opening it; links are followed.
    ///
    /// # Errors
    /// Whatever the system says.
    fn about(&self, path: &Path) -> io::Result<About>;

    /// Where a symbolic link leads, as it is written in it; nothing for what is no link.
    ///
    /// # Errors
    /// Whatever the system says, as where there is nothing of that name.
    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>>;

    /// The path that is the same for every way of naming a file, all links followed.
    ///
    /// # Errors
    /// Whatever the system says, as where there is nothing of that name.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf>;

    /// The paths of what lies in a folder, in no order. Of a folder that is very full, only the first 50,000.
    ///
    /// # Errors
    /// Whatever the system says.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
}

/// A file that is open. It is closed when it is dropped.
pub trait DiskFile: Send {
    /// How long it is, in bytes.
    ///
    /// # Errors
    /// Whatever the system says.
    fn length(&self) -> io::Result<u64>;

    /// Reads some bytes; none at the end of the file.
    ///
    /// # Errors
    /// Whatever the system says.
    fn read_at(&mut self, offset: u64, into: &mut [u8]) -> io::Result<usize>;

    /// Writes some of the bytes, and says how many.
    ///
    /// # Errors
    /// Whatever the system says.
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize>;

    /// Makes the file at least so long, in bytes, and has the disk keep room for all of them, so that nothing which is
    /// written below that length is refused for want of room. What is new reads as zeros.
    ///
    /// # Errors
    /// Whatever the system says; the file may have grown.
    fn allocate(&mut self, length: u64) -> io::Result<()>;

    /// Cuts the file off at a length in bytes.
    ///
    /// # Errors
    /// Whatever the system says.
    fn truncate(&mut self, length: u64) -> io::Result<()>;

    /// Brings the file to the disk: its bytes, its length and its permissions.
    ///
    /// # Errors
    /// Whatever the system says. What was written since the last sync may then be lost, even where a later one succeeds:
    /// write it again, into a new file.
    fn sync(&mut self) -> io::Result<()>;

    /// Takes the one lock that the system keeps for a file, for as long as it is open, and says whether it was free. It is
    /// gone with the process. It hinders nobody from reading or writing.
    ///
    /// # Errors
    /// Whatever the system says, as where the file system knows no locks.
    fn try_lock(&mut self) -> io::Result<bool>;

    /// Writes all of the bytes.
    ///
    /// # Errors
    /// As [`DiskFile::write_at`]; some of them may then have been written.
    fn write_all_at(&mut self, mut offset: u64, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match self.write_at(offset, bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => {
                    offset += written as u64;
                    bytes = bytes.get(written..).unwrap_or_default();
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// What is known of a file without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// What it is.
    pub kind: Kind,
    /// How long it is, in bytes.
    pub length: u64,
    /// When it was written last, by the clock of whoever wrote it; nothing where the file system does not know.
    pub modified: Option<SystemTime>,
    /// Whether its permissions say that it may only be read.
    pub read_only: bool,
}

/// What has a name on a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A device, a pipe or a socket.
    Other,
}
