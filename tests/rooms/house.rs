//! The source files of the house, and what each of them names.

use crate::paths::{Path, paths};
use std::{collections::BTreeMap, fs, path};

/// A source file of the crate.
pub struct File {
    /// Its name below the repository, for messages.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The module that it is: `["layout", "lines"]`; `["main"]` for the program and nothing for the library's root.
    pub module: Vec<String>,
    /// The paths that it names.
    pub paths: Vec<Path>,
}

impl File {
    /// A file by its name below `src` and its text.
    pub fn new(below: &str, text: String) -> File {
        let mut module: Vec<String> = below.trim_end_matches(".rs").split('/').map(str::to_string).collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
            module.pop();
        }
        // The program is a crate of its own, in which `crate` is the file itself.
        let paths = paths(&text, if module == ["main"] { &[] } else { &module });
        File { name: format!("src/{below}"), text, module, paths }
    }

    /// The room in which it lies.
    pub fn room(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }
}

/// The repository's root.
pub fn root() -> &'static path::Path {
    path::Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All source files of the crate.
pub fn files() -> Vec<File> {
    let src = root().join("src");
    sources(&src)
        .into_iter()
        .map(|(path, text)| {
            let below = path.strip_prefix(&src).unwrap_or_else(|error| panic!("{error}"));
            File::new(&below.to_string_lossy().replace('\\', "/"), text)
        })
        .collect()
}

/// The Rust files below a folder, in the order of their names.
pub fn sources(folder: &path::Path) -> BTreeMap<path::PathBuf, String> {
    let mut found = BTreeMap::new();
    for path in entries(folder) {
        if path.is_dir() {
            found.append(&mut sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            found.insert(path, text);
        }
    }
    found
}

/// What lies in a folder.
pub fn entries(folder: &path::Path) -> Vec<path::PathBuf> {
    fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap_or_else(|error| panic!("{error}")).path())
        .collect()
}
