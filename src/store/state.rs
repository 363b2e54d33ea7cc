use super::disk::Disk;
use super::error::{Cause, StoreError};
use super::read::read_file;
use super::system::SystemDisk;
use super::write::write_file;
use crate::format::{self, Limits};
use serde::{Serialize, de::DeserializeOwned};
use std::path::Path;

/// What the program remembered, and what was in the way of it. It can always start.
#[derive(Debug)]
pub struct Loaded<T> {
    /// What was remembered, or the default where nothing was.
    pub value: T,
    /// Why it was not read. A file that was broken now has `.broken` behind its name, so that it is not lost.
    pub problem: Option<StoreError>,
}

/// Reads a file of the state folder.
pub(super) fn load<T: DeserializeOwned + Default>(folder: &Path, name: &str) -> Loaded<T> {
    let path = folder.join(name);
    let problem = match read_file(&path, Limits::SMALL.bytes as u64) {
        Ok(bytes) => match format::parse(&bytes, Limits::SMALL) {
            Ok(value) => return Loaded { value, problem: None },
            Err(error) => {
                // Where it cannot be put aside, it is written over with the next change: it was of no use.
                let _ = SystemDisk.rename(&path, &folder.join(format!("{name}.broken")));
                Some(StoreError::new(&path, Cause::Unreadable(error)))
            }
        },
        Err(StoreError { cause: Cause::NotFound, .. }) => None,
        Err(error) => Some(error),
    };
    Loaded { value: T::default(), problem }
}

/// Writes plain data below a comment into a file of a folder, which is made where there is none yet.
pub fn write_ron<T: Serialize>(folder: &Path, name: &str, comment: &str, value: &T) -> Result<(), StoreError> {
    SystemDisk.create_folders(folder).map_err(|error| StoreError::system(folder, error))?;
    write_file(&folder.join(name), format::print(comment, value).as_bytes())
}
