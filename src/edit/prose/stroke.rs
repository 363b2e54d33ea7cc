//! One key after the other.

use super::{
    Emphasis, MARK, Pen, Point, Span, What, Writing, flat, flat::joined, left, length_of, look_of, right, slice,
    with_text, word_left, word_right,
};
use crate::model::{Inline, Look, Paragraph, ParagraphKind, Run};

/// What a key asks of a piece of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Letters are typed.
    Text(String),
    /// A new paragraph begins here.
    Enter,
    /// A new line begins here, in the same paragraph.
    LineBreak,
    /// What is selected or stands before the caret goes.
    Backspace(Reach),
    /// What is selected or stands behind the caret goes.
    Delete(Reach),
    /// The selection is cut.
    Cut,
    /// Deeper into the list.
    Indent,
    /// Out of the list by one level.
    Outdent,
    /// The selection, or what is typed next, gets a look or loses it.
    Toggle(Emphasis),
    /// The paragraphs become of this kind, or running text where they were of it.
    Kind(ParagraphKind),
    /// Paragraphs are put in.
    Paste(Vec<Paragraph>),
    /// The prose becomes another one, as a whole text that is put in its place: see [`super::reworded`].
    Reword {
        /// The prose.
        prose: Vec<Paragraph>,
        /// Where the caret is then.
        caret: Point,
    },
    /// So many characters before the caret make way for something else.
    Take {
        /// How many characters; a mark counts as one.
        replace: usize,
        /// What is put in.
        insert: Vec<Inline>,
    },
    /// The same with a word or a name, behind which the next one is typed: the space between them comes with it.
    TakeWord {
        /// How many characters.
        replace: usize,
        /// What is put in.
        text: String,
    },
}

/// How much one key takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A character, or a mark whole.
    Character,
    /// A word.
    Word,
    /// All up to the start or the end of the paragraph.
    Paragraph,
}

/// The longest piece of prose, in bytes: what is pasted by mistake does not stop the window.
pub(super) const LONGEST: usize = 400_000;

impl Writing<'_> {
    /// Does what a key asks for. Gives whether it had any meaning here: Tab in running text has none.
    pub fn strike(&mut self, stroke: Stroke) -> bool {
        let automatic = self.pen.automatic.take();
        let eased = self.pen.eased.take().filter(|at| self.span == Span::caret(*at));
        let eased = eased.filter(|at| flat(self.here().1).get(..at.at).is_some_and(|before| before.ends_with(' ')));
        if !matches!(stroke, Stroke::Text(_) | Stroke::Toggle(_)) {
            self.pen.look = None;
        }
        match stroke {
            Stroke::Text(text) => match eased.and(text.chars().next()) {
                Some(' ') => self.type_text(&text[1..]),
                Some(c) if follows_word(c) => {
                    self.backspace(Reach::Character);
                    self.type_text(&text);
                }
                _ => self.type_text(&text),
            },
            Stroke::Enter => {
                if eased.is_some() {
                    self.backspace(Reach::Character);
                }
                self.enter();
            }
            Stroke::LineBreak => {
                let end = self.span.start();
                self.insert_text("\n", What::Typing);
                self.finish_word(end);
            }
            Stroke::Backspace(reach) => match automatic.filter(|_| reach == Reach::Character) {
                Some(automatic) if automatic.0 == self.span => self.take_back(*automatic),
                _ => self.backspace(reach),
            },
            Stroke::Delete(reach) => self.delete(reach),
            Stroke::Cut => {
                self.replace(What::Cutting, Vec::new());
                self.pen = Pen::default();
            }
            Stroke::Indent => return self.indent(1),
            Stroke::Outdent => return self.indent(-1),
            Stroke::Toggle(emphasis) => self.toggle(emphasis),
            Stroke::Kind(kind) => self.set_kind(kind),
            Stroke::Paste(prose) => {
                self.paste(prose);
                self.pen = Pen::default();
            }
            Stroke::Reword { prose, caret } => {
                self.reword(prose, caret);
                self.pen = Pen::default();
            }
            Stroke::Take { replace, insert } => self.take(replace, insert),
            Stroke::TakeWord { replace, text } => self.take_word(replace, text),
        }
        true
    }

    fn take_word(&mut self, replace: usize, mut text: String) {
        let head = self.span.head;
        let behind = flat(self.here().1).get(head.at..).and_then(|behind| behind.chars().next());
        // In the middle of a text there is a space already, or a stop.
        let eases = behind.is_none_or(char::is_alphanumeric);
        if eases {
            text.push(' ');
        }
        self.take(replace, vec![Inline::plain(text)]);
        self.pen.eased = Some(self.span.head).filter(|_| eases);
    }

    fn type_text(&mut self, text: &str) {
        // Each letter may complete what is changed automatically, also where several come at once.
        for c in text.chars().filter(|c| *c != MARK) {
            let c = if c == '\t' || c == '\u{A0}' && self.habits.signs { ' ' } else { c };
            if c.is_control() && c != '\n' {
                continue;
            }
            let end = self.span.start();
            if self.pen.since.is_none_or(|since| since.paragraph != self.span.head.paragraph) {
                self.pen.since = Some(self.span.start());
            }
            let typed = c.to_string();
            // The letter takes the place of what an automatic change may still be taken back from.
            self.pen.automatic = None;
            self.insert_text(&typed, What::Typing);
            if ends_word(c) {
                self.finish_word(end);
            }
            self.after_letter(c);
        }
    }

    fn insert_text(&mut self, text: &str, what: What) {
        if self.prose.iter().map(length_of).sum::<usize>() + text.len() > LONGEST {
            return;
        }
        let look = self.look();
        let run = Run { text: text.to_owned(), look };
        self.replace(what, vec![Inline::Text(run)]);
    }

    /// The look of what is typed at the caret.
    pub fn look(&self) -> Look {
        if let Some(look) = &self.pen.look {
            return look.clone();
        }
        let (start, end) = (self.span.start(), self.span.end());
        let paragraph = &self.prose[start.paragraph];
        // What takes the place of a selection looks as its first letter did.
        let until = if end.paragraph == start.paragraph { end.at } else { length_of(paragraph) };
        if let Some(look) = slice(paragraph, start.at..until).first().and_then(look_of) {
            return look.clone();
        }
        let of = |inlines: Vec<Inline>| inlines.last().and_then(look_of).cloned();
        let before = (start.at > 0).then(|| left(&self.prose, start).at..start.at);
        let behind = right(&self.prose, start);
        let behind = (behind.paragraph == start.paragraph).then_some(start.at..behind.at);
        let before = before.and_then(|range| of(slice(paragraph, range)));
        let behind = behind.and_then(|range| of(slice(paragraph, range)));
        // What was raised ends with what is raised: "16th" does not go on above the line.
        let raised = |look: &Option<Look>| look.as_ref().is_some_and(|look| look.superscript);
        let superscript = raised(&before) && raised(&behind);
        let look = if start.at == 0 { behind } else { before };
        Look { superscript, ..look.unwrap_or_default() }
    }

    fn enter(&mut self) {
        let (number, paragraph) = self.here();
        if self.span.is_empty() && length_of(paragraph) == 0 {
            let plain = paragraph.kind == ParagraphKind::Body && paragraph.level == 0;
            if !plain {
                return self.leave_list(number);
            }
        }
        let (start, end) = (self.span.start(), self.span.end());
        let (first, last) = (&self.prose[start.paragraph], &self.prose[end.paragraph]);
        let above = with_text(first, slice(first, 0..start.at));
        let mut below = with_text(first, slice(last, end.at..length_of(last)));
        below.privacy = last.privacy.clone();
        below.start = None;
        let look = self.look();
        let caret = Point::new(start.paragraph + 1, 0);
        let remove = end.paragraph - start.paragraph + 1;
        self.put(What::Paragraph, start.paragraph, remove, vec![above, below], Span::caret(caret));
        // Whoever writes in bold goes on in bold; the language of the text goes on too.
        self.finish_word(start);
        let goes_on = look.bold || look.italic || !look.language.0.is_empty();
        self.pen.look = goes_on.then_some(look);
        self.pen.since = Some(caret);
    }

    fn backspace(&mut self, reach: Reach) {
        if !self.span.is_empty() {
            self.replace(What::Deleting, Vec::new());
            self.pen.since = None;
            return;
        }
        let head = self.span.head;
        if head.at == 0 {
            self.pen.since = None;
            return self.backspace_at_start(head.paragraph);
        }
        let to = match reach {
            Reach::Character => left(&self.prose, head),
            Reach::Word => word_left(&self.prose, head),
            Reach::Paragraph => Point::new(head.paragraph, 0),
        };
        let before = self.span;
        self.span = Span { anchor: head, head: to };
        self.delete_span(before);
        self.pen.since = self.pen.since.map(|since| since.min(to));
    }

    fn delete(&mut self, reach: Reach) {
        if !self.span.is_empty() {
            self.replace(What::Deleting, Vec::new());
            self.pen.since = None;
            return;
        }
        let head = self.span.head;
        let length = length_of(self.here().1);
        let to = match reach {
            Reach::Character => right(&self.prose, head),
            Reach::Word => word_right(&self.prose, head),
            Reach::Paragraph if head.at < length => Point::new(head.paragraph, length),
            Reach::Paragraph => right(&self.prose, head),
        };
        let before = self.span;
        self.span = Span { anchor: head, head: to };
        // An empty paragraph goes, and what follows stays what it is.
        if head.at == 0 && length == 0 && to.paragraph > head.paragraph {
            self.span = before;
            self.put(What::Deleting, head.paragraph, 1, Vec::new(), Span::caret(head));
            return;
        }
        self.delete_span(before);
    }

    /// Takes the selection out; undo leads back to the caret as it was before.
    fn delete_span(&mut self, before: Span) {
        let (start, end) = (self.span.start(), self.span.end());
        self.span = before;
        if start == end {
            return;
        }
        let (first, last) = (&self.prose[start.paragraph], &self.prose[end.paragraph]);
        let kept = joined(first, start.at, Vec::new(), last, end.at);
        let remove = end.paragraph - start.paragraph + 1;
        self.put(What::Deleting, start.paragraph, remove, vec![kept], Span::caret(start));
    }

    fn take(&mut self, replace: usize, insert: Vec<Inline>) {
        let head = self.span.head;
        let text = flat(self.here().1);
        let before = text.get(..head.at).unwrap_or_default();
        let from = before.char_indices().rev().take(replace).last().map_or(head.at, |(at, _)| at);
        let old = self.span;
        let (number, paragraph) = self.here();
        let length: usize = insert.iter().map(super::length).sum();
        let mut all = slice(paragraph, 0..from);
        all.extend(insert);
        all.extend(slice(paragraph, head.at..text.len()));
        let new = with_text(paragraph, all);
        let slot = super::next_mark(std::slice::from_ref(&new), Point::new(0, from), |inline| {
            matches!(inline, Inline::Slot(_))
        });
        let caret = Point::new(number, from + length);
        // What is offered with slots is filled from the first one on.
        let within = slot.filter(|slot| slot.head.at <= from + length);
        let after = within.map_or(Span::caret(caret), |slot| Span {
            anchor: Point::new(number, slot.anchor.at),
            head: Point::new(number, slot.head.at),
        });
        self.span = old;
        self.put(What::Offer, number, 1, vec![new], after);
        self.pen = Pen::default();
    }
}

/// Whether a character stands directly behind a word, without a space.
fn follows_word(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | ')' | ']' | '!' | '?' | '/' | '\'' | '’' | '”' | '-')
}

/// Whether a character ends the word before it.
pub(super) fn ends_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | ')' | ']' | '!' | '?' | '/' | '–' | '-' | '"' | '”' | '’')
}
