use crate::format::{self, Limits, ReadError};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

/// The largest lock file that is read. One of this program has a few hundred bytes.
pub(super) const LIMITS: Limits = Limits { bytes: 4 << 10, depth: 8, values: 64 };

/// The most letters of a name that are kept: what stands in a lock file was written by anybody.
const NAMED: usize = 60;

const COMMENT: &str = "Somebody has these minutes open in Minutebook. This file goes when they close them.";

/// Somebody at a machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    /// The clerk's name, as the system has it; empty where it has none.
    pub clerk: String,
    /// The machine's name; empty where it has none.
    pub machine: String,
}

impl Holder {
    /// Somebody by name and machine: each one line of at most 60 letters.
    pub fn new(clerk: &str, machine: &str) -> Holder {
        Holder { clerk: plain(clerk), machine: plain(machine) }
    }
}

/// As it reads in the middle of a sentence: "Ann Price on TOWN-HALL-3".
impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.clerk.as_str(), self.machine.as_str()) {
            ("", "") => f.write_str("somebody"),
            ("", machine) => write!(f, "somebody on {machine}"),
            (clerk, "") => f.write_str(clerk),
            (clerk, machine) => write!(f, "{clerk} on {machine}"),
        }
    }
}

/// What stands in a lock file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Claim {
    /// Who has the draft open.
    pub holder: Holder,
    /// A number that no other opening of a draft has.
    pub nonce: Nonce,
    /// Counts up while the draft is open. What it says does not matter, only that it moves.
    pub beat: u64,
}

/// A number by chance that tells one opening of a draft from all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Nonce(pub u64);

impl fmt::Display for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl From<Nonce> for String {
    fn from(nonce: Nonce) -> String {
        nonce.to_string()
    }
}

impl TryFrom<String> for Nonce {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Nonce, &'static str> {
        let is_figure = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
        let number = (text.len() == 16 && text.bytes().all(is_figure)).then(|| u64::from_str_radix(&text, 16));
        number.and_then(Result::ok).map(Nonce).ok_or("a nonce is 16 hexadecimal figures")
    }
}

impl Claim {
    /// Reads a claim from a file, which may hold anything.
    pub fn read(bytes: &[u8]) -> Result<Claim, ReadError> {
        let Claim { holder, nonce, beat } = format::parse(bytes, LIMITS)?;
        Ok(Claim { holder: Holder::new(&holder.clerk, &holder.machine), nonce, beat })
    }

    /// Its text. It grows by a figure now and then and never shrinks while one process holds the lock.
    pub fn text(&self) -> String {
        format::print(COMMENT, self)
    }
}

/// The lock file of a draft: hidden, beside it.
pub(super) fn file_of(draft: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(draft.file_name().unwrap_or_default());
    name.push(".lock");
    draft.with_file_name(name)
}

/// A name on one line, without what would change how the text around it is shown.
fn plain(text: &str) -> String {
    let odd = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let words: String = text.chars().map(|c| if odd(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").chars().take(NAMED).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_read_as_it_was_written() {
        let holder = Holder::new("Ann \"Annie\" Price", "TOWN-HALL-3");
        let claim = Claim { holder, nonce: Nonce(0x2a), beat: 17 };
        let text = claim.text();
        assert!(text.contains("Minutebook") && text.contains("TOWN-HALL-3"), "{text}");
        assert_eq!(Claim::read(text.as_bytes()).expect("it was written here"), claim);
        let grown = Claim { beat: u64::MAX, ..claim }.text();
        assert!(text.len() < grown.len() && grown.len() < 1_000, "{grown}");
    }

    #[test]
    fn what_is_no_claim_is_refused_and_names_are_made_plain() {
        for wrong in [&b""[..], b"()", b"\xff\xfe", b"(holder:(),nonce:\"1\",beat:0)", &[b'('; 9_000], &[0; 512]] {
            assert!(Claim::read(wrong).is_err(), "{wrong:?}");
        }
        let text = "(holder:(clerk:\"Ann\\n\\u{202e}Price\"),nonce:\"000000000000002a\",beat:1,later:true)";
        let claim = Claim::read(text.as_bytes()).expect("what a later program adds is passed over");
        assert_eq!(claim.holder.to_string(), "Ann Price");
        assert_eq!(Holder::new(&"long ".repeat(40), "\u{7}").to_string().chars().count(), 59);
        assert_eq!(Holder::new("", "desk").to_string(), "somebody on desk");
        assert_eq!(Holder::default().to_string(), "somebody");
    }

    #[test]
    fn the_lock_file_is_hidden_beside_the_draft() {
        let path = file_of(Path::new("/minutes/Cabinet 2024.minutes.ron"));
        assert_eq!(path, Path::new("/minutes/.Cabinet 2024.minutes.ron.lock"));
        assert_eq!(file_of(Path::new("a.ron")), Path::new(".a.ron.lock"));
    }
}
