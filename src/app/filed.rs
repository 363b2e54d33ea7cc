//! The minutes of other meetings that are on file, as far as they can be cited.

use super::{FiledDrafts, names::DRAFT_ENDING};
use crate::{
    format::Head,
    model::{Id, Minutes, Restart, letters, numbers},
    store::{self, Listed},
};
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

/// The most drafts whose heads are read, the latest first.
const MOST_HEADS: usize = 2_000;

/// The most drafts whose minutes are listed, those of the latest meetings first.
const MOST_DRAFTS: usize = 200;

/// The longest draft whose minutes are listed, in bytes.
const LONGEST: u64 = 8 << 20;

/// The most minutes that are listed of one draft.
const MOST_MINUTES: usize = 1_000;

/// Another draft, with what can be cited of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledDraft {
    /// Its file.
    pub path: PathBuf,
    /// Whose minutes they are, and when they met.
    pub head: Head,
    /// The first year of its municipal year.
    pub year: i16,
    /// When its numbers begin anew.
    pub restart: Restart,
    /// Its minutes, in order.
    pub minutes: Vec<FiledMinute>,
}

/// A minute of another draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledMinute {
    /// The item.
    pub item: Id,
    /// Its number with the marks of sub-items: "58(b)".
    pub number: String,
    /// Its title.
    pub title: String,
    /// Whether the public may not see it.
    pub private: bool,
}

/// The drafts of one folder. What was read stays known until the file is another.
#[derive(Default)]
pub struct FolderDrafts {
    known: Mutex<HashMap<PathBuf, Known>>,
}

struct Known {
    modified: SystemTime,
    length: u64,
    head: Option<Head>,
    draft: Option<Arc<FiledDraft>>,
}

impl FiledDrafts for FolderDrafts {
    fn in_folder(&self, folder: &Path, wanted: &dyn Fn() -> bool) -> Vec<Arc<FiledDraft>> {
        // A folder that cannot be read holds nothing that can be cited; opening and saving say what is wrong with it.
        let files = store::list_files(folder, DRAFT_ENDING).unwrap_or_default();
        let mut heads: Vec<(Listed, Head)> = Vec::new();
        for file in files.into_iter().take(MOST_HEADS) {
            if !wanted() {
                return Vec::new();
            }
            if let Some(head) = self.head(&file) {
                heads.push((file, head));
            }
        }
        heads.sort_by_key(|(_, head)| std::cmp::Reverse(head.date));
        let fitting = heads.into_iter().filter(|(file, _)| file.length <= LONGEST).take(MOST_DRAFTS);
        fitting.take_while(|_| wanted()).filter_map(|(file, head)| self.draft(&file, head)).collect()
    }
}

impl FolderDrafts {
    /// The head of a draft; none where the file is none.
    fn head(&self, file: &Listed) -> Option<Head> {
        if let Some(head) = self.known(file, |known| known.head.clone()) {
            return head;
        }
        let head = store::open_head(&file.path).ok();
        let known = Known { modified: file.modified, length: file.length, head: head.clone(), draft: None };
        self.locked().insert(file.path.clone(), known);
        head
    }

    fn draft(&self, file: &Listed, head: Head) -> Option<Arc<FiledDraft>> {
        if let Some(Some(draft)) = self.known(file, |known| known.draft.clone()) {
            return Some(draft);
        }
        let minutes = store::open(&file.path).ok()?;
        let draft = Arc::new(filed(&file.path, head, &minutes));
        if let Some(known) = self.locked().get_mut(&file.path) {
            known.draft = Some(draft.clone());
        }
        Some(draft)
    }

    /// What is known of a file, where it is as it was then.
    fn known<T>(&self, file: &Listed, what: impl FnOnce(&Known) -> T) -> Option<T> {
        let known = self.locked();
        let same = |known: &&Known| known.modified == file.modified && known.length == file.length;
        known.get(&file.path).filter(same).map(what)
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, HashMap<PathBuf, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn filed(path: &Path, head: Head, minutes: &Minutes) -> FiledDraft {
    let numbers = numbers::number(minutes);
    let visits = minutes.items();
    let listed = visits.iter().filter_map(|visit| {
        let number = numbers.of(visit.item.id)?;
        let marks: String = number.path.iter().map(|place| format!("({})", letters(*place))).collect();
        Some(FiledMinute {
            item: visit.item.id,
            number: format!("{}{marks}", number.value),
            title: visit.item.title.clone(),
            private: visit.private,
        })
    });
    FiledDraft {
        path: path.to_path_buf(),
        head,
        year: minutes.municipal_year(),
        restart: minutes.numbering.restart,
        minutes: listed.take(MOST_MINUTES).collect(),
    }
}
