use serde::{Deserialize, Serialize};

/// For whom a page, a text or a file is made. Whatever leaves the program is made for one audience, and what that
/// audience may not see is not in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Audience {
    /// Everybody: what is published.
    #[default]
    Public,
    /// The members of the body and those entitled to its private papers.
    Members,
}

/// Whether a node may be published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Privacy {
    /// Open to all.
    #[default]
    Public,
    /// Exempt information: the body resolved to exclude the public (Local Government Act 1972, section 100A(4)).
    Exempt {
        /// The paragraphs of Schedule 12A (in Scotland: 7A) that apply: "3", "6(a)".
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        paragraphs: Vec<String>,
    },
    /// Confidential information: the law forbids its publication (Local Government Act 1972, section 100A(2) and (3)).
    Confidential,
}

impl Privacy {
    /// Whether it is for everybody.
    pub fn is_public(&self) -> bool {
        matches!(self, Privacy::Public)
    }
}

impl Audience {
    /// Whether this audience may see a node of this privacy.
    pub fn sees(self, privacy: &Privacy) -> bool {
        match self {
            Audience::Members => true,
            Audience::Public => privacy.is_public(),
        }
    }
}
