//! Proves that the disk in memory is as nasty as it is said to be: ways of writing that lose drafts on real disks lose them
//! here, so that a test which finds nothing lost means something.

use crate::saves::all_that_may_be_left;
use crate::simulated::{Left, SimulatedDisk};
use minutebook::store::Disk;
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

const FILE: &str = "/folder/file";
const BESIDE: &str = "/folder/beside";
const OLD: [u8; 1_500] = [b'o'; 1_500];
const NEW: [u8; 2_000] = [b'n'; 2_000];

fn disk() -> SimulatedDisk {
    let disk = SimulatedDisk::default();
    disk.put(FILE, &OLD);
    disk
}

/// What may be found of the file once the power is back.
fn outcomes(disk: &SimulatedDisk) -> BTreeSet<Option<Vec<u8>>> {
    all_that_may_be_left(400).map(|left| disk.after_power_loss(left).bytes(FILE)).collect()
}

fn beside(disk: &SimulatedDisk, synced: bool) -> io::Result<()> {
    let mut file = disk.create(Path::new(BESIDE), None)?;
    file.write_all_at(0, &NEW)?;
    if synced {
        file.sync()?;
    }
    disk.rename(Path::new(BESIDE), Path::new(FILE))
}

#[test]
fn writing_over_the_old_file_tears_it() {
    let disk = disk();
    let mut file = disk.open(Path::new(FILE)).expect("open");
    file.write_all_at(0, &NEW).expect("written");
    let found = outcomes(&disk);
    assert!(found.contains(&Some(OLD.to_vec())) && found.contains(&Some(NEW.to_vec())));
    let mixed = |bytes: &Vec<u8>| bytes.contains(&b'o') && bytes.contains(&b'n');
    assert!(found.iter().flatten().any(mixed), "half of one and half of the other");
    assert!(found.iter().flatten().any(|bytes| bytes.contains(&0)), "a length without its bytes");
    file.sync().expect("synced");
    assert_eq!(outcomes(&disk), BTreeSet::from([Some(NEW.to_vec())]));
}

#[test]
fn renaming_what_was_not_synced_leaves_an_empty_file() {
    let disk = disk();
    beside(&disk, false).expect("renamed");
    disk.sync_folder(Path::new("/folder")).expect("synced");
    assert_eq!(disk.after_power_loss(Left::Nothing).bytes(FILE), Some(Vec::new()));
}

#[test]
fn a_name_in_a_folder_that_was_not_synced_may_be_lost_or_not() {
    let disk = disk();
    beside(&disk, true).expect("renamed");
    assert_eq!(outcomes(&disk), BTreeSet::from([Some(OLD.to_vec()), Some(NEW.to_vec())]));
    disk.sync_folder(Path::new("/folder")).expect("synced");
    assert_eq!(outcomes(&disk), BTreeSet::from([Some(NEW.to_vec())]));
    assert_eq!(disk.after_power_loss(Left::Nothing).paths(), [Path::new(FILE)]);
}

#[test]
fn a_new_file_in_a_folder_that_was_not_synced_may_be_gone() {
    let disk = SimulatedDisk::with(&["/folder"]);
    let mut file = disk.create(Path::new(FILE), None).expect("created");
    file.write_all_at(0, &NEW).expect("written");
    file.sync().expect("synced");
    assert_eq!(outcomes(&disk), BTreeSet::from([None, Some(NEW.to_vec())]));
}

#[test]
fn what_a_failed_sync_was_to_keep_is_not_kept_by_the_next_one() {
    let disk = disk();
    let mut file = disk.open(Path::new(FILE)).expect("open");
    file.write_all_at(0, &NEW).expect("written");
    disk.fail_each(crate::simulated::Call::Sync, io::ErrorKind::Other);
    file.sync().expect_err("it fails");
    disk.heal();
    file.sync().expect("it says that all is well");
    assert!(outcomes(&disk).contains(&Some(OLD.to_vec())));
}

#[test]
fn allocated_room_can_be_written_on_a_full_disk_and_nothing_else_can() {
    let disk = disk();
    let mut file = disk.create(Path::new(BESIDE), None).expect("created");
    file.allocate(1_000).expect("there is room");
    disk.set_room(Some(disk.taken()));
    file.write_all_at(0, &[1; 1_000]).expect("its own room");
    let error = file.write_all_at(900, &[1; 200]).expect_err("more than that");
    assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    assert_eq!(file.allocate(1_001).expect_err("more").kind(), io::ErrorKind::StorageFull);
    assert_eq!(file.length().expect("a length"), 1_000);
}
