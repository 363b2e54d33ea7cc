//! The tree of tags (ISO 32000-1, 14.7 and 14.8).

use super::{
    annotation::Annotations,
    object::{dictionary, language, name, number, reference, text},
    reading::{Kid, order},
    tag::{attributes, type_name},
    writer::Writer,
};
use crate::frame::{ElementId, Frame, Tag};
use lopdf::{Dictionary, Object, ObjectId};

/// The numbers of the objects of the tree.
pub struct Structure {
    /// Its root.
    pub root: u32,
    elements: Vec<u32>,
}

/// What the tree speaks of.
pub struct Subject<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The pages.
    pub pages: &'a [ObjectId],
    /// To whom the marked contents of each page belong, by their identifiers.
    pub owners: &'a [Vec<ElementId>],
    /// The links.
    pub links: &'a Annotations<'a>,
}

impl Structure {
    /// Reserves the numbers.
    pub fn reserve(frame: &Frame, writer: &mut Writer) -> Self {
        let root = writer.reserve();
        Self { root, elements: frame.tags.elements.iter().map(|_| writer.reserve()).collect() }
    }

    /// The reference to an element.
    pub fn element(&self, id: ElementId) -> Option<Object> {
        self.elements.get(id.0 as usize).copied().map(reference)
    }

    /// Writes the tree.
    pub fn write(&self, subject: &Subject, writer: &mut Writer) {
        let kids = order(subject.frame, subject.owners, subject.links);
        for (index, kids) in kids.iter().enumerate() {
            let entries = self.entries(index, kids, subject);
            writer.put(self.elements[index], &entries.into());
        }
        let elements = subject.frame.tags.elements.iter().zip(&self.elements);
        let tops = elements.filter(|(element, _)| element.parent.is_none()).map(|(_, &id)| reference(id));
        let mut root = dictionary([
            ("Type", name("StructTreeRoot")),
            ("K", tops.collect::<Vec<_>>().into()),
            ("ParentTree", reference(self.parent_tree(subject, writer))),
            ("ParentTreeNextKey", number(subject.owners.len() + subject.links.all.len())),
        ]);
        if let Some(identifiers) = self.identifiers(subject.frame) {
            root.set("IDTree", reference(writer.add(&identifiers)));
        }
        writer.put(self.root, &root.into());
    }

    fn entries(&self, index: usize, kids: &[Kid], subject: &Subject) -> Dictionary {
        let element = &subject.frame.tags.elements[index];
        // A link that leads nowhere is text like any other.
        let is_dead = element.tag == Tag::Link && !kids.iter().any(|kid| matches!(kid, Kid::Annotation(_)));
        let kind = if is_dead { Tag::Span } else { element.tag };
        let parent = element.parent.and_then(|id| self.element(id)).unwrap_or(reference(self.root));
        let mut entries = dictionary([("Type", name("StructElem")), ("S", name(type_name(kind))), ("P", parent)]);
        let page = kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Annotation(place) => Some(subject.links.all[*place].page),
            Kid::Element(_) => None,
        });
        if let Some(page) = page {
            entries.set("Pg", Object::Reference(subject.pages[page]));
        }
        if let Some(language) = element.language.as_deref().and_then(language) {
            entries.set("Lang", text(language));
        }
        if element.tag == Tag::Note {
            entries.set("ID", identifier(index));
        }
        if let Some(attributes) = attributes(element.tag) {
            entries.set("A", attributes);
        }
        let mut kids: Vec<Object> = kids.iter().map(|&kid| self.kid(kid, page, subject)).collect();
        match kids.len() {
            0 => {}
            1 => entries.set("K", kids.remove(0)),
            _ => entries.set("K", kids),
        }
        entries
    }

    fn kid(&self, kid: Kid, here: Option<usize>, subject: &Subject) -> Object {
        let on_page = |page: usize| ("Pg", Object::Reference(subject.pages[page]));
        match kid {
            Kid::Element(id) => reference(self.elements[id.0 as usize]),
            Kid::Content { page, mcid } if here == Some(page) => number(mcid),
            Kid::Content { page, mcid } => {
                dictionary([("Type", name("MCR")), on_page(page), ("MCID", number(mcid))]).into()
            }
            Kid::Annotation(place) => {
                let annotation = &subject.links.all[place];
                let object = ("Obj", reference(annotation.id));
                dictionary([("Type", name("OBJR")), on_page(annotation.page), object]).into()
            }
        }
    }

    /// From marked contents and annotations back to their elements (14.7.4.4): first the pages, then the annotations.
    fn parent_tree(&self, subject: &Subject, writer: &mut Writer) -> u32 {
        let mut numbers = Vec::new();
        for (page, owners) in subject.owners.iter().enumerate() {
            let elements: Vec<Object> = owners.iter().filter_map(|&id| self.element(id)).collect();
            let elements = writer.add(&elements.into());
            numbers.extend([number(page), reference(elements)]);
        }
        for (index, annotation) in subject.links.all.iter().enumerate() {
            numbers.push(number(subject.owners.len() + index));
            numbers.extend(self.element(annotation.element));
        }
        writer.add(&dictionary([("Nums", numbers.into())]).into())
    }

    /// From identifiers to elements (14.7.2), in the order of the identifiers; none where no element has one.
    fn identifiers(&self, frame: &Frame) -> Option<Object> {
        let notes = frame.tags.elements.iter().enumerate().filter(|(_, element)| element.tag == Tag::Note);
        let names: Vec<Object> =
            notes.flat_map(|(index, _)| [identifier(index), reference(self.elements[index])]).collect();
        let limits = [names.first()?.clone(), names.get(names.len().checked_sub(2)?)?.clone()];
        let leaf = dictionary([("Limits", limits.to_vec().into()), ("Names", names.into())]);
        Some(dictionary([("Kids", vec![leaf.into()].into())]).into())
    }
}

/// The identifier of a note; of one length, so that their order is that of the notes.
fn identifier(index: usize) -> Object {
    text(&format!("note-{index:010}"))
}
