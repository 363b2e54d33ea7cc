use super::{
    cache::Cache,
    clean::sane,
    plan::{Placed, Plan},
    shape::Text,
};
use crate::frame::{Furniture, Inline, NodeId, Owner, PageSetup, Run};

/// Adds to a page what stands at its edges; `number` is the page's, `count` the last page's. Gives the characters that the
/// faces lack.
pub(super) fn furnish(setup: &PageSetup, cache: &mut Cache, plan: &mut Plan, number: u32, count: u32) -> Vec<char> {
    let mut missing = Vec::new();
    let mut lines = Vec::new();
    for furniture in &setup.furniture {
        let inlines: Vec<Inline> = furniture.text.iter().map(|inline| say(inline, number, count)).collect();
        let width = sane(setup.width - setup.margins.left - setup.margins.right, 24.0, 20_000.0);
        let text = Text { inlines: &inlines, width, first: 0.0, align: furniture.align, spaced: false };
        let text = cache.edge_lines(&text);
        missing.extend(text.missing.iter().copied());
        let height = text.looks.iter().map(|(look, _)| look.size * 1.2).fold(1.0, f32::max);
        for line in 0..text.lines.len() {
            lines.push(Placed {
                broken: text.clone(),
                line,
                x: setup.margins.left,
                top: baseline(furniture) - height + height * line as f32,
                height,
                baseline: height,
                owner: owner(furniture, setup),
                groups: 0,
                node: NodeId(0),
                column: 0,
            });
        }
    }
    // Artefacts stand before all that is read.
    plan.lines.splice(0..0, lines);
    missing
}

fn baseline(furniture: &Furniture) -> f32 {
    sane(furniture.baseline, 0.0, 20_000.0)
}

fn owner(furniture: &Furniture, setup: &PageSetup) -> Owner {
    if baseline(furniture) < setup.height / 2.0 { Owner::Header } else { Owner::Footer }
}

fn say(inline: &Inline, number: u32, count: u32) -> Inline {
    let numbered = |run: &Run, number: u32| Inline::Text(Run { text: number.to_string(), ..run.clone() });
    match inline {
        Inline::Text(_) | Inline::Blank { .. } => inline.clone(),
        Inline::PageNumber(run) => numbered(run, number),
        Inline::PageCount(run) => numbered(run, count),
    }
}
