//! Which commands can be carried out, and why the others cannot.

use super::{Draft, Selection, State, come_back_at, come_backs};
use crate::model::{Id, Item, ItemRole, Part, PartContent, ProseAt, SectionKind, State as RecordState};

/// Whether a command can be carried out; where not, why not, as a sentence for the clerk.
pub type Available = Result<(), &'static str>;

const NO_DRAFT: &str = "No draft is open.";
const SIGNED: &str = "These minutes are signed. Begin a new revision to change them.";
/// Why a draft is only read that somebody else has open.
pub(super) const SHARED: &str = "Somebody else has these minutes open, so they are only read here. They open for writing by themselves once they are closed there.";
const NO_ITEM: &str = "Select an item first.";

pub(super) fn always(_: &State) -> Available {
    Ok(())
}

pub(super) fn with_draft(state: &State) -> Available {
    draft(state).map(|_| ())
}

/// A draft that has a file.
pub(super) fn with_file(state: &State) -> Available {
    match draft(state)?.path {
        Some(_) => Ok(()),
        None => Err("Save the draft first: its versions are kept from then on."),
    }
}

pub(super) fn undo(state: &State) -> Available {
    open_draft(state)?.session.undo_label().map(|_| ()).ok_or("There is nothing to undo.")
}

pub(super) fn redo(state: &State) -> Available {
    open_draft(state)?.session.redo_label().map(|_| ()).ok_or("There is nothing to redo.")
}

/// A draft that may be changed.
pub(super) fn open_draft(state: &State) -> Result<&Draft, &'static str> {
    let draft = draft(state)?;
    match (draft.session.is_sealed(), draft.shared.only_reads()) {
        (true, _) => Err(SIGNED),
        (false, true) => Err(SHARED),
        (false, false) => Ok(draft),
    }
}

pub(super) fn open_for_replacing(state: &State) -> Available {
    open_draft(state).map(|_| ())
}

/// A caret in text that may be changed.
pub(super) fn with_caret(state: &State) -> Available {
    let draft = open_draft(state)?;
    let there = draft.caret.is_some_and(|caret| draft.session.minutes().prose(caret.at).is_some());
    if there { Ok(()) } else { Err("Put the caret into a text first.") }
}

/// Words are marked, so that one can go from one to the next.
pub(super) fn with_misspelt_words(state: &State) -> Available {
    draft(state)?;
    if state.view.spelling {
        Ok(())
    } else {
        Err("Misspelt words are not marked. Choose “Mark misspelt words” first.")
    }
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

pub(super) fn split_item(state: &State) -> Available {
    split(state, |_| true)
}

pub(super) fn split_text(state: &State) -> Available {
    split(state, |content| matches!(content, PartContent::Prose(_)))
}

fn split(state: &State, fits: impl Fn(&PartContent) -> bool) -> Available {
    let (draft, item) = selected_item(state)?;
    let part = draft.caret_in(item.id).and_then(|caret| match caret.at {
        ProseAt::Part(id) => item.parts.iter().find(|part| part.id == id),
        _ => None,
    });
    part.filter(|part| fits(&part.content)).map(|_| ()).ok_or("Put the caret into a text of the minute first.")
}

pub(super) fn merge_next(state: &State) -> Available {
    let (draft, item) = selected_item(state)?;
    match Position::of(draft, item.id) {
        Some(position) if position.at + 1 < position.length => Ok(()),
        _ => Err("There is no item behind it in its section."),
    }
}

pub(super) fn merge_previous(state: &State) -> Available {
    let (draft, item) = selected_item(state)?;
    match Position::of(draft, item.id) {
        Some(position) if position.at > 0 => Ok(()),
        _ => Err("There is no item before it in its section."),
    }
}

pub(super) fn with_motion(state: &State) -> Available {
    let (_, item) = selected_item(state)?;
    let is_motion = |part: &Part| matches!(part.content, PartContent::Motion(_));
    item.parts.iter().any(is_motion).then_some(()).ok_or("There is no motion in this item. Add one first.")
}

pub(super) fn with_resolution(state: &State) -> Available {
    let (_, item) = selected_item(state)?;
    let is_resolution = |part: &Part| matches!(part.content, PartContent::Resolution(_));
    item.parts.iter().any(is_resolution).then_some(()).ok_or("There is no resolution in this item. Add one first.")
}

pub(super) fn with_notes(state: &State) -> Available {
    let (_, item) = selected_item(state)?;
    if item.notes.is_empty() { Err("This item has no rough notes.") } else { Ok(()) }
}

pub(super) fn in_a_minute(state: &State) -> Available {
    let (draft, item) = selected_item(state)?;
    draft.caret_in(item.id).map(|_| ()).ok_or("Put the caret into the text of a minute first.")
}

pub(super) fn next_come_back(state: &State) -> Available {
    let minutes = draft(state)?.session.minutes();
    if come_backs(minutes).is_empty() { Err("There is no place to come back to.") } else { Ok(()) }
}

pub(super) fn at_come_back(state: &State) -> Available {
    let draft = open_draft(state)?;
    let mark = draft.caret.and_then(|caret| come_back_at(draft.session.minutes(), caret));
    mark.map(|_| ()).ok_or("Put the caret at the mark first.")
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
    /// The nearest section of the same kind before this one, with the number of its items.
    before: Option<(Id, usize)>,
    /// The nearest section of the same kind behind this one.
    after: Option<Id>,
}

impl Position {
    /// Where an item of a draft stands.
    pub fn of(draft: &Draft, item: Id) -> Option<Position> {
        let sections = &draft.session.minutes().business;
        sections.iter().enumerate().find_map(|(number, section)| {
            let (parent, at, length) = place_in(None, &section.items, item)?;
            let same = |kind: SectionKind| kind == section.kind;
            let before = sections.get(..number)?.iter().rev().find(|s| same(s.kind));
            let after = sections.get(number + 1..)?.iter().find(|s| same(s.kind));
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
