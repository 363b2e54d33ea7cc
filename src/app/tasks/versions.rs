//! The thread that keeps and reads earlier versions. What it is told comes in order; of comparisons only the newest is made.

use super::outbox::Outbox;
use crate::{
    app::{CompareWith, Comparison, Env, Spot, compare},
    model::{Minutes, State},
    store::{self, Disk, DraftKey, JournalFolder, KeepVersions, StoreError, VersionName, Versions, Why},
    template::HouseStyle,
};
use jiff::Timestamp;
use std::{
    io,
    panic::AssertUnwindSafe,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
};

/// The folder of the state folder in which the keeper has its journals.
const JOURNALS: &str = "journals";

/// What is to be done with versions.
enum Order {
    /// A version is to be kept of the draft with this file.
    Keep { path: PathBuf, text: Text, why: Why, at: Timestamp },
    /// How long automatic ones are kept from now on.
    HowMany(KeepVersions),
    /// They are to be listed.
    List { path: PathBuf },
    /// One is to be compared.
    Compare(Box<CompareOrder>),
    /// One is to be removed, as the clerk asked.
    Remove { path: PathBuf, name: VersionName },
    /// The file of a draft bears another name now.
    Move { from: PathBuf, to: PathBuf },
    /// What is kept of a draft whose file is damaged is to be found.
    Rescue { path: PathBuf },
    /// There will be no more that matters.
    End,
}

/// What is kept: as it was written, or as it would be.
enum Text {
    Written(String),
    Minutes(Arc<Minutes>),
}

/// What is to be compared.
pub(in crate::app) struct CompareOrder {
    /// Of the draft with this file.
    pub path: PathBuf,
    /// The version.
    pub name: VersionName,
    /// With what.
    pub with: CompareWith,
    /// The minutes as they are now.
    pub present: Arc<Minutes>,
    /// In whose words.
    pub style: Arc<HouseStyle>,
}

/// What came of it.
pub(in crate::app) enum VersionsResult {
    /// The versions of the draft with this file.
    Listed { path: PathBuf, result: Result<Vec<VersionName>, StoreError> },
    /// What differs.
    Compared { path: PathBuf, name: VersionName, with: CompareWith, result: Result<Read, StoreError> },
    /// What is kept of a draft whose file is damaged, and of when.
    Rescued { path: PathBuf, minutes: Box<Minutes>, at: Timestamp },
    /// A version could not be kept, or not be removed.
    Failed(StoreError),
}

/// A version that was read, and what differs.
#[derive(Clone, Debug)]
pub(in crate::app) struct Read {
    pub minutes: Arc<Minutes>,
    /// None where there is nothing to compare with.
    pub comparison: Option<Arc<Comparison>>,
}

/// Where versions are handed in, from any thread.
#[derive(Clone)]
pub(in crate::app) struct Shelf {
    orders: Sender<Order>,
    /// The moment, in UTC.
    moment: Arc<dyn Fn() -> Timestamp + Send + Sync>,
}

impl Shelf {
    /// Has a version kept of what was written to a file.
    pub fn keep_written(&self, path: &Path, text: String, why: Why) {
        self.tell(Order::Keep { path: path.to_path_buf(), text: Text::Written(text), why, at: (self.moment)() });
    }

    /// Has a version kept of minutes as they would be written.
    pub fn keep(&self, path: &Path, minutes: Arc<Minutes>, why: Why) {
        self.tell(Order::Keep { path: path.to_path_buf(), text: Text::Minutes(minutes), why, at: (self.moment)() });
    }

    /// Says how long automatic versions are kept from now on.
    pub fn how_many(&self, keep: KeepVersions) {
        self.tell(Order::HowMany(keep));
    }

    /// Asks for the versions of the draft with a file.
    pub fn list(&self, path: &Path) {
        self.tell(Order::List { path: path.to_path_buf() });
    }

    /// Asks for a comparison, in place of those that wait.
    pub fn compare(&self, order: CompareOrder) {
        self.tell(Order::Compare(Box::new(order)));
    }

    /// Removes a version, as the clerk asked.
    pub fn remove(&self, path: &Path, name: VersionName) {
        self.tell(Order::Remove { path: path.to_path_buf(), name });
    }

    /// Has the versions of a draft go along with its file.
    pub fn moved(&self, from: &Path, to: &Path) {
        self.tell(Order::Move { from: from.to_path_buf(), to: to.to_path_buf() });
    }

    /// Looks for what is kept of a draft whose file is damaged. Nothing comes of it where nothing is.
    pub fn rescue(&self, path: &Path) {
        self.tell(Order::Rescue { path: path.to_path_buf() });
    }

    /// Lets the thread end once all that was handed in is kept.
    pub(super) fn end(&self) {
        self.tell(Order::End);
    }

    fn tell(&self, order: Order) {
        // The thread ends only once nobody can tell it anything.
        let _ = self.orders.send(order);
    }
}

/// Starts the thread, which ends when it is told to.
pub(super) fn start<T: Send + 'static>(
    env: &Env,
    how_many: KeepVersions,
    outbox: Outbox<T>,
    wrap: impl Fn(VersionsResult) -> T + Send + 'static,
) -> io::Result<(Shelf, JoinHandle<()>)> {
    let (orders, inbox) = mpsc::channel();
    let keeper = Keeper { disk: env.disk.clone(), state: env.folders.state.clone(), how_many };
    let work = move || keeper.work(&inbox, &|result| outbox.send(wrap(result)));
    let thread = thread::Builder::new().name("versions".to_owned()).spawn(work)?;
    Ok((Shelf { orders, moment: env.clock.moments() }, thread))
}

struct Keeper {
    disk: Arc<dyn Disk>,
    /// The state folder; without one nothing is kept.
    state: Option<PathBuf>,
    how_many: KeepVersions,
}

impl Keeper {
    fn work(mut self, inbox: &Receiver<Order>, tell: &dyn Fn(VersionsResult)) {
        while let Ok(order) = inbox.recv() {
            let (mut compare, mut ends) = (None, false);
            for order in std::iter::once(order).chain(inbox.try_iter()) {
                match order {
                    Order::Compare(newer) => compare = Some(newer),
                    Order::End => ends = true,
                    order => self.carry_out(order, tell),
                }
            }
            if ends {
                return;
            }
            if let Some(order) = compare {
                let CompareOrder { ref path, name, with, .. } = *order;
                let path = path.clone();
                tell(VersionsResult::Compared { path, name, with, result: self.compare(*order) });
            }
        }
    }

    fn carry_out(&mut self, order: Order, tell: &dyn Fn(VersionsResult)) {
        match order {
            Order::Keep { path, text, why, at } => {
                if let Err(error) = self.keep(&path, text, why, at) {
                    tell(VersionsResult::Failed(error));
                }
            }
            Order::HowMany(how_many) => self.how_many = how_many,
            Order::List { path } => {
                let result = self.of(&path).map_or(Ok(Vec::new()), |versions| versions.list());
                tell(VersionsResult::Listed { path, result });
            }
            Order::Remove { path, name } => {
                let Some(versions) = self.of(&path) else { return };
                if let Err(error) = versions.remove(name) {
                    tell(VersionsResult::Failed(error));
                }
                tell(VersionsResult::Listed { path, result: versions.list() });
            }
            Order::Move { from, to } => {
                let Some((from, to)) = self.of(&from).zip(self.of(&to)) else { return };
                if let Err(error) = to.adopt(&from) {
                    tell(VersionsResult::Failed(error));
                }
            }
            Order::Rescue { path } => {
                if let Some((minutes, at)) = self.kept_in_journal(&path).or_else(|| self.latest_that_is_whole(&path)) {
                    tell(VersionsResult::Rescued { path, minutes: Box::new(minutes), at });
                }
            }
            // They are whoever's who asked for this.
            Order::Compare(_) | Order::End => {}
        }
    }

    fn of(&self, path: &Path) -> Option<Versions> {
        let state = self.state.as_ref()?;
        Some(Versions::new(self.disk.clone(), state, &DraftKey::of_draft(path)))
    }

    /// The draft as its journal has it, which goes further than any version.
    fn kept_in_journal(&self, path: &Path) -> Option<(Minutes, Timestamp)> {
        let journals = JournalFolder::new(self.disk.clone(), self.state.as_ref()?.join(JOURNALS));
        let recovered = journals.recover::<Spot>(&DraftKey::of_draft(path)).ok().flatten()?;
        let at = Timestamp::try_from(recovered.written_at?).ok()?;
        Some((recovered.replayed.session.minutes().clone(), at))
    }

    fn latest_that_is_whole(&self, path: &Path) -> Option<(Minutes, Timestamp)> {
        let versions = self.of(path)?;
        let list = versions.list().ok()?;
        list.into_iter().find_map(|name| Some((versions.open(name).ok()?, name.at)))
    }

    fn keep(&self, path: &Path, text: Text, why: Why, at: Timestamp) -> Result<(), StoreError> {
        let Some(versions) = self.of(path) else { return Ok(()) };
        let text = match text {
            Text::Written(text) => text,
            Text::Minutes(minutes) => store::draft_bytes(path, &minutes)?,
        };
        versions.keep(&text, why, self.how_many, at).map(|_| ())
    }

    fn compare(&self, order: CompareOrder) -> Result<Read, StoreError> {
        let CompareOrder { path, name, with, present, style } = order;
        let Some(versions) = self.of(&path) else {
            return Ok(Read { comparison: None, minutes: present });
        };
        let minutes = Arc::new(versions.open(name)?);
        let compared = |earlier: &Minutes, later: &Minutes| {
            // A fault in it is no reason to keep no versions any more.
            let made = std::panic::catch_unwind(AssertUnwindSafe(|| compare(earlier, later, &style)));
            Arc::new(made.unwrap_or_default())
        };
        let comparison = match with {
            CompareWith::Now => Some(compared(&minutes, &present)),
            CompareWith::Before => {
                let list = versions.list()?;
                let before = list.into_iter().find(|other| *other < name);
                let before = before.map(|before| versions.open(before)).transpose()?;
                before.map(|before| compared(&before, &minutes))
            }
        };
        Ok(Read { minutes, comparison })
    }
}

/// Why a version is kept of what was written: what happened to the record since it was written before, or else who had it
/// written.
pub(super) fn why_kept(asked: bool, before: State, now: State) -> Why {
    match now {
        State::Circulated if before < now => Why::Circulated,
        State::Approved if before < now => Why::Approved,
        State::Signed if before < now => Why::Signed,
        State::Draft | State::Circulated | State::Approved | State::Signed if asked => Why::Saved,
        State::Draft | State::Circulated | State::Approved | State::Signed => Why::Automatic,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_of_the_record_says_why_and_a_step_back_does_not() {
        for (asked, before, now, expected) in [
            (true, State::Draft, State::Draft, Why::Saved),
            (false, State::Draft, State::Draft, Why::Automatic),
            (false, State::Draft, State::Circulated, Why::Circulated),
            (true, State::Circulated, State::Approved, Why::Approved),
            (false, State::Draft, State::Signed, Why::Signed),
            (true, State::Approved, State::Circulated, Why::Saved),
            (false, State::Circulated, State::Draft, Why::Automatic),
            (false, State::Signed, State::Signed, Why::Automatic),
        ] {
            assert_eq!(why_kept(asked, before, now), expected, "{asked} {before:?} {now:?}");
        }
    }
}
