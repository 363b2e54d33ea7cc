//! A frame becomes a PDF: PDF 1.7 that is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once.
//!
//! printpdf draws: its operators become the streams of the pages, its fonts the font dictionaries. What it has no words for
//! is added to the lopdf document that it hands over: a file for each chapter of ISO 32000-1.
//!
//! The same frame always gives the same bytes: no clock, no random number, no counter of the process has a part in them.

mod annotation;
mod catalog;
mod colour;
mod content;
mod error;
mod export;
mod face;
mod fonts;
mod metadata;
mod object;
mod outline;
mod reading;
mod skeleton;
mod structure;
mod syntax;
mod tag;
mod text;
mod writer;

pub use error::ExportError;
pub use export::{export, preview};
