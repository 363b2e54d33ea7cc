//! Bold, italic and superscript.

use super::{Point, Span, What, Writing, length, slice, with_text};
use crate::model::{Inline, Look, Paragraph};

/// A look that a key sets or takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Emphasis {
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Raised and smaller.
    Superscript,
}

impl Emphasis {
    /// Whether a look has it.
    pub fn is_on(self, look: &Look) -> bool {
        match self {
            Emphasis::Bold => look.bold,
            Emphasis::Italic => look.italic,
            Emphasis::Superscript => look.superscript,
        }
    }

    /// Sets it or takes it away.
    pub fn set(self, look: &mut Look, on: bool) {
        match self {
            Emphasis::Bold => look.bold = on,
            Emphasis::Italic => look.italic = on,
            Emphasis::Superscript => look.superscript = on,
        }
    }

    fn what(self) -> What {
        match self {
            Emphasis::Bold => What::Bold,
            Emphasis::Italic => What::Italic,
            Emphasis::Superscript => What::Superscript,
        }
    }
}

impl Writing<'_> {
    pub(super) fn toggle(&mut self, emphasis: Emphasis) {
        if self.span.is_empty() {
            let mut look = self.look();
            let on = emphasis.is_on(&look);
            emphasis.set(&mut look, !on);
            self.pen.look = Some(look);
            return;
        }
        let on = !self.has(emphasis);
        let (start, end) = (self.span.start(), self.span.end());
        let paragraphs = (start.paragraph..=end.paragraph).map(|number| {
            let paragraph = &self.prose[number];
            let (from, to) = within(number, paragraph, start, end);
            looking(paragraph, from, to, &|look| emphasis.set(look, on))
        });
        let paragraphs: Vec<Paragraph> = paragraphs.collect();
        let (count, span) = (paragraphs.len(), self.span);
        self.put(emphasis.what(), start.paragraph, count, paragraphs, span);
    }

    /// Whether all that is selected has a look; at a caret, whether what is typed next has it.
    pub fn has(&self, emphasis: Emphasis) -> bool {
        if self.span.is_empty() {
            return emphasis.is_on(&self.look());
        }
        has_look(&self.prose, self.span, emphasis)
    }
}

/// Whether all text in a selection has a look.
pub fn has_look(prose: &[Paragraph], span: Span, emphasis: Emphasis) -> bool {
    let (start, end) = (span.start(), span.end());
    let mut any = false;
    let selected = prose.iter().enumerate().take(end.paragraph + 1).skip(start.paragraph);
    for (number, paragraph) in selected {
        let (from, to) = within(number, paragraph, start, end);
        for inline in slice(paragraph, from..to) {
            match super::look_of(&inline) {
                Some(look) if !emphasis.is_on(look) => return false,
                Some(_) => any = true,
                None => {}
            }
        }
    }
    any
}

fn within(number: usize, paragraph: &Paragraph, start: Point, end: Point) -> (usize, usize) {
    let from = if number == start.paragraph { start.at } else { 0 };
    let to = if number == end.paragraph { end.at } else { super::length_of(paragraph) };
    (from, to)
}

/// The paragraph with another look between two places.
pub(super) fn looking(paragraph: &Paragraph, from: usize, to: usize, change: &dyn Fn(&mut Look)) -> Paragraph {
    let all: usize = paragraph.text.iter().map(length).sum();
    let mut text: Vec<Inline> = slice(paragraph, 0..from);
    let mut middle = slice(paragraph, from..to);
    middle.iter_mut().for_each(|inline| super::flat::set_look(inline, change));
    text.extend(middle);
    text.extend(slice(paragraph, to..all));
    with_text(paragraph, text)
}
