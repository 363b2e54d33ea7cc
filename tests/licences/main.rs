//! The list of the licences under which the program's parts come is complete, and each of them may go into it.
//!
//! `UPDATE_LICENCES=1 cargo test --test licences` writes `packaging/third-party.txt` anew after a dependency has changed.

mod expression;
mod packages;

use expression::allows;
use packages::{Package, linked};
use std::{collections::BTreeMap, fmt::Write as _, fs, path::PathBuf};

/// Licences under which a part may be built into the program. What is under the MPL stays under it, file by file, so that
/// the list says where its source is.
const ALLOWED: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "BSL-1.0",
    "Unicode-3.0",
    "Unlicense",
    "MPL-2.0",
];

fn list() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("packaging/third-party.txt")
}

/// A line of the list.
fn line(package: &Package) -> String {
    format!("{} {}: {}. {}", package.name, package.version, package.licence, package.source)
}

/// The list as it is to be.
fn written(packages: &[Package]) -> String {
    let mut out = String::from(
        "Minutebook is built from these parts of others, each under its own licence. Their texts follow the list.\n\
         Where a part may be had under several licences, it is used under the first whose text is given.\n\
         A part that brings no text along is under the one that stands here for others with the same licence.\n\
         The source of a part under the Mozilla Public License is at the address beside it, unchanged.\n\
         The typefaces and the dictionary have texts of their own beside this one.\n\n",
    );
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages {
        writeln!(out, "{}", line(package)).expect("a text takes any line");
        for text in package.texts() {
            texts.entry(text).or_default().push(format!("{} {}", package.name, package.version));
        }
    }
    let mut texts: Vec<(String, Vec<String>)> = texts.into_iter().collect();
    texts.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    for (text, parts) in texts {
        write!(out, "\n{}\n\n{}\n\n{text}\n", "-".repeat(80), parts.join(", ")).expect("a text takes any line");
    }
    out
}

#[test]
fn the_list_names_every_part_with_its_licence() {
    let packages = linked();
    let path = list();
    if std::env::var_os("UPDATE_LICENCES").is_some() {
        fs::write(&path, written(&packages)).expect("the list can be written");
    }
    let list = fs::read_to_string(&path).expect("packaging/third-party.txt");
    let listed: Vec<&str> = list.split("\n\n").nth(1).unwrap_or_default().lines().collect();
    let wanted: Vec<String> = packages.iter().map(line).collect();
    let lacks: Vec<_> = wanted.iter().filter(|line| !listed.contains(&line.as_str())).collect();
    let gone: Vec<_> = listed.iter().filter(|line| !wanted.iter().any(|wanted| wanted == *line)).collect();
    assert!(
        lacks.is_empty() && gone.is_empty(),
        "UPDATE_LICENCES=1 writes it anew; lacking {lacks:#?}, gone {gone:#?}"
    );
    for package in packages {
        let named = format!("{} {}", package.name, package.version);
        let texts = package.texts();
        assert!(texts.iter().all(|text| list.contains(text)), "{named}: its licence is not in the list as it is");
        assert!(texts.is_empty() || list.lines().any(|line| line.split(", ").any(|part| part == named)), "{named}");
    }
}

#[test]
fn each_part_may_be_built_into_the_program() {
    for package in linked() {
        assert!(allows(&package.licence, ALLOWED), "{} is under {}", package.name, package.licence);
    }
}

#[test]
fn the_package_brings_the_list_along() {
    let manifest =
        fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("Cargo.toml");
    assert!(manifest.contains("[\"packaging/third-party.txt\", \"usr/share/doc/minutebook/\", \"644\"]"));
}
