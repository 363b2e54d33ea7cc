//! A letter or two mean the people of the meeting, those in the room first.

use minutebook::{
    app::{is_in_room, matching},
    model::*,
};

fn person(id: u32, title: &str, given: &str, surname: &str) -> Person {
    let (title, given, surname) = (title.to_owned(), given.to_owned(), surname.to_owned());
    Person { id: Id(id), title, given, surname, ..Person::default() }
}

fn movement(id: u32, who: u32, kind: MovementKind) -> Movement {
    let who = Who::Person(Id(who));
    Movement { id: Id(id), who, kind, time: None, approximate: false, item: None, remark: None }
}

fn meeting() -> Minutes {
    let mut late = person(3, "Councillor", "R", "Mabey");
    late.state = Presence::Apologies { reason: None };
    let people = vec![
        person(1, "Councillor", "Siân", "O’Brien-Jones"),
        person(2, "Councillor", "Paul", "Marlow"),
        late,
        person(4, "Councillor", "Mary", "Musgrave"),
        person(5, "Mrs", "S", "Łukowska"),
    ];
    let group = Group { id: Id(50), people, ..Group::default() };
    Minutes { attendance: Attendance { groups: vec![group], ..Attendance::default() }, ..Minutes::default() }
}

#[track_caller]
fn assert_found(minutes: &Minutes, typed: &str, expected: &[&str]) {
    let found: Vec<_> = matching(minutes, typed).into_iter().map(|person| person.surname.as_str()).collect();
    assert_eq!(found, expected, "by {typed:?}");
}

#[test]
fn surnames_initials_and_first_names_are_found_in_this_order() {
    let minutes = meeting();
    assert_found(&minutes, "ma", &["Marlow", "Musgrave", "Mabey"]);
    assert_found(&minutes, "mu", &["Musgrave"]);
    assert_found(&minutes, "pm", &["Marlow"]);
    assert_found(&minutes, "paul m", &["Marlow"]);
    assert_found(&minutes, "c mu", &["Musgrave"]);
    assert_found(&minutes, "jo", &["O’Brien-Jones"]);
    assert_found(&minutes, "xy", &[]);
    assert_found(&minutes, "  ", &[]);
}

#[test]
fn case_accents_and_apostrophes_do_not_count() {
    let minutes = meeting();
    assert_found(&minutes, "SIAN", &["O’Brien-Jones"]);
    assert_found(&minutes, "ob", &["O’Brien-Jones"]);
    assert_found(&minutes, "O'B", &["O’Brien-Jones"]);
    assert_found(&minutes, "luk", &["Łukowska"]);
    assert_found(&minutes, "ł", &["Łukowska"]);
}

#[test]
fn whoever_went_out_stands_behind_those_in_the_room() {
    let mut minutes = meeting();
    minutes.attendance.movements.push(movement(90, 2, MovementKind::Left));
    assert_found(&minutes, "m", &["Musgrave", "Marlow", "Mabey"]);
    minutes.attendance.movements.push(movement(91, 2, MovementKind::Returned));
    assert_found(&minutes, "m", &["Marlow", "Musgrave", "Mabey"]);
    let in_room = |id| minutes.attendance.person(Id(id)).is_some_and(|person| is_in_room(&minutes, person));
    assert!(in_room(2), "came back");
    assert!(!in_room(3), "sent apologies");
}
