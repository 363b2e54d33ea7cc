//! No mouse is needed: Tab reaches whatever takes the focus in each form, Shift+Tab leads back the same way, and nothing
//! keeps the focus.

use crate::{harness::Window, script::Chord, typed::press};
use egui::accesskit::{Action, Role};
use egui_kittest::kittest::NodeT;
use minutebook::app::{Command, Selection};
use std::collections::HashSet;

/// The longest round that Tab makes, in stops.
const LONGEST: usize = 400;

fn focused(window: &Window) -> Option<String> {
    let nodes = window.harness.root().children_recursive().collect::<Vec<_>>();
    nodes
        .into_iter()
        .map(|node| node.accesskit_node())
        .find(|node| node.is_focused())
        .map(|node| format!("{:?}", node.id()))
}

/// What takes the focus, with what it is called.
fn stops(window: &Window) -> Vec<(String, String)> {
    let nodes = window.harness.root().children_recursive().collect::<Vec<_>>();
    let raw = nodes.into_iter().map(|node| node.accesskit_node());
    raw.filter(|node| !node.is_disabled() && node.data().supports_action(Action::Focus))
        .filter(|node| node.role() != Role::Window)
        .map(|node| (format!("{:?}", node.id()), format!("{:?} {:?}", node.role(), node.label())))
        .collect()
}

/// The stops of a whole round of Tab, or of Shift+Tab, from where the focus is.
fn round(window: &mut Window, keys: &str) -> Vec<String> {
    // In text Tab may indent, so that Ctrl leads out of it with the same keys.
    let (plain, out_of_text) = (Chord::read(keys), Chord::read(&format!("ctrl+{keys}")));
    let mut met: Vec<String> = Vec::new();
    for _ in 0..LONGEST {
        let in_text = window.state().draft.is_some() && minutebook::ui::prose::is_typing(&window.harness.ctx);
        press(window, if in_text { &out_of_text } else { &plain });
        let Some(here) = focused(window) else { continue };
        if met.first() == Some(&here) {
            return met;
        }
        if met.last() != Some(&here) {
            met.push(here);
        }
    }
    let names: Vec<_> = stops(window).into_iter().filter(|(id, _)| met.contains(id)).collect();
    panic!("{keys} does not come round: {names:#?}");
}

#[test]
fn tab_reaches_all_that_takes_the_focus_in_each_form_and_shift_tab_goes_back() {
    let mut window = Window::open();
    let minutes = window.state().draft.as_ref().expect("a draft").session.minutes();
    let items = minutes.items().iter().map(|visit| Selection::Item(visit.item.id)).collect::<Vec<_>>();
    let sections = minutes.business.iter().map(|section| Selection::Section(section.id)).collect::<Vec<_>>();
    let fixed = [Selection::Meeting, Selection::Attendance, Selection::Closing, Selection::Record];
    for selection in fixed.into_iter().chain(sections).chain(items) {
        // In items the pages glide to the text that has the focus, and other pages are stops then.
        if window.state().view.preview && matches!(selection, Selection::Item(_)) {
            window.command(Command::Do(minutebook::app::Action::TogglePreview));
        }
        window.command(Command::Select(selection));
        let there = round(&mut window, "Tab");
        let back = round(&mut window, "shift+Tab");
        let reached: HashSet<String> = there.iter().cloned().collect();
        let missed: Vec<String> =
            stops(&window).into_iter().filter(|(id, _)| !reached.contains(id)).map(|(_, name)| name).collect();
        assert!(missed.is_empty(), "{selection:?}: Tab does not reach {missed:#?}");
        let mut turned: Vec<String> = back.clone();
        turned.reverse();
        let at = turned.iter().position(|id| Some(id) == there.first()).expect("the same stops");
        turned.rotate_left(at);
        assert_eq!(there, turned, "{selection:?}: Shift+Tab goes another way");
    }
}
