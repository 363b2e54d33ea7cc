//! A change in many steps, each planned on the minutes as the steps before it left them.

use super::Refusal;
use crate::{
    edit::{AttendanceEdit, BusinessEdit, Edit, EditError, ListEdit},
    model::{Id, Item, Minutes, Part, Section},
};

/// Minutes on which steps are tried, and the steps.
pub(super) struct Scratch {
    minutes: Minutes,
    edits: Vec<Edit>,
}

impl Scratch {
    pub fn new(minutes: &Minutes) -> Scratch {
        Scratch { minutes: minutes.clone(), edits: Vec::new() }
    }

    /// The minutes after the steps so far.
    pub fn minutes(&self) -> &Minutes {
        &self.minutes
    }

    /// Adds a step.
    pub fn step(&mut self, edit: Edit) -> Result<(), Refusal> {
        edit.clone().apply(&mut self.minutes)?;
        self.edits.push(edit);
        Ok(())
    }

    /// Adds steps.
    pub fn steps(&mut self, edits: impl IntoIterator<Item = Edit>) -> Result<(), Refusal> {
        edits.into_iter().try_for_each(|edit| self.step(edit))
    }

    /// Adds a step to the list of sections.
    pub fn sections(&mut self, edit: ListEdit<Section>) -> Result<(), Refusal> {
        self.step(Edit::Business(BusinessEdit::Sections(edit)))
    }

    /// Adds a step to the items of a section or an item.
    pub fn items(&mut self, of: Id, edit: ListEdit<Item>) -> Result<(), Refusal> {
        self.step(Edit::Business(BusinessEdit::Items { of, edit: Box::new(edit) }))
    }

    /// Adds a step to the parts of an item.
    pub fn parts(&mut self, item: Id, edit: ListEdit<Part>) -> Result<(), Refusal> {
        self.step(Edit::Business(BusinessEdit::Parts { item, edit }))
    }

    /// Adds a step to the attendance.
    pub fn attendance(&mut self, edit: AttendanceEdit) -> Result<(), Refusal> {
        self.step(Edit::Attendance(edit))
    }

    /// Changes an item itself; its parts and sub-items stay.
    pub fn head(&mut self, id: Id, change: impl FnOnce(&mut Item)) -> Result<(), Refusal> {
        let stored = self.minutes.item(id).ok_or(Refusal::Edit(EditError::NoSuchNode(id)))?;
        let mut head = Item { parts: Vec::new(), items: Vec::new(), ..stored.clone() };
        change(&mut head);
        self.step(Edit::Business(BusinessEdit::ItemHead(Box::new(head))))
    }

    /// All steps as one edit.
    pub fn edit(mut self) -> Edit {
        match self.edits.pop() {
            Some(only) if self.edits.is_empty() => only,
            Some(last) => {
                self.edits.push(last);
                Edit::Several(self.edits)
            }
            None => Edit::Several(self.edits),
        }
    }
}
