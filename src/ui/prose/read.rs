use super::{
    list::{Family, Lists, Marker, read_marker},
    names::Names,
    quote::{is_escapable, read_quoted},
    token::{self, Token},
};
use crate::model::{Inline, Look, Paragraph, ParagraphKind, Privacy, Prose, Run};
use std::collections::HashMap;

/// Reads prose in its plain form: a line is a paragraph. Whatever is not markup is text, as it stands.
pub fn read(text: &str, names: &Names) -> Prose {
    let mut lists = Lists::default();
    lines(text)
        .into_iter()
        .filter(|line| !is_blank(line))
        .map(|line| {
            let paragraph = read_paragraph(line, names, &lists);
            lists.pass(paragraph.kind, paragraph.level, paragraph.start);
            paragraph
        })
        .collect()
}

/// The lines of a text, each a paragraph: a line feed behind a backslash does not end one.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut from, mut escape) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            '\n' if !escape => {
                out.push(&text[from..at]);
                from = at + 1;
            }
            '\\' if !escape => {
                escape = true;
                continue;
            }
            _ => {}
        }
        escape = false;
    }
    out.push(&text[from..]);
    out
}

/// Whether a line says nothing, and so is no paragraph.
pub(super) fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| byte == b' ')
}

/// What stands before the text of a line.
pub(super) struct Head<'a> {
    pub kind: ParagraphKind,
    pub level: u8,
    pub start: Option<u32>,
    pub privacy: Privacy,
    /// What is behind it.
    pub rest: &'a str,
}

pub(super) fn read_paragraph(line: &str, names: &Names, lists: &Lists) -> Paragraph {
    let Head { kind, level, start, privacy, rest } = read_head(line, lists);
    Paragraph { kind, level, start, privacy, text: read_inlines(rest, names) }
}

/// Reads what stands before the text of a line: indentation, privacy, the start of a list, its marker.
pub(super) fn read_head<'a>(line: &'a str, lists: &Lists) -> Head<'a> {
    let spaces = line.bytes().take_while(|byte| *byte == b' ').count();
    let level = u8::try_from(spaces / 2).unwrap_or(u8::MAX);
    let rest = &line[usize::from(level) * 2..];
    let (privacy, rest) = read_privacy(rest).unwrap_or((Privacy::Public, rest));
    let (told, rest) = match read_start(rest) {
        Some((start, rest)) => (Some(start), rest),
        None => (None, rest),
    };
    let (family, listed) = if let Some(listed) = rest.strip_prefix("[letters] ") {
        (Some(Family::Letters), listed)
    } else if let Some(listed) = rest.strip_prefix("[roman] ") {
        (Some(Family::Roman), listed)
    } else {
        (None, rest)
    };
    let found = match (read_marker(listed), family) {
        (Some((Marker::Bullet, rest)), None) => Some((ParagraphKind::Bullet, None, rest)),
        (Some((Marker::Quotation, rest)), None) => Some((ParagraphKind::Quotation, None, rest)),
        (Some((Marker::Counted(enclosure, token), rest)), family) => {
            lists.classify(level, enclosure, token, family, told.is_some()).map(|(kind, start)| (kind, start, rest))
        }
        (None, _) | (Some((Marker::Bullet | Marker::Quotation, _)), Some(_)) => None,
    };
    let (kind, start, rest) = found.unwrap_or((ParagraphKind::Body, None, rest));
    Head { kind, level, start: told.or(start), privacy, rest }
}

fn read_privacy(line: &str) -> Option<(Privacy, &str)> {
    if let Some(rest) = line.strip_prefix("[confidential] ") {
        return Some((Privacy::Confidential, rest));
    }
    let mut rest = line.strip_prefix("[private")?;
    let mut paragraphs = Vec::new();
    loop {
        if let Some(rest) = rest.strip_prefix("] ") {
            return Some((Privacy::Exempt { paragraphs }, rest));
        }
        rest = rest.strip_prefix(if paragraphs.is_empty() { " " } else { ", " })?;
        if let Some((paragraph, behind)) = read_quoted(rest) {
            paragraphs.push(paragraph);
            rest = behind;
        } else {
            let end = rest.find(|c| !is_of_paragraph(c)).filter(|end| *end > 0)?;
            paragraphs.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
    }
}

/// Whether a character may stand in the name of a paragraph of a schedule without quotation marks.
pub(super) fn is_of_paragraph(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | '.')
}

fn read_start(line: &str) -> Option<(u32, &str)> {
    let (figures, rest) = line.strip_prefix("[start ")?.split_once("] ")?;
    let plain = figures.bytes().all(|byte| byte.is_ascii_digit());
    Some((figures.parse().ok().filter(|_| plain)?, rest))
}

/// Reads the text of a paragraph with its marks.
pub(super) fn read_inlines(text: &str, names: &Names) -> Vec<Inline> {
    let mut reader = Reader::new(text, names);
    reader.range(0, text.len(), &Look::default(), false);
    reader.out
}

/// What a stretch of a line is, for whoever paints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Text.
    Text,
    /// A sign that is not printed.
    Markup,
    /// A mark: a citation, a person, a slot.
    Mark,
}

/// A stretch of a line as it is to be painted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub from: usize,
    pub to: usize,
    pub ink: Ink,
    pub look: Look,
}

/// How the text of a paragraph is to be painted: stretches without gaps.
pub(super) fn stretches(text: &str, names: &Names) -> Vec<Stretch> {
    let mut reader = Reader::new(text, names);
    reader.range(0, text.len(), &Look::default(), false);
    reader.stretches
}

struct Reader<'a> {
    text: &'a str,
    names: &'a Names,
    /// Where the `]]` is that closes each `[[`.
    pairs: HashMap<usize, usize>,
    /// From where on there is no closing sign of each kind, once that was found out.
    unclosed: [usize; 3],
    out: Vec<Inline>,
    pending: String,
    stretches: Vec<Stretch>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, names: &'a Names) -> Reader<'a> {
        Reader {
            text,
            names,
            pairs: pairs(text),
            unclosed: [usize::MAX; 3],
            out: Vec::new(),
            pending: String::new(),
            stretches: Vec::new(),
        }
    }

    fn range(&mut self, from: usize, to: usize, look: &Look, in_span: bool) {
        let mut at = from;
        while at < to {
            let plain = self.text[at..to].find(['\\', '[', '*', '_', '^']).unwrap_or(to - at);
            if plain > 0 {
                self.push(at, at + plain, look);
                at += plain;
            }
            let Some(c) = self.text[at..to].chars().next() else { break };
            let done = match c {
                '\\' => self.escape(at, to, look),
                '[' => self.token(at, to, look, in_span),
                '*' | '_' | '^' => self.delimited(at, to, c, look, in_span),
                _ => None,
            };
            at = done.unwrap_or_else(|| {
                self.push(at, at + c.len_utf8(), look);
                at + c.len_utf8()
            });
        }
        self.flush(look);
    }

    fn push(&mut self, from: usize, to: usize, look: &Look) {
        self.pending.push_str(&self.text[from..to]);
        self.stretch(from, to, Ink::Text, look);
    }

    fn stretch(&mut self, from: usize, to: usize, ink: Ink, look: &Look) {
        match self.stretches.last_mut() {
            Some(last) if last.to == from && last.ink == ink && last.look == *look => last.to = to,
            _ => self.stretches.push(Stretch { from, to, ink, look: look.clone() }),
        }
    }

    fn flush(&mut self, look: &Look) {
        if self.pending.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.pending);
        match self.out.last_mut() {
            Some(Inline::Text(run)) if run.look == *look => run.text.push_str(&text),
            _ => self.out.push(Inline::Text(Run { text, look: look.clone() })),
        }
    }

    fn escape(&mut self, at: usize, to: usize, look: &Look) -> Option<usize> {
        let next = self.text[at + 1..to].chars().next().filter(|next| is_escapable(*next))?;
        self.stretch(at, at + 1, Ink::Markup, look);
        let end = at + 1 + next.len_utf8();
        self.push(at + 1, end, look);
        Some(end)
    }

    fn token(&mut self, at: usize, to: usize, look: &Look, in_span: bool) -> Option<usize> {
        let close = *self.pairs.get(&at).filter(|close| **close + 2 <= to)?;
        let text: &'a str = self.text;
        let inner = &text[at + 2..close];
        match token::read(inner, look, self.names)? {
            Token::Mark(mark) => {
                self.flush(look);
                self.out.push(mark);
                self.stretch(at, close + 2, Ink::Mark, look);
            }
            Token::Nothing => {
                self.flush(look);
                self.stretch(at, close + 2, Ink::Markup, look);
            }
            Token::Span(_, _) if in_span => return None,
            Token::Span(own, body) => {
                self.flush(look);
                let within = Look {
                    bold: look.bold || own.bold,
                    italic: look.italic || own.italic,
                    superscript: look.superscript || own.superscript,
                    language: if own.language.0.is_empty() { look.language.clone() } else { own.language },
                };
                self.stretch(at, close - body.len(), Ink::Markup, look);
                self.range(close - body.len(), close, &within, true);
                self.stretch(close, close + 2, Ink::Markup, look);
            }
        }
        Some(close + 2)
    }

    fn delimited(&mut self, at: usize, to: usize, sign: char, look: &Look, in_span: bool) -> Option<usize> {
        let (index, set) = match sign {
            '*' => (0, look.bold),
            '_' => (1, look.italic),
            _ => (2, look.superscript),
        };
        let next = self.text[at + 1..to].chars().next().filter(|next| *next != sign && !next.is_whitespace());
        let joined = sign != '^' && self.text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        if set || joined || next.is_none() || at >= self.unclosed[index] {
            return None;
        }
        let Some(close) = self.closing(at + 1, to, sign) else {
            // Only what was looked through to the end of the text is known to hold none.
            if to == self.text.len() {
                self.unclosed[index] = at;
            }
            return None;
        };
        self.flush(look);
        let mut within = look.clone();
        match sign {
            '*' => within.bold = true,
            '_' => within.italic = true,
            _ => within.superscript = true,
        }
        self.stretch(at, at + 1, Ink::Markup, look);
        self.range(at + 1, close, &within, in_span);
        self.stretch(close, close + 1, Ink::Markup, look);
        Some(close + 1)
    }

    /// Where the sign is that closes what another of its kind opened before `from`.
    fn closing(&self, from: usize, to: usize, sign: char) -> Option<usize> {
        let mut at = from;
        let mut before = None;
        while let Some(c) = self.text[at..to].chars().next() {
            let mut end = at + c.len_utf8();
            match c {
                '\\' => {
                    if let Some(next) = self.text[end..to].chars().next().filter(|next| is_escapable(*next)) {
                        end += next.len_utf8();
                    }
                }
                '[' => end = self.pairs.get(&at).map(|close| close + 2).filter(|end| *end <= to).unwrap_or(end),
                _ if c == sign => {
                    let after_text = before.is_some_and(|before: char| !before.is_whitespace() && before != sign);
                    let joined = sign != '^' && self.text[end..].chars().next().is_some_and(char::is_alphanumeric);
                    if after_text && !joined {
                        return Some(at);
                    }
                }
                _ if sign == '^' && c.is_whitespace() => return None,
                _ => {}
            }
            before = self.text[..end].chars().next_back();
            at = end;
        }
        None
    }
}

/// Which `]]` closes which `[[`.
fn pairs(text: &str) -> HashMap<usize, usize> {
    let (mut out, mut open) = (HashMap::new(), Vec::new());
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match &bytes[at..] {
            [b'\\', ..] => at += 2,
            [b'[', b'[', ..] => {
                open.push(at);
                at += 2;
            }
            [b']', b']', ..] => {
                if let Some(from) = open.pop() {
                    out.insert(from, at);
                }
                at += 2;
            }
            _ => at += 1,
        }
    }
    out
}
