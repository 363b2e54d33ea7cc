//! Where in a piece of prose the clerk types, and what is done to prose at such a place.

use crate::{
    edit::prose::{Point, flat, length_of, slice, split, with_text},
    model::{Inline, Paragraph, Prose},
};

/// The two halves of a piece of prose: before and behind a place. A paragraph in whose middle it is becomes two of the same
/// kind; where it is at an end of one, no empty paragraph comes of it.
pub(super) fn cut(prose: &[Paragraph], at: Point) -> (Prose, Prose) {
    let (mut before, mut behind) = split(prose, within(prose, at));
    if before.len() > at.paragraph && before.last().is_some_and(is_blank) {
        before.pop();
    }
    let torn_goes = at.paragraph < prose.len() && behind.len() == prose.len() - at.paragraph;
    if torn_goes && behind.first().is_some_and(is_blank) {
        behind.remove(0);
    }
    (before, behind)
}

/// The place, or the nearest one that the prose has: the caret may be of an earlier moment.
fn within(prose: &[Paragraph], at: Point) -> Point {
    match prose.get(at.paragraph) {
        Some(paragraph) => Point { at: flat(paragraph).floor_char_boundary(at.at), ..at },
        None => at,
    }
}

/// A paragraph with a mark at a place of its text.
pub(super) fn with_mark(paragraph: &Paragraph, at: usize, mark: Inline) -> Paragraph {
    let at = flat(paragraph).floor_char_boundary(at);
    let mut text = slice(paragraph, 0..at);
    text.push(mark);
    text.extend(slice(paragraph, at..length_of(paragraph)));
    with_text(paragraph, text)
}

/// The place at or before another one at which no word is torn.
pub(super) fn between_words(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    let (before, behind) = text.split_at(at);
    let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if !in_word(before.chars().next_back()) || !in_word(behind.chars().next()) {
        return at;
    }
    before.trim_end_matches(char::is_alphanumeric).len()
}

/// Whether nothing is said in a paragraph: no text but spaces, and no mark.
pub(super) fn is_blank(paragraph: &Paragraph) -> bool {
    paragraph.text.iter().all(|inline| matches!(inline, Inline::Text(run) if run.text.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, ParagraphKind};

    fn words(prose: &[Paragraph]) -> String {
        prose.iter().map(flat).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn prose_is_cut_between_and_within_paragraphs() {
        let prose = vec![Paragraph::plain("One"), Paragraph::plain("Twö"), Paragraph::plain("Three")];
        for (paragraph, at, before, behind) in [
            (1, 0, "One", "Twö|Three"),
            (1, 1, "One|T", "wö|Three"),
            // Never within a letter.
            (1, 3, "One|Tw", "ö|Three"),
            (1, 4, "One|Twö", "Three"),
            (2, 99, "One|Twö|Three", ""),
            (7, 0, "One|Twö|Three", ""),
            (0, 0, "", "One|Twö|Three"),
        ] {
            let (one, two) = cut(&prose, Point::new(paragraph, at));
            assert_eq!((words(&one).as_str(), words(&two).as_str()), (before, behind), "at {paragraph}, {at}");
        }
    }

    #[test]
    fn an_empty_paragraph_at_the_cut_is_dropped_and_others_stay() {
        let texts = ["", "One", "", "Two", ""];
        let prose: Prose = texts.into_iter().map(Paragraph::plain).collect();
        let (before, behind) = cut(&prose, Point::new(2, 0));
        assert_eq!((words(&before).as_str(), words(&behind).as_str()), ("|One", "Two|"));
        let (before, behind) = cut(&prose, Point::new(1, 3));
        assert_eq!((words(&before).as_str(), words(&behind).as_str()), ("|One", "|Two|"));
    }

    #[test]
    fn a_mark_is_put_between_letters_and_the_list_goes_on() {
        let text = vec![Inline::plain("ab"), Inline::Moment(Id(7)), Inline::plain("cd")];
        let paragraph = Paragraph { kind: ParagraphKind::Bullet, start: Some(4), text, ..Paragraph::default() };
        let marked = with_mark(&paragraph, 1, Inline::ComeBack("ask".to_owned()));
        assert_eq!(flat(&marked), "a\u{fffc}b\u{fffc}cd");
        assert_eq!((marked.kind, marked.start), (ParagraphKind::Bullet, Some(4)));
        let (_, behind) = cut(&[paragraph], Point::new(0, 5));
        assert_eq!((words(&behind).as_str(), behind[0].start), ("cd", None));
    }
}
