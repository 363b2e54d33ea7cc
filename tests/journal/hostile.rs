//! Journals that were made to harm: lengths, depths, counts and differences that lead anywhere. None of them may bring the
//! program down, hold it up or take memory that is out of all proportion to the file.

use crate::clerk::{Clerk, beginning, begun, journal};
use minutebook::{
    edit::{BusinessEdit, Edit, Intent, ListEdit},
    format::journal::{Ending, Head, JournalFault, Writer, replay},
    model::{Id, Item, Section},
};
use proptest::{collection::vec, prelude::*};
use std::time::{Duration, Instant};

/// A record with a checksum that is right, whatever it says. The layout is the one that the format documents.
fn record(head: Head, number: u32, length: u32, payload: &[u8]) -> Vec<u8> {
    let salt = crc32fast::hash(&head.bytes()[..32]);
    let figures = [salt, length, number, number].map(u32::to_le_bytes).concat();
    let sum = crc32fast::hash(&[&figures, payload].concat());
    [&figures[4..], &sum.to_le_bytes(), payload].concat()
}

const HEAD: Head = Head { version: 1, generation: 3 };

/// The bytes and the number of records of a journal to which nothing was added.
fn empty() -> (Vec<u8>, u32) {
    (journal(&begun(), &[], 1), 2)
}

/// Adds a record to an empty journal.
fn with(payload: &[u8]) -> Vec<u8> {
    let (mut bytes, number) = empty();
    let length = u32::try_from(payload.len()).unwrap();
    bytes.extend(record(HEAD, number, length, payload));
    bytes
}

#[test]
fn the_record_that_these_tests_make_is_the_one_that_is_read() {
    let mut bytes = with(b"=Here(5)");
    let replayed = replay::<u64>(&bytes).unwrap();
    assert_eq!((replayed.here, replayed.ending), (5, Ending::Whole));
    bytes.extend(record(HEAD, 3, 7, b"=Closed"));
    assert!(replay::<u64>(&bytes).unwrap().closed);
}

#[test]
fn what_is_no_entry_is_damage_and_what_stands_before_counts() {
    let deep = format!("={}{}", "Several([".repeat(100_000), "])".repeat(100_000));
    let wide = format!("=[{}]", "1,".repeat(3_000_000));
    let unclosed = format!("={}", "(".repeat(1_000_000));
    let payloads: Vec<&[u8]> = vec![
        b"=",
        b"~",
        b"?Undo(to:1)",
        b"=Undo(to:1)",
        b"=Redo(to:1)",
        b"=\xff\xfe",
        b"=Saved(revision:-1)",
        b"=Change()",
        b"=Nothing",
        b"~999999999,0,0,0:",
        b"~0,999999999,999999999,0:",
        b"~0,0,0,999999999:",
        deep.as_bytes(),
        wide.as_bytes(),
        unclosed.as_bytes(),
    ];
    for payload in payloads {
        let shown = String::from_utf8_lossy(&payload[..payload.len().min(30)]).into_owned();
        let replayed = replay::<u64>(&with(payload)).unwrap_or_else(|fault| panic!("{shown}: {fault}"));
        // "~" says that nothing differs from the record before.
        assert_eq!(replayed.ending, Ending::Damaged { lost: 1 }, "{shown}");
        assert_eq!(replayed.session, begun(), "{shown}");
    }
}

#[test]
fn lengths_that_lead_out_of_the_file_end_it() {
    for length in [1_u32, 9, 100, 0x7fff_ffff, 0xffff_fff0, u32::MAX] {
        let (mut bytes, number) = empty();
        bytes.extend(record(HEAD, number, length, b"=Closed!"));
        assert_eq!(replay::<u64>(&bytes).unwrap().ending, Ending::Torn, "{length}");
    }
}

#[test]
fn a_head_that_promises_more_steps_than_there_can_be_is_refused() {
    let text = b"=(here:7,revision:0,saved:0,last:0,undo:4000000000,redo:0)";
    let mut bytes = HEAD.bytes().to_vec();
    bytes.extend(record(HEAD, 0, u32::try_from(text.len()).unwrap(), text));
    let draft = minutebook::format::write(begun().minutes());
    bytes.extend(record(HEAD, 1, u32::try_from(draft.len()).unwrap(), draft.as_bytes()));
    assert_eq!(replay::<u64>(&bytes), Err(JournalFault::Beginning));
}

#[test]
fn few_bytes_do_not_unfold_to_any_number() {
    // Each record says "as the one before", of one megabyte.
    let long =
        format!("=Change(edit:NilDeclarations(\"{}\"),intent:(label:\"\",at:0,before:7,after:7))", "x".repeat(1 << 20));
    let mut bytes = with(long.as_bytes());
    for number in 3..20_000 {
        let payload = format!("~3,1,1,9:{number:09}");
        bytes.extend(record(HEAD, number, u32::try_from(payload.len()).unwrap(), payload.as_bytes()));
    }
    let begun = Instant::now();
    let replayed = replay::<u64>(&bytes).unwrap();
    assert!(matches!(replayed.ending, Ending::Damaged { .. }), "{:?} after {}", replayed.ending, replayed.entries);
    assert!(replayed.entries < 200, "{} megabytes were unfolded", replayed.entries);
    assert!(begun.elapsed() < Duration::from_secs(60));
}

#[test]
fn items_within_items_without_end_are_damage() {
    let mut clerk = Clerk::new(begun());
    let mut nest = |edit| clerk.change(edit, Intent { label: String::new(), merge: None, at: 1, before: 7, after: 7 });
    let section = Section { id: Id(1), ..Section::default() };
    nest(Edit::Business(BusinessEdit::Sections(ListEdit::Insert { at: 0, value: section })));
    for id in 2..400 {
        let value = Item { id: Id(id), ..Item::default() };
        nest(Edit::Business(BusinessEdit::Items { of: Id(id - 1), edit: Box::new(ListEdit::Insert { at: 0, value }) }));
    }
    let replayed = replay::<u64>(&journal(&begun(), &clerk.entries, 1)).unwrap();
    assert!(matches!(replayed.ending, Ending::Damaged { lost } if lost > 300), "{:?}", replayed.ending);
    assert!(minutebook::format::validate(replayed.session.minutes()).is_ok());
}

#[test]
fn bytes_that_all_look_like_the_beginning_of_a_record_are_soon_passed() {
    let (mut bytes, number) = empty();
    bytes.extend(record(HEAD, number, 7, b"=Broken"));
    *bytes.last_mut().unwrap() ^= 1;
    let likely = [0x00_10_00_00_u32, number + 9, number + 9].map(u32::to_le_bytes).concat();
    while bytes.len() < 4 << 20 {
        bytes.extend(&likely);
    }
    let begun = Instant::now();
    assert_eq!(replay::<u64>(&bytes).unwrap().ending, Ending::Torn);
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400), head in any::<bool>()) {
        let whole = if head { [&HEAD.bytes()[..], &bytes].concat() } else { bytes };
        let _ = replay::<u64>(&whole);
    }

    #[test]
    fn records_of_any_text_are_read_or_refused(payloads in vec("[=~][A-Za-z()\\[\\]:,0-9\" ]{0,60}", 0..6)) {
        let (mut bytes, mut number) = empty();
        for payload in payloads {
            bytes.extend(record(HEAD, number, u32::try_from(payload.len()).unwrap(), payload.as_bytes()));
            number += 1;
        }
        let replayed = replay::<u64>(&bytes).map_err(|fault| TestCaseError::fail(fault.to_string()))?;
        prop_assert!(minutebook::format::validate(replayed.session.minutes()).is_ok());
    }

    #[test]
    fn a_journal_with_changed_bytes_is_read_or_refused(
        numbers in vec(any::<u64>(), 1..20), changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut clerk = Clerk::new(begun());
        clerk.play(begun().minutes(), &numbers);
        let (mut writer, mut bytes) = Writer::begin(3, &beginning(&begun(), 7), Vec::new()).unwrap();
        bytes.extend(writer.append(&clerk.entries).unwrap());
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(replayed) = replay::<u64>(&bytes) {
            prop_assert!(minutebook::format::validate(replayed.session.minutes()).is_ok());
        }
    }
}
