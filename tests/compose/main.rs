//! What the minutes say: every construct's wording in both shipped styles, what each audience is told, and how house
//! styles are read and refused.

mod styles;
