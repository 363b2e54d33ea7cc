use crate::harness::Window;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use minutebook::app::{Command, Dialog, Selection};

fn has_focus(window: &Window, role: Role) -> bool {
    window.harness.query_all_by_role(role).any(|node| node.is_focused())
}

#[test]
fn f6_takes_the_focus_from_the_form_to_the_pages_to_the_outline_and_back() {
    let mut window = Window::open();
    window
        .wait_for("the pages", |window| window.state().draft.as_ref().is_some_and(|draft| draft.pages.frame.is_some()));
    let mut met = Vec::new();
    for _ in 0..3 {
        window.harness.key_press(Key::F6);
        window.settle();
        met.push((has_focus(&window, Role::Image), has_focus(&window, Role::TreeItem)));
    }
    assert_eq!(met, [(true, false), (false, true), (false, false)]);
    assert!(window.harness.get_by_label("Council").is_focused(), "the form's first field");
}

#[test]
fn a_form_is_seen_from_its_top_at_opening_and_when_it_is_called() {
    let mut window = Window::open();
    window.harness.set_size(egui::vec2(1000.0, 650.0));
    window.settle();
    let top = |window: &Window| window.harness.get_by_role_and_label(Role::Label, "Meeting").rect().top();
    let at_first = top(&window);
    assert!(at_first > 40.0, "{at_first}");
    let down = |window: &mut Window| {
        window.harness.get_by_label("Venue").focus();
        window.settle();
        let there = window.harness.get_by_label("Venue").rect();
        assert!(there.bottom() < 650.0, "what has the focus is in view: {there:?}");
    };
    down(&mut window);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    window.settle();
    assert_eq!((top(&window), window.harness.get_by_label("Council").is_focused()), (at_first, true));
    down(&mut window);
    let again = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(crate::harness::SAMPLE);
    window.command(Command::File(minutebook::app::FileCommand::Open(again)));
    assert_eq!((top(&window), window.harness.get_by_label("Council").is_focused()), (at_first, true));
}

#[test]
fn undo_belongs_to_the_draft_also_while_a_field_is_typed_in() {
    let mut window = Window::open();
    let council =
        |window: &Window| window.state().draft.as_ref().map(|draft| draft.session.minutes().house.council.clone());
    let before = council(&window).expect("a draft is open");
    window.harness.get_by_label("Council").focus();
    window.settle();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.get_by_label("Council").type_text("Otherwick Council");
    window.settle();
    assert_eq!(council(&window).as_deref(), Some("Otherwick Council"));
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(council(&window), Some(before.clone()));
    assert_eq!(window.harness.get_by_label("Council").value(), Some(before));
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    window.settle();
    assert_eq!(council(&window).as_deref(), Some("Otherwick Council"));
}

#[test]
fn a_window_that_is_closed_by_its_own_button_takes_what_is_being_typed() {
    let mut window = Window::open();
    let date = |window: &Window| window.state().draft.as_ref().map(|draft| draft.session.minutes().meeting.date);
    window.harness.get_by_label("Date").focus();
    window.settle();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.get_by_label("Date").type_text("20 September 2018");
    window.settle();
    assert_ne!(date(&window), Some(jiff::civil::date(2018, 9, 20)), "half a day is no day while it is typed");
    let root = window.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
    root.events.push(egui::ViewportEvent::Close);
    window.harness.step();
    window.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default().events.clear();
    window.settle();
    assert_eq!(date(&window), Some(jiff::civil::date(2018, 9, 20)));
    assert!(matches!(window.state().dialog, Some(Dialog::Unsaved { .. })), "what was typed is asked about");
}

#[test]
fn how_the_window_stands_is_noted_and_a_window_that_filled_the_screen_is_to_fill_it_again() {
    let mut window = Window::open();
    let stand = |window: &mut Window, maximized, width| {
        let root = window.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
        root.maximized = Some(maximized);
        root.inner_rect = Some(egui::Rect::from_min_size(egui::pos2(40.0, 20.0), egui::vec2(width, 700.0)));
        window.harness.step();
        let commands = window.harness.output().viewport_output.values().flat_map(|output| output.commands.clone());
        commands.collect::<Vec<_>>()
    };
    assert!(stand(&mut window, false, 1000.0).contains(&egui::ViewportCommand::Maximized(true)));
    assert!(
        !stand(&mut window, true, 1440.0).contains(&egui::ViewportCommand::Maximized(true)),
        "it is asked for once"
    );
    assert_eq!((window.state().view.maximized, window.state().view.window), (true, None));
    stand(&mut window, false, 1100.0);
    assert_eq!((window.state().view.maximized, window.state().view.window), (false, Some((1100.0, 700.0))));
    stand(&mut window, true, 1440.0);
    assert_eq!((window.state().view.maximized, window.state().view.window), (true, Some((1100.0, 700.0))));
}

#[test]
fn whoever_comes_back_to_the_window_types_on_where_the_caret_was() {
    let mut window = Window::open();
    let before = window.harness.get_by_label("Council").value().unwrap_or_default();
    window.harness.get_by_label("Council").focus();
    window.settle();
    window.harness.key_press(Key::End);
    window.settle();
    for focused in [false, true] {
        window.harness.input_mut().focused = focused;
        window.harness.event(Event::WindowFocused(focused));
        // Longer than the one frame in which a field may be without the focus.
        window.harness.run_steps(4);
    }
    window.harness.get_by_label("Council").type_text("s");
    window.settle();
    assert_eq!(window.harness.get_by_label("Council").value(), Some(format!("{before}s")), "nothing was typed over");
}

#[test]
fn a_field_that_is_entered_with_tab_is_typed_over() {
    let mut window = Window::open();
    window.harness.get_by_label("Council").focus();
    window.settle();
    window.harness.key_press(Key::Tab);
    window.settle();
    window.harness.get_by_label("Body").type_text("X");
    window.settle();
    assert_eq!(window.harness.get_by_label("Body").value().as_deref(), Some("X"));
}

#[test]
fn what_is_typed_in_one_moment_with_tab_goes_to_the_field_to_which_it_leads() {
    let mut window = Window::open();
    let key = |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let text = |text: &str| Event::Text(text.to_owned());
    let tab = || key(Key::Tab, Modifiers::NONE);
    window.harness.get_by_label("Council").focus();
    window.settle();
    let burst = [text("A"), tab(), text("B"), tab(), text("C"), key(Key::Tab, Modifiers::SHIFT), text("D")];
    window.harness.input_mut().events.extend(burst);
    window.settle();
    let value = |label: &str| window.harness.get_by_label(label).value().unwrap_or_default();
    assert!(value("Council").ends_with('A'), "{}", value("Council"));
    assert_eq!([value("Body"), value("In running text")], ["D", "C"]);
}

#[test]
fn the_name_behind_a_day_is_typed_in_one_moment_with_tab() {
    let mut window = Window::open();
    window.command(Command::Do(minutebook::app::Action::Circulate));
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let burst = [key(Key::Tab), Event::Text("A Clerk".to_owned()), key(Key::Enter)];
    window.harness.input_mut().events.extend(burst);
    window.settle();
    let record = &window.state().draft.as_ref().expect("a draft").session.minutes().record;
    assert_eq!(record.circulated.as_ref().map(|step| step.by.as_str()), Some("A Clerk"));
}

#[test]
fn letters_that_come_in_the_frame_in_which_a_field_takes_the_focus_stay_in_their_order() {
    let mut window = Window::open();
    window.command(Command::Select(first_item(&window)));
    window.harness.key_press(Key::F2);
    window.settle();
    let enter =
        Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let text = |text: &str| Event::Text(text.to_owned());
    for event in [text("first"), enter, text("an"), text("swer")] {
        // A frame for each, and none between them.
        window.harness.input_mut().events.push(event);
        window.harness.step();
    }
    window.settle();
    assert_eq!(window.harness.get_by_label("New note").value().as_deref(), Some("answer"));
}

fn first_item(window: &Window) -> Selection {
    let minutes = window.state().draft.as_ref().expect("a draft is open").session.minutes();
    Selection::Item(minutes.items()[0].item.id)
}

#[test]
fn the_form_stays_where_it_is_when_notes_are_taken_below_it() {
    let mut window = Window::open();
    let minutes = window.state().draft.as_ref().expect("a draft is open").session.minutes();
    let longest =
        minutes.items().iter().map(|visit| visit.item).max_by_key(|item| item.parts.len()).map(|item| item.id);
    window.command(Command::Select(Selection::Item(longest.expect("an item"))));
    let top = |window: &Window| window.harness.get_by_label("Title").rect().top();
    let before = top(&window);
    window.harness.key_press(Key::F2);
    window.settle();
    assert!(window.harness.get_by_label("New note").is_focused());
    assert_eq!(top(&window), before);
}

#[test]
fn the_next_step_of_the_record_is_one_key_behind_its_form() {
    let mut window = Window::open();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    window.settle();
    let steps = [
        ("circulation", "Circulated by", "Everything but the numbers can still be changed."),
        ("approval", "Recorded by", "Everything but the numbers can still be changed."),
        ("signature", "Signed by", "Changes are made in a new revision."),
    ];
    for (step, name, says) in steps {
        let label = format!("Record the {step}");
        assert!(window.harness.get_by_role_and_label(Role::Button, &label).is_focused(), "{step}");
        window.harness.key_press(Key::Enter);
        window.settle();
        window.harness.key_press(Key::Tab);
        window.settle();
        window.harness.get_by_label(name).type_text("A Clerk");
        window.settle();
        window.harness.key_press(Key::Enter);
        window.settle();
        assert_eq!(window.state().dialog, None, "{step}");
        window.harness.get_by_label(says);
    }
    assert!(window.harness.get_by_role_and_label(Role::Button, "Begin a new revision").is_focused());
}

#[test]
fn escape_in_a_question_leads_to_no_other_form() {
    let mut window = Window::open();
    window.harness.get_by_label("Council").focus();
    window.settle();
    window.command(Command::Select(Selection::Closing));
    window.command(Command::Do(minutebook::app::Action::About));
    window.harness.key_press(Key::Escape);
    window.settle();
    assert_eq!(window.state().dialog, None);
    assert_eq!(window.state().draft.as_ref().map(|draft| draft.selection), Some(Selection::Closing));
}
