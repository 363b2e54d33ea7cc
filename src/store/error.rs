use crate::format::{Fault, ReadError, journal::JournalFault};
use std::path::{Path, PathBuf};
use std::{fmt, io};

/// Why a file could not be read or written.
#[derive(Debug)]
pub struct StoreError {
    /// The file.
    pub path: PathBuf,
    /// What happened.
    pub cause: Cause,
}

/// What happened to a file.
#[derive(Debug)]
pub enum Cause {
    /// There is no such file, or no such folder.
    NotFound,
    /// The system does not allow it.
    Denied,
    /// It is a folder.
    Folder,
    /// It is a device, a pipe or a socket.
    NoRegularFile,
    /// Something above it in its path is no folder.
    NotInFolder,
    /// It may only be read.
    ReadOnly,
    /// The new file is in its place, but the disk did not confirm it: a loss of power can bring the old one back, whole.
    Unconfirmed(io::Error),
    /// There is no room left on the disk, or within the quota.
    NoRoom,
    /// It is larger than any file of its kind.
    TooLarge {
        /// How many bytes are the most.
        limit: u64,
    },
    /// Its links lead in a circle.
    LinksInCircle,
    /// Its text is not what it should be.
    Unreadable(ReadError),
    /// The document goes beyond what a file may hold.
    Unwritable(Fault),
    /// A journal is not what it should be, or cannot be written on.
    Journal(JournalFault),
    /// Another window, or another program, has it open.
    InUse,
    /// Anything else, as the system puts it.
    System(io::Error),
}

impl StoreError {
    pub(super) fn new(path: &Path, cause: Cause) -> StoreError {
        StoreError { path: path.to_path_buf(), cause }
    }

    /// What the system said, as a cause.
    pub(super) fn system(path: &Path, error: io::Error) -> StoreError {
        let cause = match error.kind() {
            io::ErrorKind::NotFound => Cause::NotFound,
            io::ErrorKind::PermissionDenied => Cause::Denied,
            io::ErrorKind::IsADirectory => Cause::Folder,
            io::ErrorKind::NotADirectory => Cause::NotInFolder,
            io::ErrorKind::ReadOnlyFilesystem => Cause::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Cause::NoRoom,
            _ => Cause::System(error),
        };
        StoreError::new(path, cause)
    }
}

impl StoreError {
    /// Why a file was not written, in words: what is missing then is not the file, but its folder.
    pub fn of_writing(&self, file: &Path) -> String {
        match (&self.cause, file.parent().filter(|folder| !folder.as_os_str().is_empty())) {
            (Cause::NotFound, Some(folder)) => {
                format!("{}: there is no such folder. Make it first, or choose another one", folder.display())
            }
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.cause)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::NotFound => f.write_str("there is no such file or folder. Look whether it was moved or renamed"),
            Cause::Denied => f.write_str(
                "the system does not allow it. Ask whoever looks after the folder for the right to it, or use another folder",
            ),
            Cause::Folder => f.write_str("this is a folder, not a file. Name the file in it"),
            Cause::NoRegularFile => {
                f.write_str("this is a device or a pipe, not a file. Copy what it holds into a file and name that")
            }
            Cause::NotInFolder => {
                f.write_str("a part of this path is a file, where there should be a folder. Look at the path again")
            }
            Cause::ReadOnly => f.write_str("it may only be read. Save under another name, or allow it to be written"),
            Cause::NoRoom => f.write_str(
                "there is no room for it on the disk. The file is as it was before; make room, or save to another disk",
            ),
            Cause::Unconfirmed(error) => write!(
                f,
                "it is written, but the disk did not confirm it ({error}), and a power cut could bring the file of \
                 before back. Save again, or save to another disk"
            ),
            Cause::TooLarge { limit } => write!(
                f,
                "it is larger than {} MiB, the most that is read or written. Look whether it is the right file",
                limit >> 20
            ),
            Cause::LinksInCircle => f.write_str("its links lead in a circle. Name the file itself"),
            Cause::Unreadable(error) => error.fmt(f),
            Cause::Unwritable(fault) => write!(f, "it was not saved, for it could not be opened again: {fault}"),
            Cause::Journal(fault) => fault.fmt(f),
            Cause::InUse => f.write_str("it is open in another window. Close it there, or go on there"),
            Cause::System(error) => write!(f, "{error}. Try again, or use another folder"),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            Cause::Unreadable(error) => Some(error),
            Cause::Unwritable(fault) => Some(fault),
            Cause::Journal(fault) => Some(fault),
            Cause::Unconfirmed(error) | Cause::System(error) => Some(error),
            Cause::NotFound
            | Cause::Denied
            | Cause::Folder
            | Cause::NoRegularFile
            | Cause::NotInFolder
            | Cause::ReadOnly
            | Cause::NoRoom
            | Cause::TooLarge { .. }
            | Cause::LinksInCircle
            | Cause::InUse => None,
        }
    }
}
