//! Proves the whole application without a window: sequences of commands go in, the document, the files and the effects
//! come out. Ports stand in for clock, ids and folders.

#[path = "../support/arbitrary.rs"]
mod arbitrary;
mod clipboard;
mod export;
mod files;
mod find;
mod items;
mod keeping;
#[path = "../support/long.rs"]
mod long;
mod matching;
mod meeting;
#[path = "../support/moody.rs"]
mod moody;
mod moves;
mod pages;
mod people;
#[path = "../support/ports.rs"]
mod ports;
mod questions;
mod random;
mod record;
mod recovery;
mod search;
mod spelling;
mod table;
mod typing;
mod words;
