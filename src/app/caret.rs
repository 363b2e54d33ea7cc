//! Where in a piece of prose the clerk types, and what is done to prose at such a place.

use crate::model::{Inline, Item, Minutes, Paragraph, PartContent, Prose, ProseAt, Run};

/// A place between two letters of a piece of prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Caret {
    /// Which prose.
    pub at: ProseAt,
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// How many bytes of the paragraph's runs of text stand before it. Marks between them count for nothing; of those that
    /// stand at the very place, all are before it.
    pub offset: usize,
}

/// The item whose minute a piece of prose is part of; none for the prose of the meeting's other forms.
pub(super) fn item_of_prose(minutes: &Minutes, at: ProseAt) -> Option<&Item> {
    match at {
        ProseAt::Part(id)
        | ProseAt::Answer(id)
        | ProseAt::Grounds(id)
        | ProseAt::Substantive(id)
        | ProseAt::Reasons(id)
        | ProseAt::Options(id)
        | ProseAt::Cell { part: id, .. } => minutes.part(id).map(|(item, _)| item),
        ProseAt::Amendment(id) => {
            let holds = |item: &Item| {
                item.parts.iter().any(|part| match &part.content {
                    PartContent::Motion(motion) => motion.amendments.iter().any(|amendment| amendment.id == id),
                    _ => false,
                })
            };
            minutes.items().into_iter().map(|visit| visit.item).find(|item| holds(item))
        }
        ProseAt::PublicVersion(id) => minutes.item(id),
        ProseAt::Declaration(_) | ProseAt::Dispensations | ProseAt::PreviousMinutes | ProseAt::ClosingRemarks => None,
    }
}

/// The two halves of a piece of prose: before and behind a place. A paragraph in whose middle it is becomes two of the same
/// kind; where it is at an end of one, no empty paragraph comes of it.
pub(super) fn cut(prose: &[Paragraph], paragraph: usize, offset: usize) -> (Prose, Prose) {
    let Some(torn) = prose.get(paragraph) else { return (prose.to_vec(), Prose::new()) };
    let (mut before, mut behind) = (prose[..paragraph].to_vec(), Prose::new());
    let (head, tail) = cut_paragraph(torn, offset);
    match (is_blank(&head), is_blank(&tail)) {
        (true, true) => {}
        (false, true) => before.push(torn.clone()),
        (true, false) => behind.push(torn.clone()),
        (false, false) => {
            before.push(head);
            behind.push(tail);
        }
    }
    behind.extend_from_slice(&prose[paragraph + 1..]);
    (before, behind)
}

/// The two halves of a paragraph. A list goes on counting in the second.
pub(super) fn cut_paragraph(paragraph: &Paragraph, offset: usize) -> (Paragraph, Paragraph) {
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    let mut left = offset;
    let mut behind = false;
    for inline in &paragraph.text {
        match inline {
            _ if behind => tail.push(inline.clone()),
            Inline::Text(run) if run.text.len() > left => {
                behind = true;
                let (one, two) = run.text.split_at(run.text.floor_char_boundary(left));
                let part = |text: &str| Inline::Text(Run { text: text.to_owned(), look: run.look.clone() });
                if !one.is_empty() {
                    head.push(part(one));
                }
                tail.push(part(two));
            }
            Inline::Text(run) => {
                left -= run.text.len();
                head.push(inline.clone());
            }
            Inline::Citation(_) | Inline::Person(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => {
                head.push(inline.clone());
            }
        }
    }
    let tail = Paragraph { start: None, text: tail, ..paragraph.clone() };
    (Paragraph { text: head, ..paragraph.clone() }, tail)
}

/// A paragraph with a mark at a place of its text.
pub(super) fn with_mark(paragraph: &Paragraph, offset: usize, mark: Inline) -> Paragraph {
    let (head, tail) = cut_paragraph(paragraph, offset);
    let text = head.text.into_iter().chain([mark]).chain(tail.text).collect();
    Paragraph { text, ..paragraph.clone() }
}

/// Whether nothing is said in a paragraph: no text but spaces, and no mark.
pub(super) fn is_blank(paragraph: &Paragraph) -> bool {
    paragraph.text.iter().all(|inline| matches!(inline, Inline::Text(run) if run.text.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, ParagraphKind};

    fn words(prose: &[Paragraph]) -> Vec<String> {
        let of = |paragraph: &Paragraph| {
            let text = paragraph.text.iter().map(|inline| match inline {
                Inline::Text(run) => run.text.as_str(),
                _ => "¶",
            });
            text.collect()
        };
        prose.iter().map(of).collect()
    }

    #[test]
    fn prose_is_cut_between_and_within_paragraphs() {
        let prose = vec![Paragraph::plain("One"), Paragraph::plain("Twö"), Paragraph::plain("Three")];
        let halves = |paragraph, offset| {
            let (before, behind) = cut(&prose, paragraph, offset);
            (words(&before).join("|"), words(&behind).join("|"))
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(halves(1, 0), pair("One", "Twö|Three"));
        assert_eq!(halves(1, 1), pair("One|T", "wö|Three"));
        assert_eq!(halves(1, 3), pair("One|Tw", "ö|Three"), "never within a letter");
        assert_eq!(halves(1, 4), pair("One|Twö", "Three"));
        assert_eq!(halves(2, 99), pair("One|Twö|Three", ""));
        assert_eq!(halves(7, 0), pair("One|Twö|Three", ""));
    }

    #[test]
    fn an_empty_paragraph_at_the_cut_is_dropped() {
        let prose = vec![Paragraph::plain("One"), Paragraph::plain(""), Paragraph::plain("Two")];
        let (before, behind) = cut(&prose, 1, 0);
        assert_eq!((words(&before), words(&behind)), (vec!["One".to_owned()], vec!["Two".to_owned()]));
    }

    #[test]
    fn marks_stay_with_the_text_before_them() {
        let text = vec![Inline::plain("ab"), Inline::Moment(Id(7)), Inline::plain("cd")];
        let paragraph = Paragraph { kind: ParagraphKind::Bullet, start: Some(4), text, ..Paragraph::default() };
        let (head, tail) = cut_paragraph(&paragraph, 2);
        assert_eq!(words(&[head, tail.clone()]), ["ab¶", "cd"]);
        assert_eq!((tail.kind, tail.start), (ParagraphKind::Bullet, None), "the list goes on");
        let marked = with_mark(&paragraph, 3, Inline::ComeBack("ask".to_owned()));
        assert_eq!(words(&[marked]), ["ab¶c¶d"]);
    }
}
