use super::*;
use serde::{Deserialize, Serialize};

/// Who was at the meeting, who sent apologies, and who came and went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Attendance {
    /// The labelled groups, in the order of the minutes. The labels are the clerk's.
    pub groups: Vec<Group>,
    /// How many members of the public attended, where the house says so.
    #[serde(skip_serializing_if = "is_default")]
    pub public: Option<u32>,
    /// How many voting members make the meeting quorate, where the body sets a figure.
    #[serde(skip_serializing_if = "is_default")]
    pub quorum: Option<u32>,
    /// Arrivals, departures and returns with their times, as they were noted.
    #[serde(skip_serializing_if = "is_default")]
    pub movements: Vec<Movement>,
    /// Who was in the chair when it was not the body's chair throughout.
    #[serde(skip_serializing_if = "is_default")]
    pub chairs: Vec<Chairing>,
}

/// A labelled group of people in the attendance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Group {
    /// Its identity.
    pub id: Id,
    /// The label without its colon: "Members", "Employees (by Directorate)".
    pub label: String,
    /// The language of the label, where it is not the draft's.
    #[serde(skip_serializing_if = "is_default")]
    pub language: Language,
    /// The class that a person who is added to the group gets.
    #[serde(skip_serializing_if = "is_default")]
    pub class: MembershipClass,
    /// How the names are set, where it is not the house's way for this class.
    #[serde(skip_serializing_if = "is_default")]
    pub layout: Option<GroupLayout>,
    /// The people, in the clerk's order; the house may put the chair first.
    pub people: Vec<Person>,
}

/// How the names of a group are set beside or below their label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum GroupLayout {
    /// The label in one column, the names one below another in the next.
    #[default]
    Beside,
    /// The label on a line of its own, the names in their column below it.
    Below,
    /// The names behind the label in one run, parted by commas.
    RunIn,
    /// Two columns of names, read across.
    TwoColumns,
    /// A line for each directorate: its name, a colon, the names in one run.
    ByOrganisation,
}

/// A person named in the attendance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// Their identity.
    pub id: Id,
    /// What stands before the name: "Councillor", "Mrs", "Cllr Mrs", "Dr".
    #[serde(skip_serializing_if = "is_default")]
    pub title: String,
    /// Initials or forenames as the house writes them; empty where only the surname is given.
    #[serde(skip_serializing_if = "is_default")]
    pub given: String,
    /// The surname.
    pub surname: String,
    /// What stands behind the name: "OBE", "PhD".
    #[serde(skip_serializing_if = "is_default")]
    pub honours: String,
    /// Their office at this meeting: "Chair", "Deputy Chair", "Mayor", "in the chair".
    #[serde(skip_serializing_if = "is_default")]
    pub role: String,
    /// Their organisation, directorate, firm or portfolio.
    #[serde(skip_serializing_if = "is_default")]
    pub organisation: String,
    /// Their post: "Scrutiny Co-ordinator".
    #[serde(skip_serializing_if = "is_default")]
    pub post: String,
    /// Their ward or parish.
    #[serde(skip_serializing_if = "is_default")]
    pub ward: String,
    /// The letters by which the minutes may name them: "GK".
    #[serde(skip_serializing_if = "is_default")]
    pub initials: String,
    /// What else stands behind the name in brackets: "may be late".
    #[serde(skip_serializing_if = "is_default")]
    pub remark: String,
    /// In which capacity they belong to the body.
    #[serde(skip_serializing_if = "is_default")]
    pub class: MembershipClass,
    /// Whether they attended.
    #[serde(skip_serializing_if = "is_default")]
    pub state: Presence,
    /// The member for whom they sat.
    #[serde(skip_serializing_if = "is_default")]
    pub substitute_for: Option<Who>,
    /// Whether they took part by remote means.
    #[serde(skip_serializing_if = "is_default")]
    pub remote: bool,
    /// On what they may vote.
    #[serde(skip_serializing_if = "is_default")]
    pub entitlement: Entitlement,
}

/// In which capacity a person attends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MembershipClass {
    /// An elected member of the body.
    #[default]
    Member,
    /// A member who was co-opted: a church's or parent governors' representative.
    CoOpted,
    /// A councillor who is not of the body: a cabinet member, a ward councillor.
    Councillor,
    /// An employee of the council.
    Officer,
    /// Anybody else: an auditor, an invitee, an honorary alderman.
    Other,
}

/// Whether a person attended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Presence {
    /// At the meeting, for all or some of it.
    #[default]
    Present,
    /// Sent apologies.
    Apologies {
        /// The reason, where it is given and the house prints it.
        #[serde(default, skip_serializing_if = "is_default")]
        reason: Option<String>,
    },
    /// Neither there nor excused.
    Absent,
    /// Not expected: of the body's list, but not of this meeting. Printed nowhere.
    NotExpected,
}

/// On what a person may vote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entitlement {
    /// As the class of membership says: members on everything, others on nothing.
    #[default]
    OfClass,
    /// On everything.
    Everything,
    /// On some business only, named as the constitution names it: "education functions".
    #[serde(rename = "Only")] // `Some` means something else in the file
    Some(String),
    /// On nothing.
    Nothing,
}

/// Somebody who is named: of this meeting's attendance, or not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Who {
    /// A person of the attendance.
    Person(Id),
    /// A name as it was typed: "the Lord Mayor".
    Named(String),
}

/// Somebody who came or went while the meeting sat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Movement {
    /// Its identity; a [`Inline::Moment`] puts it at its place in the text.
    pub id: Id,
    /// Who it was.
    pub who: Who,
    /// What they did.
    pub kind: MovementKind,
    /// When, local to the meeting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub time: Option<Time>,
    /// Whether the time is only about right.
    #[serde(default, skip_serializing_if = "is_default")]
    pub approximate: bool,
    /// The item in which it happened, where no mark in the text says so.
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: Option<Id>,
    /// Anything the house's wording does not say.
    #[serde(default, skip_serializing_if = "is_default")]
    pub remark: Option<String>,
}

/// The ways in which people come and go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MovementKind {
    /// Came after the start.
    #[default]
    Arrived,
    /// Went before the end.
    Left,
    /// Came back.
    Returned,
    /// Left for the item because of an interest.
    Withdrew,
}

/// Somebody's time in the chair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chairing {
    /// Its identity; a [`Inline::Moment`] puts it at its place in the text.
    pub id: Id,
    /// Who took the chair.
    pub who: Who,
    /// Since when, local to the meeting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<Time>,
    /// Until when, where it was not to the end.
    #[serde(default, skip_serializing_if = "is_default")]
    pub until: Option<Time>,
    /// The first item that they chaired.
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: Option<Id>,
    /// The last item that they chaired, where it was not the last of the meeting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub last_item: Option<Id>,
    /// Why: "in the absence of the Chair", "elected for the meeting".
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: Option<String>,
}

impl Person {
    /// The name without title and suffixes: "M Musgrave".
    pub fn name(&self) -> String {
        join(&[&self.given, &self.surname])
    }

    /// The name with its title: "Councillor M Musgrave".
    pub fn titled_name(&self) -> String {
        join(&[&self.title, &self.given, &self.surname])
    }

    /// The name by which running text speaks of them: "Councillor Musgrave".
    pub fn short_name(&self) -> String {
        if self.title.is_empty() { self.name() } else { join(&[&self.title, &self.surname]) }
    }

    /// Whether they are at the meeting.
    pub fn is_present(&self) -> bool {
        matches!(self.state, Presence::Present)
    }
}

impl Attendance {
    /// Everybody in the attendance, group by group.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.groups.iter().flat_map(|group| &group.people)
    }

    /// The person with this id.
    pub fn person(&self, id: Id) -> Option<&Person> {
        self.people().find(|person| person.id == id)
    }
}

fn join(parts: &[&String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(|part| part.as_str()).collect::<Vec<_>>().join(" ")
}
