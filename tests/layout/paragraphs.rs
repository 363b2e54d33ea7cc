//! Lines of a paragraph: where they begin and end, what stands before and beside them, and what they say.

use crate::{build::*, read::*};
use minutebook::{font, frame::*};

fn width(run: &GlyphRun) -> f32 {
    run.glyphs.iter().map(|glyph| glyph.advance).sum()
}

#[test]
fn lines_break_at_spaces_and_keep_them_in_their_text() {
    let words = "The Board considered a report of the Director. ".repeat(6);
    let frame = set(&document(vec![p(1, words.trim_end())]));
    assert!(page_lines(&frame)[0].len() > 2);
    assert_eq!(text_of(&frame, ElementId(0)), words.trim_end());
    for run in runs(&frame.pages[0]) {
        let end = run.x + width(run);
        assert!(end <= MARGIN + WIDTH + 3.0, "only a space may hang over: {end}");
    }
}

#[test]
fn indents_bound_the_lines() {
    let words = "one two three four five ".repeat(20);
    let frame = set(&document(vec![with(p(1, &words), |p| {
        p.indent = 100.0;
        p.right_indent = 120.0;
    })]));
    for area in &frame.pages[0].areas {
        assert!((area.x - MARGIN - 100.0).abs() < 0.01);
        assert!(area.x + area.width <= MARGIN + WIDTH - 120.0 + 0.01);
    }
}

#[test]
fn centred_and_right_lines_stand_where_they_should_without_the_space_at_their_end() {
    let aligned = |align| {
        let frame = set(&document(vec![with(p(1, "Council \nof Invented City"), |p| p.align = align)]));
        frame.pages[0].areas.clone()
    };
    for area in aligned(Align::Centre) {
        assert!((area.x + area.width / 2.0 - (MARGIN + WIDTH / 2.0)).abs() < 0.01);
    }
    for area in aligned(Align::Right) {
        assert!((area.x + area.width - (MARGIN + WIDTH)).abs() < 0.01);
    }
}

#[test]
fn lines_of_a_centred_title_are_of_about_one_length_and_no_more_than_they_need_to_be() {
    let words =
        "Minutes of the Meeting of the Adult Care, Housing and Neighbourhoods Scrutiny Board (2) and its Panels";
    let set_as = |align| {
        let frame = set(&document(vec![with(p(1, words), |p| p.align = align)]));
        assert_eq!(text_of(&frame, ElementId(0)), words);
        frame.pages[0].areas.iter().map(|area| area.width).collect::<Vec<_>>()
    };
    let (left, centred) = (set_as(Align::Left), set_as(Align::Centre));
    assert!(left.len() > 1, "the words take more than one line");
    assert_eq!(centred.len(), left.len());
    let spread = |widths: &[f32]| {
        widths.iter().fold(0.0, |most: f32, w| most.max(*w)) - widths.iter().fold(f32::MAX, |least, w| least.min(*w))
    };
    assert!(spread(&centred) < spread(&left) / 2.0, "{centred:?} against {left:?}");
}

#[test]
fn balancing_parts_no_word() {
    let long = "W".repeat((WIDTH * 0.9 / 11.4) as usize);
    let frame = set(&document(vec![with(p(1, &format!("{long} b c d e f g h i j")), |p| p.align = Align::Centre)]));
    let lines = page_lines(&frame);
    assert!(lines[0][0].starts_with(&long), "{lines:?}");
}

#[test]
fn baselines_are_a_line_height_apart_whatever_the_size_of_the_text() {
    let mut large = run("large ");
    large.size = 11.5;
    let inlines = vec![Inline::Text(run("small ")), Inline::Text(large), Inline::Text(run("\nsmall again"))];
    let frame = set(&document(vec![with(p(1, ""), |p| p.text = inlines)]));
    let ys: Vec<f32> = runs(&frame.pages[0]).map(|run| run.y).collect();
    assert_eq!(ys[0], ys[1]);
    assert!((ys.last().unwrap_or(&0.0) - ys[0] - 12.0).abs() < 0.001);
}

#[test]
fn a_label_hangs_before_the_first_line() {
    let words = "Minutes of the last meeting ".repeat(8);
    let frame = set(&document(vec![labelled(p(1, &words), "15.")]));
    assert!((find(&frame, "15.").x - MARGIN).abs() < 0.01);
    let body: Vec<f32> = runs(&frame.pages[0]).skip(1).map(|run| run.x).collect();
    assert!(body.len() > 1 && body.iter().all(|x| (x - MARGIN - 30.0).abs() < 0.01), "{body:?}");
    assert!(page_lines(&frame)[0][0].starts_with("15. Minutes"));
}

#[test]
fn the_first_line_makes_way_for_a_wide_label() {
    let words = "Minutes of the last meeting ".repeat(8);
    let frame = set(&document(vec![labelled(p(1, &words), "OS 22/17-18.")]));
    let label = find(&frame, "OS 22/17-18.");
    let mut body = runs(&frame.pages[0]).skip(1);
    let (first, second) = (body.next().map(|run| run.x), body.next().map(|run| run.x));
    let ink = width(label) - 10.0 * 0.278;
    let gap = first.unwrap_or(0.0) - label.x - ink;
    assert!((1.0..5.0).contains(&gap), "a small gap, not {gap}");
    assert_eq!(second, Some(MARGIN + 30.0));
    for area in &frame.pages[0].areas {
        assert!(area.x + area.width <= MARGIN + WIDTH + 0.01);
    }
}

#[test]
fn a_label_that_leaves_no_room_stands_above() {
    let label = "A label that goes on and on and on over most of the width of the page, and more";
    let frame = set(&document(vec![labelled(p(1, "Text"), label)]));
    let (label, text) = (find(&frame, label), find(&frame, "Text"));
    assert!(text.y >= label.y + 11.0 && text.x == MARGIN + 30.0);
}

#[test]
fn what_stands_beside_a_paragraph_begins_at_its_height_and_is_read_after_it() {
    let words = "The lease was discussed at some length by those who were there. ".repeat(3);
    let aside = Aside { at: 320.0, width: 80.0, node: NodeId(2), text: text("The Clerk and the Chairman") };
    let frame = set(&document(vec![with(p(1, words.trim_end()), |p| {
        p.right_indent = 90.0;
        p.aside = Some(aside);
    })]));
    let first = runs(&frame.pages[0]).find(|run| run.x >= MARGIN + 320.0);
    let first = first.expect("the aside is on the page");
    assert_eq!(first.y, runs(&frame.pages[0]).next().map_or(0.0, |run| run.y));
    assert_eq!(
        text_of(&frame, ElementId(0)),
        format!("{words}The Clerk and the Chairman").replace(". The C", ".The C")
    );
    assert!(frame.pages[0].areas.iter().any(|area| area.node == NodeId(2)));
}

#[test]
fn superscripts_are_raised_and_small() {
    let raised = Run { rise: 3.5, size: 6.0, ..run("th") };
    let frame = set(&document(vec![with(p(1, ""), |p| {
        p.text = vec![Inline::Text(run("16")), Inline::Text(raised), Inline::Text(run(" June"))];
    })]));
    let (number, raised) = (find(&frame, "16"), find(&frame, "th"));
    assert!((number.y - raised.y - 3.5).abs() < 0.001 && raised.size == 6.0);
    assert_eq!(page_lines(&frame).concat().concat(), "16th June");
}

#[test]
fn a_word_wider_than_the_line_is_broken_anywhere() {
    let word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(4);
    let frame = set(&document(vec![p(1, &word)]));
    assert!(page_lines(&frame)[0].len() > 2);
    assert_eq!(text_of(&frame, ElementId(0)), word);
    for run in runs(&frame.pages[0]) {
        assert!(run.x + width(run) <= MARGIN + WIDTH + 0.01);
    }
}

#[test]
fn a_line_feed_breaks_the_line_and_keeps_words_apart() {
    let frame = set(&document(vec![p(1, "held at\n2.00 pm \non Thursday\n\nin the chamber")]));
    assert_eq!(page_lines(&frame)[0], ["held at", "2.00 pm", "on Thursday", "in the chamber"]);
    assert_eq!(text_of(&frame, ElementId(0)), "held at 2.00 pm on Thursday in the chamber");
    assert_eq!(frame.pages[0].areas.len(), 5, "the empty line stands, too");
}

#[test]
fn ligatures_and_accents_keep_their_text() {
    let words = "office fluff e\u{301}cole ﬁne café";
    let frame = set(&document(vec![p(1, words)]));
    for run in runs(&frame.pages[0]) {
        let mut end = 0;
        for glyph in run.glyphs.iter() {
            assert!(glyph.cluster.start == end, "clusters follow one another without gaps");
            end = glyph.cluster.end;
            assert!(run.text.get(glyph.cluster.start as usize..end as usize).is_some());
        }
        assert_eq!(end as usize, run.text.len(), "{:?}", run.text);
    }
    assert_eq!(text_of(&frame, ElementId(0)), words);
    assert!(frame.missing.is_empty());
}

#[test]
fn a_line_to_write_upon_takes_up_its_room_and_is_not_read() {
    let inlines = vec![Inline::Text(run("Signed: ")), Inline::Blank { width: 120.0 }, Inline::Text(run(" Date:"))];
    let frame = set(&document(vec![with(p(1, ""), |p| p.text = inlines)]));
    let fill = fills(&frame.pages[0])[0];
    let (before, after) = (find(&frame, "Signed:"), find(&frame, " Date:"));
    assert_eq!((fill.owner, fill.width), (Owner::Ornament, 120.0));
    assert!((fill.x - before.x - width(before)).abs() < 0.01 && (after.x - fill.x - 120.0).abs() < 0.01);
    assert!((fill.y - before.y).abs() < 2.0);
    let alone = set(&document(vec![with(p(1, ""), |p| p.text = vec![Inline::Blank { width: 90.0 }])]));
    assert_eq!(fills(&alone.pages[0])[0].width, 90.0);
}

#[test]
fn what_no_face_has_is_named_with_its_place() {
    let cell = table(9, 0, &[&["fine", "漢"]]);
    let frame = set(&document(vec![p(4, "Naïve € 漢字 café"), labelled(p(5, "a\u{7}b"), "★"), cell]));
    let named: Vec<(char, u64)> = frame.missing.iter().map(|one| (one.character, one.node.0)).collect();
    assert_eq!(named, [('漢', 4), ('字', 4), ('★', 5), ('\u{7}', 5), ('漢', 9)]);
}

#[test]
fn invisible_characters_do_no_harm() {
    let words = "soft\u{AD}hyphen zero\u{200B}width joined\u{2060}here a\tb\r\nc \u{FEFF}d\u{200E}e";
    let frame = set(&document(vec![p(1, words)]));
    assert_eq!(text_of(&frame, ElementId(0)), "softhyphen zerowidth joinedhere a b c de");
    assert!(frame.missing.is_empty(), "{:?}", frame.missing);
}

#[test]
fn a_bracketed_number_at_the_end_keeps_its_word_and_adds_nothing_to_the_text() {
    let words = "Minutes of the Meeting of Parks and Residents' Services Scrutiny Board (2)";
    for width in 60..=400_u16 {
        let frame = set(&document(vec![with(p(1, words), |p| {
            p.align = Align::Centre;
            p.right_indent = WIDTH - f32::from(width);
        })]));
        let lines = &page_lines(&frame)[0];
        let last = lines.last().map_or("", |line| line.trim());
        assert!(last.ends_with("Board (2)"), "at {width} points: {lines:?}");
        assert_eq!(text_of(&frame, ElementId(0)), words);
        assert_eq!(frame.missing, []);
    }
}

#[test]
fn a_font_of_the_system_is_never_taken() {
    let frame = set(&document(vec![p(1, "日本語 🙂 שלום")]));
    for run in runs(&frame.pages[0]) {
        for glyph in run.glyphs.iter() {
            assert!(glyph.id < font::metrics(run.face).glyphs);
        }
    }
    assert!(frame.missing.iter().any(|one| one.character == '🙂'));
}
