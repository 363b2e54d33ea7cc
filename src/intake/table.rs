//! Tables: cells as they come, with spans, into columns and rows.

use super::limits::{COLUMNS, ROWS};
use crate::model::{CellAlign, Column, Inline, Paragraph, Prose, Row, Table};

/// A table while it is read.
#[derive(Debug, Default)]
pub(super) struct Builder {
    pub caption: String,
    rows: Vec<RowIn>,
    /// The cell of the last row into which text goes.
    current: Option<usize>,
    /// For each column, how many rows a cell from above still covers.
    covered: Vec<usize>,
    /// Whether rows are headings.
    pub in_head: bool,
    /// How many tables are open within one of its cells.
    pub nested: usize,
}

#[derive(Debug, Default)]
struct RowIn {
    cells: Vec<CellIn>,
    head: bool,
}

#[derive(Debug, Default)]
struct CellIn {
    prose: Prose,
    heading: bool,
    align: Option<CellAlign>,
}

/// What a table comes to.
pub(super) enum Built {
    /// A table.
    Table(Table),
    /// It only held text in place, or a draft cannot hold it: its text.
    Prose(Prose),
}

impl Builder {
    /// Begins a row. Gives whether there is room for it.
    pub fn begin_row(&mut self) -> bool {
        self.end_row();
        if self.rows.len() >= ROWS {
            return false;
        }
        self.rows.push(RowIn { cells: Vec::new(), head: self.in_head });
        true
    }

    /// Ends a row: what cells from above cover at its end is empty.
    pub fn end_row(&mut self) {
        self.current = None;
        let Some(row) = self.rows.last_mut() else { return };
        for covered in self.covered.iter_mut().skip(row.cells.len()) {
            row.cells.push(CellIn::default());
            *covered = covered.saturating_sub(1);
        }
        let still = self.covered.iter().rposition(|covered| *covered > 0).map_or(0, |last| last + 1);
        self.covered.truncate(still);
    }

    /// Begins a cell that spans columns and rows. Gives whether there is room for it.
    pub fn begin_cell(&mut self, heading: bool, align: Option<CellAlign>, (columns, rows): (usize, usize)) -> bool {
        if self.rows.is_empty() && !self.begin_row() {
            return false;
        }
        let Some(row) = self.rows.last_mut() else { return false };
        while let Some(covered) = self.covered.get_mut(row.cells.len()).filter(|covered| **covered > 0) {
            *covered -= 1;
            row.cells.push(CellIn::default());
        }
        let at = row.cells.len();
        // One more than a draft may hold, so that such a table is known.
        let columns = columns.min((COLUMNS + 1).saturating_sub(at));
        if columns == 0 {
            self.current = None;
            return false;
        }
        row.cells.resize_with(at + columns, || CellIn { prose: Prose::new(), heading, align });
        if rows > 1 {
            self.covered.resize(self.covered.len().max(at + columns), 0);
            self.covered.iter_mut().skip(at).take(columns).for_each(|covered| *covered = rows.min(ROWS) - 1);
        }
        self.current = Some(at);
        true
    }

    /// Ends a cell.
    pub fn end_cell(&mut self) {
        self.current = None;
    }

    /// The text of the cell that is open.
    pub fn cell(&mut self) -> Option<&mut Prose> {
        self.rows.last_mut()?.cells.get_mut(self.current?).map(|cell| &mut cell.prose)
    }

    /// Aligns the cell that is open as its text is, where that says so.
    pub fn align(&mut self, align: Option<CellAlign>) {
        let cell = self.current.and_then(|at| self.rows.last_mut()?.cells.get_mut(at));
        if let Some(cell) = cell {
            cell.align = align.or(cell.align);
        }
    }

    /// The whole table.
    pub fn build(mut self) -> Built {
        self.end_row();
        let Builder { caption, mut rows, .. } = self;
        rows.retain(|row| row.cells.iter().any(|cell| !cell.prose.is_empty()));
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        if width > COLUMNS || (width <= 1 && rows.len() <= 1) {
            let caption = Some(caption).filter(|caption| !caption.is_empty()).map(Paragraph::plain);
            let cells = rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.prose);
            return Built::Prose(caption.into_iter().chain(cells).collect());
        }
        let head = has_head(&rows).then(|| rows.remove(0));
        let headings = head.map(|row| row.cells).unwrap_or_default();
        let columns = (0..width).map(|at| Column {
            heading: headings.get(at).map(|cell| line(&cell.prose)).unwrap_or_default(),
            align: alignment(&rows, at),
            ..Column::default()
        });
        let columns = columns.collect();
        let row_headings =
            !rows.is_empty() && rows.iter().all(|row| row.cells.first().is_some_and(|cell| cell.heading));
        let rows = rows.into_iter().map(|row| {
            let mut cells: Vec<Prose> = row.cells.into_iter().map(|cell| cell.prose).collect();
            cells.resize_with(width, Prose::new);
            Row { cells, total: false }
        });
        Built::Table(Table { caption, columns, rows: rows.collect(), row_headings })
    }
}

/// Whether the first row is one of headings: by its place, by its cells, or, as word processors have it, by being bold
/// where the rest is not.
fn has_head(rows: &[RowIn]) -> bool {
    let [first, rest @ ..] = rows else { return false };
    if rest.is_empty() {
        return false;
    }
    let all_bold = |row: &RowIn| row.cells.iter().all(|cell| cell.prose.iter().all(is_bold));
    let full = first.cells.iter().all(|cell| !cell.prose.is_empty());
    first.head || first.cells.iter().all(|cell| cell.heading) || (full && all_bold(first) && !rest.iter().any(all_bold))
}

fn is_bold(paragraph: &Paragraph) -> bool {
    paragraph
        .text
        .iter()
        .all(|inline| matches!(inline, Inline::Text(run) if run.look.bold || run.text.trim().is_empty()))
}

/// The text of a heading, in one line.
fn line(prose: &Prose) -> String {
    let texts = prose.iter().flat_map(|paragraph| {
        let runs = paragraph.text.iter().map(|inline| match inline {
            Inline::Text(run) => run.text.as_str(),
            Inline::Citation(_) | Inline::Person(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => "",
        });
        runs.chain([" "])
    });
    texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The alignment on which all cells of a column agree that say one.
fn alignment(rows: &[RowIn], at: usize) -> CellAlign {
    let cells = rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.prose.is_empty());
    let mut found = None;
    for cell in cells {
        let align = cell.align.unwrap_or_default();
        if found.is_some_and(|found| found != align) {
            return CellAlign::Left;
        }
        found = Some(align);
    }
    found.unwrap_or_default()
}
