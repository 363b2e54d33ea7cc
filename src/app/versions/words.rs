//! What two texts have in common, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};
use std::{
    collections::HashMap,
    hash::Hash,
    time::{Duration, Instant},
};
use unicode_segmentation::UnicodeSegmentation;

/// How long it is looked for the shortest way from one text to another; beyond it a longer one does.
const LONGEST: Duration = Duration::from_millis(250);

/// A piece of a text that was compared with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words with the spaces between them.
    pub text: String,
    /// In which of the two texts it stands.
    pub side: Side,
}

/// In which of two texts something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// In both.
    Both,
    /// In the earlier one alone: it was removed since.
    Earlier,
    /// In the later one alone: it was added since.
    Later,
}

/// The pieces of which both texts are made, in order; of what took another's place, what was there before comes first.
pub(super) fn pieces(earlier: &str, later: &str) -> Vec<Piece> {
    let old: Vec<&str> = earlier.split_word_bounds().collect();
    let new: Vec<&str> = later.split_word_bounds().collect();
    let mut pieces = Pieces::default();
    for op in differences(&old, &new) {
        let (old, new) = (old.get(op.old_range()).unwrap_or_default(), new.get(op.new_range()).unwrap_or_default());
        match op {
            DiffOp::Equal { .. } => pieces.both(&old.concat()),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                pieces.removed.push_str(&old.concat());
                pieces.added.push_str(&new.concat());
            }
        }
    }
    pieces.finish()
}

/// The steps from one list to another.
pub(super) fn differences<T: Eq + Hash>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let deadline = Instant::now().checked_add(LONGEST);
    capture_diff_slices_deadline(Algorithm::Myers, old, new, deadline)
}

/// How much two texts have in common, by their words: 0 to 1.
pub(super) fn likeness(earlier: &str, later: &str) -> f32 {
    let (mut counts, mut words, mut shared): (HashMap<&str, i32>, u16, u16) = (HashMap::new(), 0, 0);
    for word in earlier.unicode_words() {
        *counts.entry(word).or_default() += 1;
        words = words.saturating_add(1);
    }
    for word in later.unicode_words() {
        let left = counts.entry(word).or_default();
        shared = shared.saturating_add(u16::from(*left > 0));
        *left -= 1;
        words = words.saturating_add(1);
    }
    if words == 0 { 1.0 } else { 2.0 * f32::from(shared) / f32::from(words) }
}

/// How many words there are.
pub(super) fn count(text: &str) -> usize {
    text.unicode_words().count()
}

#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    removed: String,
    added: String,
}

impl Pieces {
    fn both(&mut self, text: &str) {
        // A space between two words that changed does not part them.
        let within = !(self.removed.is_empty() && self.added.is_empty());
        if within && text.trim().is_empty() {
            self.removed.push_str(text);
            self.added.push_str(text);
            return;
        }
        self.put_changed();
        self.put(text.to_owned(), Side::Both);
    }

    /// Puts down what changed. A space at the end of both belongs to neither.
    fn put_changed(&mut self) {
        let (mut removed, mut added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        let shared = shared_end(&removed, &added);
        let space = removed.split_off(removed.len() - shared);
        added.truncate(added.len() - shared);
        self.put(removed, Side::Earlier);
        self.put(added, Side::Later);
        self.put(space, Side::Both);
    }

    fn put(&mut self, text: String, side: Side) {
        match self.done.last_mut().filter(|last| last.side == side) {
            Some(last) => last.text.push_str(&text),
            None if text.is_empty() => {}
            None => self.done.push(Piece { text, side }),
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.put_changed();
        self.done
    }
}

/// The length in bytes of the white space with which both texts end.
fn shared_end(one: &str, other: &str) -> usize {
    let both = one.chars().rev().zip(other.chars().rev());
    both.take_while(|(a, b)| a == b && a.is_whitespace()).map(|(a, _)| a.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(earlier: &str, later: &str) -> String {
        let pieces = pieces(earlier, later);
        let of = |sides: [Side; 2]| {
            let kept = pieces.iter().filter(|piece| sides.contains(&piece.side));
            kept.map(|piece| piece.text.as_str()).collect::<String>()
        };
        assert_eq!(of([Side::Both, Side::Earlier]), earlier);
        assert_eq!(of([Side::Both, Side::Later]), later);
        let marked = pieces.iter().map(|Piece { text, side }| match side {
            Side::Both => text.clone(),
            Side::Earlier => format!("[-{text}-]"),
            Side::Later => format!("[+{text}+]"),
        });
        marked.collect()
    }

    #[test]
    fn words_that_were_added_and_removed_are_marked_as_words() {
        for (earlier, later, expected) in [
            ("", "", ""),
            ("The same.", "The same.", "The same."),
            ("The report was noted.", "The joint report was noted.", "The [+joint +]report was noted."),
            ("The Board noted it.", "The Cabinet noted it.", "The [-Board-][+Cabinet+] noted it."),
            ("by seven votes to two", "by six votes to three", "by [-seven-][+six+] votes to [-two-][+three+]"),
            ("was put off to May", "is now deferred to May", "[-was put off-][+is now deferred+] to May"),
            ("", "Added", "[+Added+]"),
            ("Councillor Siân Pryce", "Councillor Sian Pryce", "Councillor [-Siân-][+Sian+] Pryce"),
        ] {
            assert_eq!(marked(earlier, later), expected);
        }
    }

    #[test]
    fn texts_that_share_most_of_their_words_are_alike() {
        assert!(likeness("The report was noted.", "The joint report was noted.") > 0.8);
        assert!(likeness("The report was noted.", "Councillor Hale left at 3 pm") < 0.2);
        assert!((likeness("", "") - 1.0).abs() < f32::EPSILON);
    }
}
