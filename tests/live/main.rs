//! Proves that the pages follow the typing with little work: what is composed, broken, distributed over pages and built again
//! after a change is counted, and what comes of it is what comes of doing everything from the beginning.

#[path = "../support/arbitrary.rs"]
mod arbitrary;
mod composing;
#[path = "../support/long.rs"]
mod long;
mod pages;
#[path = "../edit/random_edits.rs"]
mod random_edits;
