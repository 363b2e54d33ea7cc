//! Proves that saving is all or nothing: the file is whole or as it was, nothing temporary is left, links and permissions
//! stay; and that whatever is no file of a fair size is refused before it is read.

use super::EVERYTHING;
use minutebook::format;
use minutebook::model::*;
use minutebook::store::{self, Cause, StoreError};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn everything() -> Minutes {
    format::read(EVERYTHING.as_bytes()).expect("the fixture")
}

/// The names of what is in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Asserts that an error names its file, says what happened and what to do.
#[track_caller]
fn says(error: &StoreError, path: &Path, expected: &str) {
    let text = error.to_string();
    assert_eq!(error.path, path, "{text}");
    assert!(text.starts_with(&format!("{}: ", path.display())), "{text}");
    assert!(text.contains(expected), "{text}");
    assert!(text.split(". ").count() > 1, "what happened, and what to do: {text}");
}

#[test]
fn a_draft_that_was_saved_opens_again() {
    let folder = folder();
    let path = folder.path().join("2017-02-09.minutes.ron");
    store::save(&path, &everything()).expect("saved");
    assert!(fs::read_to_string(&path).is_ok_and(|text| text == EVERYTHING));
    assert!(store::open(&path).is_ok_and(|minutes| minutes == everything()));
    assert_eq!(store::open_head(&path).expect("its head"), format::Head::of(&everything()));
    assert_eq!(names(folder.path()), ["2017-02-09.minutes.ron"]);
}

#[test]
fn a_head_is_found_in_a_file_of_any_length_up_to_the_limit() {
    let folder = folder();
    let path = folder.path().join("long.minutes.ron");
    let mut minutes = everything();
    minutes.house.council = "A council of many words ".repeat(5_000);
    store::save(&path, &minutes).expect("saved");
    assert_eq!(store::open_head(&path).expect("its head").council, minutes.house.council);
    let short = folder.path().join("broken.minutes.ron");
    let behind = EVERYTHING.find("house: (").expect("the field behind the head");
    let broken = format!("{}{}", &EVERYTHING[..behind], "(".repeat(100 << 10));
    fs::write(&short, broken).expect("written");
    assert_eq!(store::open_head(&short).expect("its head"), format::Head::of(&everything()));
    assert!(store::open(&short).is_err());
}

#[test]
fn a_draft_that_was_cut_short_does_not_open_and_stays_as_it_is() {
    let folder = folder();
    let path = folder.path().join("draft.minutes.ron");
    for length in (0..EVERYTHING.len() - 2).step_by(97) {
        let half = &EVERYTHING.as_bytes()[..length];
        fs::write(&path, half).expect("written");
        let error = store::open(&path).expect_err("cut short");
        assert!(matches!(error.cause, Cause::Unreadable(_)));
        assert!(error.to_string().starts_with(&format!("{}: line ", path.display())));
        assert!(fs::read(&path).is_ok_and(|bytes| bytes == half), "the original is untouched");
    }
}

#[test]
fn a_file_of_100_megabytes_is_refused_without_being_read() {
    let folder = folder();
    let path = folder.path().join("huge.minutes.ron");
    let file = fs::File::create(&path).expect("a file");
    file.set_len(100 << 20).expect("a sparse file");
    let begun = Instant::now();
    let error = store::open(&path).expect_err("too large");
    says(&error, &path, "it is larger than 64 MiB");
    assert!(begun.elapsed() < Duration::from_millis(50), "nothing was read");
    assert!(matches!(store::read_file(&path, 1000), Err(StoreError { cause: Cause::TooLarge { limit: 1000 }, .. })));
    assert!(store::open_head(&path).is_err());
    assert!(fs::metadata(&path).is_ok_and(|metadata| metadata.len() == 100 << 20));
}

#[test]
fn what_is_no_file_is_refused_by_name() {
    let folder = folder();
    let below = folder.path().join("draft.minutes.ron");
    fs::write(&below, EVERYTHING).expect("written");
    let in_file = below.join("another.minutes.ron");
    let missing = folder.path().join("missing.minutes.ron");
    let nowhere = folder.path().join("nowhere").join("draft.minutes.ron");
    let cases: [(PathBuf, &str); 4] = [
        (folder.path().to_path_buf(), "this is a folder, not a file"),
        (in_file.clone(), "a part of this path is a file"),
        (missing, "there is no such file or folder"),
        (nowhere, "there is no such file or folder"),
    ];
    for (path, expected) in &cases {
        says(&store::open(path).expect_err("no file"), path, expected);
        says(&store::open_head(path).expect_err("no file"), path, expected);
    }
    says(&store::save(folder.path(), &everything()).expect_err("a folder"), folder.path(), "this is a folder");
    says(&store::save(&in_file, &everything()).expect_err("in a file"), &in_file, "a part of this path is a file");
    assert_eq!(names(folder.path()), ["draft.minutes.ron"]);
    assert!(fs::read_to_string(&below).is_ok_and(|text| text == EVERYTHING));
}

#[test]
fn a_folder_that_vanished_is_named_and_nothing_is_made() {
    let folder = folder();
    let gone = folder.path().join("gone");
    fs::create_dir(&gone).expect("a folder");
    let path = gone.join("draft.minutes.ron");
    store::save(&path, &everything()).expect("saved");
    fs::remove_dir_all(&gone).expect("it vanishes");
    says(&store::save(&path, &everything()).expect_err("gone"), &gone, "there is no such file or folder");
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_file_that_may_only_be_read_is_left_alone() {
    let folder = folder();
    let path = folder.path().join("draft.minutes.ron");
    fs::write(&path, "as it was").expect("written");
    let mut permissions = fs::metadata(&path).expect("its permissions").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("made read only");
    says(&store::save(&path, &everything()).expect_err("read only"), &path, "it may only be read");
    assert!(fs::read_to_string(&path).is_ok_and(|text| text == "as it was"));
    assert_eq!(names(folder.path()), ["draft.minutes.ron"]);
}

#[test]
fn a_document_that_could_not_be_opened_again_is_not_saved() {
    let folder = folder();
    let path = folder.path().join("draft.minutes.ron");
    store::save(&path, &everything()).expect("saved");
    let mut minutes = everything();
    minutes.attendance.groups[0].people[0].id = Id(12);
    let error = store::save(&path, &minutes).expect_err("an id twice");
    says(&error, &path, "the id 12 of a person is used a second time");
    assert!(fs::read_to_string(&path).is_ok_and(|text| text == EVERYTHING));
}

#[test]
fn bytes_are_written_over_older_and_longer_ones() {
    let folder = folder();
    let path = folder.path().join("minutes.pdf");
    for bytes in [&b"a long first file"[..], b"short", b""] {
        store::write_file(&path, bytes).expect("written");
        assert!(fs::read(&path).is_ok_and(|read| read == bytes));
    }
    assert_eq!(names(folder.path()), ["minutes.pdf"]);
}

#[test]
fn a_name_without_a_folder_is_one_in_the_folder_at_hand() {
    let error = store::write_file(Path::new(""), b"x").expect_err("no name");
    assert!(!error.to_string().is_empty());
    let name = format!("store-test-{}.tmp", std::process::id());
    store::write_file(Path::new(&name), b"x").expect("written");
    assert!(fs::remove_file(&name).is_ok());
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    #[test]
    fn a_link_stays_a_link_and_its_file_is_written() {
        let folder = folder();
        let shared = folder.path().join("shared");
        fs::create_dir(&shared).expect("a folder");
        let target = shared.join("real.minutes.ron");
        fs::write(&target, "as it was").expect("written");
        let link = folder.path().join("link.minutes.ron");
        let to_link = folder.path().join("second.minutes.ron");
        symlink("shared/real.minutes.ron", &link).expect("a relative link");
        symlink(&link, &to_link).expect("a link to the link");
        store::save(&to_link, &everything()).expect("saved");
        for path in [&link, &to_link] {
            assert!(fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink()));
        }
        assert!(fs::read_to_string(&target).is_ok_and(|text| text == EVERYTHING));
        assert_eq!(names(&shared), ["real.minutes.ron"]);
        assert_eq!(names(folder.path()), ["link.minutes.ron", "second.minutes.ron", "shared"]);
    }

    #[test]
    fn a_link_to_a_file_that_is_not_there_yet_makes_it() {
        let folder = folder();
        let link = folder.path().join("link");
        symlink("new.minutes.ron", &link).expect("a link");
        store::save(&link, &everything()).expect("saved");
        assert_eq!(names(folder.path()), ["link", "new.minutes.ron"]);
        assert!(fs::symlink_metadata(&link).is_ok_and(|metadata| metadata.is_symlink()));
    }

    #[test]
    fn links_in_a_circle_are_refused() {
        let folder = folder();
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        symlink(&one, &two).expect("a link");
        symlink(&two, &one).expect("a link back");
        says(&store::save(&one, &everything()).expect_err("a circle"), &one, "its links lead in a circle");
        assert!(store::open(&one).is_err());
    }

    #[test]
    fn permissions_stay_and_a_new_file_has_the_usual_ones() {
        let folder = folder();
        let mode = |path: &Path| fs::metadata(path).expect("its permissions").permissions().mode() & 0o777;
        let usual = folder.path().join("usual");
        fs::write(&usual, "").expect("written");
        let path = folder.path().join("draft.minutes.ron");
        store::save(&path, &everything()).expect("saved");
        assert_eq!(mode(&path), mode(&usual));
        for kept in [0o600, 0o640, 0o664] {
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).expect("set");
            store::save(&path, &everything()).expect("saved");
            assert_eq!(mode(&path), kept);
        }
    }

    #[test]
    fn a_file_that_a_team_shares_stays_the_teams() {
        let folder = folder();
        let path = folder.path().join("draft.minutes.ron");
        store::save(&path, &everything()).expect("saved");
        // Only root may give a file away; anybody else keeps their own, which is then what is tested.
        let _ = std::os::unix::fs::chown(&path, Some(4_242), Some(4_343));
        let owner =
            |path: &Path| fs::metadata(path).map(|metadata| (metadata.uid(), metadata.gid())).expect("an owner");
        let before = owner(&path);
        store::save(&path, &everything()).expect("saved");
        assert_eq!(owner(&path), before);
    }

    #[test]
    fn devices_and_pipes_are_neither_read_nor_replaced() {
        for device in ["/dev/zero", "/dev/full", "/dev/null"].map(Path::new) {
            if device.exists() {
                says(&store::open(device).expect_err("a device"), device, "this is a device or a pipe");
                says(&store::write_file(device, b"x").expect_err("a device"), device, "this is a device or a pipe");
            }
        }
    }

    const CHILD: &str = "MINUTEBOOK_TEST_NO_PERMISSION";

    #[test]
    fn what_the_system_does_not_allow_is_said_and_left_as_it_is() {
        let folder = folder();
        let set = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
        };
        let secret = folder.path().join("secret.minutes.ron");
        let locked = folder.path().join("locked");
        fs::write(&secret, EVERYTHING).expect("written");
        fs::create_dir(&locked).expect("a folder");
        let draft = locked.join("draft.minutes.ron");
        fs::write(&draft, "as it was").expect("written");
        set(&secret, 0o000);
        set(&draft, 0o666);
        set(&locked, 0o555);
        set(folder.path(), 0o755);
        // Nothing is forbidden to root, so the test then runs itself as nobody.
        let is_root = fs::metadata(folder.path()).is_ok_and(|metadata| metadata.uid() == 0);
        let test = folder.path().join("test");
        fs::copy(std::env::current_exe().expect("this test"), &test).expect("a copy that anybody may run");
        let mut command = Command::new(&test);
        command.args(["--exact", "writing::unix::ask_for_what_is_not_allowed", "--nocapture"]);
        command.env(CHILD, folder.path()).current_dir("/");
        if is_root {
            command.uid(65_534).gid(65_534);
        }
        let output = command.output().expect("the test runs itself again");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
        assert!(said.contains("refused twice"), "{said}");
        assert_eq!(names(&locked), ["draft.minutes.ron"]);
        assert!(fs::read(&draft).is_ok_and(|bytes| bytes == b"as it was"));
        set(&locked, 0o755);
    }

    /// What somebody does who may read nothing and write nothing; nothing where it is run by itself.
    #[test]
    fn ask_for_what_is_not_allowed() {
        let Some(folder) = std::env::var_os(CHILD).map(PathBuf::from) else { return };
        let secret = folder.join("secret.minutes.ron");
        says(&store::open(&secret).expect_err("secret"), &secret, "the system does not allow it");
        let locked = folder.join("locked");
        let draft = locked.join("draft.minutes.ron");
        says(&store::save(&draft, &everything()).expect_err("locked"), &locked, "the system does not allow it");
        println!("refused twice");
    }

    #[test]
    fn a_system_that_takes_no_files_leaves_everything_as_it_was() {
        // No file can be made in this folder, whoever asks.
        let folder = Path::new("/proc");
        if folder.join("self").exists() {
            let path = folder.join("draft.minutes.ron");
            let error = store::save(&path, &everything()).expect_err("no place for files");
            assert!(error.to_string().split(". ").count() > 1, "{error}");
        }
    }
}

/// A disk that is full: a process whose files may not grow beyond a size meets the same errors at the same places.
#[cfg(target_os = "linux")]
mod full_disk {
    use super::*;
    use std::process::Command;

    const CHILD: &str = "MINUTEBOOK_TEST_FULL_DISK";

    #[test]
    fn a_full_disk_leaves_the_old_file_and_nothing_else() {
        let folder = folder();
        let path = folder.path().join("draft.minutes.ron");
        store::save(&path, &everything()).expect("saved");
        let test = std::env::current_exe().expect("this test");
        // Without the signal that would end the process, writing beyond the limit fails as on a full disk.
        let script =
            "trap '' XFSZ; ulimit -f 8; exec \"$0\" --exact writing::full_disk::save_in_little_room --nocapture";
        let output = Command::new("bash")
            .args(["-c", script])
            .arg(test)
            .env(CHILD, &path)
            .output()
            .expect("the test runs itself again");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
        assert!(said.contains("refused for want of room"), "{said}");
        assert!(fs::read_to_string(&path).is_ok_and(|text| text == EVERYTHING), "the old file is whole");
        assert_eq!(names(folder.path()), ["draft.minutes.ron"], "nothing is left beside it");
    }

    /// What the process with little room does; nothing where it is run by itself.
    #[test]
    fn save_in_little_room() {
        let Some(path) = std::env::var_os(CHILD).map(PathBuf::from) else { return };
        let error = store::save(&path, &everything()).expect_err("more than there is room for");
        says(&error, &path, "there is no room for it on the disk");
        says(&error, &path, "The file is as it was before");
        println!("refused for want of room");
    }
}
