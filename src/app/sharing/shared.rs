use super::report::Report;
use crate::store::{Holder, LockState, Sight};
use std::{collections::BTreeSet, path::PathBuf};

/// How the draft that is open stands with other people and programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Whether it may be written here.
    pub access: Access,
    /// What became of its file.
    pub outside: Outside,
    /// Copies beside it that were made because two people wrote at once, without those that the clerk put away.
    pub copies: Vec<PathBuf>,
    put_away: BTreeSet<PathBuf>,
    /// Why what another one wrote could not be read; none where it could.
    pub unread: Option<String>,
    /// Whether what the file holds is being read.
    reading: bool,
}

/// Whether a draft may be written here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// It may.
    #[default]
    Writing,
    /// It may, and others are not told of it; why not.
    Unlocked(String),
    /// Somebody else has it open, so it is only read.
    Reading {
        /// Who.
        holder: Holder,
        /// Whether nothing was heard of them for so long that the clerk may take it over.
        stale: bool,
    },
    /// It opens for writing: what the other one wrote is being read, or it is seen who took it over.
    Opening,
}

/// What became of the file of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outside {
    /// It is as it was read or written here.
    #[default]
    AsKnown,
    /// It may only be read.
    ReadOnly,
    /// It holds something else.
    Changed,
    /// It has another name now.
    Renamed(PathBuf),
    /// It was removed.
    Gone,
    /// Its folder is gone, or the drive.
    FolderGone,
    /// Something else has its name.
    NoFile,
    /// It cannot be looked at; why.
    Unreachable(String),
}

/// What follows from news of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Then {
    /// What the file holds is to be read and shown.
    Fetch,
    /// The draft may be written from now on.
    Opened,
    /// Somebody else has taken the draft over.
    Lost,
    /// Nothing more.
    Nothing,
}

impl Shared {
    /// Whether the draft is only read here because somebody else has it open.
    pub fn only_reads(&self) -> bool {
        matches!(self.access, Access::Reading { .. } | Access::Opening)
    }

    /// Why the file is not written by itself, in a few words; none where it is.
    pub fn trouble(&self) -> Option<&'static str> {
        match (&self.access, &self.outside) {
            (Access::Reading { .. } | Access::Opening, _) => Some("somebody else has it open"),
            (_, Outside::Changed) => Some("the file was changed by somebody else"),
            (_, Outside::Renamed(_)) => Some("the file was renamed"),
            (_, Outside::Gone) => Some("the file was removed"),
            (_, Outside::FolderGone) => Some("its folder is not there"),
            (_, Outside::NoFile) => Some("something else has its name"),
            (_, Outside::ReadOnly) => Some("it may only be read"),
            (_, Outside::Unreachable(_)) => Some("it cannot be reached"),
            (Access::Writing | Access::Unlocked(_), Outside::AsKnown) => None,
        }
    }

    /// Takes in how things stand. `unsaved` says whether there is anything here that is not in the file.
    pub(in crate::app) fn take(&mut self, report: Report, unsaved: bool) -> Then {
        let Report { draft: _, lock, sight, renamed, copies } = report;
        let read_before = self.only_reads();
        let changed = matches!(sight, Sight::Changed(_));
        self.outside = outside(sight, renamed);
        self.copies = copies.into_iter().filter(|copy| !self.put_away.contains(copy)).collect();
        let free = match lock {
            LockState::Held => Some(Access::Writing),
            LockState::Barred(why) => Some(Access::Unlocked(why)),
            // It is told who has it before it is told that nobody has.
            LockState::Waiting if !read_before => Some(Access::Writing),
            LockState::Waiting => {
                self.access = Access::Opening;
                None
            }
            LockState::Others { holder, stale } => {
                self.access = Access::Reading { holder, stale };
                None
            }
        };
        // Whoever only reads follows what the other one writes, and opens the file anew once it may be written.
        let fetch = !unsaved && (changed && free.is_none() || read_before && free.is_some());
        match free {
            Some(_) if fetch => self.access = Access::Opening,
            Some(access) => self.access = access,
            None => {}
        }
        match (read_before, self.only_reads()) {
            _ if fetch && !std::mem::replace(&mut self.reading, true) => Then::Fetch,
            (true, false) => Then::Opened,
            (false, true) => Then::Lost,
            (true, true) | (false, false) => Then::Nothing,
        }
    }

    /// What the file holds was read.
    pub(in crate::app) fn fetched(&mut self) {
        self.reading = false;
        self.unread = None;
    }

    /// It could not be read, and why.
    pub(in crate::app) fn not_fetched(&mut self, why: String) {
        self.reading = false;
        self.unread = Some(why);
    }

    /// What the file holds is shown now: there is nothing between the two any more. Gives whether the draft may be written
    /// since.
    pub(in crate::app) fn agree(&mut self) -> bool {
        self.outside = Outside::AsKnown;
        let opened = self.access == Access::Opening;
        if opened {
            self.access = Access::Writing;
        }
        opened
    }

    /// Tells no more of the copies that are told of.
    pub(in crate::app) fn put_away(&mut self) {
        self.put_away.extend(std::mem::take(&mut self.copies));
    }
}

fn outside(sight: Sight, renamed: Option<PathBuf>) -> Outside {
    match sight {
        Sight::Same { read_only: false } => Outside::AsKnown,
        Sight::Same { read_only: true } => Outside::ReadOnly,
        Sight::Changed(_) => Outside::Changed,
        Sight::Gone => renamed.map_or(Outside::Gone, Outside::Renamed),
        Sight::FolderGone => Outside::FolderGone,
        Sight::NoFile => Outside::NoFile,
        Sight::Unreachable(why) => Outside::Unreachable(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Digest;

    fn report(lock: LockState, changed: bool) -> Report {
        let sight = if changed { Sight::Changed(Digest::of(b"theirs")) } else { Sight::Same { read_only: false } };
        Report { draft: 1, lock, sight, renamed: None, copies: Vec::new() }
    }

    fn others(stale: bool) -> LockState {
        LockState::Others { holder: Holder::new("Ann", "far"), stale }
    }

    #[test]
    fn the_second_one_reads_follows_and_writes_once_the_newest_text_is_there() {
        let mut shared = Shared::default();
        assert!(!shared.only_reads(), "before anything is known nobody is hindered");
        assert_eq!(shared.take(report(LockState::Waiting, false), false), Then::Nothing);
        assert_eq!(shared.take(report(others(false), false), false), Then::Lost);
        assert_eq!(shared.take(report(others(false), true), false), Then::Fetch);
        assert_eq!(shared.take(report(others(false), true), false), Then::Nothing, "it is being read");
        shared.fetched();
        assert!(!shared.agree());
        assert!(shared.only_reads());
        assert_eq!(shared.take(report(LockState::Held, true), false), Then::Fetch);
        assert!(shared.only_reads(), "what was written last is not there yet");
        shared.fetched();
        assert!(shared.agree());
        assert_eq!(shared.take(report(LockState::Held, false), false), Then::Nothing);
        assert_eq!((shared.access, shared.outside), (Access::Writing, Outside::AsKnown));
    }

    #[test]
    fn where_nothing_changed_meanwhile_it_is_opened_anew_all_the_same() {
        let mut shared = Shared::default();
        shared.take(report(others(true), false), false);
        assert_eq!(shared.take(report(LockState::Waiting, false), false), Then::Nothing);
        assert_eq!(shared.access, Access::Opening);
        // Whoever had it may have left a journal behind, which is read with the file.
        assert_eq!(shared.take(report(LockState::Held, false), false), Then::Fetch);
        assert_eq!(shared.access, Access::Opening);
        shared.fetched();
        assert!(shared.agree());
    }

    #[test]
    fn what_is_not_saved_is_never_replaced_by_itself() {
        let mut shared = Shared::default();
        assert_eq!(shared.take(report(LockState::Held, true), true), Then::Nothing);
        assert_eq!(shared.outside, Outside::Changed);
        assert_eq!(shared.take(report(others(false), true), true), Then::Lost);
        assert_eq!(shared.take(report(LockState::Held, true), true), Then::Opened);
        assert_eq!((shared.access.clone(), shared.outside.clone()), (Access::Writing, Outside::Changed));
        assert_eq!(shared.take(report(LockState::Held, true), false), Then::Nothing, "nor what one writes oneself");
    }

    #[test]
    fn copies_that_were_put_away_are_not_told_again() {
        let mut shared = Shared::default();
        let with = |names: &[&str]| Report {
            copies: names.iter().map(PathBuf::from).collect(),
            ..report(LockState::Held, false)
        };
        shared.take(with(&["one"]), false);
        shared.put_away();
        shared.take(with(&["one", "two"]), false);
        assert_eq!(shared.copies, [PathBuf::from("two")]);
    }
}
