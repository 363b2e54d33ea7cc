//! Where something stands in a text.

use crate::edit::prose::MARK;
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The longest text that can be looked for, and that takes the place of what is found, in characters.
pub const LONGEST_QUERY: usize = 200;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The text.
    pub text: String,
    /// Whether capitals and small letters differ.
    pub case: bool,
    /// Whether it is found only where it is not a part of a longer word.
    pub words: bool,
}

/// A text that can be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    needle: String,
    case: bool,
    words: bool,
}

impl Pattern {
    /// What a query looks for; none where it says nothing, or more than can be looked for.
    pub fn new(query: &Query) -> Option<Pattern> {
        let fits = !query.text.is_empty() && query.text.chars().count() <= LONGEST_QUERY;
        // A mark is no letter: it has words of its own on the page.
        let plain = fits && !query.text.contains(MARK);
        plain.then(|| Pattern { needle: fold(&query.text, query.case).0, case: query.case, words: query.words })
    }

    /// Where it stands in a text, in bytes, from the start. No two overlap, none tears a letter from its accent.
    ///
    /// Curly quotation marks, apostrophes and hyphens or spaces that do not break count as the ordinary ones.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if text.len() < self.needle.len() && text.is_ascii() {
            return Vec::new();
        }
        let (folded, sources) = fold(text, self.case);
        let mut found = Vec::new();
        let mut bounds: Option<Vec<usize>> = None;
        let mut from = 0;
        while let Some(at) = folded.get(from..).and_then(|rest| rest.find(&self.needle)) {
            let (start, end) = (from + at, from + at + self.needle.len());
            let range = sources.whole(start).zip(sources.whole(end)).map(|(start, end)| start..end);
            let range = range.filter(|range| is_parted(text, range.start) && is_parted(text, range.end));
            let range = range.filter(|range| {
                let mut parts = |at: &usize| {
                    let far = || bounds.get_or_insert_with(|| word_bounds(text)).binary_search(at).is_ok();
                    parts_words(text, *at).unwrap_or_else(far)
                };
                !self.words || [range.start, range.end].iter().all(&mut parts)
            });
            from = match range {
                Some(range) => {
                    found.push(range);
                    end
                }
                None => folded.ceil_char_boundary(start + 1),
            };
        }
        found
    }
}

/// Which place of a text each place of its folded form comes from.
enum Sources {
    /// Each from the same place.
    Same,
    /// For each byte of the folded form, and its end, where the letter begins of which it is.
    Mapped(Vec<usize>),
}

impl Sources {
    /// The place of the text; none within what came of one letter.
    fn whole(&self, at: usize) -> Option<usize> {
        match self {
            Sources::Same => Some(at),
            Sources::Mapped(from) => {
                let here = *from.get(at)?;
                let before = at.checked_sub(1).and_then(|at| from.get(at));
                (before != Some(&here)).then_some(here)
            }
        }
    }
}

/// A text in the form in which it is compared.
fn fold(text: &str, case: bool) -> (String, Sources) {
    if text.is_ascii() {
        let folded = if case { text.to_owned() } else { text.to_ascii_lowercase() };
        return (folded, Sources::Same);
    }
    let mut folded = String::with_capacity(text.len());
    let mut from = Vec::with_capacity(text.len() + 1);
    for (at, letter) in text.char_indices() {
        match plain(letter) {
            letter if case => folded.push(letter),
            letter if letter.is_ascii() => folded.push(letter.to_ascii_lowercase()),
            // By way of the capitals, as "ß" is "SS" and "ς" is a "Σ": Unicode's own folding, but for a few rare letters.
            letter => folded.extend(letter.to_uppercase().flat_map(char::to_lowercase)),
        }
        from.resize(folded.len(), at);
    }
    from.push(text.len());
    (folded, Sources::Mapped(from))
}

/// The sign that stands for one of the same meaning.
fn plain(letter: char) -> char {
    match letter {
        '‘' | '’' | '‚' | '‛' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        // Spaces that do not break, also the narrow one and that of figures.
        '\u{a0}' | '\u{202f}' | '\u{2007}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        letter => letter,
    }
}

/// Whether a place is not between a letter and its accent.
fn is_parted(text: &str, at: usize) -> bool {
    let behind = text.get(at..).and_then(|rest| rest.chars().next());
    if behind.is_none_or(|letter| letter.is_ascii()) {
        return true;
    }
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Whether a word begins or ends at a place, where the letters beside it tell.
fn parts_words(text: &str, at: usize) -> Option<bool> {
    let (before, behind) = (text.as_bytes().get(..at)?.last(), text.as_bytes().get(at));
    let (Some(before), Some(behind)) = (before, behind) else { return Some(true) };
    match (before.is_ascii_alphanumeric(), behind.is_ascii_alphanumeric()) {
        (true, true) => Some(false),
        // Other signs may join what stands on both sides of them, as in "can't" and "3.5".
        (true, false) if *behind == b' ' => Some(true),
        (false, true) if *before == b' ' => Some(true),
        _ => None,
    }
}

/// The places at which a word or a sign between words begins or ends.
fn word_bounds(text: &str) -> Vec<usize> {
    text.split_word_bound_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, query: &str, case: bool, words: bool) -> Vec<String> {
        let query = Query { text: query.to_owned(), case, words };
        let pattern = Pattern::new(&query).expect("something is looked for");
        pattern.ranges(text).into_iter().map(|range| format!("{}:{}", range.start, &text[range.clone()])).collect()
    }

    #[test]
    fn capitals_count_where_they_are_asked_to() {
        assert_eq!(found("Board, the board, BOARD", "board", false, false), ["0:Board", "11:board", "18:BOARD"]);
        assert_eq!(found("Board, the board, BOARD", "Board", true, false), ["0:Board"]);
        assert_eq!(found("ŵyl ŴYL", "ŵyl", false, false), ["0:ŵyl", "5:ŴYL"]);
        assert_eq!(found("ΟΔΟΣ οδος", "οδοσ", false, false), ["0:ΟΔΟΣ", "9:οδος"]);
        assert_eq!(found("Straße STRASSE", "strasse", false, false), ["0:Straße", "8:STRASSE"]);
    }

    #[test]
    fn no_letter_is_torn() {
        // One "s" of what the "ß" is folded to.
        assert_eq!(found("Fuß", "fus", false, false), Vec::<String>::new());
        assert_eq!(found("cafe\u{301} cafe", "cafe", false, false), ["7:cafe"]);
        assert_eq!(found("cafe\u{301}", "cafe\u{301}", false, false), ["0:cafe\u{301}"]);
        assert_eq!(found("a\u{FFFC}b ab", "ab", false, false), ["6:ab"]);
    }

    #[test]
    fn signs_of_one_meaning_are_one() {
        assert_eq!(found("Council’s and Council's", "council's", false, false), ["0:Council’s", "16:Council's"]);
        assert_eq!(found("Council's", "council’s", false, false), ["0:Council's"]);
        assert_eq!(found("“noted”", "\"noted\"", true, false), ["0:“noted”"]);
        assert_eq!(found("10\u{a0}May 10 May", "10 May", true, false), ["0:10\u{a0}May", "8:10 May"]);
        assert_eq!(found("re\u{2011}open", "re-open", false, false), ["0:re\u{2011}open"]);
    }

    #[test]
    fn whole_words_are_not_parts_of_others() {
        assert_eq!(found("port, report, ports; Port", "port", false, true), ["0:port", "21:Port"]);
        assert_eq!(found("can't can", "can", false, true), ["6:can"]);
        assert_eq!(found("a\u{FFFC}port", "port", false, true), ["4:port"]);
        assert_eq!(found("the report of the board", "report of", false, true), ["4:report of"]);
    }

    #[test]
    fn what_is_found_does_not_overlap() {
        assert_eq!(found("aaaa", "aa", false, false), ["0:aa", "2:aa"]);
        assert_eq!(found("’’’", "''", false, false), ["0:’’"]);
    }

    #[test]
    fn nothing_and_marks_and_too_much_are_not_looked_for() {
        for text in [String::new(), MARK.to_string(), "x".repeat(LONGEST_QUERY + 1)] {
            assert_eq!(Pattern::new(&Query { text, ..Query::default() }), None);
        }
    }
}
