use std::time::Duration;

/// The bytes of HTML or text that are looked at; what is behind them is left out.
pub(super) const BYTES: usize = 4 << 20;

/// How deep elements may be nested; the text of deeper ones is left out.
pub(super) const DEPTH: usize = 256;

/// How many paragraphs are taken in, those of cells counted too.
pub(super) const PARAGRAPHS: usize = 50_000;

/// How long is looked at HTML. An element with a million attributes would take minutes, and whatever a person copied is
/// read in a tenth of this.
pub(super) const TIME: Duration = Duration::from_secs(3);

/// The highest level of a paragraph that a draft may hold.
pub(super) const LEVELS: u8 = 8;

/// How many columns a table of a draft may have.
pub(super) const COLUMNS: usize = 64;

/// How many rows a table is read with; what is behind them is left out.
pub(super) const ROWS: usize = 5_000;

/// The highest number with which a list may begin.
pub(super) const LIST_START: u32 = 9_999;

/// The first bytes of a text, cut between two characters.
pub(super) fn cut(text: &str) -> &str {
    text.get(..text.floor_char_boundary(BYTES)).unwrap_or(text)
}
