use super::obstacle::Obstacle;
use super::report::{Ask, Following, News, Report};
use crate::{
    app::SharingPort,
    format::{self, Digest, Limits},
    model::Minutes,
    store::{
        self, Cause, Disk, DraftKey, Holder, KeepVersions, Lock, LockState, Nonce, Sight, StoreError, Versions, Watch,
        Why,
    },
};
use jiff::Timestamp;
use std::{
    hash::{BuildHasher, RandomState},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// How much sooner one looks again at what is not believed yet.
const SOONER: u32 = 4;

/// After how many looks the folder is looked through for copies.
const LOOKS_FOR_COPIES: u32 = 8;

const LIMIT: u64 = Limits::DRAFT.bytes as u64;

/// Looks after the file of the draft that is open: holds its lock, notices what becomes of it, and says whether it may be
/// written over. It lives on the thread that writes files, and waits for the disk there.
pub(in crate::app) struct Sharing {
    disk: Arc<dyn Disk>,
    port: SharingPort,
    /// What the program remembers.
    state: Option<PathBuf>,
    holder: Option<Holder>,
    nonces: Nonces,
    open: Option<Open>,
    /// Another file to which the draft is being written.
    elsewhere: Option<(PathBuf, Lock)>,
    told: Option<Report>,
    /// When it is looked at again.
    due: Duration,
}

struct Open {
    draft: u64,
    path: PathBuf,
    /// None where it is only read.
    lock: Option<Lock>,
    watch: Watch,
    /// Whether it was one's own to write at the last look.
    is_own: bool,
    renamed: Option<PathBuf>,
    copies: Vec<PathBuf>,
    /// The looks until the folder is looked through again.
    looks: u32,
}

impl Sharing {
    pub fn new(disk: Arc<dyn Disk>, port: SharingPort, state: Option<PathBuf>) -> Sharing {
        Sharing {
            disk,
            port,
            state,
            holder: None,
            nonces: Nonces::default(),
            open: None,
            elsewhere: None,
            told: None,
            due: Duration::ZERO,
        }
    }

    /// Looks after another draft from now on, or after none. The lock of the one before is released.
    pub fn follow(&mut self, following: Option<Following>) {
        self.told = None;
        self.due = Duration::ZERO;
        let Some(Following { draft, path, digest, writes }) = following else {
            self.open = None;
            return;
        };
        let digest = digest.unwrap_or_else(|| Digest::of(b""));
        match &mut self.open {
            Some(open) if open.path == path && open.draft == draft => {}
            Some(open) if open.path == path && open.lock.is_some() == writes => {
                open.draft = draft;
                open.watch.know(digest);
            }
            _ => {
                // What one has open oneself is let go before it is opened anew.
                self.open = None;
                let lock = writes.then(|| self.lock_of(&path));
                if let Some(lock) = &lock {
                    lock.tidy();
                }
                self.open = Some(self.opened(draft, path, digest, lock));
            }
        }
    }

    /// What somebody else wrote to the file is what the draft says now.
    pub fn know(&mut self, draft: u64, digest: Digest) {
        if let Some(open) = self.open.as_mut().filter(|open| open.draft == draft) {
            open.watch.know(digest);
            self.due = Duration::ZERO;
        }
    }

    /// How long nothing is to be done; none where no draft with a file is open.
    pub fn wait(&self) -> Option<Duration> {
        self.open.as_ref().map(|_| self.due.saturating_sub((self.port.elapsed)()))
    }

    /// Does what is due, and says what is another than before.
    pub fn tick(&mut self) -> Option<News> {
        let now = (self.port.elapsed)();
        let open = self.open.as_mut().filter(|_| now >= self.due)?;
        let report = open.look(&*self.disk, now);
        let soon = open.watch.is_settling() || report.lock == LockState::Waiting;
        self.due = now + if soon { self.port.look / SOONER } else { self.port.look };
        (self.told.as_ref() != Some(&report)).then(|| {
            self.told = Some(report.clone());
            News::Report(report)
        })
    }

    /// Whether the draft may be written to a file just now. Where it may, that is noted: what is then found there is one's own.
    /// `asked` says that the clerk asked for it; a file that was removed is only then written anew.
    ///
    /// # Errors
    ///
    /// What somebody else has to do with that.
    pub fn may_write(&mut self, draft: u64, path: &Path, asked: bool, digest: Digest) -> Result<(), Obstacle> {
        let now = (self.port.elapsed)();
        let own = self.open.as_mut().filter(|open| open.draft == draft && open.path == path);
        let Some(open) = own else { return self.may_write_elsewhere(path, now) };
        if let Some(lock) = &mut open.lock {
            lock.turn(now);
            unless_held(lock.confirm(now))?;
        }
        match open.watch.confirm() {
            Sight::Changed(found) if found != digest => Err(Obstacle::Changed),
            Sight::Gone if !asked => Err(Obstacle::Gone),
            // What else may be in the way is told by writing.
            Sight::Changed(_)
            | Sight::Same { .. }
            | Sight::Gone
            | Sight::FolderGone
            | Sight::NoFile
            | Sight::Unreachable(_) => {
                open.watch.coming(digest);
                Ok(())
            }
        }
    }

    fn may_write_elsewhere(&mut self, path: &Path, now: Duration) -> Result<(), Obstacle> {
        let known = self.elsewhere.take().filter(|(known, _)| known == path);
        let elsewhere = known.unwrap_or_else(|| (path.to_path_buf(), self.lock_of(path)));
        let (_, lock) = self.elsewhere.insert(elsewhere);
        let standing = unless_held(lock.turn(now));
        if standing.is_err() {
            self.elsewhere = None;
        }
        standing
    }

    /// Notes what came of writing; where it went well, the file that was written is the one that is open.
    pub fn wrote(&mut self, draft: u64, path: &Path, digest: Digest, result: &Result<(), StoreError>) {
        let elsewhere = self.elsewhere.take().filter(|(known, _)| known == path);
        let is_there = matches!(result, Ok(()) | Err(StoreError { cause: Cause::Unconfirmed(_), .. }));
        if !is_there {
            return;
        }
        self.due = Duration::ZERO;
        match (elsewhere, &mut self.open) {
            (Some((path, lock)), _) => self.open = Some(self.opened(draft, path, digest, Some(lock))),
            (None, Some(open)) => open.watch.know(digest),
            (None, None) => {}
        }
    }

    /// Does what the clerk chose.
    pub fn ask(&mut self, ask: Ask) -> Option<News> {
        let now = (self.port.elapsed)();
        self.due = Duration::ZERO;
        let open = self.open.as_mut()?;
        let draft = open.draft;
        match ask {
            Ask::TakeOver => {
                open.lock.as_mut()?.take_over(now);
                None
            }
            Ask::KeepMine { now } => Some(match self.keep_theirs(now) {
                Ok(()) => News::Kept { draft },
                Err(error) => News::Refused { draft, chosen: true, why: not_kept(&error) },
            }),
            Ask::TakeTheirs { mine, now } => {
                let (chosen, mine) = mine.unzip();
                Some(match self.read_theirs(mine, now) {
                    Ok((minutes, digest)) => News::Theirs { draft, chosen, minutes: Box::new(minutes), digest },
                    Err(why) => {
                        // It is told again how things stand, so that it is tried again.
                        self.told = None;
                        News::Refused { draft, chosen: chosen.is_some(), why }
                    }
                })
            }
        }
    }

    /// Keeps what the file holds as an earlier version, after which it may be written over.
    fn keep_theirs(&mut self, now: Timestamp) -> Result<(), StoreError> {
        let Some(path) = self.open.as_ref().map(|open| open.path.clone()) else { return Ok(()) };
        let bytes = store::read_file_on(&*self.disk, &path, LIMIT)?;
        // What is no text cannot be a draft, and yet somebody may want to look at it.
        self.keep(&path, &String::from_utf8_lossy(&bytes), now)?;
        if let Some(open) = &mut self.open {
            open.watch.know(Digest::of(&bytes));
        }
        Ok(())
    }

    /// Reads what the file holds. That it is known is told by following it, once it is shown.
    fn read_theirs(&mut self, mine: Option<Box<Minutes>>, now: Timestamp) -> Result<(Minutes, Digest), String> {
        let Some(path) = self.open.as_ref().map(|open| open.path.clone()) else { return Err(String::new()) };
        let not_read = |error: &dyn std::fmt::Display| format!("The file was not read. {error}.");
        let bytes = store::read_file_on(&*self.disk, &path, LIMIT).map_err(|error| not_read(&error))?;
        let theirs = format::read(&bytes).map_err(|error| not_read(&error))?;
        if let Some(mine) = mine {
            let text = store::draft_bytes(&path, &mine);
            text.and_then(|text| self.keep(&path, &text, now)).map_err(|error| not_kept(&error))?;
        }
        Ok((theirs, Digest::of(&bytes)))
    }

    fn keep(&self, path: &Path, text: &str, now: Timestamp) -> Result<(), StoreError> {
        let no_folder = || StoreError { path: path.to_path_buf(), cause: Cause::NotFound };
        let state = self.state.as_deref().ok_or_else(no_folder)?;
        let versions = Versions::new(self.disk.clone(), state, &DraftKey::of_draft(path));
        versions.keep(text, Why::ChangedOutside, KeepVersions::All, now).map(|_| ())
    }

    fn opened(&self, draft: u64, path: PathBuf, digest: Digest, lock: Option<Lock>) -> Open {
        let watch = Watch::new(self.disk.clone(), &path, digest);
        Open { draft, path, lock, watch, is_own: false, renamed: None, copies: Vec::new(), looks: 0 }
    }

    fn lock_of(&mut self, path: &Path) -> Lock {
        let holder = self.holder.get_or_insert_with(|| (self.port.whoami)()).clone();
        let folder = self.state.as_ref().map(|state| state.join("open"));
        Lock::new(self.disk.clone(), path, holder, self.nonces.next(), folder.as_deref())
    }
}

impl Open {
    fn look(&mut self, disk: &dyn Disk, now: Duration) -> Report {
        let lock = self.lock.as_mut().map_or(LockState::Held, |lock| lock.turn(now));
        let before = self.watch.sight().clone();
        let is_own = matches!(lock, LockState::Held | LockState::Barred(_));
        // Before anybody writes what was somebody else's, their last word is known.
        let sight = if is_own && !self.is_own { self.watch.confirm() } else { self.watch.look() };
        self.is_own = is_own;
        match (&sight, before) {
            (Sight::Gone, Sight::Gone) => {}
            (Sight::Gone, _) => self.renamed = self.watch.renamed(),
            (_, _) => self.renamed = None,
        }
        if self.looks == 0 {
            self.copies = store::copies_beside(disk, &self.path);
            self.looks = LOOKS_FOR_COPIES;
        }
        self.looks -= 1;
        Report { draft: self.draft, lock, sight, renamed: self.renamed.clone(), copies: self.copies.clone() }
    }
}

/// Whether a file is one's own to write.
fn unless_held(lock: LockState) -> Result<(), Obstacle> {
    match lock {
        // Where it cannot be locked, somebody else cannot lock it either.
        LockState::Held | LockState::Barred(_) => Ok(()),
        LockState::Waiting => Err(Obstacle::Waiting),
        LockState::Others { holder, .. } => Err(Obstacle::Held(holder)),
    }
}

fn not_kept(error: &StoreError) -> String {
    format!("Nothing was changed, for the other text could not be kept as an earlier version. {error}.")
}

/// Numbers by chance, so that no two openings of a draft have the same.
#[derive(Default)]
struct Nonces {
    seed: RandomState,
    given: u64,
}

impl Nonces {
    fn next(&mut self) -> Nonce {
        self.given += 1;
        Nonce(self.seed.hash_one(self.given))
    }
}
