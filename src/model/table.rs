use super::*;
use serde::{Deserialize, Serialize};

/// A table in an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Table {
    /// What stands above it.
    #[serde(skip_serializing_if = "is_default")]
    pub caption: String,
    /// Its columns, from the left.
    pub columns: Vec<Column>,
    /// Its rows below the headings. Each has as many cells as there are columns.
    pub rows: Vec<Row>,
    /// Whether the first column heads its rows.
    #[serde(skip_serializing_if = "is_default")]
    pub row_headings: bool,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// The language of the column's heading, where it is not the draft's.
    #[serde(skip_serializing_if = "is_default")]
    pub language: Language,
    /// Its share of the width; 0 counts as 1.
    #[serde(skip_serializing_if = "is_default")]
    pub share: u16,
    /// How its cells are aligned.
    #[serde(skip_serializing_if = "is_default")]
    pub align: CellAlign,
}

/// The alignment of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CellAlign {
    /// Text.
    #[default]
    Left,
    /// Figures and sums.
    Right,
    /// Short marks.
    Centre,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Row {
    /// Its cells, one for each column.
    pub cells: Vec<Prose>,
    /// Whether it gives totals.
    #[serde(skip_serializing_if = "is_default")]
    pub total: bool,
}
