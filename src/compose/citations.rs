//! Minutes that are cited: never typed, always looked up.

use super::calendar;
use super::context::Context;
use super::numbering::{number_gaps, year_gaps};
use super::place::Place;
use super::sight::{Sight, Spot};
use super::span::{Span, Spans, plain};
use super::wording::{fill, said};
use crate::frame::Link;
use crate::model::{Citation, CitationForm, CitationTarget, Id};
use std::cmp::Ordering;

/// A citation as it is written in the text of the item with this place in the reading order.
pub(super) fn citation(context: &Context<'_>, citation: &Citation, from: Spot) -> Spans {
    let mut spans = match &citation.target {
        CitationTarget::Here(item) => here(context, *item, citation.form, from),
        CitationTarget::Elsewhere { .. } => {
            formed(context, citation.form, elsewhere(context, &citation.target), Spans::new())
        }
    };
    for span in &mut spans {
        if let Span::Text { look, .. } = span {
            *look = citation.look.clone();
        }
    }
    spans
}

/// An item of these minutes, cited in a form. Its heading is told only to those who may know it.
pub(super) fn here(context: &Context<'_>, item: Id, form: CitationForm, from: Spot) -> Spans {
    let Some(known) = context.known(item) else { return said(&context.style.citations.missing) };
    let heading = plain(known.heading.clone().unwrap_or_default());
    let spans = match context.number(item) {
        Some(_) => formed(context, form, number_here(context, item, from), heading),
        None if heading.is_empty() => said(&context.style.citations.missing),
        None => fill(&context.style.citations.unnumbered, &[("heading", heading)]),
    };
    linked(context, item, spans)
}

/// The same words, leading to an item where this audience sees it.
fn linked(context: &Context<'_>, item: Id, mut spans: Spans) -> Spans {
    if context.sight(item) != Sight::Hidden {
        let target = Link::Node(Place::Item(item).encode());
        for span in &mut spans {
            if let Span::Text { link, .. } = span {
                *link = Some(target.clone());
            }
        }
    }
    spans
}

/// The number of an item with its direction, "51 below", leading there.
pub(super) fn number_here(context: &Context<'_>, item: Id, from: Spot) -> Spans {
    let forms = &context.style.citations;
    let direction = match context.direction(from, item) {
        Some(Ordering::Less) => forms.above.as_str(),
        Some(Ordering::Greater) => forms.below.as_str(),
        Some(Ordering::Equal) | None => "",
    };
    linked(context, item, cited_number(context, item, direction))
}

/// The number of an item, without a direction.
pub(super) fn bare_number(context: &Context<'_>, item: Id) -> Spans {
    cited_number(context, item, "")
}

fn cited_number(context: &Context<'_>, item: Id, direction: &str) -> Spans {
    let Some(number) = context.number(item) else { return Spans::new() };
    let mut gaps = number_gaps(context, number, "");
    gaps.push(("direction", plain(direction)));
    fill(&context.style.citations.here, &gaps)
}

fn elsewhere(context: &Context<'_>, target: &CitationTarget) -> Spans {
    let CitationTarget::Elsewhere { body, number, year, date, .. } = target else { return Spans::new() };
    let prefix = if body.is_some() { String::new() } else { context.numbering().prefix.clone() };
    let day = date.map(|date| calendar::date(context.style, &context.style.dates.text, date));
    let mut gaps = year_gaps(*year);
    gaps.extend([
        ("prefix", plain(prefix)),
        ("number", plain(number.clone())),
        ("body", plain(body.clone().unwrap_or_default())),
        ("date", day.unwrap_or_default()),
    ]);
    fill(&context.style.citations.elsewhere, &gaps)
}

fn formed(context: &Context<'_>, form: CitationForm, cited: Spans, heading: Spans) -> Spans {
    let forms = &context.style.citations;
    let words = match form {
        CitationForm::Minute => &forms.minute,
        CitationForm::InSentence => &forms.in_sentence,
        CitationForm::Refers => &forms.refers,
        CitationForm::RefersCapital => &forms.refers_capital,
        CitationForm::Number => &forms.number,
        CitationForm::Headed => &forms.headed,
    };
    fill(words, &[("cited", cited), ("heading", heading)])
}
