//! What is done by itself while somebody types: each a step of its own, one Backspace or undo away. What was there
//! already or was pasted is never touched.

use super::{Emphasis, Point, Span, What, Writing, flat, looks::looking};
use crate::model::Paragraph;

impl Writing<'_> {
    /// After a letter was typed.
    pub(super) fn after_letter(&mut self, c: char) {
        let Some(since) = self.pen.since else { return };
        let before = self.span;
        let (number, old) = (self.here().0, self.here().1.clone());
        let done = match c {
            ' ' if self.habits.lists && since == Point::new(before.head.paragraph, 0) && self.begin_list() => true,
            ' ' if self.habits.signs => self.dash(),
            '"' | '\'' if self.habits.signs => self.curl(c),
            _ => false,
        };
        if done {
            self.remember(number, old);
            if self.steps().last().is_some_and(|step| step.what == What::AutomaticList) {
                self.pen.since = Some(self.span.head);
            }
        }
    }

    /// Raises the letters of an ordinal that was typed just now, where the word ends at a place.
    pub(super) fn finish_word(&mut self, end: Point) {
        let Some(since) = self.pen.since.filter(|_| self.habits.ordinals) else { return };
        let paragraph = &self.prose[end.paragraph];
        let text = flat(paragraph);
        let Some(length) = text.get(..end.at).and_then(ordinal) else { return };
        if Point::new(end.paragraph, end.at - length) < since {
            return;
        }
        let raised = looking(paragraph, end.at - 2, end.at, &|look| Emphasis::Superscript.set(look, true));
        let (old, span) = (paragraph.clone(), self.span);
        if self.put(What::AutomaticOrdinal, end.paragraph, 1, vec![raised], span) {
            self.remember(end.paragraph, old);
        }
    }

    /// Keeps what it takes to undo the automatic change with one Backspace.
    fn remember(&mut self, number: usize, old: Paragraph) {
        self.pen.automatic = Some(Box::new((self.span, number, old)));
    }

    /// Takes the automatic change back that was made with the last key. What was typed stays.
    pub(super) fn take_back(&mut self, (_, number, old): (Span, usize, Paragraph)) {
        let mut head = self.span.head;
        if number == head.paragraph {
            let new = super::length_of(&self.prose[number]);
            head.at = (head.at + super::length_of(&old)).saturating_sub(new);
        }
        self.put(What::Deleting, number, 1, vec![old], Span::caret(head));
        // What the clerk takes back is not done again to the same letters.
        self.pen.since = None;
    }

    fn curl(&mut self, c: char) -> bool {
        let (number, paragraph) = self.here();
        let at = self.span.head.at;
        let text = flat(paragraph);
        let before = text.get(..at - 1).and_then(|before| before.chars().next_back());
        let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '‘' | '–' | '—'));
        let sign = match (c, opens) {
            ('"', true) => "“",
            ('"', false) => "”",
            (_, true) => "‘",
            (_, false) => "’",
        };
        let new = exchanged(paragraph, at - 1, at, sign);
        let caret = Span::caret(Point::new(number, at - 1 + sign.len()));
        self.put(What::AutomaticSign, number, 1, vec![new], caret)
    }

    /// A hyphen between two spaces becomes a dash.
    fn dash(&mut self) -> bool {
        let (number, paragraph) = self.here();
        let at = self.span.head.at;
        let text = flat(paragraph);
        if !text.get(..at).is_some_and(|before| before.ends_with(" - ") && before.trim() != "-") {
            return false;
        }
        let new = exchanged(paragraph, at - 2, at - 1, "–");
        let caret = Span::caret(Point::new(number, at - 1 + "–".len()));
        self.put(What::AutomaticSign, number, 1, vec![new], caret)
    }
}

/// The paragraph with other text in a range, in the look of what was there.
fn exchanged(paragraph: &Paragraph, from: usize, to: usize, text: &str) -> Paragraph {
    use crate::model::{Inline, Run};
    let mut all = super::slice(paragraph, 0..from);
    let look = super::slice(paragraph, from..to).first().and_then(super::look_of).cloned().unwrap_or_default();
    all.push(Inline::Text(Run { text: text.to_owned(), look }));
    all.extend(super::slice(paragraph, to..super::length_of(paragraph)));
    super::with_text(paragraph, all)
}

/// The length of the ordinal at the end of a text, in bytes: "16th", "1st", "22nd".
fn ordinal(text: &str) -> Option<usize> {
    let suffix = ["st", "nd", "rd", "th"].into_iter().find(|suffix| text.ends_with(suffix))?;
    let rest = &text[..text.len() - 2];
    let digits = rest.bytes().rev().take_while(u8::is_ascii_digit).count();
    let number = &rest[rest.len() - digits..];
    let before = rest[..rest.len() - digits].chars().next_back();
    if digits == 0 || before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '/')) {
        return None;
    }
    let last_two = &number[number.len().saturating_sub(2)..];
    let wanted = match (last_two, &number[number.len() - 1..]) {
        ("11" | "12" | "13", _) => "th",
        (_, "1") => "st",
        (_, "2") => "nd",
        (_, "3") => "rd",
        _ => "th",
    };
    (suffix == wanted).then_some(digits + 2)
}
