//! The commands of where to go.

use super::Entry;
use crate::app::{Action, Shortcut, available};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        action: Action::PreviousForm,
        label: "Previous form",
        menu: &["Go"],
        group: 0,
        shortcuts: &[Shortcut::command("PageUp")],
        help: "Goes to the form before this one.",
        available: available::with_draft,
    },
    Entry {
        action: Action::NextForm,
        label: "Next form",
        menu: &["Go"],
        group: 0,
        shortcuts: &[Shortcut::command("PageDown")],
        help: "Goes to the form after this one.",
        available: available::with_draft,
    },
    Entry {
        action: Action::GoToMeeting,
        label: "Meeting",
        menu: &["Go"],
        group: 1,
        shortcuts: &[Shortcut::command("1")],
        help: "Goes to the council, the body, the date and the numbering.",
        available: available::with_draft,
    },
    Entry {
        action: Action::GoToAttendance,
        label: "Attendance",
        menu: &["Go"],
        group: 1,
        shortcuts: &[Shortcut::command("2")],
        help: "Goes to who was present and who sent apologies.",
        available: available::with_draft,
    },
    Entry {
        action: Action::GoToClosing,
        label: "Closing",
        menu: &["Go"],
        group: 1,
        shortcuts: &[Shortcut::command("3")],
        help: "Goes to the end of the minutes.",
        available: available::with_draft,
    },
    Entry {
        action: Action::GoToRecord,
        label: "Record",
        menu: &["Go"],
        group: 1,
        shortcuts: &[Shortcut::command("4")],
        help: "Goes to how far the minutes have come.",
        available: available::with_draft,
    },
    Entry {
        action: Action::NextPanel,
        label: "Next panel",
        menu: &["Go"],
        group: 2,
        shortcuts: &[Shortcut::plain("F6")],
        help: "Takes the focus from the outline to the form and to the pages.",
        available: available::with_draft,
    },
    Entry {
        action: Action::Palette,
        label: "Commands and items…",
        menu: &["Go"],
        group: 3,
        shortcuts: &[Shortcut::command("K")],
        help: "Finds a command by a few letters, or an item by its number or title.",
        available: available::always,
    },
];
