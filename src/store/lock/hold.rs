use super::claim::{self, Claim, Holder, LIMITS, Nonce};
use super::pulse::{Found, Next, Pulse, RENEW, SETTLE, Sign, renewed};
use super::witness::{Witness, Witnesses};
use crate::format::Digest;
use crate::store::disk::{Disk, DiskFile, Kind};
use crate::store::error::{Cause, StoreError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The most bytes that a lock file has.
const MOST: u64 = LIMITS.bytes as u64;

/// The lock of one draft, held or wanted. It does nothing by itself: whoever has it calls [`Lock::turn`] every second or two.
/// When it is dropped, it is released.
pub struct Lock {
    disk: Arc<dyn Disk>,
    file: PathBuf,
    holder: Holder,
    nonce: Nonce,
    witnesses: Option<Witnesses>,
    hold: Hold,
}

/// How one stands with a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockState {
    /// It is one's own to write.
    Held,
    /// That is being found out; it takes a second or two.
    Waiting,
    /// Somebody else has it open.
    Others {
        /// Who; nobody by name where their file cannot be read.
        holder: Holder,
        /// Whether nothing was heard of them for so long that one may take it over.
        stale: bool,
    },
    /// It cannot be locked, so that others are not told; and why.
    Barred(String),
}

enum Hold {
    /// Nothing was tried yet.
    Wanted,
    /// Somebody else has it.
    Others { pulse: Pulse, holder: Holder, nonce: Option<Nonce> },
    /// A stale claim was replaced, and it is to be seen who did so last.
    Settling { since: Duration, witness: Option<Witness> },
    /// It is held.
    Held { beat: u64, renewed: Duration, witness: Option<Witness> },
    /// It cannot be locked.
    Barred(StoreError),
}

/// What a lock file is found to be.
enum Seen {
    Nothing,
    Claim(Claim, Sign),
    Garbage(Sign),
    /// There is something that can be no lock file, or the folder cannot be reached.
    Barred(StoreError),
}

impl Lock {
    /// The lock of a draft, which need not be there. `folder` is where processes of this machine testify that they are alive;
    /// without it they are told to be gone by waiting alone.
    pub fn new(disk: Arc<dyn Disk>, draft: &Path, holder: Holder, nonce: Nonce, folder: Option<&Path>) -> Lock {
        let real = real(&*disk, draft);
        let witnesses = folder.map(|folder| Witnesses::new(disk.clone(), folder.to_path_buf()));
        Lock { file: claim::file_of(&real), disk, holder, nonce, witnesses, hold: Hold::Wanted }
    }

    /// The lock file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Does what is due: takes the lock where it is free, renews it where it is held, looks after whoever has it where
    /// somebody else does. `now` is the reader's own clock that never goes back.
    pub fn turn(&mut self, now: Duration) -> LockState {
        match &self.hold {
            Hold::Held { renewed, .. } if now.saturating_sub(*renewed) < RENEW => {}
            Hold::Settling { since, .. } if now.saturating_sub(*since) < SETTLE => {}
            Hold::Held { .. } | Hold::Settling { .. } => self.renew(now),
            Hold::Wanted | Hold::Others { .. } | Hold::Barred(_) => self.look(now),
        }
        self.state()
    }

    /// Whether the lock is held, by its file as it is now. It is asked before the draft is written.
    pub fn confirm(&mut self, now: Duration) -> LockState {
        match &self.hold {
            Hold::Held { .. } => self.renew(now),
            Hold::Wanted | Hold::Others { .. } | Hold::Settling { .. } | Hold::Barred(_) => {}
        }
        self.state()
    }

    /// Takes a stale lock over. Whether that succeeded is seen in a later [`Lock::turn`]: somebody else may do so as well.
    pub fn take_over(&mut self, now: Duration) {
        let Hold::Others { pulse, nonce, .. } = &self.hold else { return };
        let (pulse, nonce) = (*pulse, *nonce);
        if !self.is_stale(&pulse, nonce) {
            return;
        }
        let sign = match self.see() {
            Seen::Claim(_, sign) | Seen::Garbage(sign) => Some(sign),
            Seen::Nothing | Seen::Barred(_) => None,
        };
        if sign != Some(pulse.sign()) {
            // It moved, or is gone: that is another matter.
            return self.look(now);
        }
        // Of the processes of this machine one alone replaces what another left.
        let left = nonce.zip(self.witnesses.as_ref()).and_then(|(nonce, witnesses)| witnesses.left(nonce));
        match self.disk.remove(&self.file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return self.bar(error),
            Ok(()) | Err(_) => {}
        }
        match (self.put(), left) {
            (Ok(witness), Some(left)) => {
                self.dismiss(Some(left));
                self.hold = Hold::Held { beat: 0, renewed: now, witness };
            }
            (Ok(witness), None) => self.hold = Hold::Settling { since: now, witness },
            (Err(error), _) => self.not_put(error, now),
        }
    }

    /// Lets go of the lock.
    pub fn release(&mut self) {
        let witness = match std::mem::replace(&mut self.hold, Hold::Wanted) {
            Hold::Held { witness, .. } | Hold::Settling { witness, .. } => witness,
            Hold::Wanted | Hold::Others { .. } | Hold::Barred(_) => return,
        };
        if let Seen::Claim(claim, _) = self.see()
            && claim.nonce == self.nonce
        {
            // Where it cannot be taken away now it is stale soon.
            let _ = self.disk.remove(&self.file);
        }
        self.dismiss(witness);
    }

    /// Takes away what processes of this machine left behind that are gone.
    pub fn tidy(&self) {
        if let Some(witnesses) = &self.witnesses {
            witnesses.tidy();
        }
    }

    fn state(&self) -> LockState {
        match &self.hold {
            Hold::Held { .. } => LockState::Held,
            Hold::Others { pulse, holder, nonce } => {
                LockState::Others { holder: holder.clone(), stale: self.is_stale(pulse, *nonce) }
            }
            Hold::Wanted | Hold::Settling { .. } => LockState::Waiting,
            Hold::Barred(error) => LockState::Barred(error.to_string()),
        }
    }

    /// Whether nobody is behind a claim any more.
    fn is_stale(&self, pulse: &Pulse, nonce: Option<Nonce>) -> bool {
        pulse.is_stale() || self.is_gone(nonce)
    }

    /// Whether the process behind a claim ran on this machine and is gone.
    fn is_gone(&self, nonce: Option<Nonce>) -> bool {
        nonce.zip(self.witnesses.as_ref()).is_some_and(|(nonce, witnesses)| witnesses.is_gone(nonce))
    }

    /// Looks who has it, and takes it where nobody does.
    fn look(&mut self, now: Duration) {
        let (sign, claim) = match self.see() {
            Seen::Nothing => return self.take(now),
            Seen::Barred(error) => return self.hold = Hold::Barred(error),
            Seen::Claim(claim, sign) => (sign, Some(claim)),
            Seen::Garbage(sign) => (sign, None),
        };
        let (pulse, known) = match &self.hold {
            Hold::Others { pulse, holder, nonce } => (pulse.seen(sign, now), Some((holder.clone(), *nonce))),
            _ => (Pulse::first(sign, now), None),
        };
        // What is being written reads as garbage for a moment: whoever it was, it still is.
        let (holder, nonce) = match (claim, known) {
            (Some(claim), _) => (claim.holder, Some(claim.nonce)),
            (None, known) => known.unwrap_or_default(),
        };
        self.hold = Hold::Others { pulse, holder, nonce };
        if self.is_gone(nonce) {
            self.take_over(now);
        }
    }

    fn take(&mut self, now: Duration) {
        match self.put() {
            Ok(witness) => self.hold = Hold::Held { beat: 0, renewed: now, witness },
            Err(error) => self.not_put(error, now),
        }
    }

    fn not_put(&mut self, error: io::Error, now: Duration) {
        if error.kind() != io::ErrorKind::AlreadyExists {
            return self.bar(error);
        }
        // Somebody was quicker; or it is a link that leads nowhere, which goes as what is stale does.
        let sign = Sign::Outside(0, None);
        let pulse = match &self.hold {
            Hold::Others { pulse, .. } => pulse.seen(sign, now),
            _ => Pulse::first(sign, now),
        };
        self.hold = Hold::Others { pulse, holder: Holder::default(), nonce: None };
    }

    fn bar(&mut self, error: io::Error) {
        let folder = self.file.parent().unwrap_or(Path::new(""));
        self.hold = Hold::Barred(StoreError::system(folder, error));
    }

    /// Renews the lock, or finds out that it is lost.
    fn renew(&mut self, now: Duration) {
        let mut open = self.open();
        let found = match &mut open {
            Ok(file) => found(&mut **file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Found::Nothing,
            Err(_) => Found::Unreadable,
        };
        let beat = match &self.hold {
            Hold::Held { beat, .. } => *beat + 1,
            Hold::Settling { .. } if found == Found::Nothing => return self.lose(now),
            Hold::Settling { .. } => 1,
            Hold::Wanted | Hold::Others { .. } | Hold::Barred(_) => return,
        };
        match (renewed(self.nonce, found), open) {
            // A beat that is not written is missed; the next one may be.
            (Next::Beat, Ok(mut file)) => drop(self.write(&mut *file, beat)),
            // The folder may be gone as a whole; then it is tried again when it is back.
            (Next::Again, _) => match self.disk.create(&self.file, None) {
                Ok(mut file) => drop(self.write(&mut *file, beat)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return self.lose(now),
                Err(_) => {}
            },
            (Next::Beat | Next::Wait, _) => {}
            (Next::Lost, _) => return self.lose(now),
        }
        if let Hold::Held { witness, .. } | Hold::Settling { witness, .. } = &mut self.hold {
            let witness = witness.take();
            self.hold = Hold::Held { beat, renewed: now, witness };
        }
    }

    /// Somebody else has it now.
    fn lose(&mut self, now: Duration) {
        if let Hold::Held { witness, .. } | Hold::Settling { witness, .. } =
            std::mem::replace(&mut self.hold, Hold::Wanted)
        {
            self.dismiss(witness);
        }
        self.look(now);
    }

    /// Puts a claim where there is none.
    fn put(&self) -> io::Result<Option<Witness>> {
        let witness = self.witnesses.as_ref().and_then(|witnesses| witnesses.testify(self.nonce, &self.file));
        let put = self.disk.create(&self.file, None).and_then(|mut file| {
            let written = self.write(&mut *file, 0);
            if written.is_err() {
                drop(file);
                let _ = self.disk.remove(&self.file);
            }
            written
        });
        match put {
            Ok(()) => Ok(witness),
            Err(error) => {
                self.dismiss(witness);
                Err(error)
            }
        }
    }

    fn write(&self, file: &mut dyn DiskFile, beat: u64) -> io::Result<()> {
        let text = Claim { holder: self.holder.clone(), nonce: self.nonce, beat }.text();
        file.write_all_at(0, text.as_bytes())?;
        file.truncate(text.len() as u64)
    }

    fn dismiss(&self, witness: Option<Witness>) {
        if let (Some(witnesses), Some(witness)) = (&self.witnesses, witness) {
            witnesses.dismiss(witness);
        }
    }

    fn open(&self) -> io::Result<Box<dyn DiskFile>> {
        match self.disk.about(&self.file)?.kind {
            Kind::File => self.disk.open(&self.file),
            Kind::Folder | Kind::Other => Err(io::ErrorKind::InvalidInput.into()),
        }
    }

    fn see(&self) -> Seen {
        let about = match self.disk.about(&self.file) {
            Ok(about) => about,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Seen::Nothing,
            Err(error) => return Seen::Barred(StoreError::system(&self.file, error)),
        };
        let outside = Sign::Outside(about.length, about.modified);
        match about.kind {
            Kind::Folder => Seen::Barred(StoreError::new(&self.file, Cause::Folder)),
            Kind::Other => Seen::Barred(StoreError::new(&self.file, Cause::NoRegularFile)),
            Kind::File if about.length > MOST => Seen::Garbage(outside),
            Kind::File => match self.disk.read(&self.file, MOST) {
                Ok(bytes) => {
                    let sign = Sign::Bytes(Digest::of(&bytes));
                    Claim::read(&bytes).map_or(Seen::Garbage(sign), |claim| Seen::Claim(claim, sign))
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => Seen::Nothing,
                Err(_) => Seen::Garbage(outside),
            },
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.release();
    }
}

/// Where a draft really lies: through a link and without one it is the same. The draft itself need not be there yet.
fn real(disk: &dyn Disk, draft: &Path) -> PathBuf {
    let of_folder = || {
        let folder = draft.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        disk.canonical(folder).ok().zip(draft.file_name()).map(|(folder, name)| folder.join(name))
    };
    disk.canonical(draft).ok().or_else(of_folder).unwrap_or_else(|| draft.to_path_buf())
}

/// What the holder finds in a lock file.
fn found(file: &mut dyn DiskFile) -> Found {
    let mut bytes = vec![0; LIMITS.bytes];
    let mut length = 0;
    while let Some(room) = bytes.get_mut(length..).filter(|room| !room.is_empty()) {
        match file.read_at(length as u64, room) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return Found::Unreadable,
        }
    }
    bytes.truncate(length);
    Claim::read(&bytes).map_or(Found::Garbage, |claim| Found::Claim(claim.nonce))
}
