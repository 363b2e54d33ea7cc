//! Each call that saving makes fails in turn, in each way: the old draft or the new one is there, whole, nothing is left
//! beside it, and the clerk is told which.

use crate::saves::{DRAFT, FOLDER, Found, NEW, SAVES, Save, all_that_may_be_left};
use crate::simulated::{Call, Fault, SimulatedDisk};
use minutebook::store::{self, Cause, StoreError, sweep};
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

const ERRORS: [ErrorKind; 4] =
    [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem, ErrorKind::Other];

/// What a save that ended in some way must have left.
fn judge(save: &Save, disk: &SimulatedDisk, ended: &Result<(), StoreError>, when: &str) {
    let found = save.found(disk, when);
    save.keeps_the_rest(disk, when);
    match ended {
        Ok(()) => assert_eq!(found, Found::New, "{}, {when}: it said that it was saved", save.name),
        Err(error) => {
            let confirmed = if matches!(error.cause, Cause::Unconfirmed(_)) { Found::New } else { Found::Old };
            assert_eq!(found, confirmed, "{}, {when}: {error}", save.name);
            told(error, when);
        }
    }
    for left in all_that_may_be_left(8) {
        let after = save.found(&disk.after_power_loss(left), &format!("{when}, then a power cut: {left:?}"));
        assert!(ended.is_err() || after == Found::New, "{}, {when}: it said that it was saved", save.name);
    }
}

/// An error that says where, what, and what to do now.
fn told(error: &StoreError, when: &str) {
    let said = error.to_string();
    let place = error.path.display().to_string();
    assert!(!place.is_empty() && said.starts_with(&format!("{place}: ")), "{when}: {said}");
    assert!(said.contains(". "), "{when}: what to do now is missing: {said}");
}

#[test]
fn each_call_fails_once_with_each_error() {
    for save in &SAVES {
        let mut refused = 0;
        for call in 0..save.calls() {
            for kind in ERRORS {
                let disk = save.disk();
                disk.fail_at(call, Fault::Error(kind));
                let ended = save.save(&disk);
                let when = format!("{kind:?} at call {call}, {:?}", disk.calls()[call]);
                judge(save, &disk, &ended, &when);
                assert_eq!(save.left_over(&disk), [""; 0].map(Path::new), "{}, {when}", save.name);
                refused += usize::from(ended.is_err());
                disk.heal();
                save.save(&disk).expect("the cause is gone");
                judge(save, &disk, &Ok(()), "saved again");
            }
        }
        // A lock that is not to be had is no reason not to save.
        assert_eq!(refused, (save.calls() - 1) * ERRORS.len(), "{}", save.name);
    }
}

#[test]
fn each_write_may_be_short() {
    for save in &SAVES {
        for call in 0..save.calls() {
            let disk = save.disk();
            disk.fail_at(call, Fault::Short);
            let ended = save.save(&disk);
            assert!(ended.is_ok(), "{}, call {call}: {ended:?}", save.name);
            judge(save, &disk, &ended, &format!("short at call {call}"));
        }
    }
}

#[test]
fn each_kind_of_call_fails_every_time() {
    for save in &SAVES {
        let disk = save.disk();
        save.save(&disk).expect("nothing is in the way");
        let made: BTreeSet<Call> = disk.calls().into_iter().map(|(call, _)| call).collect();
        for call in made {
            for kind in ERRORS {
                let disk = save.disk();
                disk.fail_each(call, kind);
                let ended = save.save(&disk);
                let when = format!("{kind:?} at each {call:?}");
                disk.heal(); // so that it can be read
                judge(save, &disk, &ended, &when);
                assert_eq!(save.left_over(&disk), [""; 0].map(Path::new), "{}, {when}", save.name);
            }
        }
    }
}

#[test]
fn what_cannot_be_taken_away_either_is_swept_later() {
    let save = &SAVES[0];
    let disk = save.disk();
    disk.fail_each(Call::Sync, ErrorKind::Other);
    disk.fail_each(Call::Remove, ErrorKind::PermissionDenied);
    let error = save.save(&disk).expect_err("nothing comes to the disk");
    assert!(matches!(error.cause, Cause::System(_)), "{error}");
    assert_eq!(save.left_over(&disk).len(), 1);
    assert_eq!(sweep(&disk, Path::new(FOLDER)), 0);
    disk.heal();
    assert_eq!(sweep(&disk, Path::new(FOLDER)), 1);
    judge(save, &disk, &Err(error), "swept");
}

#[test]
fn a_folder_that_does_not_come_to_the_disk_is_told_though_the_draft_is_in_its_place() {
    let save = &SAVES[0];
    let disk = save.disk();
    disk.fail_each(Call::SyncFolder, ErrorKind::Other);
    let error = save.save(&disk).expect_err("the disk did not confirm it");
    assert!(matches!(error.cause, Cause::Unconfirmed(_)), "{error}");
    let said = error.to_string();
    assert!(said.contains("it is written, but the disk did not confirm it"), "{said}");
    assert!(said.contains("Save again"), "{said}");
    assert_eq!(save.found(&disk, "no folder"), Found::New);
    let found: Vec<Found> =
        all_that_may_be_left(40).map(|left| save.found(&disk.after_power_loss(left), &format!("{left:?}"))).collect();
    assert!(found.contains(&Found::Old), "there was a reason to say so");
}

#[test]
fn a_full_disk_leaves_the_old_draft_and_saves_again_once_there_is_room() {
    for save in &SAVES {
        let needed = {
            let disk = save.disk();
            let before = disk.taken();
            store::write_file_on(&disk, Path::new("/council/another.minutes.ron"), NEW.as_bytes()).expect("saved");
            disk.taken() - before
        };
        for missing in [1, 100, 511, 512, needed / 2, needed - 1, needed] {
            let disk = save.disk();
            disk.set_room(Some(disk.taken() + needed - missing));
            let error = save.save(&disk).expect_err("no room");
            assert!(matches!(error.cause, Cause::NoRoom), "{}, {missing} bytes too few: {error}", save.name);
            judge(save, &disk, &Err(error), "no room");
            assert_eq!(save.left_over(&disk), [""; 0].map(Path::new), "{}", save.name);
            disk.set_room(Some(disk.taken() + needed));
            save.save(&disk).expect("there is room now");
            judge(save, &disk, &Ok(()), "room");
        }
    }
}

#[test]
fn a_draft_that_may_only_be_read_is_not_touched_at_all() {
    let disk = SAVES[0].disk();
    disk.set_mode(DRAFT, 0o444);
    let error = store::write_file_on(&disk, Path::new(DRAFT), NEW.as_bytes()).expect_err("read only");
    assert!(matches!(error.cause, Cause::ReadOnly), "{error}");
    let changing = [Call::Create, Call::WriteAt, Call::Rename, Call::Remove, Call::Sync, Call::SyncFolder];
    assert!(disk.calls().iter().all(|(call, _)| !changing.contains(call)), "{:?}", disk.calls());
}
