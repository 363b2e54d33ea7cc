//! What is offered while somebody types: looked up behind the caret, shown below it, taken by Tab.

use super::words::Words;
use crate::{
    app::{
        State,
        offers::{Offer, OfferKind},
        prose::{self, Stroke, Writing},
    },
    model::{Inline, ProseAt},
    ui::{
        theme::{self, space},
        widgets::{FoundRow, found_row},
    },
};
use egui::{Area, Frame, Id, Margin, Order, Rect, Ui, vec2};

/// How wide the list is, in points.
const WIDTH: f32 = 480.0;

/// What can be taken at the caret; nothing where something is selected.
pub fn at_caret(state: &State, at: ProseAt, writing: &Writing, words: &Words<'_>) -> Vec<Offer> {
    let span = writing.span();
    let Some(paragraph) = writing.prose().get(span.head.paragraph).filter(|_| span.is_empty()) else {
        return Vec::new();
    };
    let said = |inline: Inline| match inline {
        Inline::Text(run) => run.text,
        mark => words.of(&mark, false),
    };
    let before: String = prose::slice(paragraph, 0..span.head.at).into_iter().map(said).collect();
    state.offers(at, span.head.paragraph, &before)
}

/// What a key does that takes an offer.
pub fn taking(offer: Offer) -> Stroke {
    Stroke::Take { replace: offer.replace, insert: offer.insert }
}

/// Shows what is offered below the caret; gives the one that was clicked.
pub fn show(ui: &Ui, id: Id, caret: Rect, offers: Vec<Offer>) -> Option<Offer> {
    let palette = theme::palette(ui);
    let frame = Frame::popup(ui.style()).fill(palette.raised).inner_margin(Margin::same(4));
    let area = Area::new(id.with("offers")).order(Order::Foreground).fixed_pos(caret.left_bottom() + vec2(-12.0, 6.0));
    let shown = area.constrain(true).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = 0.0;
            let clicked = offers.iter().enumerate().filter_map(|(at, offer)| {
                let lead = if at == 0 { "Tab" } else { "" };
                // Of a phrase one wants to see what it says, not what it is called.
                let (text, detail) = match offer.kind {
                    OfferKind::Phrase => (&offer.hint, ""),
                    OfferKind::Person | OfferKind::Title | OfferKind::Citation => (&offer.label, offer.hint.as_str()),
                };
                let row = FoundRow { lead, lead_width: space::SIX, text, detail };
                found_row(ui, row, at == 0).clicked().then_some(at)
            });
            clicked.last()
        })
    });
    let clicked = shown.inner.inner?;
    offers.into_iter().nth(clicked)
}
