use crate::{
    app::{App, Selection},
    frame::NodeId,
    model::Minutes,
};

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
