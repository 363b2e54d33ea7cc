//! What stands before the caret, as whoever offers something reads it.

use crate::model::{TITLES, TITLES_OF_SEVERAL};

/// The words with which sentences begin most often, where two letters of them are no post yet.
const BEGINNINGS: &[&str] =
    &["An", "As", "At", "By", "Fo", "He", "If", "In", "Is", "It", "No", "Of", "On", "Or", "So", "Th", "To", "Up", "We"];

/// A name that is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TypedName<'a> {
    /// What stands for the surname or the first name; empty directly behind "@".
    pub word: &'a str,
    /// The title before it; empty where none is typed.
    pub title: &'a str,
    /// The initials before it; empty where none are typed.
    pub initials: &'a str,
    /// Whether it was asked for by "@".
    pub asked: bool,
    /// How many characters all that takes.
    pub length: usize,
}

/// The name that ends `before`; none where what stands there is an ordinary word.
pub(super) fn name(before: &str) -> Option<TypedName<'_>> {
    let (ahead, word) = split_word(before);
    let length = |from: &str| before.chars().count() - from.chars().count();
    if let Some(ahead) = ahead.strip_suffix('@') {
        return is_boundary(ahead).then(|| TypedName {
            word,
            title: "",
            initials: "",
            asked: true,
            length: length(ahead),
        });
    }
    if word.is_empty() || !is_boundary(ahead) {
        return None;
    }
    let (without_initials, initials) = split_initials(ahead);
    let (rest, title) = split_titles(without_initials);
    let from = if title.is_empty() && initials.is_empty() { ahead } else { rest };
    let found = TypedName { word, title, initials, asked: false, length: length(from) };
    let begins_capital = word.starts_with(char::is_uppercase);
    let enough = if title.is_empty() && initials.is_empty() { word.chars().count() >= 2 } else { true };
    let wanted = !title.is_empty() || begins_capital;
    (enough && wanted).then_some(found)
}

/// A name with its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullName {
    /// "Councillor", "Cllr Mrs".
    pub title: String,
    /// Initials or first names; empty where none are typed.
    pub given: String,
    /// The surname.
    pub surname: String,
}

/// The most words that stand between a title and a surname.
const MOST_GIVEN: usize = 3;

/// The name with a title that ends a text, or stands just before the blanks and stops that end it: "Councillor J Smyth, ".
pub fn full_name(text: &str) -> Option<FullName> {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
    let (mut ahead, surname) = split_word(text);
    if surname.chars().count() < 2 || !surname.starts_with(char::is_uppercase) || is_title(surname) {
        return None;
    }
    let mut given: Vec<&str> = Vec::new();
    loop {
        let (rest, title) = split_titles(ahead);
        if !title.is_empty() {
            given.reverse();
            let given = given.join(" ");
            return is_boundary(rest).then(|| FullName { title: title.to_owned(), given, surname: surname.to_owned() });
        }
        let before = ahead.strip_suffix(' ')?;
        let (rest, word) = split_word(before.strip_suffix('.').unwrap_or(before));
        if given.len() == MOST_GIVEN || !word.starts_with(char::is_uppercase) {
            return None;
        }
        given.push(word);
        ahead = rest;
    }
}

/// Whether a title is a councillor's.
pub fn is_councillor(title: &str) -> bool {
    title.split_whitespace().any(|word| same_title(word) == "councillor")
}

/// One word for the forms of a title.
pub(super) fn same_title(word: &str) -> &str {
    let word = word.trim_end_matches('.');
    let councillor = ["cllr", "cllrs", "councillor", "councillors"];
    if councillor.iter().any(|form| form.eq_ignore_ascii_case(word)) { "councillor" } else { word }
}

/// Whether a sentence begins behind this text.
pub(super) fn begins_sentence(ahead: &str) -> bool {
    let text = ahead.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '‘' | '('));
    text.is_empty() || (text.len() < ahead.len() && text.ends_with(['.', '!', '?', ':']))
}

/// The last word, with what stands before it. Hyphens and apostrophes are of a word: "O'Brien", "Smith-Jones".
pub(super) fn split_word(text: &str) -> (&str, &str) {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        .last()
        .map_or(text.len(), |(at, _)| at);
    // An opening quotation mark is of no word.
    let inner = text[start..].trim_start_matches(['-', '\'', '’']);
    text.split_at(text.len() - inner.len())
}

/// The last letters and figures, which may call a phrase up, with what stands before them.
pub(super) fn split_trigger(text: &str) -> Option<(&str, &str)> {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).last()?.0;
    let (ahead, word) = text.split_at(start);
    let glued = |c: char| matches!(c, '@' | '_' | '/' | '.' | '&' | '-' | '\'' | '’');
    (!ahead.ends_with(glued)).then_some((ahead, word))
}

/// Whether a word can begin behind this text.
pub(super) fn is_boundary(ahead: &str) -> bool {
    ahead.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '@' | '_' | '/' | '.' | '&'))
}

/// Whether a word is a title.
pub(super) fn is_title(word: &str) -> bool {
    let word = word.strip_suffix('.').unwrap_or(word);
    TITLES.iter().chain(TITLES_OF_SEVERAL).any(|title| title.eq_ignore_ascii_case(word))
}

/// Whether the word is as likely the beginning of any sentence as that of a post.
pub(super) fn is_beginning(ahead: &str, word: &str) -> bool {
    begins_sentence(ahead) && BEGINNINGS.contains(&word)
}

/// The titles that end a text, "Cllr Mrs " as one.
pub(super) fn split_titles(text: &str) -> (&str, &str) {
    let mut rest = text;
    while let Some(ahead) = rest.strip_suffix(' ') {
        let start = ahead.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '‘' | '/'));
        let start = start.map_or(0, |at| at + ahead[at..].chars().next().map_or(0, char::len_utf8));
        if !is_title(&ahead[start..]) {
            break;
        }
        rest = &ahead[..start];
    }
    (rest, text[rest.len()..].trim_end())
}

/// The initials that end a text: "A ", "J. R. ".
pub(super) fn split_initials(text: &str) -> (&str, &str) {
    let mut rest = text;
    while let Some(ahead) = rest.strip_suffix(' ') {
        let ahead = ahead.strip_suffix('.').unwrap_or(ahead);
        let Some(letter) = ahead.chars().next_back().filter(|c| c.is_uppercase()) else { break };
        let before = &ahead[..ahead.len() - letter.len_utf8()];
        if !is_boundary(before) {
            break;
        }
        rest = before;
    }
    (rest, text[rest.len()..].trim_end())
}
