use super::block::{Block, Reading};
use super::{
    limits::{BYTES, LIST_START, PARAGRAPHS, cut},
    list::Counts,
};
use crate::model::{Enclosure, Inline, Paragraph, ParagraphKind, letters, roman};

/// Reads plain text: each line is a paragraph, as it stands.
pub fn read_text(text: &str) -> Reading {
    let lines =
        cut(text).lines().map(|line| line.replace('\t', " ").replace(|c: char| c.is_control() || c == '\u{fffc}', ""));
    let mut prose: Vec<Paragraph> = lines.filter(|line| !line.trim().is_empty()).map(Paragraph::plain).collect();
    let is_cut = text.len() > BYTES || prose.len() > PARAGRAPHS;
    prose.truncate(PARAGRAPHS);
    let blocks = if prose.is_empty() { Vec::new() } else { vec![Block::Prose(prose)] };
    Reading { blocks, cut: is_cut }
}

/// Writes paragraphs as plain text: a line each, with the markers of lists. Marks are left out; who knows what they say
/// writes them out before.
pub fn write_text(prose: &[Paragraph]) -> String {
    let mut counts = Counts::default();
    let mut above: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for paragraph in prose {
        let marker = marker(paragraph, &mut counts, &mut above);
        let indent = "  ".repeat(usize::from(paragraph.level));
        lines.push(format!("{indent}{marker}{}", text_of(paragraph)));
    }
    lines.join("\n")
}

/// The text of a paragraph without its marks.
pub(super) fn text_of(paragraph: &Paragraph) -> String {
    let texts = paragraph.text.iter().map(|inline| match inline {
        Inline::Text(run) => run.text.as_str(),
        Inline::Citation(_) | Inline::Person(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => "",
    });
    texts.collect()
}

/// The marker of a paragraph with the blank behind it; empty where it has none.
fn marker(paragraph: &Paragraph, counts: &mut Counts, above: &mut Vec<String>) -> String {
    let Paragraph { kind, level, start, .. } = paragraph;
    let number = start.unwrap_or_else(|| counts.expected(*kind, *level)).min(LIST_START);
    let (enclosure, figure) = match kind {
        ParagraphKind::Body | ParagraphKind::Quotation => {
            counts.body(*level);
            return String::new();
        }
        ParagraphKind::Bullet => {
            counts.item(*kind, *level, number);
            return "• ".to_owned();
        }
        ParagraphKind::Numbered(enclosure) => (enclosure, number.to_string()),
        ParagraphKind::Lettered(enclosure) => (enclosure, letters(number)),
        ParagraphKind::Roman(enclosure) => (enclosure, roman(number)),
    };
    counts.item(*kind, *level, number);
    above.resize(usize::from(*level), String::new());
    let whole = above.iter().filter(|part| !part.is_empty()).chain([&figure]).cloned().collect::<Vec<_>>().join(".");
    let marker = match enclosure {
        Enclosure::Stop => format!("{figure}. "),
        Enclosure::Bracket => format!("{figure}) "),
        Enclosure::Brackets => format!("({figure}) "),
        Enclosure::Decimal => format!("{whole} "),
    };
    above.push(figure);
    marker
}
