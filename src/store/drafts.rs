use super::disk::Disk;
use super::error::{Cause, StoreError};
use super::read::{read_beginning, read_file_on};
use super::system::SystemDisk;
use super::write::write_file_on;
use crate::format::{self, Digest, Head, Limits};
use crate::model::Minutes;
use std::path::Path;

/// How much of a draft is read for its head.
const HEAD: u64 = 64 << 10;

const LIMIT: u64 = Limits::DRAFT.bytes as u64;

/// Opens a draft.
pub fn open(path: &Path) -> Result<Minutes, StoreError> {
    open_on(&SystemDisk, path)
}

/// [`open`] on a disk of one's own.
pub fn open_on(disk: &dyn Disk, path: &Path) -> Result<Minutes, StoreError> {
    open_filed_on(disk, path).map(|(minutes, _)| minutes)
}

/// [`open_on`], with the digest of the file that was read.
///
/// # Errors
/// As [`open`].
pub fn open_filed_on(disk: &dyn Disk, path: &Path) -> Result<(Minutes, Digest), StoreError> {
    let bytes = read_file_on(disk, path, LIMIT)?;
    let minutes = format::read(&bytes).map_err(|error| StoreError::new(path, Cause::Unreadable(error)))?;
    Ok((minutes, Digest::of(&bytes)))
}

/// Reads the head of a draft, without the rest of the file.
pub fn open_head(path: &Path) -> Result<Head, StoreError> {
    open_head_on(&SystemDisk, path)
}

/// [`open_head`] on a disk of one's own.
pub fn open_head_on(disk: &dyn Disk, path: &Path) -> Result<Head, StoreError> {
    let (bytes, whole) = read_beginning(disk, path, HEAD)?;
    let head = match format::read_head(&bytes) {
        Err(_) if !whole => format::read_head(&read_file_on(disk, path, LIMIT)?),
        head => head,
    };
    head.map_err(|error| StoreError::new(path, Cause::Unreadable(error)))
}

/// Saves a draft. One that could not be opened again is refused, and the file stays as it was.
///
/// # Errors
/// As [`super::write_file`].
pub fn save(path: &Path, minutes: &Minutes) -> Result<(), StoreError> {
    save_on(&SystemDisk, path, minutes)
}

/// [`save`] on a disk of one's own.
pub fn save_on(disk: &dyn Disk, path: &Path, minutes: &Minutes) -> Result<(), StoreError> {
    write_file_on(disk, path, draft_bytes(path, minutes)?.as_bytes())
}

/// What is written when a draft is saved to a path.
///
/// # Errors
/// Where it could not be opened again.
pub fn draft_bytes(path: &Path, minutes: &Minutes) -> Result<String, StoreError> {
    format::validate(minutes).map_err(|fault| StoreError::new(path, Cause::Unwritable(fault)))?;
    let text = format::write(minutes);
    if text.len() as u64 > LIMIT {
        return Err(StoreError::new(path, Cause::TooLarge { limit: LIMIT }));
    }
    Ok(text)
}
