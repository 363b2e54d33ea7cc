//! What is no word of the dictionary by its shape alone.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The longest run of capitals that is an acronym; what is longer is a heading or an outcome, and is looked at.
const LONGEST_ACRONYM: usize = 6;

/// Whether a word is none to be looked up: a letter alone, something with figures, another script, an acronym, a name
/// with a capital within.
pub(super) fn is_no_word(word: &str) -> bool {
    word.chars().filter(|c| !is_combining_mark(*c)).nth(1).is_none()
        || word.chars().any(char::is_numeric)
        || word.chars().any(|c| c.is_alphabetic() && !is_latin(c))
        || is_acronym(word)
        || has_capital_within(word)
}

fn is_latin(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{fb00}'..='\u{fb06}')
}

/// Whether a word is an acronym, in the singular, the plural or the possessive: "CCTV", "PSPOs", "MP's".
fn is_acronym(word: &str) -> bool {
    let stem = without_possessive(word);
    let stem = stem.strip_suffix('s').unwrap_or(stem);
    stem.chars().all(char::is_uppercase) && stem.chars().count() <= LONGEST_ACRONYM
}

/// Whether a capital follows a small letter, as in "YouTube", "McKay", "DfE" and "iPad".
fn has_capital_within(word: &str) -> bool {
    let mut chars = word.chars();
    let mut before = chars.next();
    let mut length = 1;
    let mut found = false;
    for c in chars {
        found |= c.is_uppercase() && before.is_some_and(char::is_lowercase);
        before = Some(c);
        length += 1;
    }
    // "tHe" is a slip of the shift key.
    found && (length > 3 || word.starts_with(char::is_uppercase))
}

/// A word without "'s" at its end. Apostrophes are straight here.
pub(super) fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

/// Whether a word begins with a capital.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The form in which words are looked up: straight apostrophes, no soft hyphens, composed letters.
pub(super) fn plain(word: &str) -> String {
    let plain = word.chars().filter(|c| *c != '\u{ad}').map(|c| if c == '’' { '\'' } else { c });
    plain.nfc().collect()
}

/// A word without its accents, as the dictionary has it: "café" is there as "cafe".
pub(super) fn without_accents(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_initials_figures_and_names_with_capitals_are_no_words() {
        for word in ["P", "CCTV", "PSPOs", "MP's", "16th", "2pm", "BS8", "DfE", "McKay", "YouTube", "Κύπρος", "TfWM"]
        {
            assert!(is_no_word(word), "{word}");
        }
    }

    #[test]
    fn words_and_headings_are_looked_at() {
        for word in ["as", "RESOLVED", "Board", "tHe", "THe", "café", "isn't"] {
            assert!(!is_no_word(word), "{word}");
        }
    }
}
