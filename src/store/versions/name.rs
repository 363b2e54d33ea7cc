use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use std::fmt;

/// What the names of versions end with.
pub(super) const ENDING: &str = ".minutes.ron";

/// The longest name that is looked at, in bytes.
const LONGEST: usize = 80;

/// The most figures of a sequence number.
const FIGURES: usize = 12;

/// How the moment is written: as in ISO 8601, with hyphens for the colons, which some systems allow in no name.
const MOMENT: &str = "%Y-%m-%dT%H-%M-%SZ";

/// What happened when a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The draft was written to its file by itself, as it is while somebody types.
    Automatic,
    /// The clerk saved it.
    Saved,
    /// It was recorded that the minutes were circulated.
    Circulated,
    /// It was recorded that they were approved.
    Approved,
    /// It was recorded that they were signed.
    Signed,
    /// It was found again after the program or the machine had stopped.
    Recovered,
    /// It is what stood there before an earlier version was restored.
    Restored,
    /// It is what another program had written into the file, or what stood here when that was taken.
    ChangedOutside,
}

impl Why {
    /// All of them.
    pub const ALL: [Why; 8] = [
        Why::Automatic,
        Why::Saved,
        Why::Circulated,
        Why::Approved,
        Why::Signed,
        Why::Recovered,
        Why::Restored,
        Why::ChangedOutside,
    ];

    /// Its word in the name of a file.
    pub fn word(self) -> &'static str {
        match self {
            Why::Automatic => "automatic",
            Why::Saved => "saved",
            Why::Circulated => "circulated",
            Why::Approved => "approved",
            Why::Signed => "signed",
            Why::Recovered => "recovered",
            Why::Restored => "restored",
            Why::ChangedOutside => "changed-outside",
        }
    }

    /// Whether the version was made without anything having happened; no other is ever thinned.
    pub fn is_automatic(self) -> bool {
        self == Why::Automatic
    }
}

/// The name of a version: which it is in the sequence, when it was kept and why.
///
/// The sequence alone says which is the later one: a clock may be set back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionName {
    /// Its number; each later version has a greater one.
    pub sequence: u64,
    /// When it was kept, in UTC, to the second.
    pub at: Timestamp,
    /// What happened.
    pub why: Why,
}

impl VersionName {
    /// The greatest number that a name can bear.
    pub(super) const LAST: u64 = 10_u64.pow(FIGURES as u32) - 1;

    /// Reads the name of a file; none where it is not exactly that of a version.
    pub fn read(name: &str) -> Option<VersionName> {
        let stem = name.strip_suffix(ENDING).filter(|_| name.len() <= LONGEST && name.is_ascii())?;
        let (sequence, rest) = stem.split_once('-')?;
        let (moment, word) = rest.split_once("Z-")?;
        let figures = sequence.len() <= FIGURES && sequence.chars().all(|c| c.is_ascii_digit());
        let sequence = sequence.parse().ok().filter(|_| figures)?;
        let at = DateTime::strptime(MOMENT, format!("{moment}Z")).ok()?;
        let at = TimeZone::UTC.to_timestamp(at).ok()?;
        let why = Why::ALL.into_iter().find(|why| why.word() == word)?;
        let read = VersionName { sequence, at, why };
        // What is written in another way than this program's would be found, but not opened again by its name.
        (read.to_string() == name).then_some(read)
    }
}

impl fmt::Display for VersionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let VersionName { sequence, at, why } = self;
        write!(f, "{sequence:06}-{}-{}{ENDING}", at.strftime(MOMENT), why.word())
    }
}
