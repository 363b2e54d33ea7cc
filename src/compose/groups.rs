//! Labels and names: beside each other, below, in one run, in two columns.

use super::context::Context;
use super::place::Place;
use super::span::{Spans, listed, parted, text_of};
use super::writer::{Column, Writer};
use crate::frame::{ListMarks, Role};
use crate::model::{GroupLayout, MembershipClass};
use crate::template::Weight;

/// How the house sets the names of a class.
pub(super) fn layout_of(context: &Context<'_>, class: MembershipClass) -> GroupLayout {
    let layouts = &context.style.attendance.layouts;
    layouts.iter().find(|(known, _)| *known == class).map(|(_, layout)| *layout).unwrap_or_default()
}

/// Names in one run; parted by semicolons where a comma belongs to one of them.
pub(super) fn in_one_run(context: &Context<'_>, names: Vec<Spans>) -> Spans {
    if names.iter().any(|name| text_of(name).contains(',')) { parted(context, names) } else { listed(context, names) }
}

/// Writes a label with the names one below another in the next column.
pub(super) fn beside(writer: &mut Writer<'_, '_>, place: Place, label: Spans, lines: Vec<(Place, Spans)>) {
    self::label(writer, place, label, true);
    names_column(writer, lines, 0.0);
}

/// Writes a label on a line of its own, and the names in their column below it.
pub(super) fn below(writer: &mut Writer<'_, '_>, place: Place, label: Spans, lines: Vec<(Place, Spans)>) {
    self::label(writer, place, label, false);
    let gap = writer.context.style.attendance.below_gap.points();
    names_column(writer, lines, gap);
}

fn label(writer: &mut Writer<'_, '_>, place: Place, label: Spans, beside: bool) {
    let style = &writer.context.style.attendance;
    let right = if beside { writer.context.style.text_width() - style.names_at.points() } else { 0.0 };
    let column = Column { at: 0.0, right: right.max(0.0) };
    if let Some(block) = writer.set(place, Role::Paragraph, column, label, style.label) {
        block.space_before = style.group_gap.points();
        block.keep_with_next = true;
        block.beside_next = beside;
    }
}

/// Several names are a list, so that a screen reader says how many there are and passes over them at one key.
fn name_role(number: usize, count: usize) -> Role {
    if count > 1 { Role::ListItem { marks: ListMarks::None, begins: number == 0 } } else { Role::Paragraph }
}

fn names_column(writer: &mut Writer<'_, '_>, lines: Vec<(Place, Spans)>, first_gap: f32) {
    let at = writer.context.style.attendance.names_at.points();
    let count = lines.len();
    for (number, (place, line)) in lines.into_iter().enumerate() {
        let role = name_role(number, count);
        if let Some(block) = writer.set(place, role, Column { at, right: 0.0 }, line, Weight::default()) {
            block.space_before = if number == 0 { first_gap } else { 0.0 };
        }
    }
}

/// Writes a label with the names behind it, in one run.
pub(super) fn run_in(writer: &mut Writer<'_, '_>, place: Place, label: Spans, names: Spans) {
    let style = &writer.context.style.attendance;
    let at = style.names_at.points();
    if let Some(block) = writer.set(place, Role::Paragraph, Column { at, right: 0.0 }, names, Weight::default()) {
        block.space_before = style.group_gap.points();
        writer.label(0.0, &label, style.label);
    }
}

/// Writes a label with the names in two columns, read across.
pub(super) fn two_columns(writer: &mut Writer<'_, '_>, place: Place, label: Spans, lines: Vec<(Place, Spans)>) {
    self::label(writer, place, label, true);
    let left = writer.context.style.attendance.names_at.points();
    let room = (writer.context.style.text_width() - left).max(0.0);
    for (row, pair) in lines.chunks(2).enumerate() {
        for (side, (place, line)) in pair.iter().enumerate() {
            let role = name_role(2 * row + side, lines.len());
            let column = match side {
                0 => Column { at: left, right: room / 2.0 },
                _ => Column { at: left + room / 2.0, right: 0.0 },
            };
            if let Some(block) = writer.set(*place, role, column, line.clone(), Weight::default()) {
                block.space_before = 0.0;
                block.beside_next = side == 0 && pair.len() == 2;
            }
        }
    }
}
