//! What the tests of this binary share: the shipped styles, and a document as the text that a reader meets, block by block.

use minutebook::compose::compose;
use minutebook::frame::{Block, Content, Document, Inline, Role};
use minutebook::model::{Audience, Item, Minutes, PartContent, Resolution};
use minutebook::template::{HouseStyle, Library};

/// A shipped style.
pub fn style(name: &str) -> HouseStyle {
    Library::load(None).0.style(name).unwrap().clone()
}

/// What the public reads, line by line.
pub fn public(minutes: &Minutes, style: &str) -> Vec<String> {
    lines(&compose(minutes, &self::style(style), Audience::Public))
}

/// The text of each block in reading order; cells and what stands beside a paragraph are parted by " | ".
pub fn lines(document: &Document) -> Vec<String> {
    document.chunks.iter().flat_map(|chunk| &chunk.blocks).filter_map(line).collect()
}

/// The text of a block.
pub fn line(block: &Block) -> Option<String> {
    match &block.content {
        Content::Paragraph(paragraph) => {
            let label = paragraph.label.as_ref().map(|label| format!("{} ", text(&label.text))).unwrap_or_default();
            let aside = paragraph.aside.as_ref().map(|aside| format!(" | {}", text(&aside.text))).unwrap_or_default();
            Some(format!("{label}{}{aside}", text(&paragraph.text)))
        }
        Content::Table(table) => {
            let rows = table.rows.iter().map(|row| {
                let cells = row.cells.iter().map(|cell| cell.iter().filter_map(line).collect::<Vec<_>>().join(" / "));
                cells.collect::<Vec<_>>().join(" | ")
            });
            Some(rows.collect::<Vec<_>>().join("\n"))
        }
        Content::Rule(_) => None,
    }
}

/// The text of a line; a line to write upon is "____", the page's number "#".
pub fn text(inlines: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(run) => run.text.clone(),
        Inline::Blank { .. } => "____".to_owned(),
        Inline::PageNumber(_) | Inline::PageCount(_) => "#".to_owned(),
    };
    inlines.iter().map(word).collect()
}

/// The blocks of a document in reading order.
pub fn blocks(document: &Document) -> Vec<&Block> {
    document.chunks.iter().flat_map(|chunk| &chunk.blocks).collect()
}

/// The block that says this.
pub fn saying<'a>(document: &'a Document, words: &str) -> &'a Block {
    let found = blocks(document).into_iter().find(|block| line(block).is_some_and(|line| line.contains(words)));
    found.unwrap_or_else(|| panic!("nothing says {words:?}: {:#?}", lines(document)))
}

/// Whether a block is a heading.
pub fn heading_level(block: &Block) -> Option<u8> {
    match block.role {
        Role::Heading(level) => Some(level),
        _ => None,
    }
}

/// What the public reads of an item titled "Dredging", below its heading.
pub fn item_lines(style: &str, item: Item) -> Vec<String> {
    let all = public(&crate::make::minutes(vec![item]), style);
    let at = all.iter().position(|line| line.contains("Dredging")).unwrap();
    all[at + 1..].iter().filter(|line| !line.contains("____")).cloned().collect()
}

/// A resolution as a part.
pub fn resolution(resolution: Resolution) -> PartContent {
    PartContent::Resolution(Box::new(resolution))
}
