//! The whole application without a window: what is open, what may be done, and what doing it changes.
//!
//! The window (or a test) reads [`State`], hands in [`Command`]s, and carries out the [`Effect`]s that come back.

mod action;
mod application;
mod available;
mod change;
mod command;
mod desk;
mod dialog;
mod effect;
mod env;
mod fresh;
mod matching;
mod memory;
mod names;
mod newcomer;
pub mod offers;
mod pending;
mod phrase;
mod places;
mod plan;
mod publish;
mod queries;
mod references;
mod rewrite;
mod room;
mod samples;
mod selection;
mod shortcut;
mod start;
mod state;
mod system;
mod table;
mod tasks;
mod update;
mod view;
mod visit;
mod work;

pub use crate::compose::HouseWords;
pub use crate::model::Audience;
pub use action::*;
pub use application::*;
pub use available::Available;
pub use change::*;
pub use command::*;
pub use desk::*;
pub use dialog::*;
pub use effect::*;
pub use env::*;
pub use matching::{folded, matching, means};
pub use names::{DRAFT_ENDING, EXPORT_ENDING};
pub use phrase::*;
pub use publish::*;
pub use queries::*;
pub use room::*;
pub use samples::*;
pub use selection::*;
pub use shortcut::*;
pub use state::*;
pub use table::*;
pub use view::*;

use available::Position;
use pending::*;
use places::{describe, existing, place_of_node, place_on_page};
use plan::*;
