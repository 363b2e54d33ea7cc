//! The commands of files: begin, open, save, export, leave.

use super::Entry;
use crate::app::{Action, Shortcut, available};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        action: Action::New,
        label: "New minutes…",
        menu: &["File"],
        group: 0,
        shortcuts: &[Shortcut::command("N")],
        help: "Begins the minutes of a meeting from a body's template.",
        available: available::always,
    },
    Entry {
        action: Action::Open,
        label: "Open…",
        menu: &["File"],
        group: 0,
        shortcuts: &[Shortcut::command("O")],
        help: "Opens a draft.",
        available: available::always,
    },
    Entry {
        action: Action::Save,
        label: "Save",
        menu: &["File"],
        group: 1,
        shortcuts: &[Shortcut::command("S")],
        help: "Saves the draft to its file.",
        available: available::save,
    },
    Entry {
        action: Action::SaveAs,
        label: "Save as…",
        menu: &["File"],
        group: 1,
        shortcuts: &[Shortcut::command("S").shift()],
        help: "Saves the draft to another file.",
        available: available::with_draft,
    },
    Entry {
        action: Action::ExportPublic,
        label: "Export for the public…",
        menu: &["File"],
        group: 2,
        shortcuts: &[Shortcut::command("E")],
        help: "Makes the PDF that may be published. Private business is not in it.",
        available: available::with_draft,
    },
    Entry {
        action: Action::ExportMembers,
        label: "Export for members…",
        menu: &["File"],
        group: 2,
        shortcuts: &[Shortcut::command("E").shift()],
        help: "Makes the PDF for those who may see the private business.",
        available: available::with_draft,
    },
    Entry {
        action: Action::CloseDraft,
        label: "Close draft",
        menu: &["File"],
        group: 3,
        shortcuts: &[Shortcut::command("W")],
        help: "Closes the draft and shows the start page.",
        available: available::with_draft,
    },
    Entry {
        action: Action::Quit,
        label: "Quit",
        menu: &["File"],
        group: 3,
        shortcuts: &[Shortcut::command("Q")],
        help: "Leaves the program. It asks first where something would be lost.",
        available: available::always,
    },
];
