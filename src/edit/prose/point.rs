use serde::{Deserialize, Serialize};

/// A place between two characters of a piece of prose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// How far into its text, in bytes of [`flat`](super::flat): each mark counts as the one character [`MARK`](super::MARK).
    pub at: usize,
}

impl Point {
    /// A place in a paragraph.
    pub fn new(paragraph: usize, at: usize) -> Point {
        Point { paragraph, at }
    }
}

/// A caret, or a selection from its anchor to its head, which is where the caret is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// Where the selection was begun.
    pub anchor: Point,
    /// Where the caret is.
    pub head: Point,
}

impl Span {
    /// A caret without a selection.
    pub fn caret(at: Point) -> Span {
        Span { anchor: at, head: at }
    }

    /// Whether nothing is selected.
    pub fn is_empty(self) -> bool {
        self.anchor == self.head
    }

    /// The end that comes first in the text.
    pub fn start(self) -> Point {
        self.anchor.min(self.head)
    }

    /// The end that comes last.
    pub fn end(self) -> Point {
        self.anchor.max(self.head)
    }
}
