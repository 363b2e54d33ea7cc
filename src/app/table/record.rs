//! The commands of the steps to the signed record.

use super::Entry;
use crate::app::{Action, available};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        action: Action::Circulate,
        label: "Record circulation…",
        menu: &["Record"],
        group: 0,
        shortcuts: &[],
        help: "Records when and by whom the minutes were circulated. Their numbers are fixed from then on.",
        available: available::circulate,
    },
    Entry {
        action: Action::Approve,
        label: "Record approval…",
        menu: &["Record"],
        group: 0,
        shortcuts: &[],
        help: "Records at which meeting the minutes were approved.",
        available: available::approve,
    },
    Entry {
        action: Action::Sign,
        label: "Record signing…",
        menu: &["Record"],
        group: 0,
        shortcuts: &[],
        help: "Records who signed the minutes. They can only be read from then on.",
        available: available::sign,
    },
    Entry {
        action: Action::StepBack,
        label: "Take last step back",
        menu: &["Record"],
        group: 1,
        shortcuts: &[],
        help: "Takes the approval or the circulation back.",
        available: available::step_back,
    },
    Entry {
        action: Action::NewRevision,
        label: "New revision",
        menu: &["Record"],
        group: 2,
        shortcuts: &[],
        help: "Begins a new revision of signed minutes. The signed ones stay as they are.",
        available: available::new_revision,
    },
];
