//! The window can be worked: by role and label, as a screen reader finds things, and with the keyboard alone; and it
//! does nothing while nobody does anything.

mod dialogs;
mod find;
mod forms;
mod harness;
mod idle;
mod keeping;
mod keyboard;
mod lists;
mod meeting;
mod menu;
mod offers;
mod outline;
mod overlays;
mod palette;
mod preview;
mod prose;
mod reach;
mod sharing;
mod small;
mod typed;
mod typist;
mod versions;
mod widgets;
mod words;

#[path = "../support/pdf.rs"]
mod pdf;
#[path = "../support/ports.rs"]
mod ports;
#[path = "../support/script.rs"]
mod script;
