//! Two openings of one draft, with a clock that the test moves.

use minutebook::store::{Holder, Lock, LockState, Nonce, RENEW, SETTLE, STALE, SystemDisk};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use tempfile::TempDir;

/// A draft in a shared folder, and the machines from which it is opened, each with a state folder of its own.
pub struct Office {
    pub folder: TempDir,
}

impl Office {
    pub fn new() -> Office {
        let folder = tempfile::tempdir().expect("a folder for the test");
        std::fs::create_dir(folder.path().join("shared")).expect("a folder");
        std::fs::write(folder.path().join("shared/Cabinet.minutes.ron"), "draft").expect("a draft");
        Office { folder }
    }

    pub fn draft(&self) -> PathBuf {
        self.folder.path().join("shared/Cabinet.minutes.ron")
    }

    pub fn lock_file(&self) -> PathBuf {
        self.folder.path().join("shared/.Cabinet.minutes.ron.lock")
    }

    pub fn state(&self, machine: &str) -> PathBuf {
        self.folder.path().join(machine)
    }

    /// What lies in the shared folder.
    pub fn shared(&self) -> Vec<String> {
        names(&self.folder.path().join("shared"))
    }

    /// Somebody opens the draft.
    pub fn open(&self, clerk: &str, machine: &str, nonce: u64) -> Lock {
        let holder = Holder::new(clerk, machine);
        Lock::new(Arc::new(SystemDisk), &self.draft(), holder, Nonce(nonce), Some(&self.state(machine)))
    }
}

/// The names of what lies in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn at(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub fn others(clerk: &str, machine: &str, stale: bool) -> LockState {
    LockState::Others { holder: Holder::new(clerk, machine), stale }
}

#[test]
fn the_first_one_writes_the_second_one_reads_and_writes_when_the_first_has_left() {
    let office = Office::new();
    let mut ann = office.open("Ann Price", "TOWN-HALL-3", 1);
    let mut bob = office.open("Bob Hall", "LAPTOP-7", 2);
    assert_eq!(ann.turn(at(0)), LockState::Held);
    for second in 0..60 {
        assert_eq!(ann.turn(at(second)), LockState::Held);
        assert_eq!(bob.turn(at(second)), others("Ann Price", "TOWN-HALL-3", false), "after {second} s");
    }
    ann.release();
    assert_eq!(bob.turn(at(61)), LockState::Held);
    assert_eq!(ann.turn(at(62)), others("Bob Hall", "LAPTOP-7", false));
    drop((ann, bob));
    assert_eq!(office.shared(), ["Cabinet.minutes.ron"], "nothing is left beside the draft");
    assert_eq!(names(&office.state("TOWN-HALL-3")).len() + names(&office.state("LAPTOP-7")).len(), 0);
}

#[test]
fn a_lock_that_does_not_move_is_stale_and_is_taken_over_by_one_alone() {
    let office = Office::new();
    let mut ann = office.open("Ann", "far", 1);
    assert_eq!(ann.turn(at(0)), LockState::Held);
    let (mut bob, mut carys) = (office.open("Bob", "near", 2), office.open("Carys", "here", 3));
    let quiet = STALE.as_secs();
    for second in (0..quiet).step_by(2) {
        assert_eq!(bob.turn(at(second)), others("Ann", "far", false));
        assert_eq!(carys.turn(at(1_000 + second)), others("Ann", "far", false));
    }
    bob.take_over(at(quiet - 1));
    assert_eq!(bob.turn(at(quiet)), others("Ann", "far", true), "it was too early, and is not now");
    assert_eq!(carys.turn(at(1_000 + quiet)), others("Ann", "far", true));
    // Both press the button at the same moment.
    bob.take_over(at(quiet));
    carys.take_over(at(1_000 + quiet));
    assert_eq!(bob.turn(at(quiet)), LockState::Waiting);
    let later = at(quiet) + SETTLE;
    let standings = [bob.turn(later), carys.turn(at(1_000) + later)];
    assert_eq!(standings.iter().filter(|standing| **standing == LockState::Held).count(), 1, "{standings:?}");
    assert_eq!(ann.turn(at(0) + RENEW), others("Bob", "near", false), "the first one finds out when it wakes up");
}

#[test]
fn whoever_moves_again_is_not_taken_over() {
    let office = Office::new();
    let mut ann = office.open("Ann", "far", 1);
    let mut bob = office.open("Bob", "near", 2);
    ann.turn(at(0));
    for second in (0..=STALE.as_secs()).step_by(2) {
        bob.turn(at(second));
    }
    assert_eq!(bob.turn(STALE), others("Ann", "far", true));
    assert_eq!(ann.turn(at(90)), LockState::Held);
    bob.take_over(at(21));
    assert_eq!(bob.turn(at(21)), others("Ann", "far", false));
    assert_eq!(ann.confirm(at(91)), LockState::Held);
}

#[test]
fn a_folder_that_comes_back_without_the_lock_is_locked_again() {
    let office = Office::new();
    let mut ann = office.open("Ann", "far", 1);
    assert_eq!(ann.turn(at(0)), LockState::Held);
    let shared = office.folder.path().join("shared");
    std::fs::rename(&shared, office.folder.path().join("away")).expect("the drive goes");
    assert_eq!(ann.turn(at(6)), LockState::Held, "nobody else can write there either");
    std::fs::rename(office.folder.path().join("away"), &shared).expect("the drive is back");
    std::fs::remove_file(office.lock_file()).expect("somebody tidied up");
    assert_eq!(ann.turn(at(12)), LockState::Held);
    assert_eq!(office.open("Bob", "near", 2).turn(at(0)), others("Ann", "far", false));
    // And where somebody else was there first, it is theirs.
    std::fs::rename(&shared, office.folder.path().join("away")).expect("the drive goes");
    ann.turn(at(18));
    std::fs::rename(office.folder.path().join("away"), &shared).expect("the drive is back");
    std::fs::remove_file(office.lock_file()).expect("it goes");
    let mut bob = office.open("Bob", "near", 2);
    assert_eq!(bob.turn(at(0)), LockState::Held);
    assert_eq!(ann.turn(at(24)), others("Bob", "near", false));
    ann.release();
    assert_eq!(bob.confirm(at(1)), LockState::Held, "what is another's is not released");
}

#[test]
fn what_a_process_of_this_machine_left_is_tidied_away() {
    let office = Office::new();
    let mut ann = office.open("Ann", "here", 1);
    assert_eq!(ann.turn(at(0)), LockState::Held);
    // As after a kill: the files stay, the system's own lock goes.
    let witness = office.state("here").join(format!("{:016x}", 1));
    let (claim, testimony) = (std::fs::read(office.lock_file()), std::fs::read(&witness));
    drop(ann);
    std::fs::write(office.lock_file(), claim.expect("it was there")).expect("it is left");
    std::fs::write(&witness, testimony.expect("it was there")).expect("it is left");
    let bob = office.open("Bob", "here", 2);
    bob.tidy();
    assert_eq!((office.shared(), names(&office.state("here"))), (vec!["Cabinet.minutes.ron".to_owned()], vec![]));
}

#[cfg(unix)]
#[test]
fn through_a_link_it_is_the_same_draft() {
    let office = Office::new();
    let link = office.folder.path().join("link.minutes.ron");
    std::os::unix::fs::symlink(office.draft(), &link).expect("a link");
    let mut ann = office.open("Ann", "far", 1);
    assert_eq!(ann.turn(at(0)), LockState::Held);
    let mut bob = Lock::new(Arc::new(SystemDisk), &link, Holder::new("Bob", "near"), Nonce(2), None);
    assert_eq!(bob.turn(at(0)), others("Ann", "far", false));
}
