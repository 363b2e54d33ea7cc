//! Proves that two people cannot write one draft without knowing: one writes and the others read and are told who, whatever
//! becomes of the process, the folder or the file meanwhile; and that what changes outside is noticed and told.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a test makes and breaks files of its own, and stops at the first thing that is not as it should be"
)]

mod application;
mod hostile;
mod lock;
mod processes;
mod watch;

#[path = "../support/ports.rs"]
mod ports;
