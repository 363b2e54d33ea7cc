//! A disk that is really full: a small file system of its own, made in a place where nobody else sees it and which goes away
//! with the process.
//!
//! That takes the right to mount, as root or in a namespace of one's own. Where neither is allowed, as in some containers,
//! this test fails and says so, unless `MINUTEBOOK_WITHOUT_MOUNT` is set.

use crate::saves::NEW;
use crate::typist::{Typist, key};
use minutebook::store::{self, Cause, JournalFolder, SystemDisk};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

const CHILD: &str = "MINUTEBOOK_TEST_SMALL_DISK";

/// How large the disk is, in bytes.
const SIZE: usize = 3 << 20;

/// What a file system gives at once, in bytes.
const BLOCK: usize = 4 << 10;

const OLD: &[u8] = b"the draft as it was";

#[test]
fn a_disk_that_is_full_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let unshare = |arguments: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--map-root-user"]).args(arguments);
        command
    };
    let script = format!("mount -t tmpfs -o size={SIZE} none \"$1\" && shift && exec \"$@\"");
    let mount = |program: &[&std::ffi::OsStr]| {
        let mut command = unshare(&["sh", "-c", &script, "sh"]);
        command.arg(folder.path()).args(program).env(CHILD, folder.path());
        command.output()
    };
    if !mount(&["true".as_ref()]).is_ok_and(|output| output.status.success()) {
        let why = "no file system can be mounted here: run it as root, or allow namespaces";
        assert!(std::env::var_os("MINUTEBOOK_WITHOUT_MOUNT").is_some(), "{why}, or set MINUTEBOOK_WITHOUT_MOUNT");
        println!("nothing was tried: {why}");
        return;
    }
    let test = std::env::current_exe().expect("this test");
    let arguments = ["--exact", "full::on_a_small_disk", "--nocapture"].map(AsRef::as_ref);
    let output = mount(&[&[test.as_os_str()], arguments.as_slice()].concat()).expect("the test runs itself again");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("nothing was lost"), "{said}");
}

/// What the process does that has the small disk; nothing where it is run by itself.
#[test]
fn on_a_small_disk() {
    let Some(folder) = std::env::var_os(CHILD).map(PathBuf::from) else { return };
    let draft = folder.join("draft.minutes.ron");
    let filler = folder.join("filler");
    let journals = JournalFolder::new(Arc::new(SystemDisk), folder.join("journals"));
    let mut typist = Typist::new();
    let mut journal = journals.begin(&key(), &typist.beginning()).expect("there is room");
    store::write_file(&draft, OLD).expect("there is room");
    let needed = NEW.len().div_ceil(BLOCK);
    for blocks in 0..needed {
        fill(&filler, blocks);
        refused(&folder, &draft);
        journal.append(&[typist.change()]).expect("its room is its own");
        fs::remove_file(&filler).expect("removed");
    }
    fill(&filler, needed + 1);
    store::write_file(&draft, NEW.as_bytes()).expect("there is room again");
    assert!(fs::read_to_string(&draft).is_ok_and(|text| text == *NEW));
    fs::remove_file(&filler).expect("removed");

    let remount = |how: &str| {
        let done = Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(&folder).status();
        assert!(done.is_ok_and(|status| status.success()));
    };
    drop(journal);
    assert_eq!(typist.recovered(&journals, "the disk was full"), Some(needed));
    remount("ro");
    let error = store::write_file(&draft, OLD).expect_err("it may only be read");
    assert!(matches!(error.cause, Cause::ReadOnly), "{error}");
    remount("rw");
    assert!(fs::read_to_string(&draft).is_ok_and(|text| text == *NEW));
    println!("nothing was lost");
}

/// Takes all the room of the disk but some blocks.
fn fill(filler: &Path, blocks: usize) {
    let all = vec![b'x'; SIZE];
    let error = fs::write(filler, &all).expect_err("more than there is room for");
    assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
    let length = fs::metadata(filler).expect("the filler").len();
    let file = fs::File::options().write(true).open(filler).expect("the filler");
    file.set_len((length / BLOCK as u64 - blocks as u64) * BLOCK as u64).expect("cut off");
}

fn refused(folder: &Path, draft: &Path) {
    let error = store::write_file(draft, NEW.as_bytes()).expect_err("no room");
    assert!(matches!(error.cause, Cause::NoRoom), "{error}");
    assert!(error.to_string().contains("there is no room for it on the disk"), "{error}");
    assert!(fs::read(draft).is_ok_and(|bytes| bytes == OLD), "the old draft is whole");
    let mut names: Vec<_> =
        fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, ["draft.minutes.ron", "filler", "journals"], "nothing is left beside it");
}
