use super::{FiledDraft, SharingPort};
use crate::{
    model::{Id, Minutes},
    store::Disk,
};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// What the application takes from the world around it. Tests put their own in place, so that the same keys give the
/// same bytes in a test and in the window.
pub struct Env {
    /// The clock and the zone.
    pub clock: Box<dyn Clock>,
    /// Where ids of new nodes come from.
    pub ids: Box<dyn Ids>,
    /// Where files lie.
    pub folders: Folders,
    /// The disk on which drafts are kept.
    pub disk: Arc<dyn Disk>,
    /// How long the keeper of a draft waits.
    pub pace: Pace,
    /// Who else may have a draft open, and who this is; none where nobody else comes near the drafts.
    pub sharing: Option<SharingPort>,
    /// The minutes of other meetings.
    pub drafts: Arc<dyn FiledDrafts>,
    /// What is copied and pasted.
    pub clipboard: Box<dyn Clipboard>,
}

/// How long the keeper of a draft waits before it does what it does by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// After so long a pause in the typing, the file of a draft that has one follows; none where it is written only when
    /// that is asked for.
    pub pause: Option<Duration>,
    /// After so long, what the disk did not take is tried again.
    pub retry: Duration,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace { pause: Some(Duration::from_secs(2)), retry: Duration::from_secs(5) }
    }
}

impl Pace {
    /// Files are written only when that is asked for.
    pub const ASKED: Pace = Pace { pause: None, retry: Duration::from_secs(5) };
}

/// The minutes of other meetings that are on file. It is asked off the frame.
pub trait FiledDrafts: Send + Sync {
    /// The drafts beside one in this folder, the latest meeting first, that one itself among them. Stops early, with what
    /// there is by then or nothing, once `wanted` says so.
    fn in_folder(&self, folder: &Path, wanted: &dyn Fn() -> bool) -> Vec<Arc<FiledDraft>>;
}

/// The clipboard that programs share.
pub trait Clipboard: Send {
    /// What is on it; nothing where it cannot be read.
    fn get(&mut self) -> Clip;

    /// Puts something on it. Gives whether that could be done.
    fn set(&mut self, clip: Clip) -> bool;
}

/// What is on a clipboard, in each form in which it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    /// As HTML.
    pub html: Option<String>,
    /// As plain text.
    pub text: Option<String>,
}

/// The clock and the zone.
pub trait Clock: Send {
    /// The date and time now, local to the machine.
    fn now(&self) -> DateTime;

    /// Milliseconds since some moment in the past; it never goes back.
    fn millis(&self) -> u64;

    /// The moment that [`Clock::now`] gives, in UTC: what is written down bears it, since zones change. A clock that knows no
    /// zone is in UTC.
    fn moment(&self) -> Timestamp {
        TimeZone::UTC.to_timestamp(self.now()).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The same for another thread. That of a clock that stands gives the moment at which it was asked for.
    fn moments(&self) -> Arc<dyn Fn() -> Timestamp + Send + Sync> {
        let moment = self.moment();
        Arc::new(move || moment)
    }

    /// A moment as the clocks of the place showed it.
    fn local(&self, moment: Timestamp) -> DateTime {
        TimeZone::UTC.to_datetime(moment)
    }
}

/// Where ids of new nodes come from.
pub trait Ids: Send {
    /// An id; where a node has it already, another is asked for.
    fn fresh(&mut self, minutes: &Minutes) -> Id;
}

/// Where files lie.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// The user's configuration: house styles of their own are in `templates` below it.
    pub config: Option<PathBuf>,
    /// What the program remembers: recent files, the window's settings.
    pub state: Option<PathBuf>,
    /// Where drafts are offered to be saved.
    pub documents: Option<PathBuf>,
}
