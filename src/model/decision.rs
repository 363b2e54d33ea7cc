use super::*;
use serde::{Deserialize, Serialize};

/// What the body resolved, as a part of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Resolution {
    /// The words that lead in, where they are not the house's: "RESOLVED:-", "Resolved - That". Empty for none.
    #[serde(skip_serializing_if = "is_default")]
    pub lead_in: Option<String>,
    /// What was resolved: a body paragraph goes on from the lead-in, list items are clauses of their own. Where it is
    /// empty the house words the outcome.
    #[serde(skip_serializing_if = "is_default")]
    pub text: Prose,
    /// What officers had recommended, where the decision is recorded beside it (as planning committees do).
    #[serde(skip_serializing_if = "is_default")]
    pub recommendation: Option<String>,
    /// What kind of decision it is.
    #[serde(skip_serializing_if = "is_default")]
    pub outcome: Outcome,
    /// Who moved it, who seconded and who supported it.
    #[serde(skip_serializing_if = "is_default")]
    pub movers: Movers,
    /// How it was voted on, where the minutes say so.
    #[serde(skip_serializing_if = "is_default")]
    pub vote: Option<Vote>,
    /// What is to be done, by whom and when.
    #[serde(skip_serializing_if = "is_default")]
    pub actions: Vec<Action>,
    /// What an executive decision records beside its text.
    #[serde(skip_serializing_if = "is_default")]
    pub executive: Option<ExecutiveDecision>,
}

/// What kind of decision a resolution is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Outcome {
    /// Not classed.
    #[default]
    Unclassed,
    /// A report or its content was noted.
    Noted,
    /// Approved.
    Approved,
    /// Agreed.
    Agreed,
    /// Recommended to another body.
    Recommended {
        /// To whom: "Cabinet".
        to: String,
    },
    /// Referred to another body or person.
    Referred {
        /// To whom.
        to: String,
    },
    /// Information or action was asked for.
    Requested {
        /// From whom.
        from: String,
    },
    /// Put off.
    Deferred {
        /// Until when, or why.
        #[serde(default, skip_serializing_if = "is_default")]
        until: Option<String>,
    },
    /// Refused.
    Refused {
        /// The reason, which an applicant is owed.
        reason: String,
    },
    /// Granted.
    Granted {
        /// The conditions, where there are any.
        #[serde(default, skip_serializing_if = "is_default")]
        conditions: Option<String>,
    },
    /// Somebody was appointed.
    Appointed,
    /// The public was excluded (Local Government Act 1972, section 100A(4)).
    PublicExcluded(Exclusion),
    /// The public was readmitted.
    PublicReadmitted,
    /// Standing orders were suspended or the order of business was varied.
    Procedural,
    /// Another kind, in the clerk's words.
    Other(String),
}

/// From which business the public was excluded, and on which grounds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Exclusion {
    /// The items, each with the paragraphs that apply to it.
    pub targets: Vec<ExclusionTarget>,
    /// The statute, where it is not the house's: "section 1(2) of the Public Bodies (Admission to Meetings) Act 1960".
    #[serde(skip_serializing_if = "is_default")]
    pub statute: Option<String>,
    /// Whether the public interest test was applied (Schedule 12A, paragraph 10).
    #[serde(skip_serializing_if = "is_default")]
    pub public_interest: bool,
}

/// One item from which the public was excluded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExclusionTarget {
    /// The item.
    pub item: Id,
    /// The paragraphs of the schedule: "3", "6(a)".
    #[serde(skip_serializing_if = "is_default")]
    pub paragraphs: Vec<String>,
    /// What those paragraphs describe, where it is not the house's gloss.
    #[serde(skip_serializing_if = "is_default")]
    pub gloss: Option<String>,
}

/// Who brought a motion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Movers {
    /// Who moved or proposed it.
    #[serde(skip_serializing_if = "is_default")]
    pub mover: Option<Who>,
    /// Who seconded it.
    #[serde(skip_serializing_if = "is_default")]
    pub seconder: Option<Who>,
    /// Who supported it beside those two.
    #[serde(skip_serializing_if = "is_default")]
    pub supporters: Vec<Who>,
}

/// A motion that the minutes follow from its wording through its amendments to its result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Motion {
    /// Its text as moved.
    pub text: Prose,
    /// Whether it is a procedural motion: next business, adjournment, that the question be put.
    #[serde(skip_serializing_if = "is_default")]
    pub procedural: bool,
    /// Who brought it.
    #[serde(skip_serializing_if = "is_default")]
    pub movers: Movers,
    /// The amendments, in the order in which they were put.
    #[serde(skip_serializing_if = "is_default")]
    pub amendments: Vec<Amendment>,
    /// The text as amended, where an amendment was carried.
    #[serde(skip_serializing_if = "is_default")]
    pub substantive: Prose,
    /// How it was voted on.
    #[serde(skip_serializing_if = "is_default")]
    pub vote: Option<Vote>,
    /// What became of it.
    #[serde(skip_serializing_if = "is_default")]
    pub result: MotionResult,
}

/// An amendment to a motion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Amendment {
    /// Its identity.
    pub id: Id,
    /// What it would change: "Delete … thus the paragraph concludes …".
    pub text: Prose,
    /// Who brought it.
    #[serde(skip_serializing_if = "is_default")]
    pub movers: Movers,
    /// How it was voted on.
    #[serde(skip_serializing_if = "is_default")]
    pub vote: Option<Vote>,
    /// What became of it.
    #[serde(skip_serializing_if = "is_default")]
    pub result: MotionResult,
}

/// What became of a motion or an amendment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MotionResult {
    /// Not put yet.
    #[default]
    Open,
    /// Carried.
    Carried,
    /// Lost.
    Lost,
    /// Withdrawn by the mover with the meeting's consent.
    Withdrawn,
    /// Accepted by the mover of the motion without a vote.
    Accepted,
    /// Fell for want of a seconder.
    NotSeconded,
    /// Fell because something else was decided.
    Fell,
}

/// A vote: as a part of its own, or with a resolution, a motion or an amendment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Vote {
    /// What was voted on, where the vote stands by itself.
    #[serde(skip_serializing_if = "is_default")]
    pub question: Option<String>,
    /// What was recorded of it.
    pub tally: Tally,
    /// Whether it was carried, where the minutes say so with the vote.
    #[serde(skip_serializing_if = "is_default")]
    pub result: MotionResult,
    /// The casting vote.
    #[serde(skip_serializing_if = "is_default")]
    pub casting: Option<CastingVote>,
    /// Why it was recorded by name: the regulation, or the rule and the number of members who asked.
    #[serde(skip_serializing_if = "is_default")]
    pub reason: Option<String>,
}

/// What is recorded of a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Tally {
    /// Words of the house.
    Words(VoteWords),
    /// Figures.
    Counts {
        /// For.
        in_favour: u32,
        /// Against.
        against: u32,
        /// Abstentions.
        #[serde(default, skip_serializing_if = "is_default")]
        abstained: u32,
        /// Present, but not voting.
        #[serde(default, skip_serializing_if = "is_default")]
        not_voting: u32,
    },
    /// Names (for budgets: the Local Authorities (Standing Orders) (England) (Amendment) Regulations 2014).
    Named {
        /// For.
        in_favour: Vec<Who>,
        /// Against.
        against: Vec<Who>,
        /// Abstentions.
        #[serde(default, skip_serializing_if = "is_default")]
        abstained: Vec<Who>,
        /// Declined to vote, or present and not voting.
        #[serde(default, skip_serializing_if = "is_default")]
        not_voting: Vec<Who>,
    },
}

impl Default for Tally {
    fn default() -> Self {
        Tally::Words(VoteWords::default())
    }
}

/// A vote's result in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum VoteWords {
    /// Carried, no more being recorded.
    #[default]
    Carried,
    /// Lost, no more being recorded.
    Lost,
    /// Unanimously.
    Unanimous,
    /// All agreed.
    AllAgreed,
    /// All in favour.
    AllInFavour,
    /// By a majority.
    Majority,
    /// In the clerk's words.
    Other(String),
}

/// The casting vote of whoever presided (Local Government Act 1972, Schedule 12, paragraph 39(2)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CastingVote {
    /// Who gave it.
    pub who: Who,
    /// Whether it was given for the question.
    pub in_favour: bool,
}

/// Something that somebody is to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Action {
    /// Its identity.
    pub id: Id,
    /// What is to be done; empty where the resolution says it.
    #[serde(skip_serializing_if = "is_default")]
    pub what: String,
    /// By whom.
    #[serde(skip_serializing_if = "is_default")]
    pub owner: Option<Who>,
    /// By when.
    #[serde(skip_serializing_if = "is_default")]
    pub due: Option<Date>,
    /// Whether it is done, in minutes that carry outstanding actions forward.
    #[serde(skip_serializing_if = "is_default")]
    pub done: bool,
}

/// What the law asks of the record of an executive decision (the Local Authorities (Executive Arrangements) (Meetings
/// and Access to Information) (England) Regulations 2012, regulation 12).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExecutiveDecision {
    /// The reasons for the decision.
    #[serde(skip_serializing_if = "is_default")]
    pub reasons: Prose,
    /// The alternatives that were considered and rejected.
    #[serde(skip_serializing_if = "is_default")]
    pub options: Prose,
    /// The last day on which it can be called in.
    #[serde(skip_serializing_if = "is_default")]
    pub call_in_until: Option<Date>,
    /// Why call-in was waived, where it was.
    #[serde(skip_serializing_if = "is_default")]
    pub urgency: Option<String>,
}
