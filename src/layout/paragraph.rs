use super::{
    cache::Cache,
    clean::sane,
    desk::{Desk, extent},
    lines::Broken,
    plan::{Hang, Placed},
    shape::Text,
    tag::{Nest, Owners},
};
use crate::{
    font,
    frame::{Align, Aside, Block, Content, ElementId, Face, NodeId, Owner, Paragraph, Role},
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
    /// What stands beside the last row and goes on below it; its lines are in that row.
    pub hang: Option<Hang>,
    /// The element that the paragraph is; none where there is nothing to read.
    pub element: Option<ElementId>,
}

/// Narrower than this, no text is set: about three letters.
const NARROWEST: f32 = 24.0;

/// The text of a paragraph as it is to be broken, for breaking many at a time.
pub(super) fn text_of<'a>(cache: &mut Cache, block: &'a Block, column: Column, spaced: bool) -> Option<Text<'a>> {
    let Content::Paragraph(paragraph) = &block.content else { return None };
    let room = Room::of(paragraph, column);
    let label = room.label(cache, block, paragraph);
    Some(room.text(paragraph, label.as_ref(), spaced).0)
}

/// Breaks a paragraph into rows and tags it.
pub(super) fn lay(to: &mut Desk, nest: &mut Nest, block: &Block, column: Column, spaced: bool) -> Laid {
    let Content::Paragraph(paragraph) = &block.content else { return Laid::default() };
    let room = Room::of(paragraph, column);
    let label = room.label(to.cache, block, paragraph);
    let (text, above) = room.text(paragraph, label.as_ref(), spaced);
    let text = to.cache.lines(&text);
    let owners = tag(to, nest, block, label.as_ref().map(|(_, label)| &**label), &text);

    let height = sane(paragraph.line_height, 1.0, 2000.0);
    let baseline = baseline(&[Some(&text), label.as_ref().map(|(_, label)| label)], height);
    let mut rows = Rows { rows: Vec::new(), height, baseline };
    let (own_label, own_text) = owner_of(owners);
    if let Some((at, label)) = &label {
        rows.add(label, 0, *at, own_label, block.node);
    }
    rows.add(&text, above, room.x, own_text, block.node);
    let mut hang = None;
    if let Some(aside) = &paragraph.aside {
        // What is read after this line of a title cannot be read within the title.
        nest.end_title();
        hang = lay_aside(to, &room, aside, owners, &mut rows);
    }
    let (left, right) = extent(rows.rows.iter().flatten());
    Laid { rows: rows.rows, height, left, right, hang, element: owners.map(|owners| owners.block) }
}

/// Gives a paragraph its elements, and notes what the faces lack.
fn tag(to: &mut Desk, nest: &mut Nest, block: &Block, label: Option<&Broken>, text: &Broken) -> Option<Owners> {
    if let Some(label) = label {
        to.note(label, block.node);
    }
    to.note(text, block.node);
    is_read(block, label, text).then(|| to.tagger.paragraph(nest, block, label, text))
}

/// Sets what stands beside a paragraph. Gives what of it hangs below the paragraph's last row.
fn lay_aside(to: &mut Desk, room: &Room, aside: &Aside, owners: Option<Owners>, rows: &mut Rows) -> Option<Hang> {
    let (at, text) = room.aside(to.cache, aside);
    to.note(&text, aside.node);
    let container = owners.map(|owners| owners.container).filter(|_| text.is_read());
    let own = container.map(|container| to.tagger.aside(container, aside.node, &text));
    let owner = own.map_or((Owner::Ornament, 0), |(element, groups)| (Owner::Element(element), groups));
    let own_rows = rows.rows.len();
    rows.add(&text, 0, at, owner, aside.node);
    // What takes up much of a page must be free to go on on the next.
    let short = text.lines.len() as f32 * rows.height <= to.height / 2.0;
    if short { rows.hang_below(own_rows) } else { None }
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

    /// The label and where it stands; none where it says nothing.
    fn label(&self, cache: &mut Cache, block: &Block, paragraph: &Paragraph) -> Option<(f32, Arc<Broken>)> {
        let label = paragraph.label.as_ref()?;
        let at = sane(label.at, 0.0, (self.column.width - NARROWEST).max(0.0));
        let spaced = !matches!(block.role, Role::ListItem { .. });
        let width = (self.column.width - at).max(1.0);
        let text = Text { inlines: &label.text, width, first: 0.0, align: Align::Left, spaced };
        Some((self.column.x + at, cache.lines(&text))).filter(|(_, label)| !label.text.is_empty())
    }

    /// The text as it is to be broken, and how many rows stay above it for the label.
    fn text<'a>(
        &self,
        paragraph: &'a Paragraph,
        label: Option<&(f32, Arc<Broken>)>,
        spaced: bool,
    ) -> (Text<'a>, usize) {
        let (first, above) = label.map_or((0.0, 0), |label| self.make_way(label));
        (Text { inlines: &paragraph.text, width: self.width, first, align: paragraph.align, spaced }, above)
    }

    fn aside(&self, cache: &mut Cache, aside: &Aside) -> (f32, Arc<Broken>) {
        let at = sane(aside.at, 0.0, (self.column.width - NARROWEST).max(0.0));
        let width = sane(aside.width, NARROWEST, self.column.width - at).max(1.0);
        let text = Text { inlines: &aside.text, width, first: 0.0, align: Align::Left, spaced: false };
        (self.column.x + at, cache.lines(&text))
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

impl Rows {
    /// Puts the rows behind the first `count` into the last of these, below its height.
    fn hang_below(&mut self, count: usize) -> Option<Hang> {
        let below = self.rows.split_off(count.max(1).min(self.rows.len()));
        let (left, right) = extent(below.iter().flatten());
        let last = self.rows.last_mut()?;
        let height = below.len() as f32 * self.height;
        for (row, lines) in below.into_iter().enumerate() {
            let top = (row + 1) as f32 * self.height;
            last.extend(lines.into_iter().map(|line| Placed { top, ..line }));
        }
        (height > 0.0).then_some(Hang { height, left, right })
    }
}

/// The baseline in a line of this height: what the largest letters need stands in its middle.
fn baseline(texts: &[Option<&Arc<Broken>>], height: f32) -> f32 {
    let looks = texts.iter().flatten().flat_map(|text| &text.looks);
    let largest = looks.map(|(look, _)| look).max_by(|a, b| a.size.total_cmp(&b.size));
    let (face, size) = largest.map_or((Face::default(), height / 1.2), |look| (look.face, look.size));
    let metrics = font::metrics(face);
    let unit = size / f32::from(metrics.units_per_em);
    (height + (metrics.ascent + metrics.descent) * unit) / 2.0
}
