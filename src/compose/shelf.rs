//! Chunks that were composed before, with all that decided what they say.

use super::context::Context;
use super::facts::{Facts, Ground, Question, is_same};
use crate::frame::{Chunk, NodeId};
use crate::model::{Audience, Item, Language, Minutes, Section, SectionKind};
use crate::template::HouseStyle;
use std::collections::HashMap;
use std::sync::Arc;

/// What a chunk is made of, beside what is asked while it is composed.
#[derive(Clone, Copy)]
pub(super) enum Source<'s> {
    /// The head or the end: all of it is asked.
    Asked,
    /// The heading of a section; whether it stands behind private business.
    Heading(&'s Section, bool),
    /// An item; how many headings stand above it.
    Item(&'s Item, usize),
}

/// The same, kept.
enum Kept {
    Asked,
    Heading { kind: SectionKind, heading: Option<String>, language: Language, after_private: bool },
    Item(Box<Item>, usize),
}

/// What is composed together: a chunk, and whether the word over the column of actions was still to be set before it and
/// after it.
pub(super) struct Composed {
    /// The chunk; none where nothing is said.
    pub chunk: Option<Arc<Chunk>>,
    /// Whether the word is still to be set.
    pub word_to_come: bool,
}

struct Entry {
    of: Kept,
    asked: Vec<Question>,
    word_to_come: bool,
    composed: Composed,
}

/// What the last round was composed on.
struct Base {
    style: HouseStyle,
    audience: Audience,
    /// The minutes without their business.
    shell: Minutes,
    facts: Facts,
}

/// Keeps the chunks of one round for the next.
#[derive(Default)]
pub(super) struct Shelf {
    base: Option<Base>,
    last: HashMap<NodeId, Entry>,
    next: HashMap<NodeId, Entry>,
    /// Whether nothing is kept, since there is no next round.
    once: bool,
    composed: usize,
}

impl Shelf {
    /// A shelf for one round alone.
    pub fn once() -> Shelf {
        Shelf { once: true, ..Shelf::default() }
    }

    /// How many chunks were composed since the last call.
    pub fn take_count(&mut self) -> usize {
        std::mem::take(&mut self.composed)
    }

    /// Begins a round: what was composed in another style or for another audience is forgotten.
    pub fn begin(&mut self, context: &Context<'_>) {
        let same = |base: &Base| base.audience == context.audience && base.style == *context.style;
        if !self.base.as_ref().is_some_and(same) {
            self.last.clear();
        }
    }

    /// The chunk of a place: the one of the last round where it would be the same, else a new one.
    pub fn chunk(
        &mut self,
        context: &Context<'_>,
        node: NodeId,
        source: Source<'_>,
        word_to_come: bool,
        compose: impl FnOnce() -> (Option<Chunk>, bool),
    ) -> Composed {
        let before = self.base.as_ref().map(|base| Ground { minutes: &base.shell, facts: &base.facts });
        let last = self.last.remove(&node);
        let is_still = |entry: &Entry| {
            let same = |before: Ground<'_>| entry.asked.iter().all(|asked| is_same(*asked, before, context.ground()));
            entry.word_to_come == word_to_come && source.is(&entry.of) && before.is_some_and(same)
        };
        let entry = match last {
            Some(entry) if is_still(&entry) => entry,
            last => {
                self.composed += 1;
                context.take_asked();
                let (chunk, still_to_come) = compose();
                if self.once {
                    return Composed { chunk: chunk.map(Arc::new), word_to_come: still_to_come };
                }
                // What was asked may have another answer and the chunk still say the same.
                let old = last.and_then(|entry| entry.composed.chunk).filter(|old| chunk.as_ref() == Some(&**old));
                let composed = Composed { chunk: old.or(chunk.map(Arc::new)), word_to_come: still_to_come };
                let asked = context.take_asked().into_iter().collect();
                Entry { of: source.keep(), asked, word_to_come, composed }
            }
        };
        let composed = Composed { chunk: entry.composed.chunk.clone(), word_to_come: entry.composed.word_to_come };
        self.next.insert(node, entry);
        composed
    }

    /// Ends a round.
    pub fn end(&mut self, context: Context<'_>, minutes: &Minutes) {
        if self.once {
            return;
        }
        self.last = std::mem::take(&mut self.next);
        let (style, audience) = (context.style, context.audience);
        let facts = context.into_facts();
        let base = match self.base.take() {
            Some(base) if base.audience == audience && base.style == *style => Base { facts, ..base },
            _ => Base { style: style.clone(), audience, shell: Minutes::default(), facts },
        };
        let shell = if is_shell_of(&base.shell, minutes) { base.shell } else { shell_of(minutes) };
        self.base = Some(Base { shell, ..base });
    }
}

impl Source<'_> {
    fn is(self, kept: &Kept) -> bool {
        match (self, kept) {
            (Source::Asked, Kept::Asked) => true,
            (Source::Heading(section, behind), Kept::Heading { kind, heading, language, after_private }) => {
                (section.kind, &section.heading, &section.language, behind)
                    == (*kind, heading, language, *after_private)
            }
            (Source::Item(item, headed), Kept::Item(kept, above)) => headed == *above && *item == **kept,
            (Source::Asked | Source::Heading(..) | Source::Item(..), _) => false,
        }
    }

    fn keep(self) -> Kept {
        match self {
            Source::Asked => Kept::Asked,
            Source::Heading(section, after_private) => Kept::Heading {
                kind: section.kind,
                heading: section.heading.clone(),
                language: section.language.clone(),
                after_private,
            },
            Source::Item(item, headed) => Kept::Item(Box::new(item.clone()), headed),
        }
    }
}

fn shell_of(minutes: &Minutes) -> Minutes {
    let Minutes { house, meeting, numbering, attendance, declarations, previous, business: _, closing, record } =
        minutes;
    Minutes {
        house: house.clone(),
        meeting: meeting.clone(),
        numbering: numbering.clone(),
        attendance: attendance.clone(),
        declarations: declarations.clone(),
        previous: previous.clone(),
        business: Vec::new(),
        closing: closing.clone(),
        record: record.clone(),
    }
}

fn is_shell_of(shell: &Minutes, minutes: &Minutes) -> bool {
    let Minutes { house, meeting, numbering, attendance, declarations, previous, business: _, closing, record } =
        minutes;
    (&shell.house, &shell.meeting, &shell.numbering, &shell.attendance) == (house, meeting, numbering, attendance)
        && (&shell.declarations, &shell.previous, &shell.closing, &shell.record)
            == (declarations, previous, closing, record)
}
