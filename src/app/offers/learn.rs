//! A phrase made of text that stands in the draft.

use super::{Context, expand::chair};
use crate::{
    model::{CitationForm, Inline},
    template::{Gap, Phrase, PhraseBank},
};

/// The longest text that is taken over, in characters.
const LONGEST: usize = 600;

/// How much of the text names the phrase, in characters.
const LABEL: usize = 40;

/// Proposes a phrase for a text: gaps where the meeting would say something else another time, and a trigger out of its
/// first letters that no other phrase has. None for a text without words.
pub fn learn(context: &Context<'_>, text: &[Inline]) -> Option<Phrase> {
    let source: String = text.iter().map(|inline| piece(context, inline)).collect();
    let source = with_gaps(context, source.split_whitespace().collect::<Vec<_>>().join(" "));
    let source: String = source.chars().take(LONGEST).collect();
    // Where the cut went through a gap, the text ends before it.
    let whole = match (source.rfind('{'), source.rfind('}')) {
        (Some(open), close) if close.is_none_or(|close| close < open) => &source[..open],
        _ => &source,
    };
    let whole = whole.trim();
    let words = words(whole);
    let label = label(whole);
    let bank = context.style.map(|style| &style.phrases);
    let trigger = trigger(&words, bank, &context.minutes.house.body)?;
    Some(Phrase { trigger, label, text: whole.to_owned().try_into().ok()?, bodies: Vec::new() })
}

/// What stands in the phrase for a run or a mark.
fn piece(context: &Context<'_>, inline: &Inline) -> String {
    match inline {
        Inline::Text(run) => run.text.replace('{', "(").replace('}', ")"),
        Inline::Slot(what) => gap(what),
        Inline::Person(mention) if chair(context).is_some_and(|chair| chair.id == mention.person) => {
            gap(Gap::Chair.name())
        }
        Inline::Person(_) => gap("member"),
        Inline::Citation(citation) => match citation.form {
            CitationForm::Minute | CitationForm::Headed => "Minute {minute}".to_owned(),
            CitationForm::InSentence => "minute {minute}".to_owned(),
            CitationForm::Refers => "minute {minute} refers".to_owned(),
            CitationForm::RefersCapital => "Minute {minute} refers".to_owned(),
            CitationForm::Number => "{minute}".to_owned(),
        },
        Inline::ComeBack(_) | Inline::Moment(_) => String::new(),
    }
}

fn gap(name: &str) -> String {
    let name: String = name.chars().filter(|c| !matches!(c, '{' | '}') && !c.is_control()).collect();
    if name.trim().is_empty() { "{what}".to_owned() } else { format!("{{{}}}", name.trim()) }
}

/// Names that were typed by hand become gaps too.
fn with_gaps(context: &Context<'_>, mut text: String) -> String {
    let chair = chair(context).map(|chair| chair.id);
    let mut names: Vec<(String, String)> = Vec::new();
    for person in context.minutes.attendance.people() {
        let name = if Some(person.id) == chair { Gap::Chair.name() } else { "member" };
        let forms = [person.titled_name(), person.short_name()];
        // A bare surname may be a word like any other.
        let telling = forms.into_iter().filter(|form| form.contains(' '));
        names.extend(telling.map(|form| (form, gap(name))));
    }
    let short = &context.minutes.house.body_short;
    if short.contains(' ') {
        let mut characters = short.chars();
        let capital = characters.next().map(|first| first.to_uppercase().chain(characters).collect::<String>());
        names.extend(capital.filter(|capital| capital != short).map(|capital| (capital, gap(Gap::CapitalBody.name()))));
        names.push((short.clone(), gap(Gap::Body.name())));
    }
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, gap) in names {
        text = replace_words(&text, &name, &gap);
    }
    // At its beginning the body's name gets its capital by itself, where a sentence begins.
    match text.strip_prefix("{Body}") {
        Some(rest) => format!("{{body}}{rest}"),
        None => text,
    }
}

/// Replaces a name wherever it stands by itself and outside of gaps.
fn replace_words(text: &str, name: &str, by: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, from) = rest.split_at(at);
        let behind = &from[name.len()..];
        out.push_str(before);
        let alone = !out.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric);
        let in_gap = out.rfind('{').is_some_and(|open| !out[open..].contains('}'));
        out.push_str(if alone && !in_gap { by } else { name });
        rest = behind;
    }
    out + rest
}

fn words(source: &str) -> Vec<String> {
    let words = source.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_alphabetic));
    words.map(str::to_lowercase).collect()
}

fn label(source: &str) -> String {
    let plain = source.replace('{', "[").replace('}', "]");
    let short: String = plain.chars().take(LABEL).collect();
    let cut = if short.len() < plain.len() {
        short.rsplit_once(' ').map_or(short.as_str(), |(head, _)| head)
    } else {
        &short
    };
    let mut characters = cut.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + characters.as_str() + if short.len() < plain.len() { "…" } else { "" }
}

/// Three or four first letters, or those with a figure behind them, whatever is free.
fn trigger(words: &[String], bank: Option<&PhraseBank>, body: &str) -> Option<String> {
    let letters: String = words.iter().filter_map(|word| word.chars().next()).take(4).collect();
    let word = words.first()?;
    let letters = match letters.chars().count() {
        0 | 1 => word.chars().take(1).chain(word.chars().skip(1).filter(|c| !"aeiou".contains(*c))).take(3).collect(),
        _ => letters,
    };
    let short: String = letters.chars().take(3).collect();
    let numbered = (2..=99).map(|number| format!("{short}{number}"));
    let free = |trigger: &String| bank.is_none_or(|bank| bank.find(trigger, body).is_none());
    [short.clone(), letters].into_iter().chain(numbered).find(free)
}
