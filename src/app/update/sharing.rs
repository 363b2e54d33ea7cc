//! Other people and programs on the draft that is open.

use super::saving;
use crate::{
    app::{
        About, Access, App, Ask, Draft, News, Plan, SharingCommand, Spot, Then, ToastKind,
        available::SHARED,
        existing, restoring,
        sharing::Report,
        tasks::{KeeperStep, Opening},
    },
    edit::Session,
    format::Digest,
    model::Minutes,
};

pub(super) fn run(app: &mut App, command: SharingCommand) {
    let now = app.env.clock.moment();
    match command {
        SharingCommand::TakeOver => ask(app, Ask::TakeOver),
        SharingCommand::KeepMine => ask(app, Ask::KeepMine { now }),
        SharingCommand::TakeTheirs => {
            let Some(draft) = &app.state.draft else { return };
            let mine = (draft.session.revision(), Box::new(draft.session.minutes().clone()));
            ask(app, Ask::TakeTheirs { mine: Some(mine), now });
        }
        SharingCommand::GoOnAt(path) => {
            super::versions::take_along(app, &path);
            saving::save(app, &path);
        }
        SharingCommand::PutAwayCopies => {
            if let Some(draft) = &mut app.state.draft {
                draft.shared.put_away();
            }
        }
    }
}

fn ask(app: &mut App, ask: Ask) {
    if let Ok(keeper) = app.tasks.keeper(&app.env) {
        keeper.ask(ask);
    }
}

impl App {
    /// Takes in news of the file of the draft that is open.
    pub(in crate::app) fn shared_came(&mut self, news: News) {
        match news {
            News::Report(report) if report.draft == self.serial => self.report_came(report),
            News::Theirs { draft, chosen, minutes, digest } if draft == self.serial => {
                self.theirs_came(chosen, *minutes, digest);
            }
            News::Kept { draft } if draft == self.serial => {
                if let Some(path) = self.state.draft.as_ref().and_then(|draft| draft.path.clone()) {
                    saving::save(self, &path);
                }
            }
            News::Refused { draft, chosen: true, why } if draft == self.serial => self.failed(why),
            News::Refused { draft, chosen: false, why } if draft == self.serial => {
                // Somebody may be writing it at this moment: it is read again, and said as long as it cannot be.
                if let Some(draft) = &mut self.state.draft {
                    draft.shared.not_fetched(why);
                }
            }
            News::Report(_) | News::Theirs { .. } | News::Kept { .. } | News::Refused { .. } => {}
        }
    }

    fn report_came(&mut self, report: Report) {
        let Some(draft) = &mut self.state.draft else { return };
        let then = draft.shared.take(report, draft.session.is_dirty());
        if draft.shared.trouble().is_some() && !draft.shared.only_reads() {
            // The line under the form says it, for as long as it is so.
            self.state.toasts.retain(|toast| toast.about != About::Saving || toast.kind != ToastKind::Failed);
        }
        match then {
            Then::Fetch => ask(self, Ask::TakeTheirs { mine: None, now: self.env.clock.moment() }),
            Then::Opened => self.opened_for_writing(),
            Then::Lost | Then::Nothing => {}
        }
    }

    /// Takes in what the file holds now. `chosen` is the revision of the clerk's own text that was kept before; whoever only
    /// follows what another one writes has none.
    fn theirs_came(&mut self, chosen: Option<u64>, minutes: Minutes, digest: Digest) {
        let Some(draft) = &mut self.state.draft else { return };
        draft.shared.fetched();
        match chosen {
            Some(revision) if draft.session.revision() == revision => self.take_theirs(minutes, digest),
            Some(_) => self.failed("You typed on meanwhile, so nothing was changed. Choose again."),
            None if draft.session.is_dirty() => {}
            None if draft.shared.access == Access::Opening => self.open_for_writing(minutes, digest),
            None => self.follow_theirs(minutes, digest),
        }
    }

    /// Makes what the file holds of the draft, as one step that can be undone.
    fn take_theirs(&mut self, minutes: Minutes, digest: Digest) {
        let Some(draft) = &self.state.draft else { return };
        let edit = restoring(draft.session.minutes(), &minutes);
        let selection = existing(&minutes, draft.selection);
        if let Some(edit) = edit {
            self.carry_out(Ok(Plan::new(edit, "taking theirs").going(selection, None)));
        }
        let Some(draft) = &mut self.state.draft else { return };
        if *draft.session.minutes() != minutes {
            // What was signed is not signed by taking it; it is read.
            return self.open_for_writing(minutes, digest);
        }
        let revision = draft.session.revision();
        draft.session.saved(revision);
        draft.keeping.trouble = None;
        draft.shared.agree();
        if let Ok(keeper) = self.tasks.keeper(&self.env) {
            keeper.in_file(revision, digest);
        }
        self.tasks.follow(KeeperStep::Saved(revision));
        self.done_with(About::Saving, "This is what the file holds. What you had is kept as an earlier version.");
    }

    /// Shows what another one wrote to whoever only reads. It is no step that could be undone.
    fn follow_theirs(&mut self, minutes: Minutes, digest: Digest) {
        self.serial += 1;
        self.instead(Session::opened(minutes), Some(digest));
        self.keep();
    }

    /// Has the draft opened for writing, with what a process of this machine may have left of it.
    fn open_for_writing(&mut self, minutes: Minutes, digest: Digest) {
        let Some(path) = self.state.draft.as_ref().and_then(|draft| draft.path.clone()) else { return };
        if self.env.folders.state.is_none() {
            self.follow_theirs(minutes, digest);
            return self.opened_for_writing();
        }
        self.serial += 1;
        let draft = self.serial;
        if let Ok(keeper) = self.tasks.keeper(&self.env) {
            keeper.open(Opening { draft, path, minutes, digest });
        }
    }

    /// A draft that was only read is kept now by the keeper.
    pub(in crate::app) fn opened_again(&mut self, session: Session<Spot>) {
        self.instead(session, None);
        self.opened_for_writing();
    }

    /// Shows another session of the same draft where the clerk is.
    fn instead(&mut self, session: Session<Spot>, digest: Option<Digest>) {
        let Some(draft) = &mut self.state.draft else { return };
        let mut fresh = Draft::new(session, draft.path.clone());
        fresh.selection = existing(fresh.session.minutes(), draft.selection);
        fresh.attention = draft.attention;
        fresh.pages = std::mem::take(&mut draft.pages);
        fresh.shared = std::mem::take(&mut draft.shared);
        fresh.keeping.by_itself = draft.keeping.by_itself;
        fresh.digest = digest;
        fresh.shared.agree();
        *draft = fresh;
    }

    fn opened_for_writing(&mut self) {
        // What was refused is no longer.
        self.state.toasts.retain(|toast| toast.text != SHARED);
        self.done("Nobody else has these minutes open any more. You can write in them now.");
    }
}
