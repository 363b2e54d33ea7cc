//! The keys of the field in which text is typed, for the sheet of shortcuts. They act on the text and on nothing else, so they
//! are no commands of the table.

use crate::app::Shortcut;

/// Each key with what it does, in the order of the sheet.
pub const TYPING: &[(Shortcut, &str)] = &[
    (Shortcut::plain("Enter"), "New paragraph, or the next line of a list"),
    (Shortcut::plain("Enter").shift(), "New line in the paragraph"),
    (Shortcut::plain("Tab"), "Go to the next gap, or indent the list"),
    (Shortcut::plain("Tab").shift(), "Indent the list less"),
    (Shortcut::command("Tab"), "Go on behind the text, also from a list"),
];
