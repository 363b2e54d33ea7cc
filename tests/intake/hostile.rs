//! Anything can be on a clipboard.

use minutebook::{
    format::validate,
    intake::{Block, Reading, read_html, read_text},
    model::{Id, Item, Minutes, Part, PartContent, Section},
};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// That a draft can hold what was read.
fn assert_valid(reading: &Reading) {
    let part = |block: &Block| match block {
        Block::Prose(prose) => PartContent::Prose(prose.clone()),
        Block::Table(table) => PartContent::Table(table.clone()),
    };
    let parts =
        (10..).zip(&reading.blocks).map(|(id, block)| Part { id: Id(id), content: part(block), ..Part::default() });
    let item = Item { id: Id(2), parts: parts.collect(), ..Item::default() };
    let section = Section { id: Id(1), items: vec![item], ..Section::default() };
    let mut minutes = Minutes { business: vec![section], ..Minutes::default() };
    minutes.meeting.date = jiff::civil::date(2024, 10, 21);
    validate(&minutes).unwrap_or_else(|fault| panic!("{fault}: {reading:?}"));
}

/// Pieces of HTML that matter to the reader.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i style='font-weight:bold'>",
    "</i>",
    "<ul>",
    "</ul>",
    "<ol start=9998 type=i>",
    "<ol start=-1>",
    "<ol start=99999999999>",
    "</ol>",
    "<li>",
    "<li value=70000>",
    "</li>",
    "<table>",
    "</table>",
    "<tr>",
    "<td colspan=9999999 rowspan=99999999>",
    "<td>",
    "</td>",
    "<th>",
    "<caption>",
    "<thead>",
    "</tr>",
    "<br>",
    "<blockquote>",
    "</blockquote>",
    "<pre>",
    "text",
    " ",
    "\u{a0}",
    "&nbsp;",
    "&#0;",
    "&#xd800;",
    "&notit;",
    "\0",
    "\r\n",
    "<!--StartFragment-->",
    "<!--EndFragment-->",
    "<![if !supportLists]>",
    "<![endif]>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<title>",
    "<plaintext>",
    "<p class=MsoListParagraph style='mso-list:l0 level9 lfo1'>",
    "<p style='mso-list:l0 level200 lfo1'>",
    "<span style='mso-list:Ignore'>(iv)",
    "<li data-level=77>",
    "<p data-level=8>",
    "<span lang='a\"b'>",
    "<div hidden>",
    "<",
    ">",
    "\"",
    "'",
    "&",
    "\u{fffc}",
    "\u{1F600}",
    "e\u{301}",
];

proptest! {
    #[test]
    fn any_bytes_give_a_valid_prose(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        assert_valid(&read_html(&text));
        assert_valid(&read_text(&text));
    }

    #[test]
    fn any_markup_gives_a_valid_prose(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..120)) {
        assert_valid(&read_html(&pieces.concat()));
    }
}

fn read_in_time(what: &str, html: &str) -> Reading {
    let begun = Instant::now();
    let reading = read_html(html);
    assert!(begun.elapsed() < Duration::from_secs(60), "{what} took {:?}", begun.elapsed());
    assert_valid(&reading);
    reading
}

#[test]
fn no_nesting_no_size_and_no_number_takes_long_or_breaks() {
    for (what, begin, piece, end) in [
        ("elements nested", "", "<div>", "x"),
        ("lists nested", "", "<ul><li>", "x"),
        ("formatting nested", "", "<b><i>", "x"),
        ("tables nested", "", "<table><tr><td>", "x"),
        ("end tags alone", "<p>", "</b></i></table>", "x"),
        ("attributes of one element", "<p ", "a ", ">x"),
        ("different attributes", "<p ", "", ">x"),
        ("cells of one row", "<table><tr>", "<td>x", "</table>"),
        ("a comment", "<!--", "- ", "x"),
        ("a style", "<p style='", "color:red;", "'>x"),
        ("blanks", "<p>", " \u{a0}", "x"),
    ] {
        let mut html = String::from(begin);
        if piece.is_empty() {
            (0..40_000).for_each(|number| html.push_str(&format!("a{number} ")));
        } else {
            html.push_str(&piece.repeat(400_000 / piece.len()));
        }
        html.push_str(end);
        read_in_time(what, &html);
    }
}

#[test]
fn what_is_too_much_is_left_out_and_that_is_said() {
    let deep = read_in_time("deep", &format!("<p>kept</p>{}lost", "<div>".repeat(400)));
    assert!(deep.cut);
    assert_eq!(deep.prose().map(Vec::len), Some(1));
    let many = read_in_time("many", &"<p>x".repeat(60_000));
    assert!(many.cut);
    assert_eq!(many.prose().map(Vec::len), Some(50_000));
    let long = read_in_time("long", &format!("<p>{}", "x ".repeat(3 << 20)));
    assert!(long.cut);
    assert!(!read_html("<p>a</p>").cut);
    assert!(read_text(&"line\n".repeat(1 << 20)).cut);
}

#[test]
fn nothing_is_read_as_nothing() {
    for none in ["", " \n ", "<p></p><p>&nbsp;</p><br>", "<ul><li></li></ul>", "<table><tr><td></td></tr></table>"] {
        assert_eq!(read_html(none), Reading::default(), "{none}");
        if !none.contains('<') {
            assert_eq!(read_text(none), Reading::default());
        }
    }
}
