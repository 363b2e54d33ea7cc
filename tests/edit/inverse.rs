//! One edit of each kind, by hand: what it changes, and that its inverse takes exactly that back.

use minutebook::{
    edit::{AttendanceEdit, BusinessEdit, Edit, ListEdit},
    model::*,
};

fn minutes() -> Minutes {
    let person = |id, surname: &str| Person { id: Id(id), surname: surname.to_owned(), ..Person::default() };
    let people = vec![person(11, "Hale"), person(12, "Orme"), person(13, "Pyke")];
    let part = |id, text: &str| Part {
        id: Id(id),
        content: PartContent::Prose(vec![Paragraph::plain(text)]),
        ..Part::default()
    };
    let items = vec![
        Item {
            id: Id(21),
            title: "First".to_owned(),
            parts: vec![part(31, "One."), part(32, "Two.")],
            ..Item::default()
        },
        Item { id: Id(22), title: "Second".to_owned(), ..Item::default() },
    ];
    Minutes {
        attendance: Attendance {
            groups: vec![Group { id: Id(10), label: "Members".to_owned(), people, ..Group::default() }],
            ..Attendance::default()
        },
        business: vec![Section { id: Id(20), items, ..Section::default() }],
        ..Minutes::default()
    }
}

/// Applies an edit and its inverse, and gives the minutes in between.
fn there_and_back(edit: Edit) -> Minutes {
    let mut changed = minutes();
    let inverse = edit.apply(&mut changed).expect("the edit fits");
    assert_ne!(changed, minutes());
    let mut back = changed.clone();
    inverse.apply(&mut back).expect("the inverse fits");
    assert_eq!(back, minutes());
    changed
}

#[test]
fn people_are_added_moved_replaced_and_removed() {
    let surnames = |edit| {
        let edit = Edit::Attendance(AttendanceEdit::People { group: Id(10), edit: Box::new(edit) });
        there_and_back(edit).attendance.people().map(|person| person.surname.clone()).collect::<Vec<_>>()
    };
    let new = || Person { id: Id(14), surname: "Quill".to_owned(), ..Person::default() };
    assert_eq!(surnames(ListEdit::Insert { at: 1, value: new() }), ["Hale", "Quill", "Orme", "Pyke"]);
    assert_eq!(surnames(ListEdit::Move { from: 0, to: 2 }), ["Orme", "Pyke", "Hale"]);
    assert_eq!(surnames(ListEdit::Move { from: 2, to: 0 }), ["Pyke", "Hale", "Orme"]);
    assert_eq!(surnames(ListEdit::Set { at: 2, value: new() }), ["Hale", "Orme", "Quill"]);
    assert_eq!(surnames(ListEdit::Remove { at: 1 }), ["Hale", "Pyke"]);
}

#[test]
fn the_head_of_an_item_leaves_what_the_item_holds() {
    let head = Item { id: Id(21), title: "Renamed".to_owned(), ..Item::default() };
    let changed = there_and_back(Edit::Business(BusinessEdit::ItemHead(Box::new(head))));
    let item = changed.item(Id(21)).expect("it is there");
    assert_eq!((item.title.as_str(), item.parts.len()), ("Renamed", 2));
}

#[test]
fn paragraphs_are_spliced() {
    let edit = Edit::Prose { at: ProseAt::Part(Id(31)), from: 1, remove: 0, insert: vec![Paragraph::plain("More.")] };
    assert_eq!(there_and_back(edit).prose(ProseAt::Part(Id(31))).map(Vec::len), Some(2));
    let edit = Edit::Prose { at: ProseAt::Part(Id(31)), from: 0, remove: 1, insert: Vec::new() };
    assert_eq!(there_and_back(edit).prose(ProseAt::Part(Id(31))).map(Vec::len), Some(0));
}

#[test]
fn several_edits_go_back_in_the_other_order() {
    let parts = |edit| Edit::Business(BusinessEdit::Parts { item: Id(21), edit });
    let changed = there_and_back(Edit::Several(vec![
        parts(ListEdit::Remove { at: 0 }),
        parts(ListEdit::Remove { at: 0 }),
        Edit::Business(BusinessEdit::Items { of: Id(20), edit: Box::new(ListEdit::Move { from: 1, to: 0 }) }),
        Edit::Business(BusinessEdit::Items {
            of: Id(22),
            edit: Box::new(ListEdit::Insert { at: 0, value: Item::default() }),
        }),
    ]));
    let titles: Vec<_> = changed.items().iter().map(|visit| (visit.item.title.clone(), visit.depth)).collect();
    assert_eq!(titles, [("Second".to_owned(), 0), (String::new(), 1), ("First".to_owned(), 0)]);
}
