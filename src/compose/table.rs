use super::place::Place;
use super::prose::{Manner, set};
use super::span::{in_language, plain};
use super::writer::{Column as Room, Writer, bare};
use crate::frame::{Align, Block, Content, Role, Rule, Table as FrameTable, TableRow};
use crate::model::{CellAlign, Column, Id, Prose, Row, Table};
use crate::template::Weight;

/// Writes a table with its caption. Rows in which nothing was filled in stay in the form and are not printed; where none is
/// left, there is no table.
pub(super) fn table(writer: &mut Writer<'_, '_>, part: Id, table: &Table) {
    let count = table.rows.iter().map(|row| row.cells.len()).chain([table.columns.len()]).max().unwrap_or(0);
    let context = writer.context;
    let style = &context.style.tables;
    let place = Place::Part(part);
    let column = writer.column;
    let widths = widths(writer, &table.columns, count);
    let numbers = (0u16..).chain(std::iter::repeat(u16::MAX));
    let filled = numbers.zip(&table.rows).map(|(number, row)| self::row(writer, part, table, number, row, &widths));
    let filled: Vec<TableRow> = filled.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    let headed = table.columns.iter().any(|column| !column.heading.is_empty());
    if !headed && filled.is_empty() {
        writer.paragraph(place, plain(table.caption.clone()), style.caption);
        return;
    }
    writer.set(place, Role::Caption, column, plain(table.caption.clone()), style.caption);
    let captioned = !table.caption.is_empty();
    if captioned {
        writer.keep_with_next();
    }
    let mut rows = Vec::new();
    if headed {
        rows.push(headings(writer, part, table, count));
    }
    rows.extend(filled);
    let set = FrameTable {
        indent: writer.column.at,
        columns: widths,
        heading_rows: usize::from(headed),
        row_headings: table.row_headings,
        rows,
        padding: style.padding.points(),
        rule: Rule { indent: 0.0, thickness: style.rule.points(), grey: style.grey },
    };
    let gap = context.style.text.gap.points();
    let mut block = bare(place, Role::Table, Content::Table(set), if captioned { gap / 2.0 } else { gap });
    block.space_after = gap;
    writer.blocks.push(block);
}

/// The widths of the columns: each its share of the width of the text.
fn widths(writer: &Writer<'_, '_>, columns: &[Column], count: usize) -> Vec<f32> {
    let room = (writer.context.style.text_width() - writer.column.at - writer.column.right).max(1.0);
    let share = |place: usize| columns.get(place).map_or(1, |column| column.share.max(1));
    let all: f32 = (0..count).map(|place| f32::from(share(place))).sum();
    (0..count).map(|place| room * f32::from(share(place)) / all.max(1.0)).collect()
}

fn headings(writer: &Writer<'_, '_>, part: Id, table: &Table, count: usize) -> TableRow {
    let place = Place::Row { part, row: 0 };
    let weight = writer.context.style.tables.heading;
    let cells = (0..count).map(|number| {
        let Some(column) = table.columns.get(number).filter(|column| !column.heading.is_empty()) else {
            return Vec::new();
        };
        let spans = in_language(column.heading.clone(), &column.language);
        let mut block = writer.block(place, Role::Paragraph, Room::default(), spans, weight);
        block.space_before = 0.0;
        align(writer, &mut block, column.align);
        vec![block]
    });
    TableRow { node: place.encode(), cells: cells.collect() }
}

fn row(writer: &Writer<'_, '_>, part: Id, table: &Table, number: u16, row: &Row, widths: &[f32]) -> TableRow {
    let style = &writer.context.style.tables;
    let empty = Prose::new();
    let cells = widths.iter().enumerate().map(|(column, width)| {
        let prose = row.cells.get(column).unwrap_or(&empty);
        let place = Place::Cell { part, row: number, column: u8::try_from(column).unwrap_or(u8::MAX) };
        let heads = table.row_headings && column == 0;
        let weight = if row.total || heads { style.heading } else { Weight::default() };
        let alignment = table.columns.get(column).map(|column| column.align).unwrap_or_default();
        let mut blocks = cell(writer, place, prose, weight, alignment);
        blocks.iter_mut().for_each(|block| leave_room(block, *width));
        blocks
    });
    let place = Place::Row { part, row: number.saturating_add(1) };
    TableRow { node: place.encode(), cells: cells.collect() }
}

fn cell(writer: &Writer<'_, '_>, place: Place, prose: &Prose, weight: Weight, alignment: CellAlign) -> Vec<Block> {
    let mut inner = Writer::at_margin(writer.context);
    inner.spot = writer.spot;
    inner.number = writer.number.clone();
    set(&mut inner, prose.iter().map(|paragraph| (place, paragraph)), Manner { weight, ..Manner::text() });
    if let Some(first) = inner.blocks.first_mut() {
        first.space_before = 0.0;
    }
    for block in &mut inner.blocks {
        align(writer, block, alignment);
    }
    inner.blocks
}

/// Keeps lists of a narrow cell within its left half.
fn leave_room(block: &mut Block, width: f32) {
    let Content::Paragraph(paragraph) = &mut block.content else { return };
    paragraph.indent = paragraph.indent.min(width / 2.0);
    paragraph.right_indent = paragraph.right_indent.min(width / 4.0);
    if let Some(label) = &mut paragraph.label {
        label.at = label.at.min(paragraph.indent);
    }
}

/// Aligns a paragraph of a cell and gives it the size of tables.
fn align(writer: &Writer<'_, '_>, block: &mut Block, alignment: CellAlign) {
    let style = &writer.context.style;
    let scale = style.tables.size.points() / style.text.size.points().max(1.0);
    let Content::Paragraph(paragraph) = &mut block.content else { return };
    paragraph.align = match alignment {
        CellAlign::Left => Align::Left,
        CellAlign::Right => Align::Right,
        CellAlign::Centre => Align::Centre,
    };
    paragraph.line_height *= scale;
    let label = paragraph.label.iter_mut().flat_map(|label| &mut label.text);
    for inline in paragraph.text.iter_mut().chain(label) {
        if let crate::frame::Inline::Text(run) = inline {
            run.size *= scale;
            run.rise *= scale;
        }
    }
}
