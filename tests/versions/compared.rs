//! Two versions beside each other, in the words of the house.

use crate::arbitrary;
use minutebook::{
    app::{Comparison, Fate, PassageKey, Row, SAMPLES, ShownLine, Side, compare},
    format,
    model::{Id, Item, Minutes, Paragraph, Presence, Privacy, ProseAt, RoughNote, Signed},
    template::{HouseStyle, Library},
};
use proptest::prelude::*;

fn sample() -> Minutes {
    format::read(SAMPLES[0].text.as_bytes()).expect("a sample is a draft")
}

fn style() -> HouseStyle {
    let (library, _) = Library::load(None);
    library.style(&sample().house.style).expect("its style ships").clone()
}

fn differs(change: impl FnOnce(&mut Minutes)) -> Comparison {
    let before = sample();
    let mut after = before.clone();
    change(&mut after);
    compare(&before, &after, &style())
}

/// The rows that differ, as a person reads them.
fn said(comparison: &Comparison) -> Vec<String> {
    let rows = comparison.passages.iter().flat_map(|passage| &passage.rows);
    rows.filter(|row| row.fate != Fate::Same).map(Row::spoken).collect()
}

/// The passages that differ.
fn places(comparison: &Comparison) -> Vec<(&str, Fate)> {
    let changed = comparison.passages.iter().filter(|passage| passage.fate != Fate::Same);
    changed.map(|passage| (passage.title.as_str(), passage.fate)).collect()
}

/// The first item with a text of its own, and that text's place.
fn text_of(minutes: &Minutes) -> (Id, ProseAt) {
    let long = |at: &ProseAt| minutes.prose(*at).is_some_and(|prose| prose.len() > 4);
    let items = minutes.items().into_iter().map(|visit| visit.item);
    let places = items.flat_map(|item| item.parts.iter().map(move |part| (item.id, ProseAt::Part(part.id))));
    places.into_iter().find(|(_, at)| long(at)).expect("the sample has a long text")
}

#[test]
fn the_same_minutes_differ_in_nothing() {
    let comparison = differs(|_| {});
    assert!(comparison.is_same);
    assert_eq!(comparison.summary(), "Nothing differs.");
    assert_eq!(said(&comparison), [] as [&str; 0]);
    assert!(comparison.passages.len() > 8, "all that is there can be shown");
}

#[test]
fn a_word_that_was_put_in_is_marked_and_all_else_is_folded() {
    let (item, at) = text_of(&sample());
    let comparison = differs(|minutes| {
        let prose = minutes.prose_mut(at).expect("it is there");
        prose.insert(2, Paragraph::plain("The Chair thanked the officers."));
    });
    assert_eq!(said(&comparison), ["Added: The Chair thanked the officers."]);
    assert_eq!(comparison.summary(), "1 place differs: 5 words added.");
    let passage = comparison.passages.iter().find(|passage| passage.key == PassageKey::Item(item)).expect("the item");
    assert!(passage.rows.len() > 5);
    let shown = comparison.shown(false);
    let rows = shown.iter().filter(|line| matches!(line, ShownLine::Row(_))).count();
    assert_eq!(rows, 4, "the heading, the paragraph, and one on each side of it: {shown:#?}");
    let all = comparison.shown(true).iter().filter(|line| matches!(line, ShownLine::Row(_))).count();
    assert_eq!(all, comparison.passages.iter().map(|passage| passage.rows.len()).sum::<usize>());
}

#[test]
fn a_name_that_moves_to_the_apologies_is_told_in_the_house_s_words() {
    let comparison = differs(|minutes| {
        let people = minutes.attendance.groups.iter_mut().flat_map(|group| &mut group.people);
        let person = people.into_iter().find(|person| person.surname == "Okafor").expect("a member of the sample");
        person.state = Presence::Apologies { reason: None };
    });
    assert_eq!(places(&comparison), [("Attendance", Fate::Changed)]);
    let said = said(&comparison);
    assert_eq!(said[0], "Removed: Councillor N Okafor");
    assert!(said[1].starts_with("Changed: Councillor D Hollis") && said[1].contains("Okafor"), "{said:?}");
}

#[test]
fn an_item_that_was_moved_is_told_as_moved_and_not_as_removed_and_added() {
    let comparison = differs(|minutes| {
        let items = &mut minutes.business[0].items;
        let last = items.len() - 1;
        items.swap(last - 1, last - 2);
    });
    let told = places(&comparison);
    assert_eq!(told.len(), 1, "numbers that follow from it are no differences: {told:?}");
    assert_eq!(told[0].1, Fate::MovedHere);
    assert_eq!(comparison.summary(), "1 place differs: 1 part moved.");
    let said = said(&comparison);
    assert!(said.len() == 1 && said[0].contains("Moved here"), "{said:?}");
}

#[test]
fn an_item_that_was_moved_and_changed_is_told_as_both() {
    let comparison = differs(|minutes| {
        let items = &mut minutes.business[0].items;
        let last = items.len() - 1;
        items.swap(last - 1, last - 2);
        items[last - 1].title.push_str(" and other matters");
        items[last - 2].title.push_str(" and other matters");
    });
    let moved = comparison.passages.iter().find(|passage| passage.fate == Fate::MovedHere).expect("one was moved");
    assert!(moved.rows[0].spoken().contains("[added: and other matters]"));
    let shown = comparison.shown(false);
    assert!(shown.iter().any(|line| line.words() == "Moved here from elsewhere"));
    assert_eq!(comparison.tally().passages, 2);
}

#[test]
fn an_item_that_came_or_went_is_told_whole() {
    let new = Item { id: Id(990_001), title: "Flooding in Mill Lane".to_owned(), ..Item::default() };
    let came = differs(|minutes| minutes.business[0].items.insert(3, new));
    assert_eq!(places(&came).len(), 1);
    assert!(places(&came)[0].0.ends_with("Flooding in Mill Lane") && places(&came)[0].1 == Fate::Added);
    let went = differs(|minutes| drop(minutes.business[0].items.remove(2)));
    assert_eq!(places(&went).len(), 1, "{:?}", places(&went));
    assert_eq!(places(&went)[0].1, Fate::Removed);
    assert!(went.tally().removed > 100 && went.tally().added == 0);
}

#[test]
fn a_paragraph_that_was_carried_elsewhere_is_told_as_moved() {
    let (_, at) = text_of(&sample());
    let comparison = differs(|minutes| {
        let paragraph = minutes.prose_mut(at).expect("it is there").remove(3);
        minutes.closing.remarks.push(paragraph);
    });
    let said = said(&comparison);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("Moved elsewhere: ") && said[1].starts_with("Moved here: "), "{said:?}");
    assert_eq!((comparison.tally().added, comparison.tally().removed), (0, 0));
}

#[test]
fn what_is_never_printed_is_compared_too() {
    let (item, at) = text_of(&sample());
    let note = RoughNote { time: None, text: "cllr p to check figures".to_owned() };
    let noted = differs(|minutes| minutes.item_mut(item).expect("it is there").notes.push(note));
    assert_eq!(said(&noted), ["Rough note Added: cllr p to check figures"]);
    let exempt = Privacy::Exempt { paragraphs: vec!["3".to_owned()] };
    let hidden = differs(|minutes| minutes.prose_mut(at).expect("it is there")[1].privacy = exempt);
    assert!(said(&hidden)[0].contains("[added: [exempt, paragraphs 3]]"), "{:?}", said(&hidden));
    let quorate = differs(|minutes| minutes.attendance.quorum = Some(5));
    assert_eq!(said(&quorate), ["Quorum Added: 5"]);
    let signed = Signed { on: jiff::civil::date(2018, 12, 13), by: "Councillor T Ashdown".to_owned() };
    let sealed = differs(|minutes| minutes.record.signed = Some(signed));
    assert!(said(&sealed).contains(&"Signed Added: on 13 December 2018 by Councillor T Ashdown".to_owned()));
}

#[test]
fn where_only_a_setting_differs_that_is_said() {
    let comparison = differs(|minutes| {
        minutes.attendance.groups[0].class = minutebook::model::MembershipClass::Other;
    });
    assert!(!comparison.is_same);
    assert_eq!(said(&comparison), [] as [&str; 0]);
    assert!(comparison.summary().starts_with("The words are the same."), "{}", comparison.summary());
}

#[test]
fn numbers_that_follow_from_the_order_make_no_noise() {
    let comparison = differs(|minutes| {
        minutes.numbering.first += 10;
    });
    let told = places(&comparison);
    let only: Vec<_> = told.iter().filter(|(title, _)| *title != "Not printed").collect();
    // Citations of these minutes are text on the page, and do change.
    assert!(only.len() <= 1, "{told:?}");
    assert!(told.contains(&("Not printed", Fate::Changed)));
}

/// What one of the two sides says, line by line.
fn side(comparison: &Comparison, own: Side) -> Vec<String> {
    let rows = comparison.passages.iter().flat_map(|passage| &passage.rows);
    let there = rows.filter(|row| row.pieces.iter().any(|piece| piece.side == own || piece.side == Side::Both));
    let text = |row: &Row| {
        let kept = row.pieces.iter().filter(|piece| piece.side == own || piece.side == Side::Both);
        kept.map(|piece| piece.text.as_str()).collect::<String>()
    };
    there.map(text).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn both_sides_say_all_that_their_version_says(before in arbitrary::minutes(), after in arbitrary::minutes()) {
        let style = style();
        let comparison = compare(&before, &after, &style);
        let whole = |minutes: &Minutes| side(&compare(minutes, minutes, &style), Side::Both);
        prop_assert_eq!(side(&comparison, Side::Later), whole(&after));
        let (mut earlier, mut said) = (whole(&before), side(&comparison, Side::Earlier));
        // What is in the earlier one stands in the order of the later one.
        earlier.sort();
        said.sort();
        prop_assert_eq!(said, earlier);
    }

    #[test]
    fn what_is_shown_tells_of_each_difference(before in arbitrary::minutes(), after in arbitrary::minutes()) {
        let comparison = compare(&before, &after, &style());
        let differing = comparison.passages.iter().flat_map(|passage| &passage.rows).filter(|row| row.fate != Fate::Same);
        let shown = comparison.shown(false);
        let rows: Vec<&Row> = shown
            .iter()
            .filter_map(|line| match line {
                ShownLine::Row(row) => Some(*row),
                _ => None,
            })
            .collect();
        for row in differing {
            prop_assert!(rows.iter().any(|shown| std::ptr::eq(*shown, row)), "{}", row.spoken());
        }
        prop_assert!(!comparison.summary().is_empty());
    }
}
