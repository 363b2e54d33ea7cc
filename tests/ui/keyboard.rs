use crate::harness::Window;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;

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
