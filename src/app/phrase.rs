//! The phrase bank as the window changes it.

use crate::template::Phrase;

/// A change of the council's own phrases. It is written down at once, and is no change of the draft.
#[derive(Clone, Debug, PartialEq)]
pub enum PhraseCommand {
    /// Keeps a phrase.
    Keep {
        /// The phrase.
        phrase: Phrase,
        /// The one that it was made of, where that is to go.
        instead_of: Option<PhraseKey>,
    },
    /// Takes a phrase out of use: one of the council's own goes, a built-in one is switched off.
    Remove(PhraseKey),
    /// Brings a built-in phrase back as it is shipped.
    Restore(PhraseKey),
}

/// What tells a phrase from the others of its bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseKey {
    /// The letters that call it up.
    pub trigger: String,
    /// The bodies that use it; empty for all.
    pub bodies: Vec<String>,
}

impl PhraseKey {
    /// The key of a phrase.
    pub fn of(phrase: &Phrase) -> PhraseKey {
        PhraseKey { trigger: phrase.trigger.clone(), bodies: phrase.bodies.clone() }
    }
}
