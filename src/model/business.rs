use super::*;
use serde::{Deserialize, Serialize};

/// A section of the business: public or private.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Section {
    /// Its identity.
    pub id: Id,
    /// Whether the public may know what it holds.
    #[serde(skip_serializing_if = "is_default")]
    pub kind: SectionKind,
    /// Its heading, where it is not the house's. It is always published, also where nothing that stands below it is.
    #[serde(skip_serializing_if = "is_default")]
    pub heading: Option<String>,
    /// The language of the heading, where it is not the draft's.
    #[serde(skip_serializing_if = "is_default")]
    pub language: Language,
    /// Its items, in order.
    pub items: Vec<Item>,
}

/// Whether a section's business was done in public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SectionKind {
    /// In public.
    #[default]
    Public,
    /// With the public excluded: nothing in it is published but the section's heading and what its items' public versions
    /// say.
    Private,
}

/// One item of business, whose entry is one minute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Item {
    /// Its identity; citations point at it.
    pub id: Id,
    /// What the item does in the meeting, where it is a standing one with a form of its own.
    #[serde(skip_serializing_if = "is_default")]
    pub role: ItemRole,
    /// Its number on the agenda: "5", "3a".
    #[serde(skip_serializing_if = "is_default")]
    pub agenda: Option<String>,
    /// How its minute number comes about.
    #[serde(skip_serializing_if = "is_default")]
    pub number: NumberRule,
    /// The number that it had when the minutes were circulated; from then on it does not change.
    #[serde(skip_serializing_if = "is_default")]
    pub frozen: Option<u32>,
    /// The reference of the matter, which stands before the title: "Application FUL/2024/0311".
    #[serde(skip_serializing_if = "is_default")]
    pub reference: Option<String>,
    /// Its title.
    pub title: String,
    /// The language of the title, where it is not the draft's.
    #[serde(skip_serializing_if = "is_default")]
    pub language: Language,
    /// Whether it may be published. In a private section every item is private.
    #[serde(skip_serializing_if = "is_default")]
    pub privacy: Privacy,
    /// What the public is told of it while it is private.
    #[serde(skip_serializing_if = "is_default")]
    pub public_version: PublicVersion,
    /// Whether it was taken out of the order of the agenda.
    #[serde(skip_serializing_if = "is_default")]
    pub out_of_turn: bool,
    /// Whether it was deferred.
    #[serde(skip_serializing_if = "is_default")]
    pub deferred: bool,
    /// Whether it sets the budget or the council tax, so that its votes are recorded by name.
    #[serde(skip_serializing_if = "is_default")]
    pub budget: bool,
    /// Who attended for this item alone.
    #[serde(skip_serializing_if = "is_default")]
    pub invitees: Vec<Who>,
    /// From where it was referred: "From the Cabinet, 9 October 2012".
    #[serde(skip_serializing_if = "is_default")]
    pub origin: Option<Origin>,
    /// Fragments that were typed during the meeting. Never exported.
    #[serde(skip_serializing_if = "is_default")]
    pub notes: Vec<RoughNote>,
    /// What the minute says, in reading order.
    #[serde(skip_serializing_if = "is_default")]
    pub parts: Vec<Part>,
    /// Its sub-items.
    #[serde(skip_serializing_if = "is_default")]
    pub items: Vec<Item>,
}

/// What a standing item does. The text that follows from the rest of the draft stands before the item's own parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ItemRole {
    /// Its parts say everything.
    #[default]
    Ordinary,
    /// It records the declarations of interest.
    Declarations,
    /// It records the approval of earlier minutes.
    PreviousMinutes,
    /// It records the apologies, where the house makes them a minute.
    Apologies,
    /// It records who sat for whom, where the house makes that a minute.
    Substitutes,
    /// Any other business, which may be urgent business under the Local Government Act 1972, section 100B(4).
    OtherBusiness,
    /// It gives the next meeting's date, where the house makes it a minute.
    NextMeeting,
}

/// How the number of a minute comes about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NumberRule {
    /// It follows the one before.
    #[default]
    Computed,
    /// The clerk fixed it; those behind go on from it.
    Fixed(u32),
    /// It has none.
    Unnumbered,
}

/// What the public is told of a private item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PublicVersion {
    /// Nothing: not even that there is such an item.
    #[default]
    Withheld,
    /// Its number, a heading and a text that are fit for publication.
    Stub {
        /// The heading for the public.
        title: String,
        /// The text for the public.
        #[serde(default, skip_serializing_if = "is_default")]
        text: Prose,
    },
}

/// From where business came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Origin {
    /// The body.
    pub body: String,
    /// The day of its meeting.
    #[serde(skip_serializing_if = "is_default")]
    pub date: Option<Date>,
    /// Where it is recorded: "Minute 47, Booklet 1".
    #[serde(skip_serializing_if = "is_default")]
    pub reference: Option<String>,
}

/// A fragment typed while people spoke.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RoughNote {
    /// When it was typed, local to the meeting.
    #[serde(skip_serializing_if = "is_default")]
    pub time: Option<Time>,
    /// The fragment.
    pub text: String,
}

/// One part of a minute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Part {
    /// Its identity.
    pub id: Id,
    /// Whether it may be published.
    #[serde(skip_serializing_if = "is_default")]
    pub privacy: Privacy,
    /// What it is.
    pub content: PartContent,
}

/// What a part of a minute is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartContent {
    /// Running text and lists.
    Prose(Prose),
    /// A decision.
    Resolution(Box<Resolution>),
    /// A motion with its amendments.
    Motion(Box<Motion>),
    /// A vote that stands by itself.
    Vote(Box<Vote>),
    /// A table.
    Table(Table),
    /// A note: "Note: …", "NB: …".
    Note(Note),
    /// A petition.
    Petition(Petition),
    /// A question and its answer.
    Question(Question),
    /// A call-in notice.
    CallIn(CallIn),
    /// Actions that stand by themselves, such as those that follow from a discussion.
    Actions(Vec<Action>),
}

impl Default for PartContent {
    fn default() -> Self {
        PartContent::Prose(Prose::new())
    }
}

/// A note behind a decision or a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Note {
    /// The word before it, where it is not the house's: "NB".
    #[serde(skip_serializing_if = "is_default")]
    pub label: Option<String>,
    /// Whether it stands in brackets.
    #[serde(skip_serializing_if = "is_default")]
    pub bracketed: bool,
    /// What it says.
    pub text: Prose,
}
