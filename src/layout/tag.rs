use super::lines::Broken;
use crate::frame::{Block, Element, ElementId, ListMarks, NodeId, Role, Tag, TagTree};

/// Builds the tree of tags, block after block in reading order.
pub(super) struct Tagger {
    pub tree: TagTree,
}

/// Where the next block goes: into the document or into a cell, and there into a list that is open.
pub(super) struct Nest {
    container: ElementId,
    lists: Vec<OpenList>,
    /// The title, as long as blocks of it follow one another.
    title: Option<ElementId>,
}

struct OpenList {
    depth: u8,
    marks: ListMarks,
    list: ElementId,
    /// The body of the last item.
    body: ElementId,
}

/// The elements of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owners {
    /// The element that is the block, for whatever leads to it.
    pub block: ElementId,
    /// Of the label; in a list it has its own.
    pub label: ElementId,
    /// The first of the groups in the label.
    pub label_groups: u32,
    /// Of the text.
    pub body: ElementId,
    /// The first of the groups in the text.
    pub groups: u32,
    /// What holds a paragraph that stands beside it.
    pub container: ElementId,
}

impl Tagger {
    /// Begins a tree; the nest is its root.
    pub fn new() -> (Self, Nest) {
        let mut tagger = Self { tree: TagTree::default() };
        let root = tagger.tree.push(Element { tag: Tag::Document, parent: None, node: NodeId(0), language: None });
        (tagger, Nest::new(root))
    }

    /// Adds an element.
    pub fn add(&mut self, tag: Tag, parent: ElementId, node: NodeId) -> ElementId {
        self.tree.push(Element { tag, parent: Some(parent), node, language: None })
    }

    /// The elements of a paragraph or of an item of a list.
    pub fn paragraph(&mut self, nest: &mut Nest, block: &Block, label: Option<&Broken>, text: &Broken) -> Owners {
        if let Role::ListItem { marks, begins } = block.role {
            return self.item(nest, block, (marks, begins), label, text);
        }
        let container = nest.close(block.depth);
        let own = match (block.role, nest.title) {
            (Role::Title, Some(title)) => title,
            (role, _) => self.add(tag_of(role), container, block.node),
        };
        nest.title = (block.role == Role::Title).then_some(own);
        let label_groups = label.map_or(0, |label| self.groups(own, label, block.node));
        let groups = self.groups(own, text, block.node);
        Owners { block: own, label: own, label_groups, body: own, groups, container }
    }

    fn item(
        &mut self,
        nest: &mut Nest,
        block: &Block,
        (marks, begins): (ListMarks, bool),
        label: Option<&Broken>,
        text: &Broken,
    ) -> Owners {
        nest.title = None;
        let list = nest.list(block.depth, marks, begins).unwrap_or_else(|| {
            let parent = nest.close(block.depth);
            self.add(Tag::List(marks), parent, block.node)
        });
        let item = self.add(Tag::ListItem, list, block.node);
        let (own_label, label_groups) = match label {
            Some(label) => {
                let own = self.add(Tag::Label, item, block.node);
                (own, self.groups(own, label, block.node))
            }
            None => (item, 0),
        };
        let body = self.add(Tag::ListBody, item, block.node);
        let groups = self.groups(body, text, block.node);
        nest.open(OpenList { depth: block.depth, marks, list, body });
        Owners { block: item, label: own_label, label_groups, body, groups, container: body }
    }

    /// A paragraph that stands beside another.
    pub fn aside(&mut self, container: ElementId, node: NodeId, text: &Broken) -> (ElementId, u32) {
        let own = self.add(Tag::Paragraph, container, node);
        (own, self.groups(own, text, node))
    }

    /// Adds an element for each link and each run in another language; gives the first.
    fn groups(&mut self, parent: ElementId, text: &Broken, node: NodeId) -> u32 {
        let first = u32::try_from(self.tree.elements.len()).unwrap_or(u32::MAX);
        for group in &text.groups {
            let tag = if group.link.is_some() { Tag::Link } else { Tag::Span };
            self.tree.push(Element { tag, parent: Some(parent), node, language: group.language.clone() });
        }
        first
    }

    /// Where a table goes.
    pub fn table(&mut self, nest: &mut Nest, depth: u8, node: NodeId) -> ElementId {
        nest.title = None;
        let container = nest.close(depth);
        self.add(Tag::Table, container, node)
    }
}

impl Nest {
    /// A place for blocks within an element.
    pub fn new(container: ElementId) -> Self {
        Self { container, lists: Vec::new(), title: None }
    }

    /// Something that is not read parts the title from what follows.
    pub fn end_title(&mut self) {
        self.title = None;
    }

    /// Ends lists of this depth and deeper; gives what holds a block of this depth.
    fn close(&mut self, depth: u8) -> ElementId {
        self.lists.retain(|open| open.depth < depth);
        self.lists.last().map_or(self.container, |open| open.body)
    }

    /// The list that goes on with an item of this depth.
    fn list(&mut self, depth: u8, marks: ListMarks, begins: bool) -> Option<ElementId> {
        self.lists.retain(|open| open.depth <= depth);
        self.lists.last().filter(|open| open.depth == depth && open.marks == marks && !begins).map(|open| open.list)
    }

    fn open(&mut self, list: OpenList) {
        self.lists.retain(|open| open.depth < list.depth);
        self.lists.push(list);
    }
}

fn tag_of(role: Role) -> Tag {
    match role {
        Role::Title => Tag::Heading(1),
        Role::Heading(level) => Tag::Heading(level.clamp(1, 6)),
        Role::Quotation => Tag::Quotation,
        Role::Note => Tag::Note,
        Role::Caption => Tag::Caption,
        // Text that is called a table or an artefact has come to be read all the same.
        Role::Paragraph | Role::Table | Role::Artefact | Role::ListItem { .. } => Tag::Paragraph,
    }
}
