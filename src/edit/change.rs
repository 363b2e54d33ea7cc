use super::{AttendanceEdit, BusinessEdit, EditError, ListEdit};
use crate::model::{
    Closing, Declaration, House, Meeting, Minutes, Numbering, Paragraph, PreviousMinutes, ProseAt, Record,
};
use serde::{Deserialize, Serialize};

/// One change to the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// To whose minutes they are.
    House(Box<House>),
    /// To when and how the meeting was held.
    Meeting(Box<Meeting>),
    /// To the numbering.
    Numbering(Numbering),
    /// To the attendance.
    Attendance(AttendanceEdit),
    /// To the declarations of interest.
    Declarations(ListEdit<Declaration>),
    /// To what is written where nobody declared an interest.
    NilDeclarations(Option<String>),
    /// To what is recorded of earlier minutes.
    Previous(Box<PreviousMinutes>),
    /// To the business.
    Business(BusinessEdit),
    /// To the paragraphs of a piece of prose: `remove` of them, from `from` on, make way for `insert`.
    Prose {
        /// Where.
        at: ProseAt,
        /// The first paragraph that is replaced, from 0.
        from: usize,
        /// How many are taken out.
        remove: usize,
        /// What takes their place.
        insert: Vec<Paragraph>,
    },
    /// To the end of the minutes.
    Closing(Box<Closing>),
    /// To how far the minutes have come.
    Record(Box<Record>),
    /// Several changes as one, in order. Where one fails, none is made.
    Several(Vec<Edit>),
}

impl Edit {
    /// Changes the minutes and gives the inverse change.
    ///
    /// # Errors
    ///
    /// Where the edit names what is not there. The minutes are then as they were.
    pub fn apply(self, minutes: &mut Minutes) -> Result<Edit, EditError> {
        fn swap<T>(mut new: Box<T>, place: &mut T) -> Box<T> {
            std::mem::swap(&mut *new, place);
            new
        }
        Ok(match self {
            Edit::House(house) => Edit::House(swap(house, &mut minutes.house)),
            Edit::Meeting(meeting) => Edit::Meeting(swap(meeting, &mut minutes.meeting)),
            Edit::Numbering(numbering) => Edit::Numbering(std::mem::replace(&mut minutes.numbering, numbering)),
            Edit::Attendance(edit) => Edit::Attendance(edit.apply(&mut minutes.attendance)?),
            Edit::Declarations(edit) => Edit::Declarations(edit.apply(&mut minutes.declarations.entries)?),
            Edit::NilDeclarations(wording) => {
                Edit::NilDeclarations(std::mem::replace(&mut minutes.declarations.nil_wording, wording))
            }
            Edit::Previous(previous) => Edit::Previous(swap(previous, &mut minutes.previous)),
            Edit::Business(edit) => Edit::Business(edit.apply(minutes)?),
            Edit::Prose { at, from, remove, insert } => splice(minutes, at, from, remove, insert)?,
            Edit::Closing(closing) => Edit::Closing(swap(closing, &mut minutes.closing)),
            Edit::Record(record) => Edit::Record(swap(record, &mut minutes.record)),
            Edit::Several(edits) => several(minutes, edits)?,
        })
    }
}

fn splice(
    minutes: &mut Minutes,
    at: ProseAt,
    from: usize,
    remove: usize,
    insert: Vec<Paragraph>,
) -> Result<Edit, EditError> {
    let prose = minutes.prose_mut(at).ok_or(EditError::NoSuchProse(at))?;
    let until = from.saturating_add(remove);
    if until > prose.len() {
        return Err(EditError::OutOfRange { at: until, length: prose.len() });
    }
    let added = insert.len();
    let removed = prose.splice(from..until, insert).collect();
    Ok(Edit::Prose { at, from, remove: added, insert: removed })
}

fn several(minutes: &mut Minutes, edits: Vec<Edit>) -> Result<Edit, EditError> {
    let mut inverses = Vec::with_capacity(edits.len());
    for edit in edits {
        match edit.apply(minutes) {
            Ok(inverse) => inverses.push(inverse),
            Err(error) => {
                for inverse in inverses.into_iter().rev() {
                    inverse.apply(minutes)?;
                }
                return Err(error);
            }
        }
    }
    inverses.reverse();
    Ok(Edit::Several(inverses))
}
