//! Saving: asked for on the frame, done off it, and taken in when it is done.

use crate::app::{
    About, App, Dialog, Leave, Obstacle, PATIENCE, Pending, Save, Shared, in_short,
    tasks::{KeeperStep, Kept, NotWritten, Written},
};
use crate::store::StoreError;
use std::path::{Path, PathBuf};

/// Has the draft written to a file.
pub(super) fn save(app: &mut App, path: &Path) {
    match app.pending.take() {
        Some(Pending::LeaveOnceSaved(leave)) => wait_to_leave(app, leave),
        Some(waiting @ Pending::LeaveOnceWritten { .. }) => app.pending = Some(waiting),
        _ => {}
    }
    write(app, path.to_path_buf(), false);
}

/// Has the draft's own file written, and leaves the draft once that is done.
pub(super) fn save_and_leave(app: &mut App, path: PathBuf, leave: Leave) {
    wait_to_leave(app, leave);
    write(app, path, true);
}

/// Leaves the draft once the file is written that is being written.
pub(super) fn wait_to_leave(app: &mut App, leave: Leave) {
    app.pending = Some(Pending::LeaveOnceWritten { leave, since: app.env.clock.millis() });
}

fn write(app: &mut App, path: PathBuf, quiet: bool) {
    let Some(draft) = &mut app.state.draft else { return };
    match app.tasks.keeper(&app.env) {
        Ok(keeper) => draft.keeping.save = Some(Save { number: keeper.save(path), quiet }),
        Err(error) => {
            app.pending = None;
            app.failed_in(About::Saving, format!("The draft was not saved: {error}."));
        }
    }
}

impl App {
    /// Takes in what came back of keeping the draft.
    pub(in crate::app) fn kept_came(&mut self, kept: Kept) {
        match kept {
            Kept::Written(written) if written.draft == self.serial && self.state.draft.is_some() => {
                self.written(written);
            }
            // It was left without waiting for its file.
            Kept::Written(Written { path, result: Err(error), .. }) => {
                self.failed_in(About::Program, not_saved(&path, &error));
            }
            Kept::Written(_) => {}
            Kept::Lost { draft } if draft == self.serial => self.keep(),
            Kept::Lost { .. } => {}
            Kept::Opened(opened) => self.opened_came(*opened),
            Kept::NotTakenUp { draft, error } => self.not_taken_up(draft, error.as_ref()),
            Kept::LeftBehind(found) => self.left_behind_came(found),
            Kept::Journal { draft, state } => self.journal_came(draft, state),
            Kept::NotRemembered(error) => {
                self.failed_in(About::Program, format!("The list of recent drafts was not written. {error}."))
            }
        }
    }

    fn written(&mut self, Written { revision, number, path, result, .. }: Written) {
        let now = self.env.clock.now();
        let Some(draft) = &mut self.state.draft else { return };
        let keeping = &mut draft.keeping;
        let save = keeping.save.take_if(|save| Some(save.number) == number);
        match result {
            Ok(()) => {
                let was_trouble = keeping.trouble.take().is_some();
                keeping.saved = Some(now);
                draft.session.saved(revision);
                if draft.path.as_ref() != Some(&path) {
                    // What others did to the file before has nothing to do with this one.
                    draft.shared = Shared::default();
                }
                draft.path = Some(path.clone());
                draft.revision_of = None;
                draft.brought_back.take_if(|back| !back.has_file || number.is_some());
                self.tasks.follow(KeeperStep::Saved(revision));
                self.remember_draft(&path);
                let asked = number.is_some() && !save.is_some_and(|save| save.quiet);
                if asked || was_trouble {
                    self.done_with(About::Saving, format!("Saved to {}.", path.display()));
                }
                if save.is_some() {
                    self.leave_once_written();
                }
            }
            Err(error) => {
                let obstacle = match &error {
                    NotWritten::Shared(obstacle) => Some(obstacle.clone()),
                    NotWritten::Signed | NotWritten::Store(_) | NotWritten::Fault => None,
                };
                let own = draft.path.as_ref() == Some(&path);
                let told = own && draft.shared.trouble().is_some();
                let why = match &error {
                    NotWritten::Signed => "signed minutes are there",
                    NotWritten::Store(error) => in_short(error),
                    NotWritten::Shared(obstacle) => obstacle.in_short(),
                    NotWritten::Fault => "this program is at fault",
                };
                let known = own && keeping.trouble.replace(why) == Some(why);
                let text = not_saved(&path, &error);
                let waits = |pending: &mut Pending| matches!(pending, Pending::LeaveOnceWritten { .. });
                let leaving = self.pending.take_if(|pending| save.is_some() && waits(pending));
                if leaving.is_some() {
                    self.state.dialog.take_if(|dialog| matches!(dialog, Dialog::Waiting));
                }
                match leaving {
                    Some(Pending::LeaveOnceWritten { leave, .. }) if save.is_some_and(|save| save.quiet) => {
                        self.ask_unsaved(leave, Some(text));
                    }
                    _ if number.is_none() && (known || told || obstacle.is_some()) => {}
                    _ if number.is_none() => {
                        self.failed_in(About::Saving, format!("{text} It is tried again and again, until it works."));
                    }
                    _ => match obstacle {
                        Some(Obstacle::Changed) => self.state.dialog = Some(Dialog::Changed { name: name_of(&path) }),
                        Some(_) | None => self.failed_in(About::Saving, text),
                    },
                }
            }
        }
    }

    /// Takes in how the journal does. It is said once that it does not, and once that it does again.
    fn journal_came(&mut self, serial: u64, state: Result<(), StoreError>) {
        let is_open = serial == self.serial && self.state.draft.is_some();
        let Some(draft) = self.state.draft.as_mut().filter(|_| is_open) else {
            if let Err(error) = state {
                self.failed_in(About::Program, format!("The draft was not kept for the next time. {error}."));
            }
            return;
        };
        let before = draft.keeping.journal.replace(state.as_ref().copied().map_err(in_short));
        let has_file = draft.path.is_some();
        match state {
            Ok(()) if matches!(before, Some(Err(_))) => {
                self.done_with(About::Journal, "What you type is kept at once again, also before it is saved.");
            }
            Ok(()) => {}
            Err(error) if has_file => self.failed_in(
                About::Journal,
                format!("What you type is not kept before it is saved. {error}. The draft's file still follows you, and this is tried again until it works."),
            ),
            Err(error) => self.failed_in(
                About::Journal,
                format!("What you type is not kept. {error}. Save the draft to a file; meanwhile this is tried again."),
            ),
        }
    }

    /// Goes on with what waited for the file.
    fn leave_once_written(&mut self) {
        match self.pending.take() {
            Some(Pending::LeaveOnceWritten { leave, .. }) => {
                self.state.dialog.take_if(|dialog| matches!(dialog, Dialog::Waiting));
                self.ask_to_leave(leave);
            }
            other => self.pending = other,
        }
    }

    /// Tells the clerk who leaves what is waited for, where it takes long.
    pub(in crate::app) fn say_what_is_waited_for(&mut self) {
        let now = self.env.clock.millis();
        if let Some(Pending::LeaveOnceWritten { since, .. }) = self.pending
            && since + PATIENCE <= now
            && self.state.dialog.is_none()
        {
            self.state.dialog = Some(Dialog::Waiting);
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn not_saved(path: &Path, error: &NotWritten) -> String {
    match error {
        NotWritten::Signed => format!(
            "Not saved: {} holds signed minutes, which stay as they are. Save under another name.",
            path.display()
        ),
        NotWritten::Shared(obstacle) => obstacle.words(&name_of(path)),
        NotWritten::Store(error) => format!("The draft was not saved. {}.", error.of_writing(path)),
        NotWritten::Fault => format!(
            "The draft was not saved. {}: this program is at fault. Export the draft, so that its words are safe.",
            path.display()
        ),
    }
}
