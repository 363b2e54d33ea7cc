use super::{ElementId, Face, Glyphs, Leaf, Link, Meta, NodeId, TagTree};
use std::{ops::Range, sync::Arc};

/// What is drawn: pages of placed text, and what they mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// What the document says of itself.
    pub meta: Meta,
    /// Width of the paper.
    pub width: f32,
    /// Height of the paper.
    pub height: f32,
    /// The number of the first page.
    pub first_number: u32,
    /// The pages; one that did not change is the same leaf in the next frame.
    pub pages: Vec<Arc<Leaf>>,
    /// What the text is, in reading order.
    pub tags: TagTree,
    /// The bookmarks, in reading order.
    pub bookmarks: Vec<PlacedBookmark>,
    /// Where links within the document lead.
    pub targets: Vec<Target>,
    /// Characters that no bundled face has. Such a frame may be looked at, but not exported.
    pub missing: Vec<Missing>,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// What is drawn on it, in reading order; artefacts first.
    pub marks: Vec<Mark>,
    /// From which node each part of the page comes, for whoever points at it: one area for each line of text.
    pub areas: Vec<Area>,
}

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Text.
    Glyphs(GlyphRun),
    /// A line or a filled area.
    Fill(Fill),
}

/// To what a mark belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// An element of the tree of tags, which reads it.
    Element(ElementId),
    /// The head of the page: read by nobody.
    Header,
    /// The foot of the page: read by nobody.
    Footer,
    /// An ornament: read by nobody.
    Ornament,
}

/// Shaped text on one baseline, in one face, size and language.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    /// To what it belongs.
    pub owner: Owner,
    /// The face.
    pub face: Face,
    /// The size.
    pub size: f32,
    /// The start of the run, from the left edge of the page.
    pub x: f32,
    /// The baseline, from the top edge of the page; a rise is already in it.
    pub y: f32,
    /// The text of the run. The text of all runs of an element, in order, is the element's text: a space at which a line
    /// was broken is in it, as a glyph of its own.
    pub text: String,
    /// The glyphs, from the left.
    pub glyphs: Glyphs,
    /// Where it leads. Its owner is then a link element.
    pub link: Option<Link>,
}

/// A filled rectangle: a rule, a line to write upon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// To what it belongs.
    pub owner: Owner,
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Its grey: 0 is black, 1 white.
    pub grey: f32,
}

/// A part of a page and from where it comes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// From where it comes.
    pub node: NodeId,
}

/// A bookmark with the place to which it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedBookmark {
    /// How deep it is nested, from 0.
    pub level: u8,
    /// What it says.
    pub text: String,
    /// The page, from 0.
    pub page: usize,
    /// From the top edge of the page.
    pub y: f32,
    /// The element that it names.
    pub element: ElementId,
}

/// A place to which links within the document lead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// The node that links name.
    pub node: NodeId,
    /// The page, from 0.
    pub page: usize,
    /// From the top edge of the page.
    pub y: f32,
    /// The element.
    pub element: ElementId,
}

/// A character that no bundled face has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// The block in which it stands.
    pub node: NodeId,
}

impl Page {
    /// What stands at a place of the page: the node of the line there, or of the nearest line above it.
    pub fn node_at(&self, x: f32, y: f32) -> Option<NodeId> {
        let inside =
            |area: &&Area| (area.x..=area.x + area.width).contains(&x) && (area.y..=area.y + area.height).contains(&y);
        let above = || self.areas.iter().filter(|area| area.y <= y).max_by(|a, b| a.y.total_cmp(&b.y));
        self.areas.iter().find(inside).or_else(above).map(|area| area.node)
    }
}

impl Frame {
    /// The first page on which something of a node stands, and how far down.
    pub fn place_of(&self, node: NodeId) -> Option<(usize, f32)> {
        self.extents_of(node).next().map(|(page, extent)| (page, extent.start))
    }

    /// The pages on which lines of a node stand, and from where to where on each.
    pub fn extents_of(&self, node: NodeId) -> impl Iterator<Item = (usize, Range<f32>)> {
        let numbered = self.pages.iter().enumerate();
        numbered.filter_map(move |(number, page)| page.extent_of(node).map(|extent| (number, extent)))
    }
}
