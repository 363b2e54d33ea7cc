//! A record as one that is like an earlier one but for a few words.
//!
//! Both are taken apart into their tokens. Where they have the same number of these, as two letters typed one after the
//! other have, each token that differs is written as: how many tokens are the same before it, how many bytes of it
//! are at its front and at its back, and what stands between.

use crate::format::token::tokens;
use std::fmt::Write;
use std::ops::Range;

/// How `text` differs from `earlier`; none where that is not shorter or cannot be said.
pub(super) fn differences(earlier: &str, text: &str) -> Option<String> {
    let (old, new) = (spans(earlier)?, spans(text)?);
    if old.len() != new.len() {
        return None;
    }
    let mut out = String::new();
    let mut same = 0_usize;
    for (old, new) in old.into_iter().zip(new) {
        let (old, new) = (&earlier[old], &text[new]);
        if old == new {
            same += 1;
            continue;
        }
        let front = common_front(old, new);
        let back = common_back(&old[front..], &new[front..]);
        let between = &new[front..new.len() - back];
        // A String takes whatever is written to it.
        let _ = write!(out, "{same},{front},{back},{}:{between}", between.len());
        if out.len() >= text.len() {
            return None;
        }
        same = 0;
    }
    Some(out)
}

/// The text that differs so from the earlier one; none where the differences do not fit it, or it would be longer than `most`.
pub(super) fn apply(earlier: &str, differences: &str, most: usize) -> Option<String> {
    let mut old = spans(earlier)?.into_iter();
    let mut out = String::with_capacity(earlier.len().min(most));
    let mut rest = differences;
    while !rest.is_empty() {
        let same = number(&mut rest, ',')?;
        let front = number(&mut rest, ',')?;
        let back = number(&mut rest, ',')?;
        let length = number(&mut rest, ':')?;
        let between = rest.get(..length)?;
        rest = &rest[length..];
        for _ in 0..same {
            out.push_str(&earlier[old.next()?]);
        }
        let token = &earlier[old.next()?];
        let until = token.len().checked_sub(back).filter(|until| *until >= front)?;
        out.push_str(token.get(..front)?);
        out.push_str(between);
        out.push_str(token.get(until..)?);
        if out.len() > most {
            return None;
        }
    }
    for span in old {
        out.push_str(&earlier[span]);
    }
    (out.len() <= most).then_some(out)
}

/// The tokens of a text; none where they are not all of it.
fn spans(text: &str) -> Option<Vec<Range<usize>>> {
    let mut end = 0;
    let mut spans = Vec::new();
    for token in tokens(text) {
        if token.span.start != end {
            return None;
        }
        end = token.span.end;
        spans.push(token.span);
    }
    (end == text.len()).then_some(spans)
}

fn number(rest: &mut &str, end: char) -> Option<usize> {
    let (figures, behind) = rest.split_once(end)?;
    let known = (1..=9).contains(&figures.len()) && figures.bytes().all(|byte| byte.is_ascii_digit());
    let number = figures.parse().ok().filter(|_| known)?;
    *rest = behind;
    Some(number)
}

fn common_front(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    pairs.take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum()
}

fn common_back(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs.take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_typed_is_a_few_bytes() {
        let earlier = r#"Change(edit:Prose(from:0,insert:[(text:[Text("The committee considere")])]),at:12900)"#;
        let later = r#"Change(edit:Prose(from:0,insert:[(text:[Text("The committee considered")])]),at:13150)"#;
        let differences = differences(earlier, later).expect("they are alike");
        assert!(differences.len() < 30, "{differences}");
        assert_eq!(apply(earlier, &differences, 1_000).as_deref(), Some(later));
    }

    #[test]
    fn texts_of_any_letters_come_back() {
        let texts = ["(\"\")", "(\"ŵ\")", "(\"ŵŵ\")", "(\"\\\"ŵ,)(\")", "(\"e\u{301}\")", "(\"e\")", "(9)"];
        for earlier in texts {
            for later in texts {
                if let Some(differences) = differences(earlier, later) {
                    assert_eq!(apply(earlier, &differences, 100).as_deref(), Some(later), "{earlier} {later}");
                }
            }
        }
        assert_eq!(differences("(1)", "(1)").as_deref(), Some(""));
        assert_eq!(differences("(1)", "(1,2)"), None);
        assert_eq!(differences("(1)", "( 1)"), None, "with blanks it could not be put together again");
    }

    #[test]
    fn differences_that_do_not_fit_are_refused() {
        for wrong in
            ["1", "9,0,0,0:", "0,2,0,0:", "0,0,9,0:", "0,0,0,5:a", "0,0,0,-1:", "0,0,0,1:€", "99999999999,0,0,0:"]
        {
            assert_eq!(apply("(1)", wrong, 100), None, "{wrong}");
        }
        assert_eq!(apply("(\"ŵ\")", "1,2,0,0:", 100), None, "not within a letter");
        assert_eq!(apply("(1)", "", 2), None, "longer than allowed");
    }
}
