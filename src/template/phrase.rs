use serde::{Deserialize, Serialize};

/// A formula of the house with gaps, and the letters that call it up. An entry of `phrases.ron`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// The letters that call it up.
    pub trigger: String,
    /// What it is for, in a list of phrases.
    pub label: String,
    /// What it becomes; empty where a built-in phrase is switched off.
    pub text: PhraseText,
    /// The bodies that use it, by their full names; empty for all bodies of the house.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<String>,
}

/// The text of a phrase: `Further to Minute {minute} {body} considered a report of the {author}`.
///
/// What a [`Gap`] names is filled from the meeting; any other gap is a slot that is filled by hand and names what belongs
/// there.
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
    /// Something that the meeting fills.
    Gap(Gap),
    /// Something to be written, by what belongs there.
    Slot(String),
}

/// What the meeting fills in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// `{body}`: the body's short name, "the Board".
    Body,
    /// `{Body}`: the same with a capital, wherever it stands.
    CapitalBody,
    /// `{council}`: the council's name.
    Council,
    /// `{chair}`: who is in the chair.
    Chair,
    /// `{author}`: the post of the officer who attends for the item.
    Author,
    /// `{cabinet member}`: the councillor from outside the body who attends for the item.
    CabinetMember,
    /// `{meeting date}`: the day of the meeting.
    MeetingDate,
    /// `{time now}`: the time at which it is typed.
    TimeNow,
    /// `{next minute}`: a citation of the item behind this one.
    NextMinute,
}

impl Gap {
    /// All gaps, in the order in which they are explained.
    pub const ALL: [Gap; 9] = [
        Gap::Body,
        Gap::CapitalBody,
        Gap::Council,
        Gap::Chair,
        Gap::Author,
        Gap::CabinetMember,
        Gap::MeetingDate,
        Gap::TimeNow,
        Gap::NextMinute,
    ];

    /// How the file and the form write it, without its braces.
    pub fn name(self) -> &'static str {
        match self {
            Gap::Body => "body",
            Gap::CapitalBody => "Body",
            Gap::Council => "council",
            Gap::Chair => "chair",
            Gap::Author => "author",
            Gap::CabinetMember => "cabinet member",
            Gap::MeetingDate => "meeting date",
            Gap::TimeNow => "time now",
            Gap::NextMinute => "next minute",
        }
    }
}

impl PhraseText {
    /// The pieces, in order.
    pub fn pieces(&self) -> &[PhrasePiece] {
        &self.pieces
    }

    /// Whether there is no text: the phrase is switched off.
    pub fn is_empty(&self) -> bool {
        self.source.is_empty()
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
            if name.trim().is_empty() || name.contains('{') {
                return Err(refused("has an unnamed gap"));
            }
            pieces.push(match Gap::ALL.into_iter().find(|gap| gap.name() == name) {
                Some(gap) => PhrasePiece::Gap(gap),
                None => PhrasePiece::Slot(name.to_owned()),
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
