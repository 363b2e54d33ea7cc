//! The journal of an open draft: whenever the power goes and whichever call fails while it is begun, added to, written anew
//! or closed, all that was said to be safe is found again, and nothing that never was.

use crate::saves::all_that_may_be_left;
use crate::simulated::{Call, Fault, SimulatedDisk};
use crate::typist::{JOURNALS, Progress, Typist, folder, key, work};
use minutebook::format::journal::Entry;
use minutebook::store::{Cause, sweep};
use std::io::ErrorKind;
use std::path::Path;

fn disk() -> SimulatedDisk {
    SimulatedDisk::with(&["/council"])
}

/// How many calls there are when nothing goes wrong.
fn calls() -> usize {
    let disk = disk();
    let mut typist = Typist::new();
    let progress = work(&folder(&disk), &mut typist, |_, _, _| false).expect("nothing is in the way");
    assert_eq!(progress, Progress { begun: true, safe: typist.made(), made: typist.made() });
    disk.calls().len()
}

/// What must be found of what was typed.
fn judge(disk: &SimulatedDisk, typist: &Typist, progress: Progress, when: &str) {
    match typist.recovered(&folder(disk), when) {
        Some(found) => assert!(
            (progress.safe..=progress.made).contains(&found),
            "{when}: {found} changes came back of {progress:?}"
        ),
        None => assert!(!progress.begun, "{when}: the journal is gone"),
    }
}

#[test]
fn at_every_point_what_was_synced_is_found_again() {
    for cut in 0..calls() {
        let disk = disk();
        disk.cut_at(cut);
        let mut typist = Typist::new();
        let mut reached = Progress::default();
        let ended = work(&folder(&disk), &mut typist, |_, progress, _| {
            reached = progress;
            false
        });
        ended.expect_err("there was no power to end it");
        let when = format!("power cut at call {cut}, {:?}", disk.calls()[cut]);
        for left in all_that_may_be_left(10) {
            judge(&disk.after_power_loss(left), &typist, reached, &format!("{when}, left: {left:?}"));
        }
    }
}

#[test]
fn what_is_swept_is_never_a_journal_and_typing_goes_on() {
    let mut swept = 0;
    for cut in 0..calls() {
        let disk = disk();
        disk.cut_at(cut);
        work(&folder(&disk), &mut Typist::new(), |_, _, _| false).expect_err("there was no power to end it");
        for left in all_that_may_be_left(1) {
            let disk = disk.after_power_loss(left);
            swept += sweep(&disk, Path::new(JOURNALS));
            assert!(disk.paths().len() <= 1, "cut at {cut}, {left:?}: {:?}", disk.paths());
            let mut typist = Typist::new();
            work(&folder(&disk), &mut typist, |_, _, _| false).expect("it is begun anew");
            let disk = disk.after_power_loss(left);
            assert_eq!(typist.recovered(&folder(&disk), "begun anew"), Some(typist.made()));
            assert!(folder(&disk).left_behind().is_empty(), "it was closed");
        }
    }
    assert!(swept > 0, "nothing was ever left, so that this test says nothing");
}

#[test]
fn a_draft_that_came_back_goes_on_where_it_was() {
    let disk = disk();
    let journal = folder(&disk).begin(&key(), &Typist::new().beginning());
    let mut journal = journal.expect("begun");
    let mut typist = Typist::new();
    journal.append(&[typist.change(), typist.change()]).expect("added");
    disk.cut_at(disk.calls().len() + 1);
    let lost: Vec<Entry<u64>> = (0..3).map(|_| typist.change()).collect();
    journal.append(&lost).expect_err("the power goes");
    for left in all_that_may_be_left(12) {
        let disk = disk.after_power_loss(left);
        assert_eq!(folder(&disk).left_behind(), [key()]);
        let found = typist.recovered(&folder(&disk), "the first time").expect("it is there");
        assert!((2..=5).contains(&found));
        let recovered = folder(&disk).recover::<u64>(&key()).expect("it can be read").expect("it is there");
        let mut session = recovered.replayed.session.clone();
        let beginning = minutebook::format::journal::Beginning { session: session.snapshot(), file: None, here: 9 };
        let mut journal = folder(&disk).go_on(&recovered.claim, &beginning).expect("it goes on");
        drop(recovered);
        session.undo().expect("it can be undone").expect("its history came back too");
        journal.append(&[Entry::Undo { to: session.revision() }]).expect("added");
        let disk = disk.after_power_loss(left);
        let again = folder(&disk).recover::<u64>(&key()).expect("it can be read").expect("it is there");
        assert_eq!(again.replayed.session, session, "{left:?}");
    }
}

#[test]
fn each_call_fails_once_and_what_is_tried_again_is_safe() {
    let faults = [
        Fault::Short,
        Fault::Error(ErrorKind::StorageFull),
        Fault::Error(ErrorKind::PermissionDenied),
        Fault::Error(ErrorKind::Other),
    ];
    let mut told = 0;
    for call in 0..calls() {
        for fault in faults {
            let disk = disk();
            disk.fail_at(call, fault);
            let mut typist = Typist::new();
            let mut errors = 0;
            let mut when = String::new();
            let ended = work(&folder(&disk), &mut typist, |ended, progress, typist| {
                let Err(error) = ended else { return true };
                errors += 1;
                when = format!("{fault:?} at call {call}, {:?}: {error}", disk.calls()[call]);
                assert!(error.to_string().contains(": "), "{when}");
                for left in all_that_may_be_left(1) {
                    judge(&disk.after_power_loss(left), typist, progress, &format!("{when}, then {left:?}"));
                }
                errors < 3
            });
            let progress = ended.unwrap_or_else(|error| panic!("{when}: it never works again: {error}"));
            assert_eq!(progress, Progress { begun: true, safe: typist.made(), made: typist.made() }, "{when}");
            told += errors;
            for left in all_that_may_be_left(1) {
                judge(&disk.after_power_loss(left), &typist, progress, &when);
            }
            let lying: Vec<_> =
                disk.paths().into_iter().filter(|path| path.extension() != Some("journal".as_ref())).collect();
            assert!(lying.is_empty(), "{when}: {lying:?}");
        }
    }
    assert!(told > calls(), "only {told} errors were told");
}

#[test]
fn on_a_full_disk_there_is_room_for_all_that_was_promised() {
    let disk = disk();
    let mut typist = Typist::new();
    let mut journal = folder(&disk).begin(&key(), &typist.beginning()).expect("begun");
    disk.set_room(Some(disk.taken()));
    let promised = journal.room();
    assert!(promised > 500_000, "only {promised} bytes are promised");
    let mut safe = 0;
    let (refused, error) = loop {
        let (change, room) = (typist.paste(), journal.room());
        match journal.append(std::slice::from_ref(&change)) {
            Ok(()) => safe = typist.made(),
            Err(error) => {
                assert!(room < 200_000, "{room} bytes were promised: {error}");
                break (change, error);
            }
        }
    };
    assert!(safe >= 5, "hours of typing are not {safe} changes");
    assert!(matches!(error.cause, Cause::NoRoom), "{error}");
    assert!(!journal.is_doubtful());
    for left in all_that_may_be_left(2) {
        judge(&disk.after_power_loss(left), &typist, Progress { begun: true, safe, made: typist.made() }, "full");
    }
    disk.set_room(None);
    journal.append(&[refused]).expect("there is room again");
    let all = Progress { begun: true, safe: typist.made(), made: typist.made() };
    judge(&disk.after_power_loss(crate::simulated::Left::Nothing), &typist, all, "room again");
}

#[test]
fn nothing_is_added_to_a_journal_that_the_disk_did_not_confirm() {
    let disk = disk();
    let mut typist = Typist::new();
    let mut journal = folder(&disk).begin(&key(), &typist.beginning()).expect("begun");
    disk.fail_each(Call::Sync, ErrorKind::Other);
    let first = typist.change();
    journal.append(std::slice::from_ref(&first)).expect_err("not synced");
    disk.heal();
    assert!(journal.is_doubtful() && journal.wants_folding());
    journal.append(&[first]).expect_err("what a failed sync was to keep is not kept by the next");
    journal.fold(&typist.beginning()).expect("a new file is beyond doubt");
    assert!(!journal.is_doubtful());
    let second = typist.change();
    journal.append(&[second]).expect("added");
    for left in all_that_may_be_left(6) {
        assert_eq!(typist.recovered(&folder(&disk.after_power_loss(left)), "folded"), Some(2), "{left:?}");
    }
}

#[test]
fn what_is_in_a_journal_that_was_written_anew_is_not_added_a_second_time() {
    let disk = disk();
    let mut typist = Typist::new();
    let mut journal = folder(&disk).begin(&key(), &typist.beginning()).expect("begun");
    let waiting = [typist.change(), typist.change()];
    disk.fail_each(Call::SyncFolder, ErrorKind::Other);
    let error = journal.fold(&typist.beginning()).expect_err("its name is not on the disk");
    assert!(matches!(error.cause, Cause::Unconfirmed(_)), "{error}");
    disk.heal();
    // Whoever is told that folding failed may well try to add what waits.
    journal.append(&waiting).expect_err("it is in the journal");
    assert!(journal.is_doubtful());
    journal.fold(&typist.beginning()).expect("folded");
    let third = typist.change();
    journal.append(&[third]).expect("added");
    drop(journal);
    assert_eq!(typist.recovered(&folder(&disk), "folded"), Some(3));
}
