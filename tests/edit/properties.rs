//! Random edits on random minutes, and back.

use crate::{arbitrary, random_edits::Maker};
use minutebook::{
    edit::{EditError, Intent, MergeKey, Session},
    model::{Minutes, Record},
};
use proptest::{collection::vec, prelude::*};

fn unsigned(minutes: Minutes) -> Minutes {
    Minutes { record: Record { signed: None, ..minutes.record.clone() }, ..minutes }
}

/// A step that merges with others of its kind one time in two.
fn intent(number: u64) -> Intent<u64> {
    let merge = number.is_multiple_of(2).then_some(MergeKey(number % 3));
    Intent { label: "change".to_owned(), merge, at: number % 5_000, before: number, after: number + 1 }
}

/// Applies an edit for each number and gives every state on the way, the first included.
fn play(session: &mut Session<u64>, donor: &Minutes, numbers: &[u64]) -> usize {
    let mut maker = Maker { donor, numbers: numbers.to_vec(), used: 0, last_id: 2_000_000_000 };
    let mut made = 0;
    for number in numbers {
        let edit = maker.edit(session.minutes());
        match session.apply(edit, intent(*number)) {
            Ok(changed) => made += usize::from(changed),
            // A move in an empty list is the one edit that the maker cannot fit.
            Err(EditError::OutOfRange { length: 0, .. }) => {}
            Err(error) => panic!("an edit that fits was refused: {error:?}"),
        }
    }
    made
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_edit_gives_the_edit_that_takes_it_back(
        minutes in arbitrary::minutes(), donor in arbitrary::minutes(), numbers in vec(any::<u64>(), 1..24),
    ) {
        let mut minutes = minutes;
        let mut maker = Maker { donor: &donor, numbers: numbers.clone(), used: 0, last_id: 2_000_000_000 };
        for _ in &numbers {
            let edit = maker.edit(&minutes);
            let before = minutes.clone();
            let Ok(inverse) = edit.clone().apply(&mut minutes) else {
                prop_assert_eq!(&minutes, &before, "what is refused changes nothing");
                continue;
            };
            let after = minutes.clone();
            let again = inverse.apply(&mut minutes);
            prop_assert_eq!(&minutes, &before, "{:?}", edit);
            let again = again.map_err(|error| TestCaseError::fail(error.to_string()))?;
            again.apply(&mut minutes).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(&minutes, &after, "{:?}", edit);
        }
    }

    #[test]
    fn undoing_everything_restores_the_document_and_redoing_everything_what_was_undone(
        minutes in arbitrary::minutes(), donor in arbitrary::minutes(), numbers in vec(any::<u64>(), 1..32),
    ) {
        let original = unsigned(minutes);
        let mut session = Session::opened(original.clone());
        play(&mut session, &donor, &numbers);
        let last = session.minutes().clone();
        for _ in 0..2 {
            while session.undo().expect("an inverse fits").is_some() {}
            prop_assert_eq!(session.minutes(), &original);
            prop_assert!(!session.is_dirty(), "undone to what is on disk");
            while session.redo().expect("an inverse fits").is_some() {}
            prop_assert_eq!(session.minutes(), &last);
        }
    }

    #[test]
    fn some_steps_back_and_forth_lead_through_the_same_states(
        minutes in arbitrary::minutes(), donor in arbitrary::minutes(), numbers in vec(any::<u64>(), 1..24), back in 1..12_usize,
    ) {
        let mut session = Session::opened(unsigned(minutes));
        play(&mut session, &donor, &numbers);
        let mut states = vec![(session.revision(), session.minutes().clone())];
        for _ in 0..back {
            if session.undo().expect("an inverse fits").is_none() {
                break;
            }
            states.push((session.revision(), session.minutes().clone()));
        }
        states.pop();
        while let Some((revision, state)) = states.pop() {
            session.redo().expect("an inverse fits");
            prop_assert_eq!(session.revision(), revision);
            prop_assert_eq!(session.minutes(), &state);
        }
    }
}
