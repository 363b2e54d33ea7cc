//! Which commands can be carried out, and why the others cannot.

use super::{Draft, Selection, State};
use crate::model::{Id, Item, ItemRole, SectionKind, State as RecordState};

/// Whether a command can be carried out; where not, why not, as a sentence for the clerk.
pub type Available = Result<(), &'static str>;

const NO_DRAFT: &str = "No draft is open.";
const SIGNED: &str = "These minutes are signed. Begin a new revision to change them.";
const NO_ITEM: &str = "Select an item first.";

pub(super) fn always(_: &State) -> Available {
    Ok(())
}

pub(super) fn with_draft(state: &State) -> Available {
    draft(state).map(|_| ())
}

pub(super) fn undo(state: &State) -> Available {
    draft(state)?.session.undo_label().map(|_| ()).ok_or("There is nothing to undo.")
}

pub(super) fn redo(state: &State) -> Available {
    draft(state)?.session.redo_label().map(|_| ()).ok_or("There is nothing to redo.")
}

/// A draft that may be changed.
pub(super) fn open_draft(state: &State) -> Result<&Draft, &'static str> {
    let draft = draft(state)?;
    if draft.session.is_sealed() { Err(SIGNED) } else { Ok(draft) }
}

/// A caret in text that may be changed.
pub(super) fn with_caret(state: &State) -> Available {
    let draft = open_draft(state)?;
    let there = draft.caret.is_some_and(|caret| draft.session.minutes().prose(caret.at).is_some());
    if there { Ok(()) } else { Err("Put the caret into a text first.") }
}

/// A word at the caret that is marked as misspelt.
pub(super) fn misspelt_word(state: &State) -> Available {
    draft(state)?;
    state.spelling.at.as_ref().map(|_| ()).ok_or("Put the caret into a marked word first.")
}

pub(super) fn misspelt_word_of_draft(state: &State) -> Available {
    open_draft(state)?;
    misspelt_word(state)
}

pub(super) fn add_item(state: &State) -> Available {
    open_draft(state).map(|_| ())
}

pub(super) fn with_item(state: &State) -> Available {
    selected_item(state).map(|_| ())
}

pub(super) fn item_up(state: &State) -> Available {
    let (draft, item) = selected_item(state)?;
    match Position::of(draft, item.id) {
        Some(position) if position.up().is_some() => Ok(()),
        _ => Err("It is the first of its section."),
    }
}

pub(super) fn item_down(state: &State) -> Available {
    let (draft, item) = selected_item(state)?;
    match Position::of(draft, item.id) {
        Some(position) if position.down().is_some() => Ok(()),
        _ => Err("It is the last of its section."),
    }
}

pub(super) fn toggle_private(state: &State) -> Available {
    let (draft, item) = selected_item(state)?;
    if item.role != ItemRole::Ordinary && item.role != ItemRole::OtherBusiness {
        return Err("A standing item stays in the public business.");
    }
    match Position::of(draft, item.id) {
        Some(position) if position.parent.is_none() => Ok(()),
        _ => Err("A sub-item moves with the item that holds it."),
    }
}

pub(super) fn with_selection(state: &State) -> Available {
    with_phrases(state)?;
    let selected = draft(state)?.caret.is_some_and(|caret| !caret.span().is_empty());
    if selected { Ok(()) } else { Err("Select the text of the phrase first.") }
}

pub(super) fn newcomer(state: &State) -> Available {
    with_caret(state)?;
    match state.newcomer_at_caret() {
        Some(_) => Ok(()),
        None => Err("Before the caret stands no title and surname of somebody who is not in the attendance."),
    }
}

pub(super) fn with_phrases(state: &State) -> Available {
    draft(state)?;
    match state.style() {
        Some(_) => Ok(()),
        None => Err("The house style of this draft is not installed, and its phrases with it."),
    }
}

pub(super) fn circulate(state: &State) -> Available {
    match open_draft(state)?.session.minutes().record.state() {
        RecordState::Draft => Ok(()),
        RecordState::Circulated | RecordState::Approved | RecordState::Signed => Err("They were circulated already."),
    }
}

pub(super) fn approve(state: &State) -> Available {
    match open_draft(state)?.session.minutes().record.state() {
        RecordState::Circulated => Ok(()),
        RecordState::Draft => Err("Circulate the minutes first: that fixes their numbers."),
        RecordState::Approved | RecordState::Signed => Err("They were approved already."),
    }
}

pub(super) fn sign(state: &State) -> Available {
    match open_draft(state)?.session.minutes().record.state() {
        RecordState::Approved => Ok(()),
        RecordState::Draft | RecordState::Circulated => Err("Minutes are approved before they are signed."),
        RecordState::Signed => Err("They were signed already."),
    }
}

pub(super) fn step_back(state: &State) -> Available {
    match open_draft(state)?.session.minutes().record.state() {
        RecordState::Circulated | RecordState::Approved => Ok(()),
        RecordState::Draft => Err("They are a draft; there is no step to take back."),
        RecordState::Signed => Err(SIGNED),
    }
}

pub(super) fn new_revision(state: &State) -> Available {
    if draft(state)?.session.is_sealed() {
        Ok(())
    } else {
        Err("These minutes are not signed: change them as they are.")
    }
}

pub(super) fn with_preview(state: &State) -> Available {
    draft(state)?;
    if state.view.preview { Ok(()) } else { Err("The pages are hidden.") }
}

fn draft(state: &State) -> Result<&Draft, &'static str> {
    state.draft.as_ref().ok_or(NO_DRAFT)
}

/// The item that is selected in a draft that may be changed.
fn selected_item(state: &State) -> Result<(&Draft, &Item), &'static str> {
    let draft = open_draft(state)?;
    match draft.selection {
        Selection::Item(id) => draft.session.minutes().item(id).map(|item| (draft, item)).ok_or(NO_ITEM),
        Selection::Meeting | Selection::Attendance | Selection::Section(_) | Selection::Closing | Selection::Record => {
            Err(NO_ITEM)
        }
    }
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    /// The section in which it is.
    pub section: Id,
    /// The item that holds it; none where the section does.
    pub parent: Option<Id>,
    /// Its place among those beside it, from 0.
    pub at: usize,
    /// How many stand there.
    length: usize,
    /// The section of the same kind before this one, with the number of its items.
    before: Option<(Id, usize)>,
    /// The section of the same kind behind this one.
    after: Option<Id>,
}

impl Position {
    /// Where an item of a draft stands.
    pub fn of(draft: &Draft, item: Id) -> Option<Position> {
        let sections = &draft.session.minutes().business;
        sections.iter().enumerate().find_map(|(number, section)| {
            let (parent, at, length) = place_in(None, &section.items, item)?;
            let same = |kind: SectionKind| kind == section.kind;
            let before = number.checked_sub(1).and_then(|before| sections.get(before)).filter(|s| same(s.kind));
            let after = sections.get(number + 1).filter(|s| same(s.kind));
            Some(Position {
                section: section.id,
                parent,
                at,
                length,
                before: before.map(|section| (section.id, section.items.len())),
                after: after.map(|section| section.id),
            })
        })
    }

    /// What holds the item: an item or a section.
    pub fn holder(&self) -> Id {
        self.parent.unwrap_or(self.section)
    }

    /// Where it goes when it is moved up: what then holds it, and its place there.
    pub fn up(&self) -> Option<(Id, usize)> {
        match self.at.checked_sub(1) {
            Some(at) => Some((self.holder(), at)),
            None if self.parent.is_none() => self.before,
            None => None,
        }
    }

    /// Where it goes when it is moved down.
    pub fn down(&self) -> Option<(Id, usize)> {
        if self.at + 1 < self.length {
            Some((self.holder(), self.at + 1))
        } else if self.parent.is_none() {
            self.after.map(|section| (section, 0))
        } else {
            None
        }
    }
}

fn place_in(parent: Option<Id>, items: &[Item], wanted: Id) -> Option<(Option<Id>, usize, usize)> {
    match items.iter().position(|item| item.id == wanted) {
        Some(at) => Some((parent, at, items.len())),
        None => items.iter().find_map(|item| place_in(Some(item.id), &item.items, wanted)),
    }
}
