//! Circles among the files of a room: each file should be understood after those that it builds on.
//!
//! What a folder's `mod.rs` gives out again (`super::Thing`) is not followed to the file that defines it, and a module
//! may name its own sub-modules: these two are how a folder is one thing to its neighbours.

use crate::house::File;
use std::collections::{BTreeMap, BTreeSet};

/// A circle, as the names of its files, if there is one.
pub fn circle(files: &[File]) -> Option<Vec<String>> {
    let modules: BTreeSet<&[String]> = files.iter().map(|file| file.module.as_slice()).collect();
    let edges: BTreeMap<&[String], BTreeSet<&[String]>> = files
        .iter()
        .map(|file| {
            let to = file.paths.iter().filter_map(|path| target(&modules, path));
            (file.module.as_slice(), to.filter(|to| is_beside(&file.module, to)).collect())
        })
        .collect();
    let mut done = BTreeSet::new();
    edges.keys().find_map(|start| follow(start, &edges, &mut Vec::new(), &mut done))
}

/// The file in which a path ends: the longest beginning of it that is a file's module.
fn target<'a>(modules: &BTreeSet<&'a [String]>, path: &[String]) -> Option<&'a [String]> {
    (1..=path.len()).rev().find_map(|length| modules.get(&path[..length]).copied())
}

/// Whether two modules are of one room and neither holds the other.
fn is_beside(a: &[String], b: &[String]) -> bool {
    a.first() == b.first() && !a.starts_with(b) && !b.starts_with(a)
}

fn follow<'a>(
    at: &'a [String],
    edges: &BTreeMap<&'a [String], BTreeSet<&'a [String]>>,
    way: &mut Vec<&'a [String]>,
    done: &mut BTreeSet<&'a [String]>,
) -> Option<Vec<String>> {
    if let Some(start) = way.iter().position(|before| *before == at) {
        return Some(way[start..].iter().chain([&at]).map(|module| module.join("::")).collect());
    }
    if !done.insert(at) {
        return None;
    }
    way.push(at);
    let found = edges.get(at).into_iter().flatten().find_map(|next| follow(next, edges, way, done));
    way.pop();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(below: &str, text: &str) -> File {
        File::new(below, text.to_string())
    }

    #[test]
    fn a_circle_over_three_files_is_found_and_named() {
        let files = [
            file("pdf/mod.rs", "mod a; mod b; mod c; pub use a::A;"),
            file("pdf/a.rs", "use super::b::{B, More};"),
            file("pdf/b.rs", "fn f() { crate::pdf::c::g() }"),
            file("pdf/c.rs", "mod tests { use super::super::a::*; }"),
        ];
        let circle = circle(&files).map(|names| names.join(" -> "));
        assert_eq!(circle.as_deref(), Some("pdf::a -> pdf::b -> pdf::c -> pdf::a"));
    }

    #[test]
    fn what_a_folder_gives_out_again_makes_no_circle() {
        let files = [
            file("pdf/mod.rs", "mod a; mod b; pub use a::A;"),
            file("pdf/a.rs", "use super::b::B; use super::A; use crate::frame::Block;"),
            file("pdf/b.rs", "use super::A;"),
            file("frame/mod.rs", "pub struct Block;"),
        ];
        assert_eq!(circle(&files), None);
    }
}
