use super::{
    cache::Cache,
    desk::{Desk, anchors, measured, sane_rule},
    paragraph::{Column, Laid, lay, text_of},
    plan::{Cost, Flow, Kind, Measured, Slice},
    shape::Text,
    tabulate::tabulate,
    tag::{Nest, Tagger},
};
use crate::frame::{Block, Content, Document, ElementId, Missing, Role, Rule, TagTree};

/// Measures a document in a text area of this size.
pub(super) fn measure(
    document: &Document,
    (width, height): (f32, f32),
    cache: &mut Cache,
) -> (Flow, TagTree, Vec<Missing>) {
    let (tagger, mut nest) = Tagger::new();
    let mut desk = Desk { cache, tagger, missing: Vec::new(), flow: Flow::default(), width, height };
    if desk.cache.is_cold() {
        desk.warm(document);
    }
    let mut caption = None;
    let mut blocks = document.chunks.iter().flat_map(|chunk| &chunk.blocks).peekable();
    let mut cost = Cost::Free;
    while let Some(block) = blocks.next() {
        let next = blocks.peek().copied();
        let first = desk.flow.slices.len();
        match &block.content {
            Content::Paragraph(_) => caption = desk.paragraph(&mut nest, block, next),
            Content::Table(table) => tabulate(&mut desk, &mut nest, block, table, caption.take()),
            Content::Rule(rule) => desk.rule(&mut nest, block, *rule),
        }
        if let Some(slice) = desk.flow.slices.get_mut(first) {
            slice.cost = cost;
            cost = cost_behind(block);
        }
    }
    (desk.flow, desk.tagger.tree, desk.missing)
}

fn cost_behind(block: &Block) -> Cost {
    match (block.beside_next, block.keep_with_next) {
        (true, _) => Cost::Torn,
        (false, true) => Cost::WithNext,
        (false, false) => Cost::Free,
    }
}

/// What parting a paragraph of so many rows costs before one of them.
fn cost_within(row: usize, rows: usize, block: &Block) -> Cost {
    let lonely = row < 2 || rows - row < 2;
    match (block.beside_next, lonely, block.keep_together) {
        (true, _, _) => Cost::Torn,
        (false, true, _) => Cost::Lonely,
        (false, false, true) => Cost::Together,
        (false, false, false) => Cost::Free,
    }
}

/// Whether a block's text ends in a space: lines of the title are one element, in which words must not run together.
fn is_spaced(block: &Block, next: Option<&Block>) -> bool {
    block.role == Role::Title && next.is_some_and(|next| next.role == Role::Title)
}

impl Desk<'_> {
    /// Breaks all paragraphs at once, those in tables aside.
    fn warm(&mut self, document: &Document) {
        let blocks: Vec<&Block> = document.chunks.iter().flat_map(|chunk| &chunk.blocks).collect();
        let column = self.column();
        let text = |(index, block): (usize, &&'_ Block)| {
            let spaced = is_spaced(block, blocks.get(index + 1).copied());
            text_of(self.cache, blocks[index], column, spaced)
        };
        let texts: Vec<Text> = blocks.iter().enumerate().filter_map(text).collect();
        self.cache.warm(&texts);
    }

    fn column(&self) -> Column {
        Column { x: 0.0, width: self.width }
    }

    /// Measures a paragraph. Where it is the caption of the table that comes next, gives that table's element.
    fn paragraph(&mut self, nest: &mut Nest, block: &Block, next: Option<&Block>) -> Option<ElementId> {
        let (spaced, column) = (is_spaced(block, next), self.column());
        let table = next.filter(|next| block.role == Role::Caption && matches!(next.content, Content::Table(_)));
        let table = table.map(|next| self.tagger.table(nest, next.depth, next.node));
        let laid = match table {
            Some(table) => lay(self, &mut Nest::new(table), block, column, spaced),
            None => lay(self, nest, block, column, spaced),
        };
        self.push(block, laid);
        table
    }

    fn push(&mut self, block: &Block, laid: Laid) {
        let number = self.flow.blocks.len();
        let rows = laid.rows.len();
        let mut anchors = anchors(block, laid.element);
        for (row, lines) in laid.rows.into_iter().enumerate() {
            let cost = cost_within(row, rows, block);
            let anchors = std::mem::take(&mut anchors);
            let hang = laid.hang.filter(|_| row + 1 == rows);
            self.flow.slices.push(Slice { block: number, height: laid.height, cost, lines, row, anchors, hang });
        }
        // What is higher than a page cannot stand beside something.
        let beside = block.beside_next && laid.height * rows as f32 <= self.height;
        let (left, right) = (laid.left, laid.right);
        self.flow.blocks.push(Measured { beside, left, right, ..measured(block, Kind::Lines) });
    }

    fn rule(&mut self, nest: &mut Nest, block: &Block, rule: Rule) {
        nest.end_title();
        let rule = sane_rule(rule, self.width);
        let number = self.flow.blocks.len();
        let slice = Slice {
            block: number,
            height: rule.thickness,
            cost: Cost::Free,
            lines: Vec::new(),
            row: 0,
            anchors: Vec::new(),
            hang: None,
        };
        self.flow.slices.push(slice);
        let (left, right) = (rule.indent, self.width);
        self.flow.blocks.push(Measured { left, right, ..measured(block, Kind::Rule(rule)) });
    }
}
