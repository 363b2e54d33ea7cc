//! What is read, as it comes: elements open and close, text stands in them, and paragraphs, items and tables come of it.

use super::{
    block::{Block, Reading},
    element::{self, Element},
    fragment::Note,
    inlines::Inlines,
    limits::{DEPTH, LEVELS, LIST_START, PARAGRAPHS},
    list::{Counts, read_marker},
    open::{Open, Word},
    table::{Builder, Built},
};
use crate::model::{Paragraph, ParagraphKind, Prose};
use html5ever::{Attribute, LocalName};

/// A document while it is read.
#[derive(Default)]
pub(super) struct Page {
    stack: Vec<Open>,
    /// How many elements are open that stand too deep to be kept.
    too_deep: usize,
    /// Whether what comes was copied, and does not only surround it.
    copied: bool,
    inlines: Inlines,
    /// The marker of the list item that Word wrote out.
    marker: String,
    in_marker: bool,
    counts: Counts,
    table: Option<Builder>,
    /// The counts outside of the table.
    outer_counts: Counts,
    blocks: Vec<Block>,
    paragraphs: usize,
    cut: bool,
}

impl Page {
    /// A document of which all was copied, or that will say from where on.
    pub fn new(copied: bool) -> Page {
        Page { copied, ..Page::default() }
    }

    /// Notes that something was left out.
    pub fn cut(&mut self) {
        self.cut = true;
    }

    /// Takes in a start tag.
    pub fn open(&mut self, name: LocalName, attributes: &[Attribute], closes_itself: bool) {
        if self.too_deep > 0 || self.stack.len() >= DEPTH {
            self.too_deep += 1;
            return self.cut();
        }
        let element = self.placed(element::of(&name));
        if element.is_block() {
            self.close_implied(element);
            self.flush();
        }
        let mut open = Open::new(name, attributes, self.stack.last());
        open.element = element;
        match element {
            Element::Void => return,
            Element::Break => return self.line_break(),
            _ => {}
        }
        if closes_itself && !open.element.is_block() {
            return;
        }
        match open.element {
            Element::Division if &*open.name == "table" => self.with_table(|table| table.nested += 1),
            Element::Table => self.begin_table(),
            Element::Rows { head } => self.with_table(|table| table.in_head = head),
            Element::Row => self.begin_row(),
            Element::Cell { heading } => self.begin_cell(heading, &open),
            _ => {}
        }
        self.stack.push(open);
    }

    /// Takes in an end tag.
    pub fn close(&mut self, name: &LocalName) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        if &**name == "br" {
            return self.line_break();
        }
        let Some(at) = self.matching(name) else { return };
        if self.stack[at].element.is_block() {
            return self.close_to(at);
        }
        // Formatting that ends within what it began outside of: the rest stays open without it.
        self.stack.remove(at);
        for at in at..self.stack.len() {
            let (before, rest) = self.stack.split_at_mut(at);
            if let Some(open) = rest.first_mut() {
                open.restyle(before.last());
            }
        }
    }

    /// Takes in text.
    pub fn text(&mut self, text: &str) {
        if !self.copied || self.too_deep > 0 {
            return;
        }
        let Some(open) = self.stack.last() else {
            return self.inlines.text(text, &Default::default(), false);
        };
        if open.hidden {
            return;
        }
        if self.in_marker || open.is_marker {
            self.marker.push_str(text);
        } else if open.plain_spaces {
            self.inlines.text(&text.replace('\u{a0}', " "), &open.look, open.keeps_space);
        } else {
            self.inlines.text(text, &open.look, open.keeps_space);
        }
    }

    /// Takes in what a comment says.
    pub fn note(&mut self, note: Note) {
        match note {
            Note::Start => self.copied = true,
            Note::End => {
                self.flush();
                self.copied = false;
            }
            Note::Marker => self.in_marker = true,
            Note::EndIf => self.in_marker = false,
        }
    }

    /// What came of it all.
    pub fn finish(mut self) -> Reading {
        self.close_to(0);
        Reading { blocks: self.blocks, cut: self.cut }
    }

    fn line_break(&mut self) {
        let Some(open) = self.stack.last() else { return self.inlines.line_break(&Default::default()) };
        if self.copied && !open.hidden && !open.is_marker && !self.in_marker {
            self.inlines.line_break(&open.look);
        }
    }

    /// What an element is where it stands: parts of a table outside of one, or of one within a cell, only hold text.
    fn placed(&self, element: Element) -> Element {
        let is_part = matches!(
            element,
            Element::Rows { .. } | Element::Row | Element::Cell { .. } | Element::Caption | Element::Table
        );
        match &self.table {
            None if is_part && element != Element::Table => Element::Division,
            Some(table) if is_part && (element == Element::Table || table.nested > 0) => Element::Division,
            _ => element,
        }
    }

    /// Ends what an element ends by beginning: a paragraph, the item or the cell before it.
    fn close_implied(&mut self, element: Element) {
        let ends: fn(Element) -> bool = match element {
            Element::Item => |open| open == Element::Item,
            Element::Rows { .. } | Element::Caption => {
                |open| matches!(open, Element::Rows { .. } | Element::Row | Element::Cell { .. } | Element::Caption)
            }
            Element::Row => |open| matches!(open, Element::Row | Element::Cell { .. } | Element::Caption),
            Element::Cell { .. } => |open| matches!(open, Element::Cell { .. } | Element::Caption),
            _ => |_| false,
        };
        let stops: fn(Element) -> bool = match element {
            Element::Item => |open| matches!(open, Element::List { .. } | Element::Cell { .. }),
            _ => |open| open == Element::Table,
        };
        let scope = self.stack.iter().rposition(|open| stops(open.element)).map_or(0, |at| at + 1);
        let within = self.stack.iter().skip(scope).position(|open| ends(open.element)).map(|at| scope + at);
        if let Some(at) = within {
            return self.close_to(at);
        }
        // A paragraph holds no other block. Formatting that began in it ends with it.
        let paragraph = self.stack.iter().rposition(|open| open.element != Element::Inline);
        if let Some(at) = paragraph
            && matches!(&*self.stack[at].name, "p" | "dt" | "dd")
        {
            self.close_to(at);
        }
    }

    /// The open element that an end tag means. What is outside of a cell is not ended from within.
    fn matching(&self, name: &LocalName) -> Option<usize> {
        let is_part = matches!(&**name, "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "caption");
        for (at, open) in self.stack.iter().enumerate().rev() {
            if open.name == *name {
                return Some(at);
            }
            if !is_part && matches!(open.element, Element::Cell { .. } | Element::Caption) {
                return None;
            }
        }
        None
    }

    /// Closes elements down to one, that one too.
    fn close_to(&mut self, at: usize) {
        self.flush();
        while self.stack.len() > at {
            let Some(open) = self.stack.pop() else { return };
            match open.element {
                Element::Table => self.end_table(),
                Element::Rows { .. } => self.with_table(|table| table.in_head = false),
                Element::Row => self.with_table(Builder::end_row),
                Element::Cell { .. } => self.with_table(Builder::end_cell),
                Element::Division if &*open.name == "table" => {
                    self.with_table(|table| table.nested = table.nested.saturating_sub(1));
                }
                _ => {}
            }
        }
    }

    fn with_table(&mut self, change: impl FnOnce(&mut Builder)) {
        if let Some(table) = &mut self.table {
            change(table);
        }
    }

    fn begin_table(&mut self) {
        self.outer_counts = std::mem::take(&mut self.counts);
        self.table = Some(Builder::default());
    }

    fn begin_row(&mut self) {
        let begun = self.table.as_mut().is_none_or(Builder::begin_row);
        self.cut |= !begun;
    }

    fn begin_cell(&mut self, heading: bool, open: &Open) {
        self.counts = Counts::default();
        let begun = self.table.as_mut().is_none_or(|table| table.begin_cell(heading, open.align, open.span));
        self.cut |= !begun;
    }

    fn end_table(&mut self) {
        let Some(table) = self.table.take() else { return };
        self.counts = std::mem::take(&mut self.outer_counts);
        match table.build() {
            Built::Table(table) => {
                self.counts = Counts::default();
                self.blocks.push(Block::Table(table));
            }
            Built::Prose(prose) => prose.into_iter().for_each(|paragraph| self.push(paragraph)),
        }
    }

    /// Ends the paragraph that is being read.
    fn flush(&mut self) {
        let marker = std::mem::take(&mut self.marker);
        self.in_marker = false;
        if self.inlines.is_empty() {
            self.inlines.take();
            return;
        }
        let text = self.inlines.take();
        if self.stack.iter().any(|open| open.element == Element::Caption) {
            let paragraph = Paragraph { text, ..Paragraph::default() };
            return self.with_table(|table| {
                let caption = [std::mem::take(&mut table.caption), super::plain::text_of(&paragraph)];
                table.caption = caption.join(" ").trim().replace('\n', " ");
            });
        }
        let (kind, level, number) = self.stand(&marker);
        let start = self.count(kind, level, number);
        let paragraph = Paragraph { kind, level, start, text, ..Paragraph::default() };
        if self.paragraphs >= PARAGRAPHS {
            return self.cut();
        }
        self.paragraphs += 1;
        let align = self.stack.last().and_then(|open| open.align);
        self.with_table(|table| table.align(align));
        self.push(paragraph);
    }

    /// What a paragraph is where it stands, how deep, and its number in a list.
    fn stand(&mut self, marker: &str) -> (ParagraphKind, u8, Option<u32>) {
        let scope = self.stack.iter().rposition(|open| matches!(open.element, Element::Cell { .. }));
        let scope = scope.map_or(0, |at| at + 1);
        let lists = self.stack.iter().skip(scope).filter(|open| open.list.is_some()).count();
        let depth = u8::try_from(lists).unwrap_or(u8::MAX).min(LEVELS);
        let own_level = self.stack.iter().skip(scope).rfind(|open| open.element.is_block()).and_then(|open| open.level);
        match self.stack.iter().skip(scope).rev().find_map(|open| open.word) {
            Some(Word::Item(level)) => {
                let level = level.min(LEVELS);
                let (kind, number) = read_marker(marker, self.counts.last(level));
                return (kind, level, Some(number));
            }
            Some(Word::Within) => return (ParagraphKind::Body, self.counts.depth().min(LEVELS), None),
            None => {}
        }
        let list = self.stack.iter().rposition(|open| open.list.is_some()).filter(|at| *at >= scope);
        let item = self.stack.iter().rposition(|open| open.item.is_some()).filter(|at| *at >= list.unwrap_or(scope));
        let quotation = self.stack.iter().rposition(|open| open.element == Element::Quotation);
        let quoted = quotation.is_some_and(|at| at >= scope && at >= item.or(list).unwrap_or(scope));
        let level = |depth: u8| own_level.unwrap_or(depth).min(LEVELS);
        if quoted {
            return (ParagraphKind::Quotation, level(depth), None);
        }
        match item.and_then(|at| self.say_item(list, at)) {
            Some((kind, number)) => {
                let of_item = item.and_then(|at| self.stack.get(at)?.level);
                (kind, own_level.or(of_item).unwrap_or(depth.saturating_sub(1)).min(LEVELS), number)
            }
            None => (ParagraphKind::Body, level(depth), None),
        }
    }

    /// Writes an item's own paragraph, once: gives its kind and number.
    fn say_item(&mut self, list: Option<usize>, item: usize) -> Option<(ParagraphKind, Option<u32>)> {
        let open = self.stack.get_mut(item)?.item.as_mut()?;
        if std::mem::replace(&mut open.said, true) {
            return None;
        }
        let (own, named) = (open.kind, open.number);
        let list = list.and_then(|at| self.stack.get_mut(at)?.list.as_mut());
        let Some(list) = list else { return Some((own.unwrap_or(ParagraphKind::Bullet), named)) };
        let number = named.unwrap_or(list.next);
        list.next = number.saturating_add(1);
        Some((own.unwrap_or(list.kind), Some(number)))
    }

    /// Counts a paragraph; gives the number with which a list begins here, where the page would count another.
    fn count(&mut self, kind: ParagraphKind, level: u8, number: Option<u32>) -> Option<u32> {
        match kind {
            ParagraphKind::Body | ParagraphKind::Quotation => {
                self.counts.body(level);
                None
            }
            ParagraphKind::Bullet => {
                self.counts.item(kind, level, 1);
                None
            }
            ParagraphKind::Numbered(_) | ParagraphKind::Lettered(_) | ParagraphKind::Roman(_) => {
                let expected = self.counts.expected(kind, level);
                let start = number.filter(|number| *number != expected && *number <= LIST_START);
                self.counts.item(kind, level, start.unwrap_or(expected));
                start
            }
        }
    }

    fn push(&mut self, paragraph: Paragraph) {
        let cell = self.table.as_mut().and_then(Builder::cell);
        match (cell, self.blocks.last_mut()) {
            (Some(cell), _) => cell.push(paragraph),
            (None, Some(Block::Prose(prose))) => prose.push(paragraph),
            (None, _) => self.blocks.push(Block::Prose(Prose::from([paragraph]))),
        }
    }
}
