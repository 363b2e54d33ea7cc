//! What is offered while the clerk types: the people of the meeting, the phrases of the house, long words that are typed
//! again.
//!
//! Nothing is offered for short words, so that Tab keeps what else it means and the list does not flicker.

mod again;
mod citations;
mod context;
mod expand;
mod learn;
mod names;
mod offer;
mod phrases;
mod titles;
mod typed;
mod vocabulary;

pub use citations::target as cited_by_number;
pub use context::Context;
pub use expand::expand;
pub use learn::learn;
pub use offer::{Offer, OfferKind};
pub use typed::{FullName, full_name, is_councillor};
pub use vocabulary::Vocabulary;

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
    if context.words {
        offers.extend(again::names(context, before));
        // A word stands alone, behind the caret: a list that is open means something else.
        if offers.is_empty() {
            offers.extend(again::word(context, before));
        }
    }
    offers.truncate(MOST);
    offers
}

impl State {
    /// What is offered at a place of the draft behind this text of its paragraph.
    pub fn offers(&self, at: ProseAt, paragraph: usize, before: &str) -> Vec<Offer> {
        let context = Context::new(self, at, paragraph);
        let made = |context: Context<'_>| {
            context.vocabulary.note_asked();
            offers(&context, before)
        };
        context.map(made).unwrap_or_default()
    }
}
