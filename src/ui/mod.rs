//! The window: the only room that knows egui.

pub mod cite;
pub mod dialogs;
mod escape;
pub mod files;
pub mod forms;
pub mod found;
pub mod keys;
pub mod menu;
pub mod palette;
pub mod panels;
pub mod phrases;
pub mod places;
pub mod prose;
pub mod sharing;
pub mod shell;
pub mod start;
pub mod theme;
pub mod toasts;
pub mod versions;
pub mod widgets;
