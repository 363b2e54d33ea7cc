//! The bar in which something is looked for, as the window shows it.

use super::{Hit, Hits, Line, Outset, Pattern, Place, Query, line::prose_label};
use crate::{
    app::{Selection, State},
    edit::Edit,
    model::{Minutes, ProseAt},
};
use std::ops::Range;

/// What is looked for, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Whether the bar is shown.
    pub open: bool,
    /// Whether it has the line for what is to be put in the place of what is found.
    pub replacing: bool,
    /// What is looked for. It stays when the bar is closed.
    pub query: Query,
    /// What is to take its place.
    pub with: String,
    /// Counts up when the bar is to have the focus.
    pub attention: u64,
    /// Whether the focus goes to the lower line then.
    pub at_with: bool,
    /// Counts up when another hit is shown, so that the window brings it into view once.
    pub shown: u64,
    /// What was found.
    pub hits: Hits,
    /// The hit that is shown; none where the clerk is elsewhere.
    pub current: Option<usize>,
    /// From where what is typed is looked for.
    pub(in crate::app) outset: Outset,
    /// Of which draft, of which revision, and of what the hits are.
    pub(in crate::app) of: Option<(u64, u64, Query)>,
}

/// A hit in a piece of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// Where in its flat text, in bytes.
    pub range: Range<usize>,
    /// Whether it is the one that is shown.
    pub current: bool,
}

impl Search {
    /// Looks again where the draft went from one revision to the next by a change of prose. The whole of it is looked through
    /// later where that does not do.
    pub(in crate::app) fn note(&mut self, draft: u64, from: u64, to: u64, edit: &Edit) {
        let Edit::Prose { at, from: first, remove, insert } = edit else { return };
        let known = self.of.as_ref().is_some_and(|of| (of.0, of.1, &of.2) == (draft, from, &self.query));
        let pattern = Pattern::new(&self.query).filter(|_| self.open && known);
        let Some(pattern) = pattern else { return };
        let shown = self.hit().map(|hit| (hit.place, hit.range.start));
        if self.hits.retake(&pattern, *at, *first, *remove, insert) {
            self.of = Some((draft, to, self.query.clone()));
            self.current = shown.and_then(|(place, start)| self.hits.at(place, start));
        }
    }

    /// The hit that is shown.
    pub fn hit(&self) -> Option<&Hit> {
        self.current.and_then(|at| self.hits.get(at))
    }

    /// What is marked in a piece of prose.
    pub fn marks(&self, at: ProseAt) -> Vec<Marked> {
        if !self.open {
            return Vec::new();
        }
        let hits = self.hits.in_prose(at);
        hits.map(|(number, paragraph, range)| Marked { paragraph, range, current: Some(number) == self.current })
            .collect()
    }

    /// What is marked in a line: the hit that is shown.
    pub fn mark_in(&self, line: Line) -> Option<Range<usize>> {
        let hit = self.hit().filter(|hit| hit.place == Place::Line(line));
        hit.map(|hit| hit.range.clone())
    }

    /// How many there are, and which is shown: "3 of 17".
    pub fn count(&self) -> String {
        let all = match (self.hits.len(), self.hits.is_cut()) {
            (0, _) if self.query.text.is_empty() => return String::new(),
            (0, _) => return "Not found".to_owned(),
            (count, true) => format!("more than {}", thousands(count)),
            (count, false) => thousands(count),
        };
        match self.current {
            Some(at) => format!("{} of {all}", thousands(at + 1)),
            None => format!("{all} found"),
        }
    }
}

fn thousands(number: usize) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}

impl State {
    /// Where the hit that is shown stands, in words: "Minute 16, rough note".
    pub fn hit_place(&self) -> Option<String> {
        let hit = self.search.hit()?;
        let minutes = self.draft.as_ref()?.session.minutes();
        let what = match hit.place {
            Place::Line(line) => line.label(),
            Place::Prose { at, .. } => prose_label(minutes, at),
        };
        let form = self.form_name(minutes, hit.form);
        Some(if what.is_empty() { form } else { format!("{form}, {what}") })
    }

    fn form_name(&self, minutes: &Minutes, form: Selection) -> String {
        match form {
            Selection::Meeting => "Meeting".to_owned(),
            Selection::Attendance => "Attendance".to_owned(),
            Selection::Section(_) => "Section".to_owned(),
            Selection::Closing => "Closing".to_owned(),
            Selection::Record => "Record".to_owned(),
            Selection::Item(id) => match self.number_of(id) {
                Some(number) => format!("Minute {}", number.trim_end_matches('.')),
                None => {
                    let title = minutes.item(id).map(|item| item.title.trim()).unwrap_or_default();
                    if title.is_empty() { "Untitled item".to_owned() } else { format!("“{title}”") }
                }
            },
        }
    }
}
