use crate::{
    app::{Command, Line},
    model::{CellAlign, Column, Id, ProseAt, Row, Table},
    ui::{
        forms::{
            pieces::{language, menu, offers, part_heading},
            scene::{Scene, focus_soon},
        },
        theme::space,
        widgets::{Width, bare_field, choice, field, number_field, row, toggle},
    },
};
use egui::{Ui, UiBuilder, vec2};

/// What can be done to a column or a row.
#[derive(Clone, Copy)]
enum Act {
    Settings,
    Earlier,
    Later,
    Total,
    Remove,
}

const ALIGNMENTS: [(CellAlign, &str); 3] =
    [(CellAlign::Left, "Left"), (CellAlign::Centre, "Centre"), (CellAlign::Right, "Right")];

/// The room beside the cells for what can be done to a row.
const SIDE: f32 = 36.0;

/// A table: headings, then the rows, each cell as wide as its column's share.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, part: Id, table: &mut Table, out: &mut Vec<Command>) {
    let caption = field(ui, "Caption", &mut table.caption, Width::Full);
    scene.node(part, &caption);
    scene.line(Line::Caption(part), &table.caption, &caption);
    toggle(ui, "The first column heads its rows", &mut table.row_headings);
    let widths = widths(table, ui.available_width().min(space::COLUMN) - SIDE);
    let mut change = headings(ui, scene, part, table, &widths);
    for (at, cells) in table.rows.iter().enumerate() {
        ui.push_id(("row", at), |ui| {
            if let Some(act) = cells_of(ui, scene, (part, at, table.rows.len()), cells, &widths, out) {
                change = Some(Change::Row(at, act));
            }
        });
    }
    ui.add_space(space::ONE);
    match offers(ui, &[(false, "Row"), (true, "Column")]) {
        Some(true) => add_column(table),
        Some(false) => {
            let row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
            table.rows.push(empty_row(table.columns.len()));
            focus_soon(ui, ProseAt::Cell { part, row, column: 0 });
        }
        None => {}
    }
    settings(ui, table);
    match change {
        Some(Change::Column(at, act)) => change_column(ui, table, at, act),
        Some(Change::Row(at, act)) => change_row(table, at, act),
        None => {}
    }
}

#[derive(Clone, Copy)]
enum Change {
    Column(usize, Act),
    Row(usize, Act),
}

fn widths(table: &Table, whole: f32) -> Vec<f32> {
    let gaps = space::TWO * table.columns.len().saturating_sub(1) as f32;
    let share = |column: &Column| f32::from(column.share.max(1));
    let all: f32 = table.columns.iter().map(share).sum();
    table.columns.iter().map(|column| ((whole - gaps) * share(column) / all.max(1.0)).max(64.0)).collect()
}

fn headings(ui: &mut Ui, scene: &Scene<'_>, part: Id, table: &mut Table, widths: &[f32]) -> Option<Change> {
    let mut change = None;
    let count = table.columns.len();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::TWO;
        for (at, (column, width)) in table.columns.iter_mut().zip(widths).enumerate() {
            cell(ui, *width, |ui| {
                ui.push_id(("column", at), |ui| {
                    let name = format!("Heading of column {}", at + 1);
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = 0.0;
                        let field_width = Width::Points(*width - 28.0);
                        let field = bare_field(ui, &name, &mut column.heading, "Heading", field_width);
                        scene.line(Line::Column { part, column: at }, &column.heading, &field);
                        let acts = acts(at, count, "Move left", "Move right", Act::Settings, "Share and alignment");
                        if let Some(act) = menu(ui, &format!("More for column {}", at + 1), &acts) {
                            change = Some(Change::Column(at, act));
                        }
                    });
                });
            });
        }
    });
    change
}

fn acts(
    at: usize,
    count: usize,
    earlier: &'static str,
    later: &'static str,
    own: Act,
    own_text: &'static str,
) -> Vec<(Act, &'static str)> {
    let all = [
        (Act::Earlier, earlier, at > 0),
        (Act::Later, later, at + 1 < count),
        (own, own_text, true),
        (Act::Remove, "Remove", true),
    ];
    all.into_iter().filter(|(_, _, can)| *can).map(|(act, text, _)| (act, text)).collect()
}

fn cells_of(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (part, at, count): (Id, usize, usize),
    row: &Row,
    widths: &[f32],
    out: &mut Vec<Command>,
) -> Option<Act> {
    let mut chosen = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::TWO;
        for (column, (text, width)) in row.cells.iter().zip(widths).enumerate() {
            let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let here = ProseAt::Cell { part, row: place(at), column: place(column) };
            cell(ui, *width, |ui| {
                scene.bare_prose(ui, &format!("Row {}, column {}", at + 1, column + 1), here, text, out);
            });
        }
        let total = if row.total { "An ordinary row" } else { "A row of totals" };
        let acts = acts(at, count, "Move up", "Move down", Act::Total, total);
        let name = if row.total {
            format!("More for the row of totals {}", at + 1)
        } else {
            format!("More for row {}", at + 1)
        };
        chosen = menu(ui, &name, &acts);
    });
    chosen
}

fn cell(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let room = egui::Rect::from_min_size(ui.cursor().min, vec2(width, ui.available_height()));
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(egui::Layout::top_down(egui::Align::Min)), |ui| {
        ui.set_width(width);
        add(ui);
    });
}

fn settings(ui: &mut Ui, table: &mut Table) {
    let place = ui.make_persistent_id("column settings");
    let Some(at) = ui.data(|data| data.get_temp::<usize>(place)) else { return };
    let Some(column) = table.columns.get_mut(at) else { return };
    let done = part_heading(ui, &format!("Column {}", at + 1), &[((), "Done")]).1.is_some();
    row(ui, |ui| {
        let mut share = Some(u32::from(column.share.max(1)));
        number_field(ui, "Share of the width", &mut share);
        let typed = share.and_then(|share| u16::try_from(share.min(100)).ok()).unwrap_or(1);
        if typed != column.share.max(1) {
            column.share = typed;
        }
        language(ui, "Language", &mut column.language);
        choice(ui, "Alignment", &mut column.align, &ALIGNMENTS);
    });
    if done {
        ui.data_mut(|data| data.remove::<usize>(place));
    }
}

fn empty_row(columns: usize) -> Row {
    Row { cells: vec![Vec::new(); columns], total: false }
}

fn add_column(table: &mut Table) {
    table.columns.push(Column::default());
    table.rows.iter_mut().for_each(|row| row.cells.push(Vec::new()));
}

fn change_column(ui: &Ui, table: &mut Table, at: usize, act: Act) {
    let swap = |table: &mut Table, one: usize, other: usize| {
        table.columns.swap(one, other);
        table.rows.iter_mut().filter(|row| row.cells.len() > one.max(other)).for_each(|row| row.cells.swap(one, other));
    };
    match act {
        Act::Earlier if at > 0 => swap(table, at - 1, at),
        Act::Later if at + 1 < table.columns.len() => swap(table, at, at + 1),
        Act::Remove => {
            table.columns.remove(at);
            table.rows.iter_mut().filter(|row| row.cells.len() > at).for_each(|row| drop(row.cells.remove(at)));
        }
        Act::Settings => {
            let place = ui.make_persistent_id("column settings");
            ui.data_mut(|data| data.insert_temp(place, at));
        }
        Act::Earlier | Act::Later | Act::Total => {}
    }
}

fn change_row(table: &mut Table, at: usize, act: Act) {
    match act {
        Act::Earlier if at > 0 => table.rows.swap(at - 1, at),
        Act::Later if at + 1 < table.rows.len() => table.rows.swap(at, at + 1),
        Act::Total => {
            if let Some(row) = table.rows.get_mut(at) {
                row.total = !row.total;
            }
        }
        Act::Remove => drop(table.rows.remove(at)),
        Act::Earlier | Act::Later | Act::Settings => {}
    }
}
