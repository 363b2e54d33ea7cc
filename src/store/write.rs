use super::disk::{Disk, DiskFile, Kind};
use super::error::{Cause, StoreError};
use super::system::SystemDisk;
use std::io;
use std::path::{Path, PathBuf};

/// How many links are followed from one to the next; the same as Linux allows.
const LINKS: usize = 40;

/// What the names of files begin with that are not in their place yet.
const PREFIX: &str = ".minutebook-";

/// What they end with.
const SUFFIX: &str = ".tmp";

/// How many names are tried for a file beside another.
const NAMES: u32 = 1_000;

/// Writes a file whole: beside the old one, to the disk, and then in its place. Where it fails, the old file is as it was
/// and nothing else is left. A link stays a link and the file that it leads to is written; the permissions of the old
/// file stay, and its group where the system allows it; a file that may only be read is left alone.
///
/// # Errors
/// What stood in the way. With [`Cause::Unconfirmed`] alone, the new file is in its place.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_file_on(&SystemDisk, path, bytes)
}

/// [`write_file`] on a disk of one's own.
pub fn write_file_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let target = resolve(disk, path)?;
    let like = replaceable(disk, path, &target)?.then_some(target.as_path());
    let folder = folder_of(&target);
    let system = |error| StoreError::system(path, error);
    let mut beside = Beside::create(disk, folder, like).map_err(|error| StoreError::system(folder, error))?;
    beside.file.write_all_at(0, bytes).map_err(system)?;
    beside.file.sync().map_err(system)?;
    beside.place(&target).map_err(system)?;
    // Until the folder is on the disk too, a loss of power can bring the old file back: whoever saves has to know.
    disk.sync_folder(folder).map_err(|error| StoreError::new(path, Cause::Unconfirmed(error)))
}

/// Takes away what a process that ended while it wrote has left in a folder, and says how many files that were. What
/// another process is writing at this moment stays, and so does whatever cannot be asked about or taken away: nothing but
/// room is lost by it.
pub fn sweep(disk: &dyn Disk, folder: &Path) -> usize {
    let left = disk.list(folder).unwrap_or_default().into_iter().filter(|path| is_beside(path));
    let abandoned = left.filter(|path| {
        let regular = disk.about(path).is_ok_and(|about| about.kind == Kind::File);
        regular && disk.open(path).and_then(|mut file| file.try_lock()).is_ok_and(|free| free)
    });
    abandoned.filter(|path| disk.remove(path).is_ok()).count()
}

fn is_beside(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
}

/// A file beside another, which goes away unless it is put in its place.
struct Beside<'a> {
    disk: &'a dyn Disk,
    path: PathBuf,
    file: Box<dyn DiskFile>,
    placed: bool,
}

impl<'a> Beside<'a> {
    fn create(disk: &'a dyn Disk, folder: &Path, like: Option<&Path>) -> io::Result<Beside<'a>> {
        let process = std::process::id();
        let mut taken = io::Error::from(io::ErrorKind::AlreadyExists);
        for number in 0..NAMES {
            let path = folder.join(format!("{PREFIX}{process}-{number}{SUFFIX}"));
            match disk.create(&path, like) {
                Ok(mut file) => {
                    // Whoever sweeps the folder meanwhile lets it be; where there are no locks, nobody sweeps.
                    let _ = file.try_lock();
                    return Ok(Beside { disk, path, file, placed: false });
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = error,
                Err(error) => return Err(error),
            }
        }
        Err(taken)
    }

    fn place(&mut self, target: &Path) -> io::Result<()> {
        self.disk.rename(&self.path, target)?;
        self.placed = true;
        Ok(())
    }
}

impl Drop for Beside<'_> {
    fn drop(&mut self) {
        if !self.placed {
            // Where it cannot be taken away either, the next sweep does.
            let _ = self.disk.remove(&self.path);
        }
    }
}

/// The folder in which a file lies.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Where a path leads to once its links are followed. The file at its end need not be there.
fn resolve(disk: &dyn Disk, path: &Path) -> Result<PathBuf, StoreError> {
    let mut target = path.to_path_buf();
    for _ in 0..LINKS {
        match disk.link(&target) {
            // A relative link starts from the folder that holds it.
            Ok(Some(next)) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Ok(None) => return Ok(target),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(target),
            Err(error) => return Err(StoreError::system(path, error)),
        }
    }
    Err(StoreError::new(path, Cause::LinksInCircle))
}

/// Whether there is a file that is to be replaced. What may not be replaced is refused.
fn replaceable(disk: &dyn Disk, path: &Path, target: &Path) -> Result<bool, StoreError> {
    let cause = match disk.about(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(StoreError::system(path, error)),
        Ok(old) if old.kind == Kind::Folder => Cause::Folder,
        Ok(old) if old.kind == Kind::Other => Cause::NoRegularFile,
        Ok(old) if old.read_only => Cause::ReadOnly,
        Ok(_) => return Ok(true),
    };
    Err(StoreError::new(path, cause))
}
