//! The packages that are linked into the program, as cargo knows them.

use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A package that is linked into the program.
#[derive(Debug)]
pub struct Package {
    pub name: String,
    pub version: String,
    pub licence: String,
    /// Where its source is.
    pub source: String,
    folder: PathBuf,
}

impl Package {
    fn of(value: &Value) -> Package {
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let (name, version) = (text("name"), text("version"));
        let source = match text("repository") {
            none if none.is_empty() => format!("https://crates.io/crates/{name}"),
            repository => repository,
        };
        let folder = PathBuf::from(text("manifest_path")).parent().map(Path::to_path_buf).unwrap_or_default();
        Package { name, version, licence: text("license"), source, folder }
    }

    /// The texts of its licence: of several to choose from the MIT's, which is the shortest.
    pub fn texts(&self) -> Vec<String> {
        let files = fs::read_dir(&self.folder).map(|files| files.flatten().collect::<Vec<_>>()).unwrap_or_default();
        let mut names: Vec<String> = files
            .iter()
            .map(|file| file.file_name().to_string_lossy().into_owned())
            .filter(|name| is_licence(name))
            .collect();
        names.sort();
        let is_mit = |name: &String| name.to_uppercase().contains("MIT");
        let a_choice = (self.licence.contains(" OR ") || self.licence.contains('/')) && !self.licence.contains("AND");
        if a_choice && names.iter().any(is_mit) {
            names.retain(is_mit);
        }
        let texts = names.iter().filter_map(|name| fs::read_to_string(self.folder.join(name)).ok());
        let tidy = |text: String| {
            let lines = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
            lines.trim_matches('\n').to_owned()
        };
        texts.map(tidy).collect()
    }
}

fn is_licence(name: &str) -> bool {
    let name = name.to_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"].iter().any(|start| name.starts_with(start))
}

/// All packages that the program is linked with on Linux, in the order of their names.
pub fn linked() -> Vec<Package> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let by_id = |list: &Value| -> BTreeMap<String, Value> {
        let values = list.as_array().cloned().unwrap_or_default();
        values.into_iter().map(|value| (value["id"].as_str().unwrap_or_default().to_owned(), value)).collect()
    };
    let (packages, nodes) = (by_id(&metadata["packages"]), by_id(&metadata["resolve"]["nodes"]));
    let root = metadata["resolve"]["root"].as_str().expect("the program itself");
    let (mut met, mut waiting) = (BTreeSet::new(), vec![root.to_owned()]);
    while let Some(id) = waiting.pop() {
        let node = &nodes[&id];
        if met.insert(id) {
            // What builds and what tests is not linked.
            let normal =
                |kinds: &Value| kinds.as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()));
            let dependencies = node["deps"].as_array().cloned().unwrap_or_default();
            let linked = dependencies.into_iter().filter(|dependency| normal(&dependency["dep_kinds"]));
            waiting.extend(linked.filter_map(|dependency| dependency["pkg"].as_str().map(str::to_owned)));
        }
    }
    met.remove(root);
    let mut linked: Vec<Package> = met.iter().map(|id| Package::of(&packages[id])).collect();
    linked.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    linked
}
