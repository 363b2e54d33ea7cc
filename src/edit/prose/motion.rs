//! Where the caret can stand, and where the keys take it that need no screen for it.

use super::{MARK, Point, Span, flat, length_of};
use crate::model::Paragraph;
use unicode_segmentation::UnicodeSegmentation;

/// The place itself, or the nearest one before it at which a caret can stand.
pub fn clamp(prose: &[Paragraph], point: Point) -> Point {
    let Some(last) = prose.len().checked_sub(1) else { return Point::default() };
    if point.paragraph > last {
        return Point::new(last, length_of(&prose[last]));
    }
    let text = flat(&prose[point.paragraph]);
    if point.at >= text.len() {
        return Point::new(point.paragraph, text.len());
    }
    let ends = text.grapheme_indices(true).map(|(at, _)| at).take_while(|at| *at <= point.at);
    Point::new(point.paragraph, ends.last().unwrap_or(0))
}

/// Both ends of a selection where a caret can stand.
pub fn clamp_span(prose: &[Paragraph], span: Span) -> Span {
    Span { anchor: clamp(prose, span.anchor), head: clamp(prose, span.head) }
}

/// The start of a piece of prose.
pub fn start() -> Point {
    Point::default()
}

/// The end of a piece of prose.
pub fn end(prose: &[Paragraph]) -> Point {
    let last = prose.len().saturating_sub(1);
    Point::new(last, prose.last().map_or(0, length_of))
}

/// One character to the left, or the end of the paragraph above.
pub fn left(prose: &[Paragraph], point: Point) -> Point {
    let Some(paragraph) = prose.get(point.paragraph) else { return clamp(prose, point) };
    let text = flat(paragraph);
    match text.get(..point.at).and_then(|before| before.graphemes(true).next_back()) {
        Some(grapheme) => Point::new(point.paragraph, point.at - grapheme.len()),
        None => match point.paragraph.checked_sub(1) {
            Some(above) => Point::new(above, length_of(&prose[above])),
            None => Point::default(),
        },
    }
}

/// One character to the right, or the start of the paragraph below.
pub fn right(prose: &[Paragraph], point: Point) -> Point {
    let Some(paragraph) = prose.get(point.paragraph) else { return clamp(prose, point) };
    let text = flat(paragraph);
    match text.get(point.at..).and_then(|behind| behind.graphemes(true).next()) {
        Some(grapheme) => Point::new(point.paragraph, point.at + grapheme.len()),
        None if point.paragraph + 1 < prose.len() => Point::new(point.paragraph + 1, 0),
        None => point,
    }
}

/// The start of the word before the place, or the end of the paragraph above.
pub fn word_left(prose: &[Paragraph], point: Point) -> Point {
    if point.at == 0 {
        return left(prose, point);
    }
    let Some(paragraph) = prose.get(point.paragraph) else { return clamp(prose, point) };
    let text = flat(paragraph);
    let before = text.get(..point.at).unwrap_or(&text);
    let start = before.split_word_bound_indices().rfind(|(_, word)| is_word(word)).map_or(0, |(at, _)| at);
    Point::new(point.paragraph, start)
}

/// The end of the word behind the place, or the start of the paragraph below.
pub fn word_right(prose: &[Paragraph], point: Point) -> Point {
    let Some(paragraph) = prose.get(point.paragraph) else { return clamp(prose, point) };
    let text = flat(paragraph);
    if point.at >= text.len() {
        return right(prose, point);
    }
    let behind = text.get(point.at..).unwrap_or_default();
    let mut words = behind.split_word_bound_indices().filter(|(_, word)| is_word(word));
    let end = words.next().map_or(behind.len(), |(at, word)| at + word.len());
    Point::new(point.paragraph, point.at + end)
}

/// The word, the space or the sign at a place: what a double click selects.
pub fn word_at(prose: &[Paragraph], point: Point) -> Span {
    let Some(paragraph) = prose.get(point.paragraph) else { return Span::caret(clamp(prose, point)) };
    let text = flat(paragraph);
    let words: Vec<_> = text.split_word_bound_indices().map(|(at, word)| (at, at + word.len())).collect();
    let is = |at: usize, to: usize| text.get(at..to).is_some_and(is_word);
    let here = words.iter().copied().find(|(at, to)| *at <= point.at && point.at < *to);
    // Between a word and what is no word, the word is meant.
    let before = words.iter().copied().find(|(at, to)| *to == point.at && is(*at, *to));
    let found = match (here, before) {
        (Some(here), _) if is(here.0, here.1) => Some(here),
        (_, Some(before)) => Some(before),
        (here, None) => here.or(words.last().copied()),
    };
    let (at, to) = found.unwrap_or((0, 0));
    Span { anchor: Point::new(point.paragraph, at), head: Point::new(point.paragraph, to) }
}

/// The paragraph at a place: what a triple click selects.
pub fn paragraph_at(prose: &[Paragraph], point: Point) -> Span {
    let length = prose.get(point.paragraph).map_or(0, length_of);
    Span { anchor: Point::new(point.paragraph, 0), head: Point::new(point.paragraph, length) }
}

/// All of a piece of prose.
pub fn all(prose: &[Paragraph]) -> Span {
    Span { anchor: Point::default(), head: end(prose) }
}

fn is_word(word: &str) -> bool {
    word.chars().any(|c| c.is_alphanumeric() || c == MARK)
}

/// The first mark behind a place for which `is` holds, as what is selected when the caret goes there.
pub fn next_mark(prose: &[Paragraph], from: Point, is: impl Fn(&crate::model::Inline) -> bool) -> Option<Span> {
    for (number, paragraph) in prose.iter().enumerate().skip(from.paragraph) {
        let mut at = 0;
        for inline in &paragraph.text {
            let start = Point::new(number, at);
            at += super::length(inline);
            if start >= from && is(inline) {
                return Some(Span { anchor: start, head: Point::new(number, at) });
            }
        }
    }
    None
}
