//! The tree of tags: what a screen reader is told, in which order.

use crate::{build::*, read::*};
use minutebook::frame::*;

#[test]
fn minutes_have_the_structure_that_they_show() {
    let title = |node, words| Block { role: Role::Title, ..p(node, words) };
    let heading = labelled(Block { role: Role::Heading(3), ..p(4, "Minutes") }, "15.");
    let blocks = vec![
        title(1, "Invented City Council"),
        title(1, "Minutes of the Meeting\nheld on Thursday"),
        Block { role: Role::Heading(2), ..p(2, "Public Business") },
        heading,
        p(5, "The Board considered:"),
        item(6, 0, ListMarks::Disc, "•", "the budget"),
        item(7, 1, ListMarks::LowerAlpha, "(a)", "its first part"),
        item(8, 1, ListMarks::LowerAlpha, "(b)", "its second part"),
        Block { depth: 1, ..p(9, "and what was said of it") },
        item(10, 0, ListMarks::Disc, "•", "the plan"),
        item(11, 0, ListMarks::Decimal, "1.", "another list"),
        Block { role: Role::Quotation, ..p(12, "Quite so") },
        Block { role: Role::Note, ..p(13, "Note: withdrew") },
    ];
    let expected = "\
Document
  H1 \"Invented City Council Minutes of the Meeting held on Thursday\"
  H2 \"Public Business\"
  H3 \"15. Minutes\"
  P \"The Board considered:\"
  L Disc
    LI
      Lbl \"•\"
      LBody \"the budget\"
        L LowerAlpha
          LI
            Lbl \"(a)\"
            LBody \"its first part\"
          LI
            Lbl \"(b)\"
            LBody \"its second part\"
        P \"and what was said of it\"
    LI
      Lbl \"•\"
      LBody \"the plan\"
  L Decimal
    LI
      Lbl \"1.\"
      LBody \"another list\"
  BlockQuote \"Quite so\"
  Note \"Note: withdrew\"
";
    assert_eq!(dump(&set(&document(blocks))), expected);
}

#[test]
fn a_list_ends_where_another_begins() {
    let begins = |mut block: Block| {
        block.role = Role::ListItem { marks: ListMarks::Decimal, begins: true };
        block
    };
    let one = |node| item(node, 0, ListMarks::Decimal, "1.", "x");
    let frame = set(&document(vec![one(1), one(2), begins(one(3)), one(4), p(5, "text"), one(6)]));
    let lists: Vec<usize> = dump(&frame).split("L Decimal").skip(1).map(|list| list.matches("LI").count()).collect();
    assert_eq!(lists, [2, 2, 1]);
}

#[test]
fn depth_without_a_list_to_hold_it_falls_back() {
    let frame = set(&document(vec![
        Block { depth: 3, ..p(1, "deep") },
        item(2, 2, ListMarks::None, "-", "deep item"),
        Block { depth: 5, ..p(3, "within") },
        item(4, 0, ListMarks::None, "-", "item"),
    ]));
    let expected = "\
Document
  P \"deep\"
  L None
    LI
      Lbl \"-\"
      LBody \"deep item\"
        P \"within\"
  L None
    LI
      Lbl \"-\"
      LBody \"item\"
";
    assert_eq!(dump(&frame), expected);
}

#[test]
fn links_and_languages_have_elements_of_their_own() {
    let link = Some(Link::Node(NodeId(9)));
    let inlines = vec![
        Inline::Text(run("see ")),
        Inline::Text(Run { link: link.clone(), ..run("Minute ") }),
        Inline::Text(Run { link: link.clone(), face: Face { bold: true, ..Face::default() }, ..run("15/16") }),
        Inline::Text(run(" and ")),
        Inline::Text(Run { language: Some("cy".into()), ..run("yn bresennol") }),
        Inline::Text(Run { language: Some("en-GB".into()), ..run(" here") }),
    ];
    let frame = set(&document(vec![with(p(1, ""), |p| p.text = inlines)]));
    let expected = "\
Document
  P \"see  and  here\"
    Link \"Minute 15/16\"
    Span (cy) \"yn bresennol\"
";
    assert_eq!(dump(&frame), expected);
    assert_eq!(text_of(&frame, ElementId(0)), "see Minute 15/16 and yn bresennol here");
    for run in runs(&frame.pages[0]) {
        let Owner::Element(id) = run.owner else { panic!("everything is read") };
        assert_eq!(run.link.is_some(), frame.tags.get(id).tag == Tag::Link);
    }
}

#[test]
fn a_link_in_a_repeated_heading_leads_nowhere() {
    let linked = Inline::Text(Run { link: Some(Link::Address("https://example.org".into())), ..run("Report") });
    let mut rows: Vec<&[&str]> = vec![&[""]];
    rows.resize(15, &["x"]);
    let ruled = with_table(table(2, 1, &rows), |table| {
        table.rows[0].cells[0] = vec![with(p(3, ""), |p| p.text = vec![linked])];
    });
    let frame = set(&document(vec![ruled]));
    assert!(runs(&frame.pages[0]).any(|run| run.link.is_some()));
    assert!(runs(&frame.pages[1]).any(|run| run.text == "Report"));
    assert!(runs(&frame.pages[1]).all(|run| run.link.is_none()));
}

#[test]
fn marks_stand_in_the_order_of_their_elements() {
    let aside = |node| Aside { at: 320.0, width: 80.0, node: NodeId(node), text: text("one\ntwo\nthree") };
    let beside = |node| with(lines(node, 4), |p| p.aside = Some(aside(node + 100)));
    let label = Block { beside_next: true, ..lines(7, 3) };
    let names = with(lines(8, 5), |p| p.indent = 100.0);
    let frame =
        set(&document(vec![beside(1), label, names, beside(2), table(3, 1, &[&["a", "b"], &["c\nd", "e\nf"]])]));
    for page in &frame.pages {
        let ids: Vec<u32> = runs(page)
            .filter_map(|run| match run.owner {
                Owner::Element(id) => Some(id.0),
                _ => None,
            })
            .collect();
        assert!(ids.is_sorted(), "{ids:?}");
    }
}

#[test]
fn parents_stand_before_their_children() {
    let frame = set(&document(vec![
        item(1, 0, ListMarks::Disc, "•", "a"),
        item(2, 1, ListMarks::Disc, "•", "b"),
        table(3, 1, &[&["a"], &["b"]]),
    ]));
    for (index, element) in frame.tags.elements.iter().enumerate() {
        assert!(element.parent.map_or(index == 0, |parent| (parent.0 as usize) < index));
    }
}

#[test]
fn space_that_is_set_as_an_empty_paragraph_is_not_read() {
    let frame = set(&document(vec![p(1, "a"), p(2, ""), p(3, "b")]));
    assert_eq!(dump(&frame), "Document\n  P \"a\"\n  P \"b\"\n");
    assert_eq!(frame.place_of(NodeId(3)), Some((0, MARGIN + 24.0)));
}
