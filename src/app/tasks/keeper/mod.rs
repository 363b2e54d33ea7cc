//! What keeps the open draft. One thread follows each change on a copy of its own and writes the journal; another writes
//! the draft's file. The frame only tells them, and waits for neither.

mod file;
mod handle;
mod open;
mod orders;
mod record;
mod work;

pub(in crate::app) use handle::Keeper;
pub(in crate::app) use orders::{
    Back, Chore, Farewell, Found, Kept, LeftBehind, NotWritten, Opened, Opening, Step, Subject, Written,
};
