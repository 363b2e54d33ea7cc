//! Bundled faces and their metrics.
//!
//! The page faces, Liberation Sans and Serif, have the advance widths of Arial and Times New Roman. The window's faces are in
//! [`ui`].

mod measure;
mod page;
pub mod ui;

pub use measure::{Metrics, advance, covers, glyph, metrics};
pub use page::{ALL, bytes};
