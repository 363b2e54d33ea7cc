use super::{attendance, business, declarations, meeting, parts, pasting, prose};
use crate::{
    app::{Change, Ids, Planned, fresh::Fresh},
    model::Minutes,
};

/// What a change that a form asks for comes to.
pub(super) fn plan(change: Change, minutes: &Minutes, ids: &mut dyn Ids) -> Planned {
    let fresh = &mut Fresh::new(ids, minutes);
    match change {
        Change::House(house) => meeting::house(house, minutes),
        Change::Meeting(new) => meeting::meeting(new, minutes, fresh),
        Change::AddAdjournment(adjournment) => meeting::add_adjournment(adjournment, minutes, fresh),
        Change::Numbering(numbering) => meeting::numbering(numbering, minutes),
        Change::Attendance(change) => attendance::change(change, minutes, fresh),
        Change::AddDeclaration(declaration) => Ok(declarations::add(declaration, minutes, fresh)),
        Change::SetDeclaration(declaration) => declarations::set(declaration, minutes),
        Change::RemoveDeclaration(id) => declarations::remove(id, minutes),
        Change::NilDeclarations(wording) => Ok(declarations::nil(wording)),
        Change::Previous(previous) => Ok(declarations::previous(previous, minutes, fresh)),
        Change::AddPreviousMeeting(meeting) => Ok(declarations::add_meeting(meeting, minutes, fresh)),
        Change::AddCorrection(correction) => Ok(declarations::add_correction(correction, minutes, fresh)),
        Change::Business(change) => business::change(change, minutes, fresh),
        Change::Part(change) => parts::change(change, minutes, fresh),
        Change::Prose { at, text } => prose::change(at, text, minutes),
        Change::Stroke { at, step } => Ok(prose::stroke(at, *step, minutes)),
        Change::PasteBlocks { caret, blocks } => pasting::blocks(caret, blocks, minutes, fresh),
        Change::Closing(closing) => meeting::closing(closing, minutes),
    }
}
