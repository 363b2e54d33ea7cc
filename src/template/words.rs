use serde::{Deserialize, Serialize};

/// How deep one optional passage may stand in another.
const DEEPEST: usize = 4;

/// Words of the house with gaps to be filled: `held at {time} on {date}[ in {venue}]`.
///
/// `{name}` is a gap. What stands in square brackets is left out where a gap in it has nothing to say. `{{`, `}}`, `[[`
/// and `]]` are the characters themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Words {
    source: String,
    pieces: Vec<Piece>,
}

/// A piece of [`Words`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text that always stands there.
    Text(String),
    /// A gap, by its name.
    Gap(String),
    /// A passage that stands there only where every gap in it is filled.
    Optional(Vec<Piece>),
}

impl Words {
    /// The pieces, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The words as the file writes them.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether there are none: the house says nothing here.
    pub fn is_empty(&self) -> bool {
        self.source.is_empty()
    }

    /// The names of all gaps, in order.
    pub fn gaps(&self) -> Vec<&str> {
        fn collect<'a>(pieces: &'a [Piece], out: &mut Vec<&'a str>) {
            for piece in pieces {
                match piece {
                    Piece::Text(_) => {}
                    Piece::Gap(name) => out.push(name),
                    Piece::Optional(pieces) => collect(pieces, out),
                }
            }
        }
        let mut out = Vec::new();
        collect(&self.pieces, &mut out);
        out
    }
}

impl TryFrom<String> for Words {
    type Error = String;

    fn try_from(source: String) -> Result<Words, String> {
        let mut reader = Reader { rest: source.chars().collect::<Vec<_>>().into_iter().peekable(), source: &source };
        let pieces = reader.pieces(0)?;
        Ok(Words { pieces, source })
    }
}

impl From<Words> for String {
    fn from(words: Words) -> String {
        words.source
    }
}

struct Reader<'a> {
    rest: std::iter::Peekable<std::vec::IntoIter<char>>,
    source: &'a str,
}

impl Reader<'_> {
    fn pieces(&mut self, depth: usize) -> Result<Vec<Piece>, String> {
        let mut pieces = Vec::new();
        let mut text = String::new();
        while let Some(character) = self.rest.next() {
            let doubled = matches!(character, '{' | '}' | '[' | ']') && self.rest.peek() == Some(&character);
            match character {
                _ if doubled && !(character == ']' && depth > 0) => {
                    self.rest.next();
                    text.push(character);
                }
                '{' => {
                    push_text(&mut pieces, &mut text);
                    pieces.push(Piece::Gap(self.gap()?));
                }
                '[' => {
                    if depth >= DEEPEST {
                        return Err(self.refused("has brackets nested too deep"));
                    }
                    push_text(&mut pieces, &mut text);
                    pieces.push(Piece::Optional(self.pieces(depth + 1)?));
                }
                ']' if depth > 0 => {
                    push_text(&mut pieces, &mut text);
                    return Ok(pieces);
                }
                '}' | ']' => return Err(self.refused(&format!("has a `{character}` without its opening"))),
                other => text.push(other),
            }
        }
        if depth > 0 {
            return Err(self.refused("has a `[` without its `]`"));
        }
        push_text(&mut pieces, &mut text);
        Ok(pieces)
    }

    fn gap(&mut self) -> Result<String, String> {
        let mut name = String::new();
        for character in self.rest.by_ref() {
            match character {
                '}' if !name.trim().is_empty() => return Ok(name),
                '}' => return Err(self.refused("has an empty gap `{}`")),
                '{' | '[' | ']' => break,
                other => name.push(other),
            }
        }
        Err(self.refused(&format!("has a gap `{{{name}` without its `}}`")))
    }

    fn refused(&self, why: &str) -> String {
        format!("the wording \"{}\" {why}", self.source)
    }
}

fn push_text(pieces: &mut Vec<Piece>, text: &mut String) {
    if !text.is_empty() {
        pieces.push(Piece::Text(std::mem::take(text)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_and_optional_passages_are_told_apart() {
        let words = Words::try_from("held at {time}[ in {venue}[ ({room})]] [[sic]] {{x}}".to_owned()).unwrap();
        assert_eq!(words.gaps(), ["time", "venue", "room"]);
        assert_eq!(words.pieces().last(), Some(&Piece::Text(" [sic] {x}".to_owned())));
    }

    #[test]
    fn unbalanced_wording_is_refused_with_the_wording() {
        for source in ["{time", "time}", "[a", "a] b", "{}", "{a{b}}", "[a[b[c[d[e {x}]]]]]"] {
            let message = Words::try_from(source.to_owned()).unwrap_err();
            assert!(message.contains(source), "{message}");
        }
    }
}
