use super::*;
use serde::{Deserialize, Serialize};

/// The minutes of one meeting: the whole document, and one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Minutes {
    /// Whose minutes they are and how they are to look.
    pub house: House,
    /// When and how the meeting was held.
    pub meeting: Meeting,
    /// Which numbers the minutes bear.
    pub numbering: Numbering,
    /// Who was there and who was not.
    pub attendance: Attendance,
    /// The interests that were declared.
    #[serde(skip_serializing_if = "is_default")]
    pub declarations: Declarations,
    /// The earlier minutes that this meeting approved or corrected.
    #[serde(skip_serializing_if = "is_default")]
    pub previous: PreviousMinutes,
    /// The business, in the order in which the minutes record it.
    pub business: Vec<Section>,
    /// How the meeting ended.
    #[serde(skip_serializing_if = "is_default")]
    pub closing: Closing,
    /// How far these minutes have come on their way to being signed.
    #[serde(skip_serializing_if = "is_default")]
    pub record: Record,
}

/// The council, the body and the house style, by name. The names are kept in the draft so that it says whose it is even
/// where the style is not installed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct House {
    /// The house style's name: the folder below `templates`.
    pub style: String,
    /// The council's full name, as it heads the minutes.
    pub council: String,
    /// The body's full name.
    pub body: String,
    /// What the body is called in running text: "the Board".
    #[serde(skip_serializing_if = "is_default")]
    pub body_short: String,
    /// The language of the minutes, a BCP 47 tag; empty is British English.
    #[serde(skip_serializing_if = "is_default")]
    pub language: Language,
    /// A title other than the house's own wording.
    #[serde(skip_serializing_if = "is_default")]
    pub title: Option<String>,
}

/// The numbering policy of the body, as it stood when the draft was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Numbering {
    /// The number of the first minute of this meeting.
    pub first: u32,
    /// When the sequence begins anew.
    #[serde(skip_serializing_if = "is_default")]
    pub restart: Restart,
    /// What stands before each number where the body has a prefix of its own: "OS ", "BTC/".
    #[serde(skip_serializing_if = "is_default")]
    pub prefix: String,
    /// The first year of the municipal year, where it is not the one that the date gives.
    #[serde(skip_serializing_if = "is_default")]
    pub year: Option<i16>,
}

impl Default for Numbering {
    fn default() -> Self {
        Numbering { first: 1, restart: Restart::default(), prefix: String::new(), year: None }
    }
}

/// When a body's minute numbers begin at the start again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Restart {
    /// With the first meeting of each municipal year, in May.
    #[default]
    MunicipalYear,
    /// With each meeting.
    Meeting,
    /// Never.
    Never,
}

/// How the meeting ended, and what follows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Closing {
    /// When the meeting closed.
    #[serde(skip_serializing_if = "is_default")]
    pub closed: Option<Time>,
    /// The closing line in other words than the house's.
    #[serde(skip_serializing_if = "is_default")]
    pub wording: Option<String>,
    /// The next meeting of the body.
    #[serde(skip_serializing_if = "is_default")]
    pub next: Option<NextMeeting>,
    /// What else stands at the end.
    #[serde(skip_serializing_if = "is_default")]
    pub remarks: Prose,
}

/// When and where the body meets next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NextMeeting {
    /// The day.
    pub date: Date,
    /// The time, where it is known.
    #[serde(skip_serializing_if = "is_default")]
    pub start: Option<Time>,
    /// The place, where it is not the usual one.
    #[serde(skip_serializing_if = "is_default")]
    pub venue: Option<String>,
}

impl Minutes {
    /// The first year of the municipal year in which the meeting falls.
    pub fn municipal_year(&self) -> i16 {
        self.numbering.year.unwrap_or_else(|| municipal_year(self.meeting.date))
    }
}
