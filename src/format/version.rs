use super::error::ReadError;
use super::scan;
use super::token::{Kind, Token, Tokens, tokens};

/// The version of the file that this program writes. Older ones are read and brought up to it.
pub const VERSION: u32 = 1;

/// A version that this program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// The first one, which is this program's own.
    One,
}

/// What the program names itself by, at the head of each draft.
const KEY: &str = "minutebook";

/// The version of a draft, read from its first field alone.
pub(super) fn version(bytes: &[u8]) -> Result<Version, ReadError> {
    let (text, whole) = scan::valid_prefix(bytes);
    let mut tokens = tokens(text);
    let Some(first) = after_attributes(text, &mut tokens) else { return Err(cut_short(bytes, text, whole)) };
    if &text[first.span.clone()] != "(" {
        return Err(no_draft(text, &first));
    }
    for expected in [KEY, ":"] {
        match tokens.next() {
            None => return Err(cut_short(bytes, text, whole)),
            Some(token) if &text[token.span.clone()] == expected => {}
            Some(token) => return Err(no_draft(text, &token)),
        }
    }
    let Some(number) = tokens.next() else { return Err(cut_short(bytes, text, whole)) };
    let written = &text[number.span.clone()];
    let version: u32 = written.parse().map_err(|_| {
        let message = format!(
            "expected the number of the file's version, found `{}`",
            written.chars().take(40).collect::<String>()
        );
        ReadError::at(text, number.span.start, message).hint(format!("This program writes `{KEY}: {VERSION}`"))
    })?;
    match version {
        1 => Ok(Version::One),
        0 => Err(ReadError::at(text, number.span.start, "there is no version 0 of the file")
            .hint(format!("This program writes `{KEY}: {VERSION}`"))),
        newer => {
            let message = format!(
                "the draft was written by a newer Minutebook: its version is {newer}, this program reads up to {VERSION}"
            );
            Err(ReadError::at(text, number.span.start, message)
                .hint("Open it with the newer program, or install that here; the file is unchanged"))
        }
    }
}

/// The first token behind `#![enable(...)]` lines.
pub(super) fn after_attributes(text: &str, tokens: &mut Tokens<'_>) -> Option<Token> {
    loop {
        let token = tokens.next()?;
        if !text[token.span.clone()].starts_with('#') {
            return Some(token);
        }
        let mut depth = 0_usize;
        for token in tokens.by_ref() {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                Kind::Comma | Kind::Colon | Kind::Quoted | Kind::Word | Kind::Unclosed => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
}

fn no_draft(text: &str, token: &Token) -> ReadError {
    ReadError::at(text, token.span.start, "this is not a draft of Minutebook: it does not begin with its version")
        .hint(format!("A draft's name ends in .minutes.ron and its text begins with `(` and `{KEY}: {VERSION}`"))
}

fn cut_short(bytes: &[u8], text: &str, whole: bool) -> ReadError {
    if let (false, Err(error)) = (whole, scan::text(bytes, super::limits::Limits::DRAFT)) {
        return error;
    }
    let message = if text.trim().is_empty() { "the file is empty" } else { "the file ends before it says what it is" };
    ReadError::at(text, text.trim_end().len(), message).hint("Open an earlier copy")
}
