use crate::model::{Inline, Language, Paragraph};
use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
    ops::Range,
};

/// What stands for a mark in the text that is checked: a citation, a person, a slot.
pub const MARK: char = '\u{fffc}';

/// The text of a paragraph as it is checked: its runs joined, each mark as one [`MARK`]. The ranges that the check gives
/// are bytes of this text.
pub fn text(paragraph: &Paragraph) -> String {
    let mut text = String::new();
    for inline in &paragraph.text {
        match inline {
            Inline::Text(run) => text.push_str(&run.text),
            Inline::Citation(_) | Inline::Person(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => {
                text.push(MARK);
            }
        }
    }
    text
}

/// A number that stands for what is checked in a paragraph: two with the same text in the same languages have the same.
pub fn key(paragraph: &Paragraph) -> u64 {
    let mut hasher = DefaultHasher::new();
    for inline in &paragraph.text {
        match inline {
            Inline::Text(run) => {
                hasher.write(run.text.as_bytes());
                if !is_english(&run.look.language) {
                    (run.text.len(), &run.look.language).hash(&mut hasher);
                }
            }
            Inline::Citation(_) | Inline::Person(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => {
                hasher.write_u32(u32::from(MARK));
            }
        }
    }
    hasher.finish()
}

/// Where a paragraph is in another language than English, in bytes of its [`text`].
pub(super) fn foreign(paragraph: &Paragraph) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut at = 0;
    for inline in &paragraph.text {
        let length = match inline {
            Inline::Text(run) => {
                if !is_english(&run.look.language) {
                    ranges.push(at..at + run.text.len());
                }
                run.text.len()
            }
            Inline::Citation(_) | Inline::Person(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => {
                MARK.len_utf8()
            }
        };
        at += length;
    }
    ranges
}

/// Whether a language is English, or that of what is around it.
pub(super) fn is_english(Language(tag): &Language) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    primary.is_empty() || primary.eq_ignore_ascii_case("en")
}
