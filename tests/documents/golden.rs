//! What the PDFs say, as text: the tree of tags, and the lines of each page. A change of either shows in a diff of the golden
//! files; `UPDATE_GOLDEN=1 cargo test --test documents` writes them anew, to be read before they are committed.

use crate::{AUDIENCES, DRAFTS, package, pdf, read, set};
use minutebook::{
    frame::{Frame, Mark},
    pdf::export,
};
use std::{fmt::Write as _, path::Path};

fn lines_of_pages(frame: &Frame) -> String {
    let mut out = String::new();
    for (number, page) in frame.pages.iter().enumerate() {
        let _ = writeln!(out, "=== page {}", number + 1);
        let mut baseline = None;
        for mark in &page.marks {
            let Mark::Glyphs(run) = mark else { continue };
            if baseline.is_some_and(|y: f32| (y - run.y).abs() > 6.0) {
                out.push('\n');
            }
            if baseline.is_none_or(|y: f32| (y - run.y).abs() > 6.0) {
                let _ = write!(out, "{:>6.1} {:>6.1}  ", run.y, run.x);
                baseline = Some(run.y);
            }
            out.push_str(&run.text);
        }
        out.push('\n');
    }
    out
}

fn compare(name: &str, found: &str) -> Result<(), String> {
    let path = package("tests/documents/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        return write(&path, found).map_err(|error| format!("{}: {error}", path.display()));
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    if expected == found {
        return Ok(());
    }
    let differs = expected.lines().zip(found.lines()).position(|(a, b)| a != b);
    let at = differs.unwrap_or_else(|| expected.lines().count().min(found.lines().count()));
    Err(format!(
        "{name}, line {}:\n  golden: {}\n  found:  {}",
        at + 1,
        expected.lines().nth(at).unwrap_or("(no such line)"),
        found.lines().nth(at).unwrap_or("(no such line)")
    ))
}

#[expect(clippy::disallowed_methods, reason = "golden files are the tests' own, written on request alone")]
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    std::fs::write(path, text)
}

#[test]
fn tags_and_pages_are_as_they_were() {
    let mut faults = Vec::new();
    for path in DRAFTS {
        let minutes = read(path);
        let file = Path::new(path).file_name().expect("a file").to_string_lossy().replace(".minutes.ron", "");
        for (audience, audience_name) in AUDIENCES {
            let frame = set(&minutes, audience);
            let bytes = export(&frame).expect("it exports");
            let tags = pdf::tag_tree(&bytes).expect("the tree can be read");
            faults.extend(compare(&format!("{file}.{audience_name}.tags.txt"), &tags).err());
            faults.extend(compare(&format!("{file}.{audience_name}.pages.txt"), &lines_of_pages(&frame)).err());
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
