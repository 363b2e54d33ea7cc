//! Exported PDFs keep their promises: accessible and archival by an independent judge, every piece of text owned by the element
//! that reads it, links and bookmarks that land, the same bytes for the same frame.

mod accessible;
mod drawing;
mod fixtures;
mod navigation;
mod refusals;
mod repeatable;
#[path = "../support/pdf.rs"]
mod support;
