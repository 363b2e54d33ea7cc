//! What each command does, a file for each family.

mod action;
mod answer;
mod apply;
mod attendance;
mod business;
mod caret;
mod change;
mod come_back;
mod decide;
mod declarations;
mod fields;
mod files;
mod joins;
mod leave;
mod meeting;
mod misspelt;
mod navigate;
mod notes;
mod open;
mod parts;
mod pasting;
mod phrases;
mod prose;
mod rearrange;
mod record;
mod room;
mod saving;
mod search;
mod sharing;
mod spelling;
mod versions;
mod view;

pub use decide::open_vote;
pub(in crate::app) use misspelt::seek as seek_misspelt;

use super::{App, Command, Pending};

impl App {
    /// Carries a command out. What the window is to do then is in [`App::take_effects`].
    pub fn update(&mut self, command: Command) {
        self.state.now = self.env.clock.now();
        self.drop_old_news();
        self.forget_leaving(&command);
        self.from_table = matches!(command, Command::Do(_));
        match command {
            Command::Do(action) => action::run(self, action),
            Command::File(command) => files::run(self, command),
            Command::Change(change) => self.change(change),
            Command::Select(selection) => self.select(selection),
            Command::Write(item) => navigate::write(self, item),
            Command::Caret(caret) => {
                if let Some(draft) = &mut self.state.draft {
                    draft.caret = Some(caret);
                    if matches!(draft.focus, Some(super::Focus::Notes(_))) {
                        draft.focus = Some(super::Focus::Prose(caret.at));
                    }
                    draft.pages.caret_moved = Some(draft.attention);
                    super::work::show(draft);
                    self.tasks.here(draft.spot());
                }
                self.refresh_vocabulary();
                return;
            }
            Command::Follow(node) => navigate::follow(self, node),
            Command::Answer(answer) => answer::take(self, answer),
            Command::DismissToast(id) => self.state.toasts.retain(|toast| toast.id != id),
            Command::View(command) => view::run(self, command),
            Command::Phrase(command) => phrases::run(self, command),
            Command::Spelling(command) => spelling::run(self, command),
            Command::Copy(prose) => self.copy(&prose),
            Command::Search(command) => search::run(self, command),
            Command::Sharing(command) => sharing::run(self, command),
            Command::Versions(command) => versions::run(self, command),
        }
        self.refresh();
    }

    /// Whoever goes on working instead of choosing where to save no longer wants to leave.
    fn forget_leaving(&mut self, command: &Command) {
        use super::FileCommand;
        let goes_on = match command {
            Command::Do(_) | Command::Change(_) | Command::Select(_) | Command::Write(_) | Command::Follow(_) => true,
            Command::File(FileCommand::SaveTo(_) | FileCommand::NoDialog(_) | FileCommand::CancelExport) => false,
            Command::File(_) => true,
            Command::Answer(_)
            | Command::DismissToast(_)
            | Command::View(_)
            | Command::Phrase(_)
            | Command::Caret(_) => false,
            Command::Spelling(_) | Command::Copy(_) | Command::Search(_) => false,
            Command::Versions(_) | Command::Sharing(_) => false,
        };
        if goes_on && matches!(self.pending, Some(Pending::LeaveOnceSaved(_))) {
            self.pending = None;
        }
    }
}
