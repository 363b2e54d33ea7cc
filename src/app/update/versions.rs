//! Earlier versions: the form, and what is done in it.

use crate::{
    app::{
        App, Compared, Dialog, EarlierVersions, Pending, Plan, VersionCommand, entries, existing, restoring,
        tasks::{CompareOrder, VersionsResult},
    },
    model::Minutes,
    store::{KeepVersions, VersionName, Why},
};
use jiff::Timestamp;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// Opens the form.
pub(super) fn open(app: &mut App) {
    let Some(draft) = &app.state.draft else { return };
    let Some(path) = draft.path.clone() else { return };
    let keep = app.state.versions.keep;
    let present = Some(Arc::new(draft.session.minutes().clone()));
    app.state.versions = EarlierVersions { present, keep, ..EarlierVersions::default() };
    match app.tasks.shelf(&app.env) {
        Ok(shelf) => {
            shelf.list(&path);
            app.state.dialog = Some(Dialog::Versions);
        }
        Err(error) => app.failed(format!("Earlier versions cannot be read: {error}.")),
    }
}

/// Has the versions of the draft go along with its file, which bears another name now.
pub(super) fn take_along(app: &mut App, to: &Path) {
    if let Some((from, shelf)) = file(app).zip(app.tasks.shelf(&app.env).ok()) {
        shelf.moved(&from, to);
    }
}

/// Looks for what is kept of a draft whose file is damaged.
pub(super) fn look_for_rest(app: &mut App, path: &Path) {
    if let Ok(shelf) = app.tasks.shelf(&app.env) {
        shelf.rescue(path);
    }
}

pub(super) fn run(app: &mut App, command: VersionCommand) {
    match command {
        VersionCommand::Choose(name) => {
            app.state.versions.by_hand = true;
            choose(app, Some(name));
        }
        VersionCommand::With(with) => {
            app.state.versions.with = with;
            ask_comparison(app);
        }
        VersionCommand::Restore(name) => {
            app.state.versions.restoring = Some(name);
            choose(app, Some(name));
            restore_if_read(app);
        }
        VersionCommand::Remove(name) => {
            if let Some((path, shelf)) = file(app).zip(app.tasks.shelf(&app.env).ok()) {
                shelf.remove(&path, name);
            }
        }
        VersionCommand::Keep(keep) => keep_from_now_on(app, keep),
    }
}

fn keep_from_now_on(app: &mut App, keep: KeepVersions) {
    app.state.versions.keep = keep;
    app.settings_changed = true;
    app.tasks.keep_versions(keep);
}

/// The file of the draft that is open.
fn file(app: &App) -> Option<PathBuf> {
    app.state.draft.as_ref().and_then(|draft| draft.path.clone())
}

fn choose(app: &mut App, name: Option<VersionName>) {
    let versions = &mut app.state.versions;
    if versions.chosen != name {
        versions.chosen = name;
        versions.problem = None;
    }
    ask_comparison(app);
}

/// Has what is chosen compared, where that is not known yet.
fn ask_comparison(app: &mut App) {
    let Some(path) = file(app) else { return };
    let versions = &app.state.versions;
    let Some((name, present)) = versions.chosen.zip(versions.present.clone()) else { return };
    if versions.shown().is_some() {
        return;
    }
    let library = &app.state.library;
    // Where its own house style is not installed, another one's words serve to compare by.
    let style = library.style(&present.house.style).or(library.styles().first());
    let Some(style) = style.cloned().map(Arc::new) else { return };
    let order = CompareOrder { path, name, with: versions.with, present, style };
    if let Ok(shelf) = app.tasks.shelf(&app.env) {
        shelf.compare(order);
    }
}

impl App {
    /// Takes in what came back of reading and keeping versions.
    pub(in crate::app) fn versions_came(&mut self, result: VersionsResult) {
        let own = file(self);
        match result {
            VersionsResult::Listed { path, result } if own.as_ref() == Some(&path) => match result {
                Ok(names) => self.listed(&names),
                Err(error) => {
                    self.state.versions.listed = true;
                    self.state.versions.problem = Some(format!("The versions cannot be read. {error}."));
                }
            },
            VersionsResult::Compared { path, name, with, result } if own.as_ref() == Some(&path) => {
                let versions = &mut self.state.versions;
                match result {
                    Ok(read) => {
                        let (comparison, minutes) = (read.comparison, read.minutes);
                        let is_same = comparison.as_ref().is_some_and(|comparison| comparison.is_same);
                        versions.compared = Some(Compared { name, with, comparison, minutes });
                        if is_same && !versions.by_hand {
                            self.choose_behind(name);
                        }
                    }
                    Err(error) if versions.chosen == Some(name) => {
                        versions.restoring = None;
                        versions.problem = Some(format!("This version cannot be read. {error}."));
                    }
                    Err(_) => {}
                }
                restore_if_read(self);
            }
            VersionsResult::Rescued { path, minutes, at } => self.offer_rest(&path, minutes, at),
            VersionsResult::Failed(error) => self.failed(format!(
                "What was saved is safe, but no version of it was kept beside it, or none removed. {error}."
            )),
            VersionsResult::Listed { .. } | VersionsResult::Compared { .. } => {}
        }
    }

    /// Offers what is kept of a draft whose file is damaged.
    fn offer_rest(&mut self, path: &Path, minutes: Box<Minutes>, at: Timestamp) {
        if self.state.dialog.is_some() || self.pending.is_some() {
            return;
        }
        let name = VersionName { sequence: 0, at, why: Why::Automatic };
        let when = entries(&[name], |at| self.env.clock.local(at), self.env.clock.now());
        let when = when.first().map(|entry| entry.lead.to_lowercase()).unwrap_or_default();
        self.state.dialog = Some(Dialog::Confirm {
            title: "Open what is kept of it?".to_owned(),
            text: format!(
                "{} is damaged. Kept beside it is the whole draft as it was {when}; whatever was written after that is missing. It is opened as a draft without a file. The damaged file stays as it is.",
                path.display()
            ),
            button: "Open".to_owned(),
        });
        self.pending = Some(Pending::Rescue(minutes));
    }

    /// What was saved last is what the minutes are: nobody looks for that.
    fn choose_behind(&mut self, name: VersionName) {
        let mut behind = self.state.versions.list.iter().skip_while(|entry| entry.name != name).skip(1);
        if let Some(entry) = behind.next().map(|entry| entry.name) {
            choose(self, Some(entry));
        }
    }

    fn listed(&mut self, names: &[VersionName]) {
        let now = self.env.clock.now();
        let list = entries(names, |at| self.env.clock.local(at), now);
        let versions = &mut self.state.versions;
        let before = versions.chosen.and_then(|name| versions.list.iter().position(|entry| entry.name == name));
        let still = versions.chosen.filter(|name| names.contains(name));
        // Where the one that was chosen is gone, the one behind it is shown.
        let near = before.and_then(|at| list.get(at).or(list.last())).or(list.first());
        let chosen = still.or(near.map(|entry| entry.name));
        versions.list = list;
        versions.listed = true;
        choose(self, chosen);
    }
}

/// Restores the version that is asked for, where it was read by now.
fn restore_if_read(app: &mut App) {
    let versions = &app.state.versions;
    let read = versions.compared.as_ref().filter(|read| Some(read.name) == versions.restoring);
    let Some(version) = read.map(|read| read.minutes.clone()) else { return };
    let line = versions.entry().map(|entry| entry.line()).unwrap_or_default();
    app.state.versions.restoring = None;
    if app.state.dialog.take_if(|dialog| matches!(dialog, Dialog::Versions)).is_some() {
        restore(app, &version, &line);
    }
}

fn restore(app: &mut App, version: &Minutes, line: &str) {
    let Some(draft) = &mut app.state.draft else { return };
    let present = draft.session.minutes();
    let Some(edit) = restoring(present, version).filter(|_| !draft.session.is_sealed()) else {
        let sealed = draft.session.is_sealed();
        return if sealed {
            app.failed("These minutes are signed and can only be read. Begin a new revision to change them.");
        } else {
            app.done("The minutes are what they were then, so nothing was changed.");
        };
    };
    let selection = existing(version, draft.selection);
    // The caret stays where the same text is; elsewhere there may be no such place any more.
    draft.caret = draft.caret.filter(|caret| version.prose(caret.at) == present.prose(caret.at));
    let (path, before) = (draft.path.clone(), Arc::new(present.clone()));
    if let Some((path, shelf)) = path.zip(app.tasks.shelf(&app.env).ok()) {
        shelf.keep(&path, before, Why::Restored);
    }
    app.carry_out(Ok(Plan::new(edit, "restoring").going(selection, None)));
    app.done(format!("Restored: {line}. Undo takes it back."));
}
