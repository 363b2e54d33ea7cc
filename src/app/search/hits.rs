//! What is found in a draft.

use super::{
    Pattern, Place,
    places::{text_of, walk},
};
use crate::{
    app::Selection,
    model::{Minutes, Paragraph, ProseAt},
};
use std::{collections::HashMap, ops::Range};

/// The most places that are kept.
pub const MOST_HITS: usize = 50_000;

/// From where one looks on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outset {
    /// The form that is shown.
    pub form: Selection,
    /// The text in it, and the place in that; none for the start of the form.
    pub place: Option<(Place, usize)>,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In which text.
    pub place: Place,
    /// In which form that is shown.
    pub form: Selection,
    /// Where in the text, in bytes; of a paragraph, in its flat text.
    pub range: Range<usize>,
}

/// All that is found, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    hits: Vec<Hit>,
    /// Which of them stand in a piece of prose.
    of_prose: HashMap<ProseAt, Range<usize>>,
    /// The first at or behind the outset.
    behind: usize,
    more: bool,
}

impl Hits {
    /// Looks through a draft.
    pub fn find(minutes: &Minutes, pattern: &Pattern, outset: Outset) -> Hits {
        let mut out = Hits::default();
        let mut reached = false;
        walk(minutes, &mut |place, form, text| {
            let from = match outset.place {
                Some((known, at)) if known == place => Some(at),
                None if form == outset.form => Some(0),
                _ => None,
            };
            let before = out.hits.len();
            out.take(place, form, pattern.ranges(text));
            if let Some(from) = from.filter(|_| !reached) {
                reached = true;
                let new = out.hits.get(before..).unwrap_or_default();
                out.behind = before + new.iter().take_while(|hit| hit.range.start < from).count();
            }
        });
        if out.behind >= out.hits.len() {
            out.behind = 0;
        }
        out
    }

    fn take(&mut self, place: Place, form: Selection, ranges: Vec<Range<usize>>) {
        let room = MOST_HITS - self.hits.len();
        self.more |= ranges.len() > room;
        let from = self.hits.len();
        self.hits.extend(ranges.into_iter().take(room).map(|range| Hit { place, form, range }));
        let to = self.hits.len();
        if let (Place::Prose { at, .. }, true) = (place, to > from) {
            self.of_prose.entry(at).or_insert(from..to).end = to;
        }
    }

    /// Looks again where some paragraphs of a piece of prose made way for others. Gives false where it takes a look through the
    /// whole draft to know what comes where.
    pub(in crate::app) fn retake(
        &mut self,
        pattern: &Pattern,
        at: ProseAt,
        from: usize,
        remove: usize,
        insert: &[Paragraph],
    ) -> bool {
        let known = self.of_prose.get(&at).cloned();
        let found: Vec<(usize, Range<usize>)> = (from..)
            .zip(insert)
            .flat_map(|(paragraph, text)| {
                pattern.ranges(&text_of(text)).into_iter().map(move |range| (paragraph, range))
            })
            .collect();
        let Some(known) = known.filter(|_| !self.more) else { return found.is_empty() && !self.more };
        let Some(form) = self.hits.get(known.start).map(|hit| hit.form) else { return false };
        let number = |hit: &Hit| match hit.place {
            Place::Prose { paragraph, .. } => paragraph,
            Place::Line(_) => 0,
        };
        let of = self.hits.get(known.clone()).unwrap_or_default();
        let start = known.start + of.partition_point(|hit| number(hit) < from);
        let end = known.start + of.partition_point(|hit| number(hit) < from + remove);
        if self.hits.len() + found.len() > MOST_HITS || known.len() + found.len() == end - start {
            return false;
        }
        for hit in &mut self.hits[end..known.end] {
            if let Place::Prose { paragraph, .. } = &mut hit.place {
                *paragraph = *paragraph + insert.len() - remove;
            }
        }
        let new =
            found.into_iter().map(|(paragraph, range)| Hit { place: Place::Prose { at, paragraph }, form, range });
        let before = self.hits.len();
        self.hits.splice(start..end, new);
        let moved = |at: usize| at + self.hits.len() - before;
        for (other, range) in &mut self.of_prose {
            if *other == at {
                range.end = moved(range.end);
            } else if range.start >= known.end {
                *range = moved(range.start)..moved(range.end);
            }
        }
        self.behind = self.behind.min(self.hits.len().saturating_sub(1));
        true
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.hits.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty()
    }

    /// Whether there are more than are kept.
    pub fn is_cut(&self) -> bool {
        self.more
    }

    /// One of them, from 0.
    pub fn get(&self, at: usize) -> Option<&Hit> {
        self.hits.get(at)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter()
    }

    /// The first at or behind the place from which one looked on; behind the last one comes the first again.
    pub fn behind(&self) -> Option<usize> {
        (!self.hits.is_empty()).then_some(self.behind)
    }

    /// The one that begins at a place of a text.
    pub fn at(&self, place: Place, start: usize) -> Option<usize> {
        self.hits.iter().position(|hit| hit.place == place && hit.range.start == start)
    }

    /// Those in a piece of prose: which each is, in which paragraph, and where in its flat text.
    pub fn in_prose(&self, at: ProseAt) -> impl Iterator<Item = (usize, usize, Range<usize>)> {
        let range = self.of_prose.get(&at).cloned().unwrap_or_default();
        let first = range.start;
        self.hits.get(range).unwrap_or_default().iter().enumerate().filter_map(move |(number, hit)| match hit.place {
            Place::Prose { paragraph, .. } => Some((first + number, paragraph, hit.range.clone())),
            Place::Line(_) => None,
        })
    }
}
