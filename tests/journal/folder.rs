//! Journals in their folder: begun, added to, taken up again after the process ended, folded, closed, locked, taken away.

use crate::clerk::{Clerk, beginning, begun, filed};
use minutebook::{
    format::{
        Digest,
        journal::{Beginning, Ending, Entry, HEAD, Settled, Written},
    },
    store::{Cause, DraftKey, Journal, JournalFolder, SystemDisk},
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};
use tempfile::TempDir;

struct Rig {
    state: TempDir,
    key: DraftKey,
}

impl Rig {
    fn new() -> Rig {
        Rig { state: TempDir::new().unwrap(), key: DraftKey::of_draft(Path::new("/drafts/board.minutes.ron")) }
    }

    fn folder(&self) -> JournalFolder {
        JournalFolder::new(Arc::new(SystemDisk), self.state.path().join("journals"))
    }

    fn path(&self) -> PathBuf {
        self.state.path().join("journals").join(format!("{}.journal", self.key))
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.state.path().join("journals")).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn begin(&self, clerk: &Clerk) -> Journal<u64> {
        self.folder().begin(&self.key, &beginning(&clerk.session, clerk.here)).unwrap()
    }
}

/// A clerk who typed a sentence, and their journal.
fn typed(rig: &Rig) -> (Clerk, Journal<u64>) {
    let mut clerk = Clerk::new(begun());
    let mut journal = rig.begin(&clerk);
    "Noted.".chars().for_each(|letter| clerk.letter(letter));
    journal.append(&clerk.entries).unwrap();
    (clerk, journal)
}

#[test]
fn what_was_added_comes_back_after_the_process_ended() {
    let rig = Rig::new();
    let (mut clerk, journal) = typed(&rig);
    drop(journal);
    assert_eq!(rig.folder().left_behind(), std::slice::from_ref(&rig.key));
    let recovered = rig.folder().recover::<u64>(&rig.key).unwrap().expect("it is there");
    clerk.session.end_step();
    assert_eq!(recovered.replayed.session, clerk.session);
    assert_eq!((recovered.replayed.here, recovered.replayed.unsaved), (clerk.here, 6));
    assert_eq!((recovered.replayed.ending, recovered.replayed.closed), (Ending::Whole, false));
    assert!(recovered.written_at.is_some_and(|at| at.elapsed().is_ok_and(|age| age < Duration::from_secs(60))));
    assert_eq!(recovered.path(), None);

    // Whoever took it up goes on with it; nobody else can meanwhile.
    assert!(matches!(rig.folder().recover::<u64>(&rig.key).map(|_| ()).unwrap_err().cause, Cause::InUse));
    let mut journal = rig.folder().go_on(&recovered.claim, &beginning(&clerk.session, clerk.here)).unwrap();
    drop(recovered);
    assert!(rig.folder().left_behind().is_empty());
    clerk.entries.clear();
    clerk.undo();
    clerk.letter('!');
    journal.append(&clerk.entries).unwrap();
    drop(journal);
    let recovered = rig.folder().recover::<u64>(&rig.key).unwrap().unwrap();
    assert_eq!(recovered.replayed.session.minutes(), clerk.session.minutes());
    assert_eq!(recovered.replayed.generation, 1);
    assert_eq!(rig.names(), [format!("{}.journal", rig.key)]);
}

#[test]
fn while_it_is_open_no_other_takes_it() {
    let rig = Rig::new();
    let (_clerk, journal) = typed(&rig);
    let in_use = |error: minutebook::store::StoreError| matches!(error.cause, Cause::InUse);
    assert!(rig.folder().recover::<u64>(&rig.key).err().is_some_and(in_use));
    assert!(rig.folder().begin(&rig.key, &beginning(&begun(), 7)).err().is_some_and(in_use));
    assert!(rig.folder().discard(&rig.key).err().is_some_and(in_use));
    assert!(rig.folder().left_behind().is_empty());
    drop(journal);
    rig.folder().discard(&rig.key).unwrap();
    assert!(rig.folder().recover::<u64>(&rig.key).unwrap().is_none());
    assert!(rig.names().is_empty());
}

#[test]
fn history_and_caret_come_back_after_closing_where_the_file_is_the_same() {
    let rig = Rig::new();
    let mut clerk = Clerk::new(begun());
    let start = Beginning { file: Some(filed(b"old")), ..beginning(&clerk.session, clerk.here) };
    let mut journal = rig.folder().begin(&rig.key, &start).unwrap();
    clerk.letter('a');
    let revision = clerk.session.revision();
    clerk.entries.push(Entry::Writing(Written { revision, file: filed(b"new") }));
    clerk.session.saved(revision);
    clerk.entries.push(Entry::Saved { revision });
    clerk.entries.push(Entry::Here(33));
    journal.append(&clerk.entries).unwrap();
    journal.close().unwrap();
    assert!(rig.folder().left_behind().is_empty(), "it was closed");

    let known = |bytes: Option<&[u8]>| {
        let mut recovered = rig.folder().recover::<u64>(&rig.key).unwrap().unwrap();
        recovered.is_file_with_history(bytes.map(Digest::of))
    };
    assert!(known(Some(b"new")));
    assert!(!known(Some(b"old")), "somebody put an older file in its place: the history is not of that");
    assert!(!known(Some(b"else")));
    assert!(!known(None));
    let recovered = rig.folder().recover::<u64>(&rig.key).unwrap().unwrap();
    assert_eq!(recovered.path(), Some(filed(b"").path.as_path()));
    assert_eq!(recovered.replayed.here, 33);
    let mut session = recovered.replayed.session;
    session.undo().unwrap();
    assert_eq!(&session, &{
        clerk.session.end_step();
        clerk.session.undo().unwrap();
        clerk.session.clone()
    });
}

#[test]
fn a_journal_is_written_anew_and_still_knows_the_files_that_were_written() {
    let rig = Rig::new();
    let (mut clerk, mut journal) = typed(&rig);
    let revision = clerk.session.revision();
    journal.append(&[Entry::Writing(Written { revision, file: filed(b"new") })]).unwrap();
    let before = journal.length();
    for _ in 0..200 {
        clerk.entries.clear();
        clerk.letter('x');
        journal.append(&clerk.entries).unwrap();
    }
    assert!(journal.length() > before + 4_000);
    journal.fold(&beginning(&clerk.session, clerk.here)).unwrap();
    clerk.entries.clear();
    clerk.letter('y');
    journal.append(&clerk.entries).unwrap();
    drop(journal);
    let mut recovered = rig.folder().recover::<u64>(&rig.key).unwrap().unwrap();
    assert_eq!(recovered.settle(Some(Digest::of(b"new"))), Settled::Known);
    assert_eq!(recovered.replayed.session.minutes(), clerk.session.minutes());
    assert_eq!(recovered.replayed.generation, 1);
    assert_eq!(rig.names().len(), 1);
}

#[test]
fn much_typing_makes_it_long_enough_to_be_written_anew() {
    let rig = Rig::new();
    let (mut clerk, mut journal) = typed(&rig);
    assert!(!journal.wants_folding());
    let mut batches = 0;
    while !journal.wants_folding() {
        clerk.entries.clear();
        for _ in 0..2_000 {
            clerk.letter('x');
            clerk.now += 2_000;
            clerk.undo();
        }
        journal.append(&clerk.entries).unwrap();
        batches += 1;
        assert!(batches < 100, "{} bytes and it is still not long", journal.length());
    }
    journal.fold(&beginning(&clerk.session, clerk.here)).unwrap();
    assert!(!journal.wants_folding());
}

#[test]
fn a_journal_is_renamed_with_its_draft_and_there_is_never_another() {
    let rig = Rig::new();
    let (mut clerk, mut journal) = typed(&rig);
    let key = DraftKey::of_draft(Path::new("/drafts/copy.minutes.ron"));
    let left = DraftKey::untitled(9);
    drop(rig.folder().begin(&left, &beginning(&begun(), 7)).unwrap());
    assert!(
        matches!(rig.folder().rename(&mut journal, &left).unwrap_err().cause, Cause::InUse),
        "it may still be wanted"
    );
    rig.folder().begin(&key, &beginning(&begun(), 7)).unwrap().close().unwrap();
    rig.folder().rename(&mut journal, &key).unwrap();
    assert_eq!(rig.names(), [format!("{key}.journal"), format!("{left}.journal")]);
    clerk.entries.clear();
    clerk.letter('!');
    journal.append(&clerk.entries).unwrap();
    journal.fold(&beginning(&clerk.session, clerk.here)).unwrap();
    assert_eq!((journal.key(), rig.names().len()), (&key, 2));
    drop(journal);
    let recovered = rig.folder().recover::<u64>(&key).unwrap().unwrap();
    assert_eq!(recovered.replayed.session.minutes(), clerk.session.minutes());
    assert!(rig.folder().recover::<u64>(&rig.key).unwrap().is_none());
}

#[test]
fn room_is_kept_ahead() {
    let rig = Rig::new();
    let (mut clerk, mut journal) = typed(&rig);
    for _ in 0..30 {
        assert!(journal.room() >= 500_000, "{}", journal.room());
        assert_eq!(fs::metadata(rig.path()).unwrap().len(), journal.length() + journal.room() + 16);
        clerk.entries.clear();
        clerk.now += 5_000;
        let text: String = (0..50_000).map(|number| char::from(b'a' + (number % 26) as u8)).collect();
        let edit = minutebook::edit::Edit::NilDeclarations(Some(format!("{}{text}", clerk.now)));
        let intent =
            minutebook::edit::Intent { label: "paste".to_owned(), merge: None, at: clerk.now, before: 7, after: 7 };
        clerk.change(edit, intent);
        journal.append(&clerk.entries).unwrap();
    }
    let length = journal.length();
    journal.close().unwrap();
    assert!(fs::metadata(rig.path()).unwrap().len() < length + 100, "what was kept ahead is given back");
}

#[test]
fn a_damaged_journal_gives_what_stands_before_and_is_kept_aside() {
    let rig = Rig::new();
    let (mut clerk, mut journal) = typed(&rig);
    let at = journal.length() as usize + 30;
    for letter in [" ", "A", "g", "r", "e", "e", "d", "."] {
        clerk.entries.clear();
        letter.chars().for_each(|letter| clerk.letter(letter));
        journal.append(&clerk.entries).unwrap();
    }
    drop(journal);
    let mut bytes = fs::read(rig.path()).unwrap();
    bytes[at] ^= 0x55;
    fs::write(rig.path(), &bytes).unwrap();
    let recovered = rig.folder().recover::<u64>(&rig.key).unwrap().unwrap();
    assert_eq!(recovered.replayed.ending, Ending::Damaged { lost: 7 });
    assert_eq!(recovered.replayed.entries, 6);
    rig.folder().go_on(&recovered.claim, &beginning(&recovered.replayed.session, 7)).unwrap();
    assert_eq!(fs::read(rig.path().with_extension("journal-aside")).unwrap(), bytes);
}

#[test]
fn what_cannot_be_read_is_put_aside_and_never_written_over() {
    let rig = Rig::new();
    let (clerk, journal) = typed(&rig);
    drop(journal);
    fs::write(rig.path(), b"anything").unwrap();
    assert!(matches!(rig.folder().recover::<u64>(&rig.key).map(|_| ()).unwrap_err().cause, Cause::Journal(_)));
    assert!(rig.folder().recover::<u64>(&rig.key).unwrap().is_none());
    rig.begin(&clerk);
    assert_eq!(fs::read(rig.path().with_extension("journal-aside")).unwrap(), b"anything");

    // A journal of a newer program is of use to that.
    let newer = minutebook::format::journal::Head { version: 2, generation: 5 }.bytes();
    assert_eq!(newer.len(), HEAD);
    fs::write(rig.path(), newer).unwrap();
    let error = rig.folder().recover::<u64>(&rig.key).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("newer Minutebook"), "{error}");
    rig.begin(&clerk);
    assert_eq!(fs::read(rig.path().with_extension("journal-aside")).unwrap(), newer);
}

#[test]
fn what_a_killed_process_left_half_made_does_not_hinder_the_next() {
    let rig = Rig::new();
    let clerk = Clerk::new(begun());
    fs::create_dir_all(rig.path().parent().unwrap()).unwrap();
    fs::write(rig.path().with_file_name(format!(".minutebook-{}.tmp", rig.key)), b"half").unwrap();
    rig.begin(&clerk);
    assert_eq!(rig.names(), [format!("{}.journal", rig.key)]);
}

#[test]
fn journals_of_closed_drafts_are_kept_for_a_while_and_not_for_ever() {
    let rig = Rig::new();
    let clerk = Clerk::new(begun());
    for number in 0..45 {
        let key = DraftKey::untitled(number);
        let journal = rig.folder().begin(&key, &beginning(&clerk.session, 7)).unwrap();
        if number > 0 {
            journal.close().unwrap();
        }
    }
    let now = SystemTime::now();
    let day = Duration::from_secs(24 * 60 * 60);
    assert_eq!(rig.folder().prune(now), 4, "40 closed ones are kept, and the one that was left behind");
    assert_eq!(rig.names().len(), 41);
    assert_eq!(rig.folder().prune(now + 59 * day), 0);
    assert_eq!(rig.folder().prune(now - 400 * day), 0, "a clock that was set back takes nothing away");
    assert_eq!(rig.folder().prune(now + 61 * day), 40);
    assert_eq!(rig.folder().left_behind(), [DraftKey::untitled(0)], "it is not closed, however old it is");
}
