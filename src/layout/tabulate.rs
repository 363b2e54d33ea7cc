use super::{
    clean::sane,
    desk::{Desk, anchors, measured, sane_rule},
    paragraph::{Column, lay},
    plan::{Cost, Grid, Kind, Measured, Placed, Slice},
    tag::Nest,
};
use crate::frame::{Block, Content, ElementId, Rule, Table, TableRow, Tag};

/// The measures of a table, with which each of its rows is set.
struct Form<'a> {
    table: &'a Table,
    /// The columns: from the left edge of the text area, and how wide.
    columns: Vec<Column>,
    padding: f32,
    rule: Rule,
    element: ElementId,
    /// The table's place among the blocks.
    number: usize,
}

/// Measures a table; `caption` is its element where it has one already.
pub(super) fn tabulate(to: &mut Desk, nest: &mut Nest, block: &Block, table: &Table, caption: Option<ElementId>) {
    nest.end_title();
    let element = caption.unwrap_or_else(|| to.tagger.table(nest, block.depth, block.node));
    let number = to.flow.blocks.len();
    let form = Form {
        table,
        columns: columns(table, to.width),
        padding: sane(table.padding, 0.0, 100.0),
        rule: sane_rule(table.rule, to.width),
        element,
        number,
    };
    let first = to.flow.slices.len();
    let headings = table.heading_rows.min(table.rows.len());
    let mut leads = anchors(block, Some(element));
    for (number, row) in table.rows.iter().enumerate() {
        let mut slice = set_row(to, &form, number, row);
        slice.cost = match (number <= headings, block.keep_together) {
            (true, _) => Cost::Torn,
            (false, true) => Cost::Together,
            (false, false) => Cost::Free,
        };
        slice.anchors.splice(0..0, std::mem::take(&mut leads));
        to.flow.slices.push(slice);
    }
    let repeated = to.flow.slices[first..first + headings].to_vec();
    let grid = Grid { rule: form.rule, headings: repeated };
    let (left, right) = ends(&form.columns);
    to.flow.blocks.push(Measured { left, right, ..measured(block, Kind::Table(repeating(grid, to.height))) });
}

/// Headings that would take up more than half of each page are not repeated.
fn repeating(grid: Grid, height: f32) -> Grid {
    if grid.headings_height() > height / 2.0 { Grid { headings: Vec::new(), ..grid } } else { grid }
}

fn set_row(to: &mut Desk, form: &Form, number: usize, row: &TableRow) -> Slice {
    let element = to.tagger.add(Tag::Row, form.element, row.node);
    let edge = form.rule.thickness + form.padding;
    let mut slice = Slice {
        block: form.number,
        height: 0.0,
        cost: Cost::Free,
        lines: Vec::new(),
        row: number,
        anchors: Vec::new(),
        hang: None,
    };
    let mut bottom = edge;
    for column in 0..form.columns.len() {
        let blocks = blocks_of(row, column, form.columns.len());
        let node = blocks.first().map_or(row.node, |block| block.node);
        let cell = to.tagger.add(form.tag(number, column), element, node);
        bottom = bottom.max(set_cell(to, form, (cell, column), &blocks, &mut slice));
    }
    slice.height = bottom + edge;
    slice
}

/// Sets the blocks of a cell into a row; gives where they end.
fn set_cell(to: &mut Desk, form: &Form, (cell, column): (ElementId, usize), blocks: &[&Block], row: &mut Slice) -> f32 {
    let mut nest = Nest::new(cell);
    let outer = form.columns[column];
    let room = Column { x: outer.x + form.padding, width: (outer.width - 2.0 * form.padding).max(1.0) };
    let mut y = form.rule.thickness + form.padding;
    let mut after: Option<f32> = None;
    for block in blocks {
        let laid = lay(to, &mut nest, block, room, false);
        let space = measured(block, Kind::Lines);
        y += after.map_or(0.0, |after| after.max(space.before));
        row.anchors.extend(anchors(block, laid.element));
        for lines in laid.rows {
            row.lines.extend(lines.into_iter().map(|line| Placed { top: y + line.top, column, ..line }));
            y += laid.height;
        }
        y += laid.hang.map_or(0.0, |hang| hang.height);
        after = Some(space.after);
    }
    y
}

impl Form<'_> {
    fn tag(&self, row: usize, column: usize) -> Tag {
        if row < self.table.heading_rows {
            Tag::ColumnHeading
        } else if column == 0 && self.table.row_headings {
            Tag::RowHeading
        } else {
            Tag::Cell
        }
    }
}

/// The columns, narrowed where they would not fit.
fn columns(table: &Table, width: f32) -> Vec<Column> {
    let indent = sane(table.indent, 0.0, (width - 24.0).max(0.0));
    let widths: Vec<f32> = table.columns.iter().map(|&column| sane(column, 1.0, 10_000.0)).collect();
    let widths = if widths.is_empty() { vec![width - indent] } else { widths };
    let whole: f32 = widths.iter().sum();
    let scale = ((width - indent) / whole).min(1.0);
    let mut x = indent;
    let place = |own: &f32| {
        let column = Column { x, width: own * scale };
        x += column.width;
        column
    };
    widths.iter().map(place).collect()
}

fn ends(columns: &[Column]) -> (f32, f32) {
    let left = columns.first().map_or(0.0, |column| column.x);
    (left, columns.last().map_or(left, |column| column.x + column.width))
}

/// The paragraphs of a cell. What has no column of its own stands in the last, and a table in a cell is set as its paragraphs:
/// nothing is lost.
fn blocks_of(row: &TableRow, column: usize, columns: usize) -> Vec<&Block> {
    let end = if column + 1 == columns { row.cells.len() } else { column + 1 };
    let mut found = Vec::new();
    let mut open: Vec<&Block> = row.cells.get(column..end).into_iter().flatten().flatten().rev().collect();
    while let Some(block) = open.pop() {
        match &block.content {
            Content::Paragraph(_) => found.push(block),
            Content::Table(table) => open.extend(table.rows.iter().flat_map(|row| &row.cells).flatten().rev()),
            Content::Rule(_) => {}
        }
    }
    found
}

/// Parts a row that is higher than a page by lines: leaves in it what has room in this height, and gives the rest. None where
/// nothing has room and `force` does not ask for a line all the same, or where nothing would be left over.
pub(super) fn part(row: &mut Slice, rule: f32, room: f32, force: bool) -> Option<Slice> {
    let columns = row.lines.iter().map(|line| line.column).max()? + 1;
    let edge = row.lines.iter().map(|line| line.top).fold(f32::INFINITY, f32::min).min(row.height);
    let mut limits = limits(row, columns, room - edge);
    if row.lines.iter().all(|line| line.top >= limits[line.column]) {
        let least = least_room(row, columns);
        if !force || least + rule >= row.height {
            return None;
        }
        limits = self::limits(row, columns, least - edge);
    }
    if row.lines.iter().all(|line| line.top < limits[line.column]) {
        return None;
    }
    // Lines of one height stand together: a label and the line that it precedes.
    let (upper, lower) = std::mem::take(&mut row.lines).into_iter().partition(|line| line.top < limits[line.column]);
    let lower: Vec<Placed> = lower_half(lower, &limits, edge);
    let rest = Slice {
        height: height_of(&lower, edge),
        lines: lower,
        anchors: Vec::new(),
        cost: Cost::Free,
        hang: None,
        ..*row
    };
    row.height = height_of(&upper, edge);
    row.lines = upper;
    Some(rest)
}

/// For each column, the top of the first line that ends below this height.
fn limits(row: &Slice, columns: usize, height: f32) -> Vec<f32> {
    let mut limits = vec![f32::INFINITY; columns];
    for line in row.lines.iter().filter(|line| line.top + line.height > height) {
        limits[line.column] = limits[line.column].min(line.top);
    }
    limits
}

/// The room that the first line of each cell needs: otherwise the row would never be set.
fn least_room(row: &Slice, columns: usize) -> f32 {
    let firsts = (0..columns).filter_map(|column| row.lines.iter().find(|line| line.column == column));
    firsts.map(|line| 2.0 * line.top + line.height + 0.01).fold(0.0, f32::max)
}

fn lower_half(lines: Vec<Placed>, limits: &[f32], edge: f32) -> Vec<Placed> {
    let raise = |line: Placed| Placed { top: line.top - limits[line.column] + edge, ..line };
    lines.into_iter().map(raise).collect()
}

fn height_of(lines: &[Placed], edge: f32) -> f32 {
    lines.iter().map(|line| line.top + line.height).fold(edge, f32::max) + edge
}
