//! Drafts that come back: what was typed before the program ended otherwise than it should, and what was kept for the next
//! time.

use super::{
    About, App, Command, Dialog, Draft, FileCommand, Focus, Notice, Pending, existing, notices, o_clock,
    tasks::{self, Back, Found, Opened, Opening},
    title, write_date,
};
use crate::{
    edit::Session,
    store::{DraftKey, StoreError},
};
use jiff::civil::DateTime;
use std::path::PathBuf;

/// A draft that was left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftBehind {
    /// Under which name the program keeps it.
    pub key: DraftKey,
    /// Whose minutes, of which day.
    pub title: String,
    /// Its file; none where it has none.
    pub path: Option<PathBuf>,
    /// Until when it was typed: "12 March 2026, 2.32 pm".
    pub until: Option<String>,
}

/// What was brought back of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroughtBack {
    /// What happened, in a sentence or two.
    pub words: String,
    /// Whether there is a file beside which it can be held.
    pub has_file: bool,
}

impl Draft {
    /// What the clerk is told of it under the form: what was brought back, and what other people and programs did.
    pub fn notices(&self) -> Vec<Notice> {
        let back = self.brought_back.as_ref().map(|back| {
            let look = ("See what was brought back".to_owned(), Command::File(FileCommand::LookAtBack));
            let seen = ("Done".to_owned(), Command::File(FileCommand::SeenBack));
            let choices = if back.has_file { vec![look, seen] } else { vec![seen] };
            Notice { text: back.words.clone(), is_trouble: false, choices }
        });
        back.into_iter().chain(notices(self)).collect()
    }
}

impl App {
    /// Looks for drafts that were left behind.
    pub(super) fn look_back(&mut self) {
        let now = self.env.clock.moment();
        if self.env.folders.state.is_some()
            && let Ok(keeper) = self.tasks.keeper(&self.env)
        {
            keeper.look_back(now);
            self.state.looking_back = true;
        }
    }

    /// Takes in what was found. One draft alone comes back by itself, where nothing was opened yet.
    pub(super) fn left_behind_came(&mut self, found: Vec<tasks::LeftBehind>) {
        self.state.looking_back = false;
        let found = found.into_iter().map(|left| LeftBehind {
            title: title(&left.head),
            until: left.until.map(|at| day_and_time(self.env.clock.local(at))),
            path: left.path,
            key: left.key,
        });
        self.state.left_behind = found.collect();
        if let [only] = &*self.state.left_behind
            && self.serial == 0
        {
            let key = only.key.clone();
            self.take_up(&key);
        }
    }

    /// Brings a draft back.
    pub(super) fn take_up(&mut self, key: &DraftKey) {
        let Some(left) = self.state.left_behind.iter().find(|left| left.key == *key) else { return };
        let name = left.title.clone();
        let number = self.begin_opening(name);
        if let Ok(keeper) = self.tasks.keeper(&self.env) {
            keeper.take_up(number, key.clone());
        }
    }

    /// Asks whether a draft that was left behind is to be thrown away.
    pub(super) fn ask_to_throw_away(&mut self, key: DraftKey) {
        let Some(left) = self.state.left_behind.iter().find(|left| left.key == key) else { return };
        self.state.dialog = Some(Dialog::Confirm {
            title: "Throw the draft away?".to_owned(),
            text: match &left.path {
                Some(path) => format!("What was typed in {} and is not in its file would be lost.", path.display()),
                None => format!("“{}” has no file. What was typed in it would be lost.", left.title),
            },
            button: "Throw away".to_owned(),
        });
        self.pending = Some(Pending::ThrowAway(key));
    }

    /// Throws a draft away that was left behind.
    pub(super) fn throw_away(&mut self, key: DraftKey) {
        self.state.left_behind.retain(|left| left.key != key);
        if let Ok(keeper) = self.tasks.keeper(&self.env) {
            keeper.forget(key);
        }
    }

    /// Opens a file that was read, with what its journal knows of it.
    pub(super) fn open_kept(&mut self, opening: Opening, name: String) {
        if self.env.folders.state.is_none() {
            // There are no journals on this machine.
            let mut draft = Draft::new(Session::opened(opening.minutes), Some(opening.path));
            draft.digest = Some(opening.digest);
            self.show(draft);
            return self.say_signed();
        }
        let draft = self.begin_opening(name);
        if let Ok(keeper) = self.tasks.keeper(&self.env) {
            keeper.open(Opening { draft, ..opening });
        }
    }

    /// Leaves the draft that is open for one that the keeper opens. Gives the number that it is to have.
    fn begin_opening(&mut self, name: String) -> u64 {
        self.let_go();
        self.state.draft = None;
        self.state.dialog = None;
        self.state.opening = Some(name);
        self.pending = None;
        self.serial += 1;
        self.serial
    }

    /// Shows a draft that the keeper opened.
    pub(super) fn opened_came(&mut self, opened: Opened) {
        let Opened { draft: number, session, path, here, back } = opened;
        let is_shown = self.state.draft.as_ref().is_some_and(|draft| draft.path == path && draft.shared.only_reads());
        if number != self.serial || (self.state.opening.is_none() && !is_shown) {
            return;
        }
        if is_shown && back.is_none() {
            return self.opened_again(session);
        }
        let mut draft = Draft::new(session, path);
        if let Some(here) = here {
            let minutes = draft.session.minutes();
            let caret = here.caret.filter(|caret| minutes.prose(caret.at).is_some());
            let selection = existing(minutes, here.selection);
            draft.caret = caret;
            draft.go(selection, caret.map(|caret| Focus::Prose(caret.at)));
        }
        draft.keeping.held = back.is_some();
        draft.keeping.journal = back.is_some().then_some(Ok(()));
        draft.brought_back = back.map(|back| self.words_of(&back));
        self.state.left_behind.retain(|left| left.path.is_none() || left.path != draft.path);
        self.present(draft);
        self.say_signed();
        self.refresh();
    }

    fn say_signed(&mut self) {
        if self.state.draft.as_ref().is_some_and(|draft| draft.session.is_sealed()) {
            self.done("These minutes are signed and are only read. Begin a new revision to change them.");
        }
    }

    /// Says that a draft could not be brought back.
    pub(super) fn not_taken_up(&mut self, number: u64, error: Option<&StoreError>) {
        if number != self.serial {
            return;
        }
        self.state.opening = None;
        match error {
            Some(error) => self.failed_in(About::Else, format!("The draft was not brought back. {error}.")),
            None => self.failed("The draft that was left behind is no longer there."),
        }
        self.look_back();
    }

    fn words_of(&self, back: &Back) -> BroughtBack {
        let until = back.until.map(|at| self.env.clock.local(at));
        let until =
            until.map(|at| if at.date() == self.env.clock.now().date() { o_clock(at) } else { day_and_time(at) });
        let mut words = match until {
            Some(until) => format!("Brought back what was typed until {until}."),
            None => "Brought back what was typed and not saved.".to_owned(),
        };
        words.push_str(match back.found {
            Found::Same => " The file does not hold it yet.",
            Found::Changed => " The file was changed by something else since.",
            Found::Gone => " Its file is no longer there.",
            Found::None => " It has no file yet.",
        });
        if back.damaged {
            words.push_str(" The journal was damaged, so that the last of it may be missing.");
        }
        BroughtBack { words, has_file: matches!(back.found, Found::Same | Found::Changed) }
    }
}

/// "12 March 2026, 2.32 pm".
fn day_and_time(at: DateTime) -> String {
    format!("{}, {}", write_date(at.date()), o_clock(at))
}
