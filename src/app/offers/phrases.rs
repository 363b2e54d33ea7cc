//! The phrases of the bank, by their triggers.

use super::{Context, Offer, OfferKind, expand::expand, names, typed};
use crate::app::State;
use crate::model::{Inline, ProseAt};
use crate::template::Phrase;

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

impl State {
    /// How a phrase would read where the caret is, with its slots in brackets.
    pub fn phrase_shown(&self, phrase: &Phrase) -> String {
        let caret = self.draft.as_ref().and_then(|draft| draft.caret);
        let (at, paragraph) = caret.map_or((ProseAt::ClosingRemarks, 0), |caret| (caret.at, caret.head.paragraph));
        let context = Context::new(self, at, paragraph);
        context.map(|context| written(&context, &expand(&context, phrase, ""))).unwrap_or_default()
    }
}

/// How a phrase begins, with its slots in brackets.
fn shown(context: &Context<'_>, text: &[Inline]) -> String {
    let whole = written(context, text);
    if whole.chars().count() <= SHOWN { whole } else { whole.chars().take(SHOWN - 1).chain(['…']).collect() }
}

fn written(context: &Context<'_>, text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text(run) => run.text.clone(),
            Inline::Slot(what) => format!("[{what}]"),
            Inline::Person(mention) => names::written(context, mention),
            Inline::Citation(_) => "[minute]".to_owned(),
            Inline::ComeBack(_) | Inline::Moment(_) => String::new(),
        })
        .collect()
}
