use super::{outbox::Outbox, slot::Slot};
use crate::{
    check::spelling::{Speller, Words, key},
    model::Paragraph,
};
use std::{ops::Range, panic::AssertUnwindSafe, sync::Arc};

/// How many paragraphs are checked before their result is handed over and a newer request may take over.
const BATCH: usize = 64;

/// What is wanted of the worker.
pub(super) struct SpellingRequest {
    /// The paragraphs that were not checked yet, those in view first.
    pub paragraphs: Vec<Paragraph>,
    /// The words that are right beside those of the dictionary.
    pub words: Arc<Words>,
    /// A word for which others are to be suggested.
    pub suggest: Option<String>,
}

/// What comes back of it.
pub(in crate::app) enum SpellingResult {
    /// The dictionary is loaded.
    Loaded(Arc<Speller>),
    /// Paragraphs were checked: the key of each, and where its words are in no list.
    Checked { stamp: u64, paragraphs: Vec<Marked> },
    /// What may have been meant by a word.
    Suggested { word: String, words: Vec<String> },
}

/// A paragraph by its key, and where its words are in no list.
pub(in crate::app) type Marked = (u64, Vec<Range<usize>>);

/// Checks until the slot is closed. The dictionary is loaded with the first request, and stays.
pub(super) fn work<T>(slot: &Slot<SpellingRequest>, outbox: &Outbox<T>, wrap: impl Fn(SpellingResult) -> T) {
    let mut loaded = None;
    while let Some(request) = slot.take() {
        let speller = loaded.get_or_insert_with(|| {
            let speller = Arc::new(Speller::load());
            outbox.send(wrap(SpellingResult::Loaded(speller.clone())));
            speller
        });
        // A fault in the dictionary's library must not take the draft with it: what it stumbled over stays unmarked.
        let _ = std::panic::catch_unwind(AssertUnwindSafe(|| {
            check(speller, request, slot, |result| outbox.send(wrap(result)));
        }));
    }
}

fn check(speller: &Speller, request: SpellingRequest, slot: &Slot<SpellingRequest>, send: impl Fn(SpellingResult)) {
    let SpellingRequest { paragraphs, words, suggest } = request;
    if let Some(word) = suggest {
        send(SpellingResult::Suggested { words: speller.suggest(&word, &words), word });
    }
    for batch in paragraphs.chunks(BATCH) {
        let marked = batch.iter().map(|paragraph| (key(paragraph), speller.misspelt_in(paragraph, &words)));
        send(SpellingResult::Checked { stamp: words.stamp(), paragraphs: marked.collect() });
        if slot.is_waiting() {
            return;
        }
    }
}
