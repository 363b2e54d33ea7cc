//! A piece of prose on the screen.

use super::{
    hand::Kept,
    laid::LINE,
    sheet::{Line, Sheet},
    shown::Kind,
};
use crate::{
    app::{Marked, prose::Span},
    model::ParagraphKind,
    ui::theme::{self, Palette, space},
};
use egui::{
    Color32, CornerRadius, Galley, IMEPurpose, Id, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui,
    output::IMEOutput, pos2, text_selection::visuals::paint_text_cursor, vec2,
};
use std::{ops::Range, sync::Arc};

/// What is painted beside the text.
pub struct Look<'a> {
    pub focused: bool,
    pub span: Span,
    pub kept: &'a Kept,
    pub id: Id,
    pub rect: Rect,
    /// What was found in it.
    pub found: &'a [Marked],
    /// Where words of a paragraph are misspelt, in bytes of its flat text.
    pub misspelt: &'a dyn Fn(usize, &Line) -> Vec<Range<usize>>,
}

/// Paints a sheet with its corner at a place.
pub fn paint(ui: &Ui, sheet: &Sheet, corner: Pos2, look: &Look<'_>) {
    if !ui.is_rect_visible(look.rect) {
        return;
    }
    let palette = theme::palette(ui);
    let painter = ui.painter_at(ui.clip_rect().intersect(look.rect.expand(space::ONE)));
    let seen = ui.clip_rect().translate(-corner.to_vec2()).y_range();
    let visible = |line: &Line| line.at.y <= seen.max && line.at.y + line.height() >= seen.min;
    for line in sheet.lines.iter().filter(|line| visible(line)) {
        grounds(&painter, line, corner, palette);
    }
    for mark in look.found {
        if let Some(line) = sheet.lines.get(mark.paragraph).filter(|line| visible(line)) {
            found(&painter, line, corner, palette, mark);
        }
    }
    if look.focused && !look.span.is_empty() {
        for rect in sheet.selected(look.span) {
            let colour = ui.visuals().selection.bg_fill;
            painter.rect_filled(rect.translate(corner.to_vec2()), CornerRadius::same(2), colour);
        }
    }
    for (number, line) in sheet.lines.iter().enumerate().filter(|(_, line)| visible(line)) {
        words(&painter, line, corner, palette);
        for range in (look.misspelt)(number, line) {
            squiggle(&painter, line, line.shown().range(range), corner, palette.problem);
        }
    }
    if look.focused {
        caret(ui, &painter, sheet, corner, look);
    }
}

/// What lies behind the words of marks, and beside a quotation.
fn grounds(painter: &Painter, line: &Line, corner: Pos2, palette: &Palette) {
    if line.kind == ParagraphKind::Quotation {
        let at = corner + line.at - vec2(12.0, 0.0);
        let bar = Rect::from_min_size(at, vec2(2.0, line.galley().size().y));
        painter.rect_filled(bar, CornerRadius::same(1), palette.underline);
    }
    for piece in &line.shown().pieces {
        let fill = match piece.kind {
            Kind::Text | Kind::Composed => continue,
            Kind::Words => palette.mark,
            Kind::Slot => palette.accent_soft,
            Kind::Aside => palette.hover,
        };
        let beside = if piece.kind == Kind::Aside { 3.0 } else { 1.5 };
        for rect in line.rects(without_spaces(line, piece.shown.clone())) {
            let middle = rect.center().y;
            let rect = Rect::from_x_y_ranges(rect.x_range(), middle - 10.0..=middle + 11.0).expand2(vec2(beside, 0.0));
            let rect = rect.translate(corner.to_vec2());
            let corner = CornerRadius::same(space::CORNER - 1);
            painter.rect_filled(rect, corner, fill);
            if piece.kind == Kind::Slot {
                painter.rect_stroke(rect, corner, Stroke::new(1.0, palette.accent), StrokeKind::Inside);
            }
        }
    }
}

/// A part of what is read without the spaces at its ends, which only hold words apart.
fn without_spaces(line: &Line, shown: Range<usize>) -> Range<usize> {
    let text = line.shown().text.get(shown.clone()).unwrap_or_default();
    let start = shown.start + text.len() - text.trim_start_matches(' ').len();
    start..(shown.end - (text.len() - text.trim_end_matches(' ').len())).max(start)
}

/// The ground behind something that was found.
fn found(painter: &Painter, line: &Line, corner: Pos2, palette: &Palette, mark: &Marked) {
    let fill = if mark.current { palette.found_here } else { palette.found };
    for rect in line.rects(line.shown().range(mark.range.clone())) {
        let middle = rect.center().y;
        let rect = Rect::from_x_y_ranges(rect.x_range(), middle - 10.0..=middle + 11.0).expand2(vec2(1.0, 0.0));
        painter.rect_filled(rect.translate(corner.to_vec2()), CornerRadius::same(2), fill);
    }
}

fn words(painter: &Painter, line: &Line, corner: Pos2, palette: &Palette) {
    let at = corner + line.at;
    painter.galley(at, of_this_frame(painter, line.galley()), palette.ink);
    if let Some((marker, x)) = &line.marker {
        painter.galley(pos2(corner.x + x, at.y), of_this_frame(painter, marker), palette.ink_soft);
    }
    for piece in line.shown().pieces.iter().filter(|piece| piece.kind == Kind::Composed) {
        for rect in line.rects(piece.shown.clone()) {
            let y = rect.bottom() - 4.0;
            let stroke = Stroke::new(1.0, palette.ink);
            painter.hline(corner.x + rect.left()..=corner.x + rect.right(), corner.y + y, stroke);
        }
    }
}

/// The same text with its letters where they are in the texture now. They move in it when it is full.
fn of_this_frame(painter: &Painter, galley: &Galley) -> Arc<Galley> {
    painter.fonts_mut(|fonts| fonts.layout_job(galley.job.as_ref().clone()))
}

/// A wavy line under a part of what is read, from the corner of the sheet.
fn squiggle(painter: &Painter, line: &Line, shown: Range<usize>, corner: Pos2, colour: Color32) {
    for rect in line.rects(shown) {
        let y = corner.y + rect.bottom() - 4.0;
        let (from, to) = (corner.x + rect.left(), corner.x + rect.right());
        let count = ((to - from) / 2.0).ceil() as usize;
        let wave =
            |at: usize| pos2((from + 2.0 * at as f32).min(to), y + if at.is_multiple_of(2) { 1.0 } else { -1.0 });
        painter.add(Shape::line((0..=count).map(wave).collect(), Stroke::new(1.0, colour)));
    }
}

/// The caret, and where an input method shows what it offers.
fn caret(ui: &Ui, painter: &Painter, sheet: &Sheet, corner: Pos2, look: &Look<'_>) {
    let rect = sheet.caret(look.span.head).translate(corner.to_vec2());
    let rect = if rect.height() > LINE - 2.0 { rect.shrink2(vec2(0.0, 2.0)) } else { rect };
    ui.data_mut(|data| data.insert_temp(look.id.with("caret"), rect));
    let input = ui.input(|input| (input.time, input.focused));
    if input.1 {
        paint_text_cursor(ui, painter, rect, input.0 - look.kept.touched);
    }
    let to_screen = ui.ctx().layer_transform_to_global(ui.layer_id()).unwrap_or_default();
    ui.output_mut(|output| {
        output.ime = Some(IMEOutput {
            purpose: IMEPurpose::Normal,
            rect: to_screen * look.rect,
            cursor_rect: to_screen * rect,
            should_interrupt_composition: false,
        });
    });
}
