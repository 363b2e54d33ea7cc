//! A clerk who types into a draft that has a journal, and what has to come back of it.

use crate::simulated::SimulatedDisk;
use minutebook::edit::{Edit, Intent, Session};
use minutebook::format::journal::{Beginning, Ending, Entry};
use minutebook::model::{Date, Meeting, Minutes, Paragraph, ProseAt};
use minutebook::store::{DraftKey, JournalFolder, StoreError};
use std::path::Path;
use std::sync::Arc;

/// Where the journals lie.
pub const JOURNALS: &str = "/state/journals";

/// A session, and how it was after each change.
pub struct Typist {
    session: Session<u64>,
    states: Vec<Session<u64>>,
}

impl Typist {
    /// A draft that says nothing but the day.
    pub fn new() -> Typist {
        let meeting = Meeting { date: Date::new(2016, 9, 15).expect("there is such a day"), ..Meeting::default() };
        let session = Session::opened(Minutes { meeting, ..Minutes::default() });
        Typist { states: vec![session.clone()], session }
    }

    /// Makes a change: one more line of remarks, or one that is taken back.
    pub fn change(&mut self) -> Entry<u64> {
        let number = self.states.len() as u64;
        if number.is_multiple_of(5) {
            self.session.undo().expect("it can be undone").expect("there is something to undo");
            self.states.push(self.session.clone());
            return Entry::Undo { to: self.session.revision() };
        }
        let from = self.session.minutes().closing.remarks.len();
        let insert = vec![Paragraph::plain(format!("Remark {number}: {}", "and so on ".repeat(30)))];
        self.apply(Edit::Prose { at: ProseAt::ClosingRemarks, from, remove: 0, insert }, number)
    }

    /// Pastes many lines, no two of which are alike: some 100 KB in the journal.
    pub fn paste(&mut self) -> Entry<u64> {
        let number = self.states.len() as u64;
        let line = |line: u64| {
            (0..250)
                .map(|part| format!("{:x} ", (number * 1_000 + line * 250 + part) * 0x9e37_79b9_7f4a))
                .collect::<String>()
        };
        let insert = (0..25).map(|number| Paragraph::plain(line(number))).collect();
        let from = self.session.minutes().closing.remarks.len();
        self.apply(Edit::Prose { at: ProseAt::ClosingRemarks, from, remove: 0, insert }, number)
    }

    fn apply(&mut self, edit: Edit, number: u64) -> Entry<u64> {
        let intent =
            Intent { label: "a remark".into(), merge: None, at: number * 1_000, before: number, after: number };
        assert_eq!(self.session.apply(edit.clone(), intent.clone()), Ok(true));
        self.states.push(self.session.clone());
        Entry::Change { edit, intent }
    }

    /// How many changes were made.
    pub fn made(&self) -> usize {
        self.states.len() - 1
    }

    /// What a journal begins with now.
    pub fn beginning(&self) -> Beginning<u64> {
        Beginning { session: self.session.snapshot(), file: None, here: self.made() as u64 }
    }

    /// Which state a session is in: after how many changes.
    fn state_of(&self, found: &Session<u64>) -> Option<usize> {
        self.states.iter().position(|state| {
            let mut state = state.clone();
            state.end_step();
            state == *found
        })
    }

    /// Goes back to the state in which a session is, and says after how many changes that was; what came later was never typed.
    pub fn go_back_to(&mut self, found: &Session<u64>) -> Option<usize> {
        let state = self.state_of(found)?;
        self.states.truncate(state + 1);
        self.session = found.clone();
        Some(state)
    }

    /// After how many changes the draft comes back from its journal; nothing where there is none. A journal that is damaged, and
    /// a session that never was, stop the test.
    pub fn recovered(&self, folder: &JournalFolder, when: &str) -> Option<usize> {
        let recovered = folder.recover::<u64>(&key()).unwrap_or_else(|error| panic!("{when}: {error}"))?;
        let ending = recovered.replayed.ending;
        assert!(matches!(ending, Ending::Whole | Ending::Torn), "{when}: {ending:?}");
        let state = self.state_of(&recovered.replayed.session);
        Some(state.unwrap_or_else(|| panic!("{when}: a session that never was")))
    }
}

/// The draft that is typed into.
pub fn key() -> DraftKey {
    DraftKey::of_draft(Path::new("/council/draft.minutes.ron"))
}

/// The journals on a disk.
pub fn folder(disk: &SimulatedDisk) -> JournalFolder {
    JournalFolder::new(Arc::new(disk.clone()), JOURNALS)
}

/// How far a clerk's work has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Whether the journal was begun.
    pub begun: bool,
    /// How many changes are said to be safe.
    pub safe: usize,
    /// How many were made.
    pub made: usize,
}

/// Types: a journal is begun, changes are added a few at a time, it is written anew, more are added, it is closed. `hear` is
/// told how each of that ended. After an error, it is tried again if `hear` says so, with what was typed meanwhile;
/// otherwise the error ends it.
pub fn work(
    folder: &JournalFolder,
    typist: &mut Typist,
    mut hear: impl FnMut(Result<(), &StoreError>, Progress, &Typist) -> bool,
) -> Result<Progress, StoreError> {
    let mut progress = Progress::default();
    let mut journal = loop {
        match folder.begin(&key(), &typist.beginning()) {
            Ok(journal) => break journal,
            Err(error) if hear(Err(&error), progress, typist) => {}
            Err(error) => return Err(error),
        }
    };
    progress.begun = true;
    for round in 0..4 {
        let mut waiting: Vec<Entry<u64>> = Vec::new();
        loop {
            waiting.extend((0..3).map(|_| typist.change()));
            progress.made = typist.made();
            // Anew in the middle, and where the file is no longer to be trusted.
            let added = if round == 2 || journal.is_doubtful() {
                journal.fold(&typist.beginning())
            } else {
                journal.append(&waiting)
            };
            match added {
                Ok(()) => break,
                Err(error) if hear(Err(&error), progress, typist) => {}
                Err(error) => return Err(error),
            }
        }
        progress.safe = typist.made();
        hear(Ok(()), progress, typist);
    }
    match journal.close() {
        // One that is not closed well counts as left behind, and nothing is lost by that.
        Err(error) if !hear(Err(&error), progress, typist) => Err(error),
        _ => Ok(progress),
    }
}
