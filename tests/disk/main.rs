//! Proves that nothing is lost between the program and the disk: whenever the power goes, and whichever call fails, the old
//! file or the new one is there, whole, and the clerk is told. Most of it on a disk in memory that does the worst it may;
//! the same from outside, with the system's own calls made to fail and a disk that is really full, behind the feature
//! `machine-tests`.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a test makes and breaks files of its own, and stops at the first thing that is not as it should be"
)]

#[path = "../support/ports.rs"]
mod ports;
#[path = "../support/simulated.rs"]
mod simulated;

mod application;
mod careless;
mod contract;
mod faults;
#[cfg(all(feature = "machine-tests", target_os = "linux"))]
mod full;
mod journal;
mod journal_sequences;
#[cfg(all(feature = "machine-tests", target_os = "linux"))]
mod outside;
#[cfg(all(feature = "machine-tests", target_os = "linux"))]
mod outside_journal;
mod power;
mod saves;
mod sequences;
#[cfg(all(feature = "machine-tests", target_os = "linux"))]
mod strace;
mod typist;
