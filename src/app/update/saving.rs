//! Saving: asked for on the frame, done off it, and taken in when it is done.

use super::leave;
use crate::app::{
    About, App, Pending,
    tasks::{KeeperStep, Kept, NotWritten, Written},
};
use std::path::Path;

/// Has the draft written to a file.
pub(super) fn save(app: &mut App, path: &Path) {
    if let Some(Pending::LeaveOnceSaved(leave)) = app.pending.take() {
        app.pending = Some(Pending::LeaveOnceWritten(leave));
    }
    let Some(draft) = &mut app.state.draft else { return };
    match app.tasks.keeper() {
        Ok(keeper) => draft.keeping.save = Some(keeper.save(path.to_path_buf())),
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
            Kept::Written(written) => self.written(written),
            Kept::Lost { draft } if draft == self.serial => self.keep(),
            Kept::Lost { .. } => {}
        }
    }

    fn written(&mut self, Written { draft: serial, revision, number, path, result }: Written) {
        let now = self.env.clock.now();
        let draft = self.state.draft.as_mut().filter(|_| serial == self.serial);
        let Err(error) = result else {
            let Some(draft) = draft else { return };
            draft.session.saved(revision);
            draft.path = Some(path.clone());
            draft.revision_of = None;
            draft.keeping.saved = Some(now);
            let is_newest = draft.keeping.save == Some(number);
            draft.keeping.save.take_if(|_| is_newest);
            self.tasks.follow(KeeperStep::Saved(revision));
            self.remember_draft(&path);
            self.done_with(About::Saving, format!("Saved to {}.", path.display()));
            return if is_newest {
                self.leave_once_written()
            };
        };
        if let Some(draft) = draft {
            draft.keeping.save.take_if(|save| *save == number);
            self.pending.take_if(|pending| matches!(pending, Pending::LeaveOnceWritten(_)));
        }
        self.failed_in(About::Saving, match error {
            NotWritten::Signed => format!(
                "Not saved: {} holds signed minutes, which stay as they are. Save under another name.",
                path.display()
            ),
            NotWritten::Store(error) => format!("The draft was not saved. {error}."),
            NotWritten::Fault => format!(
                "The draft was not saved. {}: this program is at fault. Export the draft, so that its words are safe.",
                path.display()
            ),
        });
    }

    /// Goes on with what waited for the file.
    fn leave_once_written(&mut self) {
        match self.pending.take() {
            Some(Pending::LeaveOnceWritten(leave)) => leave::ask(self, leave),
            other => self.pending = other,
        }
    }
}
