//! The commands of changes, and of words.

use super::Entry;
use crate::app::{Action, Shortcut, available};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        action: Action::Undo,
        label: "Undo",
        menu: &["Edit"],
        group: 0,
        shortcuts: &[Shortcut::command("Z")],
        help: "Takes the last change back.",
        available: available::undo,
    },
    Entry {
        action: Action::Redo,
        label: "Redo",
        menu: &["Edit"],
        group: 0,
        shortcuts: &[Shortcut::command("Y"), Shortcut::command("Z").shift()],
        help: "Makes the change again that was taken back last.",
        available: available::redo,
    },
    Entry {
        action: Action::ToggleSpelling,
        label: "Check spelling",
        menu: &["Edit"],
        group: 3,
        shortcuts: &[Shortcut::plain("F7").shift()],
        help: "Marks words that may be misspelt, or marks none. It stays so for the next meetings.",
        available: available::always,
    },
    Entry {
        action: Action::SuggestSpelling,
        label: "Suggest spellings",
        menu: &["Edit"],
        group: 3,
        shortcuts: &[Shortcut::plain("F7")],
        help: "Suggests what may have been meant by the marked word at the caret.",
        available: available::misspelt_word,
    },
    Entry {
        action: Action::AddWord,
        label: "Add word to the council's list",
        menu: &["Edit"],
        group: 3,
        shortcuts: &[Shortcut::command("F7")],
        help: "Takes the marked word at the caret for right in all minutes of the council.",
        available: available::misspelt_word,
    },
    Entry {
        action: Action::IgnoreWord,
        label: "Ignore word in this draft",
        menu: &["Edit"],
        group: 3,
        shortcuts: &[Shortcut::command("F7").shift()],
        help: "Takes the marked word at the caret for right in this draft alone.",
        available: available::misspelt_word_of_draft,
    },
];
