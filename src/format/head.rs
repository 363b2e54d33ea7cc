use super::error::ReadError;
use super::parse;
use super::scan;
use super::token::{Kind, tokens};
use super::version::version;
use crate::model::{Date, Minutes, State, numbers};
use serde::{Deserialize, Serialize};

/// What a list of drafts shows of each. It stands first in the file, so that the rest need not be read; it is derived
/// from the document whenever that is written, and never read back into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The council's full name.
    pub council: String,
    /// The body's full name.
    pub body: String,
    /// The day of the meeting.
    pub date: Date,
    /// How far the minutes have come.
    pub state: State,
    /// The number of the first minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<u32>,
    /// The number of the last minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<u32>,
    /// The title, where it is not the house's wording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl Head {
    /// The head of a document.
    pub fn of(minutes: &Minutes) -> Head {
        let numbers = numbers::number(minutes);
        Head {
            council: minutes.house.council.clone(),
            body: minutes.house.body.clone(),
            date: minutes.meeting.date,
            state: minutes.record.state(),
            first: numbers.first(),
            last: numbers.last(),
            title: minutes.house.title.clone(),
        }
    }
}

/// Reads the head of a draft from the beginning of its file, however much of it there is and whatever comes behind it.
///
/// # Errors
/// Where there is no draft, or one of a newer version, or its head is not whole.
pub fn read_head(bytes: &[u8]) -> Result<Head, ReadError> {
    version(bytes)?;
    let (text, _) = scan::valid_prefix(bytes);
    let (mut depth, mut named) = (0_usize, false);
    let mut start = None;
    for token in tokens(text) {
        let word = &text[token.span.clone()];
        match start {
            None if depth == 1 && word == "head" => named = true,
            None if depth == 1 && word == "(" && named => start = Some(token.span.start),
            Some(start) if depth == 2 && word == ")" => {
                let head = &text[start..token.span.end];
                return parse::value(head).map_err(|error| shifted(error, text, start));
            }
            _ => {}
        }
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Comma | Kind::Colon | Kind::Quoted | Kind::Word | Kind::Unclosed => {}
        }
    }
    let error = ReadError::at(text, text.trim_end().len(), "the head of the draft is missing or not whole");
    Err(error.hint("Open the draft and save it again to restore it"))
}

/// An error in a part of a text, as one of the text.
fn shifted(error: ReadError, text: &str, start: usize) -> ReadError {
    let (line, column) = super::error::position(text, start);
    let column = if error.line == 1 { error.column + column - 1 } else { error.column };
    ReadError { line: error.line + line - 1, column, ..error }
}
