use super::{click, fill, form, minutes, press, press_with, typed};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Action, Command, Selection},
    model::{MeetingKind, Restart, Time},
};

#[test]
fn the_meeting_is_what_is_typed() {
    let mut window = form(Selection::Meeting);
    fill(&mut window, "Venue", "The Guildhall");
    fill(&mut window, "Date", "3/10/2018");
    fill(&mut window, "Start", "7pm");
    press(&mut window, Key::Tab);
    let meeting = &minutes(&window).meeting;
    assert_eq!(meeting.venue.as_deref(), Some("The Guildhall"));
    assert_eq!(meeting.date, jiff::civil::date(2018, 10, 3));
    assert_eq!(meeting.start, Time::new(19, 0));
}

#[test]
fn a_kind_is_chosen_by_key_and_its_own_words_can_be_typed() {
    let mut window = form(Selection::Meeting);
    window.harness.get_by_label("Kind of meeting").focus();
    window.settle();
    press(&mut window, Key::ArrowDown);
    assert_eq!(minutes(&window).meeting.kind, MeetingKind::Annual);
    for _ in 0..5 {
        press(&mut window, Key::ArrowDown);
    }
    assert_eq!(minutes(&window).meeting.kind, MeetingKind::Other(String::new()));
    press(&mut window, Key::Tab);
    typed(&mut window, "Assembly");
    assert_eq!(minutes(&window).meeting.kind, MeetingKind::Other("Assembly".to_owned()));
}

#[test]
fn the_numbering_shows_what_it_comes_to() {
    let mut window = form(Selection::Meeting);
    assert!(window.harness.query_by_label_contains("15/18").is_some(), "how the first is cited");
    fill(&mut window, "First minute", "31");
    assert_eq!(minutes(&window).numbering.first, 31);
    assert!(window.harness.query_by_label_contains("31/18").is_some());
    window.harness.get_by_label("Numbers restart").focus();
    window.settle();
    press(&mut window, Key::ArrowDown);
    assert_eq!(minutes(&window).numbering.restart, Restart::Meeting);
}

#[test]
fn an_adjournment_is_added_and_takes_the_focus() {
    let mut window = form(Selection::Meeting);
    click(&mut window, "Adjournment");
    assert!(window.harness.get_by_label("Adjourned at").is_focused());
    typed(&mut window, "3.10 pm");
    click(&mut window, "The meeting resumed");
    fill(&mut window, "Resumed at", "3.30 pm");
    press(&mut window, Key::Enter);
    let adjournment = &minutes(&window).meeting.adjournments[0];
    assert_eq!(adjournment.time, Time::new(15, 10));
    assert_eq!(adjournment.resumption.as_ref().and_then(|resumption| resumption.time), Time::new(15, 30));
}

#[test]
fn the_closing_is_what_is_typed_and_undo_takes_it_back() {
    let mut window = form(Selection::Closing);
    let before = minutes(&window).closing.clone();
    fill(&mut window, "Closed at", "9.15pm");
    press(&mut window, Key::Tab);
    assert_eq!(minutes(&window).closing.closed, Time::new(21, 15));
    click(&mut window, "The minutes name the next meeting");
    let next = minutes(&window).closing.next.as_ref().map(|next| next.date);
    assert_eq!(next, Some(jiff::civil::date(2018, 10, 11)));
    while window.state().available(Action::Undo).is_ok() {
        window.command(Command::Do(Action::Undo));
    }
    assert_eq!(minutes(&window).closing, before);
    assert_eq!(window.harness.get_by_label("Closed at").value().as_deref(), Some("4.00 pm"));
}

#[test]
fn what_is_typed_into_a_time_is_taken_by_a_shortcut_and_by_a_click_elsewhere() {
    let mut window = form(Selection::Closing);
    fill(&mut window, "Closed at", "9.15pm");
    assert_ne!(minutes(&window).closing.closed, Time::new(21, 15), "it is not taken on the way");
    press_with(&mut window, Modifiers::COMMAND, Key::PageUp);
    assert_ne!(window.state().draft.as_ref().map(|draft| draft.selection), Some(Selection::Closing));
    assert_eq!(minutes(&window).closing.closed, Time::new(21, 15));
    window.command(Command::Select(Selection::Closing));
    window.clock.pass(60_000);
    fill(&mut window, "Closed at", "9.20pm");
    window.harness.get_by_label("Attendance").click();
    window.settle();
    assert_eq!(minutes(&window).closing.closed, Time::new(21, 20));
    window.command(Command::Do(Action::Undo));
    assert_eq!(minutes(&window).closing.closed, Time::new(21, 15), "one step for the field");
}

#[test]
fn the_next_meeting_is_proposed_and_tab_goes_to_its_date() {
    let mut window = form(Selection::Closing);
    click(&mut window, "The minutes name the next meeting");
    press(&mut window, Key::Tab);
    assert!(window.harness.get_by_label("Date").is_focused());
    assert_eq!(window.harness.get_by_label("Date").value().as_deref(), Some("11 October 2018"));
}
