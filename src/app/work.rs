//! The pages and the export as the application sees them: what is asked of the work off the frame, and what its results
//! change.

use super::{
    About, App, Draft, Refused, Running, Shown, place_of_node,
    tasks::{Exported, FiledRead, Message, PagesMade, PagesVersion},
};
use crate::{
    compose::house_words,
    model::{Audience, Minutes},
    template::HouseStyle,
};
use std::path::Path;

/// What the list of work calls the export.
const EXPORTING: &str = "Exporting the minutes";

impl App {
    /// Whom to wake when something comes back from work off the frame. The window then calls [`App::poll`] and draws.
    pub fn set_waker(&mut self, waker: Box<dyn Fn() + Send + Sync>) {
        self.tasks.set_waker(waker);
    }

    /// Takes in what came back from work off the frame. The window calls it at the start of each frame.
    pub fn poll(&mut self) {
        self.state.now = self.env.clock.now();
        self.drop_old_news();
        self.state.pasted.clear();
        let mut may_be_another = false;
        for message in self.tasks.collect() {
            may_be_another |= matches!(message, Message::Kept(_) | Message::Shared(_));
            match message {
                Message::Pages(result) => self.pages_came(result),
                Message::Export(result) => self.export_came(result),
                Message::Filed(result) => self.filed_came(result),
                Message::Spelling(result) => self.spelling_came(result),
                Message::Kept(kept) => self.kept_came(kept),
                Message::Shared(news) => self.shared_came(news),
                Message::Versions(result) => self.versions_came(result),
            }
        }
        self.say_what_is_waited_for();
        if may_be_another {
            // What was opened or taken is shown with its pages, though nobody asked for anything since.
            self.refresh();
        }
    }

    /// Brings what follows from the draft up to date: the house's words, the pages.
    pub(super) fn refresh(&mut self) {
        if let Some(draft) = &mut self.state.draft {
            self.tasks.here(draft.spot());
            let version = (self.serial, draft.session.revision());
            if self.worded != Some(version) {
                let minutes = draft.session.minutes();
                let style = self.state.library.style(&minutes.house.style);
                draft.words = style.map(|style| house_words(minutes, style)).unwrap_or_default();
                self.worded = Some(version);
                self.wordings += 1;
                draft.worded = self.wordings;
            }
        }
        self.refresh_vocabulary();
        self.refresh_spelling();
        self.refresh_search();
        self.refresh_preview();
    }

    /// Reads the words of what was typed, once the caret has left it.
    pub(super) fn refresh_vocabulary(&mut self) {
        if let Some(draft) = self.state.draft.as_mut().filter(|_| self.state.view.offer_words) {
            draft.vocabulary.update(draft.session.minutes(), draft.session.revision(), draft.caret);
        }
    }

    /// Asks for pages where the draft, the audience or the view is another than before, and the pages are shown.
    fn refresh_preview(&mut self) {
        let view = &self.state.view;
        let Some(draft) = self.state.draft.as_mut().filter(|_| view.preview) else {
            self.tasks.leave_pages();
            if let Some(draft) = &mut self.state.draft {
                draft.pages.pictures.clear();
            }
            return;
        };
        show(draft);
        let minutes = draft.session.minutes();
        let Some(style) = self.state.library.style(&minutes.house.style) else {
            draft.pages.problem = Some(no_style(minutes));
            draft.pages.frame = None;
            draft.pages.pictures.clear();
            return self.tasks.leave_pages();
        };
        let version =
            PagesVersion { draft: self.serial, revision: draft.session.revision(), audience: draft.pages.audience };
        let asked = self.tasks.ask_pages(version, minutes, style, view.in_view.clone(), view.pixels_per_point);
        match asked {
            Ok(copied) => draft.pages.copied += u64::from(copied),
            Err(error) => draft.pages.problem = Some(format!("The pages cannot be shown: {error}.")),
        }
    }

    /// Begins to read the drafts beside the one that is open, for whoever wants to cite them.
    pub(super) fn read_filed(&mut self) {
        let Some(folder) = self.folder() else { return };
        let filed = &mut self.state.filed;
        if filed.folder.as_ref() != Some(&folder) {
            filed.drafts.clear();
        }
        filed.folder = Some(folder.clone());
        filed.reading = self.tasks.read_filed(self.env.drafts.clone(), folder).is_ok();
    }

    fn filed_came(&mut self, FiledRead { folder, drafts }: FiledRead) {
        let filed = &mut self.state.filed;
        if filed.folder.as_ref() == Some(&folder) {
            filed.drafts = drafts;
            filed.reading = false;
        }
    }

    fn pages_came(&mut self, result: PagesMade) {
        let serial = self.serial;
        let view = &self.state.view;
        let Some(draft) = self.state.draft.as_mut().filter(|_| view.preview) else { return };
        let audience = draft.pages.audience;
        let current = |version: PagesVersion| version.draft == serial && version.audience == audience;
        match result {
            PagesMade::Set { version, frame } if current(version) => {
                let pages = &mut draft.pages;
                pages.pictures.retain(|number, _| *number < frame.pages.len());
                pages.frame = Some(frame);
                pages.revision = version.revision;
                pages.problem = None;
                pages.set += 1;
                show(draft);
            }
            PagesMade::Drawn { version, pictures } if current(version) => {
                draft.pages.pictures.retain(|number, _| view.in_view.contains(number));
                draft.pages.pictures.extend(pictures.into_iter().filter(|(number, _)| view.in_view.contains(number)));
            }
            PagesMade::Failed { version } if current(version) => {
                draft.pages.problem =
                    Some("The pages could not be made. The draft itself is not touched; go on and save it.".to_owned());
            }
            PagesMade::Lost => {
                self.tasks.forget_pages();
                self.refresh_preview();
            }
            PagesMade::Set { .. } | PagesMade::Drawn { .. } | PagesMade::Failed { .. } => {}
        }
    }

    /// Begins to export to a file.
    pub(super) fn export(&mut self, path: &Path, audience: Audience) {
        let Some(draft) = &self.state.draft else { return };
        if self.state.running.iter().any(|running| running.name == EXPORTING) {
            return self.failed_in(About::Exporting, "An export is under way already. Wait for it, or stop it first.");
        }
        let minutes = draft.session.minutes();
        let Some(style) = self.state.library.style(&minutes.house.style).cloned() else {
            let reason = no_style(minutes);
            return self.failed_in(About::Exporting, format!("Not exported. {reason}"));
        };
        let minutes: Minutes = minutes.clone();
        let style: HouseStyle = style;
        match self.tasks.export(minutes, style, audience, path.to_path_buf()) {
            Ok(()) => self.state.running.push(Running { name: EXPORTING.to_owned(), progress: Some(0.0) }),
            Err(error) => self.failed_in(
                About::Exporting,
                format!("Not exported: {error}. Save the draft and start the program again."),
            ),
        }
    }

    /// Stops the export that is under way.
    pub(super) fn cancel_export(&mut self) {
        self.tasks.cancel_export();
    }

    fn export_came(&mut self, result: Exported) {
        if let Exported::Progress(progress) = result {
            for running in self.state.running.iter_mut().filter(|running| running.name == EXPORTING) {
                running.progress = Some(progress);
            }
            return;
        }
        self.state.running.retain(|running| running.name != EXPORTING);
        match result {
            Exported::Progress(_) => {}
            Exported::Done { path, pages: 1 } => {
                self.done_with(About::Exporting, format!("Exported 1 page to {}.", path.display()))
            }
            Exported::Done { path, pages } => {
                self.done_with(About::Exporting, format!("Exported {pages} pages to {}.", path.display()))
            }
            Exported::Refused(refused) => self.export_refused(&refused),
            Exported::Cancelled => self.done("The export was stopped. No file was written."),
            Exported::NotWritten(reason) => {
                self.failed_in(About::Exporting, format!("The PDF was not written. {reason}."))
            }
        }
    }

    /// Says why, and goes to the first place that is at fault.
    fn export_refused(&mut self, refused: &Refused) {
        self.failed_in(About::Exporting, format!("Not exported. {refused}"));
        let Refused::Missing(missing) = refused else { return };
        let Some(draft) = &self.state.draft else { return };
        let place = missing.first().and_then(|at| place_of_node(draft.session.minutes(), at.node));
        if let Some((selection, focus)) = place {
            self.go(selection, focus);
        }
    }
}

/// What is said where the draft's house style is not installed.
pub(super) fn no_style(minutes: &Minutes) -> String {
    format!(
        "The house style “{}” is not installed. Put its folder into the templates of your configuration, or choose another style in the meeting's form.",
        minutes.house.style
    )
}

/// Finds on the pages where the clerk is.
pub(super) fn show(draft: &mut Draft) {
    let shown = draft.pages.frame.as_ref().map(|frame| Shown::new(frame, draft));
    let pages = &mut draft.pages;
    (pages.place, pages.typed) = shown.map(|shown| (shown.place, shown.typed)).unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{Env, Folders},
        edit::Session,
    };
    use std::time::{Duration, Instant};

    #[test]
    fn a_worker_that_lost_the_minutes_is_given_them_again_at_once() {
        let mut app = App::new(Env { folders: Folders::default(), ..Env::system() });
        let mut minutes = Minutes::default();
        minutes.house.style = "coventry".to_owned();
        app.show(Draft::new(Session::opened(minutes), None));
        app.refresh();
        let pages = |app: &App| app.state.draft.as_ref().map(|draft| (draft.pages.copied, draft.pages.set));
        let wait = |app: &mut App, set: u64| {
            let began = Instant::now();
            while pages(app).is_none_or(|(_, known)| known < set) {
                assert!(began.elapsed() < Duration::from_secs(30), "the pages did not come");
                std::thread::sleep(Duration::from_millis(2));
                app.poll();
            }
        };
        wait(&mut app, 1);
        assert_eq!(pages(&app), Some((1, 1)));
        app.pages_came(PagesMade::Lost);
        assert_eq!(pages(&app), Some((2, 1)), "they are copied for it");
    }
}
