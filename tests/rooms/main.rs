//! Holds every import to the table of rooms, so that who may know whom is not a matter of memory: which room names
//! which, that no files of a room stand in a circle, and that files and folders keep to their bounds.

mod circles;
mod house;
mod paths;
mod source;
mod table;

use house::{File, entries, files, root, sources};
use std::{collections::BTreeSet, fs};
use table::{FOLDERS, LIBRARIES, MOST_LINES, TABLE};

/// What a file names and may not, in words.
fn trespasses(file: &File) -> Vec<String> {
    let own = file.room();
    let may = TABLE.iter().find(|room| room.name == own).map_or(&[][..], |room| room.may_import);
    let mut found = Vec::new();
    for path in &file.paths {
        let room = path.first().map_or("crate under another name", String::as_str);
        let known = TABLE.iter().any(|known| known.name == room);
        if !known {
            found.push(format!("{} names `{}`, which is in no room", file.name, path.join("::")));
        } else if room != own && !may.contains(&room) {
            found.push(format!("{} names `{}`: {own} may not know {room}", file.name, path.join("::")));
        }
    }
    found
}

/// The libraries that a file names and that are not for its room, in words.
fn strange_libraries(file: &File) -> Vec<String> {
    let tokens = source::tokens(&file.text);
    let is_named = |library: &str| {
        tokens.iter().enumerate().any(|(at, token)| {
            let first = at == 0 || tokens[at - 1] != source::Token::Colons;
            let goes_on = tokens.get(at + 1) == Some(&source::Token::Colons);
            first && goes_on && matches!(token, source::Token::Name(name) if name == library)
        })
    };
    LIBRARIES
        .iter()
        .filter(|(library, rooms)| !rooms.contains(&file.room()) && is_named(library))
        .map(|(library, rooms)| format!("{} names {library}, which is for {}", file.name, rooms.join(" and ")))
        .collect()
}

#[test]
fn libraries_stay_in_their_rooms() {
    let files = files();
    let found: Vec<String> = files.iter().flat_map(strange_libraries).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    let stray = File::new("layout/lines.rs", "fn f() { lopdf::Object::Null; super::egui::f(); parley::f() }".into());
    assert_eq!(strange_libraries(&stray), ["src/layout/lines.rs names lopdf, which is for pdf"]);
}

#[test]
fn rooms_name_only_the_rooms_that_they_may_know() {
    let files = files();
    let named: usize = files.iter().map(|file| file.paths.len()).sum();
    assert!(named > 50, "only {named} paths were found: the scanner sees nothing");
    let found: Vec<String> = files.iter().flat_map(trespasses).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_trespass_is_seen() {
    let file = |below: &str, text: &str| File::new(below, text.to_string());
    let text = "use crate::{model::Minutes, store}; use super::super::frame; fn f() { crate::helper(); }";
    assert_eq!(
        trespasses(&file("edit/history.rs", text)),
        [
            "src/edit/history.rs names `store`: edit may not know store",
            "src/edit/history.rs names `frame`: edit may not know frame",
            "src/edit/history.rs names `helper`, which is in no room",
        ]
    );
    assert_eq!(
        trespasses(&file("main.rs", "use minutebook::{cli, pdf::export};")),
        ["src/main.rs names `pdf::export`: main may not know pdf"]
    );
    assert_eq!(trespasses(&file("pdf/mod.rs", "use crate as all;")).len(), 1);
}

#[test]
fn the_table_knows_every_room_and_no_other() {
    let rooms: BTreeSet<String> =
        files().iter().map(|file| file.room().to_string()).filter(|room| room != "lib").collect();
    let listed: BTreeSet<String> = TABLE.iter().map(|room| room.name.to_string()).collect();
    assert_eq!(listed, rooms, "the table on the left, the folders below src on the right");
}

#[test]
fn the_table_itself_goes_only_downwards() {
    for (place, room) in TABLE.iter().enumerate() {
        for name in room.may_import {
            let below = TABLE[place + 1..].iter().any(|other| other.name == *name);
            assert!(below, "{} may import {name}, which does not stand below it", room.name);
        }
    }
}

#[test]
fn no_files_of_a_room_stand_in_a_circle() {
    let circle = circles::circle(&files());
    assert_eq!(circle.map(|names| names.join(" -> ")), None);
}

#[test]
fn nobody_imports_a_prelude_whole() {
    for file in files() {
        let tokens = source::tokens(&file.text);
        let whole = [source::Token::Name("prelude".into()), source::Token::Colons, source::Token::Sign('*')];
        assert!(!tokens.windows(3).any(|three| three == whole), "{} imports a prelude whole", file.name);
    }
}

#[test]
fn no_file_is_too_long_to_be_read_at_once() {
    for folder in ["src", "tests"] {
        for (path, text) in sources(&root().join(folder)) {
            let lines = text.lines().count();
            assert!(lines <= MOST_LINES, "{} has {lines} lines; {MOST_LINES} are the most", path.display());
        }
    }
}

#[test]
fn the_folders_at_the_top_are_those_of_the_plan() {
    let found: BTreeSet<String> = entries(root())
        .into_iter()
        .filter(|path| path.is_dir())
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .filter(|name| !name.starts_with('.') && name != "target")
        .collect();
    assert_eq!(found, FOLDERS.iter().map(|name| name.to_string()).collect());
}

/// The test binaries are listed by name, so one can be lost on the way and nobody would miss it.
#[test]
fn every_test_binary_is_listed() {
    let path = root().join("Cargo.toml");
    let listed = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let binaries: Vec<String> = entries(&root().join("tests"))
        .into_iter()
        .filter(|path| path.join("main.rs").is_file())
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    assert!(binaries.iter().any(|name| name == "rooms"), "only {binaries:?} were found");
    for name in binaries {
        assert!(listed.contains(&format!("path = \"tests/{name}/main.rs\"")), "Cargo.toml does not list tests/{name}");
    }
}
