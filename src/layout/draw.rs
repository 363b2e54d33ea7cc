use super::{
    lines::Segment,
    plan::{Placed, Plan},
};
use crate::frame::{Area, ElementId, Fill, GlyphRun, Mark, NodeId, Owner, Page, Unbuilt};
use std::{
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

/// What a page will be.
pub(super) struct Sketch {
    plan: Arc<Plan>,
    /// Counts the pages that are built.
    built: Arc<AtomicUsize>,
    /// From where to where the lines of each node stand: it is asked of all pages at every keystroke.
    extents: Vec<(NodeId, Range<f32>)>,
}

impl Sketch {
    pub fn new(plan: Arc<Plan>, built: Arc<AtomicUsize>) -> Self {
        let mut extents: Vec<(NodeId, Range<f32>)> = Vec::new();
        for line in plan.lines.iter().filter(|line| is_from_node(line)) {
            let own = line.top..line.top + line.height;
            match extents.iter_mut().find(|(node, _)| *node == line.node) {
                Some((_, extent)) => *extent = extent.start.min(own.start)..extent.end.max(own.end),
                None => extents.push((line.node, own)),
            }
        }
        extents.shrink_to_fit();
        Self { plan, built, extents }
    }
}

impl Unbuilt for Sketch {
    fn build(&self) -> Page {
        self.built.fetch_add(1, Ordering::Relaxed);
        draw(&self.plan)
    }

    fn extent_of(&self, node: NodeId) -> Option<Range<f32>> {
        self.extents.iter().find(|(own, _)| *own == node).map(|(_, extent)| extent.clone())
    }
}

/// What stands at the edges of the page comes from no node.
fn is_from_node(line: &Placed) -> bool {
    line.node != NodeId(0) || matches!(line.owner, Owner::Element(_))
}

/// Makes a page of what stands on it.
fn draw(plan: &Plan) -> Page {
    let mut page = Page::default();
    page.marks.extend(plan.fills.iter().map(|&fill| Mark::Fill(fill)));
    for line in &plan.lines {
        blanks(line, &mut page);
    }
    for line in &plan.lines {
        let own = &line.broken.lines[line.line];
        let segments = &line.broken.segments[own.segments.clone()];
        page.marks.extend(segments.iter().map(|segment| Mark::Glyphs(run(line, segment))));
        if is_from_node(line) {
            page.areas.push(Area {
                x: line.x + own.x,
                y: line.top,
                width: own.width,
                height: line.height,
                node: line.node,
            });
        }
    }
    page.marks.shrink_to_fit();
    page.areas.shrink_to_fit();
    page
}

/// Lines to write upon stand on the baseline.
fn blanks(line: &Placed, page: &mut Page) {
    let own = &line.broken.lines[line.line];
    let owner = match line.owner {
        Owner::Element(_) | Owner::Ornament => Owner::Ornament,
        Owner::Header => Owner::Header,
        Owner::Footer => Owner::Footer,
    };
    page.marks.extend(own.blanks.iter().map(|&(x, width)| {
        let (x, y) = (line.x + own.x + x, line.top + line.baseline);
        Mark::Fill(Fill { owner, x, y, width, height: 0.5, grey: 0.0 })
    }));
}

fn run(line: &Placed, segment: &Segment) -> GlyphRun {
    let own = &line.broken.lines[line.line];
    let (look, group) = &line.broken.looks[segment.look];
    let (owner, link) = match (line.owner, group) {
        (Owner::Element(_), Some(group)) => (Owner::Element(ElementId(line.groups + group)), look.link.clone()),
        (owner, _) => (owner, None),
    };
    GlyphRun {
        owner,
        face: look.face,
        size: look.size,
        x: line.x + own.x + segment.x,
        y: line.top + line.baseline - look.rise,
        text: line.broken.text.get(segment.text.clone()).unwrap_or_default().to_owned(),
        glyphs: line.broken.glyphs.part(segment.glyphs.clone()),
        link,
    }
}
