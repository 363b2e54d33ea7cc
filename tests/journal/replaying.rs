//! Replaying gives the session back: minutes, history, revisions, labels, merges and places.

use crate::{
    arbitrary,
    clerk::{Clerk, beginning, begun, filed, journal, unsigned},
};
use minutebook::{
    edit::Session,
    format::{
        journal::{Ending, Entry, JournalFault, Settled, Writer, Written, replay},
        validate,
    },
};
use proptest::{collection::vec, prelude::*};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn replaying_gives_the_same_session(
        minutes in arbitrary::minutes(), donor in arbitrary::minutes(),
        numbers in vec(any::<u64>(), 1..60), more in vec(any::<u64>(), 1..20), batch in 1..9_usize,
    ) {
        let start = Session::opened(unsigned(minutes));
        let mut clerk = Clerk::new(start.clone());
        clerk.play(&donor, &numbers);
        let bytes = journal(&start, &clerk.entries, batch);
        let mut replayed = replay::<u64>(&bytes).map_err(|fault| TestCaseError::fail(fault.to_string()))?;
        prop_assert_eq!((replayed.ending, replayed.entries), (Ending::Whole, clerk.entries.len()));
        if replayed.taken_back > 0 {
            prop_assert!(validate(replayed.session.minutes()).is_ok());
            for _ in 0..replayed.taken_back {
                replayed.session.redo().map_err(|error| TestCaseError::fail(error.to_string()))?;
            }
            prop_assert!(validate(replayed.session.minutes()).is_err());
            prop_assert_eq!(replayed.session.minutes(), clerk.session.minutes());
            return Ok(());
        }
        prop_assert_eq!(&replayed.session, &clerk.session);
        prop_assert_eq!(replayed.here, clerk.here);
        prop_assert_eq!(replayed.generation, 3);

        // What is done from now on leads to the same in both.
        let done = clerk.entries.len();
        clerk.play(&donor, &more);
        let mut other = Clerk::new(replayed.session.clone());
        (other.here, other.now) = (replayed.here, clerk.now - more.iter().map(|number| number % 2_000).sum::<u64>());
        other.play(&donor, &more);
        prop_assert_eq!(&other.session, &clerk.session);
        prop_assert_eq!(&other.entries[..], &clerk.entries[done..]);
        replayed.session.end_step();
    }

    #[test]
    fn a_journal_that_is_written_anew_in_between_leads_to_the_same(
        minutes in arbitrary::minutes(), donor in arbitrary::minutes(),
        numbers in vec(any::<u64>(), 1..40), more in vec(any::<u64>(), 1..40),
    ) {
        let mut clerk = Clerk::new(Session::opened(unsigned(minutes)));
        clerk.play(&donor, &numbers);
        prop_assume!(validate(clerk.session.minutes()).is_ok());
        let (folded, done) = (clerk.session.clone(), clerk.entries.len());
        clerk.play(&donor, &more);
        let replayed = replay::<u64>(&journal(&folded, &clerk.entries[done..], 3));
        let replayed = replayed.map_err(|fault| TestCaseError::fail(fault.to_string()))?;
        if replayed.taken_back == 0 {
            prop_assert_eq!(&replayed.session, &clerk.session);
        }
    }
}

#[test]
fn a_letter_costs_a_few_bytes_and_not_its_paragraph() {
    let start = begun();
    let mut clerk = Clerk::new(start.clone());
    for _ in 0..300 {
        "The committee noted. ".chars().for_each(|letter| clerk.letter(letter));
    }
    let empty = journal(&start, &[], 1).len();
    let bytes = journal(&start, &clerk.entries, 5);
    let each = (bytes.len() - empty) / clerk.entries.len();
    assert!(each <= 70, "{each} bytes for a letter in a paragraph of up to 6,300");
    assert_eq!(replay::<u64>(&bytes).unwrap().session, clerk.session);
}

#[test]
fn labels_merges_and_places_come_back() {
    let start = begun();
    let mut clerk = Clerk::new(start.clone());
    "Noted".chars().for_each(|letter| clerk.letter(letter));
    clerk.now += 10_000;
    clerk.letter('.');
    let mut session = replay::<u64>(&journal(&start, &clerk.entries, 2)).unwrap().session;
    assert_eq!(session.undo_label(), Some("typing in the closing remarks"));
    assert_eq!(session.undo(), Ok(Some(12)), "the full stop, typed after a pause, is a step of its own");
    assert_eq!(session.undo(), Ok(Some(7)), "the word is one step");
    assert_eq!(session.minutes(), start.minutes());
    assert!(!session.is_dirty());
    assert_eq!(session.redo(), Ok(Some(12)));
}

#[test]
fn the_file_is_known_again_whether_or_not_it_came_to_its_place() {
    let start = begun();
    let old = Written { revision: 0, file: filed(b"old") };
    let mut clerk = Clerk::new(start.clone());
    clerk.letter('a');
    let revision = clerk.session.revision();
    clerk.entries.push(Entry::Writing(Written { revision, file: filed(b"new") }));
    let (mut writer, mut bytes) = Writer::begin(0, &beginning(&start, 7), vec![old]).unwrap();
    bytes.extend(writer.append(&clerk.entries).unwrap());
    let settled = |found: Option<&[u8]>| {
        let mut replayed = replay::<u64>(&bytes).unwrap();
        let settled = replayed.settle(found.map(minutebook::format::Digest::of));
        (settled, replayed.session.is_dirty())
    };
    assert_eq!(settled(Some(b"old")), (Settled::Known, true));
    assert_eq!(settled(Some(b"new")), (Settled::Known, false));
    assert_eq!(settled(Some(b"of another program")), (Settled::Changed, true));
    assert_eq!(settled(None), (Settled::Gone, true));
}

#[test]
fn a_draft_that_would_be_none_comes_back_without_its_last_changes_which_can_be_made_again() {
    use minutebook::{
        edit::{BusinessEdit, Edit, Intent, ListEdit},
        model::{Id, Section},
    };
    let start = begun();
    let mut clerk = Clerk::new(start.clone());
    for _ in 0..2 {
        let value = Section { id: Id(5), ..Section::default() };
        let edit = Edit::Business(BusinessEdit::Sections(ListEdit::Insert { at: 0, value }));
        let intent = Intent { label: "section".to_owned(), merge: None, at: 1, before: 7, after: 7 };
        clerk.change(edit, intent);
    }
    let mut replayed = replay::<u64>(&journal(&start, &clerk.entries, 1)).unwrap();
    assert_eq!((replayed.taken_back, replayed.session.minutes().business.len()), (1, 1));
    replayed.session.redo().unwrap();
    assert_eq!(replayed.session.minutes(), clerk.session.minutes());
    let anew = Writer::begin(0, &beginning(&clerk.session, 7), Vec::new());
    assert!(matches!(anew, Err(JournalFault::Invalid(_))), "a journal never begins with what cannot be read again");
}
