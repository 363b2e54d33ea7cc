use super::error::{Cause, StoreError};
use std::fs::{self, File, Metadata};
use std::io::Read;
use std::path::Path;

/// Reads a regular file of at most `limit` bytes. A larger one is refused by its size, before it is read; devices and
/// pipes, which have none, are not opened.
pub fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    let mut file = regular(path, limit)?;
    let mut bytes = Vec::new();
    // It may grow while it is read.
    file.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(|error| StoreError::system(path, error))?;
    if bytes.len() as u64 > limit {
        return Err(StoreError::new(path, Cause::TooLarge { limit }));
    }
    Ok(bytes)
}

/// Reads at most the first `length` bytes of a regular file, and says whether that is all of it.
pub(super) fn read_beginning(path: &Path, length: u64) -> Result<(Vec<u8>, bool), StoreError> {
    let mut file = regular(path, u64::MAX)?;
    let mut bytes = Vec::new();
    file.by_ref().take(length).read_to_end(&mut bytes).map_err(|error| StoreError::system(path, error))?;
    let whole = (bytes.len() as u64) < length;
    Ok((bytes, whole))
}

fn regular(path: &Path, limit: u64) -> Result<File, StoreError> {
    let system = |error| StoreError::system(path, error);
    // Opening a pipe would wait for somebody to write into it, so its kind is asked for before.
    check(path, &fs::metadata(path).map_err(system)?, limit)?;
    let file = File::open(path).map_err(system)?;
    check(path, &file.metadata().map_err(system)?, limit)?;
    Ok(file)
}

fn check(path: &Path, metadata: &Metadata, limit: u64) -> Result<(), StoreError> {
    let cause = match metadata {
        folder if folder.is_dir() => Cause::Folder,
        other if !other.is_file() => Cause::NoRegularFile,
        large if large.len() > limit => Cause::TooLarge { limit },
        _ => return Ok(()),
    };
    Err(StoreError::new(path, cause))
}
