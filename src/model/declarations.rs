use super::*;
use serde::{Deserialize, Serialize};

/// The interests that were declared (Localism Act 2011, sections 29 to 34; the council's code of conduct).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Declarations {
    /// What is written when there are none, in other words than the house's.
    #[serde(skip_serializing_if = "is_default")]
    pub nil_wording: Option<String>,
    /// The declarations, in the order in which they were made.
    #[serde(skip_serializing_if = "is_default")]
    pub entries: Vec<Declaration>,
    /// Dispensations that were granted, asked for or noted for all.
    #[serde(skip_serializing_if = "is_default")]
    pub dispensations: Prose,
}

/// One member's interest in one matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// Its identity.
    pub id: Id,
    /// Who declared it.
    pub member: Who,
    /// What kind of interest it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: InterestKind,
    /// The item to which it relates.
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: Option<Id>,
    /// What the interest is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub nature: Nature,
    /// What the member did about it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub consequence: Consequence,
    /// The dispensation under which the member took part (Localism Act 2011, section 33).
    #[serde(default, skip_serializing_if = "is_default")]
    pub dispensation: Option<String>,
    /// The entry in other words than the house's.
    #[serde(default, skip_serializing_if = "is_default")]
    pub wording: Option<Prose>,
    /// Whether the note at the item is left out, where the house would print one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub no_note: bool,
}

/// The kinds of interest that codes of conduct know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum InterestKind {
    /// A disclosable pecuniary interest (Localism Act 2011, section 30).
    #[default]
    DisclosablePecuniary,
    /// A pecuniary interest.
    Pecuniary,
    /// An "other interest" of the council's own code.
    Other,
    /// A personal interest.
    Personal,
    /// A prejudicial interest (Wales; England before 2012).
    Prejudicial,
    /// A non-pecuniary interest.
    NonPecuniary,
    /// A non-registrable interest (the LGA's model code of 2020).
    NonRegistrable,
    /// Contact or lobbying, as planning committees record it.
    Lobbying,
    /// An interest whose kind was not stated.
    Unqualified,
    /// A kind in the clerk's words.
    Named(String),
}

/// What the interest is, as far as the minutes say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nature {
    /// Not stated.
    #[default]
    NotStated,
    /// In these words.
    Stated(String),
    /// Withheld as sensitive (Localism Act 2011, section 32): the public is told only that there is one. The words are
    /// for the members.
    Withheld(String),
}

/// What the member did when the matter was considered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Consequence {
    /// Not recorded.
    #[default]
    NotRecorded,
    /// Stayed and took part.
    TookPart,
    /// Stayed and spoke, but did not vote.
    SpokeWithoutVote,
    /// Spoke and then took no further part.
    SpokeThenWithdrew,
    /// Stayed, but did not take part.
    NoPart,
    /// Left the meeting while the matter was considered.
    Withdrew,
    /// In the clerk's words.
    Other(String),
}
