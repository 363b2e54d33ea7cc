//! Where Tab stops in a form. What had the focus may be gone after it was pressed: the focus then goes to what came in its
//! place, so that whoever works with the keys goes on from there.

use egui::{Id, Response, Ui};

/// A place where Tab may stop, and whether whoever goes on may be led there.
type Stop = (Id, bool);

/// What is not wider is a button beside something else, at which nobody goes on.
const BUTTON: f32 = 32.0;

/// The stops of the form that is shown.
#[derive(Clone, Default)]
struct Stops {
    /// Which form that is.
    form: Option<Id>,
    /// Those of this frame so far, in the order in which they are drawn.
    now: Vec<Stop>,
    /// Those of the frame before.
    known: Vec<Stop>,
    /// Which of them has the focus.
    held: Option<Id>,
}

fn place() -> Id {
    Id::unique("stops of the form")
}

/// Notes that Tab may stop here.
pub(super) fn note(ui: &Ui, response: &Response) {
    if response.enabled() {
        let stop = (response.id, response.sense.is_focusable() && response.rect.width() > BUTTON);
        ui.data_mut(|data| data.get_temp_mut_or_default::<Stops>(place()).now.push(stop));
    }
}

/// Begins a form: what was drawn before it, such as the buttons above the pages, is no stop of it.
pub fn begin_form(ui: &Ui) {
    ui.data_mut(|data| data.get_temp_mut_or_default::<Stops>(place()).now.clear());
}

/// Gives the focus on where what had it is gone: to the first thing that is new, or else to what stood before it. A form
/// calls this once it is drawn; in
/// another form than before the focus is looked after by others.
pub fn keep_focus_near(ui: &Ui, form: Id) {
    let mut stops = ui.data(|data| data.get_temp::<Stops>(place())).unwrap_or_default();
    let focused = ui.memory(|memory| memory.focused());
    let now = std::mem::take(&mut stops.now);
    let is_in = |id: Id, list: &[Stop]| list.iter().any(|stop| stop.0 == id);
    let gone = stops.held.filter(|held| !is_in(*held, &now) && focused.is_none_or(|focused| focused == *held));
    let same_form = stops.form.replace(form) == Some(form);
    if let Some(gone) = gone.filter(|_| same_form) {
        let new = now.iter().find(|stop| stop.1 && !is_in(stop.0, &stops.known));
        let before = stops.known.iter().take_while(|stop| stop.0 != gone).filter(|stop| stop.1 && is_in(stop.0, &now));
        if let Some((id, _)) = new.or(before.last()) {
            super::give_back_focus(ui.ctx(), *id);
            stops.held = Some(*id);
            ui.ctx().request_repaint();
        }
    } else {
        stops.held = focused.filter(|focused| is_in(*focused, &now));
    }
    stops.known = now;
    ui.data_mut(|data| data.insert_temp(place(), stops));
}
