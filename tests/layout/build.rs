//! Documents for the tests, in few words.

use minutebook::frame::*;
use std::sync::Arc;

/// The width of the text area.
pub const WIDTH: f32 = 400.0;
/// How many lines of 12 points a page holds.
pub const LINES: usize = 10;
/// Where the text area begins, from the left and from the top.
pub const MARGIN: f32 = 50.0;

pub fn run(text: &str) -> Run {
    Run { text: text.into(), size: 10.0, ..Run::default() }
}

pub fn text(text: &str) -> Vec<Inline> {
    vec![Inline::Text(run(text))]
}

pub fn paragraph(inlines: Vec<Inline>) -> Paragraph {
    Paragraph {
        indent: 0.0,
        right_indent: 0.0,
        align: Align::Left,
        line_height: 12.0,
        label: None,
        aside: None,
        text: inlines,
    }
}

pub fn block(node: u64, role: Role, content: Content) -> Block {
    Block {
        node: NodeId(node),
        role,
        depth: 0,
        content,
        space_before: 0.0,
        space_after: 0.0,
        keep_with_next: false,
        keep_together: false,
        beside_next: false,
        bookmark: None,
        is_target: false,
    }
}

pub fn p(node: u64, words: &str) -> Block {
    block(node, Role::Paragraph, Content::Paragraph(paragraph(text(words))))
}

/// A paragraph of so many lines, each a word and its number.
pub fn lines(node: u64, count: usize) -> Block {
    let words: Vec<String> = (0..count).map(|line| format!("{node}.{line}")).collect();
    p(node, &words.join("\n"))
}

pub fn with(mut block: Block, change: impl FnOnce(&mut Paragraph)) -> Block {
    if let Content::Paragraph(paragraph) = &mut block.content {
        change(paragraph);
    }
    block
}

/// With a label at the margin and the text at 30 points.
pub fn labelled(block: Block, label: &str) -> Block {
    with(block, |paragraph| {
        paragraph.indent = 30.0;
        paragraph.label = Some(Label { at: 0.0, text: text(label) });
    })
}

pub fn item(node: u64, depth: u8, marks: ListMarks, label: &str, words: &str) -> Block {
    let block = block(node, Role::ListItem { marks, begins: false }, Content::Paragraph(paragraph(text(words))));
    labelled(Block { depth, ..block }, label)
}

pub fn table(node: u64, heading_rows: usize, cells: &[&[&str]]) -> Block {
    let columns = cells.iter().map(|row| row.len()).max().unwrap_or(1);
    let row =
        |row: &&[&str]| TableRow { node: NodeId(node), cells: row.iter().map(|cell| vec![p(node, cell)]).collect() };
    let table = Table {
        indent: 0.0,
        columns: vec![WIDTH / columns as f32; columns],
        heading_rows,
        row_headings: false,
        rows: cells.iter().map(row).collect(),
        padding: 0.0,
        rule: Rule { indent: 0.0, thickness: 0.0, grey: 0.0 },
    };
    block(node, Role::Table, Content::Table(table))
}

pub fn with_table(mut block: Block, change: impl FnOnce(&mut Table)) -> Block {
    if let Content::Table(table) = &mut block.content {
        change(table);
    }
    block
}

pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        meta: Meta { language: "en-GB".into(), ..Meta::default() },
        page: PageSetup {
            width: WIDTH + 2.0 * MARGIN,
            height: LINES as f32 * 12.0 + 2.0 * MARGIN,
            margins: Margins { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
            first_number: 1,
            furniture: Vec::new(),
        },
        chunks: vec![Arc::new(Chunk { node: NodeId(0), blocks })],
    }
}
