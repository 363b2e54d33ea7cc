//! What is wrong or missing in a draft, each with its place and what can be done about it.

pub mod spelling;
