use super::{action, caret, come_back, files, leave, navigate, notes, record, room, sharing};
use crate::app::{Answer, App, Dialog, Found, Leave, PathFor, Pending, tasks::Farewell};
use std::path::PathBuf;

/// Takes the answer to the question that is open. One that does not fit closes the question, as no answer does.
pub(super) fn take(app: &mut App, answer: Option<Answer>) {
    let Some(dialog) = app.state.dialog.take() else {
        // The system's own dialog was closed without a choice.
        app.pending = None;
        return;
    };
    let pending = app.pending.take();
    match (dialog, answer) {
        (Dialog::New, Some(Answer::Begin { style, body, date, first })) => {
            leave::ask(app, Leave::Begin { style, body, date, first });
        }
        (Dialog::Unsaved { .. }, Some(answer)) => unsaved(app, pending, answer),
        (Dialog::Waiting, Some(Answer::Confirm)) => {
            if let Some(Pending::LeaveOnceWritten { leave, .. }) = pending {
                leave::without_waiting(app, leave);
            }
        }
        (Dialog::Confirm { .. }, Some(Answer::Confirm)) => confirmed(app, pending),
        (Dialog::Cite(place), Some(Answer::Cite(citation))) => caret::cite(app, place.caret, citation),
        (Dialog::Changed { .. }, Some(Answer::Sharing(command))) => sharing::run(app, command),
        (Dialog::Changed { .. }, Some(Answer::Elsewhere)) => files::ask_save(app),
        (Dialog::Path { .. }, Some(Answer::Path(path))) => typed(app, pending, path),
        (Dialog::Room { .. }, Some(Answer::Room(entry))) => room::log(app, entry),
        (Dialog::ComeBack, Some(Answer::Note(note))) => come_back::mark(app, &note),
        (Dialog::Step { step, .. }, Some(Answer::Step { on, by })) => {
            if !record::step(app, step, on, by.clone()) {
                app.state.dialog = Some(Dialog::Step { step, on, by });
            } else if step == crate::app::Action::Approve {
                notes::ask_removal(app);
            }
        }
        (Dialog::Palette, Some(Answer::Chosen(found))) => chosen(app, found),
        (_, _) => {}
    }
}

fn chosen(app: &mut App, found: Found) {
    match found {
        Found::Go(selection) => navigate::enter(app, selection),
        Found::Do(action) => {
            app.state.chosen.retain(|before| *before != action);
            app.state.chosen.insert(0, action);
            action::run(app, action);
        }
    }
}

fn unsaved(app: &mut App, pending: Option<Pending>, answer: Answer) {
    let Some(Pending::Leave(leave)) = pending else { return };
    match answer {
        Answer::Discard => leave::go_on(app, leave, Farewell::Discarded),
        Answer::Keep => leave::go_on(app, leave, Farewell::Kept),
        Answer::Save => {
            app.pending = Some(Pending::LeaveOnceSaved(leave));
            files::save(app);
        }
        Answer::Confirm
        | Answer::Path(_)
        | Answer::Sharing(_)
        | Answer::Elsewhere
        | Answer::Begin { .. }
        | Answer::Step { .. }
        | Answer::Room(_)
        | Answer::Note(_)
        | Answer::Chosen(_)
        | Answer::Cite(_) => {}
    }
}

fn confirmed(app: &mut App, pending: Option<Pending>) {
    match pending {
        Some(Pending::Overwrite { to, path, then }) => {
            app.pending = then.map(Pending::LeaveOnceSaved);
            files::write(app, to, &path);
        }
        Some(Pending::RemoveNotes) => notes::remove_all(app),
        Some(Pending::ThrowAway(key)) => app.throw_away(key),
        Some(
            Pending::Leave(_) | Pending::LeaveOnceSaved(_) | Pending::LeaveOnceWritten { .. } | Pending::Typing { .. },
        )
        | None => {}
    }
}

/// A path that was typed. One that does not begin at the root begins where the proposed one lies.
fn typed(app: &mut App, pending: Option<Pending>, path: PathBuf) {
    let Some(Pending::Typing { to, folder, then }) = pending else { return };
    app.pending = then.map(Pending::LeaveOnceSaved);
    if path.as_os_str().is_empty() {
        app.failed("No path was typed, so nothing was done.");
        app.pending = None;
        return;
    }
    let path = folder.join(path);
    match to {
        PathFor::Open => leave::ask(app, Leave::Open(path)),
        PathFor::Save | PathFor::Export(_) => files::write_unless_there(app, to, path),
    }
}
