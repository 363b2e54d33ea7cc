//! What the program remembers from one day to the next.

use super::{App, Draft, Focus, RecentFile, Spelling, ThemeChoice, Typing, View, tasks::Chore, write_date};
use crate::{
    format::Head,
    model::Minutes,
    store::{self, Recent, Settings, Theme},
};
use std::path::{Path, PathBuf};

impl App {
    /// Reads what is remembered.
    pub(super) fn load_memory(&mut self) {
        let Some(folder) = self.env.folders.state.clone() else { return };
        let recent = Recent::load(&folder);
        let settings = Settings::load(&folder);
        self.recent = recent.value;
        self.show_recent();
        let Settings {
            theme,
            preview,
            spelling,
            words,
            lists,
            ordinals,
            signs,
            preview_width,
            zoom,
            window,
            maximized,
            versions,
            style,
            body,
        } = settings.value;
        self.state.versions.keep = versions;
        self.tasks.keep_versions(versions);
        let view = &mut self.state.view;
        view.theme = match theme {
            Theme::System => ThemeChoice::System,
            Theme::Light => ThemeChoice::Light,
            Theme::Dark => ThemeChoice::Dark,
        };
        view.preview = preview;
        view.spelling = spelling;
        view.typing = Typing { lists, ordinals, signs };
        view.offer_words = words;
        view.preview_width = preview_width.map_or(View::default().preview_width, |width| width as f32);
        view.zoom = zoom as f32 / 100.0;
        view.window = window.map(|(width, height)| (width as f32, height as f32));
        view.maximized = maximized;
        self.state.begun = style.zip(body);
    }

    /// Writes down how the window was left, where that changed.
    pub(super) fn save_settings(&mut self) {
        let Some(folder) = self.env.folders.state.clone() else { return };
        if !std::mem::take(&mut self.settings_changed) {
            return;
        }
        let view = &self.state.view;
        let (style, body) = self.state.begun.clone().unzip();
        let settings = Settings {
            theme: match view.theme {
                ThemeChoice::System => Theme::System,
                ThemeChoice::Light => Theme::Light,
                ThemeChoice::Dark => Theme::Dark,
            },
            preview: view.preview,
            spelling: view.spelling,
            lists: view.typing.lists,
            ordinals: view.typing.ordinals,
            signs: view.typing.signs,
            words: view.offer_words,
            preview_width: Some(view.preview_width as u32),
            zoom: (view.zoom * 100.0).round() as u32,
            window: view.window.map(|(width, height)| (width as u32, height as u32)),
            maximized: view.maximized,
            versions: self.state.versions.keep,
            style,
            body,
        };
        self.chore(Chore::Settings(folder, Box::new(settings)));
    }

    /// Puts a file first among those that were open.
    pub(super) fn remember(&mut self, path: &Path, minutes: &Minutes) {
        self.put_first(path, &Head::of(minutes));
    }

    fn put_first(&mut self, path: &Path, head: &Head) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let file = recent_file(path, head);
        if self.state.recent.first() == Some(&file) {
            return;
        }
        self.recent.add(&file.path);
        self.state.recent.retain(|known| known.path != file.path);
        self.state.recent.insert(0, file);
        self.save_recent();
    }

    /// As [`App::remember`], for the draft that is open.
    pub(super) fn remember_draft(&mut self, path: &Path) {
        if let Some(draft) = &self.state.draft {
            let head = Head::of(draft.session.minutes());
            self.put_first(path, &head);
        }
    }

    /// Takes a file out that is no longer there.
    pub(super) fn forget(&mut self, path: &Path) {
        self.recent.remove(path);
        self.state.recent.retain(|file| file.path != path);
        self.save_recent();
    }

    fn save_recent(&mut self) {
        if let Some(folder) = self.env.folders.state.clone() {
            self.chore(Chore::Recent(folder, self.recent.clone()));
        }
    }

    fn show_recent(&mut self) {
        let known = self.recent.files().filter_map(|path| {
            let head = store::open_head(path).ok()?;
            Some(recent_file(path.to_path_buf(), &head))
        });
        self.state.recent = known.collect();
    }

    /// The folder in which a file is looked for first: that of the draft, of the last one, or of documents.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        let of = |draft: &Draft| draft.path.clone().or_else(|| draft.revision_of.clone());
        let draft = self.state.draft.as_ref().and_then(of);
        let near = draft.or_else(|| self.state.recent.first().map(|file| file.path.clone()));
        let folder = near.and_then(|path| path.parent().map(Path::to_path_buf));
        folder.or_else(|| self.env.folders.documents.clone())
    }

    /// Shows a draft in place of the one that was open, and keeps it from now on.
    pub(super) fn show(&mut self, draft: Draft) {
        self.let_go();
        self.serial += 1;
        self.present(draft);
        self.keep();
    }

    /// Shows a draft that is kept already.
    pub(super) fn present(&mut self, mut draft: Draft) {
        self.attention += 1;
        draft.attention += self.attention;
        draft.focus.get_or_insert(Focus::First);
        draft.keeping.by_itself = self.env.pace.pause.is_some();
        self.leave_news();
        self.state.draft = Some(draft);
        self.state.dialog = None;
        self.state.opening = None;
        self.state.spelling = Spelling::default();
        self.pending = None;
    }
}

/// What a list of drafts says of one.
pub(super) fn title(head: &Head) -> String {
    let day = write_date(head.date);
    if head.body.is_empty() { day } else { format!("{}, {day}", head.body) }
}

/// What a list of drafts says of one, and what it is found by.
fn recent_file(path: PathBuf, head: &Head) -> RecentFile {
    RecentFile { path, title: title(head), day: write_date(head.date), head: head.clone() }
}
