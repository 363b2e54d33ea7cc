use crate::format::Digest;
use std::time::SystemTime;

/// What is seen of a draft's file from outside, beside what was last read from it or written to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It is what was read or written.
    Same {
        /// Whether its permissions say that it may only be read.
        read_only: bool,
    },
    /// It holds something else.
    Changed(Digest),
    /// It is gone; its folder is there.
    Gone,
    /// Its folder is gone, or the drive.
    FolderGone,
    /// Something else has its name: a folder, a pipe.
    NoFile,
    /// It cannot be looked at, and why.
    Unreachable(String),
}

/// What a look at the folder tells, without reading the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Glance {
    /// There is a file.
    File {
        /// Its length and when it was written.
        stamp: Stamp,
        /// Whether it may only be read.
        read_only: bool,
    },
    /// There is no file.
    Missing,
    /// There is no folder.
    FolderMissing,
    /// There is something else.
    NoFile,
    /// It cannot be told.
    Unreachable(String),
}

/// The length of a file and when it was written, by the clock of whoever wrote it. Two of them are the same or not; which is
/// later is never asked.
pub(super) type Stamp = (u64, Option<SystemTime>);

/// What is to be done after a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// That is it.
    Seen(Sight),
    /// It may be different: read it, and tell [`Eye::read`].
    Read,
}

/// Decides what is seen. What changes between two looks is looked at once more before it is told: a program that writes a
/// file takes the old one away first, and somebody's synchronisation is half through.
#[derive(Clone, Debug)]
pub(super) struct Eye {
    /// What was read or written last.
    known: Digest,
    /// What is being written just now, or was.
    coming: Option<Digest>,
    /// The stamp of the file and its digest when it was read here.
    read: Option<(Stamp, Digest)>,
    /// What the last look told.
    last: Option<Glance>,
    /// Whether that was not believed yet.
    settling: bool,
    sight: Sight,
}

impl Eye {
    /// For a draft as it was read or written.
    pub fn new(known: Digest) -> Eye {
        Eye { known, coming: None, read: None, last: None, settling: false, sight: Sight::Same { read_only: false } }
    }

    /// Something is about to be written there, which is no change from outside.
    pub fn coming(&mut self, digest: Digest) {
        self.coming = Some(digest);
    }

    /// This was written, or taken as it is.
    pub fn know(&mut self, digest: Digest) {
        self.known = digest;
        self.coming = None;
        self.last = None;
    }

    /// What was read or written last.
    pub fn known(&self) -> Digest {
        self.known
    }

    /// How long the file is as it was read or written; nothing where it was not seen so.
    pub fn length(&self) -> Option<u64> {
        self.read.filter(|(_, digest)| *digest == self.known).map(|((length, _), _)| length)
    }

    /// Whether what was looked at last is to be looked at once more.
    pub fn is_settling(&self) -> bool {
        self.settling
    }

    /// What was last seen.
    pub fn sight(&self) -> &Sight {
        &self.sight
    }

    /// Takes in what a look told.
    pub fn glance(&mut self, glance: Glance) -> Then {
        let settled = self.last.as_ref() == Some(&glance);
        let first = self.last.is_none();
        let then = match &glance {
            Glance::File { stamp, .. } if self.read.is_some_and(|(read, _)| read == *stamp) => None,
            // The first look, and what stays as it is.
            Glance::File { .. } if first || settled => Some(Then::Read),
            Glance::File { .. } => Some(Then::Seen(self.sight.clone())),
            Glance::Missing | Glance::FolderMissing | Glance::NoFile | Glance::Unreachable(_) if !settled => {
                Some(Then::Seen(self.sight.clone()))
            }
            Glance::Missing | Glance::FolderMissing | Glance::NoFile | Glance::Unreachable(_) => None,
        };
        self.settling = matches!(then, Some(Then::Seen(_)));
        self.last = Some(glance);
        then.unwrap_or_else(|| Then::Seen(self.judge()))
    }

    /// Takes in the digest of the file as it was read after [`Then::Read`].
    pub fn read(&mut self, digest: Digest) -> Sight {
        if let Some(Glance::File { stamp, .. }) = &self.last {
            self.read = Some((*stamp, digest));
        }
        self.judge()
    }

    /// The file could not be read after [`Then::Read`].
    pub fn unreadable(&mut self, why: String) -> Sight {
        // It is tried again at the next look.
        self.last = None;
        self.sight = Sight::Unreachable(why);
        self.sight.clone()
    }

    fn judge(&mut self) -> Sight {
        let sight = match &self.last {
            None => self.sight.clone(),
            Some(Glance::Missing) => Sight::Gone,
            Some(Glance::FolderMissing) => Sight::FolderGone,
            Some(Glance::NoFile) => Sight::NoFile,
            Some(Glance::Unreachable(why)) => Sight::Unreachable(why.clone()),
            Some(Glance::File { read_only, .. }) => match self.read {
                Some((_, digest)) if digest != self.known && Some(digest) != self.coming => Sight::Changed(digest),
                Some(_) | None => Sight::Same { read_only: *read_only },
            },
        };
        if let (Sight::Same { .. }, Some((_, digest))) = (&sight, self.read)
            && Some(digest) == self.coming
        {
            self.know(digest);
        }
        self.sight = sight.clone();
        sight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(text: &str) -> Digest {
        Digest::of(text.as_bytes())
    }

    fn file(length: u64) -> Glance {
        Glance::File { stamp: (length, None), read_only: false }
    }

    const SAME: Sight = Sight::Same { read_only: false };

    fn eye() -> Eye {
        let mut eye = Eye::new(digest("mine"));
        assert_eq!(eye.glance(file(4)), Then::Read);
        assert_eq!(eye.read(digest("mine")), SAME);
        assert_eq!(eye.glance(file(4)), Then::Seen(SAME), "it is not read again");
        eye
    }

    #[test]
    fn a_change_is_told_once_it_has_settled() {
        let mut eye = eye();
        assert_eq!(eye.glance(file(2)), Then::Seen(SAME));
        assert_eq!(eye.glance(file(6)), Then::Seen(SAME), "it grows");
        assert_eq!(eye.glance(file(6)), Then::Read);
        assert_eq!(eye.read(digest("theirs")), Sight::Changed(digest("theirs")));
        assert_eq!(eye.glance(file(6)), Then::Seen(Sight::Changed(digest("theirs"))));
        eye.know(digest("theirs"));
        assert_eq!(eye.glance(file(6)), Then::Seen(SAME), "taken as it is");
    }

    #[test]
    fn what_was_only_touched_or_copied_back_is_no_change() {
        let mut eye = eye();
        for modified in [Some(SystemTime::UNIX_EPOCH), None] {
            let touched = || Glance::File { stamp: (4, modified), read_only: false };
            if let Then::Read = [eye.glance(touched()), eye.glance(touched())][1] {
                assert_eq!(eye.read(digest("mine")), SAME);
            }
        }
    }

    #[test]
    fn a_clock_that_was_set_back_hides_no_change() {
        let at = |seconds| Glance::File {
            stamp: (4, Some(SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds))),
            read_only: false,
        };
        let mut eye = Eye::new(digest("mine"));
        assert_eq!(eye.glance(at(1_000)), Then::Read);
        eye.read(digest("mine"));
        assert_eq!((eye.glance(at(10)), eye.glance(at(10))), (Then::Seen(SAME), Then::Read));
        assert_eq!(eye.read(digest("ours")), Sight::Changed(digest("ours")));
    }

    #[test]
    fn a_file_that_is_gone_for_a_moment_is_not_missed() {
        let mut eye = eye();
        assert_eq!(eye.glance(Glance::Missing), Then::Seen(SAME));
        assert_eq!(eye.glance(file(4)), Then::Seen(SAME));
        assert_eq!(eye.glance(Glance::Missing), Then::Seen(SAME));
        assert_eq!(eye.glance(Glance::Missing), Then::Seen(Sight::Gone));
        assert_eq!(eye.glance(Glance::FolderMissing), Then::Seen(Sight::Gone));
        assert_eq!(eye.glance(Glance::FolderMissing), Then::Seen(Sight::FolderGone));
        assert_eq!(eye.glance(file(4)), Then::Seen(SAME), "it is back, as it was");
    }

    #[test]
    fn what_comes_back_different_is_told() {
        let mut eye = eye();
        eye.glance(Glance::FolderMissing);
        eye.glance(Glance::FolderMissing);
        assert_eq!(eye.glance(file(9)), Then::Seen(Sight::FolderGone));
        assert_eq!(eye.glance(file(9)), Then::Read);
        assert_eq!(eye.read(digest("theirs")), Sight::Changed(digest("theirs")));
    }

    #[test]
    fn what_one_writes_oneself_is_no_change_from_outside() {
        let mut eye = eye();
        eye.coming(digest("mine too"));
        assert_eq!((eye.glance(file(8)), eye.glance(file(8))), (Then::Seen(SAME), Then::Read));
        assert_eq!(eye.read(digest("mine too")), SAME);
        assert_eq!(eye.known(), digest("mine too"));
        eye.coming(digest("it failed"));
        assert_eq!(eye.glance(file(8)), Then::Seen(SAME), "the old file is still there");
        eye.know(digest("written"));
        assert_eq!(eye.glance(file(7)), Then::Read);
        assert_eq!(eye.read(digest("written")), SAME);
    }

    #[test]
    fn what_may_only_be_read_is_told() {
        let mut eye = eye();
        let only_read = Glance::File { stamp: (4, None), read_only: true };
        assert_eq!(eye.glance(only_read), Then::Seen(Sight::Same { read_only: true }));
        assert_eq!(eye.glance(file(4)), Then::Seen(SAME));
    }
}
