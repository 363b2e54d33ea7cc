//! What decides where pages end, kept from one document to the next: where it is the same, so are the pages.

use super::plan::{Cost, Flow, Hang, Kind, Sheet};

/// A document as the page breaks see it, with the pages that came of it.
#[derive(Default)]
pub(super) struct Shapes {
    height: f32,
    slices: Vec<Shape>,
    sheets: Vec<Sheet>,
}

/// A slice, with what its block has to do with page breaks.
#[derive(PartialEq)]
struct Shape {
    height: f32,
    cost: Cost,
    row: usize,
    hang: Option<Hang>,
    /// Whether a block begins with it.
    begins: bool,
    /// The block's spaces, whether the next stands beside it, and its ends.
    block: (f32, f32, bool, f32, f32),
    table: Option<InTable>,
}

/// What only slices of tables have.
#[derive(PartialEq)]
struct InTable {
    rule: f32,
    headings: usize,
    headings_height: f32,
    /// The lines: where a row may be parted, in which column.
    lines: Vec<(f32, f32, usize)>,
}

impl Shapes {
    /// What decides the page breaks of a document, before they are known.
    pub fn of(flow: &Flow, height: f32) -> Shapes {
        let mut last = None;
        let shapes = flow.slices.iter().map(|slice| {
            let block = &flow.blocks[slice.block];
            let begins = last.replace(slice.block) != Some(slice.block);
            let table = match &block.kind {
                Kind::Lines | Kind::Rule(_) => None,
                Kind::Table(grid) => Some(InTable {
                    rule: grid.rule.thickness,
                    headings: grid.headings.len(),
                    headings_height: grid.headings_height(),
                    lines: slice.lines.iter().map(|line| (line.top, line.height, line.column)).collect(),
                }),
            };
            let block = (block.before, block.after, block.beside, block.left, block.right);
            Shape { height: slice.height, cost: slice.cost, row: slice.row, hang: slice.hang, begins, block, table }
        });
        Shapes { height, slices: shapes.collect(), sheets: Vec::new() }
    }

    /// The same with its pages. `slices` is how many slices there are in the end: where a row was parted, the pages are no
    /// longer those of these slices, and nothing is kept.
    pub fn with(self, sheets: &[Sheet], slices: usize) -> Shapes {
        if slices == self.slices.len() { Shapes { sheets: sheets.to_vec(), ..self } } else { Shapes::default() }
    }
}

/// Pages of an earlier document, as far as they are those of a later one.
pub(super) struct Before<'a> {
    last: &'a Shapes,
    /// How many slices at the beginning and at the end are the same.
    head: usize,
    tail: usize,
}

impl<'a> Before<'a> {
    /// Compares two documents.
    pub fn new(last: &'a Shapes, now: &Shapes) -> Before<'a> {
        if last.height != now.height {
            return Before { last, head: 0, tail: 0 };
        }
        let (old, new) = (&last.slices, &now.slices);
        let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        let most = old.len().min(new.len());
        // What is the same as a whole is found as its own end.
        let most = if head == most && old.len() == new.len() { most } else { most - head };
        let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
        Before { last, head, tail }
    }

    /// The pages at the beginning for which nothing changed that was looked at.
    pub fn head(&self) -> Vec<Sheet> {
        self.last.sheets.iter().take_while(|sheet| sheet.reach < self.head).cloned().collect()
    }

    /// All pages from a slice on, of so many: where an earlier page began with the same slice, and the same follows.
    pub fn tail(&self, start: usize, slices: usize) -> Option<Vec<Sheet>> {
        let behind = slices - start;
        if behind > self.tail {
            return None;
        }
        let was = self.last.slices.len() - behind;
        let first = |sheet: &Sheet| sheet.slices.first().map_or(usize::MAX, |&(slice, _)| slice);
        let at = self.last.sheets.binary_search_by_key(&was, first).ok()?;
        let moved = |sheet: &Sheet| {
            let slices = sheet.slices.iter().map(|&(slice, top)| (slice - was + start, top)).collect();
            Sheet { slices, reach: sheet.reach - was + start, ..sheet.clone() }
        };
        Some(self.last.sheets[at..].iter().map(moved).collect())
    }
}
