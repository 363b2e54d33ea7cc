//! Two versions of a draft beside each other: place by place, line by line, word by word.

use super::{
    passages::{Line, Passage, PassageKey, passages},
    words::{Piece, Side, count, differences, likeness, pieces},
};
use crate::{model::Minutes, template::HouseStyle};
use similar::DiffOp;
use std::collections::{BTreeMap, BTreeSet};

/// How alike two lines must be to be taken for one that was changed.
const ALIKE: f32 = 0.45;

/// The most pairs of lines that are held against each other at once.
const PAIRS: usize = 40_000;

/// The fewest words that are taken for the same ones when they turn up elsewhere.
const LEAST_WORDS: usize = 2;

/// Two versions beside each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The passages of both, in the order of the later one; what is in the earlier one alone stands where it stood.
    pub passages: Vec<ComparedPassage>,
    /// Whether the two are the same in everything, also in what is shown nowhere.
    pub is_same: bool,
}

/// A passage of one or both versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedPassage {
    /// Which it is.
    pub key: PassageKey,
    /// What it is called in the later version, or in the only one in which it is.
    pub title: String,
    /// What happened to it as a whole.
    pub fate: Fate,
    /// Its lines.
    pub rows: Vec<Row>,
}

/// What happened to a passage or a line from the earlier version to the later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Nothing.
    Same,
    /// Some of it was added or removed.
    Changed,
    /// All of it was added.
    Added,
    /// All of it was removed.
    Removed,
    /// It is as it was, but was elsewhere before. It may have been changed, too.
    MovedHere,
    /// It is as it was, but elsewhere.
    MovedAway,
}

/// A line of one or both versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What stands before it: a number, a bullet, the name of what is not printed.
    pub label: String,
    /// Whether it is the heading of its passage.
    pub is_heading: bool,
    /// What happened to it.
    pub fate: Fate,
    /// Its words.
    pub pieces: Vec<Piece>,
}

/// How much differs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In how many passages.
    pub passages: usize,
    /// How many words the later version has more.
    pub added: usize,
    /// How many words it lacks.
    pub removed: usize,
    /// How many passages are elsewhere.
    pub moved: usize,
}

/// Compares two versions, in the words of the house.
pub fn compare(earlier: &Minutes, later: &Minutes, style: &HouseStyle) -> Comparison {
    if earlier == later {
        let same = passages(later, style).iter().map(|passage| whole(passage, Fate::Same)).collect();
        return Comparison { passages: same, is_same: true };
    }
    let (old, new) = (passages(earlier, style), passages(later, style));
    let mut compared = in_order(&old, &new);
    find_moved_lines(&mut compared);
    for passage in &mut compared {
        let is_same = passage.fate == Fate::Same && passage.rows.iter().all(|row| row.fate == Fate::Same);
        if passage.fate == Fate::Same && !is_same {
            passage.fate = Fate::Changed;
        }
    }
    Comparison { passages: compared, is_same: false }
}

impl Comparison {
    /// How much differs.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for passage in self.passages.iter().filter(|passage| passage.fate != Fate::Same) {
            tally.passages += 1;
            tally.moved += usize::from(passage.fate == Fate::MovedHere);
            for row in passage.rows.iter().filter(|row| !matches!(row.fate, Fate::MovedHere | Fate::MovedAway)) {
                for piece in &row.pieces {
                    match piece.side {
                        Side::Both => {}
                        Side::Earlier => tally.removed += count(&piece.text),
                        Side::Later => tally.added += count(&piece.text),
                    }
                }
            }
        }
        tally
    }
}

/// The passages of both versions in one order.
fn in_order(old: &[Passage], new: &[Passage]) -> Vec<ComparedPassage> {
    let keys = |passages: &[Passage]| passages.iter().map(|passage| passage.key).collect::<Vec<_>>();
    let (old_keys, new_keys) = (keys(old), keys(new));
    let known: BTreeMap<PassageKey, &Passage> = old.iter().map(|passage| (passage.key, passage)).collect();
    let still: BTreeSet<PassageKey> = new_keys.iter().copied().collect();
    let mut compared = Vec::new();
    for op in differences(&old_keys, &new_keys) {
        for passage in old.get(op.old_range()).unwrap_or_default() {
            if matches!(op, DiffOp::Delete { .. } | DiffOp::Replace { .. }) && !still.contains(&passage.key) {
                compared.push(whole(passage, Fate::Removed));
            }
        }
        let stays = matches!(op, DiffOp::Equal { .. });
        for passage in new.get(op.new_range()).unwrap_or_default() {
            compared.push(match known.get(&passage.key) {
                Some(before) => both(before, passage, if stays { Fate::Same } else { Fate::MovedHere }),
                None => whole(passage, Fate::Added),
            });
        }
    }
    compared
}

fn whole(passage: &Passage, fate: Fate) -> ComparedPassage {
    let rows = passage.lines.iter().map(|line| alone(line, fate)).collect();
    ComparedPassage { key: passage.key, title: passage.title.clone(), fate, rows }
}

fn alone(line: &Line, fate: Fate) -> Row {
    let side = match fate {
        Fate::Same | Fate::Changed => Side::Both,
        Fate::Added | Fate::MovedHere => Side::Later,
        Fate::Removed | Fate::MovedAway => Side::Earlier,
    };
    let pieces = vec![Piece { text: line.text.clone(), side }];
    Row { label: line.label.clone(), is_heading: line.is_heading, fate, pieces }
}

fn both(before: &Passage, now: &Passage, fate: Fate) -> ComparedPassage {
    let (old, new) = (&before.lines, &now.lines);
    let said = |lines: &[Line]| lines.iter().map(|line| (line.is_heading, line.text.clone())).collect::<Vec<_>>();
    let mut rows = Vec::new();
    for op in differences(&said(old), &said(new)) {
        let (old, new) = (old.get(op.old_range()).unwrap_or_default(), new.get(op.new_range()).unwrap_or_default());
        match op {
            DiffOp::Equal { .. } => rows.extend(new.iter().map(|line| alone(line, Fate::Same))),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => changed(old, new, &mut rows),
        }
    }
    if let Some(heading) = rows.first_mut().filter(|row| row.is_heading && row.fate == Fate::Same) {
        heading.fate = fate;
    }
    ComparedPassage { key: now.key, title: now.title.clone(), fate, rows }
}

/// Lines in the place of others: those that are alike are one that was changed.
fn changed(old: &[Line], new: &[Line], rows: &mut Vec<Row>) {
    let pairs = if old.len().saturating_mul(new.len()) <= PAIRS { alike(old, new) } else { Vec::new() };
    let (mut old_at, mut new_at) = (0, 0);
    for (one, other) in pairs.into_iter().chain([(old.len(), new.len())]) {
        rows.extend(old.get(old_at..one).unwrap_or_default().iter().map(|line| alone(line, Fate::Removed)));
        rows.extend(new.get(new_at..other).unwrap_or_default().iter().map(|line| alone(line, Fate::Added)));
        if let (Some(before), Some(now)) = (old.get(one), new.get(other)) {
            let pieces = pieces(&before.text, &now.text);
            rows.push(Row { label: now.label.clone(), is_heading: now.is_heading, fate: Fate::Changed, pieces });
        }
        (old_at, new_at) = (one + 1, other + 1);
    }
}

/// The pairs of lines that are most alike, in the order of both.
fn alike(old: &[Line], new: &[Line]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let value = |one: usize, other: usize| match (old.get(one), new.get(other)) {
        // A heading stays the heading of its passage, whatever it says.
        (Some(before), Some(now)) if before.is_heading && now.is_heading => 1.0,
        (Some(before), Some(now)) if before.is_heading == now.is_heading => likeness(&before.text, &now.text),
        _ => 0.0,
    };
    let mut values = vec![0.0; old.len() * new.len()];
    let mut best = vec![0.0_f32; (old.len() + 1) * width];
    for one in (0..old.len()).rev() {
        for other in (0..new.len()).rev() {
            let own = value(one, other);
            values[one * new.len() + other] = own;
            let paired = if own >= ALIKE { own + best[(one + 1) * width + other + 1] } else { 0.0 };
            let skipped = best[(one + 1) * width + other].max(best[one * width + other + 1]);
            best[one * width + other] = paired.max(skipped);
        }
    }
    let (mut one, mut other, mut pairs) = (0, 0, Vec::new());
    while one < old.len() && other < new.len() {
        let own = values[one * new.len() + other];
        let here = best[one * width + other];
        if own >= ALIKE && here <= own + best[(one + 1) * width + other + 1] {
            pairs.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if here <= best[(one + 1) * width + other] {
            one += 1;
        } else {
            other += 1;
        }
    }
    pairs
}

/// A line that was removed at one place and added with the same words at another was moved.
fn find_moved_lines(passages: &mut [ComparedPassage]) {
    let places = |fate: Fate, passages: &[ComparedPassage]| {
        let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (number, passage) in passages.iter().enumerate() {
            for (at, row) in passage.rows.iter().enumerate().filter(|(_, row)| row.fate == fate && !row.is_heading) {
                let text: String = row.pieces.iter().map(|piece| piece.text.as_str()).collect();
                places.entry(text).or_default().push((number, at));
            }
        }
        places
    };
    let added = places(Fate::Added, passages);
    for (text, removed) in places(Fate::Removed, passages) {
        let Some(added) = added.get(&text).filter(|_| count(&text) >= LEAST_WORDS) else { continue };
        for (from, to) in removed.iter().zip(added) {
            for ((passage, at), fate) in [(from, Fate::MovedAway), (to, Fate::MovedHere)] {
                if let Some(row) = passages.get_mut(*passage).and_then(|passage| passage.rows.get_mut(*at)) {
                    row.fate = fate;
                }
            }
        }
    }
}
