//! What a clerk tells of its work, a line at a time.

use minutebook::{
    app::Draft,
    format::{Digest, write},
    model::Minutes,
};
use std::{
    fmt,
    str::FromStr,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// A state of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// When it came to be: since 1970, by the one clock of the machine.
    pub at: Duration,
    /// The minutes.
    pub minutes: Digest,
    /// How many steps can be undone and redone, and what they are called.
    pub history: Digest,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The draft came back by itself.
    Back(Seen),
    /// It was opened from its file.
    Opened(Seen),
    /// There was none, and one was begun.
    Begun(Seen),
    /// This is about to be done; the minutes will then be these.
    Will(Digest),
    /// It was done.
    Did(Seen),
    /// What helps to understand what is wrong, should anything be.
    Note(String),
    /// Something is not as it should be.
    Wrong(String),
    /// More than one draft was left behind.
    Many(usize),
    /// The draft can only be read at the moment.
    Reads,
    /// The clerk went home.
    End,
}

pub fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// The digest of minutes as they would be saved.
pub fn digest(minutes: &Minutes) -> Digest {
    Digest::of(write(minutes).as_bytes())
}

/// What can be undone and redone, in words.
pub fn history(draft: &Draft) -> String {
    let session = &draft.session;
    let steps = session.snapshot();
    let (undo, redo) = (steps.undo.len(), steps.redo.len());
    format!("{undo} steps back, {:?}; {redo} forth, {:?}", session.undo_label(), session.redo_label())
}

impl Seen {
    pub fn of(draft: &Draft) -> Seen {
        let session = &draft.session;
        let steps = session.snapshot();
        let history =
            format!("{} {:?} {} {:?}", steps.undo.len(), session.undo_label(), steps.redo.len(), session.redo_label());
        Seen { at: now(), minutes: digest(session.minutes()), history: Digest::of(history.as_bytes()) }
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.at.as_nanos(), self.minutes, self.history)
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Told::Back(seen) => write!(f, "back {seen}"),
            Told::Opened(seen) => write!(f, "opened {seen}"),
            Told::Begun(seen) => write!(f, "begun {seen}"),
            Told::Will(minutes) => write!(f, "will {minutes}"),
            Told::Did(seen) => write!(f, "did {seen}"),
            Told::Note(what) => write!(f, "note {}", what.replace('\n', " ")),
            Told::Wrong(what) => write!(f, "wrong {}", what.replace('\n', " ")),
            Told::Many(count) => write!(f, "many {count}"),
            Told::Reads => f.write_str("reads"),
            Told::End => f.write_str("end"),
        }
    }
}

impl FromStr for Told {
    type Err = ();

    fn from_str(line: &str) -> Result<Told, ()> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        Ok(match word {
            "back" => Told::Back(seen(rest)?),
            "opened" => Told::Opened(seen(rest)?),
            "begun" => Told::Begun(seen(rest)?),
            "will" => Told::Will(read_digest(rest)?),
            "did" => Told::Did(seen(rest)?),
            "note" => Told::Note(rest.to_owned()),
            "wrong" => Told::Wrong(rest.to_owned()),
            "many" => Told::Many(rest.parse().map_err(|_| ())?),
            "reads" => Told::Reads,
            "end" => Told::End,
            _ => return Err(()),
        })
    }
}

fn seen(text: &str) -> Result<Seen, ()> {
    let mut words = text.split(' ');
    let mut word = || words.next().ok_or(());
    let nanos: u64 = word()?.parse().map_err(|_| ())?;
    Ok(Seen { at: Duration::from_nanos(nanos), minutes: read_digest(word()?)?, history: read_digest(word()?)? })
}

fn read_digest(text: &str) -> Result<Digest, ()> {
    Digest::try_from(text.to_owned()).map_err(|_| ())
}
