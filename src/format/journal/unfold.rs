use super::{like, v1::RECORD};

/// The shortest text that others are held against.
const WORTH: usize = 100;

/// What texts may unfold to, in bytes, whatever the journal's length.
const FREE: usize = 16 << 20;

/// And how many bytes more for each byte that is stored: a letter typed in a paragraph of some thousand words.
const RATIO: usize = 100;

/// A whole text follows.
const WHOLE: u8 = b'=';

/// What differs from the last text follows.
const LIKE: u8 = b'~';

/// The texts of records, one after the other, folded and unfolded: where one is like the last one that was long enough, only
/// what differs is stored. Both ways keep count in the same manner, so that no journal unfolds to more than was folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    last: String,
    stored: usize,
    unfolded: usize,
}

impl Texts {
    /// A text as it is stored.
    pub(super) fn fold(&mut self, text: String) -> Vec<u8> {
        let affordable = self.affords(text.len());
        let differences = if affordable { like::differences(&self.last, &text) } else { None };
        let payload = match differences {
            Some(differences) if differences.len() < text.len() => [&[LIKE], differences.as_bytes()].concat(),
            _ => [&[WHOLE], text.as_bytes()].concat(),
        };
        self.count(&payload, text);
        payload
    }

    /// What was stored, as the text that it was; none where it is nothing that was stored so.
    pub(super) fn unfold(&mut self, payload: &[u8]) -> Option<String> {
        let (kind, rest) = payload.split_first()?;
        let rest = std::str::from_utf8(rest).ok()?;
        let text = match *kind {
            WHOLE if rest.len() <= RECORD.bytes => rest.to_owned(),
            LIKE => like::apply(&self.last, rest, RECORD.bytes).filter(|text| self.affords(text.len()))?,
            _ => return None,
        };
        self.count(payload, text.clone());
        Some(text)
    }

    /// How many bytes all texts together have, unfolded: a measure of what it costs to read them again.
    pub(super) fn unfolded(&self) -> usize {
        self.unfolded
    }

    fn affords(&self, length: usize) -> bool {
        self.unfolded.saturating_add(length) <= FREE.saturating_add(self.stored.saturating_mul(RATIO))
    }

    fn count(&mut self, payload: &[u8], text: String) {
        self.stored = self.stored.saturating_add(payload.len());
        self.unfolded = self.unfolded.saturating_add(text.len());
        if text.len() >= WORTH {
            self.last = text;
        }
    }
}
