//! Proves that the file is one that people can read and compare: the head first, a change of one word is a change of one
//! line, and nothing depends on the machine.

use super::EVERYTHING;
use minutebook::format::{self, Head};
use minutebook::model::*;

fn everything() -> Minutes {
    format::read(EVERYTHING.as_bytes()).expect("the fixture")
}

/// How many lines were taken out and put in between two texts, where all of them stand together.
fn changed_lines(old: &str, new: &str) -> (usize, usize) {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let behind = old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(old, new)| old == new).count();
    (old.len() - same - behind, new.len() - same - behind)
}

#[test]
fn a_draft_is_written_as_it_stands_in_the_fixture() {
    assert!(format::write(&everything()) == EVERYTHING);
}

#[test]
fn the_first_line_says_what_it_is_and_the_head_follows() {
    let mut lines = EVERYTHING.lines();
    assert!(lines.next().is_some_and(|line| line.starts_with("// The minutes of one meeting, written by Minutebook")));
    let fields: Vec<&str> = lines.filter(|line| !line.starts_with("   ") && line.starts_with("  ")).collect();
    assert_eq!(fields[..2], ["  minutebook: 1,", "  head: ("]);
}

#[test]
fn a_head_gives_the_numbers_of_the_minutes() {
    let head = format::read_head(EVERYTHING.as_bytes()).expect("a head");
    assert_eq!((head.first, head.last, head.state), (Some(41), Some(57), State::Signed));
    assert_eq!(head.body, "Housing and Streets Scrutiny Board (3)");
    assert_eq!(head, Head::of(&everything()));
}

#[test]
fn a_head_is_read_from_a_file_whose_tail_is_broken() {
    let whole = format::read_head(EVERYTHING.as_bytes()).expect("a head");
    let behind = EVERYTHING.find("house: (").expect("the field behind the head");
    for tail in ["", "house: [[[[", "house: \"no end", "/* no end", "))))]]"] {
        let broken = format!("{}{tail}", &EVERYTHING[..behind]);
        assert_eq!(format::read_head(broken.as_bytes()).as_ref(), Ok(&whole), "{tail}");
        assert!(format::read(broken.as_bytes()).is_err(), "{tail}");
    }
    let mut bytes = EVERYTHING.as_bytes()[..behind].to_vec();
    bytes.extend([b'"', 0xff, 0xfe]);
    assert_eq!(format::read_head(&bytes), Ok(whole));
    for cut in 0..EVERYTHING.find("  ),\n  house").expect("the end of the head") {
        assert!(format::read_head(&EVERYTHING.as_bytes()[..cut]).is_err(), "{cut} bytes hold no whole head");
    }
}

#[test]
fn one_word_changed_is_one_line_changed() {
    let mut minutes = everything();
    let Some(prose) = minutes.prose_mut(ProseAt::Part(Id(33))) else { panic!("part 33 is prose") };
    let Some(Inline::Text(run)) = prose[0].text.last_mut() else { panic!("the paragraph ends in text") };
    run.text = run.text.replace("cold", "warm and the sun shone on all who had come, which was noted with pleasure");
    assert_eq!(changed_lines(EVERYTHING, &format::write(&minutes)), (1, 1));
}

#[test]
fn a_person_and_a_paragraph_are_a_line_each() {
    let mut minutes = everything();
    minutes.attendance.groups[4].people =
        vec![Person { id: Id(900), surname: "Yarrow".into(), ..Person::default() }; 1];
    minutes.attendance.groups[0].people.remove(0);
    let with = format::write(&minutes);
    minutes.attendance.groups[0].people.remove(0);
    assert_eq!(changed_lines(&with, &format::write(&minutes)), (1, 0), "a person");
    let Some(prose) = minutes.prose_mut(ProseAt::Part(Id(53))) else { panic!("part 53 is prose") };
    let before = everything();
    prose.push(Paragraph::plain("A second paragraph."));
    let mut after = before.clone();
    if let Some(prose) = after.prose_mut(ProseAt::Part(Id(53))) {
        prose.push(Paragraph::plain("A second paragraph."));
    }
    assert_eq!(changed_lines(&format::write(&before), &format::write(&after)), (0, 1), "a paragraph");
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows_change_nothing() {
    let windows = format!("\u{feff}{}", EVERYTHING.replace('\n', "\r\n"));
    assert!(format::read(windows.as_bytes()) == Ok(everything()));
    assert_eq!(format::read_head(windows.as_bytes()), Ok(Head::of(&everything())));
}

#[test]
fn comments_and_a_missing_attribute_do_no_harm() {
    let by_hand = EVERYTHING
        .replace("#![enable(implicit_some)]\n", "/* a clerk's own /* nested */ comment: (((( */\n")
        .replace("#![enable(unwrap_variant_newtypes)]\n", "// and another: \"[[[[\n");
    assert!(format::read(by_hand.as_bytes()) == Ok(everything()));
}

#[test]
fn comments_may_be_nested_as_deep_as_one_likes() {
    let commented = format!("{}{}{EVERYTHING}", "/*".repeat(100_000), "*/".repeat(100_000));
    let small = std::thread::Builder::new().stack_size(2 << 20);
    let read = small.spawn(move || assert!(format::read(commented.as_bytes()) == Ok(everything())));
    read.expect("a thread").join().expect("no overflow");
}

#[test]
fn a_reference_that_points_at_nothing_does_not_keep_anybody_from_the_draft() {
    let dangling = EVERYTHING.replace("target: Here(31)", "target: Here(4000)").replace("Moment(24)", "Moment(4001)");
    let minutes = format::read(dangling.as_bytes()).expect("a draft with references to items that were removed");
    assert!(format::write(&minutes) == dangling);
}
