//! Whatever is set, the file that comes of it conforms, and all of its text is owned and comes back.

use crate::{
    build::{block, document, item, p, paragraph, table, with},
    support,
};
use minutebook::{
    frame::{Block, Content, Face, Family, Frame, Inline, Link, ListMarks, Mark, NodeId, Owner, Role, Run},
    layout::Setter,
    pdf::{ExportError, export},
};
use proptest::prelude::*;

/// Words with what people type and paste: accents put together from parts, ligatures, spaces and hyphens that are not what they
/// seem, and now and then a character that no face has.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => "[A-Za-z0-9.,;:()%/&<>]{1,9}",
        6 => Just(" ".to_owned()),
        2 => "[“”‘’–£€½éŵŷâûŴŶ•…]{1,3}",
        1 => Just("e\u{301}w\u{302}q\u{307}\u{323}".to_owned()),
        1 => Just("office ﬁle ﬂow f\u{200C}i".to_owned()),
        1 => Just("a\u{A0}b\u{AD}c\u{2011}d\u{2009}e\u{200B}f".to_owned()),
        1 => Just("\n".to_owned()),
    ];
    let known = prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat());
    prop_oneof![40 => known, 1 => Just("漢字 and \u{E000}".to_owned())]
}

fn inline() -> impl Strategy<Value = Inline> {
    let look = (any::<bool>(), any::<bool>(), any::<bool>(), 6.0f32..14.0, prop::option::weighted(0.2, Just("cy")));
    (words(), look, 0_u8..20).prop_map(|(text, (serif, bold, italic, size, language), link)| {
        let family = if serif { Family::Serif } else { Family::Sans };
        let link = match link {
            0 => Some(Link::Address("https://example.org/?a=(1)&b=é".into())),
            1..4 => Some(Link::Node(NodeId(u64::from(link)))),
            _ => None,
        };
        let face = Face { family, bold, italic };
        Inline::Text(Run { text, face, size, rise: 0.0, language: language.map(str::to_owned), link })
    })
}

fn any_block() -> impl Strategy<Value = Block> {
    let inlines = || prop::collection::vec(inline(), 1..4);
    let role = prop_oneof![Just(Role::Paragraph), Just(Role::Quotation), Just(Role::Note)];
    let plain = (role, inlines(), any::<bool>()).prop_map(|(role, inlines, is_target)| {
        let block = block(2, role, Content::Paragraph(paragraph(inlines)));
        Block { is_target, ..block }
    });
    let marks = prop_oneof![Just(ListMarks::Disc), Just(ListMarks::Decimal), Just(ListMarks::LowerRoman)];
    let listed = (0_u8..3, marks, inlines()).prop_map(|(depth, marks, inlines)| {
        with(item(3, depth, marks, "1.", ""), |paragraph| paragraph.text = inlines)
    });
    let rows = prop::collection::vec(prop::collection::vec("[a-z ]{0,12}", 3), 1..5);
    let table = (rows, 0_usize..2).prop_map(|(rows, headings)| {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        table(4, headings, &rows)
    });
    prop_oneof![4 => plain, 3 => listed, 1 => table]
}

fn set(blocks: Vec<Block>) -> Frame {
    let heading = |role, text| Block { is_target: true, ..Block { role, ..p(1, text) } };
    let mut all = vec![heading(Role::Title, "Minutes"), heading(Role::Heading(2), "Public business")];
    all.extend(blocks);
    Setter::new().set(&document(all))
}

/// The text of the frame that is to be read, without white space.
fn said(frame: &Frame) -> String {
    let mut by_element = vec![String::new(); frame.tags.elements.len()];
    for mark in frame.pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Glyphs(run) = mark
            && let Owner::Element(id) = run.owner
        {
            by_element[id.0 as usize].push_str(&run.text);
        }
    }
    letters(&by_element.concat())
}

/// The characters in a fixed order: what is read stands in another order in the tree than among the elements.
fn letters(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_set_conforms_and_comes_back(blocks in prop::collection::vec(any_block(), 0..12)) {
        let frame = set(blocks);
        match export(&frame) {
            Ok(pdf) => {
                prop_assert!(frame.missing.is_empty());
                prop_assert_eq!(support::validate(&pdf), Ok(()));
                prop_assert_eq!(support::check_ownership(&pdf), Ok(()));
                prop_assert_eq!(letters(&support::text_in_tag_order(&pdf).unwrap()), said(&frame));
                prop_assert!(export(&frame).unwrap() == pdf, "a second export differs");
            }
            Err(error) => prop_assert_eq!(error, ExportError::Missing(frame.missing)),
        }
    }
}
