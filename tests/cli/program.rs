//! The program, run in a folder of its own with an empty home.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// A folder in which the program is run.
pub struct Place {
    folder: TempDir,
    home: TempDir,
}

/// How a run ended.
#[derive(Debug)]
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// What it printed.
    pub out: String,
    /// What it complained of.
    pub err: String,
}

impl Place {
    pub fn new() -> Place {
        Place { folder: tempfile::tempdir().expect("a folder"), home: tempfile::tempdir().expect("a home") }
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The home of the program.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Puts a sample into the folder.
    pub fn sample(&self, name: &str, to: &str) -> PathBuf {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples").join(name);
        let path = self.path(to);
        fs::copy(from, &path).expect("the sample can be copied");
        path
    }

    /// Runs the program.
    pub fn run<S: AsRef<std::ffi::OsStr>>(&self, arguments: &[S]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_minutebook"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.home.path())
            .output()
            .expect("the program can be run");
        Run {
            status: output.status.code().expect("it ends by itself"),
            out: String::from_utf8(output.stdout).expect("it prints text"),
            err: String::from_utf8(output.stderr).expect("it prints text"),
        }
    }

    /// Everything in the folder, by name, with what it holds; folders and files that cannot be read hold nothing.
    pub fn contents(&self) -> BTreeMap<String, Option<(u64, Vec<u8>)>> {
        let entries = fs::read_dir(self.folder.path()).expect("it can be read").flatten();
        entries
            .map(|entry| {
                let length = entry.metadata().map_or(0, |metadata| metadata.len());
                // A file of 100 MB of nothing is compared by its beginning.
                let bytes = (length < 10_000_000).then(|| fs::read(entry.path()).ok()).flatten();
                (entry.file_name().to_string_lossy().into_owned(), bytes.map(|bytes| (length, bytes)))
            })
            .collect()
    }
}
