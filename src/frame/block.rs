use super::{Face, NodeId};
use std::sync::Arc;

/// What is to be set: the whole of one document for one audience.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What the document says of itself.
    pub meta: Meta,
    /// The paper and what stands at its edges.
    pub page: PageSetup,
    /// The text, in units that are composed by themselves: the head, each item, the end.
    pub chunks: Vec<Arc<Chunk>>,
}

/// What a document says of itself; it goes into the PDF's metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title, shown by readers in place of the file's name.
    pub title: String,
    /// Who publishes it: the council.
    pub author: String,
    /// What it is: "Draft minutes", "Signed minutes".
    pub subject: String,
    /// The language of the text where a run does not say another: a BCP 47 tag.
    pub language: String,
    /// The day and time that the PDF bears as its own: from the draft, never from the clock.
    pub date: jiff::civil::DateTime,
}

/// The paper and what stands at its edges.
#[derive(Clone, Debug, PartialEq)]
pub struct PageSetup {
    /// Width of the paper.
    pub width: f32,
    /// Height of the paper.
    pub height: f32,
    /// From the edges of the paper to the text area.
    pub margins: Margins,
    /// The number of the first page.
    pub first_number: u32,
    /// Lines outside the text area, on every page: artefacts.
    pub furniture: Vec<Furniture>,
}

/// Distances from the edges of the paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// From the top edge.
    pub top: f32,
    /// From the right edge.
    pub right: f32,
    /// From the bottom edge.
    pub bottom: f32,
    /// From the left edge.
    pub left: f32,
}

/// A line outside the text area: a page number, a status line, a line for initials. An artefact, since what it says is
/// said elsewhere or is of the paper, not of the minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct Furniture {
    /// The baseline, from the top edge of the paper.
    pub baseline: f32,
    /// How it is aligned between the margins.
    pub align: Align,
    /// What it says.
    pub text: Vec<Inline>,
}

/// A unit of composition: what one item of the minutes becomes.
#[derive(Clone, Debug, PartialEq)]
pub struct Chunk {
    /// From where it comes.
    pub node: NodeId,
    /// Its blocks, in reading order.
    pub blocks: Vec<Block>,
}

/// One block of text, a table or a rule, with its place in the structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// From where it comes.
    pub node: NodeId,
    /// What it is, for whoever cannot see it.
    pub role: Role,
    /// How many list items it is nested in; a list item of depth 1 is in a list within an item of depth 0.
    pub depth: u8,
    /// What is to be set.
    pub content: Content,
    /// Least space above; of two spaces that meet, the larger counts. None at the top of a page.
    pub space_before: f32,
    /// Least space below.
    pub space_after: f32,
    /// Whether it must end on the page on which the next block begins.
    pub keep_with_next: bool,
    /// Whether it may not be parted by a page break, as long as it fits on a page.
    pub keep_together: bool,
    /// Whether the next block begins at this one's height, beside it: a label and the names in the next column.
    pub beside_next: bool,
    /// Its entry in the bookmarks.
    pub bookmark: Option<Bookmark>,
    /// Whether links may lead to it, by its node.
    pub is_target: bool,
}

/// What kind of thing a block holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Lines of text.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A line across, as an ornament.
    Rule(Rule),
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The document's title; several blocks in a row make one heading of level 1.
    Title,
    /// A heading of level 2, 3 and so on.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A quotation set off from the text.
    Quotation,
    /// An item of a list. A list goes on as long as items of the same depth and kind follow.
    ListItem {
        /// How the list is marked.
        marks: ListMarks,
        /// Whether a new list begins with it.
        begins: bool,
    },
    /// A note.
    Note,
    /// What stands above a table; the next block is the table.
    Caption,
    /// A table.
    Table,
    /// Nothing that is to be read: a rule.
    Artefact,
}

/// How the items of a list are marked (ISO 32000-1, table 347).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListMarks {
    /// Not at all.
    None,
    /// With bullets.
    Disc,
    /// 1, 2, 3.
    Decimal,
    /// a, b, c.
    LowerAlpha,
    /// i, ii, iii.
    LowerRoman,
}

/// Lines of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// From the left edge of the text area to the lines.
    pub indent: f32,
    /// From the right edge of the text area to where lines end at the latest.
    pub right_indent: f32,
    /// How the lines are aligned.
    pub align: Align,
    /// From baseline to baseline.
    pub line_height: f32,
    /// What hangs before the first line: a number, a bullet.
    pub label: Option<Label>,
    /// What stands in a column of its own beside the first line: who is to act.
    pub aside: Option<Aside>,
    /// The text.
    pub text: Vec<Inline>,
}

/// What hangs before the first line of a paragraph. Where it is wider than its room, the first line makes way.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// From the left edge of the text area to the label.
    pub at: f32,
    /// What it says.
    pub text: Vec<Inline>,
}

/// What stands beside a paragraph, read after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// From the left edge of the text area.
    pub at: f32,
    /// Its width; longer text breaks into lines.
    pub width: f32,
    /// From where it comes.
    pub node: NodeId,
    /// What it says.
    pub text: Vec<Inline>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Text in one look.
    Text(Run),
    /// A line to write upon.
    Blank {
        /// Its length.
        width: f32,
    },
    /// The number of the page; in furniture alone.
    PageNumber(Run),
    /// The number of the last page; in furniture alone.
    PageCount(Run),
}

/// Text in one look. A line feed in it breaks the line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// The face.
    pub face: Face,
    /// The size.
    pub size: f32,
    /// How far it is raised above the baseline.
    pub rise: f32,
    /// Its language, where it is not the document's: a BCP 47 tag.
    pub language: Option<String>,
    /// Where it leads.
    pub link: Option<Link>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// To the block of this document that is a target and has this node.
    Node(NodeId),
    /// To an address elsewhere.
    Address(String),
}

/// How lines are aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// From the left edge of the text area.
    pub indent: f32,
    /// The widths of the columns, from the left.
    pub columns: Vec<f32>,
    /// How many of the first rows are headings; they are repeated on each page that the table goes on to.
    pub heading_rows: usize,
    /// Whether the first cell of each row heads it.
    pub row_headings: bool,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// From the edges of a cell to its text.
    pub padding: f32,
    /// The rules between rows and around the table; none where the thickness is 0.
    pub rule: Rule,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// From where it comes.
    pub node: NodeId,
    /// The cells, one for each column; in each the blocks, paragraphs and list items alone.
    pub cells: Vec<Vec<Block>>,
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// From the left edge of the text area.
    pub indent: f32,
    /// Its thickness.
    pub thickness: f32,
    /// Its grey: 0 is black, 1 white.
    pub grey: f32,
}

/// An entry in the bookmarks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// How deep it is nested, from 0.
    pub level: u8,
    /// What it says.
    pub text: String,
}
