//! Exported PDFs keep their promises: accessible and archival by an independent judge, every piece of text owned by the element
//! that reads it, links and bookmarks that land, the same bytes for the same frame.

mod accessible;
#[allow(dead_code, reason = "made for the tests of the layout, which use all of it")]
#[path = "../layout/build.rs"]
mod build;
mod drawing;
mod fixtures;
mod judges;
mod navigation;
mod random;
mod refusals;
mod repeatable;
#[path = "../support/pdf.rs"]
mod support;
