use std::fmt;

/// Why a file could not be read: where, what is there, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// What was expected and what was found.
    pub message: String,
    /// What to do now, where there is something to be said.
    pub hint: Option<String>,
}

impl ReadError {
    /// An error at a byte of a text.
    pub(super) fn at(text: &str, offset: usize, message: impl Into<String>) -> ReadError {
        let (line, column) = position(text, offset);
        ReadError { line, column, message: message.into(), hint: None }
    }

    /// The same error with advice.
    pub(super) fn hint(self, hint: impl Into<String>) -> ReadError {
        ReadError { hint: Some(hint.into()), ..self }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.message)?;
        match &self.hint {
            Some(hint) => write!(f, ". {hint}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ReadError {}

/// Line and column of a byte, both from 1; the column counts characters.
pub(super) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (1 + before.matches('\n').count(), 1 + before[line_start..].chars().count())
}

/// The byte at a line and column.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let line_start = match line {
        0 | 1 => 0,
        line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    text[line_start..].char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(at, _)| line_start + at)
}
