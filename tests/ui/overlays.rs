//! Exploration.
use crate::{harness::Window, script::Chord, typed::press};
use egui::accesskit::Action;
use egui_kittest::kittest::NodeT;

#[test]
fn explore() {
    for keys in [
        "", "ctrl+n", "ctrl+k", "F1", "F5", "F4", "ctrl+f", "ctrl+h", "ctrl+l", "F2", "shift+F9", "alt+r Return", "ctrl+w", "alt+h Up Return", "F10", 
    ] {
        let mut window = Window::open();
        let first = window.state().draft.as_ref().unwrap().session.minutes().items()[1].item.id;
        window.command(minutebook::app::Command::Select(minutebook::app::Selection::Item(first)));
        window.command(minutebook::app::Command::Do(minutebook::app::Action::TogglePreview));
        for key in keys.split_whitespace() {
            press(&mut window, &Chord::read(key));
        }
        println!("=== {keys}: {:?}", window.state().dialog);
        let nodes = window.harness.root().children_recursive().collect::<Vec<_>>();
        for node in nodes {
            let rect = node.rect();
            let raw = node.accesskit_node();
            let focus = raw.data().supports_action(Action::Focus);
            let click = raw.data().supports_action(Action::Click);
            if !focus && !click { continue }
            let mut depth = 0;
            let mut up = raw.parent();
            let mut chain = String::new();
            while let Some(p) = up { depth += 1; if !matches!(p.role(), egui::Role::GenericContainer) { chain += &format!("{:?}/", p.role()); } up = p.parent(); }
            println!("{depth} {chain} {:?} {:?} {} {} {} {rect:?}", raw.role(), raw.label(), if focus {"F"} else {"-"}, if click {"C"} else {"-"}, if raw.is_focused() {"*"} else {""});
        }
    }
}
