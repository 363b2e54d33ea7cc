//! Proves that the spelling check finds what is misspelt and leaves everything else in minutes alone: a hundred common
//! errors planted in sentences, a page of minutes and the samples without any, and what may have been meant first.

mod page;
mod planted;
mod rules;

use minutebook::check::spelling::{Speller, Words};
use std::sync::LazyLock;

/// The dictionary, loaded once for all tests.
static SPELLER: LazyLock<Speller> = LazyLock::new(Speller::load);

/// The words of a text that are in no list.
fn misspelt<'a>(text: &'a str, words: &Words) -> Vec<&'a str> {
    SPELLER.misspelt(text, words).into_iter().map(|range| &text[range]).collect()
}
