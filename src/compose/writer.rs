use super::context::Context;
use super::lists;
use super::place::Place;
use super::sight::Spot;
use super::span::{Spans, ink, is_silent};
use crate::frame::{Align, Block, Chunk, Content, Label, Paragraph, Role, Rule};
use crate::template::{Alignment, Weight};

/// Writes the blocks of one chunk, each below the last.
pub(super) struct Writer<'c, 'a> {
    /// What is known.
    pub context: &'c Context<'a>,
    /// The column in which text is set.
    pub column: Column,
    /// Where in the document it writes.
    pub spot: Spot,
    /// The number behind which decimal lists are counted.
    pub number: String,
    /// What was written.
    pub blocks: Vec<Block>,
}

/// Where text is set, from the margins, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Column {
    /// From the left margin.
    pub at: f32,
    /// From the right margin.
    pub right: f32,
}

/// The least width of a column of text, in points: 3 centimetres.
const LEAST_ROOM: f32 = 85.0;

impl Column {
    /// The same column, no further in than leaves room for text, however deep lists and sub-items are nested.
    fn with_room(self, width: f32) -> Column {
        Column { at: self.at.min((width - self.right - LEAST_ROOM).max(0.0)), ..self }
    }
}

impl<'c, 'a> Writer<'c, 'a> {
    /// Begins a chunk whose text fills the width between the margins.
    pub fn at_margin(context: &'c Context<'a>) -> Writer<'c, 'a> {
        Writer { context, column: Column::default(), spot: Spot::Head, number: String::new(), blocks: Vec::new() }
    }

    /// Ends the chunk.
    pub fn into_chunk(mut self, place: Place) -> Chunk {
        lists::keep_ends(&mut self.blocks);
        Chunk { node: place.encode(), blocks: self.blocks }
    }

    /// Writes a paragraph of text, unless nothing is said in it.
    pub fn paragraph(&mut self, place: Place, spans: Spans, weight: Weight) -> Option<&mut Block> {
        self.set(place, Role::Paragraph, self.column, spans, weight)
    }

    /// Writes a paragraph in a column and a role of its own.
    pub fn set(
        &mut self,
        place: Place,
        role: Role,
        column: Column,
        spans: Spans,
        weight: Weight,
    ) -> Option<&mut Block> {
        if is_silent(&spans) {
            return None;
        }
        let block = self.block(place, role, column, spans, weight);
        self.blocks.push(block);
        self.blocks.last_mut()
    }

    /// A block of text as the house sets running text.
    pub fn block(&self, place: Place, role: Role, column: Column, spans: Spans, weight: Weight) -> Block {
        let style = &self.context.style.text;
        let column = column.with_room(self.context.style.text_width());
        let text = ink(self.context, &spans, style.size.points(), weight);
        let paragraph = Paragraph {
            indent: column.at,
            right_indent: column.right,
            align: Align::Left,
            line_height: style.line.points(),
            label: None,
            aside: None,
            text,
        };
        bare(place, role, Content::Paragraph(paragraph), style.gap.points())
    }

    /// Hangs a label before the last block.
    pub fn label(&mut self, at: f32, spans: &Spans, weight: Weight) {
        let text = ink(self.context, spans, self.context.style.text.size.points(), weight);
        if let Some(Block { content: Content::Paragraph(paragraph), .. }) = self.blocks.last_mut()
            && !text.is_empty()
        {
            paragraph.label = Some(Label { at: at.min(paragraph.indent), text });
        }
    }

    /// Keeps the last block with what follows.
    pub fn keep_with_next(&mut self) {
        if let Some(last) = self.blocks.last_mut() {
            last.keep_with_next = true;
        }
    }

    /// Writes a line across.
    pub fn rule(&mut self) {
        let style = &self.context.style;
        let rule = Rule { indent: 0.0, thickness: style.tables.rule.points(), grey: style.tables.grey };
        self.blocks.push(bare(Place::Title, Role::Artefact, Content::Rule(rule), style.text.gap.points()));
    }
}

/// A block without anything particular.
pub(super) fn bare(place: Place, role: Role, content: Content, space_before: f32) -> Block {
    Block {
        node: place.encode(),
        role,
        depth: 0,
        content,
        space_before,
        space_after: 0.0,
        keep_with_next: false,
        keep_together: false,
        beside_next: false,
        bookmark: None,
        is_target: false,
    }
}

/// An alignment of the style in the frame's terms.
pub(super) fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::Left => Align::Left,
        Alignment::Centre => Align::Centre,
        Alignment::Right => Align::Right,
    }
}
