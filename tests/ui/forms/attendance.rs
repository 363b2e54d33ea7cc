use super::{click, fill, form, minutes, press, press_with, typed};
use crate::harness::Window;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::{
    app::{Action, Command, Selection},
    model::{Person, Presence},
};

fn people(window: &Window) -> Vec<Person> {
    minutes(window).attendance.people().cloned().collect()
}

/// The attendance, with the focus on its first person.
fn at_first() -> Window {
    let mut window = form(Selection::Attendance);
    window.harness.get_by_label_contains("Councillor T Ashdown").focus();
    window.settle();
    window
}

#[test]
fn space_ticks_and_letters_say_why_not() {
    let mut window = at_first();
    press(&mut window, Key::Space);
    assert_eq!(people(&window)[0].state, Presence::Apologies { reason: None });
    press(&mut window, Key::Space);
    assert!(people(&window)[0].is_present());
    press(&mut window, Key::ArrowDown);
    typed(&mut window, "b");
    assert_eq!(people(&window)[1].state, Presence::Absent);
    assert!(window.harness.query_by_label_contains("Councillor R Bellamy, Absent").is_some());
    typed(&mut window, "p");
    typed(&mut window, "r");
    assert!(people(&window)[1].is_present() && people(&window)[1].remote);
}

#[test]
fn enter_opens_the_details_in_place() {
    let mut window = at_first();
    press(&mut window, Key::Space);
    press(&mut window, Key::Enter);
    fill(&mut window, "Reason", "illness");
    fill(&mut window, "Surname", "Ashdown-Lee");
    let first = &people(&window)[0];
    assert_eq!(first.state, Presence::Apologies { reason: Some("illness".to_owned()) });
    assert_eq!(first.surname, "Ashdown-Lee");
    assert!(window.harness.query_by_label_contains("Apologies (illness)").is_some());
}

#[test]
fn the_reason_of_an_apology_is_typed_at_once_where_the_details_are_open() {
    let mut window = at_first();
    typed(&mut window, "a");
    press(&mut window, Key::Enter);
    assert!(window.harness.get_by_label("Reason").is_focused());
    for letter in ["p", "a", "n", "b"] {
        typed(&mut window, letter);
    }
    assert_eq!(people(&window)[0].state, Presence::Apologies { reason: Some("panb".to_owned()) });
    window.harness.get_by_label_contains("Councillor T Ashdown").focus();
    window.settle();
    typed(&mut window, "p");
    assert!(people(&window)[0].is_present());
    typed(&mut window, "a");
    assert!(window.harness.get_by_label("Reason").is_focused());
}

#[test]
fn one_name_after_another_is_added_in_one_line_each() {
    let mut window = form(Selection::Attendance);
    let before = minutes(&window).attendance.groups[0].people.len();
    window.harness.get_by_label("Add to Members").focus();
    window.settle();
    typed(&mut window, "Councillor P Marlow (Deputy Chair)");
    press(&mut window, Key::Enter);
    typed(&mut window, "Mrs S Harland OBE, Diocese of Calderwick");
    press(&mut window, Key::Enter);
    let added = minutes(&window).attendance.groups[0].people[before..].to_vec();
    let said: Vec<_> = added.iter().map(|p| [&p.title, &p.given, &p.surname, &p.role, &p.organisation]).collect();
    assert_eq!(
        said,
        [["Councillor", "P", "Marlow", "Deputy Chair", ""], ["Mrs", "S", "Harland", "", "Diocese of Calderwick"]]
    );
    assert!(window.harness.get_by_label("Add to Members").is_focused(), "the next name can be typed");
}

#[test]
fn people_are_moved_and_removed_by_key() {
    let mut window = at_first();
    let before: Vec<String> = people(&window).iter().map(Person::titled_name).collect();
    press_with(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(people(&window)[1].titled_name(), before[0]);
    assert!(window.harness.get_by_label_contains("Councillor T Ashdown").is_focused(), "the focus goes along");
    press(&mut window, Key::Delete);
    assert_eq!(people(&window).len(), before.len() - 1);
    assert!(!people(&window).iter().any(|person| person.titled_name() == before[0]));
}

#[test]
fn a_group_is_added_and_named() {
    let mut window = form(Selection::Attendance);
    click(&mut window, "Group");
    assert!(window.harness.get_by_label("Name").is_focused());
    typed(&mut window, "Also in attendance");
    assert_eq!(minutes(&window).attendance.groups.last().map(|group| group.label.as_str()), Some("Also in attendance"));
}

#[test]
fn too_few_members_are_noticed() {
    let mut window = form(Selection::Attendance);
    fill(&mut window, "Quorum", "40");
    assert_eq!(minutes(&window).attendance.quorum, Some(40));
    assert!(window.harness.query_by_label_contains("fewer than the quorum of 40").is_some());
}

#[test]
fn a_late_arrival_is_noted() {
    let mut window = form(Selection::Attendance);
    click(&mut window, "Arrival or departure");
    assert!(window.harness.get_by_label("Who").is_focused());
    typed(&mut window, "okaf");
    press(&mut window, Key::Tab);
    fill(&mut window, "At", "2.45 pm");
    press(&mut window, Key::Tab);
    let movement = &minutes(&window).attendance.movements[0];
    assert_eq!(window.state().who(&movement.who), "Councillor N Okafor");
    assert_eq!(movement.time, minutebook::model::Time::new(14, 45));
}

#[test]
fn no_letter_is_lost_of_names_that_are_typed_in_one_go() {
    let mut window = form(Selection::Attendance);
    click(&mut window, "Add to Members");
    let key =
        Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    for name in ["Councillor Z Test", "Councillor Y Last"] {
        window.harness.input_mut().events.push(Event::Text(name.to_owned()));
        window.harness.input_mut().events.push(key.clone());
    }
    window.settle();
    let names: Vec<_> =
        minutes(&window).attendance.groups[0].people.iter().map(|person| person.titled_name()).collect();
    assert_eq!(names[names.len() - 2..], ["Councillor Z Test", "Councillor Y Last"]);
}

/// What is focused, as a screen reader says it.
fn focused(window: &Window) -> String {
    let rows = window.harness.query_all_by_role(egui::Role::CheckBox);
    let fields = window.harness.query_all_by_role(egui::Role::TextInput);
    let texts = window.harness.query_all_by_role(egui::Role::MultilineTextInput);
    let mut all = rows.chain(fields).chain(texts);
    all.find(|node| node.is_focused()).and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

fn shown(window: &Window) -> Selection {
    window.state().draft.as_ref().expect("a draft").selection
}

#[test]
fn escape_leads_from_the_details_and_the_line_below_to_the_list_and_stays_there_where_nothing_was_written() {
    let mut window = at_first();
    typed(&mut window, "a");
    press(&mut window, Key::Enter);
    assert_eq!(focused(&window), "Reason");
    press(&mut window, Key::Escape);
    assert!(focused(&window).starts_with("Councillor T Ashdown"), "{}", focused(&window));
    press(&mut window, Key::Escape);
    assert_eq!((shown(&window), focused(&window).starts_with("Councillor T Ashdown")), (Selection::Attendance, true));
    for label in ["Surname", "Add to Members", "Quorum"] {
        window.harness.get_by_label(label).focus();
        window.settle();
        press(&mut window, Key::Escape);
        assert!(focused(&window).starts_with("Councillor T Ashdown"), "{label}: {}", focused(&window));
        assert_eq!(shown(&window), Selection::Attendance, "{label}");
    }
}

#[test]
fn escape_leads_from_the_list_on_to_the_text_that_was_being_written() {
    let mut window = Window::open();
    let item = minutes(&window).items()[2].item.id;
    window.command(Command::Write(item));
    assert_eq!(focused(&window), "Text");
    for form in [Selection::Attendance, Selection::Meeting] {
        window.command(Command::Select(form));
        window.command(Command::Do(if form == Selection::Meeting {
            Action::GoToMeeting
        } else {
            Action::GoToAttendance
        }));
        assert_ne!(focused(&window), "Text");
        press(&mut window, Key::Escape);
        assert_eq!((shown(&window), focused(&window).as_str()), (Selection::Item(item), "Text"), "{form:?}");
    }
}

#[test]
fn escape_in_half_a_name_adds_nobody() {
    let mut window = form(Selection::Attendance);
    let before = people(&window);
    window.harness.get_by_label("Add to Members").focus();
    window.settle();
    typed(&mut window, "Councillor P Mar");
    press(&mut window, Key::Escape);
    assert_eq!(people(&window), before);
    assert_eq!(window.harness.get_by_label("Add to Members").value().as_deref(), Some("Councillor P Mar"));
}

#[test]
fn up_enters_the_list_above_the_line_for_a_name_and_down_leaves_it_again() {
    let mut window = form(Selection::Attendance);
    window.harness.get_by_label("Add to Members").focus();
    window.settle();
    press(&mut window, Key::ArrowUp);
    let last = minutes(&window).attendance.groups[0].people.last().expect("members").titled_name();
    assert!(focused(&window).starts_with(&last), "{}", focused(&window));
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::ArrowDown);
    assert!(focused(&window).starts_with(&last), "{}", focused(&window));
    press(&mut window, Key::ArrowDown);
    assert_eq!(focused(&window), "Add to Members");
}

#[test]
fn whoever_removes_the_last_name_and_types_on_changes_nobody_else() {
    let mut window = form(Selection::Attendance);
    let (before, group) = (people(&window), minutes(&window).attendance.groups[0].people.len());
    window.harness.get_by_label("Add to Members").focus();
    window.settle();
    press(&mut window, Key::ArrowUp);
    // The letters come in one moment with the key.
    let delete =
        Event::Key { key: Key::Delete, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    window.harness.input_mut().events.extend([delete, Event::Text("Bar".to_owned())]);
    window.settle();
    typed(&mut window, "ran");
    let gone = before[group - 1].titled_name();
    assert!(window.harness.query_by_label_contains(&format!("{gone} is no longer in the attendance")).is_some());
    assert_eq!(focused(&window), "Add to Members");
    assert_eq!(window.harness.get_by_label("Add to Members").value().as_deref(), Some("Barran"));
    let mut expected = before.clone();
    expected.remove(group - 1);
    assert_eq!(people(&window), expected);
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(people(&window), before);
}

#[test]
fn a_councillor_is_called_as_the_house_calls_them() {
    let mut window = form(Selection::Attendance);
    window.harness.get_by_label("Add to Members").focus();
    window.settle();
    for name in ["Cllr A Swift", "Cllr. B Swift", "Councillor C Swift", "Cllr Mrs Swift", "Mrs D Swift"] {
        typed(&mut window, name);
        press(&mut window, Key::Enter);
    }
    let members = &minutes(&window).attendance.groups[0].people;
    let named: Vec<String> = members[members.len() - 5..].iter().map(Person::titled_name).collect();
    assert_eq!(
        named,
        ["Councillor A Swift", "Councillor B Swift", "Councillor C Swift", "Councillor Mrs Swift", "Mrs D Swift"]
    );
}
