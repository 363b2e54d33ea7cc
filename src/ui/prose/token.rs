use super::{names::Names, quote::*};
use crate::model::{Citation, CitationForm, CitationTarget, Id, Inline, Language, Look, Mention, NameForm};

/// What stands between `[[` and `]]`.
pub(super) enum Token<'a> {
    /// A mark of the text.
    Mark(Inline),
    /// Text in a look of its own, which is still to be read.
    Span(Look, &'a str),
    /// Nothing: it stands for a paragraph without text.
    Nothing,
}

/// Reads what stands between `[[` and `]]`; none where it is no mark but text.
pub(super) fn read<'a>(inner: &'a str, look: &Look, names: &Names) -> Option<Token<'a>> {
    if inner.is_empty() {
        return Some(Token::Nothing);
    }
    if let Some(mark) = read_note(inner).or_else(|| read_person_by_id(inner, look)) {
        return Some(Token::Mark(mark));
    }
    if let Some(citation) = read_citation(inner, look, names) {
        return Some(Token::Mark(Inline::Citation(citation)));
    }
    if let Some((look, body)) = read_span(inner) {
        return Some(Token::Span(look, body));
    }
    let (person, form) = names.person(inner)?;
    Some(Token::Mark(Inline::Person(Mention { person, form, look: look.clone() })))
}

/// Writes a mark; none for text.
pub(super) fn write(inline: &Inline, names: &Names) -> Option<String> {
    Some(match inline {
        Inline::Text(_) => return None,
        Inline::Slot(what) => format!("[[slot: {}]]", escaped(what)),
        Inline::ComeBack(note) if note.is_empty() => "[[come back]]".to_owned(),
        Inline::ComeBack(note) => format!("[[come back: {}]]", escaped(note)),
        Inline::Moment(id) => match names.moment(*id) {
            Some(what) => format!("[[moment #{id}: {}]]", escaped(what)),
            None => format!("[[moment #{id}]]"),
        },
        Inline::Citation(citation) => format!("[[{}]]", write_citation(citation, names)),
        Inline::Person(mention) => format!("[[{}]]", write_person(mention, names)),
    })
}

/// The opening of a span in a look of its own: what stands before its text.
pub(super) fn open_span(look: &Look) -> String {
    let mut head = String::from("[[");
    for (set, sign) in [(look.bold, '*'), (look.italic, '_'), (look.superscript, '^')] {
        if set {
            head.push(sign);
        }
    }
    let Language(tag) = &look.language;
    if !tag.is_empty() {
        head.push_str(&if is_language(tag) { tag.clone() } else { quoted(tag) });
    }
    head.push_str(": ");
    head
}

fn read_note(inner: &str) -> Option<Inline> {
    let lower = inner.get(.."come back".len()).map(str::to_ascii_lowercase);
    if lower.as_deref() == Some("come back") {
        let rest = &inner["come back".len()..];
        return if rest.is_empty() { Some(Inline::ComeBack(String::new())) } else { note(rest).map(Inline::ComeBack) };
    }
    if let Some(rest) = inner.strip_prefix("slot") {
        return note(rest).map(Inline::Slot);
    }
    let (id, rest) = id(inner.strip_prefix("moment ")?)?;
    (rest.is_empty() || rest.starts_with(':')).then_some(Inline::Moment(id))
}

fn note(rest: &str) -> Option<String> {
    let rest = rest.strip_prefix(':')?;
    Some(unescaped(rest.strip_prefix(' ').unwrap_or(rest)))
}

fn id(text: &str) -> Option<(Id, &str)> {
    let text = text.strip_prefix('#')?;
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (figures, rest) = text.split_at(end);
    Some((Id(figures.parse().ok()?), rest))
}

fn read_person_by_id(inner: &str, look: &Look) -> Option<Inline> {
    let (person, rest) = id(inner.strip_prefix("person ")?)?;
    let form = match rest {
        "" => NameForm::Short,
        " titled" => NameForm::Titled,
        " surname" => NameForm::Surname,
        " initials" => NameForm::Initials,
        " office" => NameForm::Role,
        _ => return None,
    };
    Some(Inline::Person(Mention { person, form, look: look.clone() }))
}

fn write_person(mention: &Mention, names: &Names) -> String {
    if let Some(name) = names.name(mention.person, mention.form) {
        let plain = !name.contains(['[', ']', '\\', '\n']);
        let mark = Inline::Person(Mention { look: Look::default(), ..mention.clone() });
        if plain && matches!(read(name, &Look::default(), names), Some(Token::Mark(read)) if read == mark) {
            return name.to_owned();
        }
    }
    let form = match mention.form {
        NameForm::Short => "",
        NameForm::Titled => " titled",
        NameForm::Surname => " surname",
        NameForm::Initials => " initials",
        NameForm::Role => " office",
    };
    format!("person #{}{form}", mention.person)
}

fn read_span(inner: &str) -> Option<(Look, &str)> {
    let signs_end = inner.find(|c| !matches!(c, '*' | '_' | '^')).unwrap_or(inner.len());
    let (signs, rest) = inner.split_at(signs_end);
    let (tag, rest) = match read_quoted(rest) {
        Some((tag, rest)) => (tag, rest),
        None => {
            let end = rest.find(':')?;
            (rest[..end].to_owned(), &rest[end..])
        }
    };
    let body = rest.strip_prefix(':')?;
    let quoted = inner[signs_end..].starts_with('"');
    let once = |sign| signs.matches(sign).count() <= 1;
    let known = tag.is_empty() || quoted || is_language(&tag);
    if !known || (signs.is_empty() && tag.is_empty()) || !(once('*') && once('_') && once('^')) {
        return None;
    }
    let look = Look {
        bold: signs.contains('*'),
        italic: signs.contains('_'),
        superscript: signs.contains('^'),
        language: Language(tag),
    };
    Some((look, body.strip_prefix(' ').unwrap_or(body)))
}

/// Whether a tag looks like one of BCP 47, so that it can stand without quotation marks.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let letters = primary.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters
        && (2..=3).contains(&primary.len())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn read_citation(inner: &str, look: &Look, names: &Names) -> Option<Citation> {
    let words = words(inner)?;
    let mut words = words.iter().peekable();
    let first = words.peek()?;
    let lead = match (first.quoted, first.text.as_str()) {
        (false, lead @ ("Minute" | "minute" | "number" | "item" | "Item")) => lead,
        _ => "",
    };
    if !lead.is_empty() {
        words.next();
    }
    let number = words.next()?;
    let mut found = Reference::read(number)?;
    let mut behind = "";
    while let Some(word) = words.next() {
        match (word.quoted, word.text.as_str()) {
            (false, "refers") if behind.is_empty() => behind = "refers",
            (false, "headed") if behind.is_empty() => behind = "headed",
            (false, "elsewhere") => found.elsewhere = true,
            (false, "year") => found.year = Some(words.next()?.text.parse().ok()?),
            (false, "on") => found.date = Some(words.next()?.text.parse().ok()?),
            (false, "as") => found.item = Some(id(&words.next()?.text).filter(|(_, rest)| rest.is_empty())?.0),
            (false, "of") => {
                let mut body = words.next()?.text.clone();
                let ends = |word: &&Word| matches!(word.text.as_str(), "on" | "as" | "year");
                while let Some(word) = words.next_if(|word| !word.quoted && !ends(word)) {
                    body.push(' ');
                    body.push_str(&word.text);
                }
                found.body = Some(body);
            }
            _ => return None,
        }
    }
    let form = match (lead, behind) {
        ("minute", "") => CitationForm::InSentence,
        ("minute", "refers") => CitationForm::Refers,
        ("Minute", "refers") => CitationForm::RefersCapital,
        ("number", "") => CitationForm::Number,
        ("Minute", "headed") => CitationForm::Headed,
        ("" | "Minute" | "item" | "Item", "") => CitationForm::Minute,
        _ => return None,
    };
    let target = found.target(names, matches!(lead, "item" | "Item"))?;
    Some(Citation { target, form, look: look.clone() })
}

/// What a citation in the making says of its target.
struct Reference {
    number: String,
    here: Option<Id>,
    year: Option<i16>,
    body: Option<String>,
    date: Option<crate::model::Date>,
    item: Option<Id>,
    elsewhere: bool,
}

impl Reference {
    fn read(word: &Word) -> Option<Reference> {
        let mut out = Reference {
            number: word.text.clone(),
            here: None,
            year: None,
            body: None,
            date: None,
            item: None,
            elsewhere: word.quoted,
        };
        if word.quoted {
            return Some(out);
        }
        if let Some((id, "")) = id(&word.text) {
            out.here = Some(id);
            return Some(out);
        }
        if let Some((number, year)) = word.text.split_once('/') {
            out.number = number.to_owned();
            out.year = Some(read_year(year)?);
        }
        is_plain_number(&out.number).then_some(out)
    }

    fn target(self, names: &Names, must_be_here: bool) -> Option<CitationTarget> {
        let elsewhere =
            self.elsewhere || self.year.is_some() || self.body.is_some() || self.date.is_some() || self.item.is_some();
        if elsewhere {
            let Reference { number, year, body, date, item, here, .. } = self;
            return (!must_be_here && here.is_none()).then_some(CitationTarget::Elsewhere {
                body,
                number,
                year,
                date,
                item,
            });
        }
        self.here.or_else(|| names.item(&self.number)).map(CitationTarget::Here)
    }
}

/// Whether a number can stand without quotation marks: "63", "58(b)", "15.2".
fn is_plain_number(number: &str) -> bool {
    number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | '.'))
}

/// The first year of a municipal year as citations write it: "15" is 2015, "98" is 1998.
fn read_year(text: &str) -> Option<i16> {
    let figures = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let year: i16 = text.parse().ok().filter(|_| figures)?;
    match text.len() {
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        4 => Some(year),
        _ => None,
    }
}

fn write_citation(citation: &Citation, names: &Names) -> String {
    let lead = match citation.form {
        CitationForm::Minute | CitationForm::RefersCapital | CitationForm::Headed => "Minute",
        CitationForm::InSentence | CitationForm::Refers => "minute",
        CitationForm::Number => "number",
    };
    let behind = match citation.form {
        CitationForm::Refers | CitationForm::RefersCapital => " refers",
        CitationForm::Headed => " headed",
        CitationForm::Minute | CitationForm::InSentence | CitationForm::Number => "",
    };
    match &citation.target {
        CitationTarget::Here(id) => match names.number(*id) {
            Some(number) => format!("{lead} {number}{behind}"),
            None => format!("{lead} #{id}{behind}"),
        },
        CitationTarget::Elsewhere { body, number, year, date, item } => {
            let mut out = format!("{lead} ");
            out.push_str(&if is_plain_number(number) { number.clone() } else { quoted(number) });
            match year {
                Some(year @ 1970..=2069) if is_plain_number(number) => {
                    out.push_str(&format!("/{:02}", year.rem_euclid(100)));
                }
                Some(year) => out.push_str(&format!(" year {year}")),
                None if body.is_none() && date.is_none() && item.is_none() => out.push_str(" elsewhere"),
                None => {}
            }
            out.push_str(behind);
            if let Some(body) = body {
                out.push_str(&format!(" of {}", if is_plain_body(body) { body.clone() } else { quoted(body) }));
            }
            if let Some(date) = date {
                out.push_str(&format!(" on {date}"));
            }
            if let Some(item) = item {
                out.push_str(&format!(" as #{item}"));
            }
            out
        }
    }
}

/// Whether a body's name can stand without quotation marks.
fn is_plain_body(body: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && !matches!(word, "on" | "as" | "year")
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '&' | '(' | ')' | ','))
    };
    body.split(' ').all(word)
}
