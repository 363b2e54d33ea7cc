use serde::{Deserialize, Serialize};

/// A formula of the house with gaps, and the letters that call it up. An entry of `phrases.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// The letters that call it up.
    pub trigger: String,
    /// What it is for, in a list of phrases.
    pub label: String,
    /// What it becomes.
    pub text: PhraseText,
}

/// The text of a phrase: `Further to Minute {minute} {body} considered a report of the {author}`.
///
/// `{body}` is the body's short name ("the Board"; `{Body}` at the start of a sentence), `{minute}` a citation, `{member}` a person of the meeting; any other gap is filled by hand
/// and names what belongs there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhraseText {
    source: String,
    pieces: Vec<PhrasePiece>,
}

/// A piece of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhrasePiece {
    /// Text.
    Text(String),
    /// The body's short name.
    Body {
        /// Whether it begins a sentence.
        capital: bool,
    },
    /// A minute to be cited.
    Minute,
    /// A person of the meeting.
    Member,
    /// Something to be written, by what belongs there.
    Slot(String),
}

impl PhraseText {
    /// The pieces, in order.
    pub fn pieces(&self) -> &[PhrasePiece] {
        &self.pieces
    }

    /// The text as the file writes it.
    pub fn source(&self) -> &str {
        &self.source
    }
}

impl TryFrom<String> for PhraseText {
    type Error = String;

    fn try_from(source: String) -> Result<PhraseText, String> {
        let refused = |why: &str| format!("the phrase \"{source}\" {why}");
        let mut pieces = Vec::new();
        let mut rest = source.as_str();
        while let Some(at) = rest.find(['{', '}']) {
            let (text, gap) = rest.split_at(at);
            let gap = gap.strip_prefix('{').ok_or_else(|| refused("has a `}` without its `{`"))?;
            let (name, behind) = gap.split_once('}').ok_or_else(|| refused("has a `{` without its `}`"))?;
            if !text.is_empty() {
                pieces.push(PhrasePiece::Text(text.to_owned()));
            }
            pieces.push(match name {
                "body" => PhrasePiece::Body { capital: false },
                "Body" => PhrasePiece::Body { capital: true },
                "minute" => PhrasePiece::Minute,
                "member" => PhrasePiece::Member,
                _ if name.trim().is_empty() || name.contains('{') => return Err(refused("has an unnamed gap")),
                slot => PhrasePiece::Slot(slot.to_owned()),
            });
            rest = behind;
        }
        if !rest.is_empty() {
            pieces.push(PhrasePiece::Text(rest.to_owned()));
        }
        Ok(PhraseText { source, pieces })
    }
}

impl From<PhraseText> for String {
    fn from(text: PhraseText) -> String {
        text.source
    }
}
