use super::*;
use serde::{Deserialize, Serialize};

/// Where a piece of prose stands in the document: the address that the editor, the history and the journal use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ProseAt {
    /// The text of a part: a prose part, a resolution, a motion, a note, a petition, a question.
    Part(Id),
    /// The answer of a question part.
    Answer(Id),
    /// The grounds of a call-in part.
    Grounds(Id),
    /// The text of an amendment.
    Amendment(Id),
    /// The substantive text of a motion part.
    Substantive(Id),
    /// The reasons of an executive decision, in a resolution part.
    Reasons(Id),
    /// The options of an executive decision, in a resolution part.
    Options(Id),
    /// A cell of a table part.
    Cell {
        /// The part.
        part: Id,
        /// The row below the headings, from 0.
        row: u32,
        /// The column, from 0.
        column: u32,
    },
    /// What the public is told of a private item.
    PublicVersion(Id),
    /// The wording of a declaration, where it is not the house's.
    Declaration(Id),
    /// The dispensations below the declarations.
    Dispensations,
    /// The wording of the approval of earlier minutes, where it is not the house's.
    PreviousMinutes,
    /// What stands at the end of the minutes.
    ClosingRemarks,
}

impl Minutes {
    /// The prose at a place; none where there is no such place, or the house's wording stands there.
    pub fn prose(&self, at: ProseAt) -> Option<&Prose> {
        let part = |id| self.part(id).map(|(_, part)| &part.content);
        match at {
            ProseAt::Part(id) => match part(id)? {
                PartContent::Prose(prose) => Some(prose),
                PartContent::Resolution(resolution) => Some(&resolution.text),
                PartContent::Motion(motion) => Some(&motion.text),
                PartContent::Note(note) => Some(&note.text),
                PartContent::Petition(petition) => Some(&petition.text),
                PartContent::Question(question) => Some(&question.question),
                PartContent::Vote(_) | PartContent::Table(_) | PartContent::CallIn(_) | PartContent::Actions(_) => None,
            },
            ProseAt::Answer(id) => match part(id)? {
                PartContent::Question(question) => Some(&question.answer),
                _ => None,
            },
            ProseAt::Grounds(id) => match part(id)? {
                PartContent::CallIn(call_in) => Some(&call_in.grounds),
                _ => None,
            },
            ProseAt::Amendment(id) => self.amendment(id).map(|amendment| &amendment.text),
            ProseAt::Substantive(id) => match part(id)? {
                PartContent::Motion(motion) => Some(&motion.substantive),
                _ => None,
            },
            ProseAt::Reasons(id) => match part(id)? {
                PartContent::Resolution(resolution) => resolution.executive.as_ref().map(|e| &e.reasons),
                _ => None,
            },
            ProseAt::Options(id) => match part(id)? {
                PartContent::Resolution(resolution) => resolution.executive.as_ref().map(|e| &e.options),
                _ => None,
            },
            ProseAt::Cell { part: id, row, column } => match part(id)? {
                PartContent::Table(table) => table.rows.get(row as usize)?.cells.get(column as usize),
                _ => None,
            },
            ProseAt::PublicVersion(id) => match &self.item(id)?.public_version {
                PublicVersion::Stub { text, .. } => Some(text),
                PublicVersion::Withheld => None,
            },
            ProseAt::Declaration(id) => self.declarations.entries.iter().find(|entry| entry.id == id)?.wording.as_ref(),
            ProseAt::Dispensations => Some(&self.declarations.dispensations),
            ProseAt::PreviousMinutes => self.previous.wording.as_ref(),
            ProseAt::ClosingRemarks => Some(&self.closing.remarks),
        }
    }

    /// The prose at a place, to be changed.
    pub fn prose_mut(&mut self, at: ProseAt) -> Option<&mut Prose> {
        match at {
            ProseAt::Part(id) => match &mut self.part_mut(id)?.content {
                PartContent::Prose(prose) => Some(prose),
                PartContent::Resolution(resolution) => Some(&mut resolution.text),
                PartContent::Motion(motion) => Some(&mut motion.text),
                PartContent::Note(note) => Some(&mut note.text),
                PartContent::Petition(petition) => Some(&mut petition.text),
                PartContent::Question(question) => Some(&mut question.question),
                PartContent::Vote(_) | PartContent::Table(_) | PartContent::CallIn(_) | PartContent::Actions(_) => None,
            },
            ProseAt::Answer(id) => match &mut self.part_mut(id)?.content {
                PartContent::Question(question) => Some(&mut question.answer),
                _ => None,
            },
            ProseAt::Grounds(id) => match &mut self.part_mut(id)?.content {
                PartContent::CallIn(call_in) => Some(&mut call_in.grounds),
                _ => None,
            },
            ProseAt::Amendment(id) => self.amendment_mut(id).map(|amendment| &mut amendment.text),
            ProseAt::Substantive(id) => match &mut self.part_mut(id)?.content {
                PartContent::Motion(motion) => Some(&mut motion.substantive),
                _ => None,
            },
            ProseAt::Reasons(id) => match &mut self.part_mut(id)?.content {
                PartContent::Resolution(resolution) => resolution.executive.as_mut().map(|e| &mut e.reasons),
                _ => None,
            },
            ProseAt::Options(id) => match &mut self.part_mut(id)?.content {
                PartContent::Resolution(resolution) => resolution.executive.as_mut().map(|e| &mut e.options),
                _ => None,
            },
            ProseAt::Cell { part: id, row, column } => match &mut self.part_mut(id)?.content {
                PartContent::Table(table) => table.rows.get_mut(row as usize)?.cells.get_mut(column as usize),
                _ => None,
            },
            ProseAt::PublicVersion(id) => match &mut self.item_mut(id)?.public_version {
                PublicVersion::Stub { text, .. } => Some(text),
                PublicVersion::Withheld => None,
            },
            ProseAt::Declaration(id) => {
                self.declarations.entries.iter_mut().find(|entry| entry.id == id)?.wording.as_mut()
            }
            ProseAt::Dispensations => Some(&mut self.declarations.dispensations),
            ProseAt::PreviousMinutes => self.previous.wording.as_mut(),
            ProseAt::ClosingRemarks => Some(&mut self.closing.remarks),
        }
    }
}
