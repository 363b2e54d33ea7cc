use crate::model::MARK;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// A word of a text, and what stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// The word, without apostrophes at its ends.
    pub word: &'a str,
    /// Where it begins, in bytes.
    pub at: usize,
    /// Whether a hyphen ties it to the word behind it.
    pub hyphen_behind: bool,
    /// Whether an apostrophe follows: "the Marlows' house".
    pub apostrophe_behind: bool,
}

/// The apostrophes that people type.
pub(super) const APOSTROPHES: [char; 2] = ['\'', '’'];

/// The hyphens that tie words together: the one on the keyboard, the one of its own, the one that does not break.
pub(super) const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// The words of a text, without what stands in it as an address, a reference or a figure.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    for (at, chunk) in chunks(text) {
        if is_address(chunk) {
            continue;
        }
        for (inner, segment) in chunk.unicode_word_indices() {
            pieces(segment, |begin, word| {
                let behind = &text[at + inner + begin + word.len()..];
                let mut next = behind.chars();
                let first = next.next();
                found.push(Token {
                    word,
                    at: at + inner + begin,
                    hyphen_behind: first.is_some_and(|c| HYPHENS.contains(&c)),
                    apostrophe_behind: first.is_some_and(|c| APOSTROPHES.contains(&c)),
                });
            });
        }
    }
    found
}

/// What stands between blanks.
fn chunks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = text.split(|c: char| c.is_whitespace() || c == MARK);
    parts.map(|chunk| (chunk.as_ptr() as usize - text.as_ptr() as usize, chunk)).filter(|(_, chunk)| !chunk.is_empty())
}

/// Calls `each` with the pieces of what Unicode takes for one word: a full stop or colon between letters parts them, as
/// in "end.The", and so does an underscore.
fn pieces<'a>(segment: &'a str, mut each: impl FnMut(usize, &'a str)) {
    let belongs = |c: char| c.is_alphanumeric() || is_combining_mark(c) || APOSTROPHES.contains(&c) || c == '\u{ad}';
    let mut begin = 0;
    for piece in segment.split(|c| !belongs(c)) {
        let at = begin;
        begin = piece.as_ptr() as usize - segment.as_ptr() as usize + piece.len();
        let at = at.max(piece.as_ptr() as usize - segment.as_ptr() as usize);
        let word = piece.trim_matches(APOSTROPHES);
        let trimmed = word.as_ptr() as usize - piece.as_ptr() as usize;
        if !word.is_empty() {
            each(at + trimmed, word);
        }
    }
}

/// The ends of names of domains that minutes hold.
const DOMAINS: [&str; 14] =
    ["uk", "com", "org", "net", "gov", "eu", "wales", "cymru", "scot", "london", "info", "io", "co", "ie"];

/// Whether something is an address or a reference: an e-mail, a URL, a path, "EN/2016/12", "#agenda".
fn is_address(chunk: &str) -> bool {
    let chunk = chunk.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '#' && c != '/' && c != '\\');
    let lower_start = chunk.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    let has_digit = chunk.chars().any(|c| c.is_ascii_digit());
    lower_start
        || chunk.contains('@')
        || chunk.contains("://")
        || chunk.starts_with('#')
        || chunk.contains('\\')
        || (has_digit && chunk.contains(['/', '_']))
        || is_domain(chunk)
}

/// Whether something is the name of a machine, perhaps with a path: "example.gov.uk/scrutiny".
fn is_domain(chunk: &str) -> bool {
    let host = chunk.split('/').next().unwrap_or_default();
    host.rsplit_once('.').is_some_and(|(before, end)| {
        !before.is_empty() && DOMAINS.contains(&end) && before.chars().all(|c| c.is_alphanumeric() || ".-".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        for token in tokens(text) {
            assert_eq!(&text[token.at..token.at + token.word.len()], token.word);
        }
        tokens(text).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn words_are_parted_as_readers_part_them() {
        assert_eq!(
            words("The Board's by-law, the 'Marlows’ end.The"),
            ["The", "Board's", "by", "law", "the", "Marlows", "end", "The"]
        );
        assert_eq!(
            words("isn’t it? co\u{2011}opted and/or (noted)"),
            ["isn’t", "it", "co", "opted", "and", "or", "noted"]
        );
        assert_eq!(
            words("naïve caf\u{65}\u{301} e.g. p.m. snake_case"),
            ["naïve", "cafe\u{301}", "e", "g", "p", "m", "snake", "case"]
        );
    }

    #[test]
    fn addresses_and_references_are_no_words() {
        for none in [
            "clerk@exmaple.gov.uk",
            "https://www.exmaple.org/agneda",
            "WWW.exmaple.net",
            "(exmaple.gov.uk/scrutny),",
            "EN/2016/12",
            "\\\\servr\\shaer",
            "#agneda",
        ] {
            assert_eq!(words(none), [""; 0], "{none}");
        }
    }

    #[test]
    fn what_ties_words_together_is_known() {
        let text = "co-trustee Marlows' end";
        let found = tokens(text);
        assert_eq!(found.iter().map(|token| token.hyphen_behind).collect::<Vec<_>>(), [true, false, false, false]);
        assert_eq!(found.iter().map(|token| token.apostrophe_behind).collect::<Vec<_>>(), [false, false, true, false]);
    }
}
