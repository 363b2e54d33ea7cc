//! What is offered while the clerk types: the people of the meeting, the phrases of the house.
//!
//! Nothing is offered for ordinary words, so that Tab keeps what else it means and the list does not flicker.

mod context;
mod names;
mod offer;
mod typed;

pub use context::Context;
pub use offer::{Offer, OfferKind};

/// The most that are offered at once.
const MOST: usize = 6;

/// What can be put in place of what was typed last, the best first; nothing in most cases. `before` is the paragraph's
/// text before the caret, as it stands on the page.
pub fn offers(context: &Context<'_>, before: &str) -> Vec<Offer> {
    let mut offers = names::offers(context, before);
    offers.truncate(MOST);
    offers
}
