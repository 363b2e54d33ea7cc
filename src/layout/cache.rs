use super::{
    lines::Broken,
    shape::{Shaper, Text},
};
use crate::frame::{Align, Inline};
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

/// Keeps broken texts by what they say, so that after a keystroke one paragraph is broken again and no other.
pub(super) struct Cache {
    shaper: Shaper,
    kept: HashMap<u64, Vec<Kept>>,
    language: String,
    /// How many documents have been set.
    round: u64,
    /// How many texts were broken since the last call of [`Cache::take_count`].
    broken: usize,
}

/// A broken text with all on which it depends: it is looked up by a hash, and used if all of it is equal.
struct Kept {
    inlines: Vec<Inline>,
    width: f32,
    first: f32,
    align: Align,
    spaced: bool,
    broken: Arc<Broken>,
    used: u64,
}

impl Kept {
    fn is_of(&self, text: &Text) -> bool {
        let own = Text {
            inlines: &self.inlines,
            width: self.width,
            first: self.first,
            align: self.align,
            spaced: self.spaced,
        };
        own == *text
    }
}

impl Cache {
    pub fn new() -> Self {
        Self { shaper: Shaper::new(), kept: HashMap::new(), language: String::new(), round: 0, broken: 0 }
    }

    /// Begins a document in this language.
    pub fn begin(&mut self, language: &str) {
        self.round += 1;
        if self.language != language {
            self.kept.clear();
            language.clone_into(&mut self.language);
        }
    }

    /// Ends a document: forgets what neither it nor the one before needed.
    pub fn end(&mut self) {
        let round = self.round;
        self.kept.retain(|_, kept| {
            kept.retain(|kept| kept.used + 1 >= round);
            !kept.is_empty()
        });
    }

    /// Whether nothing is kept, so that it is worth while to [`Cache::warm`] it.
    pub fn is_cold(&self) -> bool {
        self.kept.is_empty()
    }

    /// Breaks many texts at a time, on all processors.
    pub fn warm(&mut self, texts: &[Text]) {
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
        if threads < 2 || texts.len() < 64 {
            return;
        }
        let share = texts.len().div_ceil(threads);
        let language = &self.language;
        let broken: Vec<Vec<Broken>> = std::thread::scope(|scope| {
            let work = |part: &[Text]| {
                let mut shaper = Shaper::new();
                part.iter().map(|text| shaper.break_lines(text, language)).collect()
            };
            let workers: Vec<_> = texts.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
            // What a worker could not do is done when it is asked for.
            workers.into_iter().map(|worker| worker.join().unwrap_or_default()).collect()
        });
        for (texts, broken) in texts.chunks(share).zip(broken) {
            for (text, broken) in texts.iter().zip(broken) {
                let (_, new) = find(&mut self.kept, self.round, text, || broken);
                self.broken += usize::from(new);
            }
        }
    }

    /// A text, broken into lines now or earlier.
    pub fn lines(&mut self, text: &Text) -> Arc<Broken> {
        let (found, new) = self.look_up(text);
        self.broken += usize::from(new);
        found
    }

    /// The same for what stands at the edges of pages; it does not count.
    pub fn edge_lines(&mut self, text: &Text) -> Arc<Broken> {
        self.look_up(text).0
    }

    /// How many texts were broken since the last call.
    pub fn take_count(&mut self) -> usize {
        std::mem::take(&mut self.broken)
    }

    fn look_up(&mut self, text: &Text) -> (Arc<Broken>, bool) {
        find(&mut self.kept, self.round, text, || self.shaper.break_lines(text, &self.language))
    }
}

/// What is kept of a text; where there is nothing, keeps what `make` gives. Says whether it did.
fn find(
    kept: &mut HashMap<u64, Vec<Kept>>,
    round: u64,
    text: &Text,
    make: impl FnOnce() -> Broken,
) -> (Arc<Broken>, bool) {
    let entries = kept.entry(hash(text)).or_default();
    if let Some(kept) = entries.iter_mut().find(|kept| kept.is_of(text)) {
        kept.used = round;
        return (kept.broken.clone(), false);
    }
    let broken = Arc::new(make());
    entries.push(Kept {
        inlines: text.inlines.to_vec(),
        width: text.width,
        first: text.first,
        align: text.align,
        spaced: text.spaced,
        broken: broken.clone(),
        used: round,
    });
    (broken, true)
}

fn hash(text: &Text) -> u64 {
    let mut hasher = DefaultHasher::new();
    (text.width.to_bits(), text.first.to_bits(), text.align, text.spaced).hash(&mut hasher);
    for inline in text.inlines {
        match inline {
            Inline::Text(run) | Inline::PageNumber(run) | Inline::PageCount(run) => {
                (&run.text, run.face, run.size.to_bits()).hash(&mut hasher);
            }
            Inline::Blank { width } => width.to_bits().hash(&mut hasher),
        }
    }
    hasher.finish()
}
