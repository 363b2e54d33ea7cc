//! The commands of the look of text.

use super::Entry;
use crate::app::{Action, Shortcut, available};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        action: Action::Bold,
        label: "Bold",
        menu: &["Format"],
        group: 0,
        shortcuts: &[Shortcut::command("B")],
        help: "Sets what is selected or typed next in bold, or no longer.",
        available: available::with_caret,
    },
    Entry {
        action: Action::Italic,
        label: "Italic",
        menu: &["Format"],
        group: 0,
        shortcuts: &[Shortcut::command("I")],
        help: "Sets what is selected or typed next in italic, or no longer.",
        available: available::with_caret,
    },
    Entry {
        action: Action::Superscript,
        label: "Superscript",
        menu: &["Format"],
        group: 0,
        shortcuts: &[Shortcut::command("Period")],
        help: "Raises what is selected or typed next, or no longer.",
        available: available::with_caret,
    },
    Entry {
        action: Action::BulletedList,
        label: "Bulleted list",
        menu: &["Format"],
        group: 1,
        shortcuts: &[Shortcut::command("8").shift()],
        help: "Makes a list with bullets of the paragraphs, or running text again.",
        available: available::with_caret,
    },
    Entry {
        action: Action::NumberedList,
        label: "Numbered list",
        menu: &["Format"],
        group: 1,
        shortcuts: &[Shortcut::command("7").shift()],
        help: "Makes a list counted 1, 2, 3 of the paragraphs, or running text again.",
        available: available::with_caret,
    },
    Entry {
        action: Action::LetteredList,
        label: "Lettered list",
        menu: &["Format"],
        group: 1,
        shortcuts: &[Shortcut::command("9").shift()],
        help: "Makes a list counted a, b, c of the paragraphs, or running text again.",
        available: available::with_caret,
    },
    Entry {
        action: Action::RomanList,
        label: "List in roman numerals",
        menu: &["Format"],
        group: 1,
        shortcuts: &[],
        help: "Makes a list counted (i), (ii), (iii) of the paragraphs, or running text again.",
        available: available::with_caret,
    },
    Entry {
        action: Action::Quotation,
        label: "Quotation",
        menu: &["Format"],
        group: 2,
        shortcuts: &[Shortcut::command("Q").shift()],
        help: "Sets the paragraphs off as a quotation, or no longer.",
        available: available::with_caret,
    },
];
