use super::decide::add_part;
use crate::{
    app::{App, Focus, Selection, prose_of},
    frame::NodeId,
    model::{Id, Minutes, Paragraph, PartContent},
};

/// Goes to the first text of an item, and begins one where there is none.
pub(super) fn write(app: &mut App, item: Id) {
    let Some(draft) = &mut app.state.draft else { return };
    let Some(found) = draft.session.minutes().item(item) else { return };
    match found.parts.iter().find_map(prose_of) {
        Some(at) => draft.go(Selection::Item(item), Some(Focus::Prose(at))),
        None => {
            draft.go(Selection::Item(item), None);
            add_part(app, PartContent::Prose(vec![Paragraph::plain("")]));
        }
    }
}

/// Goes to a form, in an item to where its text goes on.
pub(super) fn enter(app: &mut App, selection: Selection) {
    let Some(draft) = &app.state.draft else { return };
    let focus = match selection {
        Selection::Item(id) => {
            let last = || draft.session.minutes().item(id)?.parts.iter().rev().find_map(prose_of);
            draft.caret_in(id).map(|caret| caret.at).or_else(last).map(Focus::Prose)
        }
        Selection::Meeting | Selection::Attendance | Selection::Section(_) | Selection::Closing | Selection::Record => {
            None
        }
    };
    app.go(selection, focus);
}

/// Goes `by` forms on in reading order.
pub(super) fn step(app: &mut App, by: isize) {
    let Some(draft) = &app.state.draft else { return };
    let forms = forms(draft.session.minutes());
    let here = forms.iter().position(|form| *form == draft.selection).unwrap_or(0);
    let there = here.saturating_add_signed(by).min(forms.len().saturating_sub(1));
    if let Some(form) = forms.get(there) {
        app.go(*form, None);
    }
}

/// The forms in reading order.
fn forms(minutes: &Minutes) -> Vec<Selection> {
    let mut forms = vec![Selection::Meeting, Selection::Attendance];
    let visits = minutes.items();
    for section in &minutes.business {
        forms.push(Selection::Section(section.id));
        let of_section = visits.iter().filter(|visit| visit.section.id == section.id);
        forms.extend(of_section.map(|visit| Selection::Item(visit.item.id)));
    }
    forms.extend([Selection::Closing, Selection::Record]);
    forms
}

/// Shows the form of what a place on the page shows.
pub(super) fn follow(app: &mut App, node: NodeId) {
    let Some(draft) = &mut app.state.draft else { return };
    if let Some((selection, focus)) = crate::app::place_of_node(draft.session.minutes(), node) {
        draft.go(selection, focus);
    }
}
