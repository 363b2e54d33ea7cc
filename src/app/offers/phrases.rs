//! The phrases of the bank, by their triggers.

use super::{Context, Offer, OfferKind, expand::expand, names, typed};
use crate::model::Inline;

/// How much of a phrase is shown, in characters.
const SHOWN: usize = 64;

/// The phrase whose trigger was typed last, if there is one.
pub(super) fn offers(context: &Context<'_>, before: &str) -> Vec<Offer> {
    let Some((ahead, word)) = typed::split_trigger(before) else { return Vec::new() };
    let Some(style) = context.style else { return Vec::new() };
    let Some(phrase) = style.phrases.find(word, &context.minutes.house.body) else { return Vec::new() };
    let insert = expand(context, phrase, ahead);
    let hint = shown(context, &insert);
    vec![Offer { replace: word.chars().count(), insert, label: phrase.label.clone(), hint, kind: OfferKind::Phrase }]
}

/// How a phrase begins, with its slots in brackets.
fn shown(context: &Context<'_>, text: &[Inline]) -> String {
    let whole: String = text
        .iter()
        .map(|inline| match inline {
            Inline::Text(run) => run.text.clone(),
            Inline::Slot(what) => format!("[{what}]"),
            Inline::Person(mention) => names::written(context, mention),
            Inline::Citation(_) => "[minute]".to_owned(),
            Inline::ComeBack(_) | Inline::Moment(_) => String::new(),
        })
        .collect();
    if whole.chars().count() <= SHOWN { whole } else { whole.chars().take(SHOWN - 1).chain(['…']).collect() }
}
