use super::error::{Cause, StoreError};
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// How many links are followed from one to the next; the same as Linux allows.
const LINKS: usize = 40;

/// Writes a file whole: beside the old one, to the disk, and then in its place. Where it fails, the old file is as it was
/// and nothing else is left. A link stays a link and the file that it leads to is written; the permissions of the old
/// file stay, and its group where the system allows it; a file that may only be read is left alone.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let target = resolve(path)?;
    let old = replaceable(path, &target)?;
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let system = |error| StoreError::system(path, error);
    let mut beside = temporary(folder).map_err(|error| StoreError::system(folder, error))?;
    beside.write_all(bytes).map_err(system)?;
    if let Some(old) = old {
        keep_owner(beside.as_file(), &old);
        beside.as_file().set_permissions(old.permissions()).map_err(system)?;
    }
    beside.as_file().sync_all().map_err(system)?;
    beside.persist(&target).map_err(|error| system(error.error))?;
    // The file is in its place now. Not every file system can bring a folder to the disk by itself, and where one
    // cannot, that is no reason to tell the clerk that saving failed.
    let _ = sync_folder(folder);
    Ok(())
}

/// A file of its own beside the target, which goes away unless it is put in the target's place.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".minutebook-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::fs::Permissions;
        use std::os::unix::fs::PermissionsExt;
        // As any new file: what the user's mask leaves of it.
        builder.permissions(Permissions::from_mode(0o666));
        builder.tempfile_in(folder)
    }
    #[cfg(not(unix))]
    builder.tempfile_in(folder)
}

/// Where a path leads to once its links are followed. The file at its end need not be there.
fn resolve(path: &Path) -> Result<PathBuf, StoreError> {
    let mut target = path.to_path_buf();
    for _ in 0..LINKS {
        match fs::read_link(&target) {
            // A relative link starts from the folder that holds it.
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(StoreError::new(path, Cause::LinksInCircle))
}

/// What is known of the file that is to be replaced, if there is one.
fn replaceable(path: &Path, target: &Path) -> Result<Option<Metadata>, StoreError> {
    let cause = match fs::metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::system(path, error)),
        Ok(old) if old.is_dir() => Cause::Folder,
        Ok(old) if !old.is_file() => Cause::NoRegularFile,
        Ok(old) if old.permissions().readonly() => Cause::ReadOnly,
        Ok(old) => return Ok(Some(old)),
    };
    Err(StoreError::new(path, cause))
}

/// Gives a file the owner and group of the one that it replaces, as far as the system allows: a draft that a team shares
/// through its group stays the team's.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    if fchown(file, Some(old.uid()), Some(old.gid())).is_err() {
        let _ = fchown(file, None, Some(old.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_file: &File, _old: &Metadata) {}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened; the system writes the rename down by itself.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
