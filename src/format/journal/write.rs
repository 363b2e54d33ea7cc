use super::begin::Beginning;
use super::entry::{Entry, Written};
use super::fault::JournalFault;
use super::record::{FRAME, Head, JOURNAL_VERSION, last, put};
use super::unfold::Texts;
use super::v1::{RECORD, Start};
use crate::format::{draft, parse::options, scan, validate::validate};
use serde::Serialize;

/// The most bytes that a journal may begin with.
const MOST: usize = 256 << 20;

/// What the record of [`Entry::Closed`] holds.
const CLOSED: &[u8] = b"=Closed";

/// How many of the last bytes of a closed journal say that it is one.
pub const CLOSED_TAIL: usize = FRAME + CLOSED.len();

/// Whether a journal was closed, by its head and its last [`CLOSED_TAIL`] bytes.
pub fn is_closed(head: Head, tail: &[u8]) -> bool {
    last(head, tail, CLOSED)
}

/// Makes the bytes of a journal, one batch of entries after the other.
#[derive(Clone, Debug)]
pub struct Writer {
    salt: u32,
    number: u32,
    texts: Texts,
}

impl Writer {
    /// What ends the records until more are written.
    pub const END: [u8; FRAME] = [0; FRAME];

    /// Begins a journal: gives what writes on, and the bytes up to there. `written` are the files that are known to
    /// hold a revision of the session, the latest last.
    ///
    /// # Errors
    /// Where it could not be read again.
    pub fn begin<C: Serialize + Clone>(
        generation: u64,
        beginning: &Beginning<C>,
        written: Vec<Written>,
    ) -> Result<(Writer, Vec<u8>), JournalFault> {
        let Beginning { session, here, file: _ } = beginning;
        validate(&session.minutes).map_err(JournalFault::Invalid)?;
        let head = Head { version: JOURNAL_VERSION, generation };
        let mut writer = Writer { salt: head.salt(), number: 0, texts: Texts::default() };
        let mut bytes = head.bytes().to_vec();
        let start = Start {
            written,
            here: here.clone(),
            revision: session.revision,
            saved: session.saved_revision,
            last: session.last_revision,
            undo: session.undo.len(),
            redo: session.redo.len(),
        };
        writer.text(&mut bytes, 0, &start)?;
        writer.raw(&mut bytes, 0, draft::write(&session.minutes).as_bytes())?;
        for step in session.undo.iter().rev().chain(session.redo.iter().rev()) {
            writer.text(&mut bytes, 0, step)?;
            if bytes.len() > MOST {
                return Err(JournalFault::TooLarge);
            }
        }
        Ok((writer, bytes))
    }

    /// The bytes of entries that are written together.
    ///
    /// # Errors
    /// Where one could not be read again. The writer is then as it was.
    pub fn append<C: Serialize>(&mut self, entries: &[Entry<C>]) -> Result<Vec<u8>, JournalFault> {
        let mut next = self.clone();
        let mut bytes = Vec::new();
        for entry in entries {
            next.text(&mut bytes, self.number, entry)?;
        }
        *self = next;
        Ok(bytes)
    }

    /// How many bytes it would take to write everything out that was written so far: a measure of what it costs to read it.
    pub fn unfolded(&self) -> usize {
        self.texts.unfolded()
    }

    fn text<T: Serialize>(&mut self, bytes: &mut Vec<u8>, since: u32, value: &T) -> Result<(), JournalFault> {
        let text = options().without_recursion_limit().to_string(value);
        let text = text.map_err(|error| JournalFault::Unwritable(error.to_string()))?;
        if text.len() > RECORD.bytes || scan::brackets(&text, RECORD).is_err() {
            return Err(JournalFault::TooLarge);
        }
        let payload = self.texts.fold(text);
        self.raw(bytes, since, &payload)
    }

    fn raw(&mut self, bytes: &mut Vec<u8>, since: u32, payload: &[u8]) -> Result<(), JournalFault> {
        put(bytes, self.salt, self.number, since, payload).ok_or(JournalFault::TooLarge)?;
        self.number = self.number.checked_add(1).ok_or(JournalFault::TooLarge)?;
        Ok(())
    }
}
