//! What the minutes say: every construct's wording in both shipped styles, what each audience is told, and how house
//! styles are read and refused.

mod audience;
mod layout;
mod make;
mod occasions;
mod places;
mod styles;
mod support;
mod wording;
