//! What is offered while the clerk types: the people of the meeting, the phrases of the house.
//!
//! Nothing is offered for ordinary words, so that Tab keeps what else it means and the list does not flicker.

mod citations;
mod context;
mod expand;
mod learn;
mod names;
mod offer;
mod phrases;
mod titles;
mod typed;

pub use citations::target as cited_by_number;
pub use context::Context;
pub use expand::expand;
pub use learn::learn;
pub use offer::{Offer, OfferKind};
pub use typed::{FullName, full_name, is_councillor};

use super::State;
use crate::model::ProseAt;

/// The most that are offered at once.
const MOST: usize = 6;

/// What can be put in place of what was typed last, the best first; nothing in most cases. `before` is the paragraph's
/// text before the caret, as it stands on the page.
pub fn offers(context: &Context<'_>, before: &str) -> Vec<Offer> {
    let mut offers = phrases::offers(context, before);
    offers.extend(citations::offers(context, before));
    offers.extend(names::offers(context, before));
    offers.extend(titles::offers(context, before));
    offers.truncate(MOST);
    offers
}

impl State {
    /// What is offered at a place of the draft behind this text of its paragraph.
    pub fn offers(&self, at: ProseAt, paragraph: usize, before: &str) -> Vec<Offer> {
        Context::new(self, at, paragraph).map(|context| offers(&context, before)).unwrap_or_default()
    }
}
