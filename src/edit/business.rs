use super::{EditError, ListEdit};
use crate::model::{Id, Item, Minutes, Part, Section, SectionKind};
use serde::{Deserialize, Serialize};

/// A change to the business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BusinessEdit {
    /// To the list of sections.
    Sections(ListEdit<Section>),
    /// To what a section is.
    SectionHead {
        /// The section.
        section: Id,
        /// Whether it is public.
        kind: SectionKind,
        /// Its heading, where it is not the house's.
        heading: Option<String>,
    },
    /// To the items of a section, or the sub-items of an item.
    Items {
        /// The section or item that holds them.
        of: Id,
        /// The change.
        edit: Box<ListEdit<Item>>,
    },
    /// To an item itself: its parts and sub-items stay as they are, and those of the new head count for nothing.
    ItemHead(Box<Item>),
    /// To the parts of an item.
    Parts {
        /// The item.
        item: Id,
        /// The change.
        edit: ListEdit<Part>,
    },
}

impl BusinessEdit {
    pub(super) fn apply(self, minutes: &mut Minutes) -> Result<BusinessEdit, EditError> {
        Ok(match self {
            BusinessEdit::Sections(edit) => BusinessEdit::Sections(edit.apply(&mut minutes.business)?),
            BusinessEdit::SectionHead { section: id, kind, heading } => {
                let section = section(minutes, id).ok_or(EditError::NoSuchNode(id))?;
                BusinessEdit::SectionHead {
                    section: id,
                    kind: std::mem::replace(&mut section.kind, kind),
                    heading: std::mem::replace(&mut section.heading, heading),
                }
            }
            BusinessEdit::Items { of, edit } => {
                BusinessEdit::Items { of, edit: Box::new(edit.apply(items_of(minutes, of)?)?) }
            }
            BusinessEdit::ItemHead(mut head) => {
                let item = minutes.item_mut(head.id).ok_or(EditError::NoSuchNode(head.id))?;
                head.parts = std::mem::take(&mut item.parts);
                head.items = std::mem::take(&mut item.items);
                std::mem::swap(item, &mut head);
                BusinessEdit::ItemHead(head)
            }
            BusinessEdit::Parts { item: id, edit } => {
                let item = minutes.item_mut(id).ok_or(EditError::NoSuchNode(id))?;
                BusinessEdit::Parts { item: id, edit: edit.apply(&mut item.parts)? }
            }
        })
    }
}

fn section(minutes: &mut Minutes, id: Id) -> Option<&mut Section> {
    minutes.business.iter_mut().find(|section| section.id == id)
}

fn items_of(minutes: &mut Minutes, id: Id) -> Result<&mut Vec<Item>, EditError> {
    if minutes.business.iter().any(|section| section.id == id) {
        section(minutes, id).map(|section| &mut section.items).ok_or(EditError::NoSuchNode(id))
    } else {
        minutes.item_mut(id).map(|item| &mut item.items).ok_or(EditError::NoSuchNode(id))
    }
}
