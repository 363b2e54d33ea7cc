//! Long words and names that are being typed again: those of this draft, or else words that are frequent in English.
//!
//! From the third letter of a word (the second of a name) the best two are offered, and no others: what saves little is not.

use super::{Context, Offer, OfferKind, typed};
use crate::model::{Inline, Paragraph, PartContent};
use std::{collections::HashMap, sync::OnceLock};

/// How many letters are typed before a word is offered, and before a name of several words is.
const FEWEST: usize = 3;
const FEWEST_OF_NAME: usize = 2;

/// The shortest word that is offered, in letters.
const SHORTEST: usize = 7;

/// What taking an offer must save, in letters.
const LEAST_SAVED: usize = 3;

/// How many words are offered at once: the list is read at a glance or not at all.
const MOST_OFFERED: usize = 2;

/// Words that are finished, though others begin with them.
const COMMON: &[&str] = &[
    "the", "and", "for", "was", "were", "that", "with", "this", "from", "have", "has", "had", "not", "but", "are",
    "all", "any", "been", "can", "could", "would", "should", "each", "its", "their", "there", "they", "than", "then",
    "these", "those", "what", "when", "where", "which", "while", "who", "will", "may", "must", "more", "most", "now",
    "new", "one", "two", "our", "out", "over", "under", "per", "set", "such", "some", "how", "his", "her", "him",
    "she", "you", "your", "also", "about", "after", "before", "between", "both", "only", "other", "into", "once",
    "being", "did", "does",
];

/// The most words of a name.
const MOST_WORDS: usize = 12;

/// How much of the draft is looked through, in bytes: what was written last and about the same is worth most, and nobody
/// waits for a letter.
const MOST_TEXT: usize = 200_000;

/// The name and the word with which the text may be about to go on.
pub(super) fn offers(context: &Context<'_>, before: &str) -> Vec<Offer> {
    let (ahead, begun) = typed::split_word(before);
    let letters = begun.chars().count();
    let capital = begun.starts_with(char::is_uppercase);
    let fewest = if capital { FEWEST_OF_NAME } else { FEWEST };
    let shouted = begun.chars().nth(1).is_some_and(char::is_uppercase);
    if letters < fewest || shouted || !typed::is_boundary(ahead) || ahead.ends_with('@') {
        return Vec::new();
    }
    let mut found = Found { begun, lower: begun.to_lowercase(), previous: last_word(ahead), ..Found::default() };
    look_through(context, ahead, &mut found);
    let name = found.name().filter(|_| capital && !found.finished && !typed::is_beginning(ahead, begun));
    let mut words = Vec::new();
    if letters >= FEWEST && !found.finished && !COMMON.contains(&found.lower.as_str()) {
        words = found.words();
        // A capital within a sentence is a name's, and those are in no list of words.
        let usual = !capital || typed::begins_sentence(ahead);
        let others = frequent(&found.lower).filter(|_| usual).filter(|word| !words.iter().any(|known| known == word));
        let others: Vec<String> = others.map(str::to_owned).collect();
        words.extend(others);
    }
    words.truncate(MOST_OFFERED);
    let words = words.into_iter().map(|word| if capital { capitalised(&word) } else { word });
    let enough = |text: &String| text.chars().count() >= letters + LEAST_SAVED;
    let offer = |text: String| Offer {
        replace: letters,
        insert: vec![Inline::plain(text.clone())],
        label: text,
        hint: String::new(),
        kind: OfferKind::Word,
    };
    name.into_iter().chain(words).filter(enough).map(offer).collect()
}

/// What was found of one beginning. How often it occurs behind the same word counts first, then how often at all, then where
/// last.
#[derive(Default)]
struct Found<'a> {
    begun: &'a str,
    lower: String,
    previous: String,
    words: HashMap<String, (usize, usize, usize)>,
    names: HashMap<String, (usize, usize)>,
    /// Whether what is typed is a word of the draft already.
    finished: bool,
    texts: usize,
}

impl Found<'_> {
    /// Takes up what a text has of it.
    fn read(&mut self, text: &str) {
        self.texts += 1;
        let capital = capitalised(&self.lower);
        let lower = self.lower.clone();
        for beginning in [lower.as_str(), capital.as_str()] {
            for (at, _) in text.match_indices(beginning) {
                let ahead = &text[..at];
                if ahead.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')) {
                    continue;
                }
                self.meet(ahead, &text[at..], beginning == capital);
            }
        }
    }

    fn meet(&mut self, ahead: &str, here: &str, capital: bool) {
        let word = first_word(here);
        self.finished |= word.len() == self.lower.len();
        let inner = word.chars().skip(1).all(char::is_lowercase);
        if inner && word.chars().count() >= SHORTEST {
            let behind_same = !self.previous.is_empty() && last_word(ahead) == self.previous;
            let entry = self.words.entry(word.to_lowercase()).or_default();
            *entry = (entry.0 + usize::from(behind_same), entry.1 + 1, self.texts);
        }
        if capital
            && self.begun.starts_with(char::is_uppercase)
            && let Some(name) = name(here)
        {
            let entry = self.names.entry(name.to_owned()).or_default();
            *entry = (entry.0 + 1, self.texts);
        }
    }

    /// The words that save enough, the likeliest first.
    fn words(&self) -> Vec<String> {
        let least = self.lower.chars().count() + LEAST_SAVED;
        let mut words: Vec<&String> = self.words.keys().filter(|word| word.chars().count() >= least).collect();
        words.sort_by(|a, b| self.words[*b].cmp(&self.words[*a]).then_with(|| a.cmp(b)));
        words.into_iter().take(MOST_OFFERED).cloned().collect()
    }

    fn name(&self) -> Option<String> {
        self.names.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0))).map(|(name, _)| name.clone())
    }
}

/// Reads the draft, the item of the caret last; what is being typed is read as it stands before the caret.
fn look_through(context: &Context<'_>, ahead: &str, found: &mut Found<'_>) {
    let mut room = MOST_TEXT;
    let mut texts: Vec<&str> = Vec::new();
    let visits = context.minutes.items();
    let here = visits.iter().position(|visit| context.item.is_some_and(|item| item.id == visit.item.id));
    let (until, after) = visits.split_at(here.map_or(visits.len(), |here| here + 1));
    'all: for visit in until.iter().rev().chain(after) {
        let prose = visit.item.parts.iter().rev().flat_map(|part| prose(&part.content).iter().rev());
        let typed = prose.filter(|paragraph| context.paragraph.is_none_or(|typed| !std::ptr::eq(typed, *paragraph)));
        let runs = typed.flat_map(|paragraph| paragraph.text.iter().rev().filter_map(text_of));
        for text in runs.chain([visit.item.title.as_str()]) {
            let Some(rest) = room.checked_sub(text.len()) else { break 'all };
            room = rest;
            texts.push(text);
        }
    }
    let house = &context.minutes.house;
    texts.extend([house.body_short.as_str(), house.body.as_str(), house.council.as_str()]);
    texts.into_iter().rev().for_each(|text| found.read(text));
    found.read(ahead);
}

fn prose(content: &PartContent) -> &[Paragraph] {
    match content {
        PartContent::Prose(prose) => prose,
        PartContent::Resolution(resolution) => &resolution.text,
        PartContent::Motion(motion) => &motion.text,
        PartContent::Note(note) => &note.text,
        PartContent::Question(question) => &question.question,
        PartContent::Vote(_)
        | PartContent::Table(_)
        | PartContent::Petition(_)
        | PartContent::CallIn(_)
        | PartContent::Actions(_) => &[],
    }
}

fn text_of(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Text(run) => Some(&run.text),
        Inline::Person(_) | Inline::Citation(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => None,
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’' | '-')).unwrap_or(text.len());
    text[..end].trim_end_matches(['\'', '’', '-'])
}

/// The word before the one that is being typed, in lower case; empty behind a stop.
fn last_word(ahead: &str) -> String {
    ahead.strip_suffix(' ').map(|ahead| typed::split_word(ahead).1.to_lowercase()).unwrap_or_default()
}

/// The name of several words with which a text begins: "Director of Services", but not a word alone. Words in small letters
/// join it where a capital follows.
fn name(text: &str) -> Option<&str> {
    let (mut end, mut at, mut words, mut capitals) = (0, 0, 0, 0);
    while words < MOST_WORDS {
        let word = first_word(&text[at..]);
        if word.starts_with(char::is_uppercase) {
            // The apostrophe of "Members' Services" is of the name.
            let apostrophe = text[at + word.len()..].starts_with(['\'', '’']) && word.ends_with('s');
            let sign = text[at + word.len()..].chars().next().filter(|_| apostrophe).map_or(0, char::len_utf8);
            end = at + word.len();
            at = end + sign;
            capitals += 1;
        } else if ["of", "and", "for", "the"].contains(&word) {
            at += word.len();
        } else {
            break;
        }
        words += 1;
        if !text[at..].starts_with(' ') {
            break;
        }
        at += 1;
    }
    (capitals >= 2).then(|| &text[..end])
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
