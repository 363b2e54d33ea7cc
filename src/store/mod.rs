//! Files on disk: read whole, written whole. The only room that writes.
//!
//! A file is written beside the old one, brought to the disk and then put in its place, so that at any moment the old
//! one or the new one is there and never half of either. Which folders are meant comes in as an argument.

#![expect(clippy::disallowed_methods, reason = "this is the one room that writes files")]

mod disk;
mod drafts;
mod error;
mod folder;
mod journal;
mod journals;
mod key;
mod lock;
mod read;
mod recent;
mod settings;
mod state;
mod system;
mod versions;
mod watch;
mod words;
mod write;

pub use disk::{About, Disk, DiskFile, Kind};
pub use drafts::{draft_bytes, open, open_filed_on, open_head, open_head_on, open_on, save, save_on};
pub use error::{Cause, StoreError};
pub use folder::{Listed, list_files, list_files_on};
pub use journal::Journal;
pub use journals::{Claim, JournalFolder, Recovered};
pub use key::DraftKey;
pub use lock::{Holder, Lock, LockState, Nonce, RENEW, SETTLE, STALE};
pub use read::{read_file, read_file_on};
pub use recent::Recent;
pub use settings::{Settings, Theme};
pub use state::{Loaded, write_ron};
pub use system::SystemDisk;
pub use versions::{KeepVersions, Kept, MOST_VERSIONS, VersionName, Versions, Why, thinned_out};
pub use watch::{Sight, Watch, copies_beside};
pub use words::{add_word, load_words};
pub use write::{sweep, write_file, write_file_on};
