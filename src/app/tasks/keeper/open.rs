//! What the journals know of drafts: of one that is opened, of those that were left behind.

use super::{
    orders::{Back, Found, LeftBehind, Opened, Opening, Subject},
    record::{Journals, Record},
};
use crate::{
    app::Spot,
    edit::Session,
    format::{
        Head,
        journal::{Ending, Filed, Settled},
    },
    model::Minutes,
    store::{self, DraftKey, Recovered, StoreError},
};
use jiff::Timestamp;

/// The most drafts that were left behind and are looked at.
const MOST: usize = 24;

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
    let Opening { draft, path, minutes, digest } = opening;
    let key = DraftKey::of_draft(&path);
    let recovered = journals.and_then(|journals| journals.folder.recover::<Spot>(&key).ok().flatten());
    let plain = |minutes| Subject {
        draft,
        session: Session::opened(minutes),
        path: Some(path.clone()),
        digest: Some(digest),
        here: Spot::default(),
    };
    let file = Some(Filed { path: path.clone(), digest });
    let known = recovered.and_then(|mut recovered| {
        let fits = if recovered.replayed.closed {
            recovered.is_file_with_history(Some(digest))
        } else {
            recovered.settle(Some(digest)) == Settled::Known || recovered.replayed.unsaved > 0
        };
        fits.then_some(recovered)
    });
    match (known, journals) {
        (Some(mut recovered), Some(journals)) => {
            let settled = recovered.settle(Some(digest));
            let back = back(&recovered, settled);
            let (here, left_behind) = (recovered.replayed.here, !recovered.replayed.closed);
            let session = recovered.replayed.session;
            let subject = Subject { draft, session, path: Some(path.clone()), digest: Some(digest), here };
            let record = Some(Record::claimed(journals.clone(), recovered.claim));
            let instead = back.is_some().then_some(minutes);
            Taken { subject, record, file, back, instead, here: Some(here), left_behind }
        }
        _ => {
            let record = journals.map(|journals| Record::new(journals.clone(), Some(&path)));
            Taken { subject: plain(minutes), record, file, back: None, instead: None, here: None, left_behind: false }
        }
    }
}

/// A draft that was left behind; none where it is gone.
pub(super) fn take_up(journals: &Journals, draft: u64, key: &DraftKey) -> Result<Option<Taken>, StoreError> {
    let Some(mut recovered) = journals.folder.recover::<Spot>(key)? else { return Ok(None) };
    let path = recovered.path().map(|path| path.to_path_buf());
    let found = path.as_ref().and_then(|path| store::open_filed_on(&*journals.disk, path).ok());
    let (instead, digest) = found.unzip();
    let settled = recovered.settle(digest);
    let back = back(&recovered, settled);
    let here = recovered.replayed.here;
    let file = path.clone().zip(digest).map(|(path, digest)| Filed { path, digest });
    let subject = Subject { draft, session: recovered.replayed.session, path, digest, here };
    let record = Some(Record::claimed(journals.clone(), recovered.claim));
    Ok(Some(Taken { subject, record, file, back, instead, here: Some(here), left_behind: true }))
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
