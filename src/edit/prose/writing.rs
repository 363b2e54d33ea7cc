//! A piece of prose while keys are pressed in it.

use super::{Point, Span, clamp_span, flat::joined, length_of, with_text};
use crate::model::{Inline, Look, Paragraph};
use std::borrow::Cow;

/// What a step does, for the menu and for what merges with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// Letters.
    Typing,
    /// Letters are taken away.
    Deleting,
    /// A paragraph is parted or begun.
    Paragraph,
    /// Bold is set or taken away.
    Bold,
    /// Italic is set or taken away.
    Italic,
    /// Superscript is set or taken away.
    Superscript,
    /// A list is made, or made of another kind, or left.
    List,
    /// How deep a paragraph is nested.
    Level,
    /// A quotation is made, or is none any more.
    Quotation,
    /// Something is pasted.
    Pasting,
    /// Something is cut.
    Cutting,
    /// What was offered is put in.
    Offer,
    /// What was typed at a start began a list.
    AutomaticList,
    /// The letters of an ordinal were raised.
    AutomaticOrdinal,
    /// A quotation mark or a dash was made of what was typed.
    AutomaticSign,
    /// What was found is replaced.
    Replacing,
}

impl What {
    /// What the menu says behind "Undo".
    pub fn label(self) -> &'static str {
        match self {
            What::Typing => "typing",
            What::Deleting => "deleting",
            What::Paragraph => "new paragraph",
            What::Bold => "bold",
            What::Italic => "italic",
            What::Superscript => "superscript",
            What::List => "list",
            What::Level => "indentation",
            What::Quotation => "quotation",
            What::Pasting => "pasting",
            What::Cutting => "cutting",
            What::Offer => "what was offered",
            What::AutomaticList => "automatic list",
            What::AutomaticOrdinal => "automatic superscript",
            What::AutomaticSign => "automatic sign",
            What::Replacing => "replacing",
        }
    }

    /// Whether a step merges with one of its kind just before it at the same place.
    pub fn merges(self) -> bool {
        matches!(self, What::Typing | What::Deleting)
    }

    /// Whether the program did it by itself.
    pub fn is_automatic(self) -> bool {
        matches!(self, What::AutomaticList | What::AutomaticOrdinal | What::AutomaticSign)
    }
}

/// One change of a piece of prose: some paragraphs make way for others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub what: What,
    /// The first paragraph that is replaced, from 0.
    pub from: usize,
    /// How many are taken out.
    pub remove: usize,
    /// What takes their place.
    pub insert: Vec<Paragraph>,
    /// The selection before it.
    pub before: Span,
    /// The selection after it.
    pub after: Span,
}

/// What the program does by itself while somebody types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habits {
    /// "- ", "1. ", "a. ", "(i) " and the like at a start begin a list.
    pub lists: bool,
    /// "16th" gets its superscript.
    pub ordinals: bool,
    /// Straight quotation marks become typographic ones, and a hyphen between spaces a dash.
    pub signs: bool,
}

impl Default for Habits {
    fn default() -> Habits {
        Habits { lists: true, ordinals: true, signs: false }
    }
}

/// What the caret carries along until it is moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pen {
    /// The look of what is typed next, where it was set at the caret.
    pub look: Option<Look>,
    /// Where what is being typed begins: nothing before it is changed automatically.
    pub(super) since: Option<Point>,
    /// The automatic change that was made with the last key: the caret after it, the paragraph, and how that was before.
    pub(super) automatic: Option<Box<(Span, usize, Paragraph)>>,
    /// The place behind a space that came with a word that was taken. It makes way for a stop, for a new paragraph, and for a
    /// space that is typed.
    pub(super) eased: Option<Point>,
}

impl Pen {
    /// What is left of it while the clerk is elsewhere: the space behind a word still makes way for a stop.
    pub fn at_rest(self) -> Pen {
        Pen { eased: self.eased, ..Pen::default() }
    }
}

/// A piece of prose with a selection, to which keys are applied in turn. Nothing of the prose is copied until a key changes it.
#[derive(Clone, Debug)]
pub struct Writing<'a> {
    pub(super) prose: Cow<'a, [Paragraph]>,
    pub(super) span: Span,
    pub(super) pen: Pen,
    pub(super) habits: Habits,
    steps: Vec<Step>,
    /// Whether the one paragraph is not in the document yet: the prose was empty.
    unborn: bool,
}

impl<'a> Writing<'a> {
    /// Begins with the prose as it stands.
    pub fn new(prose: &'a [Paragraph], span: Span, pen: Pen, habits: Habits) -> Writing<'a> {
        let unborn = prose.is_empty();
        let prose = if unborn { Cow::Owned(vec![Paragraph::default()]) } else { Cow::Borrowed(prose) };
        let span = clamp_span(&prose, span);
        Writing { prose, span, pen, habits, steps: Vec::new(), unborn }
    }

    /// The same with a copy of its own.
    pub fn into_owned(self) -> Writing<'static> {
        let Writing { prose, span, pen, habits, steps, unborn } = self;
        Writing { prose: Cow::Owned(prose.into_owned()), span, pen, habits, steps, unborn }
    }

    /// The prose as it is now; an empty one has one empty paragraph.
    pub fn prose(&self) -> &[Paragraph] {
        &self.prose
    }

    /// The selection as it is now.
    pub fn span(&self) -> Span {
        self.span
    }

    /// What the caret carries along.
    pub fn pen(&self) -> &Pen {
        &self.pen
    }

    /// Puts the caret somewhere else, as an arrow key or the pointer does.
    pub fn select(&mut self, span: Span) {
        self.span = clamp_span(&self.prose, span);
        self.pen = Pen::default();
    }

    /// What was done, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What was done, in order, and what the caret carries along.
    pub fn finish(self) -> (Vec<Step>, Span, Pen) {
        (self.steps, self.span, self.pen)
    }

    /// Puts paragraphs in the place of others and the selection where it is then. Nothing is noted where nothing changes.
    pub(super) fn put(&mut self, what: What, from: usize, remove: usize, insert: Vec<Paragraph>, after: Span) -> bool {
        let before = self.span;
        let to = (from + remove).min(self.prose.len());
        let unchanged = self.prose[from..to] == insert[..];
        if !unchanged {
            let prose = self.prose.to_mut();
            prose.splice(from..to, insert.iter().cloned());
            if prose.is_empty() {
                prose.push(Paragraph::default());
            }
        }
        self.span = clamp_span(&self.prose, after);
        if unchanged {
            return false;
        }
        let after = self.span;
        let remove = if std::mem::take(&mut self.unborn) { 0 } else { remove };
        if let Some(last) = self.steps.last_mut() {
            // Letters that come in one go are one change.
            let same = last.what == what && what.merges() && last.after == before;
            if same && last.from == from && remove == 1 && last.insert.len() == 1 && insert.len() == 1 {
                last.insert = insert;
                last.after = after;
                return true;
            }
        }
        self.steps.push(Step { what, from, remove, insert, before, after });
        true
    }

    /// Whether the one paragraph is not in the document yet.
    pub(super) fn is_unborn(&self) -> bool {
        self.unborn
    }

    /// The paragraph with the caret, and its place.
    pub(super) fn here(&self) -> (usize, &Paragraph) {
        let number = self.span.head.paragraph.min(self.prose.len() - 1);
        (number, &self.prose[number])
    }

    /// The numbers of the first and the last paragraph of which something is selected.
    pub(super) fn touched(&self) -> (usize, usize) {
        let (start, end) = (self.span.start(), self.span.end());
        // A selection that ends before the first letter of a paragraph does not mean that paragraph.
        let last = if end.at == 0 && end.paragraph > start.paragraph { end.paragraph - 1 } else { end.paragraph };
        (start.paragraph, last)
    }

    /// Takes what is selected out, with something in its place. `behind` is how far behind its start the caret is then.
    pub(super) fn replace(&mut self, what: What, insert: Vec<Inline>) -> bool {
        let (start, end) = (self.span.start(), self.span.end());
        let (first, last) = (&self.prose[start.paragraph], &self.prose[end.paragraph]);
        let length: usize = insert.iter().map(super::length).sum();
        let kept = joined(first, start.at, insert, last, end.at);
        // Where nothing is left of the first paragraph, what is left of the last one keeps its kind.
        let whole = start.at == 0 && end.paragraph > start.paragraph && end.at < length_of(last);
        let kept = if whole { with_text(last, kept.text) } else { kept };
        let caret = Span::caret(Point::new(start.paragraph, start.at + length));
        self.put(what, start.paragraph, end.paragraph - start.paragraph + 1, vec![kept], caret)
    }
}
