use super::claim::{Claim, LIMITS, Nonce};
use crate::format;
use crate::store::disk::{Disk, DiskFile};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const COMMENT: &str = "A process of Minutebook that has minutes open locks this file; it goes when they are closed.";

/// The most files of the folder that are looked at.
const MOST: usize = 200;

/// The processes of this machine, as far as they can be told to be gone. Each has a file in the state folder with the nonce of
/// its claim for a name, and keeps the system's own lock on it, which goes with the process however it ends. That file lies
/// on the machine itself: on a shared drive such locks hinder others from reading, or are not kept at all.
pub(super) struct Witnesses {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
}

/// That this process is alive, as long as it is kept.
pub(super) struct Witness {
    /// The file; the lock goes when it is closed.
    locked: Box<dyn DiskFile>,
    path: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Testimony {
    /// The lock file beside the draft.
    lock: String,
}

impl Witnesses {
    pub fn new(disk: Arc<dyn Disk>, folder: PathBuf) -> Witnesses {
        Witnesses { disk, folder }
    }

    /// Testifies that this process has a draft open. Where that cannot be done, others wait a little longer.
    pub fn testify(&self, nonce: Nonce, lock: &Path) -> Option<Witness> {
        self.disk.create_folders(&self.folder).ok()?;
        let path = self.path(nonce);
        let mut file = self.disk.create(&path, None).ok()?;
        let text = lock.to_str().map(|lock| format::print(COMMENT, &Testimony { lock: lock.to_owned() }));
        let written =
            file.try_lock().ok() == Some(true) && text.is_none_or(|text| file.write_all_at(0, text.as_bytes()).is_ok());
        let witness = Witness { locked: file, path };
        if written {
            return Some(witness);
        }
        self.dismiss(witness);
        None
    }

    /// Takes the testimony back.
    pub fn dismiss(&self, witness: Witness) {
        let Witness { locked, path } = witness;
        // Some systems keep a file that is open.
        drop(locked);
        // Where it stays it is found by the next process, which takes it away.
        let _ = self.disk.remove(&path);
    }

    /// Whether whoever made this claim was a process of this machine, and is gone.
    pub fn is_gone(&self, nonce: Nonce) -> bool {
        self.is_left(&self.path(nonce))
    }

    /// What a process of this machine left that is gone, kept from all others while the claim is replaced.
    pub fn left(&self, nonce: Nonce) -> Option<Witness> {
        let path = self.path(nonce);
        let mut file = self.disk.open(&path).ok()?;
        file.try_lock().is_ok_and(|free| free).then_some(Witness { locked: file, path })
    }

    /// Takes away what processes of this machine left that are gone: their claims, as far as they can be reached, and
    /// their files here.
    pub fn tidy(&self) {
        for path in self.disk.list(&self.folder).unwrap_or_default().into_iter().take(MOST) {
            let Some(nonce) = nonce_of(&path).filter(|_| self.is_left(&path)) else { continue };
            let lock = self.lock_of(&path);
            let settled = lock.is_none_or(|lock| self.take_away(&lock, nonce));
            if settled {
                let _ = self.disk.remove(&path);
            }
        }
    }

    /// Takes a claim away where it is still there, and says whether it is gone. What is in an unreachable folder stays.
    fn take_away(&self, lock: &Path, nonce: Nonce) -> bool {
        let is_there = self.disk.about(lock).is_ok();
        if !is_there {
            return lock.parent().is_some_and(|folder| self.disk.about(folder).is_ok());
        }
        let bytes = self.disk.read(lock, LIMITS.bytes as u64).unwrap_or_default();
        match Claim::read(&bytes) {
            Ok(claim) if claim.nonce == nonce => self.disk.remove(lock).is_ok(),
            Ok(_) | Err(_) => true,
        }
    }

    fn lock_of(&self, path: &Path) -> Option<PathBuf> {
        let bytes = self.disk.read(path, LIMITS.bytes as u64 + 1).ok()?;
        let Testimony { lock } = format::parse(&bytes, LIMITS).ok()?;
        Some(PathBuf::from(lock)).filter(|lock| lock.is_absolute())
    }

    /// Whether a file is there and nobody keeps a lock on it.
    fn is_left(&self, path: &Path) -> bool {
        let locked = self.disk.open(path).and_then(|mut file| file.try_lock());
        locked.unwrap_or(false)
    }

    fn path(&self, nonce: Nonce) -> PathBuf {
        self.folder.join(nonce.to_string())
    }
}

fn nonce_of(path: &Path) -> Option<Nonce> {
    Nonce::try_from(path.file_name()?.to_str()?.to_owned()).ok()
}
