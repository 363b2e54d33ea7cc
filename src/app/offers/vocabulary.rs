//! The words and names of a draft, by their first letters. A paragraph is read once it is finished, and again only when it
//! changed: while the clerk types in one, nothing is read.

use crate::{
    app::Caret,
    edit::{BusinessEdit, Edit},
    model::{Id, Inline, Item, Minutes, Paragraph, PartContent, ProseAt},
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
    ops::Bound,
    sync::atomic::{AtomicU64, Ordering},
};

/// How many words are read at once, so that nobody waits for a letter: the rest is read with those that follow.
const AT_ONCE: usize = 4_000;

/// The shortest word that is offered, in letters.
const SHORTEST: usize = 5;

/// The most words of a name.
const MOST_WORDS: usize = 12;

/// The words and names of a draft.
#[derive(Default)]
pub struct Vocabulary {
    pieces: HashMap<Source, Piece>,
    /// Words in small letters, each with its place in `met`.
    words: BTreeMap<Box<str>, u32>,
    names: BTreeMap<Box<str>, u32>,
    /// Where each word and each name was met.
    met: Vec<Vec<Meeting>>,
    /// The items of the paragraphs that are read, by their numbers.
    items: HashMap<u32, Id>,
    /// Where something waits to be read, what is read next at the end.
    waiting: Vec<Source>,
    /// Whether the whole draft was looked through, and nothing came or went since but what was noted.
    known: bool,
    /// The revision of the draft that is known.
    revision: u64,
    last: u32,
    read: u64,
    asked: AtomicU64,
}

/// What has words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Source {
    /// The names of the council and the body.
    House,
    Title(Id),
    Part(Id),
}

struct Piece {
    item: Option<Id>,
    paragraphs: Vec<Known>,
}

/// A paragraph.
struct Known {
    /// Counts up with each paragraph that comes or changes.
    number: u32,
    /// What stands for its text.
    key: u64,
    /// The words and names in it; none while it is not read.
    holds: Option<Box<[u32]>>,
}

/// Where a word was met. A long draft has some hundred thousand of them.
#[derive(Clone, Copy)]
struct Meeting {
    paragraph: u32,
    /// What stands for the word before it.
    behind: u32,
}

/// How a word was met: how often behind the same word, how often at all, whether in the same item, and where last.
pub(super) type Count = (usize, usize, bool, u32);

impl Vocabulary {
    /// How many words were read since the draft was opened.
    pub fn words_read(&self) -> u64 {
        self.read
    }

    /// How often it was asked what can be offered.
    pub fn times_asked(&self) -> u64 {
        self.asked.load(Ordering::Relaxed)
    }

    pub(super) fn note_asked(&self) {
        self.asked.fetch_add(1, Ordering::Relaxed);
    }

    /// Notes a change that led from one revision of the draft to another.
    pub(in crate::app) fn note(&mut self, from: u64, to: u64, edit: &Edit) {
        self.known &= self.revision == from;
        self.revision = to;
        if self.known {
            self.take_in(edit);
        }
    }

    fn take_in(&mut self, edit: &Edit) {
        match edit {
            Edit::Prose { at: ProseAt::Part(id), from, remove, insert } => {
                let source = Source::Part(*id);
                let keys = insert.iter().map(key_of).collect();
                self.known &= self.splice(source, *from, *remove, keys);
            }
            Edit::Business(BusinessEdit::ItemHead(head)) => {
                self.known &= self.splice(Source::Title(head.id), 0, 1, vec![key(&head.title)]);
            }
            Edit::Several(edits) => edits.iter().for_each(|edit| self.take_in(edit)),
            Edit::House(_) | Edit::Business(_) => self.known = false,
            Edit::Prose { .. }
            | Edit::Meeting(_)
            | Edit::Numbering(_)
            | Edit::Attendance(_)
            | Edit::Declarations(_)
            | Edit::NilDeclarations(_)
            | Edit::Previous(_)
            | Edit::Closing(_)
            | Edit::Record(_) => {}
        }
    }

    /// Reads what was not read yet, but for the paragraph that is being typed, and not more than is done at once.
    pub(in crate::app) fn update(&mut self, minutes: &Minutes, revision: u64, caret: Option<Caret>) {
        if !self.known || self.revision != revision {
            self.look_through(minutes, caret);
            self.revision = revision;
        }
        let typed = caret.and_then(|caret| match caret.at {
            ProseAt::Part(id) => Some((Source::Part(id), caret.head.paragraph)),
            _ => None,
        });
        let mut room = AT_ONCE;
        let mut left = Vec::new();
        while room > 0
            && let Some(source) = self.waiting.pop()
        {
            let skip = typed.filter(|(typed, _)| *typed == source).map(|(_, paragraph)| paragraph);
            let (read, all) = self.read_piece(minutes, source, skip, room);
            room = room.saturating_sub(read);
            if !all {
                left.push(source);
            }
        }
        // What is being typed comes last again: it is looked at with each letter, and soon passed over.
        left.retain(|source| !self.waiting.contains(source));
        self.waiting.extend(left);
    }

    /// Takes paragraphs out and others in; gives whether they fit what is known.
    fn splice(&mut self, source: Source, from: usize, remove: usize, keys: Vec<u64>) -> bool {
        let Some(piece) = self.pieces.get_mut(&source).filter(|piece| from + remove <= piece.paragraphs.len()) else {
            return false;
        };
        let last = &mut self.last;
        let new = keys.into_iter().map(|key| {
            *last += 1;
            Known { number: *last, key, holds: None }
        });
        let gone: Vec<Known> = piece.paragraphs.splice(from..from + remove, new).collect();
        gone.into_iter().for_each(|known| self.forget(known));
        if !self.waiting.contains(&source) {
            self.waiting.push(source);
        }
        true
    }

    fn forget(&mut self, known: Known) {
        self.items.remove(&known.number);
        for word in known.holds.iter().flatten() {
            if let Some(met) = self.met.get_mut(*word as usize) {
                met.retain(|meeting| meeting.paragraph != known.number);
            }
        }
    }

    /// Looks which texts came, went or changed, wherever that was.
    fn look_through(&mut self, minutes: &Minutes, caret: Option<Caret>) {
        let mut found: HashSet<Source> = HashSet::new();
        let visits = minutes.items();
        let sources = visits.iter().flat_map(|visit| sources_of(visit.item));
        for (source, item) in std::iter::once((Source::House, None)).chain(sources) {
            found.insert(source);
            let keys: Vec<u64> = texts(minutes, source).iter().map(|text| text.key()).collect();
            let piece = self.pieces.entry(source).or_insert(Piece { item, paragraphs: Vec::new() });
            piece.item = item;
            let old = &piece.paragraphs;
            let head = old.iter().zip(&keys).take_while(|(known, key)| known.key == **key).count();
            let most = old.len().min(keys.len()) - head;
            let tail = old
                .iter()
                .rev()
                .zip(keys.iter().rev())
                .take(most)
                .take_while(|(known, key)| known.key == **key)
                .count();
            let (remove, keys) = (old.len() - head - tail, keys[head..keys.len() - tail].to_vec());
            if remove > 0 || !keys.is_empty() {
                self.splice(source, head, remove, keys);
            }
        }
        let gone: Vec<Source> = self.pieces.keys().filter(|source| !found.contains(source)).copied().collect();
        for piece in gone.iter().filter_map(|source| self.pieces.remove(source)).collect::<Vec<_>>() {
            piece.paragraphs.into_iter().for_each(|known| self.forget(known));
        }
        self.known = true;
        // What stands about the caret is read first.
        let order: HashMap<Id, usize> = visits.iter().enumerate().map(|(at, visit)| (visit.item.id, at)).collect();
        let item_of = |source: &Source| self.pieces.get(source).and_then(|piece| order.get(&piece.item?));
        let here = caret.and_then(|caret| match caret.at {
            ProseAt::Part(id) => item_of(&Source::Part(id)).copied(),
            _ => None,
        });
        let distance = |source: &Source| match source {
            Source::House => 0,
            _ => item_of(source).map_or(usize::MAX, |at| at.abs_diff(here.unwrap_or_default())),
        };
        let mut waiting: Vec<Source> = self.waiting.iter().filter(|source| found.contains(source)).copied().collect();
        waiting.sort_by_cached_key(|source| std::cmp::Reverse(distance(source)));
        self.waiting = waiting;
    }

    /// Reads the paragraphs of a piece that were not read. Gives how many words that were, and whether all are read.
    fn read_piece(&mut self, minutes: &Minutes, source: Source, skip: Option<usize>, room: usize) -> (usize, bool) {
        let Some(mut piece) = self.pieces.remove(&source) else { return (0, true) };
        let mut read = 0;
        for (number, (known, text)) in piece.paragraphs.iter_mut().zip(texts(minutes, source)).enumerate() {
            if known.holds.is_some() || skip == Some(number) || read >= room {
                continue;
            }
            let mut holds = Vec::new();
            text.runs(|run| read += self.read(run, known.number, &mut holds));
            known.holds = Some(holds.into_boxed_slice());
            self.items.extend(piece.item.map(|item| (known.number, item)));
        }
        let all = piece.paragraphs.iter().all(|known| known.holds.is_some());
        self.pieces.insert(source, piece);
        self.read += read as u64;
        (read, all)
    }

    fn read(&mut self, text: &str, paragraph: u32, holds: &mut Vec<u32>) -> usize {
        let mut count = 0;
        let mut behind = 0;
        let mut end = 0;
        words(text, |at, word| {
            count += 1;
            // The word before it counts where nothing but a space parts them.
            if text.get(end..at) != Some(" ") {
                behind = 0;
            }
            end = at + word.len();
            let meeting = Meeting { paragraph, behind };
            let lower = word.to_lowercase();
            behind = short_key(&lower);
            let inner_small = !word.chars().skip(1).any(char::is_uppercase);
            if inner_small {
                holds.push(meet(&mut self.words, &mut self.met, &lower, meeting));
            }
            if let Some(name) = word.starts_with(char::is_uppercase).then(|| name(&text[at..])).flatten() {
                holds.push(meet(&mut self.names, &mut self.met, name, meeting));
            }
        });
        count
    }

    /// Whether a word in small letters stands somewhere.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.get(word).and_then(|at| self.met.get(*at as usize)).is_some_and(|met| !met.is_empty())
    }

    /// The long words with a beginning in small letters, behind a word or not.
    pub(super) fn words(&self, beginning: &str, behind: &str, item: Option<Id>) -> Vec<(String, Count)> {
        self.found(&self.words, beginning, behind, item).filter(|(word, _)| is_long(word)).collect()
    }

    /// The names with a beginning.
    pub(super) fn names(&self, beginning: &str, item: Option<Id>) -> Vec<(String, Count)> {
        self.found(&self.names, beginning, "", item).collect()
    }

    fn found<'a>(
        &'a self,
        list: &'a BTreeMap<Box<str>, u32>,
        beginning: &'a str,
        behind: &str,
        item: Option<Id>,
    ) -> impl Iterator<Item = (String, Count)> + 'a {
        let behind = if behind.is_empty() { None } else { Some(short_key(behind)) };
        let fitting = list
            .range::<str, _>((Bound::Included(beginning), Bound::Unbounded))
            .take_while(move |(word, _)| word.starts_with(beginning));
        fitting.filter_map(move |(word, at)| {
            let met = self.met.get(*at as usize).filter(|met| !met.is_empty())?;
            let same = met.iter().filter(|meeting| Some(meeting.behind) == behind).count();
            let is_here = |paragraph: &u32| item.is_some() && self.items.get(paragraph).copied() == item;
            let here = |meeting: &Meeting| (is_here(&meeting.paragraph), meeting.paragraph);
            let (in_item, last) = met.iter().map(here).max().unwrap_or_default();
            Some((word.to_string(), (same, met.len(), in_item, last)))
        })
    }
}

/// Whether a word in small letters is long enough to be offered, and nothing but letters.
pub(super) fn is_long(word: &str) -> bool {
    word.chars().count() >= SHORTEST && word.chars().all(char::is_lowercase)
}

/// Notes that a word was met. Gives its place.
fn meet(list: &mut BTreeMap<Box<str>, u32>, met: &mut Vec<Vec<Meeting>>, word: &str, meeting: Meeting) -> u32 {
    let at = match list.get(word) {
        Some(at) => *at,
        None => {
            // There are never as many words as numbers: texts are bounded.
            let at = u32::try_from(met.len()).unwrap_or(u32::MAX);
            met.push(Vec::new());
            list.insert(word.into(), at);
            at
        }
    };
    if let Some(met) = met.get_mut(at as usize) {
        met.push(meeting);
    }
    at
}

/// A text that is read.
enum Text<'a> {
    Line(&'a str),
    Paragraph(&'a Paragraph),
}

impl Text<'_> {
    fn runs(&self, mut visit: impl FnMut(&str)) {
        match self {
            Text::Line(line) => visit(line),
            Text::Paragraph(paragraph) => paragraph.text.iter().filter_map(text_of).for_each(visit),
        }
    }

    fn key(&self) -> u64 {
        match self {
            Text::Line(line) => key(line),
            Text::Paragraph(paragraph) => key_of(paragraph),
        }
    }
}

fn key(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

fn short_key(text: &str) -> u32 {
    key(text) as u32
}

fn key_of(paragraph: &Paragraph) -> u64 {
    let mut hasher = DefaultHasher::new();
    paragraph.text.iter().filter_map(text_of).for_each(|text| text.hash(&mut hasher));
    hasher.finish()
}

fn sources_of(item: &Item) -> impl Iterator<Item = (Source, Option<Id>)> {
    let parts = item.parts.iter().filter(|part| prose(&part.content).is_some());
    let sources = std::iter::once(Source::Title(item.id)).chain(parts.map(|part| Source::Part(part.id)));
    sources.map(|source| (source, Some(item.id)))
}

fn texts(minutes: &Minutes, source: Source) -> Vec<Text<'_>> {
    match source {
        Source::House => {
            let house = &minutes.house;
            [&house.council, &house.body, &house.body_short].map(|line| Text::Line(line)).into()
        }
        Source::Title(id) => minutes.item(id).map(|item| Text::Line(&item.title)).into_iter().collect(),
        Source::Part(id) => {
            let prose = minutes.part(id).and_then(|(_, part)| prose(&part.content)).unwrap_or_default();
            prose.iter().map(Text::Paragraph).collect()
        }
    }
}

fn prose(content: &PartContent) -> Option<&[Paragraph]> {
    match content {
        PartContent::Prose(prose) => Some(prose),
        PartContent::Resolution(resolution) => Some(&resolution.text),
        PartContent::Motion(motion) => Some(&motion.text),
        PartContent::Note(note) => Some(&note.text),
        PartContent::Question(question) => Some(&question.question),
        PartContent::Petition(petition) => Some(&petition.text),
        PartContent::Vote(_) | PartContent::Table(_) | PartContent::CallIn(_) | PartContent::Actions(_) => None,
    }
}

fn text_of(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Text(run) => Some(&run.text),
        Inline::Person(_) | Inline::Citation(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => None,
    }
}

/// Each word of a text that stands by itself, with its place.
pub(super) fn words<'a>(text: &'a str, mut visit: impl FnMut(usize, &'a str)) {
    let mut at = 0;
    let mut glued = false;
    while let Some(letter) = text[at..].chars().next() {
        if letter.is_alphabetic() && !glued {
            let word = first_word(&text[at..]);
            visit(at, word);
            at += word.len();
            glued = true;
        } else {
            at += letter.len_utf8();
            glued = letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’');
        }
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’' | '-')).unwrap_or(text.len());
    text[..end].trim_end_matches(['\'', '’', '-'])
}

/// The name of several words with which a text begins: "Director of Services", but not a word alone. Words in small letters
/// join it where a capital follows.
pub(super) fn name(text: &str) -> Option<&str> {
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
