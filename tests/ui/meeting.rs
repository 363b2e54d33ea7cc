//! What the clerk does while the meeting sits, by keys in the window: somebody leaves, a place is marked, a note is typed,
//! a vote is recorded by name.

use crate::harness::Window;
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{
        Action, Caret, Command, Selection, come_backs,
        prose::{Point, Span},
    },
    model::{Id, Item, Minutes, MovementKind, PartContent, ProseAt, Tally, Time, Who},
};

fn minutes(window: &Window) -> &Minutes {
    window.state().draft.as_ref().expect("a draft").session.minutes()
}

fn item(window: &Window, id: Id) -> &Item {
    minutes(window).item(id).expect("the item")
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.harness.key_press_modifiers(modifiers, key);
    window.settle();
}

fn typed(window: &mut Window, text: &str) {
    window.harness.event(Event::Text(text.to_owned()));
    window.settle();
}

/// The first text of the form.
fn text(window: &Window) -> egui_kittest::Node<'_> {
    window.harness.get_all_by_role_and_label(Role::MultilineTextInput, "Text").next().expect("a text")
}

/// The sample with the caret in the first text of an item.
fn in_a_text() -> (Window, Id, ProseAt) {
    let mut window = Window::open();
    let visit = minutes(&window).items().into_iter().find(|visit| {
        visit
            .item
            .parts
            .first()
            .is_some_and(|part| matches!(&part.content, PartContent::Prose(prose) if !prose.is_empty()))
    });
    let item = visit.expect("an item with text").item;
    let (id, at) = (item.id, ProseAt::Part(item.parts[0].id));
    window.command(Command::Select(Selection::Item(id)));
    text(&window).focus();
    window.settle();
    window.command(Command::Caret(Caret::new(at, Span::caret(Point::new(0, 0)))));
    (window, id, at)
}

#[test]
fn somebody_leaves_by_f4_two_letters_and_enter_and_the_focus_comes_back() {
    let (mut window, _, _) = in_a_text();
    let focused = |window: &Window| text(window).is_focused();
    assert!(focused(&window));
    let person = minutes(&window).attendance.groups[0].people[1].clone();
    window.harness.key_press(Key::F4);
    window.settle();
    assert!(window.harness.get_by_label("Name").is_focused(), "letters go to the name");
    let letters: String = person.surname.chars().take(3).collect();
    typed(&mut window, &letters.to_lowercase());
    let line = format!("{} leaves", person.titled_name());
    window.harness.get_by_label(&line);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let movement = minutes(&window).attendance.movements.last().expect("it is logged");
    assert_eq!((movement.kind, movement.time), (MovementKind::Left, Time::new(14, 0)));
    assert_eq!(movement.who, Who::Person(person.id));
    assert!(window.state().dialog.is_none());
    assert!(focused(&window), "typing goes on");
}

#[test]
fn the_time_can_be_corrected_before_it_is_logged() {
    let (mut window, _, _) = in_a_text();
    let person = minutes(&window).attendance.groups[0].people[1].clone();
    window.harness.key_press(Key::F4);
    window.settle();
    typed(&mut window, &person.surname.to_lowercase());
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::COMMAND, Key::A);
    typed(&mut window, "13.50");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(minutes(&window).attendance.movements.last().and_then(|movement| movement.time), Time::new(13, 50));
}

#[test]
fn the_foot_tells_who_is_present_and_what_is_left_to_do() {
    let (mut window, _, _) = in_a_text();
    let words = minutebook::app::turnout(minutes(&window)).words();
    window.harness.get_by_label(&words);
    press(&mut window, Modifiers::SHIFT, Key::F9);
    assert!(window.harness.get_by_label("What is to be done here").is_focused());
    typed(&mut window, "ask for the figures");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(come_backs(minutes(&window)).len(), 1);
    window.harness.get_by_label("1 to come back to");
}

#[test]
fn a_note_is_typed_and_escape_goes_back_to_the_text() {
    let (mut window, id, at) = in_a_text();
    window.harness.key_press(Key::F2);
    window.settle();
    assert!(window.harness.get_by_label("New note").is_focused());
    typed(&mut window, "asked about cost");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.harness.get_by_label("New note").is_focused(), "Enter begins the next one");
    let notes = &item(&window, id).notes;
    assert_eq!((notes.len(), notes[0].time), (1, Time::new(14, 0)));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(text(&window).is_focused());
    let paragraphs = minutes(&window).prose(at).map_or(0, Vec::len);
    press(&mut window, Modifiers::SHIFT, Key::F2);
    assert_eq!(minutes(&window).prose(at).map(Vec::len), Some(paragraphs + 1));
    assert!(item(&window, id).notes.is_empty());
}

#[test]
fn a_resolution_is_classed_by_letters_and_voted_on_name_by_name() {
    let (mut window, id, _) = in_a_text();
    window.command(Command::Do(Action::AddItem));
    let Some(Selection::Item(new)) = window.state().draft.as_ref().map(|draft| draft.selection) else { panic!("{id}") };
    press(&mut window, Modifiers::COMMAND, Key::R);
    press(&mut window, Modifiers::COMMAND, Key::D);
    assert!(window.harness.get_by_label("Outcome").is_focused());
    typed(&mut window, "ref");
    let part = item(&window, new).parts[0].id;
    window.command(Command::Caret(Caret::new(ProseAt::Part(part), Span::caret(Point::new(0, 0)))));
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    assert!(window.harness.get_by_label("Result in words").is_focused());
    let PartContent::Resolution(resolution) = &item(&window, new).parts[0].content else { panic!("a resolution") };
    assert!(matches!(resolution.outcome, minutebook::model::Outcome::Referred { .. }), "{:?}", resolution.outcome);
    assert_eq!(item(&window, new).parts.len(), 1, "no vote by itself");
    typed(&mut window, "ca");
    let PartContent::Resolution(resolution) = &item(&window, new).parts[0].content else { panic!("a resolution") };
    let tally = resolution.vote.as_ref().map(|vote| &vote.tally);
    assert_eq!(tally, Some(&Tally::Words(minutebook::model::VoteWords::Carried)));
}

#[test]
fn letters_typed_in_the_same_moment_as_f4_are_the_name() {
    let key = |key, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    for gap in 0..4 {
        for before in ["", "xy"] {
            let (mut window, _, _) = in_a_text();
            let person = minutes(&window).attendance.groups[0].people[1].clone();
            let letters: String = person.surname.to_lowercase();
            let events = &mut window.harness.input_mut().events;
            if !before.is_empty() {
                events.push(Event::Text(before.to_owned()));
            }
            events.extend([key(Key::F4, true), key(Key::F4, false)]);
            for (at, letter) in letters.chars().enumerate() {
                if at < gap || gap == 3 {
                    window.harness.step();
                }
                window.harness.input_mut().events.push(Event::Text(letter.to_string()));
            }
            window.settle();
            let name = window.harness.get_by_label("Name").value();
            assert_eq!(name.as_deref(), Some(letters.as_str()), "with {gap} frames between, behind {before:?}");
            press(&mut window, Modifiers::NONE, Key::Enter);
            assert_eq!(
                minutes(&window).attendance.movements.last().map(|m| m.who.clone()),
                Some(Who::Person(person.id))
            );
        }
    }
}

#[test]
fn f4_a_name_enter_and_what_is_typed_on_may_come_in_one_moment() {
    let (mut window, id, _) = in_a_text();
    let person = minutes(&window).attendance.groups[0].people[1].clone();
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let letters = Event::Text(person.surname.to_lowercase());
    let burst = [key(Key::F4), letters, key(Key::Enter), Event::Text("Onwards ".to_owned())];
    window.harness.input_mut().events.extend(burst);
    window.settle();
    assert_eq!(window.state().dialog, None);
    assert_eq!(minutes(&window).attendance.movements.last().map(|it| it.who.clone()), Some(Who::Person(person.id)));
    let PartContent::Prose(prose) = &item(&window, id).parts[0].content else { panic!("a text") };
    let text = minutebook::app::prose::flat(&prose[0]).replace(minutebook::app::prose::MARK, "");
    assert!(text.starts_with("Onwards "), "{text}");
}
