use super::{
    clean::sane,
    lines::Broken,
    measure::{Measurer, extent},
    plan::Placed,
    shape::Text,
    tag::{Nest, Owners},
};
use crate::{
    font,
    frame::{Align, Aside, Block, Content, ElementId, Label, NodeId, Owner, Paragraph, Role},
};
use std::sync::Arc;

/// Where a paragraph may stand: the text area, or a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub x: f32,
    pub width: f32,
}

/// A paragraph as rows of lines: in each row its own line, and what stands before or beside it.
#[derive(Debug, Default)]
pub(super) struct Laid {
    pub rows: Vec<Vec<Placed>>,
    /// The height of a row.
    pub height: f32,
    pub left: f32,
    pub right: f32,
    /// The element that the paragraph is; none where there is nothing to read.
    pub element: Option<ElementId>,
}

/// Narrower than this, no text is set: about three letters.
const NARROWEST: f32 = 24.0;

/// Breaks a paragraph into rows and tags it.
pub(super) fn lay(to: &mut Measurer, nest: &mut Nest, block: &Block, column: Column, spaced: bool) -> Laid {
    let Content::Paragraph(paragraph) = &block.content else { return Laid::default() };
    let room = Room::of(paragraph, column);
    let label = paragraph.label.as_ref().map(|label| room.label(to, block, label));
    let (first, above) = label.as_ref().map_or((0.0, 0), |label| room.make_way(label));
    let text = Text { inlines: &paragraph.text, width: room.width, first, align: paragraph.align, spaced };
    let text = to.cache.lines(&text);
    let aside = paragraph.aside.as_ref().map(|aside| (aside, room.aside(to, aside)));

    if let Some((_, label)) = &label {
        to.note(label, block.node);
    }
    to.note(&text, block.node);
    let read = is_read(block, label.as_ref().map(|(_, label)| &**label), &text);
    let owners = read.then(|| to.tagger.paragraph(nest, block, label.as_ref().map(|(_, label)| &**label), &text));

    let height = sane(paragraph.line_height, 1.0, 2000.0);
    let baseline = baseline(&[Some(&text), label.as_ref().map(|(_, label)| label)], height);
    let mut rows = Rows { rows: Vec::new(), height, baseline };
    let (own_label, own_text) = owner_of(owners);
    if let Some((at, label)) = &label {
        rows.add(label, 0, *at, own_label, block.node);
    }
    rows.add(&text, above, room.x, own_text, block.node);
    if let Some((aside, (at, text))) = aside {
        to.note(&text, aside.node);
        let container = owners.map(|owners| owners.container);
        let own = container.filter(|_| text.is_read()).map(|holds| to.tagger.aside(holds, aside.node, &text));
        rows.add(
            &text,
            0,
            at,
            own.map_or((Owner::Ornament, 0), |(id, groups)| (Owner::Element(id), groups)),
            aside.node,
        );
    }
    let (left, right) = extent(rows.rows.iter().flatten());
    Laid { rows: rows.rows, height, left, right, element: owners.map(|owners| owners.block) }
}

/// Whether a paragraph is in the tree of tags: empty ones are space, unless something leads to them.
fn is_read(block: &Block, label: Option<&Broken>, text: &Broken) -> bool {
    let Content::Paragraph(paragraph) = &block.content else { return false };
    let says = text.is_read() || label.is_some_and(Broken::is_read) || paragraph.aside.is_some();
    let needed = matches!(block.role, Role::ListItem { .. }) || block.bookmark.is_some() || block.is_target;
    block.role != Role::Artefact && (says || needed)
}

type OwnerAndGroups = (Owner, u32);

fn owner_of(owners: Option<Owners>) -> (OwnerAndGroups, OwnerAndGroups) {
    owners.map_or(((Owner::Ornament, 0), (Owner::Ornament, 0)), |owners| {
        ((Owner::Element(owners.label), owners.label_groups), (Owner::Element(owners.body), owners.groups))
    })
}

/// The room that a paragraph's own lines have.
struct Room {
    column: Column,
    x: f32,
    width: f32,
}

impl Room {
    fn of(paragraph: &Paragraph, column: Column) -> Self {
        let most = (column.width - NARROWEST).max(0.0);
        let indent = sane(paragraph.indent, 0.0, most);
        let right = sane(paragraph.right_indent, 0.0, most - indent);
        Self { column, x: column.x + indent, width: (column.width - indent - right).max(1.0) }
    }

    fn label(&self, to: &mut Measurer, block: &Block, label: &Label) -> (f32, Arc<Broken>) {
        let at = sane(label.at, 0.0, (self.column.width - NARROWEST).max(0.0));
        let spaced = !matches!(block.role, Role::ListItem { .. });
        let width = (self.column.width - at).max(1.0);
        let text = Text { inlines: &label.text, width, first: 0.0, align: Align::Left, spaced };
        (self.column.x + at, to.cache.lines(&text))
    }

    fn aside(&self, to: &mut Measurer, aside: &Aside) -> (f32, Arc<Broken>) {
        let at = sane(aside.at, 0.0, (self.column.width - NARROWEST).max(0.0));
        let width = sane(aside.width, NARROWEST, self.column.width - at).max(1.0);
        let text = Text { inlines: &aside.text, width, first: 0.0, align: Align::Left, spaced: false };
        (self.column.x + at, to.cache.lines(&text))
    }

    /// By how much the first line makes way for a label, and how many rows stay above it where the label needs them all.
    fn make_way(&self, (at, label): &(f32, Arc<Broken>)) -> (f32, usize) {
        let end = label.right();
        if end <= 0.0 {
            return (0.0, 0);
        }
        // A quarter of the size is about the width of a space.
        let gap = label.looks.iter().map(|(look, _)| look.size).fold(0.0, f32::max) / 4.0;
        let first = (at + end + gap - self.x).max(0.0);
        if label.lines.len() > 1 || first > self.width * 0.75 { (0.0, label.lines.len()) } else { (first, 0) }
    }
}

struct Rows {
    rows: Vec<Vec<Placed>>,
    height: f32,
    baseline: f32,
}

impl Rows {
    /// Adds the lines of a text from a row on.
    fn add(&mut self, text: &Arc<Broken>, from: usize, x: f32, (owner, groups): OwnerAndGroups, node: NodeId) {
        self.rows.resize_with(self.rows.len().max(from + text.lines.len()), Vec::new);
        for line in 0..text.lines.len() {
            self.rows[from + line].push(Placed {
                broken: text.clone(),
                line,
                x,
                top: 0.0,
                height: self.height,
                baseline: self.baseline,
                owner,
                groups,
                node,
                column: 0,
            });
        }
    }
}

/// The baseline in a line of this height: what the largest letters need stands in its middle.
fn baseline(texts: &[Option<&Arc<Broken>>], height: f32) -> f32 {
    let looks = texts.iter().flatten().flat_map(|text| &text.looks);
    let largest = looks.map(|(look, _)| look).max_by(|a, b| a.size.total_cmp(&b.size));
    let (face, size) = largest.map_or((crate::frame::Face::default(), height / 1.2), |look| (look.face, look.size));
    let metrics = font::metrics(face);
    let unit = size / f32::from(metrics.units_per_em);
    (height + (metrics.ascent + metrics.descent) * unit) / 2.0
}
