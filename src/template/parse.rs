//! The one place at which the text of a template becomes data.

use crate::format::{self, Limits};
use serde::de::DeserializeOwned;

/// The largest file of a house style, in bytes.
pub(super) const LARGEST: usize = 1 << 20;

/// What is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub line: usize,
    pub column: usize,
    pub message: String,
}

/// Reads one file, bounded in size, depth and number of values.
pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Mistake> {
    format::parse(bytes, Limits { bytes: LARGEST, ..Limits::SMALL }).map_err(|error| Mistake {
        line: error.line,
        column: error.column,
        message: match error.hint {
            Some(hint) => format!("{}. {hint}", error.message),
            None => error.message,
        },
    })
}
