//! What a journal costs. Counts are held here; times are printed by the tests that are ignored unless they are asked for:
//! `cargo test --release --test journal -- --ignored --nocapture`.

use crate::clerk::{Clerk, beginning, begun};
use minutebook::{
    app::{Caret, Selection, Spot, prose::Point},
    edit::{Edit, Intent, MergeKey, Session},
    format::journal::{Beginning, Entry, Writer, replay},
    model::{Id, Paragraph, ProseAt},
    store::{DraftKey, JournalFolder, SystemDisk},
};
use std::{sync::Arc, time::Instant};

/// What typing so many letters into paragraphs of some 1,000 letters is, as the window does it.
fn typing(letters: usize) -> (Session<Spot>, Vec<Entry<Spot>>) {
    let mut session = Session::restore(minutebook::edit::Snapshot {
        minutes: begun().minutes().clone(),
        undo: Vec::new(),
        redo: Vec::new(),
        revision: 0,
        saved_revision: 0,
        last_revision: 0,
    });
    let words = "The committee considered a report of the director on the maintenance of footpaths. ";
    let (mut text, mut paragraph, mut entries) = (String::new(), 0, Vec::new());
    let at = ProseAt::ClosingRemarks;
    let spot = |paragraph, head| {
        let point = Point::new(paragraph, head);
        Spot { selection: Selection::Item(Id(12)), caret: Some(Caret { at, anchor: point, head: point }) }
    };
    for (number, letter) in words.chars().cycle().take(letters).enumerate() {
        if text.len() > 1_000 {
            (text, paragraph) = (String::new(), paragraph + 1);
        }
        let before = spot(paragraph, text.len());
        text.push(letter);
        let remove = usize::from(text.len() > 1);
        let edit = Edit::Prose { at, from: paragraph, remove, insert: vec![Paragraph::plain(&text)] };
        let intent = Intent {
            label: "typing in the closing remarks".to_owned(),
            merge: Some(MergeKey(17_000_000_000_000_000_000)),
            at: number as u64 * 130,
            before,
            after: spot(paragraph, text.len()),
        };
        assert_eq!(session.apply(edit.clone(), intent.clone()), Ok(true));
        entries.push(Entry::Change { edit, intent });
    }
    (session, entries)
}

fn start() -> Beginning<Spot> {
    let (session, _) = typing(0);
    Beginning { session: session.snapshot(), file: None, here: Spot::default() }
}

#[test]
fn a_letter_that_is_typed_in_the_window_costs_less_than_a_hundred_bytes() {
    let (_, entries) = typing(5_000);
    let (mut writer, _) = Writer::begin(0, &start(), Vec::new()).unwrap();
    let bytes: usize = entries.chunks(5).map(|batch| writer.append(batch).unwrap().len()).sum();
    let each = bytes / entries.len();
    assert!(each < 100, "{each} bytes a letter");
}

#[test]
#[ignore = "takes its time; prints what replaying 100,000 letters costs"]
fn replaying_100_000_letters() {
    let (session, entries) = typing(100_000);
    let (mut writer, mut bytes) = Writer::begin(0, &start(), Vec::new()).unwrap();
    let begun = Instant::now();
    for batch in entries.chunks(5) {
        bytes.extend(writer.append(batch).unwrap());
    }
    let writing = begun.elapsed();
    let begun = Instant::now();
    let replayed = replay::<Spot>(&bytes).unwrap();
    let reading = begun.elapsed();
    assert_eq!(replayed.session, session);
    println!(
        "100,000 letters: {} bytes, {} a letter; put into words in {writing:?}, {:?} a letter; replayed in {reading:?}",
        bytes.len(),
        bytes.len() / 100_000,
        writing / 100_000
    );
    let begun = Instant::now();
    let (_, folded) = Writer::begin(1, &Beginning { session: session.snapshot(), ..start() }, Vec::new()).unwrap();
    println!("folded: {} bytes in {:?}", folded.len(), begun.elapsed());
}

#[test]
#[ignore = "writes to the disk a thousand times; prints what that costs"]
fn adding_to_a_journal_on_this_disk() {
    let state = tempfile::TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let folder = JournalFolder::new(Arc::new(SystemDisk), state.path());
    let mut clerk = Clerk::new(begun());
    let mut journal = folder.begin(&DraftKey::untitled(1), &beginning(&clerk.session, 7)).unwrap();
    let mut times = Vec::new();
    for _ in 0..1_000 {
        clerk.entries.clear();
        "Noted".chars().for_each(|letter| clerk.letter(letter));
        let begun = Instant::now();
        journal.append(&clerk.entries).unwrap();
        times.push(begun.elapsed());
    }
    times.sort();
    println!("5 letters added and synced: p50 {:?}, p99 {:?}, most {:?}", times[500], times[990], times[999]);
}
