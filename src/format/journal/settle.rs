use super::replay::Replayed;
use crate::format::digest::Digest;

/// What the draft's file on disk is to a session that came back from its journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It holds a revision of the session, and the session now has that as saved.
    Known,
    /// It holds something else: it was changed outside.
    Changed,
    /// There is none, though one was written or read; or it never had one.
    Gone,
}

impl<C: Clone + PartialEq> Replayed<C> {
    /// Tells the session which of its revisions is on disk, by the digest of what its file holds now. A file that was being written when
    /// the program ended is known whether it came to its place or not.
    pub fn settle(&mut self, found: Option<Digest>) -> Settled {
        let Some(found) = found else {
            self.session.saved(u64::MAX);
            return Settled::Gone;
        };
        let now = self.session.revision();
        let mut known = self.written.iter().rev().filter(|written| written.file.digest == found).peekable();
        let last = known.peek().map(|written| written.revision);
        match last {
            Some(last) => {
                let same = known.any(|written| written.revision == now);
                self.session.saved(if same { now } else { last });
                Settled::Known
            }
            None => {
                self.session.saved(u64::MAX);
                Settled::Changed
            }
        }
    }
}
