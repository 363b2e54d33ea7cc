use super::clean::Look;
use crate::frame::{GlyphRow, Link};
use std::{ops::Range, sync::Arc};

/// A text broken into lines: what shaping and breaking make of it, wherever on a page it comes to stand. It depends on the
/// text and its width alone, so that it can be kept and used again.
#[derive(Debug, Default)]
pub(super) struct Broken {
    /// The text; line feeds have become spaces.
    pub text: String,
    /// The looks that segments name.
    pub looks: Vec<(Look, Option<u32>)>,
    /// Parts that need an element of their own: links, and runs in another language.
    pub groups: Vec<Group>,
    /// The lines, from the top.
    pub lines: Vec<Line>,
    pub segments: Vec<Segment>,
    pub glyphs: Arc<GlyphRow>,
    /// Characters that the faces lack.
    pub missing: Vec<char>,
}

/// A part of a text that needs an element of its own.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub language: Option<String>,
    pub link: Option<Link>,
}

/// One line.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Where it begins, from the left edge of the width in which it was broken.
    pub x: f32,
    /// Its length without white space at its end.
    pub width: f32,
    pub segments: Range<usize>,
    /// Lines to write upon: where they begin, from the line's beginning, and how long they are.
    pub blanks: Vec<(f32, f32)>,
}

/// A part of a line in one look.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub look: usize,
    /// From the line's beginning.
    pub x: f32,
    pub text: Range<usize>,
    pub glyphs: Range<usize>,
}

impl Broken {
    /// Whether there is something to read in it.
    pub fn is_read(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// The right end of its longest line.
    pub fn right(&self) -> f32 {
        self.lines.iter().map(|line| line.x + line.width).fold(0.0, f32::max)
    }
}
