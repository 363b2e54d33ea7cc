use super::keeping::{KeepVersions, thinned_out};
use super::name::{VersionName, Why};
use crate::format::Limits;
use crate::model::Minutes;
use crate::store::disk::{Disk, Kind};
use crate::store::drafts::open_on;
use crate::store::error::{Cause, StoreError};
use crate::store::key::DraftKey;
use crate::store::read::read_file_on;
use crate::store::write::{sweep, write_file_on};
use jiff::Timestamp;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of the state folder in which each draft has one for its versions.
const FOLDER: &str = "versions";

/// The most versions that are listed; the latest of them.
pub const MOST_VERSIONS: usize = 20_000;

/// The versions of one draft. Each is written as a draft is, and none is ever changed.
#[derive(Clone)]
pub struct Versions {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
}

/// What came of keeping a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is there.
    New(VersionName),
    /// The latest version says the same; where only an automatic one did, it now bears the new reason and time.
    Same(VersionName),
    /// Automatic versions are not kept.
    NotWanted,
}

impl Versions {
    /// Takes away what a process that ended while it wrote has left in the folders of all drafts below the state folder.
    pub fn sweep(disk: &dyn Disk, state: &Path) {
        for folder in disk.list(&state.join(FOLDER)).unwrap_or_default() {
            sweep(disk, &folder);
        }
    }

    /// Those of a draft, in the state folder. Nothing is read or written yet.
    pub fn new(disk: Arc<dyn Disk>, state: &Path, key: &DraftKey) -> Versions {
        Versions { disk, folder: state.join(FOLDER).join(key.as_str()) }
    }

    /// All versions, the latest first. What else lies in the folder is passed over, and so are links.
    ///
    /// # Errors
    /// Where the folder is there and cannot be read.
    pub fn list(&self) -> Result<Vec<VersionName>, StoreError> {
        let mut names = self.names()?;
        let regular = |name: &VersionName| {
            let path = self.path(*name);
            let is_link = self.disk.link(&path).map_or(true, |link| link.is_some());
            !is_link && self.disk.about(&path).is_ok_and(|about| about.kind == Kind::File)
        };
        names.truncate(MOST_VERSIONS);
        names.retain(regular);
        Ok(names)
    }

    /// Keeps what was written as the draft's file, or would be, unless the latest version is the same. Automatic versions that
    /// are no longer to be kept go.
    ///
    /// # Errors
    /// What stood in the way. What was kept before is as it was.
    pub fn keep(&self, text: &str, why: Why, keeping: KeepVersions, now: Timestamp) -> Result<Kept, StoreError> {
        let names = self.names()?;
        if why.is_automatic() && keeping == KeepVersions::OnlyNamed {
            self.remove_all(thinned_out(&names, keeping, now))?;
            return Ok(Kept::NotWanted);
        }
        let name = next(names.first(), why, now);
        let kept = match names.first().filter(|latest| self.says(**latest, text)) {
            Some(latest) if why.is_automatic() || !latest.why.is_automatic() => return Ok(Kept::Same(*latest)),
            Some(automatic) => {
                let system = |error| StoreError::system(&self.path(*automatic), error);
                self.disk.rename(&self.path(*automatic), &self.path(name)).map_err(system)?;
                self.confirm()?;
                Kept::Same(name)
            }
            None => {
                let path = self.path(name);
                self.disk.create_folders(&self.folder).map_err(|error| StoreError::system(&self.folder, error))?;
                sweep(&*self.disk, &self.folder);
                write_file_on(&*self.disk, &path, text.as_bytes())?;
                Kept::New(name)
            }
        };
        let mut names = names;
        names.insert(0, name);
        self.remove_all(thinned_out(&names, keeping, now))?;
        Ok(kept)
    }

    /// Reads a version.
    ///
    /// # Errors
    /// Where it is gone or damaged.
    pub fn open(&self, name: VersionName) -> Result<Minutes, StoreError> {
        open_on(&*self.disk, &self.path(name))
    }

    /// Removes a version, as the clerk asked.
    ///
    /// # Errors
    /// Where the system does not allow it. One that is gone already is no error.
    pub fn remove(&self, name: VersionName) -> Result<(), StoreError> {
        self.remove_all(vec![name])
    }

    /// Takes the versions of another draft over, behind those that are here: those that a draft had before it got its file.
    ///
    /// # Errors
    /// What stood in the way. Those that were not taken over by then are where they were.
    pub fn adopt(&self, other: &Versions) -> Result<(), StoreError> {
        let mut names = other.names()?;
        if names.is_empty() || other.folder == self.folder {
            return Ok(());
        }
        self.disk.create_folders(&self.folder).map_err(|error| StoreError::system(&self.folder, error))?;
        let mut latest = self.names()?.first().copied();
        names.reverse();
        for name in names {
            let own = next(latest.as_ref(), name.why, name.at);
            let from = other.path(name);
            self.disk.rename(&from, &self.path(own)).map_err(|error| StoreError::system(&from, error))?;
            latest = Some(own);
        }
        self.confirm()?;
        other.confirm()
    }

    /// Where a version lies.
    pub fn path(&self, name: VersionName) -> PathBuf {
        self.folder.join(name.to_string())
    }

    /// The names in the folder that are a version's, the latest first.
    fn names(&self) -> Result<Vec<VersionName>, StoreError> {
        let paths = match self.disk.list(&self.folder) {
            Ok(paths) => paths,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(StoreError::system(&self.folder, error)),
        };
        let name = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).and_then(VersionName::read);
        let mut names: Vec<VersionName> = paths.iter().filter_map(name).collect();
        names.sort_unstable_by(|one, other| other.cmp(one));
        Ok(names)
    }

    /// Whether a version says this. One that cannot be read says nothing.
    fn says(&self, name: VersionName, text: &str) -> bool {
        let path = self.path(name);
        let same_length = self.disk.about(&path).is_ok_and(|about| about.length == text.len() as u64);
        same_length
            && read_file_on(&*self.disk, &path, Limits::DRAFT.bytes as u64).is_ok_and(|bytes| bytes == text.as_bytes())
    }

    fn remove_all(&self, names: Vec<VersionName>) -> Result<(), StoreError> {
        if names.is_empty() {
            return Ok(());
        }
        for name in names {
            match self.disk.remove(&self.path(name)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(StoreError::system(&self.path(name), error));
                }
                Ok(()) | Err(_) => {}
            }
        }
        self.confirm()
    }

    /// Brings the names in the folder to the disk.
    fn confirm(&self) -> Result<(), StoreError> {
        let synced = self.disk.sync_folder(&self.folder);
        synced.map_err(|error| StoreError::new(&self.folder, Cause::Unconfirmed(error)))
    }
}

/// The name of the version behind the latest one.
fn next(latest: Option<&VersionName>, why: Why, now: Timestamp) -> VersionName {
    let sequence = latest.map_or(1, |latest| latest.sequence.saturating_add(1)).min(VersionName::LAST);
    let at = Timestamp::from_second(now.as_second()).unwrap_or(now);
    VersionName { sequence, at, why }
}
