use super::plan::{Flow, Grid, Kind, Measured, Placed, Plan, Sheet, Slice};
use crate::frame::{Fill, Margins, Owner};

/// Gives everything on a page its place there, from the page's own corner.
pub(super) fn place(flow: &Flow, sheet: &Sheet, margins: Margins) -> Plan {
    let mut placer = Placer { plan: Plan::default(), left: margins.left, top: margins.top };
    if sheet.repeats {
        placer.headings(flow, sheet);
    }
    for (index, &(number, top)) in sheet.slices.iter().enumerate() {
        let slice = &flow.slices[number];
        let block = &flow.blocks[slice.block];
        let last = sheet.slices.get(index + 1).is_none_or(|&(next, _)| flow.slices[next].block != slice.block);
        placer.lines(&slice.lines, top);
        placer.rules(block, slice, top, last);
    }
    // In reading order: an element stands in the tree behind those that are read before it.
    placer.plan.lines.sort_by_key(|line| match line.owner {
        Owner::Element(element) => Some(element),
        Owner::Header | Owner::Footer | Owner::Ornament => None,
    });
    placer.plan
}

struct Placer {
    plan: Plan,
    left: f32,
    top: f32,
}

impl Placer {
    fn lines(&mut self, lines: &[Placed], top: f32) {
        let placed =
            lines.iter().map(|line| Placed { x: self.left + line.x, top: self.top + top + line.top, ..line.clone() });
        self.plan.lines.extend(placed);
    }

    /// The headings of a table that began on an earlier page: read there, an ornament here.
    fn headings(&mut self, flow: &Flow, sheet: &Sheet) {
        let Some(&(first, _)) = sheet.slices.first() else { return };
        let block = &flow.blocks[flow.slices[first].block];
        let Kind::Table(grid) = &block.kind else { return };
        let mut top = 0.0;
        for slice in &grid.headings {
            let from = self.plan.lines.len();
            self.lines(&slice.lines, top);
            for line in &mut self.plan.lines[from..] {
                line.owner = Owner::Ornament;
            }
            self.rules(block, slice, top, false);
            top += slice.height - grid.rule.thickness;
        }
    }

    fn rules(&mut self, block: &Measured, slice: &Slice, top: f32, last: bool) {
        match &block.kind {
            Kind::Lines => {}
            Kind::Rule(rule) => self.fill(rule.grey, (block.left, top), (block.right - block.left, rule.thickness)),
            Kind::Table(grid) => self.around_row(grid, block, slice, top, last),
        }
    }

    /// The rule above a row and those at the table's sides; the last row on a page has one below, too.
    fn around_row(&mut self, grid: &Grid, block: &Measured, slice: &Slice, top: f32, last: bool) {
        let (thickness, grey) = (grid.rule.thickness, grid.rule.grey);
        let width = block.right - block.left;
        let bottom = top + slice.height - thickness;
        let between = (bottom - top - thickness).max(0.0);
        self.fill(grey, (block.left, top), (width, thickness));
        self.fill(grey, (block.left, top + thickness), (thickness, between));
        self.fill(grey, (block.right - thickness, top + thickness), (thickness, between));
        if last {
            self.fill(grey, (block.left, bottom), (width, thickness));
        }
    }

    fn fill(&mut self, grey: f32, (x, y): (f32, f32), (width, height): (f32, f32)) {
        if width > 0.0 && height > 0.0 {
            let (x, y) = (self.left + x, self.top + y);
            self.plan.fills.push(Fill { owner: Owner::Ornament, x, y, width, height, grey });
        }
    }
}
