use super::disk::{About, Disk, Kind};
use super::error::{Cause, StoreError};
use super::system::SystemDisk;
use std::path::Path;

/// Reads a regular file of at most `limit` bytes. A larger one is refused by its size, before it is read; devices and
/// pipes, which have none, are not opened.
pub fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    read_file_on(&SystemDisk, path, limit)
}

/// [`read_file`] on a disk of one's own.
pub fn read_file_on(disk: &dyn Disk, path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    let (bytes, whole) = read_regular(disk, path, limit, limit)?;
    // It may grow while it is read.
    if whole { Ok(bytes) } else { Err(StoreError::new(path, Cause::TooLarge { limit })) }
}

/// Reads at most the first `length` bytes of a regular file, and says whether that is all of it.
pub(super) fn read_beginning(disk: &dyn Disk, path: &Path, length: u64) -> Result<(Vec<u8>, bool), StoreError> {
    read_regular(disk, path, u64::MAX, length)
}

fn read_regular(disk: &dyn Disk, path: &Path, limit: u64, length: u64) -> Result<(Vec<u8>, bool), StoreError> {
    let system = |error| StoreError::system(path, error);
    // Opening a pipe would wait for somebody to write into it, so its kind is asked for before.
    check(path, disk.about(path).map_err(system)?, limit)?;
    let mut bytes = disk.read(path, length.saturating_add(1)).map_err(system)?;
    let whole = bytes.len() as u64 <= length;
    bytes.truncate(usize::try_from(length).unwrap_or(usize::MAX));
    Ok((bytes, whole))
}

fn check(path: &Path, about: About, limit: u64) -> Result<(), StoreError> {
    let cause = match about.kind {
        Kind::Folder => Cause::Folder,
        Kind::Other => Cause::NoRegularFile,
        Kind::File if about.length > limit => Cause::TooLarge { limit },
        Kind::File => return Ok(()),
    };
    Err(StoreError::new(path, cause))
}
