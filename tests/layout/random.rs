//! Whatever the document: no panic, every character on the pages once, nothing outside the text area.

use crate::invisible::invisible;
use crate::{build::*, read::*};
use minutebook::{frame::*, layout::Setter};
use proptest::prelude::*;

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-z]{1,9}",
        4 => Just(" ".to_owned()),
        1 => Just("\n".to_owned()),
        1 => "[A-Za-z]{40,90}",
        1 => "\\PC{1,6}",
        1 => prop::collection::vec(any::<char>(), 1..5).prop_map(|all| all.into_iter().collect()),
        1 => Just("\u{AD}\t\u{200B}\r\n\u{7}e\u{301}\u{2028}ﬃ".to_owned()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn inline() -> impl Strategy<Value = Inline> {
    let look = (
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        6.0f32..11.0,
        prop::option::weighted(0.1, Just("cy")),
        any::<u8>(),
    );
    let text = (words(), look).prop_map(|(text, (serif, bold, italic, size, language, link))| {
        let family = if serif { Family::Serif } else { Family::Sans };
        let link = (link < 30).then(|| Link::Node(NodeId(u64::from(link))));
        Inline::Text(Run {
            text,
            face: Face { family, bold, italic },
            size,
            rise: 0.0,
            language: language.map(str::to_owned),
            link,
        })
    });
    prop_oneof![9 => text, 1 => (1.0f32..500.0).prop_map(|width| Inline::Blank { width })]
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(inline(), 0..4)
}

fn aligned() -> impl Strategy<Value = Align> {
    prop_oneof![Just(Align::Left), Just(Align::Centre), Just(Align::Right)]
}

fn any_paragraph() -> impl Strategy<Value = Paragraph> {
    let label = prop::option::weighted(0.4, (0.0f32..60.0, inlines()));
    let aside = prop::option::weighted(0.2, (0.0f32..500.0, 0.0f32..200.0, inlines()));
    (0.0f32..300.0, 0.0f32..200.0, aligned(), 12.0f32..30.0, label, aside, inlines()).prop_map(
        |(indent, right_indent, align, line_height, label, aside, text)| Paragraph {
            indent,
            right_indent,
            align,
            line_height,
            label: label.map(|(at, text)| Label { at, text }),
            aside: aside.map(|(at, width, text)| Aside { at, width, node: NodeId(7), text }),
            text,
        },
    )
}

fn any_role() -> impl Strategy<Value = Role> {
    prop_oneof![
        Just(Role::Title),
        (0u8..9).prop_map(Role::Heading),
        Just(Role::Paragraph),
        Just(Role::Quotation),
        Just(Role::Note),
        Just(Role::Caption),
        any::<bool>().prop_map(|begins| Role::ListItem { marks: ListMarks::Decimal, begins }),
        any::<bool>().prop_map(|begins| Role::ListItem { marks: ListMarks::Disc, begins }),
    ]
}

fn any_text_block() -> impl Strategy<Value = Block> {
    let spaces = (0.0f32..40.0, 0.0f32..40.0);
    let flags = (any::<bool>(), any::<bool>(), prop::bool::weighted(0.2), any::<bool>());
    (any_role(), 0u8..4, any_paragraph(), spaces, flags, 1u64..50).prop_map(
        |(
            role,
            depth,
            paragraph,
            (space_before, space_after),
            (keep_with_next, keep_together, beside_next, is_target),
            node,
        )| Block {
            depth,
            space_before,
            space_after,
            keep_with_next,
            keep_together,
            beside_next,
            is_target,
            ..block(node, role, Content::Paragraph(paragraph))
        },
    )
}

fn any_table() -> impl Strategy<Value = Block> {
    let cell = prop::collection::vec(any_text_block(), 0..3);
    let rows = prop::collection::vec(prop::collection::vec(cell, 0..4), 0..6);
    let columns = prop::collection::vec(60.0f32..400.0, 0..4);
    (rows, columns, 0usize..3, 0.0f32..6.0, 0.0f32..2.0, any::<bool>(), any::<bool>()).prop_map(
        |(rows, columns, heading_rows, padding, thickness, keep_together, row_headings)| {
            let rows = rows.into_iter().map(|cells| TableRow { node: NodeId(60), cells }).collect();
            let rule = Rule { indent: 0.0, thickness, grey: 0.0 };
            let table = Table { indent: 10.0, columns, heading_rows, row_headings, rows, padding, rule };
            Block { keep_together, ..block(60, Role::Table, Content::Table(table)) }
        },
    )
}

fn any_block() -> impl Strategy<Value = Block> {
    let rule = (0.0f32..500.0, 0.0f32..5.0)
        .prop_map(|(indent, thickness)| block(0, Role::Artefact, Content::Rule(Rule { indent, thickness, grey: 0.5 })));
    prop_oneof![8 => any_text_block(), 1 => any_table(), 1 => rule]
}

fn any_document() -> impl Strategy<Value = Document> {
    (prop::collection::vec(any_block(), 0..14), 8.0f32..20.0).prop_map(|(blocks, lines)| {
        let mut document = document(blocks);
        document.page.height = lines * 30.0 + 2.0 * MARGIN;
        document.page.furniture = vec![Furniture {
            baseline: 20.0,
            align: Align::Centre,
            text: vec![Inline::PageNumber(run("")), Inline::PageCount(run(""))],
        }];
        document
    })
}

/// Every character that shows, in its order: what shows nothing is left out.
fn shown(text: &str) -> Vec<char> {
    let shows = |c: &char| !c.is_whitespace() && !invisible(*c);
    text.chars().filter(shows).collect()
}

fn said(inlines: &[Inline], to: &mut String) {
    for inline in inlines {
        if let Inline::Text(run) = inline {
            to.push_str(&run.text);
        }
    }
}

fn said_by(block: &Block, to: &mut String) {
    match &block.content {
        Content::Paragraph(paragraph) => {
            paragraph.label.iter().for_each(|label| said(&label.text, to));
            said(&paragraph.text, to);
            paragraph.aside.iter().for_each(|aside| said(&aside.text, to));
        }
        Content::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).flatten().for_each(|block| said_by(block, to))
        }
        Content::Rule(_) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_character_is_on_the_pages_once(document in any_document()) {
        let frame = set(&document);
        let mut put_in = String::new();
        document.chunks.iter().flat_map(|chunk| &chunk.blocks).for_each(|block| said_by(block, &mut put_in));
        prop_assert_eq!(shown(&reading(&frame)), shown(&put_in));
    }

    #[test]
    fn nothing_lies_outside_the_text_area(document in any_document()) {
        let frame = set(&document);
        let bottom = document.page.height - MARGIN + 0.05;
        for page in &frame.pages {
            for area in &page.areas {
                prop_assert!(area.y >= MARGIN - 0.05 && area.y + area.height <= bottom, "{area:?} of {bottom}");
                prop_assert!(area.x >= MARGIN - 0.05 && area.x + area.width <= MARGIN + WIDTH + 0.05, "{area:?}");
            }
            for fill in fills(page) {
                prop_assert!(fill.y + fill.height <= bottom + 0.5 && fill.x + fill.width <= MARGIN + WIDTH + 0.05, "{fill:?}");
            }
        }
    }

    #[test]
    fn no_line_covers_another(document in any_document()) {
        let frame = set(&document);
        for page in &frame.pages {
            let lines: Vec<&Area> = page.areas.iter().filter(|area| area.width > 0.0).collect();
            for (index, one) in lines.iter().enumerate() {
                for other in &lines[index + 1..] {
                    let across = (one.x + one.width).min(other.x + other.width) - one.x.max(other.x);
                    let down = (one.y + one.height).min(other.y + other.height) - one.y.max(other.y);
                    // Within one block the caller says where a label and an aside stand.
                    let own = one.y == other.y;
                    prop_assert!(own || across < 0.1 || down < 0.1, "{one:?} and {other:?}");
                }
            }
        }
    }

    #[test]
    fn marks_and_clusters_are_in_order(document in any_document()) {
        let frame = set(&document);
        for page in &frame.pages {
            for run in runs(page) {
                let end = run.glyphs.iter().try_fold(0, |end, glyph| (glyph.cluster.start == end).then_some(glyph.cluster.end));
                prop_assert_eq!(end, Some(run.text.len() as u32), "{:?}", run.text);
            }
        }
        for element in frame.tags.elements.iter().skip(1) {
            prop_assert!(element.parent.is_some());
        }
        for target in &frame.targets {
            prop_assert!(target.page < frame.pages.len());
        }
    }

    #[test]
    fn a_used_setter_gives_what_a_new_one_gives(first in any_document(), second in any_document()) {
        let mut used = Setter::new();
        used.set(&first);
        used.set(&second);
        prop_assert_eq!(used.set(&first), set(&first));
    }

    #[test]
    fn measures_without_sense_do_no_harm(
        mut document in any_document(),
        wild in prop::collection::vec(prop_oneof![Just(f32::NAN), Just(f32::INFINITY), Just(-1.0e30), Just(0.0), Just(1.0e30)], 16),
    ) {
        document.page.width = wild[0];
        document.page.height = wild[1];
        document.page.margins = Margins { top: wild[2], right: wild[3], bottom: wild[4], left: wild[5] };
        let chunk = std::sync::Arc::make_mut(&mut document.chunks[0]);
        for block in &mut chunk.blocks {
            (block.space_before, block.space_after) = (wild[6], wild[7]);
            match &mut block.content {
                Content::Paragraph(paragraph) => {
                    (paragraph.indent, paragraph.right_indent, paragraph.line_height) = (wild[8], wild[9], wild[10]);
                    for inline in &mut paragraph.text {
                        if let Inline::Text(run) = inline {
                            (run.size, run.rise) = (wild[11], wild[12]);
                        }
                    }
                }
                Content::Table(table) => (table.indent, table.padding) = (wild[13], wild[14]),
                Content::Rule(rule) => rule.thickness = wild[15],
            }
        }
        let frame = set(&document);
        prop_assert!(!frame.pages.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Blocks come, go and change, one after another, as while minutes are written.
    #[test]
    fn what_is_taken_over_from_the_last_document_is_what_would_be_set_anew(
        mut document in any_document(),
        changes in prop::collection::vec((any_block(), any::<prop::sample::Index>(), 0..3u8), 1..8),
    ) {
        let mut used = minutebook::layout::Setter::new();
        used.set(&document);
        for (block, at, change) in changes {
            let mut blocks = document.chunks[0].blocks.clone();
            let at = at.index(blocks.len() + 1);
            match (change, at < blocks.len()) {
                (0, true) => drop(blocks.remove(at)),
                (1, true) => blocks[at] = block,
                _ => blocks.insert(at, block),
            }
            document.chunks = vec![std::sync::Arc::new(Chunk { node: NodeId(0), blocks })];
            prop_assert_eq!(used.set(&document), set(&document));
        }
    }
}
