//! Blocks become lines, lines become pages.
//!
//! The stages, in order: `clean` and `shape` break texts into lines, which `cache` keeps; `measure` (with `paragraph` and
//! `tabulate`, all at the `desk`) makes slices of blocks and tags them; `paginate` distributes slices over pages; `place` and
//! `furnish` say where everything stands on a page; `draw` makes the page of it.

mod cache;
mod clean;
mod desk;
mod draw;
mod furnish;
mod lines;
mod measure;
mod paginate;
mod paragraph;
mod place;
mod plan;
mod set;
mod shape;
mod shapes;
mod tabulate;
mod tag;

pub use set::{Counts, Setter};
