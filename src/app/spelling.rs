//! Spelling as the application sees it: what is checked, what was found, and the words that are added and ignored.

use super::{About, App, Caret, Draft, Selection, tasks::Spelled};
use crate::{
    check::spelling::{LONGEST_WORD, Speller, Words, key},
    model::{Item, ItemRole, Minutes, Paragraph, PartContent, Prose, PublicVersion, flat},
    store,
};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
    panic::AssertUnwindSafe,
    sync::Arc,
};

/// How many bytes of text are checked at once in the frame in which they were typed, so that no mark flickers. That is a
/// long paragraph, and takes a fraction of a millisecond; more goes off the frame.
const AT_ONCE: usize = 8 << 10;

/// How many paragraphs are remembered as checked before those out of sight are forgotten.
const REMEMBERED: usize = 4_000;

pub use crate::check::spelling::key as spelling_key;

/// What is known of the spelling of what is shown.
#[derive(Default)]
pub struct Spelling {
    /// The misspelt word at the caret, as the window last said.
    pub at: Option<String>,
    /// What may have been meant by a word that was asked about; none where nobody asked.
    pub suggestions: Option<Suggestions>,
    /// Where the clerk was taken to a marked word last.
    pub(super) arrived: Option<Caret>,
    /// The paragraphs that were checked, by their keys.
    checked: HashMap<u64, Checked>,
}

/// What may have been meant by a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestions {
    /// The word.
    pub word: String,
    /// At most five others, the likeliest first; none while they are looked for.
    pub words: Option<Vec<String>>,
}

struct Checked {
    /// The words with which it was checked.
    stamp: u64,
    marks: Vec<Range<usize>>,
}

impl Spelling {
    /// Where the words of a paragraph are in no list, in bytes of its flat text; nothing where it
    /// was not checked. The word that is being typed is among them: whoever paints the marks leaves it out.
    pub fn marks(&self, paragraph: &Paragraph) -> &[Range<usize>] {
        if self.checked.is_empty() {
            return &[];
        }
        self.checked.get(&key(paragraph)).map_or(&[], |checked| &checked.marks)
    }

    /// As [`Spelling::marks`], by what stands for a paragraph, which is [`spelling_key`]; none where it was not checked and is
    /// to be.
    pub fn marks_of(&self, key: u64) -> Option<&[Range<usize>]> {
        if self.checked.is_empty() {
            return Some(&[]);
        }
        self.checked.get(&key).map(|checked| checked.marks.as_slice())
    }

    /// The marked word that a place in a paragraph touches, and where it stands: both in bytes of what [`Spelling::marks`]
    /// tells of.
    pub fn word_at(&self, paragraph: &Paragraph, at: usize) -> Option<(Range<usize>, String)> {
        let range = self.marks(paragraph).iter().find(|range| range.start <= at && at <= range.end)?;
        let word = flat(paragraph).get(range.clone())?.to_owned();
        Some((range.clone(), word))
    }
}

/// What the application keeps to check spelling.
#[derive(Default)]
pub(super) struct Lexicon {
    /// The dictionary, once it is loaded.
    speller: Option<Arc<Speller>>,
    /// The council's own words, once they were read.
    council: Option<Vec<String>>,
    /// The words that are right in the draft.
    words: Arc<Words>,
    /// Of which draft and revision they are.
    words_of: Option<(u64, u64)>,
    /// What was last asked for, so that it is not asked for again.
    asked: Vec<u64>,
    /// In which direction a marked word is looked for once the dictionary is there.
    pub seeking: Option<isize>,
}

impl Lexicon {
    /// Where words of a paragraph are in no list; none while the dictionary is not loaded.
    pub fn marks(&self, paragraph: &Paragraph) -> Option<Vec<Range<usize>>> {
        self.speller.as_ref().map(|speller| marks(speller, paragraph, &self.words))
    }

    /// Notes that a draft went from one revision to the next by typing, which names nobody.
    pub fn typed(&mut self, draft: u64, from: u64, to: u64) {
        if self.words_of == Some((draft, from)) {
            self.words_of = Some((draft, to));
        }
    }
}

impl App {
    /// Has what is shown and was not checked yet checked.
    pub(super) fn refresh_spelling(&mut self) {
        let Some(draft) = self.state.draft.as_ref().filter(|_| self.state.view.spelling) else {
            self.state.spelling = Spelling::default();
            self.lexicon.asked.clear();
            return;
        };
        let version = (self.serial, draft.session.revision());
        if self.lexicon.words_of != Some(version) {
            self.refresh_words(version);
        }
        let Some(draft) = &self.state.draft else { return };
        let stamp = self.lexicon.words.stamp();
        let checked = &self.state.spelling.checked;
        let shown = shown(draft);
        let is_new = |paragraph: &&Paragraph| checked.get(&key(paragraph)).is_none_or(|known| known.stamp != stamp);
        let new: Vec<&Paragraph> = shown.iter().flat_map(|prose| prose.iter()).filter(is_new).collect();
        if new.is_empty() {
            return self.lexicon.asked.clear();
        }
        let bytes: usize = new.iter().map(|paragraph| length(paragraph)).sum();
        match &self.lexicon.speller {
            Some(speller) if bytes <= AT_ONCE => {
                let marks =
                    new.iter().map(|paragraph| (key(paragraph), marks(speller, paragraph, &self.lexicon.words)));
                let marks = marks.collect();
                self.take_marks(stamp, marks);
            }
            _ => {
                let asked: Vec<u64> = new.iter().map(|paragraph| key(paragraph)).chain([stamp]).collect();
                if asked != self.lexicon.asked {
                    let paragraphs = new.into_iter().cloned().collect();
                    self.lexicon.asked = asked;
                    self.ask_spelling(paragraphs, None);
                }
            }
        }
    }

    /// Takes in what came back of checking.
    pub(super) fn spelling_came(&mut self, result: Spelled) {
        match result {
            Spelled::Loaded(speller) => {
                self.lexicon.speller = Some(speller);
                if let Some(by) = self.lexicon.seeking.take() {
                    super::update::seek_misspelt(self, by);
                }
            }
            Spelled::Checked { stamp, paragraphs } => {
                if self.state.view.spelling && stamp == self.lexicon.words.stamp() {
                    self.take_marks(stamp, paragraphs);
                }
            }
            Spelled::Suggested { word, words } => {
                if let Some(asked) = self.state.spelling.suggestions.as_mut().filter(|asked| asked.word == word) {
                    asked.words = Some(words);
                }
            }
        }
    }

    /// Looks for what may have been meant by a word.
    pub(super) fn suggest(&mut self, word: String) {
        self.state.spelling.suggestions = Some(Suggestions { word: word.clone(), words: None });
        // The paragraphs that were to be checked make way; they are asked for again.
        self.lexicon.asked.clear();
        self.ask_spelling(Vec::new(), Some(word));
    }

    /// Adds a word to the council's own list.
    pub(super) fn add_word(&mut self, word: &str) {
        let Some(word) = self.one_word(word) else { return };
        let Some(folder) = &self.env.folders.config else {
            return self.failed("There is no configuration folder in which the council's words could be kept.");
        };
        match store::add_word(folder, &word) {
            Ok(words) => {
                self.lexicon.council = Some(words);
                self.words_changed();
                self.done(format!("“{word}” is in the council's word list."));
            }
            Err(error) => self.failed(format!("“{word}” was not added to the council's word list. {error}.")),
        }
    }

    /// Marks misspelt words, or no longer does.
    pub(super) fn toggle_spelling(&mut self) {
        self.state.view.spelling = !self.state.view.spelling;
        self.settings_changed = true;
        let now = if self.state.view.spelling { "now" } else { "no longer" };
        self.done(format!("Misspelt words are {now} marked."));
    }

    /// A word that can be added to a list: without an "’s", and neither empty nor longer than lists take.
    pub(super) fn one_word(&mut self, word: &str) -> Option<String> {
        let word = word.trim();
        let stem = ["'s", "’s"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        if stem.is_empty() || stem.chars().count() > LONGEST_WORD || stem.starts_with('#') {
            self.failed("That is not a word that a list can take.");
            return None;
        }
        Some(stem.to_owned())
    }

    /// Looks at the words again that are right in the draft.
    pub(super) fn words_changed(&mut self) {
        self.lexicon.words_of = None;
        self.state.spelling.at = None;
        self.state.spelling.suggestions = None;
    }

    fn refresh_words(&mut self, version: (u64, u64)) {
        if self.lexicon.council.is_none() {
            self.load_council_words();
        }
        if let Some(draft) = &self.state.draft {
            let council = self.lexicon.council.as_deref().unwrap_or_default();
            self.lexicon.words = Arc::new(Words::of(draft.session.minutes(), council));
            self.lexicon.words_of = Some(version);
        }
    }

    fn load_council_words(&mut self) {
        let loaded = self.env.folders.config.as_deref().map(store::load_words);
        let (words, problem) = loaded.map(|loaded| (loaded.value, loaded.problem)).unwrap_or_default();
        self.lexicon.council = Some(words);
        if let Some(error) = problem {
            self.failed_in(About::Program, format!("The council's word list was not read. {error}."));
        }
    }

    /// Has the dictionary loaded, and a marked word looked for then.
    pub(super) fn seek_once_loaded(&mut self, by: isize) {
        self.lexicon.seeking = Some(by);
        self.lexicon.asked.clear();
        self.ask_spelling(Vec::new(), None);
    }

    fn ask_spelling(&mut self, paragraphs: Vec<Paragraph>, suggest: Option<String>) {
        let words = self.lexicon.words.clone();
        if let Err(error) = self.tasks.ask_spelling(paragraphs, words, suggest) {
            self.state.view.spelling = false;
            self.failed(format!("Spelling cannot be checked: {error}. Save the draft and start the program again."));
        }
    }

    fn take_marks(&mut self, stamp: u64, paragraphs: Vec<(u64, Vec<Range<usize>>)>) {
        let checked = &mut self.state.spelling.checked;
        if checked.len() > REMEMBERED
            && let Some(draft) = &self.state.draft
        {
            let shown: HashSet<u64> = shown(draft).iter().flat_map(|prose| prose.iter()).map(key).collect();
            checked.retain(|key, _| shown.contains(key));
        }
        checked.extend(paragraphs.into_iter().map(|(key, marks)| (key, Checked { stamp, marks })));
    }
}

/// Where the words of a paragraph are in no list. A fault in the dictionary's library must not take the draft with it: what
/// it stumbled over stays unmarked.
fn marks(speller: &Speller, paragraph: &Paragraph, words: &Words) -> Vec<Range<usize>> {
    std::panic::catch_unwind(AssertUnwindSafe(|| speller.misspelt_in(paragraph, words))).unwrap_or_default()
}

fn length(paragraph: &Paragraph) -> usize {
    let length = |inline: &crate::model::Inline| match inline {
        crate::model::Inline::Text(run) => run.text.len(),
        _ => 0,
    };
    paragraph.text.iter().map(length).sum()
}

/// The prose that the form shows.
fn shown(draft: &Draft) -> Vec<&Prose> {
    let minutes = draft.session.minutes();
    match draft.selection {
        Selection::Item(id) => minutes.item(id).map(|item| prose_of(minutes, item)).unwrap_or_default(),
        Selection::Closing => vec![&minutes.closing.remarks],
        Selection::Meeting | Selection::Attendance | Selection::Section(_) | Selection::Record => Vec::new(),
    }
}

fn prose_of<'a>(minutes: &'a Minutes, item: &'a Item) -> Vec<&'a Prose> {
    let mut found: Vec<&Prose> = item.parts.iter().flat_map(|part| prose_of_part(&part.content)).collect();
    if let PublicVersion::Stub { text, title: _ } = &item.public_version {
        found.push(text);
    }
    match item.role {
        ItemRole::Declarations => {
            found.extend(minutes.declarations.entries.iter().filter_map(|entry| entry.wording.as_ref()));
            found.push(&minutes.declarations.dispensations);
        }
        ItemRole::PreviousMinutes => found.extend(&minutes.previous.wording),
        _ => {}
    }
    found
}

fn prose_of_part(content: &PartContent) -> Vec<&Prose> {
    match content {
        PartContent::Prose(prose) => vec![prose],
        PartContent::Resolution(resolution) => {
            let executive = resolution.executive.iter().flat_map(|executive| [&executive.reasons, &executive.options]);
            std::iter::once(&resolution.text).chain(executive).collect()
        }
        PartContent::Motion(motion) => {
            let amendments = motion.amendments.iter().map(|amendment| &amendment.text);
            [&motion.text, &motion.substantive].into_iter().chain(amendments).collect()
        }
        PartContent::Note(note) => vec![&note.text],
        PartContent::Petition(petition) => vec![&petition.text],
        PartContent::Question(question) => vec![&question.question, &question.answer],
        PartContent::CallIn(call_in) => vec![&call_in.grounds],
        PartContent::Table(table) => table.rows.iter().flat_map(|row| &row.cells).collect(),
        PartContent::Vote(_) | PartContent::Actions(_) => Vec::new(),
    }
}
