//! Names of people and streets that no list can hold, known by what stands beside them: "Miss Aoife Brannigan",
//! "Culverhay Lane".

use super::{
    shape::is_capitalised,
    token::{APOSTROPHES, HYPHENS, Token},
    words::Words,
};
use crate::model::{TITLES, TITLES_OF_SEVERAL};

/// Ranks, behind which the name of one person follows as behind a title.
const RANKS: [&str; 10] =
    ["Superintendent", "Supt", "Inspector", "Insp", "Sergeant", "Sgt", "Captain", "Colonel", "Bishop", "Archdeacon"];

/// Words before which a street or a farm is named.
const STREETS: [&str; 16] = [
    "Lane", "Road", "Street", "Avenue", "Close", "Crescent", "Drive", "Gardens", "Mews", "Terrace", "Grove", "Farm",
    "Ward", "Estate", "Way", "Walk",
];

/// What may stand within a name in small letters.
const WITHIN: [&str; 6] = ["van", "von", "de", "der", "bin", "al"];

/// How many changes of a letter part a slip from the name that was meant.
const SLIP: usize = 2;

/// Whose names may come at a place in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    /// Nobody's.
    None,
    /// Those of one person.
    One,
    /// Those of several, with commas and "and" between them.
    Several,
}

/// For each token, whether it stands where names of people stand: in a row of capitalised words behind a title.
pub(super) fn behind_titles(text: &str, tokens: &[Token<'_>]) -> Vec<bool> {
    let mut row = Row::None;
    let mut end = 0;
    let mut before = "";
    let mut out = Vec::with_capacity(tokens.len());
    for token in tokens {
        if !goes_on(row, &text[end..token.at], before) {
            row = Row::None;
        }
        let named = row != Row::None && is_capitalised(token.word);
        row = match token.word {
            word if TITLES_OF_SEVERAL.contains(&word) => Row::Several,
            // "Councillors Abney, Mrs Tarn and Hest".
            word if is_title(word) && row != Row::Several => Row::One,
            word if named || WITHIN.contains(&word) || (word == "and" && row == Row::Several) => row,
            _ => Row::None,
        };
        out.push(named);
        (end, before) = (token.at + token.word.len(), token.word);
    }
    out
}

/// Whether a row of names goes on behind what stands between two words of it. A full stop ends it, but not behind an
/// initial or a title: "Mr. P. Tarn".
fn goes_on(row: Row, gap: &str, before: &str) -> bool {
    let may_stop = is_title(before) || before.chars().nth(1).is_none();
    gap.chars().all(|c| match c {
        '.' => may_stop,
        ',' => row == Row::Several,
        c => c.is_whitespace() || APOSTROPHES.contains(&c) || HYPHENS.contains(&c),
    })
}

/// Whether the word at a place names a street.
pub(super) fn is_street(text: &str, tokens: &[Token<'_>], at: usize) -> bool {
    let (Some(token), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
    let gap = &text[token.at + token.word.len()..next.at];
    is_capitalised(token.word) && STREETS.contains(&next.word) && matches!(gap, " " | "'s " | "’s " | "' " | "’ ")
}

/// Whether a word is so near a name of the meeting that the name was meant: "Marlwo" for "Marlow".
pub(super) fn is_slip_of_a_name(word: &str, words: &Words) -> bool {
    words.names().any(|name| is_capitalised(name) && is_slip(word, name))
}

fn is_slip(word: &str, name: &str) -> bool {
    let (length, other) = (word.chars().count(), name.chars().count());
    // Short names differ by a letter from many others.
    let most = if length.min(other) < 6 { 1 } else { SLIP };
    length.abs_diff(other) <= most && other >= 4 && strsim::osa_distance(word, name) <= most
}

/// Whether the name of one person follows.
fn is_title(word: &str) -> bool {
    TITLES.contains(&word) || RANKS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{super::token::tokens, *};

    fn named(text: &str) -> Vec<&str> {
        let tokens = tokens(text);
        let flags = behind_titles(text, &tokens);
        tokens.iter().zip(flags).filter(|(_, named)| *named).map(|(token, _)| token.word).collect()
    }

    #[test]
    fn names_stand_behind_titles() {
        assert_eq!(named("Miss Aoife Brannigan spoke. Teh end"), ["Aoife", "Brannigan"]);
        assert_eq!(
            named("Councillors Abney, O'Tarn and J. Quaile-Hest left"),
            ["Abney", "O'Tarn", "J", "Quaile", "Hest"]
        );
        assert_eq!(named("Mr. P. Tarn. Teh end"), ["P", "Tarn"]);
        assert_eq!(named("the Councillor recieved Thanks"), [""; 0]);
        assert_eq!(named("Mr Tarn of the Enviroment Agency and Comittee, Clerck"), ["Tarn"]);
        assert_eq!(named("Cllrs Abney, Mrs Tarn and van Hest spoke"), ["Abney", "Mrs", "Tarn", "Hest"]);
    }

    #[test]
    fn streets_are_named_before_their_kind() {
        let text = "Off Culverhay Lane, a lane";
        let tokens = tokens(text);
        let flags: Vec<bool> = (0..tokens.len()).map(|at| is_street(text, &tokens, at)).collect();
        assert_eq!(flags, [false, true, false, false, false]);
    }

    #[test]
    fn a_slip_is_near_its_name_and_another_name_is_not() {
        let words = Words::new(["Councillor P Marlow", "S Przybylski"], []);
        assert!(is_slip_of_a_name("Marlwo", &words));
        assert!(is_slip_of_a_name("Przbylsky", &words));
        assert!(!is_slip_of_a_name("Brannigan", &words));
    }
}
