//! Something else in the place of what is found.

use super::{Hit, Hits, Place};
use crate::{
    app::{Selection, rewrite::rewrite},
    edit::{
        Edit,
        prose::{length_of, look_of, slice, with_text},
    },
    model::{Inline, Look, Minutes, Paragraph, Run},
};
use std::{collections::HashMap, ops::Range};

/// The most bytes by which replacing may lengthen a draft: one letter for another is no way to fill a disk.
const MOST_ADDED: usize = 8 << 20;

/// What replacing all comes to.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct Replaced {
    /// The edit, which is one step.
    pub edit: Edit,
    /// In how many places.
    pub places: usize,
    /// In how many items.
    pub items: usize,
    /// In how many other forms: the meeting's, sections, the closing.
    pub others: usize,
}

/// The edit that puts something in the place of one hit; none where it no longer stands there.
pub(in crate::app) fn replace_one(minutes: &Minutes, hit: &Hit, with: &str) -> Option<Edit> {
    replace(minutes, &[hit], with)
}

/// The edit that puts something in the place of all; none where there is nothing to be done, or too much.
pub(in crate::app) fn replace_all(minutes: &Minutes, hits: &Hits, with: &str) -> Option<Replaced> {
    if hits.is_cut() || hits.len().saturating_mul(with.len()) > MOST_ADDED {
        return None;
    }
    let all: Vec<&Hit> = hits.iter().collect();
    let edit = replace(minutes, &all, with)?;
    let mut forms: Vec<_> = all.iter().map(|hit| hit.form).collect();
    forms.dedup();
    let items = forms.iter().filter(|form| matches!(form, Selection::Item(_))).count();
    Some(Replaced { edit, places: all.len(), items, others: forms.len() - items })
}

fn replace(minutes: &Minutes, hits: &[&Hit], with: &str) -> Option<Edit> {
    let mut lines = HashMap::new();
    let mut paragraphs: Vec<((_, usize), Vec<Range<usize>>)> = Vec::new();
    for hit in hits {
        match hit.place {
            Place::Line(line) => lines.entry(line).or_insert_with(Vec::new).push(hit.range.clone()),
            Place::Prose { at, paragraph } => match paragraphs.last_mut() {
                Some((place, ranges)) if *place == (at, paragraph) => ranges.push(hit.range.clone()),
                _ => paragraphs.push(((at, paragraph), vec![hit.range.clone()])),
            },
        }
    }
    let mut edits = Vec::new();
    if !lines.is_empty() {
        // They come first: what replaces a part whole has its prose as it was.
        edits = rewrite(minutes, |minutes| {
            for (line, ranges) in lines {
                if let Some(text) = line.of(minutes) {
                    *text = in_text(text, &ranges, with);
                }
            }
        });
    }
    for ((at, number), ranges) in paragraphs {
        let paragraph = minutes.prose(at)?.get(number)?;
        let insert = vec![in_paragraph(paragraph, &ranges, with)];
        edits.push(Edit::Prose { at, from: number, remove: 1, insert });
    }
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::Several(edits)),
    }
}

fn in_text(text: &str, ranges: &[Range<usize>], with: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        out.push_str(text.get(from..range.start).unwrap_or_default());
        out.push_str(with);
        from = range.end;
    }
    out + text.get(from..).unwrap_or_default()
}

/// The paragraph with something else in some places. It looks as the first letter did that made way for it.
fn in_paragraph(paragraph: &Paragraph, ranges: &[Range<usize>], with: &str) -> Paragraph {
    let mut text = Vec::new();
    let mut from = 0;
    for range in ranges {
        text.extend(slice(paragraph, from..range.start));
        let first = slice(paragraph, range.clone());
        let look = first.first().and_then(look_of).cloned().unwrap_or_else(Look::default);
        text.push(Inline::Text(Run { text: with.to_owned(), look }));
        from = range.end;
    }
    text.extend(slice(paragraph, from..length_of(paragraph)));
    with_text(paragraph, text)
}
