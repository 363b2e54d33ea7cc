//! The files of house styles: those built into the program and those in a council's folder, in one form.

use super::Problem;
use super::parse::LARGEST;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// How many styles a folder may hold.
const MOST_STYLES: usize = 64;

/// How many bodies a style may have.
const MOST_BODIES: usize = 256;

/// The files of one style, by their path below its folder.
pub(super) type Files = BTreeMap<String, SourceFile>;

/// One file as it was found.
#[derive(Clone, Debug)]
pub(super) struct SourceFile {
    /// How to name it to the person who keeps it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The styles that are built in.
pub(super) fn shipped() -> BTreeMap<String, Files> {
    let mut styles: BTreeMap<String, Files> = BTreeMap::new();
    let mut folders: Vec<&Dir> = SHIPPED.dirs().collect();
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            if let Some((style, below)) = path.split_once('/') {
                let source = SourceFile { name: format!("templates/{path}"), bytes: file.contents().to_vec() };
                styles.entry(style.to_owned()).or_default().insert(below.to_owned(), source);
            }
        }
    }
    styles
}

/// The styles of a council's own folder. A folder that is not there holds none; what cannot be read is a problem.
pub(super) fn in_folder(folder: &Path, problems: &mut Vec<Problem>) -> BTreeMap<String, Files> {
    let mut styles = BTreeMap::new();
    let Ok(root) = fs::canonicalize(folder) else { return styles };
    for name in entries(&root, MOST_STYLES, "styles", problems) {
        let path = root.join(&name);
        if name.starts_with('.') || !stays_inside(&root, &path, problems) || !path.is_dir() {
            continue;
        }
        let mut files = Files::new();
        read_files(&root, &path, "", problems, &mut files);
        if path.join("bodies").exists() && stays_inside(&root, &path.join("bodies"), problems) {
            read_files(&root, &path.join("bodies"), "bodies/", problems, &mut files);
        }
        styles.insert(name, files);
    }
    styles
}

fn read_files(root: &Path, folder: &Path, below: &str, problems: &mut Vec<Problem>, files: &mut Files) {
    for name in entries(folder, MOST_BODIES, "files", problems) {
        let path = folder.join(&name);
        if name.starts_with('.') || !name.ends_with(".ron") || !stays_inside(root, &path, problems) {
            continue;
        }
        let shown = path.display().to_string();
        match read(&path) {
            Ok(bytes) => drop(files.insert(format!("{below}{name}"), SourceFile { name: shown, bytes })),
            Err(why) => problems.push(Problem::whole(shown, why)),
        }
    }
}

/// The names in a folder, in order, no more than `most`.
fn entries(folder: &Path, most: usize, what: &str, problems: &mut Vec<Problem>) -> Vec<String> {
    let shown = folder.display().to_string();
    let read = match fs::read_dir(folder) {
        Ok(read) => read,
        Err(error) => {
            problems.push(Problem::whole(shown, format!("the folder cannot be read: {error}")));
            return Vec::new();
        }
    };
    let mut names = Vec::new();
    for entry in read.flatten() {
        if names.len() == most {
            problems
                .push(Problem::whole(shown, format!("the folder holds more than {most} {what}; the rest is not read")));
            break;
        }
        match entry.file_name().into_string() {
            Ok(name) => names.push(name),
            Err(name) => problems.push(Problem::whole(
                Path::new(&shown).join(name).display().to_string(),
                "the name is not valid text; give the file another one",
            )),
        }
    }
    names.sort();
    names
}

/// Whether a path is what it seems: no link leads out of the folder of templates.
fn stays_inside(root: &Path, path: &Path, problems: &mut Vec<Problem>) -> bool {
    let why = match fs::canonicalize(path) {
        Ok(real) if real.starts_with(root) => return true,
        Ok(_) => "a link that leads out of the folder of templates is not followed; put a copy here".to_owned(),
        Err(error) => format!("cannot be read: {error}"),
    };
    problems.push(Problem::whole(path.display().to_string(), why));
    false
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let refused = |error: std::io::Error| format!("cannot be read: {error}");
    if !fs::metadata(path).map_err(refused)?.is_file() {
        return Err("is not a file".to_owned());
    }
    let mut bytes = Vec::new();
    let limit = LARGEST as u64 + 1;
    fs::File::open(path).map_err(refused)?.take(limit).read_to_end(&mut bytes).map_err(refused)?;
    Ok(bytes)
}
