//! Every draft that cannot be read: exit status 1, a message that says where and what, and everything as it was.

use crate::program::Place;
use std::fs::{self, File};

/// Runs every verb that reads a draft on `name` and holds that nothing changes; gives the messages.
fn refused(place: &Place, name: &str) -> Vec<String> {
    let before = place.contents();
    let runs = [
        place.run(&["check", name]),
        place.run(&["export", name]),
        place.run(&["export", name, "-o", "out.pdf"]),
        place.run(&["export", name, "--for", "members"]),
    ];
    assert_eq!(place.contents(), before, "nothing is changed and nothing left behind");
    runs.into_iter()
        .map(|run| {
            assert_eq!(run.status, 1, "{run:?}");
            assert_eq!(run.out, "", "results alone are printed there");
            assert!(run.err.starts_with("minutebook: ") && run.err.contains(name), "{run:?}");
            assert!(run.err.len() < 2_000 && !run.err.contains("panicked"), "{run:?}");
            run.err
        })
        .collect()
}

fn text(place: &Place) -> String {
    fs::read_to_string(place.sample("scrutiny.minutes.ron", "good.minutes.ron")).expect("the sample is text")
}

fn hold(messages: &[String], parts: &[&str]) {
    for message in messages {
        for part in parts {
            assert!(message.to_lowercase().contains(part), "`{part}` is not in: {message}");
        }
    }
}

#[test]
fn a_newer_version() {
    let place = Place::new();
    let newer = text(&place).replace("minutebook: 1,", "minutebook: 2,");
    fs::write(place.path("newer.minutes.ron"), newer).unwrap();
    hold(&refused(&place, "newer.minutes.ron"), &["version is 2", "newer"]);
}

#[test]
fn a_truncated_file() {
    let place = Place::new();
    let text = text(&place);
    for (number, length) in [0, 1, 40, text.len() / 3, text.len() / 2, text.len() - 4].into_iter().enumerate() {
        let name = format!("cut {number}.minutes.ron");
        fs::write(place.path(&name), &text.as_bytes()[..length]).unwrap();
        hold(&refused(&place, &name), &["line "]);
    }
}

#[test]
fn a_file_of_100_megabytes() {
    let place = Place::new();
    File::create(place.path("large.minutes.ron")).unwrap().set_len(100_000_000).unwrap();
    hold(&refused(&place, "large.minutes.ron"), &["larger than"]);
}

#[test]
fn nesting_10_000_deep() {
    let place = Place::new();
    for (name, open, close) in [("a", "(", ")"), ("b", "[", "]"), ("c", "{", "}"), ("d", "Some(", ")")] {
        let deep = format!("(minutebook: 1, head: {}1{})", open.repeat(10_000), close.repeat(10_000));
        let name = format!("{name}.minutes.ron");
        fs::write(place.path(&name), deep).unwrap();
        hold(&refused(&place, &name), &["line "]);
    }
}

#[test]
fn invalid_utf_8() {
    let place = Place::new();
    let mut bytes = text(&place).into_bytes();
    let middle = bytes.len() / 2;
    bytes[middle] = 0xFF;
    fs::write(place.path("bytes.minutes.ron"), bytes).unwrap();
    hold(&refused(&place, "bytes.minutes.ron"), &["line ", "utf-8"]);
}

#[test]
fn a_folder() {
    let place = Place::new();
    fs::create_dir(place.path("folder.minutes.ron")).unwrap();
    hold(&refused(&place, "folder.minutes.ron"), &["folder"]);
}

#[test]
fn no_such_file() {
    let place = Place::new();
    hold(&refused(&place, "nothing.minutes.ron"), &["no such file"]);
}

/// The superuser may read everything: there the file is put below one that is no folder instead.
#[cfg(unix)]
#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let path = place.sample("scrutiny.minutes.ron", "locked.minutes.ron");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if File::open(&path).is_ok() {
        hold(&refused(&place, "locked.minutes.ron/inside.minutes.ron"), &["should be a folder"]);
    } else {
        hold(&refused(&place, "locked.minutes.ron"), &["does not allow"]);
    }
}

#[test]
fn unknown_fields_and_wrong_values_are_named_with_line_and_column() {
    let place = Place::new();
    for (number, (from, to, named)) in [
        ("attendance:", "attendence:", "attendence"),
        ("state: Draft", "state: Finished", "finished"),
        ("date: \"2018-09-13\"", "date: \"2018-13-13\"", "2018-13-13"),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("wrong {number}.minutes.ron");
        let wrong = text(&place).replacen(from, to, 1);
        fs::write(place.path(&name), wrong).unwrap();
        hold(&refused(&place, &name), &["line ", "column ", named]);
    }
}

#[test]
fn other_files_that_are_no_drafts() {
    let place = Place::new();
    for (name, bytes) in [
        ("a.pdf", b"%PDF-1.7\n1 0 obj".as_slice()),
        ("b.ron", b"\0\0\0\0\0\0\0\0"),
        ("c.txt", b"Minutes of the meeting held on Tuesday"),
        ("d.json", b"{\"minutebook\": 1}"),
    ] {
        fs::write(place.path(name), bytes).unwrap();
        refused(&place, name);
    }
}

#[test]
fn a_house_style_that_is_not_installed() {
    let place = Place::new();
    let other = text(&place).replacen("style: \"coventry\"", "style: \"elsewhere\"", 1);
    fs::write(place.path("other.minutes.ron"), other).unwrap();
    hold(&refused(&place, "other.minutes.ron"), &["elsewhere", "not installed", "coventry"]);
}

#[test]
fn a_character_that_the_fonts_lack_is_named_with_its_minute() {
    let place = Place::new();
    let (before, behind) = text(&place).split_once("title: \"").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    // Behind the head and the people: the first title of an item.
    let items = behind.find("business:").expect("there is business");
    let behind = format!("{}{}", &behind[..items], behind[items..].replacen("title: \"", "title: \"\u{1D11E} ", 1));
    fs::write(place.path("clef.minutes.ron"), format!("{before}title: \"{behind}")).unwrap();
    let before = place.contents();
    for run in [place.run(&["export", "clef.minutes.ron"]), place.run(&["check", "clef.minutes.ron"])] {
        assert_eq!(run.status, 1, "{run:?}");
        hold(&[run.err], &["minute 15", "u+1d11e", "\u{1D11E}"]);
    }
    assert_eq!(place.contents(), before);
}
