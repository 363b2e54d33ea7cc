use super::open;
use crate::app::{App, Dialog, Effect, Leave, Pending};

/// Leaves the draft that is open; asks first where something would be lost.
pub(super) fn ask(app: &mut App, leave: Leave) {
    match &app.state.draft {
        Some(draft) if draft.session.is_dirty() => {
            app.state.dialog = Some(Dialog::Unsaved { name: draft.name() });
            app.pending = Some(Pending::Leave(leave));
        }
        _ => go_on(app, leave),
    }
}

/// Does what was asked for; what was not saved is lost.
pub(super) fn go_on(app: &mut App, leave: Leave) {
    app.pending = None;
    match leave {
        Leave::Begin { style, body, date, first } => open::begin(app, &style, &body, date, first),
        Leave::Open(path) => open::draft(app, &path),
        Leave::Sample(number) => open::sample(app, number),
        Leave::Close => {
            app.leave_news();
            app.state.draft = None;
        }
        Leave::Quit => {
            app.save_settings();
            app.effects.push(Effect::Close);
        }
    }
}
