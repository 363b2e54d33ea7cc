//! Common errors, planted in sentences: `{recieved|received}` is typed as the first and meant as the second.

use crate::{SPELLER, misspelt};
use minutebook::check::spelling::Words;

/// A sentence as it was typed, and its errors, each with what was meant.
fn sentences() -> Vec<(String, Vec<(&'static str, &'static str)>)> {
    include_str!("planted.txt").lines().map(sentence).collect()
}

fn sentence(line: &'static str) -> (String, Vec<(&'static str, &'static str)>) {
    let (mut typed, mut errors) = (String::new(), Vec::new());
    for (at, piece) in line.split(['{', '}']).enumerate() {
        match piece.split_once('|') {
            Some((wrong, right)) if at % 2 == 1 => {
                typed.push_str(wrong);
                errors.push((wrong, right));
            }
            _ => typed.push_str(piece),
        }
    }
    (typed, errors)
}

#[test]
fn a_hundred_planted_errors_are_found_and_nothing_else() {
    let mut planted = 0;
    for (typed, errors) in sentences() {
        let expected: Vec<_> = errors.iter().map(|(wrong, _)| *wrong).collect();
        // A possessive is found whole.
        let found: Vec<_> = misspelt(&typed, &Words::default());
        let found: Vec<_> = found.iter().map(|word| word.strip_suffix("'s").unwrap_or(word)).collect();
        assert_eq!(found, expected, "{typed}");
        planted += expected.len();
    }
    assert_eq!(planted, 100);
}

#[test]
fn what_was_meant_is_among_the_suggestions() {
    let errors = sentences().into_iter().flat_map(|(_, errors)| errors);
    let mut missed = Vec::new();
    let mut count = 0;
    for (wrong, right) in errors {
        let suggestions = SPELLER.suggest(wrong, &Words::default());
        assert!(suggestions.len() <= 5, "{wrong}: {suggestions:?}");
        count += 1;
        if !suggestions.iter().any(|suggestion| suggestion == right) {
            missed.push((wrong, right, suggestions));
        }
    }
    assert!(missed.len() * 20 <= count, "{missed:#?}");
}

#[test]
fn ten_errors_of_every_day_are_mended_by_the_first_suggestion() {
    for (wrong, right) in [
        ("recieved", "received"),
        ("seperate", "separate"),
        ("occured", "occurred"),
        ("goverment", "government"),
        ("enviroment", "environment"),
        ("definately", "definitely"),
        ("accomodate", "accommodate"),
        ("Comittee", "Committee"),
        ("neccessary", "necessary"),
        ("tommorow", "tomorrow"),
    ] {
        let suggestions = SPELLER.suggest(wrong, &Words::default());
        assert_eq!(suggestions.first().map(String::as_str), Some(right), "{wrong}: {suggestions:?}");
    }
}
