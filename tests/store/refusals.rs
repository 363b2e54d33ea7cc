//! Proves that a file which is no whole draft is refused with its place, what was expected and what to do; and that no
//! file, whatever is in it, brings the program down.

use super::EVERYTHING;
use minutebook::format::{self, Limits, ReadError};
use minutebook::model::*;
use proptest::prelude::*;

/// What is said of the fixture with one text in the place of another, and the line in which that stands.
fn refused(old: &str, new: &str) -> (ReadError, usize) {
    let at = EVERYTHING.find(old).unwrap_or_else(|| panic!("the fixture holds {old}"));
    let text = EVERYTHING.replacen(old, new, 1);
    let error = format::read(text.as_bytes()).expect_err(new);
    (error, 1 + text[..at].matches('\n').count())
}

#[test]
fn each_mistake_is_named_with_its_line_and_what_was_expected() {
    let cases: &[(&str, &str, &str)] = &[
        ("council: \"A", "concil: \"A", "there is no field `concil` of head. Perhaps `council` is meant"),
        ("venue:", "venu:", "there is no field `venu` of meeting. Perhaps `venue` is meant"),
        (
            "start: \"14:00\"",
            "starts_at: \"14:00\"",
            "there is no field `starts_at` of meeting. The fields are `kind`, `date`",
        ),
        ("house: (", "hause: (", "there is no field `hause` of draft. Perhaps `house` is meant"),
        (
            "kind: Extraordinary",
            "kind: Extrordinary",
            "`Extrordinary` is no value of meeting kind. Perhaps `Extraordinary` is meant",
        ),
        (
            "restart: Never",
            "restart: Sometimes",
            "`Sometimes` is no value of restart. The values are `MunicipalYear`, `Meeting`, `Never`",
        ),
        ("first: 41,\n    restart", "first: \"41\",\n    restart", "expected a whole number, found the text \"41\""),
        ("first: 41,\n    restart", "first: -41,\n    restart", "the number `-41` does not fit here"),
        ("first: 41,\n    restart", "first: 99999999999,\n    restart", "the number `99999999999` does not fit here"),
        ("council: \"Aldermere City Council\"", "council: 7", "expected a text in double quotes, found `7`"),
        ("remote: true", "remote: yes", "expected `true` or `false`, found `yes`"),
        ("people: [", "people: 5 + [", "expected a list, which begins with `[`, found `5`"),
        (
            "date: \"2017-02-09\",\n    start",
            "date: \"9 February\",\n    start",
            "expected a day of the calendar, found the text \"9 February\". Write it as \"2016-09-15\"",
        ),
        (
            "date: \"2017-02-09\",\n    start",
            "date: \"2017-02-30\",\n    start",
            "expected a day of the calendar, found the text \"2017-02-30\"",
        ),
        ("start: \"14:00\"", "start: \"25:00\"", "`25:00` is not a time of day; write it as 14:00 or 2.00 pm"),
        ("style: \"parish\",", "style: \"parish\" 7,", "expected a comma or the closing bracket, found `7`"),
        (
            "style: \"parish\",",
            "style: \"par\\ish\",",
            "in this text a backslash is followed by a letter that means nothing. Write \\\\ for a backslash",
        ),
        (
            "restart: Never,",
            "restart: Never, restart: Never,",
            "the field `restart` of numbering stands here a second time. Keep one of the two",
        ),
        ("(id: 28, who: Person(12), ", "(id: 28, ", "the field `who` of chairing is missing"),
    ];
    for (old, new, expected) in cases {
        let (error, line) = refused(old, new);
        assert!(error.to_string().contains(expected), "{new}: {error}");
        assert_eq!(error.line, line, "{new}: {error}");
        assert!(error.to_string().starts_with(&format!("line {}, column {}: ", error.line, error.column)));
    }
}

#[test]
fn the_column_is_that_of_the_word_that_is_wrong() {
    let (error, _) = refused("venue: \"Tithe", "venu: \"Tithe");
    assert_eq!(error.column, 5, "{error}");
    let (error, _) = refused("(id: 11, title: ", "(id: 11, titel: ");
    assert_eq!(error.column, 20, "{error}");
    let (error, _) = refused("(id: 11, title: \"Councillor\"", "(id: 11, title: Councillor");
    assert_eq!(error.column, 27, "{error}");
}

#[test]
fn ids_are_unique_and_not_zero() {
    let (error, line) = refused("id: 12,", "id: 11,");
    assert!(error.message.contains("the id 11 of a person is used a second time"), "{error}");
    assert_eq!(error.line, line);
    let (error, line) = refused("id: 37,", "id: 33,");
    assert!(error.message.contains("the id 33 of an amendment is used a second time"), "{error}");
    assert_eq!(error.line, line);
    let (error, line) = refused("id: 43,", "id: 0,");
    assert!(error.message.contains("a part of an item has the id 0"), "{error}");
    assert_eq!(error.line, line);
    let nodes = [1, 10, 11, 24, 28, 101, 121, 131, 30, 31, 33, 35, 37, 45, 91];
    for id in nodes {
        let (error, _) = refused(&format!("id: {id},"), "id: 52,");
        assert!(error.message.contains("the id 52 of"), "{id}: {error}");
    }
}

#[test]
fn what_no_page_can_show_is_refused() {
    let deep = |depth| {
        let mut item = Item { id: Id(1000), ..Item::default() };
        for id in 1..depth {
            item = Item { id: Id(1000 + id), items: vec![item], ..Item::default() };
        }
        let mut minutes = format::read(EVERYTHING.as_bytes()).expect("the fixture");
        minutes.business[0].items.push(item);
        format::read(format::write(&minutes).as_bytes())
    };
    assert!(deep(16).is_ok());
    assert!(deep(17).is_err_and(|error| error.message.contains("items are nested more than 16 deep")));
    let cases: &[(&str, &str, &str)] = &[
        ("level: 1", "level: 9", "a paragraph is of level 9; 8 is the deepest"),
        ("start: 4", "start: 4000000000", "a list begins with 4000000000; 9999 is the highest"),
        (
            "date: \"2017-02-09\",\n    start",
            "date: \"-000001-02-09\",\n    start",
            "the date of the meeting is missing",
        ),
        ("date: \"2017-02-09\",\n    start", "start", "the date of the meeting is missing"),
        ("year: 2016", "year: 0", "the municipal year 0 is not between 1 and 9999"),
        ("year: 2015", "year: -3", "the municipal year -3 is not between 1 and 9999"),
        ("(heading: \"Payee\", share: 3),", "", "row 1 of a table has 3 cells, but the table has 2 columns"),
        ("(heading: \"Payee\", share: 3),", &"(heading: \"\"),".repeat(63), "a table has 65 columns"),
    ];
    for (old, new, expected) in cases {
        let (error, _) = refused(old, new);
        assert!(error.message.contains(expected), "{error}");
        assert!(error.hint.is_some(), "{error}");
    }
}

#[test]
fn a_newer_version_says_so_and_what_to_do() {
    let (error, line) = refused("minutebook: 1", "minutebook: 2");
    assert_eq!(error.line, line);
    assert!(error.to_string().contains("newer Minutebook: its version is 2, this program reads up to 1"), "{error}");
    assert!(error.to_string().contains("Open it with the newer program"), "{error}");
    let strange = "(minutebook: 3, (((( whatever version 3 is like";
    assert!(format::read(strange.as_bytes()).is_err_and(|error| error.message.contains("its version is 3")));
    assert!(format::read_head(strange.as_bytes()).is_err_and(|error| error.message.contains("its version is 3")));
    for version in ["0", "-1", "one", "99999999999999999999", "\"1\""] {
        let (error, _) = refused("minutebook: 1", &format!("minutebook: {version}"));
        assert!(error.to_string().contains("This program writes `minutebook: 1`"), "{error}");
    }
}

#[test]
fn a_file_that_is_no_draft_is_not_taken_for_one() {
    for text in [
        "%PDF-1.7 (((",
        "{\"minutes\": []}",
        "Present: Councillor Farrow",
        "(head: ())",
        "[1, 2]",
        "\"minutebook\"",
        "#",
    ] {
        let error = format::read(text.as_bytes()).expect_err(text);
        assert!(error.message.contains("not a draft of Minutebook") || text == "#", "{text}: {error}");
        assert!(format::read_head(text.as_bytes()).is_err());
    }
    for text in ["", "\n\n", "\u{feff}"] {
        assert!(format::read(text.as_bytes()).is_err_and(|error| error.message.contains("the file is empty")));
    }
    assert!(format::read(b"\x89PNG\r\n\x1a\n\0\0").is_err_and(|error| error.message.contains("UTF-8")));
}

#[test]
fn a_missing_head_is_named() {
    let text = format!("(minutebook: 1, {}", &EVERYTHING[EVERYTHING.find("house:").expect("a house")..]);
    let error = format::read(text.as_bytes()).expect_err("no head");
    assert!(error.message.contains("the field `head` of draft is missing"), "{error}");
    assert!(format::read_head(text.as_bytes()).is_err_and(|error| error.message.contains("the head of the draft")));
}

#[test]
fn text_that_is_not_utf_8_is_refused_where_it_begins() {
    let at = EVERYTHING.find("Tithe").expect("the venue") + 2;
    let mut bytes = EVERYTHING.as_bytes().to_vec();
    bytes[at] = 0xE9;
    let error = format::read(&bytes).expect_err("Latin-1");
    let line = 1 + EVERYTHING[..at].matches('\n').count();
    let column = at - EVERYTHING[..at].rfind('\n').expect("a line before");
    assert_eq!((error.line, error.column), (line, column), "{error}");
    assert!(error.to_string().contains("found the byte 0xE9"), "{error}");
    let mut marked = b"\xEF\xBB\xBF".to_vec();
    marked.extend(&bytes);
    assert_eq!(format::read(&marked), Err(error), "a byte order mark moves nothing");
    let utf_16: Vec<u8> = EVERYTHING.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(format::read(&[&[0xFF, 0xFE], &utf_16[..]].concat()).is_err_and(|e| (e.line, e.column) == (1, 1)));
}

#[test]
fn nesting_of_any_depth_is_refused_before_it_can_overflow_the_stack() {
    let head = &EVERYTHING[..EVERYTHING.find("  business: [").expect("the business")];
    let texts: Vec<String> = ["(", "[", "{", "[(items:", "Some(", "Prose([", "(/* ( */[r#\"(\"#,"]
        .iter()
        .flat_map(|open| {
            [
                format!("{head}business: {}", open.repeat(10_000)),
                format!("(minutebook: 1, head: {}", open.repeat(10_000)),
            ]
        })
        .chain([format!("/*{}", "/*".repeat(100_000)), format!("{}*/", "/*".repeat(100_000)), "(".repeat(10_000)])
        .collect();
    let small = std::thread::Builder::new().stack_size(2 << 20);
    let read = small.spawn(move || {
        for text in &texts {
            let error = format::read(text.as_bytes()).expect_err("nested too deep");
            assert!(error.line > 0 && error.column > 0);
            let _ = format::read_head(text.as_bytes());
            let _ = format::parse::<Minutes>(text.as_bytes(), Limits::SMALL);
        }
        let error = format::read(texts[0].as_bytes()).expect_err("nested too deep");
        assert!(error.message.contains("the brackets are nested more than 64 deep"), "{error}");
    });
    read.expect("a thread").join().expect("no panic, and no overflow");
}

#[test]
fn the_deepest_document_that_is_allowed_fits_on_a_small_stack() {
    let small = std::thread::Builder::new().stack_size(2 << 20);
    let read = small.spawn(|| {
        let mut minutes = format::read(EVERYTHING.as_bytes()).expect("the fixture");
        let mut item = minutes.business[0].items.remove(1);
        for id in 1..=13 {
            item = Item { id: Id(1000 + id), items: vec![item], ..Item::default() };
        }
        minutes.business[0].items.push(item);
        let text = format::write(&minutes);
        assert!(format::read(text.as_bytes()) == Ok(minutes));
    });
    read.expect("a thread").join().expect("it fits");
}

#[test]
fn more_values_than_any_draft_has_are_refused_before_they_are_built() {
    let text = EVERYTHING.replacen("invitees: [", &format!("invitees: [{}", "Person(1),".repeat(1_100_000)), 1);
    assert!(format::read(text.as_bytes()).is_err_and(|error| error.message.contains("more than 2000000 values")));
}

#[test]
fn a_file_that_was_cut_short_never_opens() {
    let bytes = EVERYTHING.as_bytes();
    for length in (0..bytes.len() - 2).step_by(97).chain([bytes.len() - 3, bytes.len() - 2]) {
        let error = format::read(&bytes[..length]).expect_err("a draft that was cut short");
        assert!(error.hint.is_some(), "{length}: {error}");
        assert!(error.line <= 1 + EVERYTHING.matches('\n').count());
    }
    let error = format::read(&bytes[..bytes.len() / 2]).expect_err("half a draft");
    assert!(error.message.contains("the file ends too early"), "{error}");
}

#[test]
fn a_bracket_too_many_or_of_the_wrong_kind_is_named() {
    let (error, line) = refused("Person(20), Named", "Person(20], Named");
    assert!(error.message.starts_with("expected `)` for the `(` of line"), "{error}");
    assert_eq!(error.line, line);
    let error = format::read(format!("{EVERYTHING})").as_bytes()).expect_err("one bracket too many");
    assert!(error.message.contains("no bracket is open here"), "{error}");
    let error = format::read(format!("{EVERYTHING}()").as_bytes()).expect_err("something behind the draft");
    assert!(error.message.contains("expected the end of the file, found `(`"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_brings_the_program_down(
        changes in prop::collection::vec((0..EVERYTHING.len(), any::<u8>()), 1..8),
        cut in 0..EVERYTHING.len(),
    ) {
        let mut bytes = EVERYTHING.as_bytes().to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        if let Ok(minutes) = format::read(&bytes) {
            prop_assert_eq!(format::read(format::write(&minutes).as_bytes()), Ok(minutes));
        }
        prop_assert!(format::read(&bytes[..cut.min(bytes.len() - 3)]).is_err());
        let _ = format::read_head(&bytes[cut..]);
    }

    #[test]
    fn no_text_brings_the_program_down(text in "[(\\[{\\])},:\"'rb#/*\\\\ \n a1]{0,60}") {
        let _ = format::read(text.as_bytes());
        let _ = format::read(format!("(minutebook: 1, head: {text}").as_bytes());
        let _ = format::parse::<Minutes>(text.as_bytes(), Limits::SMALL);
        let _ = format::parse::<Vec<Paragraph>>(text.as_bytes(), Limits::SMALL);
    }
}
