//! A clerk who does random things to a session, with everything that is done as the entries of a journal.

use crate::random_edits::Maker;
use minutebook::{
    edit::{Edit, Intent, MergeKey, Session},
    format::{
        Digest,
        journal::{Beginning, Entry, Filed, Writer, Written},
    },
    model::{Date, Meeting, Minutes, Paragraph, ProseAt, Record},
};
use std::path::PathBuf;

/// A session and what was done in it.
pub struct Clerk {
    pub session: Session<u64>,
    pub entries: Vec<Entry<u64>>,
    pub here: u64,
    pub now: u64,
}

/// Minutes that can be changed.
pub fn unsigned(minutes: Minutes) -> Minutes {
    Minutes { record: Record { signed: None, ..minutes.record.clone() }, ..minutes }
}

/// A session of minutes that say nothing but the day.
pub fn begun() -> Session<u64> {
    let meeting = Meeting { date: Date::new(2016, 9, 15).expect("there is such a day"), ..Meeting::default() };
    Session::opened(Minutes { meeting, ..Minutes::default() })
}

/// What a journal of a session begins with.
pub fn beginning(session: &Session<u64>, here: u64) -> Beginning<u64> {
    Beginning { session: session.snapshot(), file: None, here }
}

/// A draft's file with these bytes.
pub fn filed(bytes: &[u8]) -> Filed {
    Filed { path: PathBuf::from("/drafts/board.minutes.ron"), digest: Digest::of(bytes) }
}

/// The bytes of a whole journal: the entries in batches of so many.
pub fn journal(session: &Session<u64>, entries: &[Entry<u64>], batch: usize) -> Vec<u8> {
    let (mut writer, mut bytes) = Writer::begin(3, &beginning(session, 7), Vec::new()).expect("it can be read again");
    for entries in entries.chunks(batch.max(1)) {
        bytes.extend(writer.append(entries).expect("they can be read again"));
    }
    bytes
}

impl Clerk {
    pub fn new(session: Session<u64>) -> Clerk {
        Clerk { session, entries: Vec::new(), here: 7, now: 100_000 }
    }

    /// Makes a change, and notes it where it changed anything.
    pub fn change(&mut self, edit: Edit, intent: Intent<u64>) {
        let after = intent.after;
        if self.session.apply(edit.clone(), intent.clone()) == Ok(true) {
            self.here = after;
            self.entries.push(Entry::Change { edit, intent });
        }
    }

    pub fn undo(&mut self) {
        if let Ok(Some(here)) = self.session.undo() {
            self.here = here;
            self.entries.push(Entry::Undo { to: self.session.revision() });
        }
    }

    pub fn redo(&mut self) {
        if let Ok(Some(here)) = self.session.redo() {
            self.here = here;
            self.entries.push(Entry::Redo { to: self.session.revision() });
        }
    }

    /// Saves: the file is about to be written, and some time later the session hears that it was.
    pub fn save(&mut self) {
        let revision = self.session.revision();
        let file = filed(&revision.to_le_bytes());
        self.entries.push(Entry::Writing(Written { revision, file }));
        self.session.saved(revision);
        self.entries.push(Entry::Saved { revision });
    }

    /// Does something for each number.
    pub fn play(&mut self, donor: &Minutes, numbers: &[u64]) {
        let mut maker = Maker { donor, numbers: numbers.to_vec(), used: 0, last_id: 2_000_000_000 };
        for number in numbers {
            self.now += number % 2_000;
            match number % 11 {
                0 => self.undo(),
                1 => self.redo(),
                2 => self.save(),
                3 => {
                    self.here = number % 100;
                    self.entries.push(Entry::Here(self.here));
                }
                4..8 => self.letter(char::from(b'a' + (number % 26) as u8)),
                _ => {
                    let edit = maker.edit(self.session.minutes());
                    let merge = number.is_multiple_of(2).then_some(MergeKey(number % 3));
                    let label = format!("change {}", number % 4);
                    self.change(edit, Intent { label, merge, at: self.now, before: self.here, after: self.here + 1 });
                }
            }
        }
    }

    /// Types a letter at the end of the closing remarks.
    pub fn letter(&mut self, letter: char) {
        let remarks = &self.session.minutes().closing.remarks;
        let (from, remove) = (remarks.len().saturating_sub(1), remarks.len().min(1));
        let mut paragraph = remarks.last().cloned().unwrap_or_else(|| Paragraph::plain(""));
        match paragraph.text.last_mut() {
            Some(minutebook::model::Inline::Text(run)) => run.text.push(letter),
            _ => paragraph.text.push(minutebook::model::Inline::plain(letter)),
        }
        let edit = Edit::Prose { at: ProseAt::ClosingRemarks, from, remove, insert: vec![paragraph] };
        let label = "typing in the closing remarks".to_owned();
        let merge = Some(MergeKey(0x1234_5678_9abc));
        self.change(edit, Intent { label, merge, at: self.now, before: self.here, after: self.here + 1 });
    }
}
