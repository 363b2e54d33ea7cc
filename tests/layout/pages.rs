//! Where pages end: what belongs together stays together, and what cannot gives way.

use crate::{build::*, read::*};
use minutebook::frame::*;

fn counts(frame: &Frame) -> Vec<usize> {
    page_lines(frame).iter().map(Vec::len).collect()
}

#[test]
fn a_paragraph_leaves_two_lines_on_either_side() {
    // The first leaves room for one line; the second for all but one of its lines.
    assert_eq!(counts(&set(&document(vec![lines(1, 9), lines(2, 4)]))), [9, 4]);
    assert_eq!(counts(&set(&document(vec![lines(1, 7), lines(2, 4)]))), [9, 2]);
    assert_eq!(counts(&set(&document(vec![lines(1, 6), lines(2, 8)]))), [10, 4]);
}

#[test]
fn a_paragraph_of_three_lines_is_not_broken() {
    assert_eq!(counts(&set(&document(vec![lines(1, 8), lines(2, 3)]))), [8, 3]);
}

#[test]
fn a_heading_stays_with_what_follows() {
    let heading = Block { keep_with_next: true, ..lines(2, 1) };
    let frame = set(&document(vec![lines(1, 8), heading.clone(), lines(3, 4)]));
    assert_eq!(counts(&frame), [8, 5]);
    let chain = vec![lines(1, 5), heading.clone(), heading.clone(), heading, lines(3, 3)];
    assert_eq!(counts(&set(&document(chain))), [5, 6]);
}

#[test]
fn what_is_to_stay_together_does_while_it_fits_on_a_page() {
    let together = |count| Block { keep_together: true, ..lines(2, count) };
    assert_eq!(counts(&set(&document(vec![lines(1, 5), together(8)]))), [5, 8]);
    assert_eq!(counts(&set(&document(vec![lines(1, 5), together(10)]))), [5, 10]);
    // It fits on no page: then it begins where it stands, and lone lines are still avoided.
    assert_eq!(counts(&set(&document(vec![lines(1, 5), together(16)]))), [10, 9, 2]);
}

#[test]
fn a_chain_longer_than_a_page_gives_way_without_blank_pages() {
    let chain: Vec<Block> = (0..35).map(|node| Block { keep_with_next: true, ..lines(node, 1) }).collect();
    assert_eq!(counts(&set(&document(chain))), [10, 10, 10, 5]);
    let torn: Vec<Block> =
        (0..9).map(|node| Block { keep_with_next: true, keep_together: true, ..lines(node, 3) }).collect();
    assert_eq!(counts(&set(&document(torn))), [9, 9, 9]);
}

#[test]
fn of_two_spaces_the_larger_counts_and_none_at_the_top() {
    let first = Block { space_before: 30.0, space_after: 5.0, ..p(1, "first") };
    let second = Block { space_before: 9.0, ..p(2, "second") };
    let frame = set(&document(vec![first.clone(), second.clone()]));
    let tops: Vec<f32> = frame.pages[0].areas.iter().map(|area| area.y - MARGIN).collect();
    assert_eq!(tops, [0.0, 21.0]);
    let frame = set(&document(vec![lines(9, 10), second, first]));
    assert_eq!(frame.pages[1].areas.iter().map(|area| area.y - MARGIN).collect::<Vec<_>>(), [0.0, 42.0]);
}

#[test]
fn a_space_that_has_no_room_does_not_drive_a_line_over_the_edge() {
    let blocks = (0..40).map(|node| Block { space_after: 7.0, ..p(node, "line") }).collect();
    let frame = set(&document(blocks));
    for area in frame.pages.iter().flat_map(|page| &page.areas) {
        assert!(area.y + area.height <= MARGIN + LINES as f32 * 12.0 + 0.02);
    }
}

#[test]
fn a_line_higher_than_a_page_is_set_and_is_alone() {
    let high = with(p(2, "high"), |p| p.line_height = 300.0);
    let frame = set(&document(vec![p(1, "before"), high, p(3, "after")]));
    assert_eq!(page_lines(&frame), [["before"], ["high"], ["after"]]);
}

#[test]
fn names_stand_beside_their_label() {
    let label = Block { beside_next: true, ..p(1, "Members:") };
    let names = |node| with(p(node, "Councillor A\nCouncillor B"), |p| p.indent = 150.0);
    let frame = set(&document(vec![label, names(2), names(3), p(4, "Apologies:")]));
    let y = |node| frame.place_of(NodeId(node)).map(|(_, y)| y - MARGIN);
    assert_eq!([y(1), y(2), y(3), y(4)], [Some(0.0), Some(0.0), Some(24.0), Some(48.0)]);
}

#[test]
fn what_stands_beside_is_never_overprinted() {
    // The label has three lines, the names one: what comes next at the margin waits for the label, what stands further in
    // does not.
    let label = Block { beside_next: true, space_after: 6.0, ..p(1, "Members\nof the\nBoard:") };
    let name = |node| with(p(node, "Councillor A"), |p| p.indent = 150.0);
    let frame = set(&document(vec![label.clone(), name(2), name(3), p(4, "Apologies:")]));
    let y = |node| frame.place_of(NodeId(node)).map(|(_, y)| y - MARGIN);
    assert_eq!([y(2), y(3), y(4)], [Some(0.0), Some(12.0), Some(42.0)]);
    // A label that reaches into the column of names pushes them down.
    let wide =
        Block { beside_next: true, ..p(1, "Employees (by Directorate), who were there for a part of the meeting:") };
    let frame = set(&document(vec![wide, name(2)]));
    assert_eq!(frame.place_of(NodeId(2)).map(|(_, y)| y - MARGIN), Some(12.0));
}

#[test]
fn a_label_is_on_the_page_of_its_first_names() {
    let label = Block { beside_next: true, ..p(2, "Members:") };
    let names = with(lines(3, 4), |p| p.indent = 150.0);
    let frame = set(&document(vec![lines(1, 9), label, names]));
    assert_eq!(frame.place_of(NodeId(2)).map(|(page, _)| page), Some(1));
    assert_eq!(frame.place_of(NodeId(3)).map(|(page, _)| page), Some(1));
}

#[test]
fn what_follows_may_stand_beside_a_long_aside() {
    let action = |node| Aside { at: 300.0, width: 100.0, node: NodeId(node), text: text("one\ntwo\nthree") };
    let narrow = |node| with(p(node, "Resolved: noted."), |p| p.right_indent = 110.0);
    let acted = |node| with(narrow(node), |p| p.aside = Some(action(node + 10)));
    let frame = set(&document(vec![acted(1), narrow(2), acted(3), p(4, "end")]));
    let y = |node| frame.place_of(NodeId(node)).map(|(page, y)| (page, y - MARGIN));
    assert_eq!([y(1), y(11), y(2)], [Some((0, 0.0)), Some((0, 0.0)), Some((0, 12.0))]);
    assert_eq!([y(3), y(13), y(4)], [Some((0, 36.0)), Some((0, 36.0)), Some((0, 48.0))], "asides keep off each other");
    // It does not hang over the foot of a page: the paragraph goes to the next one with it.
    let frame = set(&document(vec![lines(5, 8), acted(1)]));
    assert_eq!(frame.place_of(NodeId(1)), Some((1, MARGIN)));
}

#[test]
fn furniture_is_on_every_page_with_its_numbers() {
    let mut document = document(vec![lines(1, 25)]);
    document.page.first_number = 7;
    let number = vec![
        Inline::Text(run("– ")),
        Inline::PageNumber(run("")),
        Inline::Text(run(" of ")),
        Inline::PageCount(run("")),
    ];
    document.page.furniture = vec![
        Furniture { baseline: 200.0, align: Align::Centre, text: number },
        Furniture { baseline: 20.0, align: Align::Right, text: text("Draft") },
    ];
    let frame = set(&document);
    let said = |page: &Page, owner| {
        runs(page).filter(|run| run.owner == owner).map(|run| run.text.clone()).collect::<String>()
    };
    let feet: Vec<String> = frame.pages.iter().map(|page| said(page, Owner::Footer)).collect();
    assert_eq!(feet, ["– 7 of 9", "– 8 of 9", "– 9 of 9"]);
    assert!(frame.pages.iter().all(|page| said(page, Owner::Header) == "Draft"));
    let head = find(&frame, "Draft");
    assert!((head.y - 20.0).abs() < 0.01);
    let end = head.x + head.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
    assert!((end - MARGIN - WIDTH).abs() < 0.01);
}

#[test]
fn bookmarks_and_targets_know_their_page() {
    let bookmark = Bookmark { level: 1, text: "16. Outstanding Issues".into() };
    let heading =
        Block { bookmark: Some(bookmark), is_target: true, role: Role::Heading(3), ..p(8, "Outstanding Issues") };
    let frame = set(&document(vec![lines(1, 9), lines(2, 6), heading]));
    let (bookmark, target) = (&frame.bookmarks[0], frame.targets[0]);
    assert_eq!((bookmark.page, bookmark.y, bookmark.level), (1, MARGIN + 72.0, 1));
    assert_eq!((target.node, target.page, target.element), (NodeId(8), 1, bookmark.element));
    assert_eq!(frame.tags.get(target.element).tag, Tag::Heading(3));
}

#[test]
fn a_rule_is_an_ornament_of_its_width() {
    let rule = Content::Rule(Rule { indent: 20.0, thickness: 1.5, grey: 0.4 });
    let frame = set(&document(vec![
        p(1, "above"),
        Block { space_before: 4.0, ..block(2, Role::Artefact, rule) },
        p(3, "below"),
    ]));
    let fill = fills(&frame.pages[0])[0];
    assert_eq!((fill.x, fill.y, fill.width, fill.height), (MARGIN + 20.0, MARGIN + 16.0, WIDTH - 20.0, 1.5));
    assert_eq!((fill.owner, fill.grey), (Owner::Ornament, 0.4));
}

#[test]
fn nothing_to_say_is_one_empty_page() {
    let frame = set(&document(Vec::new()));
    assert_eq!((frame.pages.len(), frame.tags.elements.len()), (1, 1));
}
