use super::copies::is_copy;
use super::sight::{Eye, Glance, Sight, Then};
use crate::format::{Digest, Limits};
use crate::store::disk::{About, Disk, Kind};
use crate::store::error::StoreError;
use crate::store::read::read_file_on;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The most files that are read to find out under which name a draft went on.
const CANDIDATES: usize = 32;

const LIMIT: u64 = Limits::DRAFT.bytes as u64;

/// Looks after the file of a draft that is open. It does nothing by itself: whoever has it calls [`Watch::look`] every second
/// or two.
pub struct Watch {
    disk: Arc<dyn Disk>,
    draft: PathBuf,
    eye: Eye,
}

impl Watch {
    /// Looks after a file of this digest, as it was read or written.
    pub fn new(disk: Arc<dyn Disk>, draft: &Path, known: Digest) -> Watch {
        Watch { disk, draft: draft.to_path_buf(), eye: Eye::new(known) }
    }

    /// The file.
    pub fn draft(&self) -> &Path {
        &self.draft
    }

    /// The digest of what was read or written last.
    pub fn known(&self) -> Digest {
        self.eye.known()
    }

    /// What was last seen.
    pub fn sight(&self) -> &Sight {
        self.eye.sight()
    }

    /// Looks. The file is read only where its length or time is another than before.
    pub fn look(&mut self) -> Sight {
        let glance = self.glance();
        match self.eye.glance(glance) {
            Then::Seen(sight) => sight,
            Then::Read => self.read(),
        }
    }

    /// Looks at what is in the file just now, whatever its length and time say. It is asked before the file is written over.
    pub fn confirm(&mut self) -> Sight {
        let glance = self.glance();
        let is_file = matches!(glance, Glance::File { .. });
        // What matters now is not whether it settles.
        let _ = (self.eye.glance(glance.clone()), self.eye.glance(glance));
        if is_file { self.read() } else { self.eye.sight().clone() }
    }

    /// Something of this digest is about to be written, which is no change from outside.
    pub fn coming(&mut self, digest: Digest) {
        self.eye.coming(digest);
    }

    /// It was written, or is taken as it is.
    pub fn know(&mut self, digest: Digest) {
        self.eye.know(digest);
    }

    /// Whether something changed that is looked at once more before it is told: look again soon.
    pub fn is_settling(&self) -> bool {
        self.eye.is_settling()
    }

    /// Under which name the file is found in its folder, where it was renamed.
    pub fn renamed(&self) -> Option<PathBuf> {
        let of_drafts = |path: &PathBuf| {
            path.extension() == self.draft.extension() && *path != self.draft && !is_copy(&self.draft, path)
        };
        let length = self.eye.length()?;
        let fits = |about: About| about.kind == Kind::File && about.length == length;
        let listed = self.disk.list(&self.folder()).unwrap_or_default().into_iter().filter(of_drafts);
        let alike = listed.filter(|path| self.disk.about(path).is_ok_and(fits)).take(CANDIDATES);
        let holds = |path: &PathBuf| self.disk.read(path, LIMIT).is_ok_and(|bytes| Digest::of(&bytes) == self.known());
        alike.into_iter().find(holds)
    }

    fn read(&mut self) -> Sight {
        match read_file_on(&*self.disk, &self.draft, LIMIT) {
            Ok(bytes) => self.eye.read(Digest::of(&bytes)),
            Err(StoreError { cause, .. }) => self.eye.unreadable(cause.to_string()),
        }
    }

    fn glance(&self) -> Glance {
        match self.disk.about(&self.draft) {
            Ok(About { kind: Kind::File, length, modified, read_only }) => {
                Glance::File { stamp: (length, modified), read_only }
            }
            Ok(About { kind: Kind::Folder | Kind::Other, .. }) => Glance::NoFile,
            Err(error) if is_missing(&error) => match self.disk.about(&self.folder()) {
                Ok(About { kind: Kind::Folder, .. }) => Glance::Missing,
                Ok(About { kind: Kind::File | Kind::Other, .. }) => Glance::FolderMissing,
                Err(error) if is_missing(&error) => Glance::FolderMissing,
                Err(error) => self.unreachable(error),
            },
            Err(error) => self.unreachable(error),
        }
    }

    fn unreachable(&self, error: io::Error) -> Glance {
        Glance::Unreachable(StoreError::system(&self.draft, error).cause.to_string())
    }

    fn folder(&self) -> PathBuf {
        let folder = self.draft.parent().filter(|folder| !folder.as_os_str().is_empty());
        folder.unwrap_or(Path::new(".")).to_path_buf()
    }
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
