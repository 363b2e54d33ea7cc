use super::{open, saving};
use crate::app::{App, Dialog, Effect, Leave, Pending, tasks::Farewell};

/// Leaves the draft that is open. What its file does not hold yet is written first, or where that is for the clerk to say,
/// it is asked what is to be done with it.
pub(super) fn ask(app: &mut App, leave: Leave) {
    let Some(draft) = &app.state.draft else { return go_on(app, leave, Farewell::Closed) };
    match draft.path.clone() {
        _ if draft.keeping.is_saving() => saving::wait_to_leave(app, leave),
        _ if !draft.session.is_dirty() => go_on(app, leave, Farewell::Closed),
        // What others have to do with is for the clerk to say.
        Some(_) if let Some(why) = draft.shared.trouble() => {
            let why = format!("The draft is not saved by itself, for {why}.");
            app.ask_unsaved(leave, Some(why));
        }
        Some(path) if draft.keeping.by_itself && !draft.session.is_sealed() => saving::save_and_leave(app, path, leave),
        _ => app.ask_unsaved(leave, None),
    }
}

impl App {
    /// As [`ask`], once what was waited for has come.
    pub(in crate::app) fn ask_to_leave(&mut self, leave: Leave) {
        ask(self, leave);
    }

    /// Asks what is to be done with what the file does not hold. `why` says what is in the way of it.
    pub(in crate::app) fn ask_unsaved(&mut self, leave: Leave, why: Option<String>) {
        let Some(draft) = &self.state.draft else { return };
        let can_keep = self.env.folders.state.is_some() && !matches!(draft.keeping.journal, Some(Err(_)));
        self.state.dialog = Some(Dialog::Unsaved { name: draft.name(), why, can_keep });
        self.pending = Some(Pending::Leave(leave));
    }
}

/// Does what was asked for, and leaves the draft so.
pub(super) fn go_on(app: &mut App, leave: Leave, farewell: Farewell) {
    app.pending = None;
    app.farewell = farewell;
    match leave {
        Leave::Begin { style, body, date, first } => open::begin(app, &style, &body, date, first),
        Leave::Open(path) => open::draft(app, &path),
        Leave::Sample(number) => open::sample(app, number),
        Leave::TakeUp(key) => app.take_up(&key),
        Leave::Close => {
            app.let_go();
            app.leave_news();
            app.state.draft = None;
        }
        Leave::Quit => {
            app.let_go();
            app.save_settings();
            app.effects.push(Effect::Close);
        }
    }
    // Where it stays after all, nothing is said of how it is left.
    app.farewell = Farewell::default();
}

/// Does what was asked for without waiting for the disk any longer.
pub(super) fn without_waiting(app: &mut App, leave: Leave) {
    if leave == Leave::Quit {
        app.tasks.do_not_wait();
    }
    go_on(app, leave, Farewell::Kept);
}
