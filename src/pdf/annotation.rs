//! Link annotations and destinations (ISO 32000-1, 12.3.2 and 12.5.6.5).

use super::{
    fonts::Fonts,
    object::{dictionary, name, number, points, reference, text},
    writer::Writer,
};
use crate::frame::{ElementId, Frame, GlyphRun, Link, Mark, NodeId, Owner, Tag, Target};
use lopdf::{Object, ObjectId};
use std::collections::HashMap;

/// One link on one page; where it runs over several lines, with an area for each.
pub struct Annotation {
    /// The link element that owns it.
    pub element: ElementId,
    /// The page, from 0.
    pub page: usize,
    /// The number of its object.
    pub id: u32,
    link: Link,
    /// What it says, for whoever cannot see it.
    contents: String,
    /// Left, bottom, right and top of each line.
    areas: Vec<[f32; 4]>,
}

/// All links of a frame that lead somewhere.
pub struct Annotations<'a> {
    /// The links, page by page in reading order.
    pub all: Vec<Annotation>,
    frame: &'a Frame,
    targets: HashMap<NodeId, Target>,
}

impl<'a> Annotations<'a> {
    /// Finds the links.
    pub fn collect(frame: &'a Frame, fonts: &mut Fonts, writer: &mut Writer) -> Self {
        let mut targets = HashMap::new();
        for &target in frame.targets.iter().filter(|target| target.page < frame.pages.len()) {
            targets.entry(target.node).or_insert(target);
        }
        let mut found = Self { all: Vec::new(), frame, targets };
        let mut places = HashMap::new();
        for (page, leaf) in frame.pages.iter().enumerate() {
            leaf.glance(|content| {
                for mark in &content.marks {
                    if let Mark::Glyphs(run) = mark {
                        found.run(page, run, &mut places, fonts, writer);
                    }
                }
            });
        }
        found.share_contents();
        found
    }

    fn run(
        &mut self,
        page: usize,
        run: &GlyphRun,
        places: &mut HashMap<(ElementId, usize), usize>,
        fonts: &mut Fonts,
        writer: &mut Writer,
    ) {
        let Some(link) = run.link.as_ref().filter(|link| self.leads_somewhere(link)) else { return };
        let Some(element) = self.link_element(run.owner) else { return };
        let place = *places.entry((element, page)).or_insert_with(|| {
            let id = writer.reserve();
            let (contents, areas) = (String::new(), Vec::new());
            self.all.push(Annotation { element, page, id, link: link.clone(), contents, areas });
            self.all.len() - 1
        });
        let annotation = &mut self.all[place];
        annotation.contents.push_str(&run.text);
        let area = area(run, self.frame.height, fonts);
        match annotation.areas.last_mut() {
            Some(last) if same_line(last, &area) => *last = union(*last, area),
            Some(_) | None => annotation.areas.push(area),
        }
    }

    fn leads_somewhere(&self, link: &Link) -> bool {
        match link {
            Link::Node(node) => self.targets.contains_key(node),
            Link::Address(address) => !address.trim().is_empty(),
        }
    }

    /// The link element that a mark belongs to, itself or above it.
    fn link_element(&self, owner: Owner) -> Option<ElementId> {
        let Owner::Element(mut id) = owner else { return None };
        loop {
            let element = self.frame.tags.elements.get(id.0 as usize)?;
            if element.tag == Tag::Link {
                return Some(id);
            }
            id = element.parent.filter(|parent| *parent < id)?;
        }
    }

    /// A link that goes on to the next page says the same on both.
    fn share_contents(&mut self) {
        let mut whole: HashMap<ElementId, String> = HashMap::new();
        for annotation in &self.all {
            whole.entry(annotation.element).or_default().push_str(&annotation.contents);
        }
        for annotation in &mut self.all {
            let said = whole[&annotation.element].split_whitespace().collect::<Vec<_>>().join(" ");
            annotation.contents = match &annotation.link {
                Link::Address(address) if said.is_empty() => address.clone(),
                Link::Node(_) if said.is_empty() => "Link".to_owned(),
                Link::Node(_) | Link::Address(_) => said,
            };
        }
    }

    /// Writes them; `first_key` is the key of the first one in the parent tree.
    pub fn write(&self, first_key: usize, pages: &[ObjectId], writer: &mut Writer) {
        for (index, annotation) in self.all.iter().enumerate() {
            let whole = annotation.areas.iter().copied().reduce(union).unwrap_or_default();
            let mut entries = dictionary([
                ("Type", name("Annot")),
                ("Subtype", name("Link")),
                ("Rect", whole.map(points).to_vec().into()),
                ("Border", vec![0.into(), 0.into(), 0.into()].into()),
                ("F", 4.into()),
                ("P", Object::Reference(pages[annotation.page])),
                ("Contents", text(&annotation.contents)),
                ("StructParent", number(first_key + index)),
            ]);
            if annotation.areas.len() > 1 {
                let corners =
                    |&[left, bottom, right, top]: &[f32; 4]| [left, top, right, top, left, bottom, right, bottom];
                let quads: Vec<Object> = annotation.areas.iter().flat_map(corners).map(points).collect();
                entries.set("QuadPoints", quads);
            }
            match &annotation.link {
                Link::Node(node) => {
                    let target = self.targets[node];
                    entries.set("Dest", destination(pages[target.page], self.frame.height - target.y));
                }
                Link::Address(address) => {
                    let action = dictionary([("S", name("URI")), ("URI", uri(address))]);
                    entries.set("A", action);
                }
            }
            writer.put(annotation.id, &entries.into());
        }
    }

    /// The annotations of each page, as references.
    pub fn by_page(&self) -> HashMap<usize, Vec<Object>> {
        let mut pages: HashMap<usize, Vec<Object>> = HashMap::new();
        for annotation in &self.all {
            pages.entry(annotation.page).or_default().push(reference(annotation.id));
        }
        pages
    }
}

/// A place on a page, `y` from its bottom; the reader keeps its zoom and its left edge.
pub fn destination(page: ObjectId, y: f32) -> Object {
    vec![Object::Reference(page), name("XYZ"), Object::Null, points(y), Object::Null].into()
}

/// An address in ASCII alone (12.6.4.7): what is not is escaped, byte for byte.
fn uri(address: &str) -> Object {
    let mut escaped = String::new();
    for byte in address.trim().bytes() {
        match byte {
            b'!'..=b'~' => escaped.push(char::from(byte)),
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    text(&escaped)
}

fn area(run: &GlyphRun, height: f32, fonts: &mut Fonts) -> [f32; 4] {
    let metrics = &fonts.face(run.face).metrics;
    let em = run.size / 1000.0;
    let width: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
    let baseline = height - run.y;
    [run.x, baseline + f32::from(metrics.descent) * em, run.x + width, baseline + f32::from(metrics.ascent) * em]
}

fn same_line(a: &[f32; 4], b: &[f32; 4]) -> bool {
    let overlap = a[3].min(b[3]) - a[1].max(b[1]);
    overlap > 0.5 * (a[3] - a[1]).min(b[3] - b[1]) && b[0] >= a[0] && b[0] - a[2] < a[3] - a[1]
}

fn union(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}
