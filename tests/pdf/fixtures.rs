//! Frames built by hand: text is placed glyph by glyph from a face's own table of characters.

use minutebook::{
    font,
    frame::{
        Element, ElementId, Face, Fill, Frame, Glyph, GlyphRun, Link, ListMarks, Mark, Meta, NodeId, Owner, Page,
        PlacedBookmark, Tag, TagTree, Target,
    },
};
use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
};
use std::sync::Arc;

/// The left edge of the text.
pub const LEFT: f32 = 72.0;

/// Places text from the top of a page downwards.
pub struct Builder {
    /// The frame without the page that is being filled.
    pub frame: Frame,
    page: Page,
    y: f32,
    nodes: u64,
}

impl Builder {
    /// An A4 document with a title of its own and a document element.
    pub fn new() -> Self {
        let mut builder = Self {
            frame: Frame {
                meta: Meta {
                    title: "Minutes of the Harbour & Rivers Board".into(),
                    author: "Porthaven City Council".into(),
                    subject: "Draft minutes".into(),
                    language: "en-GB".into(),
                    date: jiff::civil::date(2024, 5, 16).at(14, 0, 0, 0),
                },
                width: 595.28,
                height: 841.89,
                first_number: 1,
                pages: vec![],
                tags: TagTree::default(),
                bookmarks: vec![],
                targets: vec![],
                missing: vec![],
            },
            page: Page::default(),
            y: 72.0,
            nodes: 0,
        };
        builder.push(Tag::Document, None, None);
        builder
    }

    /// An element under another, or under the document.
    pub fn element(&mut self, tag: Tag, parent: Option<ElementId>) -> ElementId {
        self.push(tag, Some(parent.unwrap_or_default()), None)
    }

    /// An element in a language of its own.
    pub fn foreign(&mut self, tag: Tag, parent: Option<ElementId>, language: &str) -> ElementId {
        self.push(tag, Some(parent.unwrap_or_default()), Some(language.into()))
    }

    fn push(&mut self, tag: Tag, parent: Option<ElementId>, language: Option<String>) -> ElementId {
        self.nodes += 1;
        self.frame.tags.push(Element { tag, parent, node: NodeId(self.nodes), language })
    }

    /// Text of an element at a place of the current line; gives where it ends.
    pub fn text(&mut self, owner: Owner, x: f32, text: &str) -> f32 {
        self.run(owner, x, text, Face::default(), None)
    }

    /// Text in a face, perhaps a link.
    pub fn run(&mut self, owner: Owner, x: f32, text: &str, face: Face, link: Option<Link>) -> f32 {
        let glyphs = glyphs(face, 12.0, text);
        let end = x + glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
        let (text, glyphs) = (text.to_owned(), glyphs.into_iter().collect());
        self.page.marks.push(Mark::Glyphs(GlyphRun { owner, face, size: 12.0, x, y: self.y, text, glyphs, link }));
        end
    }

    /// Glyphs as they are.
    pub fn glyphs(&mut self, owner: Owner, text: &str, glyphs: Vec<Glyph>) {
        let (text, face) = (text.to_owned(), Face::default());
        self.page.marks.push(Mark::Glyphs(GlyphRun {
            owner,
            face,
            size: 12.0,
            x: LEFT,
            y: self.y,
            text,
            glyphs: glyphs.into_iter().collect(),
            link: None,
        }));
        self.line();
    }

    /// An element that is one line.
    pub fn block(&mut self, tag: Tag, parent: Option<ElementId>, text: &str) -> ElementId {
        let id = self.element(tag, parent);
        let face = Face { bold: matches!(tag, Tag::Heading(_)), ..Face::default() };
        self.run(Owner::Element(id), LEFT, text, face, None);
        self.line();
        id
    }

    /// An item of a list with its label and its text.
    pub fn item(&mut self, list: ElementId, label: &str, text: &str) -> ElementId {
        let item = self.element(Tag::ListItem, Some(list));
        let mark = self.element(Tag::Label, Some(item));
        let body = self.element(Tag::ListBody, Some(item));
        self.text(Owner::Element(mark), LEFT, label);
        self.text(Owner::Element(body), LEFT + 36.0, text);
        self.line();
        body
    }

    /// Goes to the next line.
    pub fn line(&mut self) {
        self.y += 14.0;
    }

    /// A rule across the page.
    pub fn rule(&mut self) {
        self.page.marks.push(Mark::Fill(Fill {
            owner: Owner::Ornament,
            x: LEFT,
            y: self.y,
            width: 451.0,
            height: 0.5,
            grey: 0.5,
        }));
        self.line();
    }

    /// Ends the page with its number in the foot.
    pub fn page_break(&mut self) {
        let number = format!("– {} –", self.frame.pages.len() + 1);
        let mut page = std::mem::take(&mut self.page);
        self.y = 800.0;
        self.text(Owner::Footer, 280.0, &number);
        page.marks.splice(0..0, std::mem::take(&mut self.page).marks);
        self.frame.pages.push(Arc::new(page.into()));
        self.y = 72.0;
    }

    /// Makes an element a place to which links lead, and names it in the bookmarks.
    pub fn bookmark(&mut self, element: ElementId, level: u8, text: &str) -> NodeId {
        let (page, y, node) = (self.frame.pages.len(), self.y - 26.0, self.frame.tags.get(element).node);
        self.frame.bookmarks.push(PlacedBookmark { level, text: text.into(), page, y, element });
        self.frame.targets.push(Target { node, page, y, element });
        node
    }

    /// The frame with its last page.
    pub fn finish(mut self) -> Frame {
        self.page_break();
        self.frame
    }
}

/// One glyph for each character.
pub fn glyphs(face: Face, size: f32, text: &str) -> Vec<Glyph> {
    let font = FontRef::new(font::bytes(face)).unwrap();
    let (map, metrics) = (font.charmap(), font.glyph_metrics(Size::new(size), LocationRef::default()));
    let glyph = |(at, c): (usize, char)| {
        let id = map.map(c).unwrap_or_default();
        let cluster = at as u32..(at + c.len_utf8()) as u32;
        Glyph { id: id.to_u32() as u16, advance: metrics.advance_width(id).unwrap_or(0.0), dx: 0.0, dy: 0.0, cluster }
    };
    text.char_indices().map(glyph).collect()
}

/// Two pages with every kind of element.
pub fn every_element() -> Frame {
    let mut b = Builder::new();
    b.block(Tag::Heading(1), None, "Minutes of the Harbour & Rivers Board");
    let section = b.block(Tag::Heading(2), None, "Public business");
    b.bookmark(section, 0, "Public business");
    let item = b.block(Tag::Heading(3), None, "7. Dredging");
    let first = b.bookmark(item, 1, "7. Dredging");
    let second = NodeId(9_000);

    let p = b.element(Tag::Paragraph, None);
    let mut x = b.text(Owner::Element(p), LEFT, "The Board recalled ");
    let link = b.element(Tag::Link, Some(p));
    x = b.run(Owner::Element(link), x, "minute 8/24", Face::default(), Some(Link::Node(second)));
    b.text(Owner::Element(p), x, " below, and on the next line ");
    b.line();
    let address = b.element(Tag::Link, Some(p));
    let out = Some(Link::Address("https://example.org/tidal café".into()));
    b.run(Owner::Element(address), LEFT + 300.0, "the tide tables ", Face::default(), out.clone());
    b.line();
    x = b.run(Owner::Element(address), LEFT, "for the year", Face::default(), out);
    b.text(Owner::Element(p), x, ".");
    b.line();

    let welsh = b.element(Tag::Paragraph, None);
    x = b.text(Owner::Element(welsh), LEFT, "Welcome, or ");
    let span = b.foreign(Tag::Span, Some(welsh), "cy");
    x = b.run(Owner::Element(span), x, "croeso i’r cyfarfod ŵy", Face { italic: true, ..Face::default() }, None);
    b.text(Owner::Element(welsh), x, ".");
    b.line();
    b.foreign(Tag::Paragraph, None, "cy");
    let all_welsh = ElementId(b.frame.tags.elements.len() as u32 - 1);
    b.text(Owner::Element(all_welsh), LEFT, "Diolch yn fawr.");
    b.line();

    b.block(Tag::Quotation, None, "“The water is the town’s front door.”");
    let list = b.element(Tag::List(ListMarks::Decimal), None);
    b.item(list, "1.", "The first point");
    let body = b.item(list, "2.", "The second point:");
    let inner = b.element(Tag::List(ListMarks::LowerAlpha), Some(body));
    b.item(inner, "a.", "a part of it");
    b.rule();

    let table = b.element(Tag::Table, None);
    b.block(Tag::Caption, Some(table), "Moorings let");
    for (row, cells) in [["Quay", "Berths"], ["North", "12"], ["South", ""]].into_iter().enumerate() {
        let tr = b.element(Tag::Row, Some(table));
        for (column, text) in cells.into_iter().enumerate() {
            let tag = match (row, column) {
                (0, _) => Tag::ColumnHeading,
                (_, 0) => Tag::RowHeading,
                _ => Tag::Cell,
            };
            let cell = b.element(tag, Some(tr));
            if !text.is_empty() {
                let p = b.element(Tag::Paragraph, Some(cell));
                b.text(Owner::Element(p), LEFT + 100.0 * column as f32, text);
            }
        }
        b.line();
    }
    b.block(Tag::Note, None, "Note: Councillor Ames left the room.");
    b.block(Tag::Note, None, "Note: she returned.");

    let split = b.block(Tag::Paragraph, None, "A paragraph that goes on ");
    b.page_break();
    b.text(Owner::Element(split), LEFT, "over the page.");
    b.line();
    let next = b.block(Tag::Heading(3), None, "8. Any other business");
    b.bookmark(next, 1, "8. Any other business");
    b.frame.targets.last_mut().unwrap().node = second;
    let back = b.element(Tag::Paragraph, None);
    let link = b.element(Tag::Link, Some(back));
    b.run(Owner::Element(link), LEFT, "Minute 7/24", Face { bold: true, ..Face::default() }, Some(Link::Node(first)));
    b.line();
    let dead = b.element(Tag::Paragraph, None);
    let link = b.element(Tag::Link, Some(dead));
    b.run(Owner::Element(link), LEFT, "Minute 99/24", Face::default(), Some(Link::Node(NodeId(404))));
    b.finish()
}
