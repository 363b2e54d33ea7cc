use crate::frame::NodeId;
use crate::model::{Id, ProseAt};

/// What a block, a line or a chunk of the composed document belongs to. It goes through layout and drawing as an opaque
/// [`NodeId`], and comes back when somebody points at the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The title block's names; the head as a whole.
    Title,
    /// When and where the meeting was.
    Meeting,
    /// The attendance as a whole.
    Attendance,
    /// A group of the attendance.
    Group(Id),
    /// A person of the attendance.
    Person(Id),
    /// The apologies and those who were absent.
    Apologies,
    /// A movement, a time in the chair or an adjournment.
    Moment(Id),
    /// A section and its heading.
    Section(Id),
    /// An item and its heading.
    Item(Id),
    /// What the house says at the head of an item: its origin, its invitees.
    ItemHead(Id),
    /// A part, where it is the house that speaks.
    Part(Id),
    /// An amendment, where it is the house that speaks.
    Amendment(Id),
    /// An action.
    Action(Id),
    /// A paragraph that the clerk wrote, counted from 0 in its prose.
    Text {
        /// Which prose.
        of: TextOf,
        /// The node that holds it; [`Id::NONE`] where the draft has only one.
        id: Id,
        /// The paragraph.
        paragraph: u16,
    },
    /// A row of a table; 0 is the headings.
    Row {
        /// The table's part.
        part: Id,
        /// The row.
        row: u16,
    },
    /// A cell of a table.
    Cell {
        /// The table's part.
        part: Id,
        /// The row below the headings, from 0.
        row: u16,
        /// The column, from 0.
        column: u8,
    },
    /// The declarations as a whole.
    Declarations,
    /// A declaration, at its heading or at its item.
    Declaration(Id),
    /// The approval of earlier minutes.
    Previous,
    /// A correction.
    Correction(Id),
    /// The end as a whole, and when the meeting closed.
    Closing,
    /// The next meeting.
    NextMeeting,
    /// Approval and signature.
    Record,
}

/// Which of the texts that a node may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextOf {
    /// The text of a part.
    Part,
    /// The answer of a question.
    Answer,
    /// The grounds of a call-in.
    Grounds,
    /// The text of an amendment.
    Amendment,
    /// The substantive text of a motion.
    Substantive,
    /// The reasons of an executive decision.
    Reasons,
    /// The options of an executive decision.
    Options,
    /// What the public is told of a private item.
    PublicVersion,
    /// The wording of a declaration.
    Declaration,
    /// The dispensations.
    Dispensations,
    /// The wording of the approval of earlier minutes.
    PreviousMinutes,
    /// The closing remarks.
    ClosingRemarks,
}

const TEXTS: [TextOf; 12] = [
    TextOf::Part,
    TextOf::Answer,
    TextOf::Grounds,
    TextOf::Amendment,
    TextOf::Substantive,
    TextOf::Reasons,
    TextOf::Options,
    TextOf::PublicVersion,
    TextOf::Declaration,
    TextOf::Dispensations,
    TextOf::PreviousMinutes,
    TextOf::ClosingRemarks,
];

/// The kind of a place is in the highest byte; the first text has this number.
const FIRST_TEXT: u8 = 64;

impl Place {
    /// The node that stands for this place.
    pub fn encode(self) -> NodeId {
        let (kind, id, rest) = match self {
            Place::Title => (1, Id::NONE, 0),
            Place::Meeting => (2, Id::NONE, 0),
            Place::Attendance => (3, Id::NONE, 0),
            Place::Group(id) => (4, id, 0),
            Place::Person(id) => (5, id, 0),
            Place::Apologies => (6, Id::NONE, 0),
            Place::Moment(id) => (7, id, 0),
            Place::Section(id) => (8, id, 0),
            Place::Item(id) => (9, id, 0),
            Place::ItemHead(id) => (10, id, 0),
            Place::Part(id) => (11, id, 0),
            Place::Amendment(id) => (12, id, 0),
            Place::Action(id) => (13, id, 0),
            Place::Row { part, row } => (14, part, u32::from(row)),
            Place::Cell { part, row, column } => (15, part, u32::from(row) << 8 | u32::from(column)),
            Place::Declarations => (16, Id::NONE, 0),
            Place::Declaration(id) => (17, id, 0),
            Place::Previous => (18, Id::NONE, 0),
            Place::Correction(id) => (19, id, 0),
            Place::Closing => (20, Id::NONE, 0),
            Place::NextMeeting => (21, Id::NONE, 0),
            Place::Record => (22, Id::NONE, 0),
            Place::Text { of, id, paragraph } => (FIRST_TEXT + of as u8, id, u32::from(paragraph)),
        };
        NodeId(u64::from(kind) << 56 | u64::from(rest) << 32 | u64::from(id.0))
    }

    /// The place for which a node stands; none where it is none of this room's.
    pub fn decode(node: NodeId) -> Option<Place> {
        let [kind, high, middle, low, ..] = node.0.to_be_bytes();
        let id = Id(u32::try_from(node.0 & u64::from(u32::MAX)).ok()?);
        let place = match kind {
            1 => Place::Title,
            2 => Place::Meeting,
            3 => Place::Attendance,
            4 => Place::Group(id),
            5 => Place::Person(id),
            6 => Place::Apologies,
            7 => Place::Moment(id),
            8 => Place::Section(id),
            9 => Place::Item(id),
            10 => Place::ItemHead(id),
            11 => Place::Part(id),
            12 => Place::Amendment(id),
            13 => Place::Action(id),
            14 => Place::Row { part: id, row: u16::from_be_bytes([middle, low]) },
            15 => Place::Cell { part: id, row: u16::from_be_bytes([high, middle]), column: low },
            16 => Place::Declarations,
            17 => Place::Declaration(id),
            18 => Place::Previous,
            19 => Place::Correction(id),
            20 => Place::Closing,
            21 => Place::NextMeeting,
            22 => Place::Record,
            text => Place::Text {
                of: *TEXTS.get(usize::from(text.checked_sub(FIRST_TEXT)?))?,
                id,
                paragraph: u16::from_be_bytes([middle, low]),
            },
        };
        (place.encode() == node).then_some(place)
    }

    /// The prose that stands there and the paragraph in it, for whoever edits it.
    pub fn prose(self) -> Option<(ProseAt, usize)> {
        match self {
            Place::Text { of, id, paragraph } => {
                let at = match of {
                    TextOf::Part => ProseAt::Part(id),
                    TextOf::Answer => ProseAt::Answer(id),
                    TextOf::Grounds => ProseAt::Grounds(id),
                    TextOf::Amendment => ProseAt::Amendment(id),
                    TextOf::Substantive => ProseAt::Substantive(id),
                    TextOf::Reasons => ProseAt::Reasons(id),
                    TextOf::Options => ProseAt::Options(id),
                    TextOf::PublicVersion => ProseAt::PublicVersion(id),
                    TextOf::Declaration => ProseAt::Declaration(id),
                    TextOf::Dispensations => ProseAt::Dispensations,
                    TextOf::PreviousMinutes => ProseAt::PreviousMinutes,
                    TextOf::ClosingRemarks => ProseAt::ClosingRemarks,
                };
                Some((at, usize::from(paragraph)))
            }
            Place::Cell { part, row, column } => {
                Some((ProseAt::Cell { part, row: u32::from(row), column: u32::from(column) }, 0))
            }
            _ => None,
        }
    }
}
