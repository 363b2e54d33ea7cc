//! Proves that what is offered while the clerk types is what the clerk means, and that nothing is offered for ordinary
//! words.

mod again;
mod bank;
mod citations;
mod keys;
mod learning;
mod meeting;
mod names;
mod newcomers;
mod phrases;
#[path = "../support/ports.rs"]
mod ports;
mod typist;
