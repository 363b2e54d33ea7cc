//! Proves that the disk in memory and the real one are the same to whoever uses them: the same calls give the same answers.

use crate::simulated::SimulatedDisk;
use minutebook::store::{About, Disk, DiskFile, Kind, SystemDisk};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Does all that a disk can do in a folder and writes down what came of it.
fn answers(disk: &dyn Disk, folder: &Path) -> Vec<String> {
    let mut said = Vec::new();
    let mut say = |what: &str, answer: Result<String, io::Error>| {
        said.push(format!("{what}: {}", answer.unwrap_or_else(|error| format!("{:?}", error.kind()))));
    };
    let [one, two, below] = ["one", "two", "below/it"].map(|name| folder.join(name));
    let done = |result: io::Result<()>| result.map(|()| "done".to_owned());
    let text = |bytes: Vec<u8>| format!("{:?}", String::from_utf8_lossy(&bytes));
    let about = |About { kind, length, read_only, .. }: About| {
        format!("{kind:?} {} {read_only}", if kind == Kind::File { length } else { 0 })
    };

    let mut file = disk.create(&one, None).expect("a new file");
    say("a name that is taken", disk.create(&one, None).map(|_| "made".into()));
    say("in no folder", disk.create(&below, None).map(|_| "made".into()));
    say("like nothing", disk.create(&two, Some(&below)).map(|_| "made".into()));
    say("nothing of that name", disk.open(&two).map(|_| "opened".into()));
    say("written", file.write_at(0, b"hello").map(|written| written.to_string()));
    say("written far behind", done(file.write_all_at(8, b"there")));
    say("long", file.length().map(|length| length.to_string()));
    say("read", disk.read(&one, 100).map(text));
    say("read a little", disk.read(&one, 3).map(text));
    let mut some = [b'.'; 4];
    say("read in the middle", file.read_at(9, &mut some).map(|read| format!("{read} {some:?}")));
    say("read at the end", file.read_at(12, &mut some).map(|read| format!("{read} {some:?}")));
    say("read behind the end", file.read_at(50, &mut some).map(|read| read.to_string()));
    say("room", done(file.allocate(5_000)));
    say("room that it has", done(file.allocate(10)));
    say("long", file.length().map(|length| length.to_string()));
    say("cut", done(file.truncate(7)));
    say("read", disk.read(&one, 100).map(text));
    say("synced", done(file.sync()));
    say("locked", file.try_lock().map(|free| free.to_string()));
    say("locked again by the same", file.try_lock().map(|free| free.to_string()));
    let mut other = disk.open(&one).expect("a second time");
    say("locked by another", other.try_lock().map(|free| free.to_string()));
    drop(file);
    say("locked when it is free", other.try_lock().map(|free| free.to_string()));
    drop(other);
    say("about a file", disk.about(&one).map(about));
    say("about a folder", disk.about(folder).map(about));
    say("about nothing", disk.about(&two).map(about));
    say("about what is in a file", disk.about(&one.join("it")).map(about));
    say("a link", disk.link(&one).map(|link| format!("{link:?}")));
    say("no link", disk.link(&two).map(|link| format!("{link:?}")));
    say("renamed", done(disk.rename(&one, &two)));
    say("renamed again", done(disk.rename(&one, &two)));
    say("read", disk.read(&two, 100).map(text));
    drop(disk.create(&one, Some(&two)).expect("made like it"));
    say("renamed over it", done(disk.rename(&one, &two)));
    say("read", disk.read(&two, 100).map(text));
    say("renamed into no folder", done(disk.rename(&two, &below)));
    say("folders", done(disk.create_folders(&folder.join("below/it"))));
    say("folders that are there", done(disk.create_folders(&folder.join("below/it"))));
    say("folders in a file", done(disk.create_folders(&two.join("it"))));
    say("folders in place of a file", done(disk.create_folders(&two)));
    say("a folder is synced", done(disk.sync_folder(folder)));
    say("no folder is synced", done(disk.sync_folder(&folder.join("nowhere"))));
    say("a list", disk.list(folder).map(|paths| names(&paths)));
    say("no list", disk.list(&folder.join("nowhere")).map(|paths| names(&paths)));
    say("a list of a file", disk.list(&two).map(|paths| names(&paths)));
    say("the path itself", disk.canonical(&two).map(|path| names(&[path])));
    say("no path", disk.canonical(&one).map(|path| names(&[path])));
    say("a folder that is taken for a file", disk.open(folder).map(|_| "opened".into()));
    say("a folder that is read", disk.read(folder, 10).map(text));
    say("a folder that is taken away", done(disk.remove(folder)));
    say("taken away", done(disk.remove(&two)));
    say("taken away again", done(disk.remove(&two)));
    said
}

fn names(paths: &[std::path::PathBuf]) -> String {
    let mut names: Vec<_> = paths.iter().filter_map(|path| path.file_name()).collect();
    names.sort();
    format!("{names:?}")
}

#[test]
fn both_disks_give_the_same_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let simulated = SimulatedDisk::with(&["/folder"]);
    let real = answers(&SystemDisk, folder.path());
    assert_eq!(answers(&simulated, Path::new("/folder")), real);
    assert!(real.len() > 40, "{real:#?}");
}

#[test]
fn room_that_is_allocated_is_really_taken() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal");
    let mut file = SystemDisk.create(&path, None).expect("a file");
    file.write_all_at(0, b"the beginning").expect("written");
    file.allocate(1 << 20).expect("room");
    assert_eq!(file.length().expect("its length"), 1 << 20);
    assert!(SystemDisk.read(&path, 20).is_ok_and(|bytes| bytes.starts_with(b"the beginning\0\0")));
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let blocks = std::fs::metadata(&path).expect("the file").blocks();
        assert!(blocks * 512 >= 1 << 20, "only {blocks} blocks are taken");
    }
}

#[test]
fn a_write_that_takes_nothing_is_an_error_and_one_that_is_interrupted_is_made_again() {
    struct Odd(Vec<io::Result<usize>>);
    impl DiskFile for Odd {
        fn length(&self) -> io::Result<u64> {
            Ok(0)
        }
        fn read_at(&mut self, _: u64, _: &mut [u8]) -> io::Result<usize> {
            Ok(0)
        }
        fn write_at(&mut self, _: u64, bytes: &[u8]) -> io::Result<usize> {
            self.0.pop().unwrap_or(Ok(bytes.len()))
        }
        fn allocate(&mut self, _: u64) -> io::Result<()> {
            Ok(())
        }
        fn truncate(&mut self, _: u64) -> io::Result<()> {
            Ok(())
        }
        fn sync(&mut self) -> io::Result<()> {
            Ok(())
        }
        fn try_lock(&mut self) -> io::Result<bool> {
            Ok(true)
        }
    }
    let kind = |mut odd: Odd| odd.write_all_at(0, b"bytes").map_err(|error| error.kind());
    assert_eq!(kind(Odd(vec![Ok(0)])), Err(ErrorKind::WriteZero));
    assert_eq!(kind(Odd(vec![Ok(2), Err(ErrorKind::Interrupted.into()), Ok(1)])), Ok(()));
    assert_eq!(kind(Odd(vec![Err(ErrorKind::StorageFull.into()), Ok(1)])), Err(ErrorKind::StorageFull));
}
