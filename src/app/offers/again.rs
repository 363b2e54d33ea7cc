//! Long words and names that are being typed again: those of this draft, or else words that are frequent in English.
//!
//! From the third letter of a word one is offered where it is clearly likelier than others, and none where it saves little; from
//! the second of a name of several words the likeliest.

use super::{
    Context, Offer, OfferKind, typed,
    vocabulary::{self, Count},
};
use crate::model::Inline;
use std::{collections::HashMap, sync::OnceLock};

/// How many letters are typed before a word is offered, and before a name of several words is.
const FEWEST: usize = 3;
const FEWEST_OF_NAME: usize = 2;

/// What taking an offer must save, in letters; the space behind it is saved, too.
const LEAST_SAVED: usize = 2;

/// Words that are finished, though others begin with them.
const COMMON: &[&str] = &[
    "the", "and", "for", "was", "were", "that", "with", "this", "from", "have", "has", "had", "not", "but", "are",
    "all", "any", "been", "can", "could", "would", "should", "each", "its", "their", "there", "they", "than", "then",
    "these", "those", "what", "when", "where", "which", "while", "who", "will", "may", "must", "more", "most", "now",
    "new", "one", "two", "our", "out", "over", "under", "per", "set", "such", "some", "how", "his", "her", "him",
    "she", "you", "your", "also", "about", "after", "before", "between", "both", "only", "other", "into", "once",
    "being", "did", "does",
];

/// How much more frequent a word is than the next one that is clearly likelier.
const CLEARLY: usize = 2;

/// The name with which the text may be about to go on.
pub(super) fn names(context: &Context<'_>, before: &str) -> Vec<Offer> {
    let Some(begun) = Begun::read(before, FEWEST_OF_NAME) else { return Vec::new() };
    let meant = begun.capital && !typed::is_beginning(begun.ahead, begun.word);
    if !meant || begun.is_finished(context) {
        return Vec::new();
    }
    let item = context.item.map(|item| item.id);
    let mut found: HashMap<String, Count> =
        context.vocabulary.names(&capitalised(&begun.lower), item).into_iter().collect();
    vocabulary::words(begun.ahead, |at, word| {
        if word.starts_with(&capitalised(&begun.lower))
            && let Some(name) = vocabulary::name(&begun.ahead[at..])
        {
            let count = found.entry(name.to_owned()).or_default();
            *count = (0, count.1 + 1, true, u32::MAX);
        }
    });
    let best = found.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
    best.and_then(|(name, _)| begun.offer(name, OfferKind::Name)).into_iter().collect()
}

/// The word with which the text is about to go on, where one is clearly likelier than all others.
pub(super) fn word(context: &Context<'_>, before: &str) -> Option<Offer> {
    let begun = Begun::read(before, FEWEST)?;
    if COMMON.contains(&begun.lower.as_str()) || begun.is_finished(context) {
        return None;
    }
    let found = begun.words(context);
    let best = match found.as_slice() {
        [] => {
            // A capital within a sentence is a name's, and those are in no list of words.
            let usual = !begun.capital || typed::begins_sentence(begun.ahead);
            frequent(&begun.lower).next().filter(|_| usual)?.to_owned()
        }
        [(word, _)] => word.clone(),
        [(word, best), (_, next), ..] => is_clear(best, next).then(|| word.clone())?,
    };
    let word = if begun.capital { capitalised(&best) } else { best };
    begun.offer(word, OfferKind::Word)
}

/// What was typed of a word.
struct Begun<'a> {
    ahead: &'a str,
    word: &'a str,
    lower: String,
    letters: usize,
    capital: bool,
}

impl<'a> Begun<'a> {
    fn read(before: &'a str, fewest: usize) -> Option<Begun<'a>> {
        let (ahead, word) = typed::split_word(before);
        let letters = word.chars().count();
        let shouted = word.chars().nth(1).is_some_and(char::is_uppercase);
        if letters < fewest || shouted || !typed::is_boundary(ahead) || ahead.ends_with('@') {
            return None;
        }
        Some(Begun { ahead, word, lower: word.to_lowercase(), letters, capital: word.starts_with(char::is_uppercase) })
    }

    /// Whether it is a word of the draft already.
    fn is_finished(&self, context: &Context<'_>) -> bool {
        let mut here = false;
        vocabulary::words(self.ahead, |_, word| {
            here |= word.len() == self.word.len() && word.to_lowercase() == self.lower
        });
        here || context.vocabulary.has(&self.lower)
    }

    /// The words of the draft that it may become and that save enough, the likeliest first: how often one stands behind the
    /// same word counts most, then how often at all, then where last.
    fn words(&self, context: &Context<'_>) -> Vec<(String, Count)> {
        let behind = last_word(self.ahead);
        let item = context.item.map(|item| item.id);
        let mut found: HashMap<String, Count> =
            context.vocabulary.words(&self.lower, &behind, item).into_iter().collect();
        let mut last = "";
        vocabulary::words(self.ahead, |_, word| {
            let lower = word.to_lowercase();
            if lower.starts_with(&self.lower) && vocabulary::is_long(&lower) {
                let count = found.entry(lower).or_default();
                let same = !behind.is_empty() && last.to_lowercase() == behind;
                *count = (count.0 + usize::from(same), count.1 + 1, true, u32::MAX);
            }
            last = word;
        });
        let least = self.letters + LEAST_SAVED;
        let mut found: Vec<_> = found.into_iter().filter(|(word, _)| word.chars().count() >= least).collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        found
    }

    fn offer(&self, text: String, kind: OfferKind) -> Option<Offer> {
        let enough = text.chars().count() >= self.letters + LEAST_SAVED;
        enough.then(|| Offer {
            replace: self.letters,
            insert: vec![Inline::plain(text.clone())],
            label: text,
            hint: String::new(),
            kind,
        })
    }
}

/// Whether a word is clearly likelier than the next one: it stands behind the same word more often, or is much more frequent.
fn is_clear(best: &Count, next: &Count) -> bool {
    best.0 > next.0 || best.1 >= CLEARLY * next.1
}

/// The word before the one that is being typed, in lower case; empty behind a stop.
fn last_word(ahead: &str) -> String {
    ahead.strip_suffix(' ').map(|ahead| typed::split_word(ahead).1.to_lowercase()).unwrap_or_default()
}

/// The long words with a beginning that is in small letters, the more frequent first.
fn frequent(begun: &str) -> impl Iterator<Item = &'static str> {
    static WORDS: OnceLock<Vec<(&str, usize)>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let lines = include_str!("../../../assets/dictionary/frequent.txt").lines();
        let mut words: Vec<_> = lines.filter(|line| !line.starts_with('#')).zip(0..).collect();
        words.sort_unstable();
        words
    });
    let from = words.partition_point(|(word, _)| *word < begun);
    let fitting = words[from..].iter().take_while(|(word, _)| word.starts_with(begun));
    let mut longer: Vec<_> = fitting.filter(|(word, _)| word.len() >= begun.len() + LEAST_SAVED).collect();
    longer.sort_unstable_by_key(|(_, rank)| *rank);
    longer.into_iter().map(|(word, _)| *word)
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
