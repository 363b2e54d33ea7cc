//! A piece of prose as it is set: where each paragraph, each line and each letter is.

use super::{
    laid::{LINE, Laid},
    shown::Shown,
};
use crate::{
    app::prose::{Point, Span},
    model::{Paragraph, ParagraphKind},
};
use egui::{
    Galley, Rect, Vec2,
    epaint::text::{CharIndex, cursor::CCursor},
    pos2, vec2,
};
use std::{ops::Range, sync::Arc};

/// Between paragraphs, and between the items of a list.
const APART: f32 = 10.0;
const APART_IN_LIST: f32 = 3.0;

/// How far the text of a list stands in from its markers, at least, and the room behind the widest marker.
const STEP: f32 = 28.0;
const BEHIND_MARKER: f32 = 9.0;

/// How far a quotation stands in on both sides.
const QUOTATION: f32 = 24.0;

/// The deepest level that still stands in further.
const DEEPEST: usize = 8;

/// A piece of prose as it is set.
pub struct Sheet {
    pub lines: Vec<Line>,
    pub size: Vec2,
    /// Whether all of it is set, so that each paragraph is at its place.
    pub settled: bool,
}

/// A paragraph as it is set.
#[derive(Clone)]
pub struct Line {
    pub laid: Arc<Laid>,
    /// Where its text begins, from the corner of the sheet.
    pub at: Vec2,
    /// Its marker, and where that begins.
    pub marker: Option<(Arc<Galley>, f32)>,
    pub kind: ParagraphKind,
}

/// Where a paragraph stands from left to right.
pub struct Place {
    /// Where its text begins.
    pub left: f32,
    /// Where its marker does.
    pub marker: f32,
    /// How wide the text is at most.
    pub width: f32,
}

/// Where each paragraph stands from left to right.
pub fn places(paragraphs: &[Paragraph], markers: &[Option<Arc<Galley>>], width: f32) -> Vec<Place> {
    let steps = steps(paragraphs, markers);
    let place = |(paragraph, marker): (&Paragraph, &Option<Arc<Galley>>)| {
        let level = usize::from(paragraph.level).min(DEEPEST);
        let at: f32 = steps[..level].iter().sum::<f32>().min(width * 0.6);
        let step = if marker.is_some() { steps[level] } else { 0.0 };
        let inset = if paragraph.kind == ParagraphKind::Quotation { QUOTATION } else { 0.0 };
        let left = at + step + inset;
        Place { left, marker: at, width: (width - left - inset).max(60.0) }
    };
    paragraphs.iter().zip(markers).map(place).collect()
}

/// How far the text of each level stands in from its markers: all items of a level line up.
fn steps(paragraphs: &[Paragraph], markers: &[Option<Arc<Galley>>]) -> [f32; DEEPEST + 1] {
    let mut steps = [STEP; DEEPEST + 1];
    for (paragraph, marker) in paragraphs.iter().zip(markers) {
        if let Some(marker) = marker {
            let step = &mut steps[usize::from(paragraph.level).min(DEEPEST)];
            *step = step.max((marker.size().x + BEHIND_MARKER).ceil());
        }
    }
    steps
}

impl Line {
    /// What is read.
    pub fn shown(&self) -> &Shown {
        &self.laid.shown
    }

    /// How it is set.
    pub fn galley(&self) -> &Arc<Galley> {
        self.laid.galley()
    }

    /// How high it is.
    pub fn height(&self) -> f32 {
        self.laid.height()
    }

    /// The character at a place of what is read.
    fn index(&self, shown: usize) -> CharIndex {
        CharIndex(self.shown().text.get(..shown).unwrap_or(&self.shown().text).chars().count())
    }

    /// The place of what is read before a character.
    fn place(&self, index: CharIndex) -> usize {
        self.shown().text.char_indices().nth(index.0).map_or(self.shown().text.len(), |(at, _)| at)
    }

    /// The line of a place, from 0, and the character at which it begins.
    fn row_of(&self, at: usize) -> (usize, usize) {
        let cursor = CCursor { index: self.index(self.shown().of_flat(at)), prefer_next_row: true };
        let row = self.galley().layout_from_cursor(cursor).row;
        (row, self.first_of(row))
    }

    fn first_of(&self, row: usize) -> usize {
        self.galley().rows.iter().take(row).map(|row| row.char_count_including_newline().0).sum()
    }

    /// The place in a line at a distance from the left of the sheet.
    fn at_x(&self, row: usize, x: f32) -> usize {
        let Some(placed) = self.galley().rows.get(row) else { return 0 };
        let mut column = placed.char_at(x - self.at.x - placed.pos.x).0;
        // Behind the space at which a line ends, the next one begins.
        let ends_soft = !placed.ends_with_newline && row + 1 < self.galley().rows.len();
        if ends_soft && column > 0 && column == placed.char_count_excluding_newline().0 {
            column -= 1;
        }
        self.shown().to_flat(self.place(CharIndex(self.first_of(row) + column)))
    }

    /// The rectangles that cover a part of what is read, one for each line, from the corner of the sheet.
    pub fn rects(&self, shown: Range<usize>) -> Vec<Rect> {
        let (from, to) = (self.index(shown.start).0, self.index(shown.end).0);
        let mut out = Vec::new();
        let mut first = 0;
        for row in &self.galley().rows {
            let length = row.char_count_excluding_newline().0;
            let (start, end) = (from.max(first), to.min(first + length));
            if start < end {
                let x = |index: usize| row.x_offset(CharIndex(index - first)) + row.pos.x;
                let rect = Rect::from_min_max(pos2(x(start), row.pos.y), pos2(x(end), row.pos.y + row.size.y));
                out.push(rect.translate(self.at));
            }
            first += row.char_count_including_newline().0;
        }
        out
    }

    /// Where a caret before a place of what is read is.
    pub fn caret(&self, shown: usize) -> Rect {
        let cursor = CCursor { index: self.index(shown), prefer_next_row: true };
        let rect = self.galley().pos_from_cursor(cursor).translate(self.at);
        if rect.height() < 1.0 { Rect::from_min_size(rect.min, vec2(0.0, LINE)) } else { rect }
    }
}

impl Sheet {
    /// Paragraphs one below the other.
    pub fn of(lines: Vec<Line>, width: f32) -> Sheet {
        let mut sheet = Sheet { lines, size: vec2(width, LINE), settled: false };
        sheet.stack();
        sheet
    }

    /// Puts each paragraph below the one before it.
    pub fn stack(&mut self) {
        let mut y = 0.0;
        let mut above: Option<bool> = None;
        for line in &mut self.lines {
            let listed = line.marker.is_some();
            y += match above {
                Some(above) if above && listed => APART_IN_LIST,
                Some(_) => APART,
                None => 0.0,
            };
            above = Some(listed);
            line.at.y = y;
            y += line.height();
        }
        self.size.y = y.max(LINE);
    }

    /// Where the caret is, from the corner of the sheet.
    pub fn caret(&self, point: Point) -> Rect {
        let line = self.lines.get(point.paragraph).or(self.lines.last());
        line.map_or(Rect::from_min_size(pos2(0.0, 0.0), vec2(0.0, LINE)), |line| {
            line.caret(line.shown().of_flat(point.at))
        })
    }

    /// The place that is meant by a position from the corner of the sheet.
    pub fn hit(&self, at: Vec2) -> Point {
        let below = |line: &Line| line.at.y - APART / 2.0 <= at.y;
        let number = self.lines.iter().rposition(below).unwrap_or(0);
        let Some(line) = self.lines.get(number) else { return Point::default() };
        let y = at.y - line.at.y;
        let last = line.galley().rows.len().saturating_sub(1);
        let row = line.galley().rows.iter().position(|row| y < row.pos.y + row.size.y).unwrap_or(last);
        Point::new(number, line.at_x(row, at.x))
    }

    /// The line above a place, at a distance from the left; none above the first.
    pub fn above(&self, point: Point, x: f32) -> Option<Point> {
        let line = self.lines.get(point.paragraph)?;
        let (row, _) = line.row_of(point.at);
        if row > 0 {
            return Some(Point::new(point.paragraph, line.at_x(row - 1, x)));
        }
        let number = point.paragraph.checked_sub(1)?;
        let line = self.lines.get(number)?;
        Some(Point::new(number, line.at_x(line.galley().rows.len().saturating_sub(1), x)))
    }

    /// The line below a place, at a distance from the left; none below the last.
    pub fn below(&self, point: Point, x: f32) -> Option<Point> {
        let line = self.lines.get(point.paragraph)?;
        let (row, _) = line.row_of(point.at);
        if row + 1 < line.galley().rows.len() {
            return Some(Point::new(point.paragraph, line.at_x(row + 1, x)));
        }
        let number = point.paragraph + 1;
        self.lines.get(number).map(|line| Point::new(number, line.at_x(0, x)))
    }

    /// The start of the line in which a place is.
    pub fn line_start(&self, point: Point) -> Point {
        let Some(line) = self.lines.get(point.paragraph) else { return point };
        let (_, first) = line.row_of(point.at);
        Point::new(point.paragraph, line.shown().to_flat(line.place(CharIndex(first))))
    }

    /// The end of the line in which a place is.
    pub fn line_end(&self, point: Point) -> Point {
        let Some(line) = self.lines.get(point.paragraph) else { return point };
        let (row, _) = line.row_of(point.at);
        Point::new(point.paragraph, line.at_x(row, f32::INFINITY))
    }

    /// The place in the first or the last line at a distance from the left.
    pub fn edge(&self, last: bool, x: f32) -> Point {
        let number = if last { self.lines.len().saturating_sub(1) } else { 0 };
        let Some(line) = self.lines.get(number) else { return Point::default() };
        let row = if last { line.galley().rows.len().saturating_sub(1) } else { 0 };
        Point::new(number, line.at_x(row, x))
    }

    /// The rectangles that cover a selection.
    pub fn selected(&self, span: Span) -> Vec<Rect> {
        let (start, end) = (span.start(), span.end());
        let mut out = Vec::new();
        for (number, line) in self.lines.iter().enumerate() {
            // What is far out of view is not set for that.
            if number < start.paragraph || number > end.paragraph || !line.laid.is_set() {
                continue;
            }
            let from = if number == start.paragraph { line.shown().of_flat(start.at) } else { 0 };
            let to = if number == end.paragraph { line.shown().of_flat(end.at) } else { line.shown().text.len() };
            out.extend(line.rects(from..to));
            if number < end.paragraph {
                // The end of the paragraph is selected too.
                let caret = line.caret(line.shown().text.len());
                out.push(Rect::from_min_size(caret.min, vec2(6.0, caret.height())));
            }
        }
        out
    }
}
