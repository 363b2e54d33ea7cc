//! Decisions: resolutions, motions with their amendments, votes.

mod actions;
mod executive;
mod motion;
mod movers;
mod named;
mod outcome;
mod resolution;
mod vote;

pub(super) use actions::actions;
pub(super) use motion::motion;
pub(super) use movers::movers;
pub(super) use resolution::resolution;
pub(super) use vote::{optional_vote, vote};
