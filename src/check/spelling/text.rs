use crate::model::{Inline, Language, MARK, Paragraph, length};
use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
    ops::Range,
};

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

/// Where a paragraph is in another language than English, in bytes of its flat text.
pub(super) fn foreign(paragraph: &Paragraph) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut at = 0;
    for inline in &paragraph.text {
        let to = at + length(inline);
        if matches!(inline, Inline::Text(run) if !is_english(&run.look.language)) {
            ranges.push(at..to);
        }
        at = to;
    }
    ranges
}

/// Whether a language is English, or that of what is around it.
pub(super) fn is_english(Language(tag): &Language) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    primary.is_empty() || primary.eq_ignore_ascii_case("en")
}
