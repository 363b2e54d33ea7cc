//! The one place at which the text of a template becomes data.

use serde::de::DeserializeOwned;

/// The largest file of a house style.
pub(super) const LARGEST: usize = 1024 * 1024;

/// How deep values may be nested.
const DEEPEST: usize = 32;

/// What is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub line: usize,
    pub column: usize,
    pub message: String,
}

/// Reads one file, bounded in size and depth.
pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Mistake> {
    if bytes.len() > LARGEST {
        let message = format!("the file is larger than {} kB", LARGEST / 1024);
        return Err(Mistake { line: 0, column: 0, message });
    }
    ron::Options::default().with_recursion_limit(DEEPEST).from_bytes(bytes).map_err(|error| Mistake {
        line: error.span.start.line,
        column: error.span.start.col,
        message: error.code.to_string(),
    })
}
