//! What a draft says, place by place, as plain lines: what the house prints for members, and behind it what is never printed.

use crate::{
    app::{write_date, write_time},
    compose::{Place, compose},
    edit::prose::flat,
    frame::{Block, Content, Document, Inline, NodeId, Role},
    model::{
        Audience, Id, Inline as Mark, Item, Minutes, Paragraph, Part, PartContent, Presence, Privacy, ProseAt,
        PublicVersion, Record, RoughNote, Visit,
    },
    template::HouseStyle,
};
use std::collections::HashMap;

/// A stretch of the draft that keeps its identity from one version to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageKey {
    /// Whose minutes they are, when and where.
    Heading,
    /// Who was there.
    Attendance,
    /// What a section is called.
    Section(Id),
    /// An item without its sub-items.
    Item(Id),
    /// The end.
    Closing,
    /// Circulated, approved, signed.
    Record,
    /// What is kept with the draft and printed nowhere.
    Unprinted,
}

/// The lines of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    pub key: PassageKey,
    /// What it is called: "17. Work Programme", "Attendance".
    pub title: String,
    pub lines: Vec<Line>,
}

/// A line or a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// What stands before it and is not compared, since it follows from what stands above: a number, a bullet. What is not
    /// printed bears its name here.
    pub label: String,
    /// What it says.
    pub text: String,
    /// Whether it is the heading of its passage.
    pub is_heading: bool,
}

/// The passages of a draft, in the order in which they are read. None is without a line.
pub(super) fn passages(minutes: &Minutes, style: &HouseStyle) -> Vec<Passage> {
    let document = compose(minutes, style, Audience::Members);
    let mut reader = Reader { minutes, privacy: privacies(minutes), passages: Vec::new(), at: PassageKey::Heading };
    reader.document(&document);
    reader.unprinted_of_items();
    reader.add_all(PassageKey::Record, record(&minutes.record));
    reader.add_all(PassageKey::Unprinted, unprinted(minutes));
    reader.passages
}

struct Reader<'a> {
    minutes: &'a Minutes,
    /// The privacy of parts that are not public.
    privacy: HashMap<Id, &'a Privacy>,
    passages: Vec<Passage>,
    /// The passage that is being read.
    at: PassageKey,
}

impl Reader<'_> {
    fn document(&mut self, document: &Document) {
        for chunk in &document.chunks {
            let of_item = matches!(Place::decode(chunk.node), Some(Place::Item(_)));
            self.at = match Place::decode(chunk.node) {
                Some(Place::Item(id)) => PassageKey::Item(id),
                Some(Place::Section(id)) => PassageKey::Section(id),
                Some(Place::Closing) => PassageKey::Closing,
                _ => PassageKey::Heading,
            };
            for block in &chunk.blocks {
                self.turn_to(block.node, of_item);
                self.block(block);
            }
        }
    }

    /// Goes to the passage in which a block stands.
    fn turn_to(&mut self, node: NodeId, of_item: bool) {
        match Place::decode(node) {
            Some(Place::Item(id)) => self.at = PassageKey::Item(id),
            Some(Place::Title | Place::Meeting) if !of_item => self.at = PassageKey::Heading,
            Some(Place::Attendance | Place::Group(_) | Place::Person(_) | Place::Apologies) if !of_item => {
                self.at = PassageKey::Attendance;
            }
            _ => {}
        }
    }

    fn block(&mut self, block: &Block) {
        let is_heading = matches!(block.role, Role::Heading(_));
        match &block.content {
            Content::Paragraph(paragraph) => {
                let label = paragraph.label.as_ref().map(|label| words(&label.text)).unwrap_or_default();
                let private = self.privacy_of(block.node).map(mark_of).unwrap_or_default();
                self.add(Line { label, text: words(&paragraph.text) + &private, is_heading });
                if let Some(aside) = &paragraph.aside {
                    self.add(Line { label: "Action".to_owned(), text: words(&aside.text), is_heading: false });
                }
            }
            Content::Table(table) => {
                for row in &table.rows {
                    let cells: Vec<String> = row.cells.iter().map(|cell| cell_words(cell)).collect();
                    self.add(Line { text: cells.join(" | "), ..Line::default() });
                }
            }
            Content::Rule(_) => {}
        }
    }

    /// Why a paragraph may not be published, where that is its own matter or its part's.
    fn privacy_of(&self, node: NodeId) -> Option<&Privacy> {
        let place = Place::decode(node)?;
        let (part, own) = match (place, place.prose()) {
            (_, Some((at, number))) => {
                let part = match at {
                    ProseAt::Part(id) => Some(id),
                    _ => None,
                };
                let own = self.minutes.prose(at).and_then(|prose| prose.get(number)).map(|it| &it.privacy);
                (part, own)
            }
            (Place::Part(id), None) => (Some(id), None),
            _ => (None, None),
        };
        let of_part = part.and_then(|part| self.privacy.get(&part).copied());
        of_part.or(own.filter(|own| !own.is_public()))
    }

    fn unprinted_of_items(&mut self) {
        for visit in self.minutes.items() {
            let lines = unprinted_of_item(&visit);
            self.add_all(PassageKey::Item(visit.item.id), lines);
        }
    }

    fn add_all(&mut self, key: PassageKey, lines: Vec<Line>) {
        self.at = key;
        lines.into_iter().for_each(|line| self.add(line));
    }

    fn add(&mut self, line: Line) {
        if line.text.trim().is_empty() {
            return;
        }
        let known = self.passages.iter().rposition(|passage| passage.key == self.at);
        match known.and_then(|at| self.passages.get_mut(at)) {
            Some(passage) => passage.lines.push(line),
            None => {
                let title = title(self.at, &line);
                self.passages.push(Passage { key: self.at, title, lines: vec![line] });
            }
        }
    }
}

fn title(key: PassageKey, first: &Line) -> String {
    match key {
        PassageKey::Heading => "Heading".to_owned(),
        PassageKey::Attendance => "Attendance".to_owned(),
        PassageKey::Section(_) | PassageKey::Item(_) => format!("{} {}", first.label, first.text).trim().to_owned(),
        PassageKey::Closing => "Closing".to_owned(),
        PassageKey::Record => "Record".to_owned(),
        PassageKey::Unprinted => "Not printed".to_owned(),
    }
}

fn words(text: &[Inline]) -> String {
    let said = text.iter().map(|inline| match inline {
        Inline::Text(run) => run.text.as_str(),
        Inline::Blank { .. } => "…",
        Inline::PageNumber(_) | Inline::PageCount(_) => "",
    });
    said.collect::<String>().trim().to_owned()
}

fn cell_words(blocks: &[Block]) -> String {
    let said = blocks.iter().filter_map(|block| match &block.content {
        Content::Paragraph(paragraph) => Some(words(&paragraph.text)),
        Content::Table(_) | Content::Rule(_) => None,
    });
    said.collect::<Vec<_>>().join(" ")
}

fn privacies(minutes: &Minutes) -> HashMap<Id, &Privacy> {
    let parts = minutes.items().into_iter().flat_map(|visit| &visit.item.parts);
    parts.filter(|part| !part.privacy.is_public()).map(|part| (part.id, &part.privacy)).collect()
}

/// What is written behind a text that may not be published.
fn mark_of(privacy: &Privacy) -> String {
    match privacy_words(privacy) {
        Some(words) => format!(" [{words}]"),
        None => String::new(),
    }
}

fn privacy_words(privacy: &Privacy) -> Option<String> {
    match privacy {
        Privacy::Public => None,
        Privacy::Exempt { paragraphs } if paragraphs.is_empty() => Some("exempt".to_owned()),
        Privacy::Exempt { paragraphs } => Some(format!("exempt, paragraphs {}", paragraphs.join(", "))),
        Privacy::Confidential => Some("confidential".to_owned()),
    }
}

fn named(label: &str, text: impl Into<String>) -> Line {
    Line { label: label.to_owned(), text: text.into(), is_heading: false }
}

/// What an item holds that members do not get printed.
fn unprinted_of_item(visit: &Visit<'_>) -> Vec<Line> {
    let Item { privacy, public_version, budget, deferred, notes, parts, agenda, .. } = visit.item;
    let mut lines = Vec::new();
    lines.extend(privacy_words(privacy).map(|words| named("Privacy", words)));
    lines.extend(agenda.as_ref().map(|number| named("On the agenda", number.clone())));
    if let (PublicVersion::Stub { title, text }, true) = (public_version, visit.private) {
        lines.push(named("For the public", title.clone()));
        lines.extend(text.iter().map(|paragraph| named("For the public", flat(paragraph))));
    }
    let flags = [(*deferred, "deferred"), (*budget, "sets the budget")];
    lines.extend(flags.iter().filter(|(on, _)| *on).map(|(_, words)| named("Marked", *words)));
    lines.extend(parts.iter().flat_map(come_backs).map(|note| named("Come back to this", note)));
    lines.extend(notes.iter().map(note));
    lines
}

fn note(note: &RoughNote) -> Line {
    let time = note.time.map(|time| format!("{}: ", write_time(time))).unwrap_or_default();
    named("Rough note", time + &note.text)
}

fn come_backs(part: &Part) -> Vec<String> {
    let of = |prose: &[Paragraph]| {
        let marks = prose.iter().flat_map(|paragraph| &paragraph.text).filter_map(|inline| match inline {
            Mark::ComeBack(note) if note.is_empty() => Some("a mark without words".to_owned()),
            Mark::ComeBack(note) => Some(note.clone()),
            Mark::Text(_) | Mark::Citation(_) | Mark::Person(_) | Mark::Slot(_) | Mark::Moment(_) => None,
        });
        marks.collect::<Vec<_>>()
    };
    match &part.content {
        PartContent::Prose(prose) => of(prose),
        PartContent::Resolution(resolution) => of(&resolution.text),
        PartContent::Motion(motion) => [of(&motion.text), of(&motion.substantive)].concat(),
        PartContent::Note(note) => of(&note.text),
        PartContent::Petition(petition) => of(&petition.text),
        PartContent::Question(question) => [of(&question.question), of(&question.answer)].concat(),
        PartContent::CallIn(call_in) => of(&call_in.grounds),
        PartContent::Vote(_) | PartContent::Table(_) | PartContent::Actions(_) => Vec::new(),
    }
}

fn record(record: &Record) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut step = |label, on, by: &str| lines.push(named(label, format!("on {} by {by}", write_date(on))));
    if let Some(circulated) = &record.circulated {
        step("Circulated", circulated.on, &circulated.by);
    }
    if let Some(approved) = &record.approved {
        step("Approved", approved.on, &approved.by);
    }
    if let Some(signed) = &record.signed {
        step("Signed", signed.on, &signed.by);
    }
    lines
}

/// What the draft as a whole holds that is printed nowhere.
fn unprinted(minutes: &Minutes) -> Vec<Line> {
    let Minutes { house, numbering, attendance, record, .. } = minutes;
    let mut lines = vec![named("House style", house.style.clone())];
    let prefix = if numbering.prefix.is_empty() { String::new() } else { format!(", prefix {}", numbering.prefix) };
    lines.push(named("First number", format!("{}{prefix}", numbering.first)));
    lines.extend(attendance.quorum.map(|quorum| named("Quorum", quorum.to_string())));
    for person in attendance.people() {
        let state = match &person.state {
            Presence::NotExpected => "not expected",
            Presence::Absent => "absent",
            Presence::Present | Presence::Apologies { .. } => continue,
        };
        lines.push(named("Members", format!("{}: {state}", person.titled_name())));
    }
    for dismissal in &record.dismissed {
        lines.push(named("Dismissed", format!("{}: {}", dismissal.check, dismissal.reason)));
    }
    lines.extend(record.ignored_words.iter().map(|word| named("Ignored word", word.clone())));
    lines
}
