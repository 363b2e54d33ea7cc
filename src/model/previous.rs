use super::*;
use serde::{Deserialize, Serialize};

/// The minutes of earlier meetings that came up for approval. What arises from them is the text of the item itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PreviousMinutes {
    /// The meetings, in order.
    pub meetings: Vec<PreviousMeeting>,
    /// What was done with their minutes.
    #[serde(skip_serializing_if = "is_default")]
    pub approval: Approval,
    /// The sentence in other words than the house's.
    #[serde(skip_serializing_if = "is_default")]
    pub wording: Option<Prose>,
    /// The corrections subject to which they were approved.
    #[serde(skip_serializing_if = "is_default")]
    pub corrections: Vec<Correction>,
    /// Who moved and seconded their approval, where the minutes say so.
    #[serde(skip_serializing_if = "is_default")]
    pub movers: Movers,
    /// How it was voted on.
    #[serde(skip_serializing_if = "is_default")]
    pub vote: Option<Vote>,
}

/// An earlier meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PreviousMeeting {
    /// Its identity.
    pub id: Id,
    /// Its day.
    pub date: Date,
    /// Its kind.
    #[serde(skip_serializing_if = "is_default")]
    pub kind: MeetingKind,
    /// The body, where it was another one.
    #[serde(skip_serializing_if = "is_default")]
    pub body: Option<String>,
}

/// What a meeting does with earlier minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Approval {
    /// Approved, in the house's usual words.
    #[default]
    Approved,
    /// Approved and signed as a true record (Local Government Act 1972, Schedule 12, paragraph 41(1)).
    Signed,
    /// Agreed as a true record, not signed (as after a remote meeting).
    Agreed,
    /// Not approved: a motion that they are not accurate was carried.
    NotApproved,
    /// Put off to a later meeting.
    Deferred,
}

/// A correction to earlier minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Correction {
    /// Its identity.
    pub id: Id,
    /// Which of the meetings, where there are several.
    #[serde(skip_serializing_if = "is_default")]
    pub meeting: Option<Id>,
    /// The minute that it corrects: "12", "Attendance".
    #[serde(skip_serializing_if = "is_default")]
    pub minute: String,
    /// The change.
    pub change: Change,
}

/// How earlier minutes are changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Change {
    /// One text takes the place of another.
    Replace {
        /// What stood there.
        old: String,
        /// What shall stand there.
        new: String,
    },
    /// A text is added.
    Insert {
        /// Behind which words, or where: "the end of the second paragraph".
        #[serde(default, skip_serializing_if = "is_default")]
        after: String,
        /// What is added.
        text: String,
    },
    /// A text is struck out.
    Delete {
        /// What is struck out.
        text: String,
    },
    /// A name is added to the attendance or the apologies.
    AddPerson {
        /// The name as it shall stand there.
        name: String,
        /// Where: "Present", "Apologies".
        list: String,
    },
    /// In the clerk's words.
    Other(String),
}

impl Default for Change {
    fn default() -> Self {
        Change::Other(String::new())
    }
}
