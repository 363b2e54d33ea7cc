use crate::model::Inline;

/// Something that can be put into the text in place of what was typed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// How many characters before the caret it takes the place of.
    pub replace: usize,
    /// What it puts there.
    pub insert: Vec<Inline>,
    /// What it is called in the list: the name, the phrase's label, the minute as it is cited.
    pub label: String,
    /// What tells it from others: office, post or whether somebody is present; how a phrase begins.
    pub hint: String,
    /// What it is.
    pub kind: OfferKind,
}

/// What an offer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfferKind {
    /// A person of the meeting.
    Person,
    /// The post of an officer, an organisation or a body, in words.
    Title,
    /// A phrase of the bank.
    Phrase,
    /// A minute that is cited.
    Citation,
    /// A name of several words that was typed before.
    Name,
    /// A long word that was typed before, or is frequent. It is offered alone.
    Word,
}
