//! The commands of how the window looks.

use super::Entry;
use crate::app::{Action, Shortcut, available};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        action: Action::TogglePreview,
        label: "Pages",
        menu: &["View"],
        group: 0,
        shortcuts: &[Shortcut::plain("F8")],
        help: "Shows or hides the pages.",
        available: available::with_draft,
    },
    Entry {
        action: Action::ToggleAudience,
        label: "Pages for the public or members",
        menu: &["View"],
        group: 0,
        shortcuts: &[Shortcut::plain("F8").shift()],
        help: "Shows the pages as members get them, or as the public does.",
        available: available::with_preview,
    },
    Entry {
        action: Action::ZoomIn,
        label: "Larger pages",
        menu: &["View"],
        group: 1,
        shortcuts: &[Shortcut::command("Plus"), Shortcut::command("Equals")],
        help: "Shows the pages larger.",
        available: available::with_preview,
    },
    Entry {
        action: Action::ZoomOut,
        label: "Smaller pages",
        menu: &["View"],
        group: 1,
        shortcuts: &[Shortcut::command("Minus")],
        help: "Shows the pages smaller.",
        available: available::with_preview,
    },
    Entry {
        action: Action::ZoomFit,
        label: "Fit pages to their panel",
        menu: &["View"],
        group: 1,
        shortcuts: &[Shortcut::command("0")],
        help: "Shows the pages as wide as their panel.",
        available: available::with_preview,
    },
    Entry {
        action: Action::OfferWords,
        label: "Offer words while typing",
        menu: &["View"],
        group: 2,
        shortcuts: &[],
        help: "Offers words and names that these minutes have already, or frequent words, while you type; or leaves you alone.",
        available: available::always,
    },
    Entry {
        action: Action::CycleTheme,
        label: "Light, dark or system colours",
        menu: &["View"],
        group: 2,
        shortcuts: &[],
        help: "Changes the colours of the window: as the system, light, dark.",
        available: available::always,
    },
];
