use super::lines::Broken;
use crate::frame::{Bookmark, ElementId, Fill, NodeId, Owner, Rule};
use std::sync::Arc;

/// A line of text with its place.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub broken: Arc<Broken>,
    /// Which of its lines.
    pub line: usize,
    /// The left edge of the width in which it was broken.
    pub x: f32,
    /// The top of the line, from the top of what it stands in: a slice, then a page.
    pub top: f32,
    /// From one line to the next.
    pub height: f32,
    /// The baseline, from the top of the line.
    pub baseline: f32,
    /// To what its text belongs.
    pub owner: Owner,
    /// The element of its text's first group; those of the others follow.
    pub groups: u32,
    /// From where it comes.
    pub node: NodeId,
    /// In a table, the column.
    pub column: usize,
}

impl PartialEq for Placed {
    /// Whether it is drawn the same. The broken text is compared by address: the cache gives the same one for equal texts.
    fn eq(&self, other: &Self) -> bool {
        let key = |one: &Self| {
            (one.line, one.x, one.top, one.height, one.baseline, one.owner, one.groups, one.node, one.column)
        };
        Arc::ptr_eq(&self.broken, &other.broken) && key(self) == key(other)
    }
}

/// What stands on a page: all that decides how it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Plan {
    pub lines: Vec<Placed>,
    pub fills: Vec<Fill>,
}

/// How much is lost when a page ends before a slice; the first costs nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cost {
    /// Between blocks, or between lines with enough of them on both sides.
    Free,
    /// Within what should stay together.
    Together,
    /// Between a block and the next, with which it should stay.
    WithNext,
    /// A line alone at the foot or the head of a page.
    Lonely,
    /// Between what stands side by side; between a table's headings and its rows.
    Torn,
}

impl Cost {
    /// All of them, the least first.
    pub const ALL: [Self; 5] = [Self::Free, Self::Together, Self::WithNext, Self::Lonely, Self::Torn];
}

/// A part of a block that is not broken across pages: a row of lines, a rule, a row of a table.
#[derive(Clone, Debug)]
pub(super) struct Slice {
    /// The block, by its place in [`Flow::blocks`].
    pub block: usize,
    pub height: f32,
    /// What it costs to end a page before it.
    pub cost: Cost,
    pub lines: Vec<Placed>,
    /// In a table, the row.
    pub row: usize,
    /// What leads to it.
    pub anchors: Vec<Anchor>,
    /// What of it hangs below its height.
    pub hang: Option<Hang>,
}

/// Lines beside the last line of a paragraph that go on below it; what follows may stand beside them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hang {
    /// How far below.
    pub height: f32,
    pub left: f32,
    pub right: f32,
}

/// What the slices of a block have in common.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    pub before: f32,
    pub after: f32,
    /// Whether the next block begins at the same height.
    pub beside: bool,
    /// What it occupies of the width of the text area; nothing where the left end is behind the right.
    pub left: f32,
    pub right: f32,
    pub kind: Kind,
}

/// What kind of block it is, for drawing.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Lines,
    Rule(Rule),
    Table(Grid),
}

/// What the rows of a table have in common.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// The rules between and around the rows.
    pub rule: Rule,
    /// The heading rows, to be repeated; none where they would take up too much of a page.
    pub headings: Vec<Slice>,
}

impl Grid {
    /// What the repeated headings take up; the last rule is shared with the row below.
    pub fn headings_height(&self) -> f32 {
        self.headings.iter().map(|slice| slice.height - self.rule.thickness).sum()
    }
}

/// A bookmark or a link that leads to a slice.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    pub element: ElementId,
    pub bookmark: Option<Bookmark>,
    pub target: Option<NodeId>,
}

/// The whole document, measured and not yet on pages.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub blocks: Vec<Measured>,
    pub slices: Vec<Slice>,
}

/// What stands on a page: slices with their heights on it.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// The slices and their tops, from the top of the text area.
    pub slices: Vec<(usize, f32)>,
    /// Whether headings of a table that began on an earlier page stand above the first slice.
    pub repeats: bool,
    /// The top of the first slice that has no room.
    pub full_at: Option<f32>,
    /// The last slice that was looked at to decide where the page ends.
    pub reach: usize,
}
