//! What the journals know of drafts: of one that is opened, of those that were left behind.

use super::{
    orders::{Back, Found, LeftBehind, Opened, Opening, Subject},
    record::{Journals, Record},
};
use crate::{
    app::Spot,
    edit::Session,
    format::{
        Digest, Head,
        journal::{Ending, Filed, Settled},
    },
    model::Minutes,
    store::{self, Cause, DraftKey, Recovered, StoreError},
};
use jiff::Timestamp;
use std::{path::PathBuf, thread, time::Duration};

/// The most drafts that were left behind and are looked at.
const MOST: usize = 24;

/// How often a journal is tried that another process holds, and after how long.
const TRIES: usize = 6;
const BETWEEN: Duration = Duration::from_millis(100);

/// A draft with all that is kept of it.
pub(super) struct Taken {
    pub subject: Subject,
    pub record: Option<Record>,
    /// The file that holds the session's saved revision.
    pub file: Option<Filed>,
    /// What was brought back.
    pub back: Option<Back>,
    /// What the file holds instead.
    pub instead: Option<Minutes>,
    /// Where the clerk was.
    pub here: Option<Spot>,
    /// Whether it was left behind, so that its journal does not say that it was closed.
    pub left_behind: bool,
}

impl Taken {
    pub fn opened(&self) -> Opened {
        let Subject { draft, session, path, .. } = &self.subject;
        Opened { draft: *draft, session: session.clone(), path: path.clone(), here: self.here, back: self.back.clone() }
    }
}

/// A file that was read, with what its journal has to add.
pub(super) fn open(journals: Option<&Journals>, opening: Opening) -> Taken {
    if let Some(journals) = journals
        && let Some(recovered) = known(journals, &opening)
    {
        let Opening { draft, path, minutes, digest } = opening;
        return taken(journals, draft, recovered, Some(path), Some((minutes, digest)));
    }
    let Opening { draft, path, minutes, digest } = opening;
    let record = journals.map(|journals| Record::new(journals.clone(), Some(&path)));
    let file = Some(Filed { path: path.clone(), digest });
    let session = Session::opened(minutes);
    let subject = Subject { draft, session, path: Some(path), digest: Some(digest), here: Spot::default() };
    Taken { subject, record, file, back: None, instead: None, here: None, left_behind: false }
}

/// What the journal knows of a file, where that is more than the file says.
fn known(journals: &Journals, opening: &Opening) -> Option<Recovered<Spot>> {
    let key = DraftKey::of_draft(&opening.path);
    let mut recovered = recover(journals, &key).ok().flatten()?;
    if recovered.replayed.closed {
        return recovered.is_file_with_history(Some(opening.digest)).then_some(recovered);
    }
    let settled = recovered.settle(Some(opening.digest));
    if settled == Settled::Known || recovered.replayed.unsaved > 0 {
        return Some(recovered);
    }
    // It knows nothing that the file did not hold by then, and the file is another since.
    drop(recovered);
    let _ = journals.folder.discard(&key);
    None
}

/// Reads a journal. One that another process holds may be that of a program that was killed a moment ago.
fn recover(journals: &Journals, key: &DraftKey) -> Result<Option<Recovered<Spot>>, StoreError> {
    let mut tries = TRIES;
    loop {
        match journals.folder.recover::<Spot>(key) {
            Err(StoreError { cause: Cause::InUse, .. }) if tries > 0 => tries -= 1,
            other => return other,
        }
        thread::sleep(BETWEEN);
    }
}

/// A draft that was left behind; none where it is gone.
pub(super) fn take_up(journals: &Journals, draft: u64, key: &DraftKey) -> Result<Option<Taken>, StoreError> {
    let Some(recovered) = recover(journals, key)? else { return Ok(None) };
    let path = recovered.path().map(|path| path.to_path_buf());
    let found = path.as_ref().and_then(|path| store::open_filed_on(&*journals.disk, path).ok());
    Ok(Some(taken(journals, draft, recovered, path, found)))
}

/// A draft as its journal leads to it. `found` is what its file holds now.
fn taken(
    journals: &Journals,
    draft: u64,
    mut recovered: Recovered<Spot>,
    path: Option<PathBuf>,
    found: Option<(Minutes, Digest)>,
) -> Taken {
    let (instead, digest) = found.unzip();
    let settled = recovered.settle(digest);
    let back = back(&recovered, settled);
    let replayed = recovered.replayed;
    // A file that something else has changed is still another than the one that is known here.
    let last = replayed.written.last().map(|written| written.file.digest);
    let digest = if settled == Settled::Known { digest } else { last };
    let file = path.clone().zip(digest).filter(|_| settled == Settled::Known);
    Taken {
        subject: Subject { draft, session: replayed.session, path, digest, here: replayed.here },
        record: Some(Record::claimed(journals.clone(), recovered.claim)),
        file: file.map(|(path, digest)| Filed { path, digest }),
        instead: instead.filter(|_| back.is_some()),
        back,
        here: Some(replayed.here),
        left_behind: !replayed.closed,
    }
}

/// The drafts that were left behind, the last one first.
pub(super) fn look_back(journals: &Journals) -> Vec<LeftBehind> {
    let keys = journals.folder.left_behind().into_iter().take(MOST);
    let known = keys.filter_map(|key| {
        let recovered = journals.folder.recover::<Spot>(&key).ok().flatten()?;
        Some(LeftBehind {
            path: recovered.path().map(|path| path.to_path_buf()),
            head: Head::of(recovered.replayed.session.minutes()),
            until: until(&recovered),
            key,
        })
    });
    known.collect()
}

/// What a journal brought back that the file did not hold; none where that is nothing.
fn back(recovered: &Recovered<Spot>, settled: Settled) -> Option<Back> {
    let replayed = &recovered.replayed;
    let damaged = match replayed.ending {
        Ending::Whole | Ending::Torn => replayed.taken_back > 0,
        Ending::Damaged { .. } => true,
    };
    if !replayed.session.is_dirty() && !damaged {
        return None;
    }
    let found = match (recovered.path(), settled) {
        (None, _) => Found::None,
        (Some(_), Settled::Known) => Found::Same,
        (Some(_), Settled::Changed) => Found::Changed,
        (Some(_), Settled::Gone) => Found::Gone,
    };
    Some(Back { until: until(recovered), found, damaged })
}

fn until(recovered: &Recovered<Spot>) -> Option<Timestamp> {
    recovered.written_at.and_then(|at| Timestamp::try_from(at).ok())
}
