//! What goes out comes back as it was, and reads well as plain text.

use crate::show;
use minutebook::{
    intake::{Block, read_html, read_text, write_html, write_text},
    model::{CellAlign, Column, Enclosure, Inline, Language, Look, Paragraph, ParagraphKind, Prose, Row, Run, Table},
};
use proptest::prelude::*;

fn looks() -> impl Strategy<Value = Look> {
    let language = prop_oneof![4 => Just(""), 1 => Just("cy"), 1 => Just("fr-FR")];
    (any::<bool>(), any::<bool>(), any::<bool>(), language).prop_map(|(bold, italic, superscript, language)| Look {
        bold,
        italic,
        superscript,
        language: Language(language.to_owned()),
    })
}

/// Text as a person types it: words, blanks also doubled and at the ends, line breaks, signs of HTML, spaces that do not
/// break between words.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-zA-Zéŵ£€–“”.,;:'\"&<>0-9]{1,8}",
        4 => Just(" ".to_owned()),
        1 => Just("  ".to_owned()),
        1 => Just("\n".to_owned()),
        1 => Just("5\u{a0}million".to_owned()),
        1 => Just("&nbsp;<b>".to_owned()),
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

fn kinds() -> impl Strategy<Value = ParagraphKind> {
    let enclosures = prop_oneof![
        Just(Enclosure::Stop),
        Just(Enclosure::Bracket),
        Just(Enclosure::Brackets),
        Just(Enclosure::Decimal)
    ];
    prop_oneof![
        3 => Just(ParagraphKind::Body),
        2 => Just(ParagraphKind::Bullet),
        2 => enclosures.clone().prop_map(ParagraphKind::Numbered),
        1 => enclosures.clone().prop_map(ParagraphKind::Lettered),
        1 => enclosures.prop_map(ParagraphKind::Roman),
        1 => Just(ParagraphKind::Quotation),
    ]
}

fn paragraphs() -> impl Strategy<Value = Paragraph> {
    let start = prop_oneof![3 => Just(None), 1 => (2u32..=9_999).prop_map(Some)];
    let runs = prop::collection::vec((texts(), looks()), 1..4);
    (kinds(), 0u8..=8, start, runs).prop_filter_map("a paragraph says something", |(kind, level, start, runs)| {
        let mut text: Vec<Run> = Vec::new();
        for (piece, look) in runs {
            match text.last_mut() {
                Some(last) if last.look == look => last.text.push_str(&piece),
                _ => text.push(Run { text: piece, look }),
            }
        }
        let says = text.iter().any(|run| !run.text.trim().is_empty());
        let counted = matches!(kind, ParagraphKind::Numbered(_) | ParagraphKind::Lettered(_) | ParagraphKind::Roman(_));
        let paragraph = Paragraph {
            kind,
            level,
            start: start.filter(|_| counted),
            text: text.into_iter().map(Inline::Text).collect(),
            ..Paragraph::default()
        };
        says.then_some(paragraph)
    })
}

/// Takes starts away that say what would be counted anyway: no page shows them.
fn without_idle_starts(prose: &mut Prose) {
    let html = write_html(&[Block::Prose(prose.clone())]);
    if let Some(read) = read_html(&html).prose() {
        for (own, read) in prose.iter_mut().zip(read) {
            if own.start.is_some() && read.start.is_none() {
                own.start = None;
            }
        }
    }
}

proptest! {
    #[test]
    fn a_prose_comes_back_as_it_was(mut prose in prop::collection::vec(paragraphs(), 1..8)) {
        without_idle_starts(&mut prose);
        let html = write_html(&[Block::Prose(prose.clone())]);
        let read = read_html(&html);
        prop_assert!(!read.cut);
        prop_assert_eq!(read.blocks, vec![Block::Prose(prose)], "{}", html);
    }

    #[test]
    fn a_table_comes_back_as_it_was(cells in prop::collection::vec(prop::collection::vec(paragraphs(), 1..3), 6)) {
        let column = |heading: &str, align| Column { heading: heading.to_owned(), align, ..Column::default() };
        let mut cells = cells;
        cells.iter_mut().for_each(without_idle_starts);
        let rows = cells.chunks(3).map(|cells| Row { cells: cells.to_vec(), total: false });
        let columns = vec![column("To & from", CellAlign::Left), column("Net", CellAlign::Right), column("", CellAlign::Centre)];
        let table = Table { caption: "Payments".to_owned(), columns, rows: rows.collect(), row_headings: false };
        let html = write_html(&[Block::Table(table.clone())]);
        prop_assert_eq!(read_html(&html).blocks, vec![Block::Table(table)], "{}", html);
    }

    #[test]
    fn plain_lines_come_back_as_paragraphs(lines in prop::collection::vec("[a-z][a-z é0-9.]{0,20}", 1..6)) {
        let prose: Prose = lines.iter().map(Paragraph::plain).collect();
        let text = write_text(&prose);
        prop_assert_eq!(read_text(&text).blocks, vec![Block::Prose(prose)]);
    }
}

#[test]
fn plain_text_has_the_markers_that_a_page_has() {
    let of = |kind, level, start, text: &str| Paragraph { kind, level, start, ..Paragraph::plain(text) };
    let prose = [
        of(ParagraphKind::Body, 0, None, "The Board:"),
        of(ParagraphKind::Numbered(Enclosure::Stop), 0, Some(3), "noted"),
        of(ParagraphKind::Lettered(Enclosure::Brackets), 1, None, "in part"),
        of(ParagraphKind::Numbered(Enclosure::Decimal), 1, None, "as said"),
        of(ParagraphKind::Numbered(Enclosure::Stop), 0, None, "agreed"),
        of(ParagraphKind::Bullet, 0, None, "fees"),
        of(ParagraphKind::Roman(Enclosure::Bracket), 0, Some(4), "end"),
    ];
    let text = write_text(&prose);
    assert_eq!(text, "The Board:\n3. noted\n  (a) in part\n  3.1 as said\n4. agreed\n• fees\niv) end");
}

#[test]
fn marks_are_left_out() {
    let text = vec![Inline::plain("see "), Inline::ComeBack("check".to_owned()), Inline::plain("it")];
    let prose = vec![Paragraph { text, ..Paragraph::default() }];
    assert_eq!(write_text(&prose), "see it");
    assert_eq!(show::blocks(&read_html(&write_html(&[Block::Prose(prose)])).blocks), ["see it"]);
}
