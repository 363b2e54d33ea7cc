//! Minutes that are cited by hand: "minute 63/15" becomes a citation, which the house writes out and the page links.

use super::{Context, Offer, OfferKind, typed};
use crate::{
    compose::mark_text,
    model::{Citation, CitationForm, CitationTarget, Inline, Look},
};

/// The citation that was typed last, if it is one.
pub(super) fn offers(context: &Context<'_>, before: &str) -> Vec<Offer> {
    let Some(typed) = read(before) else { return Vec::new() };
    let Some(target) = target(context, typed.number) else { return Vec::new() };
    let form = typed.form;
    let hint = match &target {
        CitationTarget::Here(id) => context.minutes.item(*id).map(|item| item.title.clone()).unwrap_or_default(),
        CitationTarget::Elsewhere { .. } => "of another meeting".to_owned(),
    };
    let mark = Inline::Citation(Citation { target, form, look: Look::default() });
    let item = context.item.map(|item| item.id);
    let written = context.style.map(|style| mark_text(context.minutes, style, item, &mark, false));
    vec![Offer {
        replace: typed.length,
        label: written.unwrap_or_else(|| typed.number.to_owned()),
        insert: vec![mark],
        hint,
        kind: OfferKind::Citation,
    }]
}

struct Typed<'a> {
    number: &'a str,
    form: CitationForm,
    length: usize,
}

fn read(before: &str) -> Option<Typed<'_>> {
    let (text, refers) = match before.strip_suffix(" refers") {
        Some(text) => (text, true),
        None => (before, false),
    };
    let start = text.rfind(' ')?;
    let number = &text[start + 1..];
    let ahead = &text[..start];
    let (ahead, form) = match (ahead.strip_suffix("Minute"), ahead.strip_suffix("minute"), refers) {
        (Some(ahead), _, false) => (ahead, CitationForm::Minute),
        (Some(ahead), _, true) => (ahead, CitationForm::RefersCapital),
        (None, Some(ahead), false) => (ahead, CitationForm::InSentence),
        (None, Some(ahead), true) => (ahead, CitationForm::Refers),
        (None, None, _) => return None,
    };
    let length = before.chars().count() - ahead.chars().count();
    (typed::is_boundary(ahead) && !number.is_empty()).then_some(Typed { number, form, length })
}

/// The minute that a number means: of this draft where it has it, else one of another meeting where its year is given.
pub fn target(context: &Context<'_>, number: &str) -> Option<CitationTarget> {
    let (bare, year) = match number.split_once('/') {
        Some((bare, year)) => (bare, Some(read_year(year)?)),
        None => (number, None),
    };
    let figures = bare.find(|c: char| !c.is_ascii_digit()).unwrap_or(bare.len());
    let sub = &bare[figures..];
    let fits =
        figures > 0 && figures <= 6 && sub.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | '.'));
    if !fits || bare.ends_with('.') {
        return None;
    }
    let of_this_year = year.is_none_or(|year| year == context.minutes.municipal_year());
    let here = here(context, bare).filter(|_| of_this_year).map(CitationTarget::Here);
    let elsewhere = || {
        year?;
        let number = bare.to_owned();
        Some(CitationTarget::Elsewhere { body: None, number, year, date: None, item: None })
    };
    here.or_else(elsewhere)
}

/// The item of these minutes with a number as the house writes it, or its figures alone.
fn here(context: &Context<'_>, number: &str) -> Option<crate::model::Id> {
    let numbers = crate::model::numbers::number(context.minutes);
    let figures = number.parse::<u32>().ok();
    let visits = context.minutes.items();
    visits.iter().map(|visit| visit.item.id).find(|id| {
        let known = numbers.of(*id);
        known.is_some_and(|known| Some(known.value) == figures && known.path.is_empty())
    })
}

/// The first year of a municipal year as citations write it: "15" is 2015, "98" is 1998.
fn read_year(text: &str) -> Option<i16> {
    let year: i16 = text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())??;
    match text.len() {
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        4 => Some(year),
        _ => None,
    }
}
