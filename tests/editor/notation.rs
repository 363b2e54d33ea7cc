//! Prose on one line, as the cases write it.
//!
//! Paragraphs are parted by ` / `. Before the text of one stand a `› ` for each level, `§ ` where it is confidential, and
//! its marker: `•` or `–`, `1.`, `(b)`, `iii)`, `> ` before a quotation. In the text `**bold**`, `_italic_`, `^raised^`,
//! `{cy:Cymraeg}`, the marks `{63/15}` (a citation), `{=7}` (a person), `{?who}` (a slot), `{!note}` (come back to this)
//! and `{@7}` (a moment), `⏎` for a line break, `|` for the caret, `[` where a selection was begun and `]` where its caret
//! is. A backslash takes the meaning of the sign behind it away.
//!
//! A look ends before the caret that stands between it and the next one: `**so**|`, `|**so**`.

use minutebook::{
    edit::prose::{MARK, Point, Span},
    model::*,
};

/// Reads prose with its caret.
///
/// # Panics
///
/// Where the notation is wrong.
pub fn read(line: &str) -> (Prose, Span) {
    let (mut prose, mut anchor, mut head) = (Prose::new(), None, None);
    if line.is_empty() {
        return (prose, Span::default());
    }
    let mut open: Vec<Option<(ParagraphKind, u32)>> = Vec::new();
    for (number, written) in line.split(" / ").enumerate() {
        let mut paragraph = Paragraph::default();
        let mut rest = written;
        while let Some(inner) = rest.strip_prefix("› ") {
            paragraph.level += 1;
            rest = inner;
        }
        if let Some(inner) = rest.strip_prefix("§ ") {
            paragraph.privacy = Privacy::Confidential;
            rest = inner;
        }
        let level = usize::from(paragraph.level);
        open.resize(level + 1, None);
        if let Some((marker, text)) = rest.split_once(' ')
            && let Some((kind, value)) = marked(marker, open[level])
        {
            (paragraph.kind, rest) = (kind, text);
            let next = open[level].filter(|(open, _)| *open == kind).map_or(1, |(_, last)| last + 1);
            paragraph.start = (value != 0 && value != next).then_some(value);
            open[level] = paragraph.is_list_item().then_some((kind, value));
        } else if !matches!(rest, "" | "|") {
            open[level] = None;
        }
        let mut text =
            Text { number, anchor: &mut anchor, head: &mut head, out: Vec::new(), look: Look::default(), at: 0 };
        text.read(rest);
        paragraph.text = minutebook::edit::prose::tidy(text.out);
        prose.push(paragraph);
    }
    let head = head.unwrap_or_else(|| panic!("no caret in {line:?}"));
    (prose, Span { anchor: anchor.unwrap_or(head), head })
}

/// What a marker says, and its number; 0 where it does not count.
fn marked(marker: &str, open: Option<(ParagraphKind, u32)>) -> Option<(ParagraphKind, u32)> {
    match marker {
        "•" | "–" => return Some((ParagraphKind::Bullet, 0)),
        ">" => return Some((ParagraphKind::Quotation, 0)),
        _ => {}
    }
    if let Some((_, last)) = marker.rsplit_once('.').filter(|(before, last)| !before.is_empty() && !last.is_empty()) {
        return last.parse().ok().map(|value| (ParagraphKind::Numbered(Enclosure::Decimal), value));
    }
    let (enclosure, token) = match (marker.strip_prefix('('), marker.strip_suffix(')'), marker.strip_suffix('.')) {
        (Some(inner), Some(_), _) => (Enclosure::Brackets, inner.strip_suffix(')')?),
        (None, Some(token), _) => (Enclosure::Bracket, token),
        (None, None, Some(token)) => (Enclosure::Stop, token),
        _ => return None,
    };
    if let Ok(value) = token.parse() {
        return Some((ParagraphKind::Numbered(enclosure), value));
    }
    let lettered = (ParagraphKind::Lettered(enclosure), (1..100).find(|value| letters(*value) == token));
    let numeral = (ParagraphKind::Roman(enclosure), (1..100).find(|value| roman(*value) == token));
    let goes_on =
        |known: (ParagraphKind, Option<u32>)| open.is_some_and(|(kind, last)| (kind, Some(last + 1)) == known);
    let chosen = match (goes_on(lettered), numeral.1) {
        (false, Some(_)) => numeral,
        _ => lettered,
    };
    chosen.1.map(|value| (chosen.0, value))
}

/// The text of one paragraph while it is read.
struct Text<'a> {
    number: usize,
    out: Vec<Inline>,
    look: Look,
    at: usize,
    anchor: &'a mut Option<Point>,
    head: &'a mut Option<Point>,
}

impl Text<'_> {
    fn read(&mut self, written: &str) {
        let mut chars = written.chars().peekable();
        while let Some(c) = chars.next() {
            let here = Point::new(self.number, self.at);
            match c {
                '|' | ']' => *self.head = Some(here),
                '[' => *self.anchor = Some(here),
                '*' if chars.next_if_eq(&'*').is_some() => self.look.bold ^= true,
                '_' => self.look.italic ^= true,
                '^' => self.look.superscript ^= true,
                '}' => self.look.language = Language::default(),
                '{' => {
                    let mut inner = String::new();
                    while let Some(c) = chars.next_if(|c| !matches!(c, '}' | ':')) {
                        inner.push(c);
                    }
                    match chars.next() {
                        Some(':') => self.look.language = Language(inner),
                        _ => self.mark(&inner),
                    }
                }
                '⏎' => self.letter('\n'),
                '\\' => self.letter(chars.next().expect("a sign behind the backslash")),
                c => self.letter(c),
            }
        }
    }

    fn letter(&mut self, c: char) {
        self.at += c.len_utf8();
        self.out.push(Inline::Text(Run { text: c.to_string(), look: self.look.clone() }));
    }

    fn mark(&mut self, inner: &str) {
        self.at += MARK.len_utf8();
        let (sign, rest) = inner.split_at(1);
        let id = || Id(rest.parse().expect("an id"));
        self.out.push(match sign {
            "=" => Inline::Person(Mention { person: id(), form: NameForm::Short, look: self.look.clone() }),
            "?" => Inline::Slot(rest.to_owned()),
            "!" => Inline::ComeBack(rest.to_owned()),
            "@" => Inline::Moment(id()),
            _ => Inline::Citation(Citation {
                target: CitationTarget::Elsewhere {
                    body: None,
                    number: inner.to_owned(),
                    year: None,
                    date: None,
                    item: None,
                },
                form: CitationForm::Minute,
                look: self.look.clone(),
            }),
        });
    }
}

/// Writes prose with its caret; `markers` are those that the application gives it.
pub fn write(prose: &[Paragraph], span: Span, markers: &[Option<String>]) -> String {
    let paragraphs = prose.iter().enumerate().map(|(number, paragraph)| {
        let marker = match paragraph.kind {
            ParagraphKind::Quotation => "> ".to_owned(),
            _ => markers[number].as_ref().map(|marker| format!("{marker} ")).unwrap_or_default(),
        };
        let level = "› ".repeat(paragraph.level.into());
        let private = if paragraph.privacy.is_public() { "" } else { "§ " };
        let text = text_of(paragraph, number, span);
        // Text that looks like a marker is told from one.
        let flat = minutebook::edit::prose::flat(paragraph);
        let looks_so = flat.split_once(' ').is_some_and(|(first, _)| marked(first, None).is_some());
        let escape = if marker.is_empty() && looks_so { "\\" } else { "" };
        format!("{level}{private}{marker}{escape}{text}")
    });
    let written = paragraphs.collect::<Vec<_>>().join(" / ");
    if prose.is_empty() { "|".to_owned() } else { written }
}

fn text_of(paragraph: &Paragraph, number: usize, span: Span) -> String {
    let mut out = String::new();
    let (mut look, mut at) = (Look::default(), 0);
    for inline in &paragraph.text {
        let (atoms, wanted) = match inline {
            Inline::Text(run) => (run.text.chars().map(letter).collect(), run.look.clone()),
            Inline::Citation(citation) => match &citation.target {
                CitationTarget::Elsewhere { number, .. } => (mark("", number), citation.look.clone()),
                CitationTarget::Here(id) => (mark("#", &id.to_string()), citation.look.clone()),
            },
            Inline::Person(mention) => (mark("=", &mention.person.to_string()), mention.look.clone()),
            Inline::Slot(slot) => (mark("?", slot), Look::default()),
            Inline::ComeBack(note) => (mark("!", note), Look::default()),
            Inline::Moment(id) => (mark("@", &id.to_string()), Look::default()),
        };
        for (atom, length) in atoms {
            turn(&mut out, &look, &wanted, false);
            out.push_str(&carets(number, at, span));
            turn(&mut out, &look, &wanted, true);
            look = wanted.clone();
            out.push_str(&atom);
            at += length;
        }
    }
    turn(&mut out, &look, &Look::default(), false);
    out + &carets(number, at, span)
}

fn letter(c: char) -> (String, usize) {
    let written = match c {
        '\n' => "⏎".to_owned(),
        '|' | '[' | ']' | '_' | '^' | '{' | '}' | '\\' | '*' => format!("\\{c}"),
        c => c.to_string(),
    };
    (written, c.len_utf8())
}

fn mark(sign: &str, inner: &str) -> Vec<(String, usize)> {
    vec![(format!("{{{sign}{inner}}}"), MARK.len_utf8())]
}

/// What ends, or what begins, between two looks.
fn turn(out: &mut String, from: &Look, to: &Look, begins: bool) {
    let (less, more) = if begins { (from, to) } else { (to, from) };
    if more.language != less.language && !more.language.0.is_empty() {
        out.push_str(&if begins { format!("{{{}:", more.language.0) } else { "}".to_owned() });
    }
    let signs = [("**", more.bold && !less.bold), ("_", more.italic && !less.italic)];
    let signs = signs.into_iter().chain([("^", more.superscript && !less.superscript)]);
    signs.filter(|(_, turns)| *turns).for_each(|(sign, _)| out.push_str(sign));
}

fn carets(number: usize, at: usize, span: Span) -> String {
    let here = Point::new(number, at);
    match (span.is_empty(), span.anchor == here, span.head == here) {
        (true, _, true) => "|",
        (false, true, _) => "[",
        (false, _, true) => "]",
        _ => "",
    }
    .to_owned()
}
