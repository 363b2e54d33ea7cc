use super::error::ReadError;
use super::limits::Limits;
use super::token::{Kind, tokens};

/// The text of a file: within its bounds, without a byte order mark, in UTF-8.
pub(super) fn text(bytes: &[u8], limits: Limits) -> Result<&str, ReadError> {
    if bytes.len() > limits.bytes {
        let message = format!("the file has {} bytes; more than {} are not read", bytes.len(), limits.bytes);
        return Err(
            ReadError::at("", 0, message).hint("Files of this kind are far smaller; this one is something else")
        );
    }
    let (text, whole) = valid_prefix(bytes);
    if whole {
        return Ok(text);
    }
    let byte = bytes.get(bytes.len().min(text.len() + mark(bytes))).copied().unwrap_or_default();
    let message = format!("expected text in UTF-8, found the byte 0x{byte:02X}, which cannot stand here");
    Err(ReadError::at(text, text.len(), message).hint("Save the file as UTF-8 and open it again"))
}

/// As much of a file as is UTF-8, without the byte order mark, and whether that is all of it.
pub(super) fn valid_prefix(bytes: &[u8]) -> (&str, bool) {
    let bytes = &bytes[mark(bytes)..];
    match std::str::from_utf8(bytes) {
        Ok(text) => (text, true),
        Err(error) => (std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(), false),
    }
}

fn mark(bytes: &[u8]) -> usize {
    if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 }
}

/// Holds the brackets of a text against the limits and against each other. It runs in one pass without recursion, so
/// that no file can overflow the stack, however its parser is made.
pub(super) fn brackets(text: &str, limits: Limits) -> Result<(), ReadError> {
    let mut open: Vec<usize> = Vec::new();
    let mut values = 0_usize;
    for token in tokens(text) {
        let at = token.span.start;
        match token.kind {
            Kind::Open => {
                open.push(at);
                values += 1;
            }
            Kind::Close => close(text, at, open.pop())?,
            Kind::Comma => values += 1,
            Kind::Unclosed => return Err(unclosed(text, at)),
            Kind::Colon | Kind::Quoted | Kind::Word => {}
        }
        if open.len() > limits.depth {
            let message = format!("the brackets are nested more than {} deep", limits.depth);
            return Err(
                ReadError::at(text, at, message).hint("No draft nests so deep; the file is damaged or no draft")
            );
        }
        if values > limits.values {
            let message = format!("the file holds more than {} values", limits.values);
            return Err(ReadError::at(text, at, message).hint("Divide it, or open an earlier copy"));
        }
    }
    match open.last() {
        None => Ok(()),
        Some(&at) => {
            let (line, column) = super::error::position(text, at);
            let bracket = &text[at..at + 1];
            let message =
                format!("the file ends too early: the `{bracket}` of line {line}, column {column} is never closed");
            Err(ReadError::at(text, text.trim_end().len(), message).hint(CUT_SHORT))
        }
    }
}

const CUT_SHORT: &str =
    "The file may have been cut short while it was copied, or have lost a bracket or a quote; open an earlier copy";

fn close(text: &str, at: usize, opened: Option<usize>) -> Result<(), ReadError> {
    let found = &text[at..at + 1];
    let Some(opened) = opened else {
        return Err(ReadError::at(text, at, format!("found `{found}`, but no bracket is open here")));
    };
    let expected = match &text[opened..opened + 1] {
        "(" => ")",
        "[" => "]",
        _ => "}",
    };
    if found == expected {
        return Ok(());
    }
    let (line, column) = super::error::position(text, opened);
    let bracket = &text[opened..opened + 1];
    Err(ReadError::at(
        text,
        at,
        format!("expected `{expected}` for the `{bracket}` of line {line}, column {column}, found `{found}`"),
    ))
}

fn unclosed(text: &str, at: usize) -> ReadError {
    let what = if text[at..].starts_with("/*") { "comment" } else { "text" };
    let message = format!("the file ends too early: the {what} that begins here has no end");
    ReadError::at(text, at, message).hint(match what {
        "comment" => "A comment ends with `*/`",
        _ => CUT_SHORT,
    })
}
