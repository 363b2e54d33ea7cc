use crate::format::Digest;
use std::fmt;
use std::path::{Path, PathBuf};

/// The most letters of a draft's name that stand in its key.
const NAMED: usize = 40;

/// How many figures of the digest of its path.
const FIGURES: usize = 16;

/// Under which name the state folder keeps what belongs to a draft: its journal and its versions. It can be a file name on
/// every system: small letters, figures and hyphens, at most 64 of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftKey(String);

impl DraftKey {
    /// The key of a draft by its file: the beginning of its name, for people, and a digest of where it really lies, so that
    /// the same file has one key through whichever link it is opened.
    pub fn of_draft(path: &Path) -> DraftKey {
        let place = place(path);
        let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let stem = name.split('.').next().unwrap_or_default();
        let figures = Digest::of(place.as_os_str().as_encoded_bytes()).to_string();
        let named: String = stem.chars().map(letter).take(NAMED).collect();
        let named = named.trim_matches('-');
        DraftKey(format!("{}-{}", if named.is_empty() { "draft" } else { named }, &figures[..FIGURES]))
    }

    /// The key of a draft that has no file yet, by a number that no other has.
    pub fn untitled(number: u64) -> DraftKey {
        DraftKey(format!("untitled-{number:016x}"))
    }

    /// A key that was read as the name of a file; none where it cannot be one.
    pub fn parse(name: &str) -> Option<DraftKey> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let known = (1..=64).contains(&name.len()) && name.chars().all(fits);
        known.then(|| DraftKey(name.to_owned()))
    }

    /// As the name of a file or a folder.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DraftKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn letter(c: char) -> char {
    if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }
}

/// Where a file really lies. It need not be there; then its folder says.
fn place(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    if let Ok(found) = absolute.canonicalize() {
        return found;
    }
    match (absolute.parent().map(Path::canonicalize), absolute.file_name()) {
        (Some(Ok(folder)), Some(name)) => folder.join(name),
        (_, _) => absolute,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_the_draft_and_its_place() {
        let key = |path: &str| DraftKey::of_draft(Path::new(path));
        let one = key("/nowhere/Scrutiny Board, 15 September.minutes.ron");
        assert!(one.as_str().starts_with("scrutiny-board--15-september-"), "{one}");
        assert_ne!(one, key("/nowhere/else/Scrutiny Board, 15 September.minutes.ron"));
        assert_eq!(one, key("/nowhere/Scrutiny Board, 15 September.minutes.ron"));
        for path in ["/nowhere/….minutes.ron", "/", "", &format!("/nowhere/{}.ron", "Ab ".repeat(90))] {
            let key = key(path);
            assert_eq!(DraftKey::parse(key.as_str()).as_ref(), Some(&key), "{path}");
        }
    }

    #[test]
    fn only_what_can_be_a_key_is_read_as_one() {
        assert_eq!(DraftKey::parse("untitled-000000000000002a"), Some(DraftKey::untitled(42)));
        for wrong in ["", "..", "a/b", "A", "a.journal", &"a".repeat(65)] {
            assert_eq!(DraftKey::parse(wrong), None, "{wrong}");
        }
    }
}
