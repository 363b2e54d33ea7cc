//! The figures and the blocks of a house style.

use super::{Alignment, Body, CitationForms, DateForms, FontFamily, Length, NumberForms, PhraseBank, TimeForm, Weight};
use super::{Wording, Words};
use crate::model::{GroupLayout, MembershipClass, NameForm};
use serde::{Deserialize, Serialize};

/// A house style: all that `style.ron` says, with the bodies and phrases beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseStyle {
    /// Its name: the folder below `templates`.
    #[serde(skip)]
    pub name: String,
    /// The council's full name.
    pub council: String,
    /// The language of its minutes, a BCP 47 tag.
    pub language: String,
    /// The paper and its edges.
    pub page: PageStyle,
    /// The type.
    pub text: TextStyle,
    /// The title block.
    pub title: TitleStyle,
    /// The attendance.
    pub attendance: AttendanceStyle,
    /// The headings of sections.
    pub sections: SectionStyle,
    /// Items and their text.
    pub items: ItemStyle,
    /// Lists within the text.
    pub lists: ListStyle,
    /// Resolutions and votes.
    pub decisions: DecisionStyle,
    /// Tables.
    pub tables: TableStyle,
    /// How people are named in text.
    pub names: NameStyle,
    /// The blocks before the business, in order.
    pub head: Vec<HeadBlock>,
    /// The blocks behind the business, in order.
    pub end: Vec<EndBlock>,
    /// The lines of the signature block.
    pub signature: Vec<WrittenLine>,
    /// Days.
    pub dates: DateForms,
    /// Times of day.
    pub times: TimeForm,
    /// The numbers of minutes.
    pub numbers: NumberForms,
    /// Citations.
    pub citations: CitationForms,
    /// What Schedule 12A's paragraphs describe, each with its number.
    pub glosses: Vec<(String, String)>,
    /// All other words.
    pub wording: Wording,
    /// The bodies that use the style.
    #[serde(skip)]
    pub bodies: Vec<Body>,
    /// The phrase bank.
    #[serde(skip)]
    pub phrases: PhraseBank,
}

/// The paper and what stands at its edges.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageStyle {
    /// Width of the paper.
    pub width: Length,
    /// Height of the paper.
    pub height: Length,
    /// From the top edge to the text.
    pub top: Length,
    /// From the right edge to the text.
    pub right: Length,
    /// From the bottom edge to the text.
    pub bottom: Length,
    /// From the left edge to the text.
    pub left: Length,
    /// The number of the first page.
    pub first_number: u32,
    /// The lines outside the text.
    pub furniture: Vec<EdgeLine>,
}

/// A line outside the text area, on every page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EdgeLine {
    /// At which edge.
    pub edge: Edge,
    /// From that edge of the paper to the baseline.
    pub distance: Length,
    /// Between the margins.
    pub align: Alignment,
    /// The size of its type.
    pub size: Length,
    /// What it says. Gaps: `page`, `pages`, `status`, `members`, `council`, `body`, `date`, `reference`, and `line`, a line to write
    /// upon.
    pub text: Words,
    /// The length of the line to write upon.
    pub line: Length,
}

/// An edge of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edge {
    /// The top.
    Head,
    /// The bottom.
    Foot,
}

/// The type of running text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextStyle {
    /// The family.
    pub font: FontFamily,
    /// The size.
    pub size: Length,
    /// From baseline to baseline.
    pub line: Length,
    /// Between two paragraphs.
    pub gap: Length,
    /// The size of raised text, as a share of the size of the text around it.
    pub raised_size: f32,
    /// How far it is raised, as a share of the size of the text around it.
    pub rise: f32,
    /// Which quotation marks and dashes the house asks for while somebody types.
    #[serde(default)]
    pub signs: Signs,
}

/// Which quotation marks and dashes are typed. What is there already is never changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Signs {
    /// Those on the keys.
    #[default]
    AsTyped,
    /// Curved quotation marks, and a dash for a hyphen between spaces.
    Typographic,
}

/// The title block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleStyle {
    /// Its lines.
    pub lines: Vec<TitleLine>,
    /// Between the margins.
    pub align: Alignment,
    /// The space between its lines.
    pub gap: Length,
    /// The space behind it.
    pub after: Length,
}

/// A line of the title block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleLine {
    /// What it is about.
    pub part: TitlePart,
    /// What it says. Gaps: `council`, `body`, `kind`, `date`, `time`, `venue`, `reference`, `link`, `rearranged_from`,
    /// `remote`, `notice`.
    pub text: Words,
    /// Its weight.
    pub weight: Weight,
    /// The size of its type.
    pub size: Length,
}

/// What a line of the title block is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TitlePart {
    /// The council.
    Council,
    /// Of what they are the minutes; the clerk's own title takes its place.
    Name,
    /// When and where the meeting was.
    Meeting,
}

/// The attendance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceStyle {
    /// The weight of its heading.
    pub heading: Weight,
    /// The weight of labels.
    pub label: Weight,
    /// Where the column of names begins, from the left margin.
    pub names_at: Length,
    /// The space between two groups.
    pub group_gap: Length,
    /// The space between a label on a line of its own and the names.
    pub below_gap: Length,
    /// How the names of each class are set; classes that are not listed are set beside their label.
    pub layouts: Vec<(MembershipClass, GroupLayout)>,
    /// The office that stands first in its group, whatever the order: "Chair"; empty for none.
    pub first: Vec<String>,
    /// How several apologies of one title share it.
    pub shared_title: SharedTitle,
    /// Where movements are mentioned.
    pub movements: MovementsShown,
}

/// How several names share a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SharedTitle {
    /// "Councillor A Grey and B Moss".
    Once,
    /// "Councillors A Grey and B Moss", where the plural is known.
    Plural,
    /// "Councillor A Grey and Councillor B Moss".
    Each,
}

/// Where the minutes mention who came and went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MovementsShown {
    /// Nowhere.
    Nowhere,
    /// As sentences, at their place in the text.
    InText,
    /// Behind the name in the attendance; as sentences for those who are not in it.
    InAttendance,
}

/// The headings of sections.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionStyle {
    /// The weight.
    pub weight: Weight,
    /// The size.
    pub size: Length,
    /// The space above.
    pub before: Length,
    /// Between the margins.
    pub align: Alignment,
}

/// Items and their text. Lengths are from the left margin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemStyle {
    /// Where the number stands.
    pub number_at: Length,
    /// Where the title begins.
    pub title_at: Length,
    /// Where the text begins.
    pub text_at: Length,
    /// How much further in each depth of sub-items stands.
    pub sub_step: Length,
    /// The weight of number and title.
    pub weight: Weight,
    /// The space above.
    pub before: Length,
    /// How far the text ends before the right margin: room for the column of actions.
    pub right: Length,
    /// The weight of the notes at an item.
    pub note: Weight,
    /// Whether declarations of interest are noted at their items too.
    pub declaration_notes: bool,
    /// How much further in quotations stand, on both sides.
    pub quotation: Length,
}

/// Lists within the text. Lengths are from where the text begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListStyle {
    /// Where markers hang.
    pub marker_at: Length,
    /// From the marker to the text of the list item.
    pub text_after: Length,
    /// The space between two items of a list.
    pub gap: Length,
    /// The bullets of each depth; the last serves for all deeper ones.
    pub bullets: Vec<String>,
}

/// Resolutions and votes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionStyle {
    /// The weight of a resolution.
    pub weight: Weight,
    /// Where movers and vote stand.
    pub credit: Credit,
    /// The weight of movers and vote.
    pub credit_weight: Weight,
    /// Whether numbers of votes are written out in words.
    pub votes_in_words: bool,
    /// Where actions stand.
    pub actions: ActionsShown,
}

/// Where movers and vote stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Credit {
    /// In a paragraph before the resolution.
    Before,
    /// In a paragraph behind it.
    After,
    /// In the same paragraph, behind the text.
    Inline,
}

/// Where actions stand.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum ActionsShown {
    /// In paragraphs below the resolution.
    Below,
    /// In a column at the right.
    Column {
        /// Where it begins, from the left margin.
        at: Length,
        /// Its width.
        width: Length,
    },
}

/// Tables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableStyle {
    /// From the edges of a cell to its text.
    pub padding: Length,
    /// The thickness of the rules; 0 for none.
    pub rule: Length,
    /// The grey of the rules: 0 is black, 1 white.
    pub grey: f32,
    /// The weight of headings.
    pub heading: Weight,
    /// The weight of captions.
    pub caption: Weight,
    /// The size of the type.
    pub size: Length,
}

/// How people are named in text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameStyle {
    /// Movers, seconders, voters.
    pub movers: NameForm,
    /// Members who declare an interest; those who come and go.
    pub members: NameForm,
    /// Titles with their plurals, for lists of names: "Councillor", "Councillors".
    pub plurals: Vec<(String, String)>,
    /// Before the last name of a list: " and ".
    pub and: String,
    /// Between the others: ", ".
    pub comma: String,
    /// Between things that have commas of their own: "; ".
    pub semicolon: String,
}

/// A block before the business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HeadBlock {
    /// The title block.
    Title,
    /// The attendance.
    Attendance,
    /// A line across.
    Rule,
}

/// A block behind the business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EndBlock {
    /// What the clerk adds.
    Remarks,
    /// When the meeting closed.
    Closed,
    /// When the body meets next.
    NextMeeting,
    /// That the minutes were approved and signed.
    Record,
    /// Lines to sign upon, until they were signed.
    Signature,
    /// A line across.
    Rule,
}

/// A line that is written upon by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenLine {
    /// What stands there in print. Gaps: `line`, a line to write upon, `council`, `body`, `date`.
    pub text: Words,
    /// The length of the line to write upon.
    pub line: Length,
    /// The space above: room for a hand.
    pub before: Length,
}

impl HouseStyle {
    /// The body with this name.
    pub fn body(&self, name: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.name == name)
    }

    /// The width of the text area, in points.
    pub fn text_width(&self) -> f32 {
        self.page.width.points() - self.page.left.points() - self.page.right.points()
    }
}
