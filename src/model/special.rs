use super::*;
use serde::{Deserialize, Serialize};

/// A petition that was presented.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Petition {
    /// What it asks for.
    pub subject: String,
    /// How many signed it.
    #[serde(skip_serializing_if = "is_default")]
    pub signatures: Option<u32>,
    /// Who organised it.
    #[serde(skip_serializing_if = "is_default")]
    pub organiser: Option<String>,
    /// The councillor who sponsors or presents it.
    #[serde(skip_serializing_if = "is_default")]
    pub sponsor: Option<Who>,
    /// What else is to be said of it.
    #[serde(skip_serializing_if = "is_default")]
    pub text: Prose,
}

/// A question that the public or a member asked, and its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Question {
    /// Who asked.
    #[serde(skip_serializing_if = "is_default")]
    pub asker: Option<Who>,
    /// Whom.
    #[serde(skip_serializing_if = "is_default")]
    pub answerer: Option<Who>,
    /// The question.
    pub question: Prose,
    /// The answer.
    #[serde(skip_serializing_if = "is_default")]
    pub answer: Prose,
}

/// A decision of the executive that was called in for scrutiny (Local Government Act 2000, section 9F).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CallIn {
    /// The decision that is called in.
    pub decision: String,
    /// The number of its decision notice.
    #[serde(skip_serializing_if = "is_default")]
    pub notice: Option<String>,
    /// Who signed the call-in.
    #[serde(skip_serializing_if = "is_default")]
    pub signatories: Vec<Who>,
    /// On which grounds.
    #[serde(skip_serializing_if = "is_default")]
    pub grounds: Prose,
}
