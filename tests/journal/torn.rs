//! A journal that was torn off or damaged: what stands before is kept, and the clerk can be told which of the two it was.

use crate::clerk::{Clerk, beginning, begun, journal};
use minutebook::{
    edit::Session,
    format::journal::{Ending, Entry, HEAD, JournalFault, Writer, replay},
};

/// A session, entries, and the session after each of them.
fn story() -> (Session<u64>, Vec<Entry<u64>>, Vec<Session<u64>>) {
    let start = begun();
    let mut clerk = Clerk::new(start.clone());
    let mut states = vec![start.clone()];
    for (number, letter) in "The chair welcomed members. ".chars().enumerate() {
        clerk.letter(letter);
        if number % 9 == 8 {
            clerk.save();
            clerk.undo();
            clerk.redo();
        }
    }
    let mut replayed = start.clone();
    for entry in &clerk.entries {
        match entry.clone() {
            Entry::Change { edit, intent } => assert_eq!(replayed.apply(edit, intent), Ok(true)),
            Entry::Undo { .. } => assert!(replayed.undo().unwrap().is_some()),
            Entry::Redo { .. } => assert!(replayed.redo().unwrap().is_some()),
            Entry::Saved { revision } => replayed.saved(revision),
            Entry::Writing(_) | Entry::Here(_) | Entry::Closed => {}
        }
        states.push(replayed.clone());
    }
    assert_eq!(replayed, clerk.session);
    (start, clerk.entries, states)
}

/// Where each batch of a journal ends, and its bytes.
fn batches(start: &Session<u64>, entries: &[Entry<u64>], batch: usize) -> (Vec<u8>, Vec<usize>) {
    let (mut writer, mut bytes) = Writer::begin(3, &beginning(start, 7), Vec::new()).unwrap();
    let mut ends = vec![bytes.len()];
    for entries in entries.chunks(batch) {
        bytes.extend(writer.append(entries).unwrap());
        ends.push(bytes.len());
    }
    (bytes, ends)
}

#[test]
fn wherever_it_is_cut_what_stands_before_the_cut_comes_back() {
    let (start, entries, states) = story();
    let (bytes, ends) = batches(&start, &entries, 1);
    for zeros in [0, 5_000] {
        for cut in 0..=bytes.len() {
            let mut torn = bytes[..cut].to_vec();
            torn.resize(cut + zeros, 0);
            let whole = ends.iter().filter(|end| **end <= cut).count();
            match replay::<u64>(&torn) {
                Ok(replayed) => {
                    assert!(whole > 0, "cut at {cut}");
                    assert_eq!(replayed.session, states[whole - 1], "cut at {cut}");
                    assert_eq!(replayed.entries, whole - 1);
                    assert!(matches!(replayed.ending, Ending::Whole | Ending::Torn), "{:?}", replayed.ending);
                    if ends.contains(&cut) {
                        assert_eq!(replayed.ending, Ending::Whole);
                    }
                }
                Err(fault) => {
                    assert_eq!(whole, 0, "cut at {cut}: {fault}");
                    let expected = if cut < HEAD { JournalFault::NoJournal } else { JournalFault::Beginning };
                    // Of the draft, the record either is whole or is not there.
                    assert!(fault == expected || cut < HEAD, "cut at {cut}: {fault}");
                }
            }
        }
    }
}

#[test]
fn one_changed_bit_costs_at_most_what_stands_from_there_on() {
    let (start, entries, states) = story();
    let (bytes, ends) = batches(&start, &entries, 1);
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1 << (at % 8);
        let before = ends.iter().filter(|end| **end <= at).count();
        match replay::<u64>(&damaged) {
            // Behind the figures of the head there is nothing but zeros, which say nothing.
            Ok(replayed) if before == 0 => assert_eq!(replayed.session, states[entries.len()], "at {at}"),
            Ok(replayed) => {
                assert_eq!(replayed.session, states[before - 1], "at {at}");
                let lost = entries.len() - before;
                let expected = if lost == 0 { Ending::Torn } else { Ending::Damaged { lost } };
                assert_eq!(replayed.ending, expected, "at {at}: what was on the disk is damaged, not torn");
            }
            Err(_) => assert_eq!(before, 0, "at {at}"),
        }
    }
}

#[test]
fn a_batch_whose_beginning_did_not_come_to_the_disk_is_torn_and_no_damage() {
    let (start, entries, states) = story();
    let (bytes, ends) = batches(&start, &entries, 4);
    let last = ends[ends.len() - 2];
    let mut torn = bytes.clone();
    torn[last..last + 40].fill(0);
    let replayed = replay::<u64>(&torn).unwrap();
    assert_eq!(replayed.ending, Ending::Torn);
    assert_eq!(replayed.session, states[(ends.len() - 2) * 4]);
}

#[test]
fn what_another_generation_left_behind_is_not_read() {
    let (start, entries, states) = story();
    let (old, _) = batches(&start, &entries, 1);
    let short = journal(&start, &entries[..3], 1);
    let (_, mut other) = Writer::begin(4, &beginning(&start, 7), Vec::new()).unwrap();
    assert_eq!(other.len(), batches(&start, &[], 1).0.len());
    other.extend(&old[other.len()..]);
    let replayed = replay::<u64>(&other).unwrap();
    assert_eq!((replayed.session, replayed.ending), (states[0].clone(), Ending::Torn));
    assert_eq!(replay::<u64>(&short).unwrap().session, states[3]);
}
