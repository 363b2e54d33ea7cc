//! Who has a draft open: one clerk writes, everybody else reads.
//!
//! Beside the draft lies a small hidden file with the name of whoever has it open and a counter that moves while they do. A
//! drive that several machines share carries such a file where it carries no other kind of lock. Nobody's clock is
//! believed: a lock is stale when its file did not change for a while by the reader's own clock, or at once where the
//! process behind it ran on this machine and is gone.

mod claim;
mod hold;
mod pulse;
mod witness;

pub use claim::{Holder, Nonce};
pub use hold::{Lock, LockState};
pub use pulse::{RENEW, SETTLE, STALE};
