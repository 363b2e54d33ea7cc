use crate::model::{Group, ItemRole, Restart, SectionKind, Time};
use serde::{Deserialize, Serialize};

/// A body of the council: who sits on it and what is always on its agenda. One file of `bodies`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Its full name.
    pub name: String,
    /// What running text calls it: "the Board".
    pub short: String,
    /// How its minutes are numbered.
    pub numbering: BodyNumbering,
    /// How many voting members make a meeting quorate, where the body sets a figure.
    #[serde(default)]
    pub quorum: Option<u32>,
    /// When it usually begins.
    #[serde(default)]
    pub start: Option<Time>,
    /// Where it usually meets, where its minutes say so.
    #[serde(default)]
    pub venue: Option<String>,
    /// The heading of public business, where it is not the house's.
    #[serde(default)]
    pub public_heading: Option<String>,
    /// The heading of private business, where it is not the house's.
    #[serde(default)]
    pub private_heading: Option<String>,
    /// The groups of its attendance with those who are usually there. Ids are given when a draft is begun.
    pub groups: Vec<Group>,
    /// What is always on its agenda, in order.
    pub items: Vec<StandingItem>,
}

/// How a body's minutes are numbered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyNumbering {
    /// When the sequence begins anew.
    pub restart: Restart,
    /// The number with which it begins.
    pub first: u32,
    /// What stands before each number.
    pub prefix: String,
}

/// Something that is always on a body's agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingItem {
    /// Its title.
    pub title: String,
    /// What it does.
    #[serde(default)]
    pub role: ItemRole,
    /// In which section it stands.
    #[serde(default)]
    pub section: SectionKind,
}
