//! The program: real ports, then the command line or the window.

#![warn(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used)]

fn main() {}
