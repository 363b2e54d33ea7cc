//! The keys of the field in which text is typed, for the sheet of shortcuts. They act on the text and on nothing else, so they
//! are no commands of the table.

use crate::app::Shortcut;

/// Each key with what it does, in the order of the sheet.
pub const TYPING: &[(Shortcut, &str)] = &[
    (Shortcut::command("B"), "Bold"),
    (Shortcut::command("I"), "Italic"),
    (Shortcut::plain("Enter"), "New paragraph; in a list, its next line"),
];
