use super::context::Context;
use crate::frame::{Face, Family, Inline, Link, Run};
use crate::model::{Language, Look};
use crate::template::{FontFamily, Weight};

/// A piece of what is said, before it gets its face and size.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Span {
    /// Text.
    Text { text: String, look: Look, link: Option<Link> },
    /// A line to write upon.
    Blank(f32),
    /// The number of the page.
    Page,
    /// The number of the last page.
    Pages,
}

/// What is said.
pub(super) type Spans = Vec<Span>;

/// Plain words; nothing for no words.
pub(super) fn plain(text: impl Into<String>) -> Spans {
    styled(text, Look::default())
}

/// Words in a look of their own.
pub(super) fn styled(text: impl Into<String>, look: Look) -> Spans {
    let text = text.into();
    if text.is_empty() { Vec::new() } else { vec![Span::Text { text, look, link: None }] }
}

/// Words in a language of their own.
pub(super) fn in_language(text: impl Into<String>, language: &Language) -> Spans {
    styled(text, Look { language: language.clone(), ..Look::default() })
}

/// The text of spans without their looks.
pub(super) fn text_of(spans: &[Span]) -> String {
    spans
        .iter()
        .filter_map(|span| match span {
            Span::Text { text, .. } => Some(text.as_str()),
            Span::Blank(_) | Span::Page | Span::Pages => None,
        })
        .collect()
}

/// Whether nothing is said.
pub(super) fn is_silent(spans: &[Span]) -> bool {
    spans.iter().all(|span| matches!(span, Span::Text { text, .. } if text.is_empty()))
}

/// Begins a sentence of the house with a capital. Typed text is never put through this.
pub(super) fn capitalised(mut spans: Spans) -> Spans {
    if let Some(Span::Text { text, .. }) = spans.first_mut() {
        let mut characters = text.chars();
        if let Some(first) = characters.next() {
            *text = first.to_uppercase().chain(characters).collect();
        }
    }
    spans
}

/// Lists things as the house lists names: "A, B and C".
pub(super) fn listed(context: &Context<'_>, things: Vec<Spans>) -> Spans {
    let last = things.len().saturating_sub(1);
    let mut out = Spans::new();
    for (place, thing) in things.into_iter().enumerate() {
        match place {
            0 => {}
            _ if place == last => out.extend(plain(context.style.names.and.clone())),
            _ => out.extend(plain(context.style.names.comma.clone())),
        }
        out.extend(thing);
    }
    out
}

/// Parts things that have commas of their own: "A, of B; C, of D".
pub(super) fn parted(context: &Context<'_>, things: Vec<Spans>) -> Spans {
    let mut out = Spans::new();
    for thing in things {
        if !out.is_empty() {
            out.extend(plain(context.style.names.semicolon.clone()));
        }
        out.extend(thing);
    }
    out
}

/// Gives spans their face and size.
pub(super) fn ink(context: &Context<'_>, spans: &[Span], size: f32, weight: Weight) -> Vec<Inline> {
    let style = &context.style.text;
    let family = match style.font {
        FontFamily::LiberationSans => Family::Sans,
        FontFamily::LiberationSerif => Family::Serif,
    };
    let run = |text: &str, look: &Look, link: &Option<Link>| Run {
        text: text.to_owned(),
        face: Face { family, bold: weight.bold || look.bold, italic: weight.italic != look.italic },
        size: if look.superscript { size * style.raised_size } else { size },
        rise: if look.superscript { size * style.rise } else { 0.0 },
        language: context.own_language(&look.language),
        link: link.clone(),
    };
    let mut out: Vec<Inline> = Vec::new();
    for span in spans {
        match span {
            Span::Text { text, look, link } => push_run(&mut out, run(text, look, link)),
            Span::Blank(width) => out.push(Inline::Blank { width: *width }),
            Span::Page => out.push(Inline::PageNumber(run("", &Look::default(), &None))),
            Span::Pages => out.push(Inline::PageCount(run("", &Look::default(), &None))),
        }
    }
    out
}

/// Adds a run, as one with the run before it where they look the same.
fn push_run(out: &mut Vec<Inline>, run: Run) {
    if run.text.is_empty() {
        return;
    }
    if let Some(Inline::Text(last)) = out.last_mut() {
        let text = std::mem::take(&mut last.text);
        let same = *last == Run { text: String::new(), ..run.clone() };
        last.text = text;
        if same {
            last.text.push_str(&run.text);
            return;
        }
    }
    out.push(Inline::Text(run));
}
