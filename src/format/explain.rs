use super::error::{ReadError, offset};
use super::nearest::nearest;
use super::token::{Kind, Token, tokens};
use ron::error::{Error, SpannedError};

/// Says in the user's words what ron found wrong with a text.
pub(super) fn explain(text: &str, error: SpannedError) -> ReadError {
    let end = offset(text, error.span.end.line, error.span.end.col);
    let token = if was_consumed(&error.code) { token_before(text, end) } else { token_at(text, end) };
    let at = token.as_ref().map_or(text.trim_end().len(), |token| token.span.start);
    let found = token.as_ref().map_or("the end of the file".to_string(), |token| quote(text, token));
    let (message, hint) = words(error.code, &found);
    ReadError { hint, ..ReadError::at(text, at, message) }
}

/// Whether ron had already read what it then found wanting.
fn was_consumed(code: &Error) -> bool {
    matches!(
        code,
        Error::Message(_)
            | Error::InvalidValueForType { .. }
            | Error::NoSuchEnumVariant { .. }
            | Error::NoSuchStructField { .. }
            | Error::DuplicateStructField { .. }
            | Error::NoSuchExtension(_)
            | Error::InvalidEscape(_)
            | Error::IntegerOutOfBounds
    )
}

fn token_before(text: &str, end: usize) -> Option<Token> {
    tokens(text).take_while(|token| token.span.start < end).last()
}

fn token_at(text: &str, end: usize) -> Option<Token> {
    tokens(text).find(|token| token.span.end > end)
}

/// A token as it is shown in a message, shortened.
fn quote(text: &str, token: &Token) -> String {
    let written = &text[token.span.clone()];
    let short: String = written.chars().take(40).collect();
    let dots = if short.len() < written.len() { "…" } else { "" };
    match token.kind {
        Kind::Quoted => format!("the text {short}{dots}"),
        Kind::Open | Kind::Close | Kind::Comma | Kind::Colon | Kind::Word | Kind::Unclosed => {
            format!("`{short}{dots}`")
        }
    }
}

/// The message, and what to do.
fn words(code: Error, found: &str) -> (String, Option<String>) {
    let expected = |what: &str| (format!("expected {what}, found {found}"), None);
    let because = |message: String, hint: &str| (message, Some(hint.to_string()));
    match code {
        Error::NoSuchStructField { expected, found, outer } => {
            (format!("there is no field `{found}`{}", of(&outer)), one_of(&found, expected, "fields"))
        }
        Error::NoSuchEnumVariant { expected, found, outer } => {
            (format!("`{found}` is no value{}", of(&outer)), one_of(&found, expected, "values"))
        }
        Error::MissingStructField { field, outer } => {
            because(format!("the field `{field}`{} is missing", of(&outer)), "Add it before this bracket")
        }
        Error::DuplicateStructField { field, outer } => {
            because(format!("the field `{field}`{} stands here a second time", of(&outer)), "Keep one of the two")
        }
        Error::InvalidValueForType { expected, found } => {
            (format!("expected {}, found {}", plain(&expected), plain(&found)), None)
        }
        Error::ExpectedDifferentLength { expected, found } => {
            (format!("expected {}, found {found} values", plain(&expected)), None)
        }
        Error::Message(message) => custom(&message, found),
        Error::ExpectedArray => expected("a list, which begins with `[`"),
        Error::ExpectedArrayEnd => expected("`]`"),
        Error::ExpectedComma => expected("a comma or the closing bracket"),
        Error::ExpectedBoolean => expected("`true` or `false`"),
        Error::ExpectedInteger => expected("a whole number"),
        Error::ExpectedFloat => expected("a number"),
        Error::ExpectedString => expected("a text in double quotes"),
        Error::ExpectedStringEnd => expected("the closing quote of the text"),
        Error::ExpectedChar => expected("a single character"),
        Error::ExpectedIdentifier => expected("a name"),
        Error::ExpectedOption => expected("a value or `None`"),
        Error::ExpectedMap => expected("`{`"),
        Error::ExpectedMapEnd => expected("`}`"),
        Error::ExpectedMapColon => expected("a colon behind the field's name"),
        Error::ExpectedStructLike => expected("`(`"),
        Error::ExpectedNamedStructLike(name) => expected(&format!("`(` and the fields of {}", spaced(name))),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => expected("`)`"),
        Error::ExpectedUnit => expected("`()`"),
        Error::Eof => expected("more"),
        Error::TrailingCharacters => expected("the end of the file"),
        Error::IntegerOutOfBounds => because(
            format!("the number {found} does not fit here"),
            "Whole numbers go up to 4294967295, those of years up to 9999",
        ),
        Error::InvalidEscape(_) => because(
            "in this text a backslash is followed by a letter that means nothing".into(),
            r"Write \\ for a backslash",
        ),
        Error::NoSuchExtension(name) => (format!("`{name}` is no extension of RON"), None),
        Error::ExceededRecursionLimit => ("the values are nested too deep".into(), None),
        // ron may grow further errors; its own words are better than none.
        other => (other.to_string(), None),
    }
}

fn of(outer: &Option<String>) -> String {
    outer.as_deref().map_or(String::new(), |outer| format!(" of {}", spaced(outer)))
}

/// A type's name as words: `PublicVersion` becomes "public version".
fn spaced(name: &str) -> String {
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

fn one_of(found: &str, expected: &[&str], what: &str) -> Option<String> {
    if let Some(near) = nearest(found, expected) {
        return Some(format!("Perhaps `{near}` is meant"));
    }
    match expected {
        [] => None,
        names => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            Some(format!("The {what} are {}", names.join(", ")))
        }
    }
}

/// Messages of the values' own types. Those of dates speak of parsers, so they are put in other words.
fn custom(message: &str, found: &str) -> (String, Option<String>) {
    if message.contains("is not a time of day") {
        return (message.to_string(), None);
    }
    if message.contains("date") || message.contains("year") || message.contains("month") || message.contains("day") {
        return (format!("expected a day of the calendar, found {found}"), Some("Write it as \"2016-09-15\"".into()));
    }
    (plain(message), None)
}

/// serde's names of types in plain words.
fn plain(text: &str) -> String {
    const WORDS: [(&str, &str); 12] = [
        ("the unsigned integer ", "the number "),
        ("the signed integer ", "the number "),
        ("the floating point number ", "the number "),
        ("an 8-bit unsigned integer", "a number from 0 to 255"),
        ("a 16-bit unsigned integer", "a number from 0 to 65535"),
        ("a 32-bit unsigned integer", "a whole number"),
        ("a string", "a text in double quotes"),
        ("the string ", "the text "),
        ("a sequence", "a list"),
        ("a boolean", "`true` or `false`"),
        ("a unit value", "`()`"),
        ("struct ", ""),
    ];
    WORDS.iter().fold(text.to_string(), |text, (theirs, ours)| text.replace(theirs, ours))
}
