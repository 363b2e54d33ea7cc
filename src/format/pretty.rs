use super::parse::options;
use super::token::{Kind, Token, Tokens, tokens};
use serde::Serialize;
use std::iter::Peekable;

/// Writes a value as RON below a comment, in a form that people read and `diff` compares.
///
/// ron's own pretty printing goes by depth alone, and the depth of a sentence is not that of a person. So what ron wrote
/// is broken into lines here by what it holds, never by its length: a value without lists (a person, a run of text, a
/// mark) keeps to one line, a paragraph of one run too, everything else has a line for each field. Texts are escaped, so
/// that no editor's line endings change them.
///
/// # Panics
/// Where `T` is no plain data but refuses to be written, as a path does that is not Unicode.
pub fn print<T: Serialize>(comment: &str, value: &T) -> String {
    let written = options().without_recursion_limit().to_string(value);
    let written = written.unwrap_or_else(|error| unreachable!("plain data was not written: {error}"));
    let mut out = format!("// {comment}\n#![enable(implicit_some)]\n#![enable(unwrap_variant_newtypes)]\n");
    let mut tokens = tokens(&written).peekable();
    lines(&entry(&written, &mut tokens), 0, &mut out);
    out.push('\n');
    out
}

/// A value with what stands before it: `key: Name(…)`.
struct Entry<'a> {
    key: Option<&'a str>,
    /// The name before a bracket, or the whole of a value without brackets.
    word: &'a str,
    inner: Option<Inner<'a>>,
}

struct Inner<'a> {
    open: &'a str,
    close: &'a str,
    entries: Vec<Entry<'a>>,
}

fn entry<'a>(text: &'a str, tokens: &mut Peekable<Tokens<'_>>) -> Entry<'a> {
    let mut entry = Entry { key: None, word: "", inner: None };
    while let Some(Token { kind, span }) = tokens.next_if(|next| !matches!(next.kind, Kind::Comma | Kind::Close)) {
        match kind {
            Kind::Colon => entry.key = Some(std::mem::take(&mut entry.word)),
            Kind::Open => entry.inner = Some(inner(text, &text[span], tokens)),
            Kind::Word | Kind::Quoted | Kind::Unclosed | Kind::Comma | Kind::Close => entry.word = &text[span],
        }
    }
    entry
}

fn inner<'a>(text: &'a str, open: &'a str, tokens: &mut Peekable<Tokens<'_>>) -> Inner<'a> {
    let mut entries = Vec::new();
    loop {
        match tokens.next_if(|next| matches!(next.kind, Kind::Comma | Kind::Close)) {
            Some(Token { kind: Kind::Close, span }) => return Inner { open, close: &text[span], entries },
            Some(_) => {}
            None if tokens.peek().is_none() => return Inner { open, close: "", entries },
            None => entries.push(entry(text, tokens)),
        }
    }
}

impl Entry<'_> {
    fn entries(&self) -> &[Entry<'_>] {
        self.inner.as_ref().map_or(&[], |inner| &inner.entries)
    }

    fn is_list(&self) -> bool {
        self.inner.as_ref().is_some_and(|inner| inner.open == "[")
    }

    /// A list of texts, each of which somebody may look for in a comparison of two files.
    fn is_list_of_texts(&self) -> bool {
        self.is_list() && self.entries().len() > 1 && self.entries().iter().all(|entry| entry.word.starts_with('"'))
    }

    /// A text, a number, a name, or a variant that holds one of these: `Person(4)`.
    fn is_atom(&self) -> bool {
        match self.entries() {
            [] => true,
            [only] => !self.is_list() && only.key.is_none() && only.is_atom(),
            _ => false,
        }
    }

    /// Whether it holds no list but of atoms.
    fn is_flat(&self) -> bool {
        match self.is_list() {
            true => self.entries().iter().all(Entry::is_atom),
            false => self.entries().iter().all(Entry::is_flat),
        }
    }

    /// Whether it is a paragraph, or as simple as one: flat but for a list at its end, and without an identity.
    fn is_paragraph(&self) -> bool {
        let Some((last, before)) = self.entries().split_last() else { return false };
        !self.is_list()
            && last.key.is_some()
            && last.is_list()
            && last.entries().iter().all(Entry::is_flat)
            && before.iter().all(|entry| entry.is_flat() && entry.key != Some("id"))
    }

    /// Whether it is a cell of one paragraph.
    fn is_cell(&self) -> bool {
        self.is_list()
            && self.key.is_none()
            && matches!(self.entries(), [only] if only.is_paragraph() && only.is_one_line())
    }

    fn is_one_line(&self) -> bool {
        self.is_flat()
            || self.is_cell()
            || self.is_paragraph() && self.entries().last().is_some_and(|last| last.entries().len() == 1)
    }
}

/// Writes an entry, broken into lines where it has to be.
fn lines(entry: &Entry<'_>, depth: usize, out: &mut String) {
    // The first two levels are the draft's own fields and theirs: always a line for each.
    let is_field_of_draft = depth < 2 && entry.entries().iter().any(|entry| entry.key.is_some());
    if is_field_of_draft || entry.is_list_of_texts() || !entry.is_one_line() {
        broken(entry, depth, is_field_of_draft, out)
    } else {
        line(entry, out)
    }
}

/// Writes an entry with a line for each of its own.
fn broken(entry: &Entry<'_>, depth: usize, is_field_of_draft: bool, out: &mut String) {
    let Some(inner) = &entry.inner else { return line(entry, out) };
    before(entry, out);
    out.push_str(inner.open);
    match inner.entries.as_slice() {
        [only] if only.key.is_none() && inner.open == "(" => broken(only, depth, false, out),
        [before @ .., last] if entry.key.is_none() && !is_field_of_draft && entry.is_paragraph() => {
            for entry in before {
                line(entry, out);
                out.push_str(", ");
            }
            lines(last, depth, out);
        }
        entries => {
            for entry in entries {
                indent(depth + 1, out);
                lines(entry, depth + 1, out);
                out.push(',');
            }
            indent(depth, out);
        }
    }
    out.push_str(inner.close);
}

/// Writes an entry on one line.
fn line(entry: &Entry<'_>, out: &mut String) {
    before(entry, out);
    if let Some(inner) = &entry.inner {
        out.push_str(inner.open);
        for (index, entry) in inner.entries.iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            line(entry, out);
        }
        out.push_str(inner.close);
    }
}

fn before(entry: &Entry<'_>, out: &mut String) {
    if let Some(key) = entry.key {
        out.push_str(key);
        out.push_str(": ");
    }
    if entry.word.starts_with('"') { plain_apostrophes(entry.word, out) } else { out.push_str(entry.word) }
}

/// ron escapes apostrophes, which need it in characters, but not in texts; minutes are full of them.
fn plain_apostrophes(quoted: &str, out: &mut String) {
    let mut rest = quoted;
    while let Some(at) = rest.find('\\') {
        let (text, escape) = rest.split_at(at);
        out.push_str(text);
        let length = 1 + escape[1..].chars().next().map_or(0, char::len_utf8);
        out.push_str(if escape.starts_with("\\'") { "'" } else { &escape[..length] });
        rest = &escape[length..];
    }
    out.push_str(rest);
}

fn indent(depth: usize, out: &mut String) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}
