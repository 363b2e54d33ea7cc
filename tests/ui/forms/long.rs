use super::{item, new_item, press};
use crate::harness::Window;
use egui::{Event, Key, Modifiers, MouseWheelUnit, TouchPhase, accesskit::Role, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::{
    app::{Change, Command, PartChange, Selection},
    model::{Id, Paragraph, PartContent},
};

/// A window with the form of an item of so many texts open, each told from the others by its number.
fn item_of(texts: usize) -> (Window, Id) {
    let (mut window, id) = new_item();
    for at in 0..texts {
        let content = PartContent::Prose(vec![Paragraph::plain(text(at)), Paragraph::plain("And so on. ".repeat(40))]);
        let change = Change::Part(PartChange::Add { item: id, at, content });
        window.harness.state_mut().app_mut().update(Command::Change(change));
    }
    // Whoever comes back to a form finds the focus in its title.
    for selection in [Selection::Meeting, Selection::Item(id)] {
        window.command(Command::Select(selection));
    }
    (window, id)
}

fn text(at: usize) -> String {
    format!("Text {at}.")
}

/// The numbers of the texts that are drawn.
fn drawn(window: &Window) -> Vec<usize> {
    let fields = window.harness.query_all_by_role(Role::MultilineTextInput);
    fields.filter_map(|field| number(&field.accesskit_node().value()?)).collect()
}

fn number(value: &str) -> Option<usize> {
    value.lines().next()?.strip_prefix("Text ")?.strip_suffix('.')?.parse().ok()
}

/// The number of the text that has the focus.
fn focused(window: &Window) -> Option<usize> {
    let mut fields = window.harness.query_all_by_role(Role::MultilineTextInput);
    let field = fields.find(|field| field.accesskit_node().is_focused())?;
    number(&field.accesskit_node().value()?)
}

fn scroll(window: &mut Window, points: f32) {
    window.harness.event(Event::PointerMoved(pos2(500.0, 500.0)));
    window.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -points),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    window.settle();
}

#[test]
fn of_a_hundred_texts_those_in_view_are_drawn() {
    let (mut window, id) = item_of(100);
    assert_eq!(item(&window, id).parts.len(), 100);
    let count = drawn(&window).len();
    assert!((4..20).contains(&count), "{count} texts are drawn at the beginning");
    for _ in 0..40 {
        scroll(&mut window, 300.0);
    }
    let far = drawn(&window);
    assert!((4..24).contains(&far.len()), "{far:?} are drawn far below");
    assert!(far.contains(&0) && far.contains(&99), "Tab finds the ends of the column: {far:?}");
    assert!(far.iter().any(|at| (20..90).contains(at)), "what was scrolled to is there: {far:?}");
}

#[test]
fn tab_goes_through_all_of_a_long_item() {
    let (mut window, _) = item_of(30);
    let mut seen = Vec::new();
    for _ in 0..70 {
        press(&mut window, Key::Tab);
        seen.extend(focused(&window));
    }
    assert_eq!(seen, (0..30).collect::<Vec<_>>());
}

#[test]
fn what_is_typed_in_stays_when_it_is_scrolled_away() {
    let (mut window, _) = item_of(40);
    while focused(&window) != Some(2) {
        press(&mut window, Key::Tab);
    }
    for _ in 0..30 {
        scroll(&mut window, 300.0);
    }
    assert_eq!(focused(&window), Some(2));
    let there = drawn(&window);
    assert!([1, 2, 3].iter().all(|at| there.contains(at)), "the neighbours too: {there:?}");
    assert!(!there.contains(&8), "{there:?}");
}
