use super::entry::{Entry, Written};
use super::fault::JournalFault;
use super::record::{FRAME, HEAD, Head, Record, at, later};
use super::unfold::Texts;
use super::version::Version;
use crate::edit::{Edit, MAX_STEPS, Session, Snapshot, Step};
use crate::format::limits::ITEM_DEPTH;
use crate::format::{draft, validate::validate};
use crate::model::Minutes;
use serde::de::DeserializeOwned;

/// How many of the files that were written are remembered.
pub(super) const WRITTEN: usize = 16;

/// How deep items may be nested while a journal is replayed; in the end [`ITEM_DEPTH`] holds.
const DEPTH: usize = 4 * ITEM_DEPTH;

/// What a journal leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Replayed<C> {
    /// The session as it was.
    pub session: Session<C>,
    /// Where the clerk was.
    pub here: C,
    /// The files that were written of this session, or the one that was read, the latest last.
    pub written: Vec<Written>,
    /// Whether the session never heard that the last of them came to its place.
    pub unsure: bool,
    /// Whether the draft was closed.
    pub closed: bool,
    /// How many entries there were.
    pub entries: usize,
    /// How many changes were made, taken back or made again since the draft's file was last said to be on disk.
    pub unsaved: usize,
    /// How many changes had to be taken back at the end, because with them the draft would be none that can be kept. They can
    /// be made again by redoing them.
    pub taken_back: usize,
    /// How the journal ended.
    pub ending: Ending,
    /// Which writing of the journal it was.
    pub generation: u64,
}

/// How a journal ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With a whole record.
    Whole,
    /// With one that was being written: it was not on the disk yet.
    Torn,
    /// With damage to what was on the disk: what stood behind is lost.
    Damaged {
        /// How many entries are known to be lost, at least.
        lost: usize,
    },
}

/// Reads a journal and does again what stands in it. What stands before any damage counts.
///
/// # Errors
/// Where it is no journal, is of a newer version, or what it began with is damaged.
pub fn replay<C: DeserializeOwned + Clone + PartialEq>(bytes: &[u8]) -> Result<Replayed<C>, JournalFault> {
    let head = Head::read(bytes).ok_or(JournalFault::NoJournal)?;
    let version = Version::of(head.version)?;
    let mut records = Records { bytes, offset: HEAD, salt: head.salt(), number: 0 };
    let mut texts = Texts::default();
    let mut player = begin::<C>(version, &mut records, &mut texts)?;
    let mut ending = player.steps(version, &mut records, &mut texts);
    while ending.is_none() {
        let Some(record) = records.next() else { break };
        let entry = texts.unfold(record.payload).and_then(|text| version.entry(&text).ok());
        if entry.and_then(|entry| player.play(entry)).is_none() {
            ending = Some(Ending::Damaged { lost: 1 + records.by_ref().count() });
        }
        player.replayed.entries += 1;
    }
    let mut replayed = player.replayed;
    replayed.generation = head.generation;
    replayed.ending = ending.unwrap_or_else(|| records.ending());
    within_bounds(&mut replayed)?;
    Ok(replayed)
}

/// The records in their order.
struct Records<'a> {
    bytes: &'a [u8],
    offset: usize,
    salt: u32,
    number: u32,
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let record = at(self.bytes, self.offset, self.salt).filter(|record| record.number == self.number)?;
        self.offset += FRAME + record.payload.len();
        self.number = self.number.checked_add(1)?;
        Some(record)
    }
}

impl Records<'_> {
    /// How they end where there is no next one.
    fn ending(&self) -> Ending {
        let rest = self.bytes.get(self.offset..).unwrap_or_default();
        if rest.iter().all(|byte| *byte == 0) {
            return Ending::Whole;
        }
        match later(self.bytes, self.offset, self.salt, self.number) {
            0 => Ending::Torn,
            lost => Ending::Damaged { lost },
        }
    }
}

struct Player<C> {
    replayed: Replayed<C>,
    undo: usize,
    redo: usize,
}

fn begin<C: DeserializeOwned + Clone + PartialEq>(
    version: Version,
    records: &mut Records<'_>,
    texts: &mut Texts,
) -> Result<Player<C>, JournalFault> {
    let start = records.next().and_then(|record| texts.unfold(record.payload));
    let start = start.and_then(|text| version.start::<C>(&text).ok()).ok_or(JournalFault::Beginning)?;
    let minutes = records.next().ok_or(JournalFault::Beginning)?.payload;
    let minutes = draft::read(minutes).map_err(JournalFault::Draft)?;
    let session = Session::restore(Snapshot {
        minutes,
        undo: Vec::new(),
        redo: Vec::new(),
        revision: start.revision,
        saved_revision: start.saved,
        last_revision: start.last,
    });
    let replayed = Replayed {
        session,
        here: start.here,
        written: start.written,
        unsure: false,
        closed: false,
        entries: 0,
        unsaved: 0,
        taken_back: 0,
        ending: Ending::Whole,
        generation: 0,
    };
    let steps = [start.undo, start.redo].into_iter().all(|steps| steps <= MAX_STEPS);
    if !steps || start.last < start.revision {
        return Err(JournalFault::Beginning);
    }
    Ok(Player { replayed, undo: start.undo, redo: start.redo })
}

impl<C: DeserializeOwned + Clone + PartialEq> Player<C> {
    /// Reads the history. Where that ends early, what was read is kept and nothing behind it counts.
    fn steps(&mut self, version: Version, records: &mut Records<'_>, texts: &mut Texts) -> Option<Ending> {
        let mut damage = None;
        let mut list = |count: usize| {
            let mut steps: Vec<Step<C>> = Vec::new();
            while steps.len() < count && damage.is_none() {
                let record = records.next();
                let found = record.is_some();
                let text = record.and_then(|record| texts.unfold(record.payload));
                match text.and_then(|text| version.step(&text).ok()) {
                    Some(step) => steps.push(step),
                    None if found => damage = Some(Ending::Damaged { lost: 1 + records.by_ref().count() }),
                    // What a journal begins with was on the disk before the journal had its name.
                    None => {
                        damage = Some(Ending::Damaged {
                            lost: later(records.bytes, records.offset, records.salt, records.number),
                        })
                    }
                }
            }
            steps.reverse();
            steps
        };
        let (undo, redo) = (list(self.undo), list(self.redo));
        let snapshot = self.replayed.session.snapshot();
        self.replayed.session = Session::restore(Snapshot { undo, redo, ..snapshot });
        damage
    }

    /// Does again what an entry says; nothing where that cannot be.
    fn play(&mut self, entry: Entry<C>) -> Option<()> {
        let replayed = &mut self.replayed;
        let session = &mut replayed.session;
        let nests = match &entry {
            Entry::Change { edit, .. } => may_nest(edit),
            Entry::Undo { .. } | Entry::Redo { .. } => true,
            Entry::Writing(_) | Entry::Saved { .. } | Entry::Here(_) | Entry::Closed => false,
        };
        match entry {
            Entry::Change { edit, intent } => {
                let after = intent.after.clone();
                session.apply(edit, intent).ok().filter(|changed| *changed)?;
                replayed.here = after;
                replayed.unsaved += 1;
            }
            Entry::Undo { to } => {
                replayed.here = session.undo().ok()??;
                replayed.unsaved += 1;
                (session.revision() == to).then_some(())?;
            }
            Entry::Redo { to } => {
                replayed.here = session.redo().ok()??;
                replayed.unsaved += 1;
                (session.revision() == to).then_some(())?;
            }
            Entry::Writing(written) => {
                if replayed.written.len() >= WRITTEN {
                    replayed.written.remove(0);
                }
                replayed.written.push(written);
                replayed.unsure = true;
            }
            Entry::Saved { revision } => {
                session.saved(revision);
                replayed.unsaved = 0;
                replayed.unsure &= replayed.written.last().is_none_or(|written| written.revision != revision);
            }
            Entry::Here(here) => replayed.here = here,
            Entry::Closed => replayed.closed = true,
        }
        (!nests || is_shallow(session.minutes())).then_some(())
    }
}

/// Whether a change may put items into one another.
fn may_nest(edit: &Edit) -> bool {
    match edit {
        Edit::Business(_) | Edit::Several(_) => true,
        Edit::House(_)
        | Edit::Meeting(_)
        | Edit::Numbering(_)
        | Edit::Attendance(_)
        | Edit::Declarations(_)
        | Edit::NilDeclarations(_)
        | Edit::Previous(_)
        | Edit::Prose { .. }
        | Edit::Closing(_)
        | Edit::Record(_) => false,
    }
}

/// Whether items are nested no deeper than can be walked through.
fn is_shallow(minutes: &Minutes) -> bool {
    minutes.items().iter().all(|visit| visit.depth < DEPTH)
}

/// Takes changes back until the draft is one that can be kept.
fn within_bounds<C: Clone + PartialEq>(replayed: &mut Replayed<C>) -> Result<(), JournalFault> {
    while validate(replayed.session.minutes()).is_err() {
        match replayed.session.undo() {
            Ok(Some(here)) => replayed.here = here,
            Ok(None) | Err(_) => return Err(JournalFault::Beginning),
        }
        replayed.taken_back += 1;
    }
    Ok(())
}
