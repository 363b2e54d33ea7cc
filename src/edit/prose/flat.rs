//! Pieces of a paragraph's flat text, and what they are put together to.

use super::Point;
use crate::model::{Inline, Look, Paragraph, Privacy, Prose};
pub use crate::model::{MARK, flat, length, length_of};
use std::ops::Range;

/// The text and the marks in a range of the flat text. A mark of which the range holds a part is in it whole.
pub fn slice(paragraph: &Paragraph, range: Range<usize>) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut from = 0;
    for inline in &paragraph.text {
        let to = from + length(inline);
        let (start, end) = (range.start.max(from), range.end.min(to));
        if start < end {
            match inline {
                Inline::Text(run) => {
                    let text = run.text.get(start - from..end - from).unwrap_or_default().to_owned();
                    out.push(Inline::Text(crate::model::Run { text, look: run.look.clone() }));
                }
                mark => out.push(mark.clone()),
            }
        }
        from = to;
    }
    out
}

/// The same text and marks without empty runs, and with no two runs of one look side by side.
pub fn tidy(text: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(text.len());
    for inline in text {
        match (out.last_mut(), inline) {
            (_, Inline::Text(run)) if run.text.is_empty() => {}
            (Some(Inline::Text(last)), Inline::Text(run)) if last.look == run.look => last.text.push_str(&run.text),
            (_, inline) => out.push(inline),
        }
    }
    out
}

/// A paragraph of the same kind with another text.
pub fn with_text(paragraph: &Paragraph, text: Vec<Inline>) -> Paragraph {
    Paragraph {
        kind: paragraph.kind,
        level: paragraph.level,
        start: paragraph.start,
        privacy: paragraph.privacy.clone(),
        text: tidy(text),
    }
}

/// The privacy of a paragraph into which text of another one comes: what is not for the public does not become public by
/// being joined with what is.
pub(super) fn joined_privacy(one: &Privacy, other: &Privacy) -> Privacy {
    match (one, other) {
        (Privacy::Public, privacy) | (privacy, Privacy::Public) => privacy.clone(),
        (Privacy::Confidential, _) | (_, Privacy::Confidential) => Privacy::Confidential,
        (Privacy::Exempt { paragraphs: one }, Privacy::Exempt { paragraphs: other }) => {
            let mut paragraphs = one.clone();
            paragraphs.extend(other.iter().filter(|paragraph| !one.contains(paragraph)).cloned());
            Privacy::Exempt { paragraphs }
        }
    }
}

/// What is left of two paragraphs between which something is taken out: the text before a place of the first, something
/// else, and the text behind a place of the last. It is of the first one's kind.
pub(super) fn joined(
    first: &Paragraph,
    until: usize,
    between: Vec<Inline>,
    last: &Paragraph,
    from: usize,
) -> Paragraph {
    let mut text = slice(first, 0..until);
    text.extend(between);
    let behind = slice(last, from..length_of(last));
    let privacy = match (until, behind.is_empty()) {
        (_, true) => first.privacy.clone(),
        (0, false) => last.privacy.clone(),
        (_, false) => joined_privacy(&first.privacy, &last.privacy),
    };
    text.extend(behind);
    Paragraph { privacy, ..with_text(first, text) }
}

/// The mark behind a place of the flat text, with the place behind it; none where text stands there.
pub fn mark_at(paragraph: &Paragraph, at: usize) -> Option<&Inline> {
    let mut from = 0;
    for inline in &paragraph.text {
        if from == at && !matches!(inline, Inline::Text(run) if run.text.is_empty()) {
            return (!matches!(inline, Inline::Text(_))).then_some(inline);
        }
        if from > at {
            return None;
        }
        from += length(inline);
    }
    None
}

/// The look of something, where it has one.
pub fn look_of(inline: &Inline) -> Option<&Look> {
    match inline {
        Inline::Text(run) => Some(&run.look),
        Inline::Citation(citation) => Some(&citation.look),
        Inline::Person(mention) => Some(&mention.look),
        Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => None,
    }
}

/// Gives something another look, where it has one.
pub(super) fn set_look(inline: &mut Inline, change: &dyn Fn(&mut Look)) {
    match inline {
        Inline::Text(run) => change(&mut run.look),
        Inline::Citation(citation) => change(&mut citation.look),
        Inline::Person(mention) => change(&mut mention.look),
        Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => {}
    }
}

/// Parts a piece of prose at a place: what stands before it, and what stands behind. A paragraph in the middle of which
/// the place is stands in both, as much of it as is on that side.
pub fn split(prose: &[Paragraph], at: Point) -> (Prose, Prose) {
    let mut before = prose.get(..at.paragraph).unwrap_or(prose).to_vec();
    let Some(paragraph) = prose.get(at.paragraph) else { return (before, Prose::new()) };
    let mut behind = Prose::new();
    let length = length_of(paragraph);
    if at.at > 0 {
        before.push(with_text(paragraph, slice(paragraph, 0..at.at)));
    }
    if at.at < length || at.at == 0 {
        let start = if at.at == 0 { paragraph.start } else { None };
        behind.push(Paragraph { start, ..with_text(paragraph, slice(paragraph, at.at..length)) });
    }
    behind.extend(prose[at.paragraph + 1..].iter().cloned());
    (before, behind)
}
