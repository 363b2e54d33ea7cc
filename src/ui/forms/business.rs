//! Sections and items of the business.

mod head;
mod notes;
mod section;
mod sub_items;

pub(super) use head::item;
pub(super) use section::section;

pub(in crate::ui) use notes::{height_of_strip, item_with_strip, strip};
