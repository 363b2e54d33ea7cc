//! Prose as lines that a person can read: `1. text`, deeper ones set in, `*bold*`, `_italic_`, `^raised^`, `{cy:…}`.

use minutebook::{
    intake::{Block, read_html},
    model::{CellAlign, Enclosure, Inline, Look, Paragraph, ParagraphKind, Table},
};

/// What HTML is read as, a line for each paragraph or row.
pub fn read(html: &str) -> Vec<String> {
    let reading = read_html(html);
    assert!(!reading.cut, "something was left out");
    blocks(&reading.blocks)
}

/// Blocks as lines.
pub fn blocks(blocks: &[Block]) -> Vec<String> {
    let lines = blocks.iter().flat_map(|block| match block {
        Block::Prose(prose) => prose.iter().map(paragraph).collect(),
        Block::Table(table) => table_lines(table),
    });
    lines.collect()
}

fn table_lines(table: &Table) -> Vec<String> {
    let mut lines = vec![format!("table: {}", table.caption)];
    let heading = |at: usize| {
        let column = &table.columns[at];
        let sign = match column.align {
            CellAlign::Left => "",
            CellAlign::Right => ">",
            CellAlign::Centre => "^",
        };
        format!("{sign}{}", column.heading)
    };
    lines.push((0..table.columns.len()).map(heading).collect::<Vec<_>>().join(" | "));
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "a row as wide as the table");
        let cells = row.cells.iter().map(|cell| cell.iter().map(paragraph).collect::<Vec<_>>().join(" / "));
        let mut cells: Vec<_> = cells.collect();
        if table.row_headings {
            cells[0] = format!("= {}", cells[0]);
        }
        lines.push(cells.join(" | "));
    }
    lines
}

fn paragraph(paragraph: &Paragraph) -> String {
    let enclosed = |form: &str, enclosure| match enclosure {
        Enclosure::Stop => format!("{form}. "),
        Enclosure::Bracket => format!("{form}) "),
        Enclosure::Brackets => format!("({form}) "),
        Enclosure::Decimal => format!("#.{form} "),
    };
    let marker = match paragraph.kind {
        ParagraphKind::Body => String::new(),
        ParagraphKind::Bullet => "- ".to_owned(),
        ParagraphKind::Numbered(enclosure) => enclosed("1", enclosure),
        ParagraphKind::Lettered(enclosure) => enclosed("a", enclosure),
        ParagraphKind::Roman(enclosure) => enclosed("i", enclosure),
        ParagraphKind::Quotation => "> ".to_owned(),
    };
    let start = paragraph.start.map(|start| format!("[{start}] ")).unwrap_or_default();
    let text: String = paragraph.text.iter().map(inline).collect();
    format!("{}{start}{marker}{text}", "    ".repeat(usize::from(paragraph.level)))
}

fn inline(inline: &Inline) -> String {
    let Inline::Text(run) = inline else { panic!("a mark came out of HTML: {inline:?}") };
    let Look { bold, italic, superscript, language } = &run.look;
    let mut text = run.text.replace('\n', "⏎").replace('\u{a0}', "~");
    for (on, sign) in [(*superscript, '^'), (*italic, '_'), (*bold, '*')] {
        if on {
            text = format!("{sign}{text}{sign}");
        }
    }
    if language.0.is_empty() { text } else { format!("{{{}:{text}}}", language.0) }
}
