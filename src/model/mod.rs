//! The document: the minutes of one meeting as plain data.
//!
//! Nothing here knows of a screen, a file or a font. Numbers and citations are not stored as text: they are computed
//! from the order of the items (see [`numbers`]) and written out by the house style when a page is made. Version 1 of
//! the file is this model, serialised; its fields are frozen, so a new field needs a new version in `format`.

mod attendance;
mod business;
mod calendar;
mod decision;
mod declarations;
mod flat;
mod id;
mod ids;
mod meeting;
mod minutes;
pub mod numbers;
mod numerals;
mod place;
mod previous;
mod privacy;
mod prose;
mod record;
mod special;
mod table;
mod titles;
mod walk;

pub use attendance::*;
pub use business::*;
pub use calendar::*;
pub use decision::*;
pub use declarations::*;
pub use flat::*;
pub use id::*;
pub use ids::*;
pub use meeting::*;
pub use minutes::*;
pub use numerals::*;
pub use place::*;
pub use previous::*;
pub use privacy::*;
pub use prose::*;
pub use record::*;
pub use special::*;
pub use table::*;
pub use titles::*;
pub use walk::*;

/// Whether a value is its type's default: such fields are left out of the file.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
