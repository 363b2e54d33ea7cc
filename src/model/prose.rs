use super::*;
use serde::{Deserialize, Serialize};

/// Paragraphs, in order. List items are paragraphs too.
pub type Prose = Vec<Paragraph>;

/// One paragraph or list item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Paragraph {
    /// What it is.
    #[serde(skip_serializing_if = "is_default")]
    pub kind: ParagraphKind,
    /// How deep it is nested: 0 at the item's own text; a body paragraph of level 1 belongs to the list item above it.
    #[serde(skip_serializing_if = "is_default")]
    pub level: u8,
    /// The number with which a list begins here, where it does not go on from the item above or begin with 1.
    #[serde(skip_serializing_if = "is_default")]
    pub start: Option<u32>,
    /// Whether it may be published.
    #[serde(skip_serializing_if = "is_default")]
    pub privacy: Privacy,
    /// Its text and marks, in order.
    pub text: Vec<Inline>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ParagraphKind {
    /// Running text.
    #[default]
    Body,
    /// An item of a bulleted list.
    Bullet,
    /// An item of a list counted 1, 2, 3.
    Numbered(Enclosure),
    /// An item of a list counted a, b, c.
    Lettered(Enclosure),
    /// An item of a list counted i, ii, iii.
    Roman(Enclosure),
    /// A quotation set off from the text.
    Quotation,
}

/// How a list's number is set off from its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Enclosure {
    /// "1."
    #[default]
    Stop,
    /// "1)"
    Bracket,
    /// "(1)"
    Brackets,
    /// "17.1": behind the number of the minute or of the list item above.
    Decimal,
}

/// A run of text, or a mark in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Inline {
    /// Text as it was typed. A line feed in it is a line break within the paragraph.
    Text(Run),
    /// Another minute, cited. The house style writes it out.
    Citation(Citation),
    /// A person of this meeting, named as the house names people in running text.
    Person(Mention),
    /// A slot of a phrase that is still to be filled, with what belongs there. Printed in brackets.
    Slot(String),
    /// "Come back to this", with a note. Never printed.
    ComeBack(String),
    /// Something of the presence log, the chair's or an adjournment that happened here. Where the house mentions it, its
    /// sentence stands behind the paragraph.
    Moment(Id),
}

/// A run of text in one look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Run {
    /// The text, as typed.
    pub text: String,
    /// How it looks.
    #[serde(skip_serializing_if = "is_default")]
    pub look: Look,
}

/// What sets a run off from the text around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Look {
    /// Set in bold.
    #[serde(skip_serializing_if = "is_default")]
    pub bold: bool,
    /// Set in italic.
    #[serde(skip_serializing_if = "is_default")]
    pub italic: bool,
    /// Raised and smaller, as in 16th.
    #[serde(skip_serializing_if = "is_default")]
    pub superscript: bool,
    /// Its language, where it is not the document's: a BCP 47 tag such as `cy`.
    #[serde(skip_serializing_if = "is_default")]
    pub language: Language,
}

/// A language as a BCP 47 tag; empty where it is that of what is around it, which for the whole draft is `en-GB`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Language(pub String);

/// A minute that is cited.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Which minute.
    pub target: CitationTarget,
    /// How it is written out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub form: CitationForm,
    /// How it looks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub look: Look,
}

/// Which minute a citation means.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum CitationTarget {
    /// An item of these minutes: its number is looked up when the page is made, and the page links to it.
    Here(Id),
    /// A minute of another meeting.
    Elsewhere {
        /// The body, where it is another one than this draft's.
        #[serde(default, skip_serializing_if = "is_default")]
        body: Option<String>,
        /// The minute's number, with what follows it: "63", "58(b)".
        number: String,
        /// The first year of its municipal year.
        #[serde(default, skip_serializing_if = "is_default")]
        year: Option<i16>,
        /// The day of its meeting, where it is known.
        #[serde(default, skip_serializing_if = "is_default")]
        date: Option<Date>,
        /// The item's id in its own draft, where that is on file.
        #[serde(default, skip_serializing_if = "is_default")]
        item: Option<Id>,
    },
}

/// How a citation is written out; the words are the house's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CitationForm {
    /// "Minute 63/15", at the start of a sentence or as a proper name.
    #[default]
    Minute,
    /// "minute 9/16", within a sentence.
    InSentence,
    /// "minute 26/15 refers".
    Refers,
    /// "Minute 26/15 refers".
    RefersCapital,
    /// The number alone: "63/15".
    Number,
    /// The number and the heading: "Minute 51 below headed 'Land at Mill Lane'".
    Headed,
}

/// A person of this meeting, named in running text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// Who.
    pub person: Id,
    /// In which form.
    #[serde(default, skip_serializing_if = "is_default")]
    pub form: NameForm,
    /// How it looks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub look: Look,
}

/// The forms in which a person is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NameForm {
    /// "Councillor Marlow".
    #[default]
    Short,
    /// "Councillor P Marlow".
    Titled,
    /// The surname alone.
    Surname,
    /// The letters: "PM".
    Initials,
    /// The office: "the Chair".
    Role,
}

impl Paragraph {
    /// A body paragraph of plain text.
    pub fn plain(text: impl Into<String>) -> Paragraph {
        Paragraph { text: vec![Inline::plain(text)], ..Paragraph::default() }
    }

    /// Whether it is an item of a list.
    pub fn is_list_item(&self) -> bool {
        match self.kind {
            ParagraphKind::Bullet
            | ParagraphKind::Numbered(_)
            | ParagraphKind::Lettered(_)
            | ParagraphKind::Roman(_) => true,
            ParagraphKind::Body | ParagraphKind::Quotation => false,
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.text.iter().all(|inline| matches!(inline, Inline::Text(run) if run.text.is_empty()))
    }
}

impl Inline {
    /// Text without any look of its own.
    pub fn plain(text: impl Into<String>) -> Inline {
        Inline::Text(Run { text: text.into(), look: Look::default() })
    }
}
