use super::{
    plan::{Cost, Flow, Kind, Measured, Sheet, Slice},
    shapes::Before,
    tabulate::part,
};

/// Rounding must not push a line to the next page.
const TOLERANCE: f32 = 0.01;

/// Distributes slices over pages of this height; those that are as they were before are taken from there. Gives how many are
/// new.
pub(super) fn paginate(flow: &mut Flow, height: f32, before: &Before) -> (Vec<Sheet>, usize) {
    let mut sheets = before.head();
    let (kept, slices) = (sheets.len(), flow.slices.len());
    let mut start = sheets.iter().map(|sheet| sheet.slices.len()).sum();
    while start < flow.slices.len() {
        // Behind a row that was parted, slices are counted otherwise.
        if flow.slices.len() == slices
            && let Some(rest) = before.tail(start, slices)
        {
            let new = sheets.len() - kept;
            sheets.extend(rest);
            return (sheets, new);
        }
        let top = headings_above(flow, start).unwrap_or(0.0);
        part_row(flow, start, (height - top, height), true);
        let mut sheet = fill(flow, start, height);
        let mut next = start + sheet.slices.len();
        if let Some(top) = sheet.full_at
            && part_row(flow, next, (height - top, height), false)
        {
            sheet = fill(flow, start, height);
            next = start + sheet.slices.len();
        }
        let mut reach = next;
        let end = if next < flow.slices.len() { choose(flow, start, next, height, &mut reach) } else { next };
        sheet.slices.truncate(end - start);
        sheet.reach = reach;
        sheets.push(sheet);
        start = end;
    }
    if sheets.is_empty() {
        sheets.push(Sheet::default());
    }
    let new = sheets.len() - kept;
    (sheets, new)
}

/// What stands beside what follows it.
struct Beside {
    left: f32,
    right: f32,
    bottom: f32,
    after: f32,
}

/// Places slices from `start` on, one below the other, as long as there is room; the first in any case.
fn fill(flow: &Flow, start: usize, height: f32) -> Sheet {
    let repeats = headings_above(flow, start).is_some();
    let mut sheet = Sheet { repeats, ..Sheet::default() };
    let mut beside: Vec<Beside> = Vec::new();
    let mut block_top = 0.0;
    for (number, slice) in flow.slices.iter().enumerate().skip(start) {
        let block = &flow.blocks[slice.block];
        let top = match sheet.slices.last() {
            None => headings_above(flow, start).unwrap_or(0.0),
            Some(&(last, last_top)) => below(flow, block, (&flow.slices[last], last_top), slice, &beside, block_top),
        };
        let hang = slice.hang.map_or(0.0, |hang| hang.height);
        if top + slice.height + hang > height + TOLERANCE && number > start {
            sheet.full_at = Some(top);
            break;
        }
        if number == start || flow.slices[number - 1].block != slice.block {
            block_top = top;
        }
        if block.beside && flow.slices.get(number + 1).is_none_or(|next| next.block != slice.block) {
            let bottom = top + slice.height;
            beside.push(Beside { left: block.left, right: block.right, bottom, after: block.after });
        }
        if let Some(hang) = slice.hang {
            let bottom = top + slice.height + hang.height;
            beside.push(Beside { left: hang.left, right: hang.right, bottom, after: block.after });
        }
        sheet.slices.push((number, top));
    }
    sheet
}

/// The top of a slice below the last one.
fn below(
    flow: &Flow,
    block: &Measured,
    (last, last_top): (&Slice, f32),
    slice: &Slice,
    beside: &[Beside],
    block_top: f32,
) -> f32 {
    if last.block == slice.block {
        // Neighbouring rows of a table share the rule between them.
        let shared = match &block.kind {
            Kind::Table(grid) => grid.rule.thickness,
            Kind::Lines | Kind::Rule(_) => 0.0,
        };
        return last_top + last.height - shared;
    }
    let before = &flow.blocks[last.block];
    let top = if before.beside { block_top } else { last_top + last.height + before.after.max(block.before) };
    let in_the_way = beside.iter().filter(|other| other.left < block.right && block.left < other.right);
    in_the_way.map(|other| other.bottom + other.after.max(block.before)).fold(top, f32::max)
}

/// The height of the headings that are repeated above a slice when a page begins with it.
fn headings_above(flow: &Flow, start: usize) -> Option<f32> {
    let slice = flow.slices.get(start)?;
    let Kind::Table(grid) = &flow.blocks[slice.block].kind else { return None };
    (!grid.headings.is_empty() && slice.row >= grid.headings.len()).then(|| grid.headings_height())
}

/// Parts a row of a table that is higher than any page, so that its first part has room in what is left of this one; with
/// `force` also where nothing has. Gives whether it did.
fn part_row(flow: &mut Flow, number: usize, (room, height): (f32, f32), force: bool) -> bool {
    let above = headings_above(flow, number).unwrap_or(0.0);
    let Some(slice) = flow.slices.get_mut(number) else { return false };
    let Kind::Table(grid) = &flow.blocks[slice.block].kind else { return false };
    let whole = if force { room } else { height - above };
    if slice.height <= whole + TOLERANCE {
        return false;
    }
    let Some(rest) = part(slice, grid.rule.thickness, room, force) else { return false };
    flow.slices.insert(number + 1, rest);
    true
}

/// Where the page that begins with `start` ends, if `full` is the first slice that has no room: where least is lost, and
/// there as far down as can be. A break that costs less is passed over where what it keeps together would not fit on a page
/// either. `reach` is brought to the last slice that was looked at.
fn choose(flow: &Flow, start: usize, full: usize, height: f32, reach: &mut usize) -> usize {
    let costs = Cost::ALL.iter().filter_map(|&most| {
        let end = (start + 1..=full).rev().find(|&end| flow.slices[end].cost <= most)?;
        (end == full || fits(flow, end, most, height, reach)).then_some(end)
    });
    costs.into_iter().next().unwrap_or(full)
}

/// Whether what must not be parted from `start` on fits on a page of its own.
fn fits(flow: &Flow, start: usize, most: Cost, height: f32, reach: &mut usize) -> bool {
    let sheet = fill(flow, start, height);
    let end = start + sheet.slices.len();
    *reach = end.max(*reach);
    (start + 1..=end).any(|end| flow.slices.get(end).is_none_or(|slice| slice.cost <= most))
}
