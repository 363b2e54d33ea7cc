//! A paragraph's text as one string: what places within a paragraph are counted in.

use super::{Inline, Paragraph};

/// What stands for a mark in the flat text of a paragraph.
pub const MARK: char = '\u{FFFC}';

/// The text of a paragraph, with one [`MARK`] for each mark.
pub fn flat(paragraph: &Paragraph) -> String {
    let mut out = String::new();
    for inline in &paragraph.text {
        match inline {
            Inline::Text(run) => out.push_str(&run.text),
            Inline::Citation(_) | Inline::Person(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => {
                out.push(MARK);
            }
        }
    }
    out
}

/// The length of the flat text of something, in bytes.
pub fn length(inline: &Inline) -> usize {
    match inline {
        Inline::Text(run) => run.text.len(),
        Inline::Citation(_) | Inline::Person(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => {
            MARK.len_utf8()
        }
    }
}

/// The length of a paragraph's flat text, in bytes.
pub fn length_of(paragraph: &Paragraph) -> usize {
    paragraph.text.iter().map(length).sum()
}
