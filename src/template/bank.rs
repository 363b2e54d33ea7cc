use super::Phrase;
use std::collections::BTreeMap;

/// The phrases of a house: those that are built in, and the council's own over them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhraseBank {
    shipped: Vec<Phrase>,
    own: Vec<Phrase>,
    /// Whether the file of the council's own was unreadable, so that it must not be written over.
    damaged: bool,
    /// What is in use, by trigger.
    in_use: BTreeMap<String, Vec<Phrase>>,
}

/// A phrase as the list of a bank shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankEntry {
    /// The phrase; where it is switched off, the built-in one.
    pub phrase: Phrase,
    /// Whose it is.
    pub origin: Origin,
}

/// Whose a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Built in.
    Shipped,
    /// The council's own.
    Own,
    /// The council's own, in the place of a built-in one.
    Instead,
    /// Built in and switched off by the council.
    SwitchedOff,
}

impl PhraseBank {
    /// A bank of what is built in and of the council's own phrases. One of the council's takes the place of a built-in one
    /// with the same trigger and the same bodies; without a text it switches that off.
    pub fn new(shipped: Vec<Phrase>, own: Vec<Phrase>) -> PhraseBank {
        let mut bank = PhraseBank { shipped, own, ..PhraseBank::default() };
        for entry in bank.entries() {
            if entry.origin != Origin::SwitchedOff {
                bank.in_use.entry(entry.phrase.trigger.clone()).or_default().push(entry.phrase);
            }
        }
        bank
    }

    /// A bank of what is built in, where the council's own file cannot be read.
    pub fn damaged(shipped: Vec<Phrase>) -> PhraseBank {
        PhraseBank { damaged: true, ..PhraseBank::new(shipped, Vec::new()) }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.in_use.is_empty()
    }

    /// Whether the file of the council's own phrases cannot be read and must not be written over.
    pub fn is_damaged(&self) -> bool {
        self.damaged
    }

    /// The phrases that are built in.
    pub fn shipped(&self) -> &[Phrase] {
        &self.shipped
    }

    /// The council's own phrases, as its file holds them.
    pub fn own(&self) -> &[Phrase] {
        &self.own
    }

    /// The phrase that a body calls up by some letters. One that is for this body comes before one for all.
    pub fn find(&self, trigger: &str, body: &str) -> Option<&Phrase> {
        let known = self.in_use.get(trigger)?;
        let named = known.iter().find(|phrase| phrase.bodies.iter().any(|of| of == body));
        named.or_else(|| known.iter().find(|phrase| phrase.bodies.is_empty()))
    }

    /// Everything that is built in or the council's own, by trigger.
    pub fn entries(&self) -> Vec<BankEntry> {
        let same = |one: &Phrase, other: &Phrase| one.trigger == other.trigger && one.bodies == other.bodies;
        let own_of = |phrase: &Phrase| self.own.iter().find(|own| same(own, phrase));
        let shipped = self.shipped.iter().map(|phrase| match own_of(phrase) {
            None => BankEntry { phrase: phrase.clone(), origin: Origin::Shipped },
            Some(own) if own.text.is_empty() => BankEntry { phrase: phrase.clone(), origin: Origin::SwitchedOff },
            Some(own) => BankEntry { phrase: own.clone(), origin: Origin::Instead },
        });
        let added = self.own.iter().filter(|own| !own.text.is_empty());
        let added = added.filter(|own| !self.shipped.iter().any(|phrase| same(phrase, own)));
        let added = added.map(|phrase| BankEntry { phrase: phrase.clone(), origin: Origin::Own });
        let mut entries: Vec<BankEntry> = shipped.chain(added).collect();
        entries.sort_by(|one, other| {
            let key = |entry: &BankEntry| (entry.phrase.trigger.clone(), entry.phrase.bodies.clone());
            key(one).cmp(&key(other))
        });
        entries
    }

    /// The same bank with other phrases of the council's own.
    #[must_use]
    pub fn with_own(&self, own: Vec<Phrase>) -> PhraseBank {
        PhraseBank::new(self.shipped.clone(), own)
    }
}
