//! The power goes at each call that saving makes, and everything that was not synced is dropped, torn or mixed.

use crate::saves::{DRAFT, FOLDER, Found, NEW, SAVES, all_that_may_be_left, new};
use crate::simulated::{Call, SimulatedDisk, whole};
use minutebook::store::{self, sweep};
use std::path::Path;

/// How many mixtures of what was not synced are tried for each call.
const CHANCES: u64 = 60;

#[test]
fn at_every_point_of_a_save_the_old_draft_or_the_new_one_is_there_whole() {
    for save in &SAVES {
        let mut found = Vec::new();
        for cut in 0..save.calls() {
            let disk = save.disk();
            disk.cut_at(cut);
            save.save(&disk).expect_err("there was no power to end it");
            let when = format!("power cut at call {cut}, {:?}", disk.calls()[cut]);
            for left in all_that_may_be_left(CHANCES) {
                let when = format!("{when}, left: {left:?}");
                let restarted = disk.after_power_loss(left);
                found.push(save.found(&restarted, &when));
                save.keeps_the_rest(&restarted, &when);
            }
        }
        assert!(found.contains(&Found::Old) && found.contains(&Found::New), "{}: {found:?}", save.name);
    }
}

#[test]
fn once_saving_said_that_it_is_done_the_new_draft_stays() {
    for save in &SAVES {
        let disk = save.disk();
        store::save_on(&disk, Path::new(save.path), &new()).expect("saved");
        assert!(store::open_on(&disk, Path::new(save.path)).is_ok_and(|minutes| minutes == new()), "{}", save.name);
        for left in all_that_may_be_left(CHANCES) {
            let restarted = disk.after_power_loss(left);
            assert_eq!(save.found(&restarted, &format!("{left:?}")), Found::New, "{}, {left:?}", save.name);
            assert_eq!(save.left_over(&restarted), [""; 0].map(Path::new), "{}, {left:?}", save.name);
        }
    }
}

#[test]
fn what_is_left_lying_about_is_swept_and_saving_goes_on() {
    let mut swept = 0;
    for save in &SAVES {
        for cut in 0..save.calls() {
            let disk = save.disk();
            disk.cut_at(cut);
            save.save(&disk).expect_err("there was no power to end it");
            for left in all_that_may_be_left(12) {
                let restarted = disk.after_power_loss(left);
                swept += sweep(&restarted, Path::new(FOLDER));
                assert_eq!(save.left_over(&restarted), [""; 0].map(Path::new), "{}, {cut}, {left:?}", save.name);
                save.save(&restarted).expect("saved");
                assert_eq!(save.found(&restarted, "saved again"), Found::New);
            }
        }
    }
    assert!(swept > 0, "nothing was ever left, so that this test says nothing");
}

#[test]
fn what_another_process_is_writing_is_not_swept() {
    let disk = SimulatedDisk::with(&[FOLDER]);
    let beside = Path::new("/council/.minutebook-7-0.tmp");
    disk.put(beside, b"half of");
    disk.put("/council/.minutebook-8-0.tmp", b"abandoned");
    disk.put("/council/.minutebook-notes", b"of somebody else");
    disk.put(DRAFT, b"a draft");
    let mut other = store::Disk::open(&disk, beside).expect("the other process has it open");
    assert!(other.try_lock().expect("a lock"));
    assert_eq!(sweep(&disk, Path::new(FOLDER)), 1);
    let left: Vec<_> = whole(&disk).into_keys().collect();
    assert_eq!(
        left,
        [".minutebook-7-0.tmp", ".minutebook-notes", "draft.minutes.ron"].map(|name| Path::new(FOLDER).join(name))
    );
    drop(other);
    assert_eq!(sweep(&disk, Path::new(FOLDER)), 1);
    assert_eq!(sweep(&disk, Path::new("/no such folder")), 0);
}

#[test]
fn the_bytes_are_on_the_disk_before_the_name_and_the_name_before_saving_is_done() {
    for save in &SAVES {
        let disk = save.disk();
        save.save(&disk).expect("saved");
        let calls: Vec<Call> = disk.calls().into_iter().map(|(call, _)| call).collect();
        let last = |wanted: Call| calls.iter().rposition(|call| *call == wanted).expect("it is called");
        let order = [Call::Create, Call::WriteAt, Call::Sync, Call::Rename, Call::SyncFolder].map(last);
        assert!(order.is_sorted(), "{}: {calls:?}", save.name);
    }
}

#[test]
fn a_name_that_a_process_before_left_does_not_stop_a_save() {
    let disk = SAVES[0].disk();
    for number in 0..5 {
        disk.put(
            format!("/council/.minutebook-{}-{number}.tmp", std::process::id()),
            b"left by one with the same number",
        );
    }
    store::write_file_on(&disk, Path::new(DRAFT), NEW.as_bytes()).expect("saved");
    assert_eq!(SAVES[0].found(&disk, "saved"), Found::New);
    assert_eq!(disk.paths().len(), 6, "what is not ours is left to the sweep");
}
