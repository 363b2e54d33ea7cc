//! The commands of the meeting while it sits.

use super::Entry;
use crate::app::{Action, Shortcut, available};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        action: Action::Room,
        label: "Who comes, goes or takes the chair…",
        menu: &["Meeting"],
        group: 0,
        shortcuts: &[Shortcut::plain("F4")],
        help: "Logs with the time who arrives, leaves, returns or takes the chair. The caret stays.",
        available: available::add_item,
    },
    Entry {
        action: Action::Adjourn,
        label: "Adjourn or resume the meeting",
        menu: &["Meeting"],
        group: 0,
        shortcuts: &[Shortcut::plain("F4").shift()],
        help: "Records that the meeting is adjourned, or goes on, with the time.",
        available: available::add_item,
    },
    Entry {
        action: Action::ComeBack,
        label: "Come back to this…",
        menu: &["Meeting"],
        group: 1,
        shortcuts: &[Shortcut::plain("F9").shift()],
        help: "Marks the place of the caret with a note. It is never printed.",
        available: available::in_a_minute,
    },
    Entry {
        action: Action::NextComeBack,
        label: "Next place to come back to",
        menu: &["Meeting"],
        group: 1,
        shortcuts: &[Shortcut::plain("F9")],
        help: "Goes to the next mark, and from the last to the first.",
        available: available::next_come_back,
    },
    Entry {
        action: Action::ComeBackDone,
        label: "Done with this place",
        menu: &["Meeting"],
        group: 1,
        shortcuts: &[Shortcut::command("F9")],
        help: "Takes the mark away at which the caret stands.",
        available: available::at_come_back,
    },
    Entry {
        action: Action::Notes,
        label: "Rough notes",
        menu: &["Meeting"],
        group: 2,
        shortcuts: &[Shortcut::plain("F2")],
        help: "Goes to the rough notes of the item, and back to its text.",
        available: available::with_item,
    },
    Entry {
        action: Action::NoteToMinute,
        label: "Move note into the minute",
        menu: &["Meeting"],
        group: 2,
        shortcuts: &[Shortcut::plain("F2").shift()],
        help: "Moves the note, without its time, to where the minute is being typed.",
        available: available::with_notes,
    },
];
