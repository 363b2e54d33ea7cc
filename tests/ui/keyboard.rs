use crate::harness::Window;
use egui::{Key, Role};
use egui_kittest::kittest::Queryable;

#[test]
fn f6_takes_the_focus_from_part_to_part() {
    let mut window = Window::open();
    let mut met = Vec::new();
    for _ in 0..3 {
        window.harness.key_press(Key::F6);
        window.settle();
        let in_outline = window.harness.query_all_by_role(Role::TreeItem).any(|row| row.is_focused());
        met.push(in_outline);
    }
    assert_eq!(met.iter().filter(|outline| **outline).count(), 1, "the outline is one of the parts: {met:?}");
}
