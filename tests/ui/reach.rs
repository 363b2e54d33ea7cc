//! No mouse is needed: Tab reaches whatever takes the focus in each form, Shift+Tab leads back the same way, and nothing
//! keeps the focus.

use crate::{harness::Window, script::Chord, typed::press};
use egui::accesskit::{Action, Rect, Role};
use egui_kittest::kittest::NodeT;
use minutebook::app::{Command, Selection};
use std::collections::HashSet;

/// The longest round that Tab makes, in stops.
const LONGEST: usize = 400;

/// What has the focus, which in a list is the field beside it.
pub fn focused(window: &Window) -> Option<String> {
    let id = window.harness.ctx.memory(|memory| memory.focused())?;
    let id = format!("#{})", id.value());
    known(window).into_iter().map(|stop| stop.id).find(|stop| stop.ends_with(&id))
}

/// Something that takes the focus.
#[derive(Clone, Debug)]
pub struct Stop {
    pub id: String,
    pub name: String,
    pub rect: Rect,
    /// An entry of a menu that cannot be chosen now takes the focus, too: it says why.
    pub disabled: bool,
    /// What it stands in, from the inside.
    pub within: Vec<Role>,
}

/// What takes the focus now.
pub fn stops(window: &Window) -> Vec<Stop> {
    known(window).into_iter().filter(|stop| !stop.disabled).collect()
}

/// What takes the focus now or at another time.
pub fn known(window: &Window) -> Vec<Stop> {
    let nodes = window.harness.root().children_recursive().collect::<Vec<_>>();
    let raw = nodes.into_iter().map(|node| node.accesskit_node());
    raw.filter(|node| node.data().supports_action(Action::Focus))
        .filter(|node| node.role() != Role::Window)
        .map(|node| Stop {
            id: format!("{:?}", node.id()),
            name: format!("{:?} {:?}", node.role(), node.label()),
            rect: node.raw_bounds().unwrap_or_default(),
            disabled: node.is_disabled(),
            within: std::iter::successors(node.parent(), |node| node.parent()).map(|node| node.role()).collect(),
        })
        .collect()
}

/// What has the focus.
pub fn name_of_focus(window: &Window) -> Option<String> {
    let focused = focused(window)?;
    known(window).into_iter().find(|stop| stop.id == focused).map(|stop| stop.name)
}

/// Holds a round of Tab to the order in which it is read: row by row, each from the left; what stands beside is read after it,
/// as a column.
pub fn assert_reading_order(place: &str, met: &[String], stops: &[Stop]) {
    let met: Vec<&Stop> = met.iter().filter_map(|id| stops.iter().find(|stop| stop.id == *id)).collect();
    // The round begins where the focus was.
    let turned = |by: usize| [&met[by..], &met[..by]].concat();
    let fault = (0..met.len()).map(|by| out_of_order(&turned(by))).min_by_key(Option::is_some).flatten();
    assert!(fault.is_none(), "{place}: {fault:#?}");
}

/// Two stops of which the second is read before the first.
fn out_of_order<'a>(met: &[&'a Stop]) -> Option<(&'a Stop, &'a Stop)> {
    let middle = |stop: &Stop| (stop.rect.y0 + stop.rect.y1) / 2.0;
    let mut right = f64::MIN;
    met.windows(2).map(|pair| (pair[0], pair[1])).find(|(one, next)| {
        right = right.max(one.rect.x1);
        let same_row = next.rect.y0 < middle(one) && one.rect.y0 < middle(next);
        let in_column = if same_row { next.rect.x0 >= one.rect.x0 } else { next.rect.y0 >= middle(one) };
        !in_column && next.rect.x0 < right
    })
}

/// The stops of a whole round of Tab, or of Shift+Tab, from where the focus is.
pub fn round(window: &mut Window, keys: &str) -> Vec<String> {
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
    let names: Vec<_> = stops(window).into_iter().filter(|stop| met.contains(&stop.id)).collect();
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
            stops(&window).into_iter().filter(|stop| !reached.contains(&stop.id)).map(|stop| stop.name).collect();
        assert!(missed.is_empty(), "{selection:?}: Tab does not reach {missed:#?}");
        let mut turned: Vec<String> = back.clone();
        turned.reverse();
        let at = turned.iter().position(|id| Some(id) == there.first()).expect("the same stops");
        turned.rotate_left(at);
        assert_eq!(there, turned, "{selection:?}: Shift+Tab goes another way");
    }
}
