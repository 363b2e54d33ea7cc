use super::{
    beginnings::Beginnings,
    context::{behind_titles, is_slip_of_a_name, is_street},
    lists, oxford,
    shape::{is_capitalised, is_no_word, plain, without_accents, without_possessive},
    text::foreign,
    token::{HYPHENS, Token, tokens},
    words::Words,
};
use crate::model::{Paragraph, flat};
use spellbook::Dictionary;
use std::ops::Range;

/// How many words are suggested at most.
const SUGGESTIONS: usize = 5;

/// How far a suggested name may be from what was typed, in changes of a letter.
const NEAR: usize = 2;

/// The dictionary, ready to be asked. Loading it takes some 20 ms and asking for suggestions up to 35 ms, so both belong
/// off the frame; a paragraph is checked in well under a millisecond.
pub struct Speller {
    dictionary: Dictionary,
    beginnings: Beginnings,
}

impl Speller {
    /// Loads the dictionary and the lists that are built in.
    pub fn load() -> Speller {
        let Ok(mut dictionary) = Dictionary::new(lists::AFFIXES, lists::DICTIONARY) else {
            unreachable!("the dictionary is built into the program, and a test loads it")
        };
        for entry in lists::own().filter(|entry| !entry.ends_with('-')) {
            // A faulty entry would be a fault of our own list, and costs no more than itself.
            let added = dictionary.add(entry);
            debug_assert!(added.is_ok(), "{entry}");
        }
        Speller { dictionary, beginnings: Beginnings::of(lists::own()) }
    }

    /// Where the words of a text that are in no list begin and end, in bytes.
    pub fn misspelt(&self, text: &str, words: &Words) -> Vec<Range<usize>> {
        if words.is_foreign() {
            return Vec::new();
        }
        let tokens = tokens(text);
        let named = behind_titles(text, &tokens);
        let wrong = (0..tokens.len()).filter(|at| {
            let token = &tokens[*at];
            !self.is_right(token, words)
                && !self.is_right_as_one(text, &tokens, *at)
                && !self.is_name(text, &tokens, *at, named[*at], words)
        });
        wrong.map(|at| tokens[at].at..tokens[at].at + tokens[at].word.len()).collect()
    }

    /// The same of a paragraph, in bytes of its [`text`]. What is in another language than English is passed over.
    pub fn misspelt_in(&self, paragraph: &Paragraph, words: &Words) -> Vec<Range<usize>> {
        let foreign = foreign(paragraph);
        let mut found = self.misspelt(&flat(paragraph), words);
        found.retain(|range| !foreign.iter().any(|other| range.start < other.end && other.start < range.end));
        found
    }

    /// What may have been meant by a word, the likeliest first: at most five, names of the meeting before others.
    pub fn suggest(&self, word: &str, words: &Words) -> Vec<String> {
        let plain = plain(word);
        let mut found = near_words(&plain, words);
        let mut from_dictionary = Vec::new();
        self.dictionary.suggest(&plain, &mut from_dictionary);
        for suggestion in from_dictionary {
            if !found.contains(&suggestion) {
                found.push(suggestion);
            }
        }
        found.truncate(SUGGESTIONS);
        if word.contains('’') {
            found.iter_mut().for_each(|suggestion| *suggestion = suggestion.replace('\'', "’"));
        }
        found
    }

    fn is_right(&self, token: &Token<'_>, words: &Words) -> bool {
        let word = plain(token.word);
        is_no_word(&word)
            || self.is_known(&word, words)
            || (token.hyphen_behind && self.beginnings.has(&word))
            || (token.apostrophe_behind && word.strip_suffix('s').is_some_and(|name| words.has_name(name)))
    }

    /// Whether a part of a word with a hyphen makes a word of the dictionary with its neighbour: "co-ordinator".
    fn is_right_as_one(&self, text: &str, tokens: &[Token<'_>], at: usize) -> bool {
        let joined = |first: Option<&Token<'_>>, second: Option<&Token<'_>>| {
            let (Some(first), Some(second)) = (first, second) else { return false };
            let gap = text.get(first.at + first.word.len()..second.at).unwrap_or_default();
            let mut gap = gap.chars();
            let tied = gap.next().is_some_and(|c| HYPHENS.contains(&c)) && gap.next().is_none();
            tied && self.dictionary.check(&plain(&format!("{}{}", first.word, second.word)))
        };
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        joined(before, tokens.get(at)) || joined(tokens.get(at), tokens.get(at + 1))
    }

    /// Whether a word is in a list, as it stands or in a form that our lists leave out.
    fn is_known(&self, word: &str, words: &Words) -> bool {
        let base = without_possessive(word);
        let is_possessive = base.len() < word.len();
        self.dictionary.check(word)
            || words.has(word)
            || (is_possessive && (words.has(base) || (is_capitalised(base) && self.dictionary.check(base))))
            || oxford::with_s(base).is_some_and(|other| self.dictionary.check(&other))
            || self.is_known_without_accents(base, words)
    }

    fn is_known_without_accents(&self, word: &str, words: &Words) -> bool {
        let bare = without_accents(word);
        bare != word && (self.dictionary.check(&bare) || words.has(&bare))
    }

    /// Whether an unknown word is the name of somebody or something outside of the meeting, and no slip of one within.
    fn is_name(&self, text: &str, tokens: &[Token<'_>], at: usize, behind_title: bool, words: &Words) -> bool {
        (behind_title || is_street(text, tokens, at))
            && !is_slip_of_a_name(without_possessive(&plain(tokens[at].word)), words)
    }
}

/// The words of a meeting and its council that are near what was typed, the nearest first.
fn near_words(word: &str, words: &Words) -> Vec<String> {
    let base = without_possessive(word);
    let possessive = &word[base.len()..];
    let lower = base.to_lowercase();
    let near = |known: &str| {
        let distance = strsim::osa_distance(&lower, &known.to_lowercase());
        (distance <= NEAR && distance < base.chars().count() / 2).then_some(distance)
    };
    let mut found: Vec<(usize, &str)> = words.all().filter_map(|known| Some((near(known)?, known))).collect();
    found.sort();
    found.dedup();
    found.into_iter().map(|(_, known)| format!("{known}{possessive}")).collect()
}
