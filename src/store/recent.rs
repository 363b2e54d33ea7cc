use super::error::StoreError;
use super::state::{self, Loaded};
use serde::{Deserialize, Serialize};
use std::path::Path;

const NAME: &str = "recent.ron";
const COMMENT: &str = "The drafts that were last opened in Minutebook, the latest first.";

/// How many files are remembered.
const MOST: usize = 12;

/// The files that were last opened or saved, the latest first, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recent {
    /// Paths as text: one that is not Unicode cannot be written down and is not remembered.
    files: Vec<String>,
}

impl Recent {
    /// The files, the latest first.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(Path::new)
    }

    /// Puts a file first.
    pub fn add(&mut self, path: &Path) {
        self.remove(path);
        if let Some(text) = path.to_str() {
            self.files.insert(0, text.to_string());
        }
        self.files.truncate(MOST);
    }

    /// Takes a file out, as when it is no longer there.
    pub fn remove(&mut self, path: &Path) {
        self.files.retain(|file| Path::new(file) != path);
    }

    /// Reads the list from the state folder.
    pub fn load(folder: &Path) -> Loaded<Recent> {
        let mut loaded: Loaded<Recent> = state::load(folder, NAME);
        loaded.value.files.truncate(MOST);
        loaded
    }

    /// Writes the list to the state folder.
    pub fn save(&self, folder: &Path) -> Result<(), StoreError> {
        state::write_ron(folder, NAME, COMMENT, self)
    }
}
