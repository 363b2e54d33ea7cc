use super::{ListMarks, NodeId};

/// The tree of tags: what each piece of text is, in reading order (ISO 32000-1, 14.7 and 14.8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagTree {
    /// The elements; each stands behind its parent, siblings in reading order. The first is the document.
    pub elements: Vec<Element>,
}

/// An element of the tree, by its place in [`TagTree::elements`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(pub u32);

/// One element of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub tag: Tag,
    /// The element that holds it; none for the document.
    pub parent: Option<ElementId>,
    /// From where it comes.
    pub node: NodeId,
    /// Its language, where it is not its parent's.
    pub language: Option<String>,
}

/// What an element is: a structure type of ISO 32000-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// The root.
    Document,
    /// H1 to H6.
    Heading(u8),
    /// P.
    Paragraph,
    /// BlockQuote.
    Quotation,
    /// Note; it needs an ID.
    Note,
    /// L.
    List(ListMarks),
    /// LI.
    ListItem,
    /// Lbl.
    Label,
    /// LBody.
    ListBody,
    /// Table.
    Table,
    /// Caption, the first child of its table.
    Caption,
    /// TR.
    Row,
    /// TH that heads a column.
    ColumnHeading,
    /// TH that heads a row.
    RowHeading,
    /// TD.
    Cell,
    /// Link, around the text that leads elsewhere.
    Link,
    /// Span: a run in a language of its own.
    Span,
}

impl TagTree {
    /// The element with this id.
    ///
    /// # Panics
    ///
    /// Where the id is another tree's.
    pub fn get(&self, id: ElementId) -> &Element {
        &self.elements[id.0 as usize]
    }

    /// Adds an element behind all others and gives its id.
    pub fn push(&mut self, element: Element) -> ElementId {
        let id = ElementId(u32::try_from(self.elements.len()).unwrap_or(u32::MAX));
        self.elements.push(element);
        id
    }
}
