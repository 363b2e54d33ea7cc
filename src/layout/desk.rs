use super::{
    cache::Cache,
    clean::sane,
    lines::Broken,
    plan::{Anchor, Flow, Kind, Measured, Placed},
    tag::Tagger,
};
use crate::frame::{Block, ElementId, Missing, NodeId, Rule};

/// What the stages that measure blocks share: what they work with, and what they have made so far.
pub(super) struct Desk<'a> {
    pub cache: &'a mut Cache,
    pub tagger: Tagger,
    pub missing: Vec<Missing>,
    pub flow: Flow,
    /// The text area.
    pub width: f32,
    pub height: f32,
}

impl Desk<'_> {
    /// Notes the characters of a text that the faces lack.
    pub fn note(&mut self, text: &Broken, node: NodeId) {
        self.missing.extend(text.missing.iter().map(|&character| Missing { character, node }));
    }
}

/// A rule that fits into this width.
pub(super) fn sane_rule(rule: Rule, width: f32) -> Rule {
    Rule {
        indent: sane(rule.indent, 0.0, width),
        thickness: sane(rule.thickness, 0.0, 100.0),
        grey: sane(rule.grey, 0.0, 1.0),
    }
}

/// A block's spaces, and nothing else yet.
pub(super) fn measured(block: &Block, kind: Kind) -> Measured {
    Measured {
        before: sane(block.space_before, 0.0, 10_000.0),
        after: sane(block.space_after, 0.0, 10_000.0),
        beside: false,
        left: 0.0,
        right: 0.0,
        kind,
    }
}

/// What leads to a block, if anything does and it is read.
pub(super) fn anchors(block: &Block, element: Option<ElementId>) -> Vec<Anchor> {
    let target = block.is_target.then_some(block.node);
    let leads = target.is_some() || block.bookmark.is_some();
    let anchor = element.filter(|_| leads).map(|element| Anchor { element, bookmark: block.bookmark.clone(), target });
    anchor.into_iter().collect()
}

/// The left and the right end of lines.
pub(super) fn extent<'a>(lines: impl IntoIterator<Item = &'a Placed>) -> (f32, f32) {
    lines.into_iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(left, right), line| {
        let own = &line.broken.lines[line.line];
        (left.min(line.x + own.x), right.max(line.x + own.x + own.width))
    })
}
