//! The gaps of the house's wording are filled.

use super::span::{Span, Spans, is_silent, plain};
use crate::template::{Piece, Words};

/// What fills the gaps of a wording, by name.
pub(super) type Gaps<'a> = [(&'a str, Spans)];

/// Fills the gaps. A gap that is not among them says nothing.
pub(super) fn fill(words: &Words, gaps: &Gaps<'_>) -> Spans {
    let mut out = Spans::new();
    write(words.pieces(), gaps, &mut out);
    out
}

/// The wording of a house that has no gaps.
pub(super) fn said(words: &Words) -> Spans {
    fill(words, &[])
}

fn write(pieces: &[Piece], gaps: &Gaps<'_>, out: &mut Spans) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.extend(plain(text.as_str())),
            Piece::Gap(name) => out.extend(value(gaps, name).iter().cloned()),
            Piece::Optional(pieces) if is_filled(pieces, gaps) => write(pieces, gaps, out),
            Piece::Optional(_) => {}
        }
    }
}

fn is_filled(pieces: &[Piece], gaps: &Gaps<'_>) -> bool {
    pieces.iter().all(|piece| match piece {
        Piece::Gap(name) => !is_silent(value(gaps, name)),
        Piece::Text(_) | Piece::Optional(_) => true,
    })
}

fn value<'a>(gaps: &'a Gaps<'_>, name: &str) -> &'a [Span] {
    gaps.iter().find(|(known, _)| *known == name).map_or(&[], |(_, spans)| spans.as_slice())
}
