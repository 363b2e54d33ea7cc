//! The commands of help.

use super::Entry;
use crate::app::{Action, Shortcut, available};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        action: Action::Shortcuts,
        label: "Keyboard shortcuts",
        menu: &["Help"],
        group: 0,
        shortcuts: &[Shortcut::plain("F1")],
        help: "Shows all shortcuts.",
        available: available::always,
    },
    Entry {
        action: Action::About,
        label: "About Minutebook",
        menu: &["Help"],
        group: 1,
        shortcuts: &[],
        help: "Says what the program is.",
        available: available::always,
    },
];
