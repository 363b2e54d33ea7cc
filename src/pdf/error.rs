//! Why no PDF was written, in words that help.

use crate::frame::Missing;
use std::fmt;

/// How many characters a message names.
const LONGEST_LIST: usize = 10;

/// Why no PDF was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// Characters that no bundled face has: in the file they would be empty boxes, and unreadable to a screen reader.
    Missing(Vec<Missing>),
    /// There are no pages.
    Empty,
    /// A bundled face could not be read.
    Font {
        /// Its PostScript name.
        face: String,
        /// What the reader of fonts says.
        reason: String,
    },
    /// The document that printpdf made is not as expected.
    Structure(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(missing) => {
                let mut characters: Vec<char> = missing.iter().map(|missing| missing.character).collect();
                characters.sort_unstable();
                characters.dedup();
                let mut named: Vec<String> = characters.iter().map(|&c| named(c)).collect();
                if named.len() > LONGEST_LIST {
                    let more = named.len() - LONGEST_LIST;
                    named.truncate(LONGEST_LIST);
                    named.push(format!("and {more} more"));
                }
                let (these, them) =
                    if named.len() == 1 { ("this character", "it") } else { ("these characters", "them") };
                write!(f, "The typefaces do not have {these}: {}. Replace {them} and export again.", named.join(", "))
            }
            Self::Empty => f.write_str("There are no pages to export. Fill in the minutes first."),
            Self::Font { face, reason } => {
                write!(f, "The typeface {face} could not be read ({reason}). Install the program again.")
            }
            Self::Structure(reason) => write!(
                f,
                "The PDF could not be put together ({reason}). The draft is unharmed; please report this with the draft."
            ),
        }
    }
}

impl std::error::Error for ExportError {}

impl From<lopdf::Error> for ExportError {
    fn from(error: lopdf::Error) -> Self {
        Self::Structure(error.to_string())
    }
}

/// A character as it looks, where it looks like anything, and by its number in Unicode.
fn named(character: char) -> String {
    let number = u32::from(character);
    let is_seen =
        !character.is_control() && !character.is_whitespace() && !matches!(number, 0xE000..=0xF8FF | 0xF0000..);
    if is_seen { format!("“{character}” (U+{number:04X})") } else { format!("U+{number:04X}") }
}
