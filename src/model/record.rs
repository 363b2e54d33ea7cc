use super::*;
use serde::{Deserialize, Serialize};

/// The way of these minutes from draft to signature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Record {
    /// Which revision this is; the first is 0. A signed draft is never changed: a new revision is begun from it.
    #[serde(skip_serializing_if = "is_default")]
    pub revision: u32,
    /// When the minutes were circulated to members; none while they are a draft.
    #[serde(skip_serializing_if = "is_default")]
    pub circulated: Option<Circulated>,
    /// When they were approved.
    #[serde(skip_serializing_if = "is_default")]
    pub approved: Option<Approved>,
    /// When they were signed.
    #[serde(skip_serializing_if = "is_default")]
    pub signed: Option<Signed>,
    /// The digest of the signed text, in hexadecimal, with the name of its method before it: "sha256:…".
    #[serde(skip_serializing_if = "is_default")]
    pub digest: Option<String>,
    /// Findings that the clerk dismissed, each with the reason.
    #[serde(skip_serializing_if = "is_default")]
    pub dismissed: Vec<Dismissal>,
    /// Words that the spelling check passes over in this draft.
    #[serde(skip_serializing_if = "is_default")]
    pub ignored_words: Vec<String>,
}

/// The minutes were sent to members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Circulated {
    /// On which day.
    pub on: Date,
    /// By whom.
    pub by: String,
}

/// The minutes were approved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Approved {
    /// At the meeting of which day.
    pub on: Date,
    /// Who recorded it.
    pub by: String,
    /// At which body's meeting, where it was another's.
    #[serde(skip_serializing_if = "is_default")]
    pub body: Option<String>,
    /// Subject to which corrections.
    #[serde(skip_serializing_if = "is_default")]
    pub corrections: Vec<Correction>,
}

/// The minutes were signed (Local Government Act 1972, Schedule 12, paragraph 41).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Signed {
    /// On which day.
    pub on: Date,
    /// Who presided and signed.
    pub by: String,
}

/// A finding that the clerk looked at and let stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Dismissal {
    /// The check, by its name.
    pub check: String,
    /// At which node; none for the draft as a whole.
    #[serde(skip_serializing_if = "is_default")]
    pub at: Option<Id>,
    /// Why.
    pub reason: String,
}

/// How far minutes have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum State {
    /// Being written.
    #[default]
    Draft,
    /// Sent to members.
    Circulated,
    /// Approved by a later meeting.
    Approved,
    /// Signed: to be read, no longer changed.
    Signed,
}

impl Record {
    /// How far the minutes have come.
    pub fn state(&self) -> State {
        if self.signed.is_some() {
            State::Signed
        } else if self.approved.is_some() {
            State::Approved
        } else if self.circulated.is_some() {
            State::Circulated
        } else {
            State::Draft
        }
    }
}
