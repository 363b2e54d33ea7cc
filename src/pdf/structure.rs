//! The tree of tags (ISO 32000-1, 14.7 and 14.8).

use super::{
    annotation::Annotations,
    object::{dictionary, name, number, reference, text},
    writer::Writer,
};
use crate::frame::{Element, ElementId, Frame, ListMarks, Tag};
use lopdf::{Dictionary, Object, ObjectId};

/// The numbers of the objects of the tree.
pub struct Structure {
    /// Its root.
    pub root: u32,
    elements: Vec<u32>,
}

/// What an element holds, in reading order.
#[derive(Clone, Copy)]
enum Kid {
    /// An element.
    Element(ElementId),
    /// Marked content on a page.
    Content { page: usize, mcid: usize },
    /// An annotation, by its place among all.
    Annotation(usize),
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

    /// Writes the tree. `owners` says to whom the marked contents of each page belong.
    pub fn write(
        &self,
        frame: &Frame,
        owners: &[Vec<ElementId>],
        links: &Annotations,
        pages: &[ObjectId],
        writer: &mut Writer,
    ) {
        let kids = kids(frame, owners, links);
        for (index, (element, kids)) in frame.tags.elements.iter().zip(&kids).enumerate() {
            let entries = self.entries(index, element, kids, links, pages);
            writer.put(self.elements[index], &entries.into());
        }
        let tops = frame.tags.elements.iter().zip(&self.elements).filter(|(element, _)| element.parent.is_none());
        let tops: Vec<Object> = tops.map(|(_, &id)| reference(id)).collect();
        let parents = self.parent_tree(owners, links, writer);
        let root = dictionary([
            ("Type", name("StructTreeRoot")),
            ("K", tops.into()),
            ("ParentTree", reference(parents)),
            ("ParentTreeNextKey", number(owners.len() + links.all.len())),
        ]);
        writer.put(self.root, &root.into());
    }

    fn entries(
        &self,
        index: usize,
        element: &Element,
        kids: &[Kid],
        links: &Annotations,
        pages: &[ObjectId],
    ) -> Dictionary {
        let is_dead = element.tag == Tag::Link && !kids.iter().any(|kid| matches!(kid, Kid::Annotation(_)));
        let kind = if is_dead { Tag::Span } else { element.tag };
        let parent = element.parent.map_or(reference(self.root), |id| reference(self.elements[id.0 as usize]));
        let mut entries = dictionary([("Type", name("StructElem")), ("S", name(type_name(kind))), ("P", parent)]);
        let page = kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Annotation(place) => Some(links.all[*place].page),
            Kid::Element(_) => None,
        });
        if let Some(page) = page {
            entries.set("Pg", Object::Reference(pages[page]));
        }
        if let Some(language) = &element.language {
            entries.set("Lang", text(language));
        }
        if element.tag == Tag::Note {
            entries.set("ID", text(&format!("note-{index}")));
        }
        if let Some(attributes) = attributes(element.tag) {
            entries.set("A", attributes);
        }
        let mut kids: Vec<Object> = kids.iter().map(|&kid| self.kid(kid, page, links, pages)).collect();
        match kids.len() {
            0 => {}
            1 => entries.set("K", kids.remove(0)),
            _ => entries.set("K", kids),
        }
        entries
    }

    fn kid(&self, kid: Kid, here: Option<usize>, links: &Annotations, pages: &[ObjectId]) -> Object {
        match kid {
            Kid::Element(id) => reference(self.elements[id.0 as usize]),
            Kid::Content { page, mcid } if here == Some(page) => number(mcid),
            Kid::Content { page, mcid } => {
                dictionary([("Type", name("MCR")), ("Pg", Object::Reference(pages[page])), ("MCID", number(mcid))])
                    .into()
            }
            Kid::Annotation(place) => dictionary([
                ("Type", name("OBJR")),
                ("Pg", Object::Reference(pages[links.all[place].page])),
                ("Obj", reference(links.all[place].id)),
            ])
            .into(),
        }
    }

    /// From marked contents and annotations back to their elements (14.7.4.4): first the pages, then the annotations.
    fn parent_tree(&self, owners: &[Vec<ElementId>], links: &Annotations, writer: &mut Writer) -> u32 {
        let mut numbers = Vec::new();
        for (page, owners) in owners.iter().enumerate() {
            let elements: Vec<Object> = owners.iter().filter_map(|&id| self.element(id)).collect();
            let elements = writer.add(&elements.into());
            numbers.extend([number(page), reference(elements)]);
        }
        for (index, annotation) in links.all.iter().enumerate() {
            numbers.push(number(owners.len() + index));
            numbers.extend(self.element(annotation.element));
        }
        writer.add(&dictionary([("Nums", numbers.into())]).into())
    }
}

/// What each element holds. Elements stand in the order of the tree; content of their parent's own goes between them where it
/// comes first on the pages. An element without any content stays behind the one before it.
fn kids(frame: &Frame, owners: &[Vec<ElementId>], links: &Annotations) -> Vec<Vec<Kid>> {
    let elements = &frame.tags.elements;
    let mut own: Vec<Vec<(usize, Kid)>> = vec![Vec::new(); elements.len()];
    let mut order = 0;
    for (page, owners) in owners.iter().enumerate() {
        for (mcid, id) in owners.iter().enumerate() {
            own[id.0 as usize].push((order, Kid::Content { page, mcid }));
            order += 1;
        }
    }
    for (place, annotation) in links.all.iter().enumerate() {
        own[annotation.element.0 as usize].push((order, Kid::Annotation(place)));
    }
    let mut children: Vec<Vec<ElementId>> = vec![Vec::new(); elements.len()];
    let mut first: Vec<Option<usize>> = own.iter().map(|own| own.first().map(|(order, _)| *order)).collect();
    for (index, element) in elements.iter().enumerate().rev() {
        if let (Some(parent), Ok(id)) = (element.parent, u32::try_from(index)) {
            let parent = parent.0 as usize;
            children[parent].push(ElementId(id));
            first[parent] = [first[parent], first[index]].into_iter().flatten().min();
        }
    }
    let merge = |(own, children): (Vec<(usize, Kid)>, Vec<ElementId>)| {
        let mut own = own.into_iter().peekable();
        let mut kids = Vec::new();
        for child in children.into_iter().rev() {
            while let Some((_, kid)) =
                own.next_if(|(order, _)| first[child.0 as usize].is_some_and(|first| *order < first))
            {
                kids.push(kid);
            }
            kids.push(Kid::Element(child));
        }
        kids.extend(own.map(|(_, kid)| kid));
        kids
    };
    own.into_iter().zip(children).map(merge).collect()
}

/// The standard structure type of a tag.
pub fn type_name(tag: Tag) -> &'static str {
    match tag {
        Tag::Document => "Document",
        Tag::Heading(0 | 1) => "H1",
        Tag::Heading(2) => "H2",
        Tag::Heading(3) => "H3",
        Tag::Heading(4) => "H4",
        Tag::Heading(5) => "H5",
        Tag::Heading(6..) => "H6",
        Tag::Paragraph => "P",
        Tag::Quotation => "BlockQuote",
        Tag::Note => "Note",
        Tag::List(_) => "L",
        Tag::ListItem => "LI",
        Tag::Label => "Lbl",
        Tag::ListBody => "LBody",
        Tag::Table => "Table",
        Tag::Caption => "Caption",
        Tag::Row => "TR",
        Tag::ColumnHeading | Tag::RowHeading => "TH",
        Tag::Cell => "TD",
        Tag::Link => "Link",
        Tag::Span => "Span",
    }
}

/// What a tag says beyond its type (14.8.5).
fn attributes(tag: Tag) -> Option<Object> {
    let (owner, key, value) = match tag {
        Tag::List(marks) => ("List", "ListNumbering", list_numbering(marks)),
        Tag::ColumnHeading => ("Table", "Scope", "Column"),
        Tag::RowHeading => ("Table", "Scope", "Row"),
        Tag::Document
        | Tag::Heading(_)
        | Tag::Paragraph
        | Tag::Quotation
        | Tag::Note
        | Tag::ListItem
        | Tag::Label
        | Tag::ListBody
        | Tag::Table
        | Tag::Caption
        | Tag::Row
        | Tag::Cell
        | Tag::Link
        | Tag::Span => return None,
    };
    Some(dictionary([("O", name(owner)), (key, name(value))]).into())
}

fn list_numbering(marks: ListMarks) -> &'static str {
    match marks {
        ListMarks::None => "None",
        ListMarks::Disc => "Disc",
        ListMarks::Decimal => "Decimal",
        ListMarks::LowerAlpha => "LowerAlpha",
        ListMarks::LowerRoman => "LowerRoman",
    }
}
