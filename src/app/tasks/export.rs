use super::outbox::Outbox;
use crate::{
    app::publish::{Publication, Refused, publish},
    model::{Audience, Minutes},
    store,
    template::HouseStyle,
};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// What is to be exported.
pub(super) struct Order {
    pub minutes: Minutes,
    pub style: HouseStyle,
    pub audience: Audience,
    pub path: PathBuf,
    pub cancelled: Arc<AtomicBool>,
}

/// What comes back of an export.
pub(in crate::app) enum ExportResult {
    /// It is this far: 0 to 1.
    Progress(f32),
    /// The file is there.
    Done { path: PathBuf, pages: usize },
    /// It was not made.
    Refused(Refused),
    /// It was stopped; there is no file.
    Cancelled,
    /// The file could not be written.
    NotWritten(String),
}

/// Exports; stops between its stages where it was cancelled.
pub(super) fn work<T>(order: &Order, outbox: &Outbox<T>, wrap: impl Fn(ExportResult) -> T) {
    let goes_on = |progress: f32| {
        outbox.send(wrap(ExportResult::Progress(progress)));
        !order.cancelled.load(Ordering::Relaxed)
    };
    let result = match publish(&order.minutes, &order.style, order.audience, goes_on) {
        Ok(Some(publication)) => write(&order.path, &publication),
        Ok(None) => ExportResult::Cancelled,
        Err(refused) => ExportResult::Refused(refused),
    };
    outbox.send(wrap(result));
}

fn write(path: &Path, publication: &Publication) -> ExportResult {
    match store::write_file(path, &publication.bytes) {
        Ok(()) => ExportResult::Done { path: path.to_path_buf(), pages: publication.pages },
        Err(error) => ExportResult::NotWritten(error.of_writing(path)),
    }
}
