use super::disk::{Disk, Kind};
use super::error::StoreError;
use super::system::SystemDisk;
use std::{
    path::{Path, PathBuf},
    time::SystemTime,
};

/// A file of a folder, without what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// When it was written last.
    pub modified: SystemTime,
    /// How long it is, in bytes.
    pub length: u64,
}

/// The regular files of a folder whose names have an ending, the latest first. Hidden ones and those in folders below are
/// left out, and so is what cannot be asked about.
///
/// # Errors
/// Where the folder cannot be read.
pub fn list_files(folder: &Path, ending: &str) -> Result<Vec<Listed>, StoreError> {
    list_files_on(&SystemDisk, folder, ending)
}

/// [`list_files`] on a disk of one's own.
pub fn list_files_on(disk: &dyn Disk, folder: &Path, ending: &str) -> Result<Vec<Listed>, StoreError> {
    let paths = disk.list(folder).map_err(|error| StoreError::system(folder, error))?;
    let named = paths.into_iter().filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        !name.starts_with('.') && name.ends_with(ending)
    });
    let listed = named.filter_map(|path| {
        let about = disk.about(&path).ok().filter(|about| about.kind == Kind::File)?;
        Some(Listed { path, modified: about.modified?, length: about.length })
    });
    let mut files: Vec<Listed> = listed.collect();
    files.sort_by(|one, other| other.modified.cmp(&one.modified).then_with(|| one.path.cmp(&other.path)));
    Ok(files)
}
