use super::{Action, CitePlace};
use crate::template::Phrase;
use std::path::PathBuf;

/// A question to the clerk.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Which body and date a new draft is for.
    New,
    /// Whether to save before what was asked for is done.
    Unsaved {
        /// The name of the draft.
        name: String,
        /// What is in the way of saving it; none where nothing is known to be.
        why: Option<String>,
        /// Whether it can be kept for the next time.
        can_keep: bool,
    },
    /// The disk is waited for before what was asked for is done.
    Waiting,
    /// Whether something that cannot be undone is to be done.
    Confirm {
        /// The question.
        title: String,
        /// What follows from it.
        text: String,
        /// What the button says.
        button: String,
    },
    /// Which text is to stay, where somebody else has written the file that the clerk saves.
    Changed {
        /// The name of the file.
        name: String,
    },
    /// Where to open or save, where the system has no file dialog.
    Path {
        /// What for.
        title: String,
        /// What the button says.
        button: &'static str,
        /// Where what is typed begins, unless it begins at the root.
        folder: PathBuf,
        /// What is proposed.
        proposed: PathBuf,
    },
    /// The day and the name for a step of the record.
    Step {
        /// Which step: [`Action::Circulate`], [`Action::Approve`] or [`Action::Sign`].
        step: Action,
        /// The day that is proposed.
        on: crate::model::Date,
        /// The name that is proposed.
        by: String,
    },
    /// Who comes, goes or takes the chair.
    Room {
        /// When: the time at which it was asked.
        time: Option<crate::model::Time>,
    },
    /// What is to be done at the place of the caret later.
    ComeBack,
    /// Which command or item is meant by a few letters.
    Palette,
    /// Which minute is cited, and how.
    Cite(CitePlace),
    /// The phrase bank.
    Phrases {
        /// A phrase that was made of selected text, to be looked over and kept.
        proposed: Option<Phrase>,
    },
    /// Earlier versions of the draft.
    Versions,
    /// All shortcuts.
    Shortcuts,
    /// What the program is.
    About,
}
