//! Somebody who is named with a title and is not in the attendance can be added to it by one command, which one undo
//! takes back and which leaves the text and the clerk where they are.

use crate::meeting::Meeting;
use minutebook::{
    app::{Action, AttendanceChange, Change, Command, Selection},
    model::{MembershipClass, Person},
};

fn newcomer(meeting: &Meeting, before: &str) -> Option<Person> {
    meeting.desk.app.state().newcomer(before)
}

fn summary(person: &Person) -> (String, MembershipClass) {
    (person.titled_name(), person.class)
}

#[test]
fn a_name_with_a_title_that_nobody_bears_is_recognised() {
    let meeting = Meeting::new();
    for (before, name, class) in [
        ("asked Councillor Smyth", "Councillor Smyth", MembershipClass::Councillor),
        ("asked Cllr J Smyth", "Councillor J Smyth", MembershipClass::Councillor),
        ("asked Councillor Smyth's", "Councillor Smyth", MembershipClass::Councillor),
        ("Councillor Smyth, ", "Councillor Smyth", MembershipClass::Councillor),
        ("Cllr Mrs Smyth", "Councillor Mrs Smyth", MembershipClass::Councillor),
        ("thanked Dr A. B. Roe", "Dr A B Roe", MembershipClass::Other),
        ("thanked Mrs Mary Roe-Jones.", "Mrs Mary Roe-Jones", MembershipClass::Other),
        ("thanked Ms O’Dowd", "Ms O’Dowd", MembershipClass::Other),
        ("asked Councillor R Prideaux", "Councillor R Prideaux", MembershipClass::Councillor),
    ] {
        assert_eq!(newcomer(&meeting, before).as_ref().map(summary), Some((name.to_owned(), class)), "{before}");
    }
}

#[test]
fn those_who_are_there_and_words_that_are_no_names_are_not() {
    let meeting = Meeting::new();
    for before in [
        "",
        "Smyth",
        "asked Councillor ",
        "Councillor",
        "the councillor said",
        "Councillor Prideaux",
        "Cllr K Prideaux",
        "Mr Kerridge",
        "It was Said",
        "Councillors were Present",
        "Councillor said Yes",
        "Mrs A B C D Roe",
    ] {
        assert_eq!(newcomer(&meeting, before), None, "{before}");
    }
}

#[test]
fn one_undo_takes_the_addition_back() {
    let mut meeting = Meeting::new();
    let before = meeting.minutes().clone();
    let person = newcomer(&meeting, "asked Councillor Smyth").expect("a newcomer");
    let add = |person| Command::Change(Change::Attendance(AttendanceChange::AddNewcomer(Box::new(person))));
    meeting.desk.run(add(person));
    let groups = &meeting.minutes().attendance.groups;
    let group = groups.last().expect("a group");
    assert_eq!((group.label.as_str(), group.class), ("Other Members", MembershipClass::Councillor));
    assert_eq!(group.people[0].titled_name(), "Councillor Smyth");
    assert!(group.people[0].is_present() && group.people[0].id != group.id);
    let draft = meeting.desk.app.state().draft.as_ref().expect("a draft");
    assert_eq!(draft.selection, Selection::Item(meeting.item), "the clerk stays in the text");
    assert_eq!(newcomer(&meeting, "asked Councillor Smyth"), None, "who is there now");
    assert_eq!(meeting.taken("asked Councillor Smyth"), "asked Councillor Smyth", "and can be a mark");
    let person = newcomer(&meeting, "asked Councillor Jay").expect("a second one");
    meeting.desk.run(add(person));
    assert_eq!(
        meeting.minutes().attendance.groups.last().map(|group| group.people.len()),
        Some(2),
        "in the same group"
    );
    meeting.desk.act(Action::Undo);
    meeting.desk.act(Action::Undo);
    assert_eq!(*meeting.minutes(), before);
}

#[test]
fn a_member_who_was_taken_off_the_list_comes_back_as_a_member() {
    let mut meeting = Meeting::new();
    let id = meeting.minutes().attendance.people().find(|person| person.surname == "Lovelock").expect("a member").id;
    meeting.desk.run(Command::Change(Change::Attendance(AttendanceChange::RemovePerson(id))));
    let person = newcomer(&meeting, "Cllr Lovelock").expect("a newcomer");
    assert_eq!(summary(&person), ("Councillor G Lovelock".to_owned(), MembershipClass::Member));
}
