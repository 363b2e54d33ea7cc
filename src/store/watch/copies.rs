use crate::format::{self, Head};
use crate::store::disk::{Disk, Kind};
use std::path::{Path, PathBuf};

/// The most copies that are told of.
const MOST: usize = 20;

/// How much of a file is read to see of which meeting it is.
const HEAD: u64 = 64 << 10;

/// How sure it is by its name that a file is a copy of another which two people wrote at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    /// The name says so.
    Told,
    /// It may be one: what is in it has to be of the same meeting.
    Perhaps,
}

/// The copies of a draft that lie beside it because two people wrote it at once, as OneDrive, Dropbox, Nextcloud and
/// Syncthing make them; by name, in order.
pub fn copies_beside(disk: &dyn Disk, draft: &Path) -> Vec<PathBuf> {
    let Some(name) = draft.file_name().and_then(|name| name.to_str()) else { return Vec::new() };
    let folder = draft.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut listed = disk.list(folder).unwrap_or_default();
    listed.sort();
    let mut own = None;
    let mut is_copy = |path: &PathBuf| {
        let likeness = path.file_name().and_then(|other| likeness(name, other.to_str()?));
        let is_file = || disk.about(path).is_ok_and(|about| about.kind == Kind::File);
        match likeness {
            None => false,
            Some(Likeness::Told) => is_file(),
            Some(Likeness::Perhaps) => {
                let meeting = |head: Head| (head.council, head.body, head.date);
                let own = own.get_or_insert_with(|| head(disk, draft).map(meeting));
                is_file() && own.is_some() && head(disk, path).map(meeting) == *own
            }
        }
    };
    listed.into_iter().filter(|path| is_copy(path)).take(MOST).collect()
}

/// Whether the name of a file says that it is such a copy of a draft.
pub(super) fn is_copy(draft: &Path, other: &Path) -> bool {
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
    name(draft).zip(name(other)).and_then(|(draft, other)| likeness(&draft, &other)) == Some(Likeness::Told)
}

fn head(disk: &dyn Disk, path: &Path) -> Option<Head> {
    format::read_head(&disk.read(path, HEAD).ok()?).ok()
}

/// Whether a file of one name is a copy of a draft of another. The programs put their words before the last ending, which
/// of "Board.minutes.ron" leaves "Board.minutes", or behind the name itself.
fn likeness(draft: &str, other: &str) -> Option<Likeness> {
    const LAST: &str = ".ron";
    const MIDDLE: &str = ".minutes";
    let whole = draft.strip_suffix(LAST)?;
    let stem = whole.strip_suffix(MIDDLE).unwrap_or(whole);
    let other = other.strip_suffix(LAST)?;
    let added = other.strip_prefix(whole).filter(|added| !added.is_empty()).or_else(|| {
        let behind = other.strip_prefix(stem)?;
        behind.strip_suffix(MIDDLE)
    })?;
    let is_machine = |name: &str| {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        (2..=40).contains(&name.len()) && name.chars().all(fits) && name.chars().any(|c| c.is_ascii_alphabetic())
    };
    let lower = added.to_lowercase();
    // "(Ann's conflicted copy 2024-10-17)", "(conflicted copy 2024-10-17 093000)", "_conflict-20241017-093000",
    // ".sync-conflict-20241017-093000-ABCDEFG", "(SFConflict ann@council 2024-10-17-09-30-00)".
    if lower.contains("conflict") && lower.starts_with([' ', '(', '_', '.', '-', '[']) {
        Some(Likeness::Told)
    } else {
        // OneDrive puts the name of the machine: "Board.minutes-TOWN-HALL-3.ron".
        added.strip_prefix('-').is_some_and(is_machine).then_some(Likeness::Perhaps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT: &str = "Board 2024-10-17.minutes.ron";

    #[test]
    fn the_copies_of_every_service_are_known_by_their_names() {
        for copy in [
            "Board 2024-10-17.minutes (Ann Price's conflicted copy 2024-10-17).ron",
            "Board 2024-10-17 (Ann Price's conflicted copy 2024-10-17).minutes.ron",
            "Board 2024-10-17.minutes (conflicted copy 2024-10-17 093000).ron",
            "Board 2024-10-17.minutes_conflict-20241017-093000.ron",
            "Board 2024-10-17.minutes.sync-conflict-20241017-093000-ABCDEFG.ron",
            "Board 2024-10-17.sync-conflict-20241017-093000-ABCDEFG.minutes.ron",
            "Board 2024-10-17.minutes (SFConflict ann@council.example 2024-10-17-09-30-00).ron",
            "Board 2024-10-17.minutes (Case Conflict).ron",
        ] {
            assert_eq!(likeness(DRAFT, copy), Some(Likeness::Told), "{copy}");
        }
        for copy in ["Board 2024-10-17.minutes-TOWN-HALL-3.ron", "Board 2024-10-17-LAPTOP-7ABC12.minutes.ron"] {
            assert_eq!(likeness(DRAFT, copy), Some(Likeness::Perhaps), "{copy}");
        }
    }

    #[test]
    fn other_files_are_none() {
        for other in [
            DRAFT,
            "Board 2024-10-17 revision 1.minutes.ron",
            "Board 2024-10-17-2.minutes.ron",
            "Board 2024-10-18.minutes.ron",
            "Board 2024-10-17.pdf",
            "Board 2024-10-17.minutes (conflicted copy).pdf",
            "A Board 2024-10-17.minutes (conflicted copy).ron",
            "Board 2024-10-17 on conflicts of interest.pdf",
            "Board 2024-10-17ish conflicts.minutes.ron",
            ".Board 2024-10-17.minutes.ron.lock",
            "",
        ] {
            assert_eq!(likeness(DRAFT, other), None, "{other}");
        }
        assert_eq!(likeness("notes.txt", "notes (conflicted copy).txt"), None);
    }
}
