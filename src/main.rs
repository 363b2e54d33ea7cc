//! The program: real ports, then the command line or the window.

fn main() {}
