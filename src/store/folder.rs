use super::error::StoreError;
use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// The most entries of a folder that are looked at.
const MOST: usize = 50_000;

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
    let entries = fs::read_dir(folder).map_err(|error| StoreError::system(folder, error))?;
    let named = entries.flatten().take(MOST).filter(|entry| {
        let name = entry.file_name().to_string_lossy().to_lowercase();
        !name.starts_with('.') && name.ends_with(ending)
    });
    let listed = named.filter_map(|entry| {
        let path = entry.path();
        let about = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
        Some(Listed { path, modified: about.modified().ok()?, length: about.len() })
    });
    let mut files: Vec<Listed> = listed.collect();
    files.sort_by(|one, other| other.modified.cmp(&one.modified).then_with(|| one.path.cmp(&other.path)));
    Ok(files)
}
