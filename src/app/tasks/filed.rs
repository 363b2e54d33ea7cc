use super::outbox::Outbox;
use crate::app::{FiledDraft, FiledDrafts};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// The drafts of a folder, once they are read.
pub(in crate::app) struct FiledResult {
    pub folder: PathBuf,
    pub drafts: Vec<Arc<FiledDraft>>,
}

/// Reads what is on file in a folder, unless nobody waits for it any more.
pub(super) fn work<T>(
    port: &dyn FiledDrafts,
    folder: &Path,
    cancelled: &AtomicBool,
    outbox: &Outbox<T>,
    wrap: impl Fn(FiledResult) -> T,
) {
    let wanted = || !cancelled.load(Ordering::Relaxed);
    let drafts = port.in_folder(folder, &wanted);
    if wanted() {
        outbox.send(wrap(FiledResult { folder: folder.to_path_buf(), drafts }));
    }
}
