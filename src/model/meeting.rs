use super::*;
use serde::{Deserialize, Serialize};

/// When, where and how the meeting was held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Meeting {
    /// What kind of meeting it was; ordinary ones do not say so.
    #[serde(skip_serializing_if = "is_default")]
    pub kind: MeetingKind,
    /// The day on which it was held.
    pub date: Date,
    /// When it began.
    #[serde(skip_serializing_if = "is_default")]
    pub start: Option<Time>,
    /// The place, where the minutes name one.
    #[serde(skip_serializing_if = "is_default")]
    pub venue: Option<String>,
    /// Whether it was held by remote means as a whole.
    #[serde(skip_serializing_if = "is_default")]
    pub remote: bool,
    /// The link at which it could be joined or watched.
    #[serde(skip_serializing_if = "is_default")]
    pub remote_link: Option<String>,
    /// The reference of the document: "MPC(21)M04".
    #[serde(skip_serializing_if = "is_default")]
    pub reference: Option<String>,
    /// The day from which the meeting was moved.
    #[serde(skip_serializing_if = "is_default")]
    pub rearranged_from: Option<Date>,
    /// A change to the calendar that the minutes mention, in the clerk's words: "NEW", "Additional Meeting".
    #[serde(skip_serializing_if = "is_default")]
    pub notice: Option<String>,
    /// Adjournments, in order; each but the last parts two sessions.
    #[serde(skip_serializing_if = "is_default")]
    pub adjournments: Vec<Adjournment>,
}

/// The kind of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeetingKind {
    /// A meeting of the calendar; the minutes do not say so.
    #[default]
    Ordinary,
    /// The annual meeting.
    Annual,
    /// Called outside the calendar for urgent business.
    Extraordinary,
    /// Added to the calendar.
    Additional,
    /// Called for one purpose.
    Special,
    /// A hearing, such as a licensing panel's.
    Hearing,
    /// Another kind, in the clerk's words.
    Other(String),
}

/// A break in the meeting that the minutes mention.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Adjournment {
    /// Its identity; a [`Inline::Moment`] puts it at its place in the text.
    pub id: Id,
    /// When the meeting was adjourned.
    #[serde(skip_serializing_if = "is_default")]
    pub time: Option<Time>,
    /// Why.
    #[serde(skip_serializing_if = "is_default")]
    pub reason: Option<String>,
    /// The item in which it happened, where no mark in the text says so.
    #[serde(skip_serializing_if = "is_default")]
    pub item: Option<Id>,
    /// When it went on; none where it did not.
    #[serde(skip_serializing_if = "is_default")]
    pub resumption: Option<Resumption>,
}

/// How an adjourned meeting went on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Resumption {
    /// The day, where it was another one.
    #[serde(skip_serializing_if = "is_default")]
    pub date: Option<Date>,
    /// The time of day.
    #[serde(skip_serializing_if = "is_default")]
    pub time: Option<Time>,
    /// Who came back; empty where all did.
    #[serde(skip_serializing_if = "is_default")]
    pub present: Vec<Who>,
}
