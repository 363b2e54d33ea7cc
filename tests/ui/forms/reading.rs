use super::{everything, minutes, revision};
use crate::harness::{SAMPLE, Window};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Action, Answer, Command, Selection},
    model::Minutes,
    ui::files::Asked,
};
use std::path::Path;

fn selections(minutes: &Minutes) -> Vec<Selection> {
    let sections = minutes.business.iter().map(|section| Selection::Section(section.id));
    let items = minutes.items().into_iter().map(|visit| Selection::Item(visit.item.id));
    [Selection::Meeting, Selection::Attendance, Selection::Closing, Selection::Record]
        .into_iter()
        .chain(sections)
        .chain(items)
        .collect()
}

#[test]
fn looking_at_every_form_changes_nothing() {
    let mut window = everything();
    let (before, start) = (minutes(&window).clone(), revision(&window));
    for selection in selections(&before) {
        window.command(Command::Select(selection));
        assert_eq!(revision(&window), start, "{selection:?}");
    }
    assert_eq!(minutes(&window), &before);
}

#[test]
fn every_form_finds_room_in_a_narrow_window() {
    for draft in [SAMPLE, super::EVERYTHING] {
        let mut window = Window::with(Asked::Cancelled, Some(Path::new(draft)));
        window.harness.set_size(egui::vec2(1366.0, 768.0));
        window.settle();
        for selection in selections(&minutes(&window).clone()) {
            window.command(Command::Select(selection));
            let edge = 1366.0 - window.state().view.preview_width;
            for field in window.harness.query_all_by_role(egui::Role::TextInput) {
                let right = field.rect().right();
                assert!(right <= edge + 1.0, "{selection:?}: {field:?} ends at {right}, beyond {edge}");
            }
        }
    }
}

#[test]
fn signed_minutes_are_read_only_and_say_so() {
    let mut window = Window::open();
    for (action, day) in [(Action::Circulate, 20), (Action::Approve, 21), (Action::Sign, 22)] {
        window.command(Command::Do(action));
        let on = jiff::civil::date(2018, 12, day);
        window.command(Command::Answer(Some(Answer::Step { on, by: "T Ashdown".to_owned() })));
    }
    let sealed = minutes(&window).clone();
    window.command(Command::Select(Selection::Meeting));
    assert!(window.harness.query_by_label_contains("can only be read").is_some());
    window.harness.get_by_label("Venue").click();
    window.settle();
    super::typed(&mut window, "Somewhere");
    assert_eq!(minutes(&window), &sealed);
    super::click(&mut window, "New revision");
    assert_eq!(minutes(&window).record.revision, 1);
    super::fill(&mut window, "Venue", "Somewhere");
    assert_eq!(minutes(&window).meeting.venue.as_deref(), Some("Somewhere"));
}

#[test]
fn the_record_takes_one_step_after_another() {
    let mut window = super::form(Selection::Record);
    super::click(&mut window, "Record the circulation");
    assert!(window.state().dialog.is_some(), "the day and the name are asked for");
    let on = jiff::civil::date(2018, 12, 20);
    window.command(Command::Answer(Some(Answer::Step { on, by: "M Clerk".to_owned() })));
    assert!(window.harness.query_by_label("Record the approval").is_some());
    super::click(&mut window, "Take the circulation back");
    assert!(window.harness.query_by_label("Record the circulation").is_some());
}
