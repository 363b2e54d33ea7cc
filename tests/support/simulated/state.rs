//! What the simulated disk holds, what of it is sure, and what a loss of power leaves.

use super::{Call, Fault, Left};
use minutebook::store::{About, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What a disk writes at once, in bytes: a piece of a write is there or not, but for the last one, which may be torn
/// anywhere.
const SECTOR: usize = 512;

/// How many links are followed.
const LINKS: usize = 40;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    Folder,
    Link(PathBuf),
    File(u64),
}

/// A change of names. Which folder has to be synced for it is that of the name that it puts, or takes.
#[derive(Clone, Debug)]
pub enum NameChange {
    Made(PathBuf, Name),
    Taken(PathBuf),
    Moved(PathBuf, PathBuf, Name),
}

/// A change of a file.
#[derive(Clone, Debug)]
pub enum Change {
    Write { offset: u64, bytes: Vec<u8> },
    Grow(u64),
    Cut(u64),
}

/// A file.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// What a reader sees.
    pub now: Vec<u8>,
    pub mode: u32,
    synced: Vec<u8>,
    /// What was done since the last sync, and whether a sync of it failed.
    unsynced: Vec<(Change, bool)>,
    allocated: u64,
    modified: u64,
}

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Go,
    Fail(Fault),
    /// The power goes in the middle of it.
    Cut,
}

#[derive(Clone, Default)]
pub struct State {
    names: BTreeMap<PathBuf, Name>,
    synced_names: BTreeMap<PathBuf, Name>,
    unsynced_names: Vec<NameChange>,
    bodies: BTreeMap<u64, Body>,
    pub locks: BTreeSet<u64>,
    pub calls: Vec<(Call, PathBuf)>,
    pub faults: BTreeMap<usize, Fault>,
    pub failing: BTreeMap<Call, io::ErrorKind>,
    pub cut_at: Option<usize>,
    pub off: bool,
    pub room: Option<u64>,
    pub at_most: Option<usize>,
    pub sync_takes: Duration,
    last: u64,
}

fn no_power() -> io::Error {
    io::Error::other("there is no power")
}

impl State {
    // Calls

    /// Notes a call, and says what becomes of it.
    pub fn begin(&mut self, call: Call, path: &Path) -> io::Result<Step> {
        if self.off {
            return Err(no_power());
        }
        let number = self.calls.len();
        self.calls.push((call, path.to_path_buf()));
        if self.cut_at == Some(number) {
            self.off = true;
            return Ok(Step::Cut);
        }
        let fault = self.faults.get(&number).copied();
        let fault = fault.or_else(|| self.failing.get(&call).map(|kind| Fault::Error(*kind)));
        Ok(fault.map_or(Step::Go, Step::Fail))
    }

    /// How a call ends that did what it could.
    pub fn finish(&self, step: Step) -> io::Result<()> {
        match step {
            Step::Go | Step::Fail(Fault::Short) => Ok(()),
            Step::Fail(Fault::Error(kind)) => Err(kind.into()),
            Step::Cut => Err(no_power()),
        }
    }

    /// A call that changes nothing.
    pub fn ask(&mut self, call: Call, path: &Path) -> io::Result<()> {
        let step = self.begin(call, path)?;
        self.finish(step)
    }

    /// A call that does its work or does not.
    pub fn change(
        &mut self,
        call: Call,
        path: &Path,
        work: impl FnOnce(&mut State) -> io::Result<()>,
    ) -> io::Result<()> {
        let step = self.begin(call, path)?;
        match (step, call) {
            // What is being synced when the power goes is as unsure as before.
            (Step::Fail(Fault::Error(_)), _) | (Step::Cut, Call::SyncFolder) => {}
            _ => work(self)?,
        }
        self.finish(step)
    }

    // Names

    pub fn name(&self, path: &Path) -> io::Result<&Name> {
        self.names.get(path).ok_or_else(|| {
            let in_file = path.ancestors().skip(1).any(|above| matches!(self.names.get(above), Some(Name::File(_))));
            let kind = if in_file { io::ErrorKind::NotADirectory } else { io::ErrorKind::NotFound };
            io::Error::from(kind)
        })
    }

    /// The path at the end of all links.
    pub fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        let mut path = path.to_path_buf();
        for _ in 0..LINKS {
            match self.name(&path)? {
                Name::Link(target) => path = path.parent().unwrap_or(Path::new("/")).join(target),
                Name::File(_) | Name::Folder => return Ok(path),
            }
        }
        Err(io::Error::other("too many links"))
    }

    pub fn file_id(&self, path: &Path) -> io::Result<u64> {
        match self.name(&self.follow(path)?)? {
            Name::File(id) => Ok(*id),
            Name::Folder | Name::Link(_) => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    pub fn about(&mut self, path: &Path) -> io::Result<About> {
        let followed = self.follow(path)?;
        if self.name(&followed)? == &Name::Folder {
            return Ok(About { kind: Kind::Folder, length: 0, modified: None, read_only: false });
        }
        let body = self.body_mut(&followed)?;
        let modified = SystemTime::UNIX_EPOCH + Duration::from_secs(body.modified);
        let (length, read_only) = (body.now.len() as u64, body.mode & 0o222 == 0);
        Ok(About { kind: Kind::File, length, modified: Some(modified), read_only })
    }

    pub fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        match self.name(&self.follow(folder)?)? {
            Name::Folder => Ok(self.names.keys().filter(|path| path.parent() == Some(folder)).cloned().collect()),
            Name::File(_) | Name::Link(_) => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    pub fn paths(&self) -> Vec<PathBuf> {
        let kept = self.names.iter().filter(|(_, name)| **name != Name::Folder);
        kept.map(|(path, _)| path.clone()).collect()
    }

    fn folder_of(&self, path: &Path) -> io::Result<()> {
        match path.parent().map(|folder| self.name(folder)).transpose()? {
            Some(Name::Folder) => Ok(()),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }

    pub fn create(&mut self, path: &Path, mode: Option<u32>) -> io::Result<u64> {
        self.folder_of(path)?;
        if self.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let id = self.body_new(mode.unwrap_or(0o644), &[]);
        self.put(NameChange::Made(path.to_path_buf(), Name::File(id)));
        Ok(id)
    }

    pub fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let name = self.name(from)?.clone();
        self.folder_of(to)?;
        if self.names.get(to) == Some(&Name::Folder) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        self.put(NameChange::Moved(from.to_path_buf(), to.to_path_buf(), name));
        Ok(())
    }

    pub fn remove(&mut self, path: &Path) -> io::Result<()> {
        if self.name(path)? == &Name::Folder {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        self.put(NameChange::Taken(path.to_path_buf()));
        Ok(())
    }

    pub fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        if self.name(folder)? != &Name::Folder {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let all = std::mem::take(&mut self.unsynced_names);
        for put in all {
            if put.path().parent() == Some(folder) {
                put.apply(&mut self.synced_names);
            } else {
                self.unsynced_names.push(put);
            }
        }
        Ok(())
    }

    pub fn create_folders(&mut self, folder: &Path) -> io::Result<()> {
        for above in folder.ancestors() {
            match self.names.get(above) {
                Some(Name::File(_)) if above == folder => return Err(io::ErrorKind::AlreadyExists.into()),
                Some(Name::File(_)) => return Err(io::ErrorKind::NotADirectory.into()),
                Some(Name::Folder | Name::Link(_)) | None => {}
            }
        }
        self.put_folder(folder);
        Ok(())
    }

    fn put(&mut self, put: NameChange) {
        put.apply(&mut self.names);
        self.unsynced_names.push(put);
    }

    // What was there before, and is sure

    pub fn put_folder(&mut self, folder: &Path) {
        for above in folder.ancestors() {
            self.put_sure(above, Name::Folder);
        }
    }

    pub fn put_file(&mut self, path: &Path, bytes: &[u8]) {
        self.put_folder(path.parent().expect("a folder"));
        let mode = self.body_mut(path).map_or(0o644, |body| body.mode);
        let id = self.body_new(mode, bytes);
        self.put_sure(path, Name::File(id));
    }

    pub fn put_link(&mut self, path: &Path, target: &Path) {
        self.put_sure(path, Name::Link(target.to_path_buf()));
    }

    pub fn take(&mut self, path: &Path) {
        self.names.retain(|name, _| !name.starts_with(path));
        self.synced_names.retain(|name, _| !name.starts_with(path));
        self.unsynced_names.retain(|put| !put.path().starts_with(path));
    }

    fn put_sure(&mut self, path: &Path, name: Name) {
        self.names.insert(path.to_path_buf(), name.clone());
        self.synced_names.insert(path.to_path_buf(), name);
    }

    // Files

    fn body_new(&mut self, mode: u32, bytes: &[u8]) -> u64 {
        self.last += 1;
        let bytes = bytes.to_vec();
        let body = Body { now: bytes.clone(), synced: bytes, mode, modified: self.last, ..Body::default() };
        self.bodies.insert(self.last, body);
        self.last
    }

    pub fn body(&mut self, id: u64) -> &mut Body {
        self.bodies.get_mut(&id).expect("files that are open stay")
    }

    pub fn body_mut(&mut self, path: &Path) -> io::Result<&mut Body> {
        let id = self.file_id(path)?;
        Ok(self.body(id))
    }

    pub fn record(&mut self, id: u64, change: Change) {
        self.last += 1;
        let modified = self.last;
        let body = self.body(id);
        change.apply(&mut body.now);
        if let Change::Cut(length) = change {
            body.allocated = body.allocated.min(length);
        }
        body.modified = modified;
        body.unsynced.push((change, false));
    }

    pub fn sync(&mut self, id: u64) {
        let Body { synced, unsynced, .. } = self.body(id);
        unsynced.retain(|(change, forgotten)| {
            if !forgotten {
                change.apply(synced);
            }
            *forgotten
        });
    }

    pub fn forget(&mut self, id: u64) {
        self.body(id).unsynced.iter_mut().for_each(|(_, forgotten)| *forgotten = true);
    }

    pub fn allocate(&mut self, id: u64, length: u64) -> io::Result<()> {
        let has = self.body(id).size();
        if self.free().is_some_and(|free| length.saturating_sub(has) > free) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        if length > has {
            self.record(id, Change::Grow(length));
            self.body(id).allocated = length;
        }
        Ok(())
    }

    /// How many of some bytes there is room for.
    pub fn room_for(&mut self, id: u64, offset: u64, length: usize) -> usize {
        let has = self.body(id).size();
        let fits = self.free().map_or(u64::MAX, |free| (has + free).saturating_sub(offset));
        usize::try_from(fits).map_or(length, |fits| fits.min(length))
    }

    fn free(&self) -> Option<u64> {
        self.room.map(|room| room.saturating_sub(self.taken()))
    }

    pub fn taken(&self) -> u64 {
        let ids: BTreeSet<u64> = self.names.values().filter_map(Name::id).collect();
        ids.iter().filter_map(|id| self.bodies.get(id)).map(Body::size).sum()
    }

    // Power

    pub fn after_power_loss(&self, left: Left) -> State {
        let mut chance = Chance(match left {
            Left::Chance(seed) => seed,
            Left::Nothing | Left::Everything | Left::Names | Left::Bytes => 0,
        });
        let mut names = self.synced_names.clone();
        for put in &self.unsynced_names {
            let kept = match left {
                Left::Nothing | Left::Bytes => false,
                Left::Everything | Left::Names => true,
                Left::Chance(_) => chance.one_of(2) == 0,
            };
            if kept {
                put.apply(&mut names);
            }
        }
        let ids: BTreeSet<u64> = names.values().filter_map(Name::id).collect();
        let bodies = self.bodies.iter().filter(|(id, _)| ids.contains(id));
        let bodies = bodies.map(|(id, body)| (*id, body.after_power_loss(left, &mut chance))).collect();
        let synced_names = names.clone();
        State { names, synced_names, bodies, room: self.room, last: self.last, ..State::default() }
    }
}

impl Name {
    fn id(&self) -> Option<u64> {
        match self {
            Name::File(id) => Some(*id),
            Name::Folder | Name::Link(_) => None,
        }
    }
}

impl NameChange {
    /// The name that it is about at last.
    fn path(&self) -> &Path {
        match self {
            NameChange::Made(path, _) | NameChange::Taken(path) | NameChange::Moved(_, path, _) => path,
        }
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, Name>) {
        match self {
            NameChange::Made(path, name) => {
                names.insert(path.clone(), name.clone());
            }
            NameChange::Taken(path) => {
                names.remove(path);
            }
            NameChange::Moved(from, to, name) => {
                // The name may stand for another file by now, where what came between is lost.
                if names.get(from) == Some(name) {
                    names.remove(from);
                }
                names.insert(to.clone(), name.clone());
            }
        }
    }
}

impl Body {
    /// How many bytes of the disk are its own.
    fn size(&self) -> u64 {
        self.allocated.max(self.now.len() as u64)
    }

    fn after_power_loss(&self, left: Left, chance: &mut Chance) -> Body {
        let mut bytes = self.synced.clone();
        for (change, _) in &self.unsynced {
            match left {
                Left::Nothing | Left::Names => {}
                Left::Everything | Left::Bytes => change.apply(&mut bytes),
                Left::Chance(_) => match chance.one_of(4) {
                    0 => {}
                    1 => change.apply(&mut bytes),
                    2 => change.length_alone().apply(&mut bytes),
                    _ => change.torn(chance).iter().for_each(|piece| piece.apply(&mut bytes)),
                },
            }
        }
        // Room that was taken and is no longer part of the file comes back when the disk is checked.
        Body { now: bytes.clone(), synced: bytes, mode: self.mode, modified: self.modified, ..Body::default() }
    }
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let at = |offset: &u64| usize::try_from(*offset).expect("files of a test are small");
        let grow = |bytes: &mut Vec<u8>, length: usize| {
            let more = length.saturating_sub(bytes.len());
            bytes.append(&mut vec![0; more]);
        };
        match self {
            Change::Write { offset, bytes: new } => {
                let (from, to) = (at(offset), at(offset) + new.len());
                grow(bytes, to);
                bytes[from..to].copy_from_slice(new);
            }
            Change::Grow(length) => grow(bytes, at(length)),
            Change::Cut(length) => {
                bytes.truncate(at(length));
                grow(bytes, at(length));
            }
        }
    }

    /// What a file system does that writes down how long a file is before it writes what is in it.
    fn length_alone(&self) -> Change {
        match self {
            Change::Write { offset, bytes } => Change::Grow(offset + bytes.len() as u64),
            Change::Grow(length) => Change::Grow(*length),
            Change::Cut(length) => Change::Cut(*length),
        }
    }

    /// Some of the sectors of a write, and of one of them only the beginning.
    fn torn(&self, chance: &mut Chance) -> Vec<Change> {
        let Change::Write { offset, bytes } = self else { return vec![self.clone()] };
        let mut pieces = Vec::new();
        let mut from = 0;
        while from < bytes.len() {
            let to_edge = SECTOR - (usize::try_from(*offset).unwrap_or_default() + from) % SECTOR;
            let to = (from + to_edge).min(bytes.len());
            let kept = match chance.one_of(4) {
                0 => 0,
                1 => chance.one_of(to - from),
                _ => to - from,
            };
            pieces.push(Change::Write { offset: offset + from as u64, bytes: bytes[from..from + kept].to_vec() });
            from = to;
        }
        pieces
    }
}

/// Numbers that look random and are the same for a seed (splitmix64).
struct Chance(u64);

impl Chance {
    fn one_of(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % many.max(1) as u64).unwrap_or_default()
    }
}
