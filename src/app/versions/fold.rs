//! What of a comparison is shown: what differs, with the lines around it, and for the rest how much it is.

use super::compare::{ComparedPassage, Comparison, Fate, Row};

/// A line of a comparison as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown<'a> {
    /// The name of a passage that has no heading of its own, or what happened to one as a whole.
    Title {
        /// The passage.
        passage: &'a ComparedPassage,
        /// Whether its name is to be said: it has no heading that says it.
        named: bool,
    },
    /// A line of either.
    Row(&'a Row),
    /// So many lines of a passage that are the same in both.
    SameLines(usize),
    /// So many passages that are the same in both.
    SamePassages {
        /// How many.
        count: usize,
        /// The name of the first.
        first: &'a str,
        /// That of the last.
        last: &'a str,
    },
}

impl Comparison {
    /// The lines that are shown: all of them, or those that differ with one on each side.
    pub fn shown(&self, everything: bool) -> Vec<Shown<'_>> {
        let mut shown = Vec::new();
        let mut same: Vec<&ComparedPassage> = Vec::new();
        for passage in &self.passages {
            if passage.fate == Fate::Same && !everything {
                same.push(passage);
            } else {
                put_same(&mut shown, &mut same);
                put_passage(&mut shown, passage, everything);
            }
        }
        put_same(&mut shown, &mut same);
        shown
    }
}

fn put_same<'a>(shown: &mut Vec<Shown<'a>>, same: &mut Vec<&'a ComparedPassage>) {
    if let Some((first, last)) = same.first().zip(same.last()) {
        shown.push(Shown::SamePassages { count: same.len(), first: &first.title, last: &last.title });
    }
    same.clear();
}

fn put_passage<'a>(shown: &mut Vec<Shown<'a>>, passage: &'a ComparedPassage, everything: bool) {
    let headed = passage.rows.first().is_some_and(|row| row.is_heading);
    let told = passage.rows.first().is_some_and(|row| row.fate == passage.fate);
    if !headed || (passage.fate == Fate::MovedHere && !told) {
        shown.push(Shown::Title { passage, named: !headed });
    }
    let differs = |at: usize| passage.rows.get(at).is_some_and(|row| row.fate != Fate::Same);
    let near = |at: usize| differs(at) || differs(at + 1) || at.checked_sub(1).is_some_and(differs);
    let mut same = 0;
    for (at, row) in passage.rows.iter().enumerate() {
        if everything || row.is_heading || near(at) {
            put_same_lines(shown, &mut same);
            shown.push(Shown::Row(row));
        } else {
            same += 1;
        }
    }
    put_same_lines(shown, &mut same);
}

fn put_same_lines(shown: &mut Vec<Shown<'_>>, same: &mut usize) {
    if *same > 0 {
        shown.push(Shown::SameLines(std::mem::take(same)));
    }
}

impl Shown<'_> {
    /// What is said in place of what is the same, and of what happened to a passage as a whole.
    pub fn words(&self) -> String {
        match self {
            Shown::Row(_) => String::new(),
            Shown::SameLines(1) => "One line unchanged".to_owned(),
            Shown::SameLines(count) => format!("{count} lines unchanged"),
            Shown::SamePassages { count: 1, first, .. } => format!("Unchanged: {first}"),
            Shown::SamePassages { count: 2, first, last } => format!("Unchanged: {first}, {last}"),
            Shown::SamePassages { count, first, last } => format!("Unchanged: {count} parts, {first} to {last}"),
            Shown::Title { passage, named } => {
                let fate = match passage.fate {
                    Fate::Same | Fate::Changed => "",
                    Fate::Added => "Added",
                    Fate::Removed => "Removed",
                    Fate::MovedHere => "Moved here from elsewhere",
                    Fate::MovedAway => "Moved elsewhere",
                };
                match (named, fate) {
                    (true, "") => passage.title.clone(),
                    (true, fate) => format!("{}: {}", passage.title, fate.to_lowercase()),
                    (false, fate) => fate.to_owned(),
                }
            }
        }
    }
}

impl Comparison {
    /// How much differs, in a sentence.
    pub fn summary(&self) -> String {
        let tally = self.tally();
        if self.is_same {
            return "Nothing differs.".to_owned();
        }
        if tally.passages == 0 {
            return "The words are the same. What differs is not printed: a setting, or how something is set."
                .to_owned();
        }
        let count = |number: usize, one: &str, many: &str| match number {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{number} {many}")),
        };
        let places = count(tally.passages, "place differs", "places differ").unwrap_or_default();
        let what = [
            count(tally.added, "word added", "words added"),
            count(tally.removed, "word removed", "words removed"),
            count(tally.moved, "part moved", "parts moved"),
        ];
        let what: Vec<String> = what.into_iter().flatten().collect();
        if what.is_empty() { format!("{places}.") } else { format!("{places}: {}.", what.join(", ")) }
    }
}

impl Row {
    /// What a screen reader says of it.
    pub fn spoken(&self) -> String {
        use super::words::Side;
        let text: String = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        let text = match self.fate {
            Fate::Same => text,
            Fate::Added => format!("Added: {text}"),
            Fate::Removed => format!("Removed: {text}"),
            Fate::MovedHere => format!("Moved here: {text}"),
            Fate::MovedAway => format!("Moved elsewhere: {text}"),
            Fate::Changed => {
                let said = self.pieces.iter().map(|piece| match piece.side {
                    Side::Both => piece.text.trim().to_owned(),
                    Side::Earlier => format!("[removed: {}]", piece.text.trim()),
                    Side::Later => format!("[added: {}]", piece.text.trim()),
                });
                format!("Changed: {}", said.collect::<Vec<_>>().join(" "))
            }
        };
        if self.label.is_empty() { text } else { format!("{} {text}", self.label) }
    }
}
