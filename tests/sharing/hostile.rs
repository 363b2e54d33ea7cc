//! Whatever lies where the lock file should be, the draft opens: for reading, or for writing with a word about why others are
//! not told.

use crate::lock::{Office, others};
use minutebook::store::{LockState, STALE};
use std::time::Duration;

fn at(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Watches for so long that what does not move is stale.
fn stale(office: &Office) -> (minutebook::store::Lock, LockState) {
    let mut bob = office.open("Bob", "near", 2);
    let seconds = STALE.as_secs() + 2;
    let last = (0..=seconds).step_by(2).map(|second| bob.turn(at(second))).last().expect("it was watched");
    (bob, last)
}

#[test]
fn garbage_is_somebody_until_it_does_not_move() {
    for garbage in [&b""[..], b"\xff\xfe\0garbage", b"(((((((((((((((((((", &[b'x'; 100_000], &[0; 4096]] {
        let office = Office::new();
        std::fs::write(office.lock_file(), garbage).expect("a hostile file");
        let (mut bob, standing) = stale(&office);
        assert_eq!(standing, others("", "", true), "{} bytes", garbage.len());
        bob.take_over(at(23));
        assert_eq!(bob.turn(at(26)), LockState::Held);
    }
}

#[test]
fn what_can_be_no_lock_is_told_and_the_draft_may_be_written() {
    let office = Office::new();
    std::fs::create_dir(office.lock_file()).expect("a folder in its place");
    let mut bob = office.open("Bob", "near", 2);
    let LockState::Barred(why) = bob.turn(at(0)) else { panic!("it cannot be locked") };
    assert!(why.contains(".Cabinet.minutes.ron.lock") && why.contains("folder"), "{why}");
    std::fs::remove_dir(office.lock_file()).expect("the cause goes");
    assert_eq!(bob.turn(at(2)), LockState::Held, "and it goes on by itself");
}

#[test]
fn a_folder_that_is_gone_bars_the_lock_and_nothing_else() {
    let office = Office::new();
    let mut bob = office.open("Bob", "near", 2);
    std::fs::remove_dir_all(office.folder.path().join("shared")).expect("the folder goes");
    assert!(matches!(bob.turn(at(0)), LockState::Barred(_)));
    std::fs::create_dir(office.folder.path().join("shared")).expect("it is back");
    assert_eq!(bob.turn(at(2)), LockState::Held);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_pipe_is_not_opened() {
        let office = Office::new();
        let made = std::process::Command::new("mkfifo").arg(office.lock_file()).status();
        assert!(made.is_ok_and(|status| status.success()), "a pipe in its place");
        let mut bob = office.open("Bob", "near", 2);
        assert!(matches!(bob.turn(at(0)), LockState::Barred(_)));
    }

    #[test]
    fn a_link_is_neither_followed_nor_written_through() {
        let office = Office::new();
        let target = office.folder.path().join("target");
        symlink(&target, office.lock_file()).expect("a link that leads nowhere");
        let (mut bob, standing) = stale(&office);
        assert_eq!(standing, others("", "", true));
        assert!(!target.exists(), "nothing was made at its end");
        std::fs::write(&target, "precious").expect("now it leads somewhere");
        bob.turn(at(24));
        let again = (26..=50).step_by(2).map(|second| bob.turn(at(second))).last();
        assert_eq!(again, Some(others("", "", true)));
        bob.take_over(at(50));
        assert_eq!(bob.turn(at(53)), LockState::Held);
        assert_eq!(std::fs::read(&target).expect("it is there"), b"precious");
    }

    #[test]
    fn a_folder_that_may_only_be_read_says_why_and_is_tried_again() {
        let office = Office::new();
        let shared = office.folder.path().join("shared");
        let set = |mode| std::fs::set_permissions(&shared, PermissionsExt::from_mode(mode)).expect("permissions");
        set(0o555);
        if std::fs::write(shared.join("probe"), "").is_ok() {
            // Whoever may do everything is hindered by no permission.
            return set(0o755);
        }
        let mut bob = office.open("Bob", "near", 2);
        let standing = bob.turn(at(0));
        set(0o755);
        let LockState::Barred(why) = standing else { panic!("it cannot be locked: {standing:?}") };
        assert!(why.contains("does not allow"), "{why}");
        assert_eq!(bob.turn(at(2)), LockState::Held);
    }
}
