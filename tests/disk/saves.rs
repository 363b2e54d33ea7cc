//! The saves that are put to the test, and what is asked of a disk after each of them.

use crate::simulated::{Left, SimulatedDisk};
use minutebook::format;
use minutebook::model::Minutes;
use minutebook::store::{self, StoreError};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A draft with every construct.
const EVERYTHING: &str = include_str!("../fixtures/drafts/version-1.minutes.ron");

/// Where the drafts of these tests lie.
pub const FOLDER: &str = "/council";

/// The draft that is saved.
pub const DRAFT: &str = "/council/draft.minutes.ron";

/// The draft as it is to be: longer, and different from its first lines on.
pub fn new() -> Minutes {
    let mut minutes = format::read(EVERYTHING.as_bytes()).expect("the fixture");
    minutes.house.council = "Another council".into();
    minutes.attendance.groups[0].people[0].surname = "A name that is longer than the one that was there ".repeat(40);
    minutes
}

/// What is written for it. It is made once: the disk is asked thousands of times, and does not care what it holds.
pub static NEW: LazyLock<String> = LazyLock::new(|| store::draft_bytes(Path::new(DRAFT), &new()).expect("it is sound"));

/// A save: the disk before it, and what is saved where.
pub struct Save {
    /// What is special about it.
    pub name: &'static str,
    disk: fn() -> SimulatedDisk,
    /// The path that is named.
    pub path: &'static str,
    /// The path at which the file is then found.
    pub target: &'static str,
}

/// All saves that differ in what they ask of the disk.
pub const SAVES: [Save; 4] = [
    Save { name: "over an older one", disk: with_old, path: DRAFT, target: DRAFT },
    Save { name: "for the first time", disk: || SimulatedDisk::with(&[FOLDER]), path: DRAFT, target: DRAFT },
    Save { name: "through a link", disk: with_link, path: "/desk/link.minutes.ron", target: DRAFT },
    Save { name: "in small pieces", disk: in_pieces, path: DRAFT, target: DRAFT },
];

fn with_old() -> SimulatedDisk {
    let disk = SimulatedDisk::with(&[FOLDER]);
    disk.put(DRAFT, EVERYTHING.as_bytes());
    disk.set_mode(DRAFT, 0o640);
    disk
}

fn with_link() -> SimulatedDisk {
    let disk = with_old();
    disk.put("/desk/other", b"");
    disk.put_link("/desk/link.minutes.ron", DRAFT);
    disk
}

fn in_pieces() -> SimulatedDisk {
    let disk = with_old();
    disk.write_at_most(9_000);
    disk
}

impl Save {
    /// The disk as it is before.
    pub fn disk(&self) -> SimulatedDisk {
        (self.disk)()
    }

    /// Saves.
    pub fn save(&self, disk: &SimulatedDisk) -> Result<(), StoreError> {
        store::write_file_on(disk, Path::new(self.path), NEW.as_bytes())
    }

    /// How many calls it makes when nothing goes wrong.
    pub fn calls(&self) -> usize {
        let disk = self.disk();
        self.save(&disk).expect("nothing is in the way");
        disk.calls().len()
    }

    /// What is found under its path: nothing, the old draft or the new one. Anything else stops the test.
    pub fn found(&self, disk: &SimulatedDisk, when: &str) -> Found {
        let before = self.disk();
        let bytes = disk.bytes(self.target);
        if bytes == before.bytes(self.target) {
            return Found::Old;
        }
        let bytes = bytes.unwrap_or_else(|| panic!("{}, {when}: the draft is gone", self.name));
        assert!(bytes == NEW.as_bytes(), "{}, {when}: neither the old draft nor the new", self.name);
        if before.bytes(self.target).is_some() {
            assert_eq!(disk.mode(self.target), 0o640, "{}, {when}: its permissions", self.name);
        }
        Found::New
    }

    /// What lies on the disk that did not before, beside the draft.
    pub fn left_over(&self, disk: &SimulatedDisk) -> Vec<PathBuf> {
        let before = self.disk().paths();
        let paths = disk.paths().into_iter();
        paths.filter(|path| path != Path::new(self.target) && !before.contains(path)).collect()
    }

    /// What was there before and is not the draft is there still.
    pub fn keeps_the_rest(&self, disk: &SimulatedDisk, when: &str) {
        let paths = disk.paths();
        for path in self.disk().paths() {
            assert!(paths.contains(&path), "{}, {when}: {} is gone", self.name, path.display());
        }
    }
}

/// What is found after a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// What was there before, also nothing.
    Old,
    /// What was saved.
    New,
}

/// What a loss of power may leave: the four simple cases, and as many others as chance makes.
pub fn all_that_may_be_left(chances: u64) -> impl Iterator<Item = Left> {
    [Left::Nothing, Left::Everything, Left::Names, Left::Bytes].into_iter().chain((0..chances).map(Left::Chance))
}
