//! Proves the command line by running the program: what it prints, how it ends, and that a bad input leaves everything as it
//! was, with nothing half-written beside it.

mod bad_inputs;
mod program;
mod verbs;
