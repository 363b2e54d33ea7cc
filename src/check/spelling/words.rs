use super::{lists::entries, names::names, shape::plain, text::is_english, token::tokens};
use crate::model::Minutes;
use std::{
    collections::{HashSet, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

/// How many characters a word of a list may have.
pub const LONGEST_WORD: usize = 64;

/// The words that are right in one draft beside those of the dictionary: the names of its meeting, the council's own
/// words, and those that the draft ignores.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The words of names.
    names: HashSet<String>,
    /// The words that the council or the draft added.
    added: HashSet<String>,
    /// All of them in capitals, as headings write them.
    capitals: HashSet<String>,
    /// Whether the draft is in another language than English, so that nothing is looked up.
    foreign: bool,
    stamp: u64,
}

impl Words {
    /// The words of a draft. `council` is the council's own list.
    pub fn of(minutes: &Minutes, council: &[String]) -> Words {
        let mut words = Words { foreign: !is_english(&minutes.house.language), ..Words::default() };
        words.add_names(names(minutes));
        words.add_words(council.iter().chain(&minutes.record.ignored_words).map(String::as_str));
        words.sealed()
    }

    /// Names and words out of nothing but texts.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>, added: impl IntoIterator<Item = &'a str>) -> Words {
        let mut words = Words::default();
        words.add_names(names);
        words.add_words(added);
        words.sealed()
    }

    /// A number that is another one when the words are others.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// Whether nothing is looked up, for the draft is in another language.
    pub(super) fn is_foreign(&self) -> bool {
        self.foreign
    }

    /// Whether a word is right here. Apostrophes are straight, and there is no possessive. A word that was added in small
    /// letters may begin with a capital; one with a capital means it.
    pub(super) fn has(&self, word: &str) -> bool {
        let known = |word: &str| self.names.contains(word) || self.added.contains(word);
        known(word) || self.capitals.contains(word) || self.added.contains(&uncapitalised(word))
    }

    /// Whether somebody or something in the meeting is called so.
    pub(super) fn has_name(&self, word: &str) -> bool {
        self.names.contains(word)
    }

    /// All words, names first.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.names.iter().chain(&self.added).map(String::as_str)
    }

    /// The words of names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    fn add_names<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        for text in texts {
            self.names.extend(tokens(text).iter().map(|token| plain(token.word)));
        }
    }

    fn add_words<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        for entry in texts.into_iter().flat_map(entries).filter(|entry| entry.chars().count() <= LONGEST_WORD) {
            self.added.extend(tokens(entry).iter().map(|token| plain(token.word)));
        }
    }

    fn sealed(mut self) -> Words {
        self.capitals = self.all().map(str::to_uppercase).collect();
        let mut sorted: Vec<(bool, &String)> = self.names.iter().map(|name| (true, name)).collect();
        sorted.extend(self.added.iter().map(|word| (false, word)));
        sorted.sort();
        let mut hasher = DefaultHasher::new();
        (self.foreign, sorted).hash(&mut hasher);
        self.stamp = hasher.finish();
        self
    }
}

fn uncapitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_meant_with_their_capitals_and_added_words_as_they_stand() {
        let words = Words::new(["Councillor G Okonkwo-Hale"], ["sparrowcote", "Culverhay Lane"]);
        for right in ["Okonkwo", "Hale", "OKONKWO", "sparrowcote", "Sparrowcote", "Culverhay"] {
            assert!(words.has(right), "{right}");
        }
        for wrong in ["okonkwo", "culverhay", "Sparrow"] {
            assert!(!words.has(wrong), "{wrong}");
        }
    }

    #[test]
    fn the_stamp_tells_whether_the_words_are_the_same() {
        let one = Words::new(["Ann Marl", "Bo Tarn"], ["kelp"]);
        assert_eq!(one.stamp(), Words::new(["Bo Tarn", "Ann Marl"], ["kelp"]).stamp());
        assert_ne!(one.stamp(), Words::new(["Ann Marl", "Bo Tarn"], []).stamp());
        assert_ne!(one.stamp(), Words::new(["Ann Marl", "Bo Tarn", "kelp"], []).stamp());
    }
}
