//! Two texts beside each other: what was removed is struck through at the left, what was added is underlined at the right.

use crate::{
    app::{CompareWith, Comparison, Fate, Piece, Row, ShownLine, Side, VersionName},
    ui::theme::{self, Palette, Weight, size, space},
};
use egui::{
    Color32, FontId, Galley, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2,
    text::{LayoutJob, TextFormat},
    vec2,
};
use std::sync::Arc;

/// The room between the columns, for the mark that says what happened.
const GUTTER: f32 = 64.0;

/// The room beside the texts, for the bar to scroll with.
const BAR: f32 = 16.0;

/// Up to how many lines a screen reader is told of those out of view, too: with very many of them a frame takes long.
const MOST_TOLD: usize = 600;

/// Which comparison is shown, and whether with what is the same.
pub(super) type Which = (VersionName, CompareWith, bool);

/// The sheet as it was drawn last.
#[derive(Default)]
pub(super) struct Sheet {
    /// What was drawn, and how wide.
    of: Option<(Which, f32)>,
    /// The heights of its lines, as far as they were laid out.
    heights: Vec<Option<f32>>,
    /// How many pages it is still to be scrolled.
    pages: f32,
    /// How high it is.
    height: f32,
}

impl Sheet {
    /// Scrolls by so many of its own heights, as it is drawn next.
    pub fn turn_pages(&mut self, pages: f32) {
        self.pages += pages;
    }

    /// Draws it below the names of its columns.
    pub fn show(&mut self, ui: &mut Ui, comparison: &Comparison, which: Which, heads: &[String; 2]) {
        let width = ui.available_width();
        self.heads(ui, heads, width);
        let lines = comparison.shown(which.2);
        if self.of != Some((which, width)) || self.heights.len() != lines.len() {
            self.of = Some((which, width));
            self.heights = vec![None; lines.len()];
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt((which.0, which.1)).auto_shrink(false);
        area.show_viewport(ui, |ui, view| {
            self.height = view.height();
            let turn = std::mem::take(&mut self.pages) * (view.height() - space::SIX);
            if turn != 0.0 {
                ui.scroll_with_delta(vec2(0.0, -turn));
            }
            let columns = Columns::new(ui.min_rect(), width);
            let mut top = 0.0;
            for (at, line) in lines.iter().enumerate() {
                let known = self.heights.get(at).copied().flatten();
                let height = known.unwrap_or_else(|| columns.guess(line));
                if top + height >= view.top() && top <= view.bottom() {
                    let drawn = columns.draw(ui, line, at, top);
                    if let Some(known) = self.heights.get_mut(at) {
                        *known = Some(drawn);
                    }
                    top += drawn;
                } else {
                    if lines.len() <= MOST_TOLD {
                        columns.tell(ui, line, at, top, height);
                    }
                    top += height;
                }
            }
            ui.set_min_height(top + space::TWO);
            ui.set_width(width - BAR);
        });
    }

    fn heads(&self, ui: &mut Ui, heads: &[String; 2], width: f32) {
        let palette = theme::palette(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
        let columns = Columns::new(rect, width);
        for (left, text) in [columns.left, columns.right].into_iter().zip(heads) {
            let font = theme::font(Weight::Semibold, size::SMALL);
            let mut job = LayoutJob::simple_singleline(text.clone(), font, palette.ink_soft);
            job.wrap = egui::text::TextWrapping::truncate_at_width(columns.width);
            let galley = ui.painter().layout_job(job);
            let at = pos2(left, rect.center().y - galley.size().y / 2.0);
            let place = Rect::from_min_size(at, galley.size());
            ui.painter().galley(at, galley, palette.ink_soft);
            let head = ui.interact(place, ui.scope_id().with(("head", left as i32)), Sense::hover());
            head.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, text));
        }
        ui.painter().hline(rect.left()..=rect.right() - BAR, rect.bottom(), (1.0, palette.hairline));
    }
}

/// Where the columns stand.
struct Columns {
    top: f32,
    left: f32,
    right: f32,
    width: f32,
    all: f32,
}

impl Columns {
    fn new(room: Rect, width: f32) -> Columns {
        let all = width - BAR;
        let column = ((all - GUTTER) / 2.0).max(80.0);
        Columns { top: room.top(), left: room.left(), right: room.left() + column + GUTTER, width: column, all }
    }

    /// About how high a line is that was not laid out yet.
    fn guess(&self, line: &ShownLine<'_>) -> f32 {
        match line {
            ShownLine::Row(row) => {
                let letters: usize = row.pieces.iter().map(|piece| piece.text.len()).sum();
                let lines = (letters as f32 * 7.0 / self.width).ceil().max(1.0);
                lines * LINE + GAP
            }
            ShownLine::Title { .. } => TITLE,
            ShownLine::SameLines(_) | ShownLine::SamePassages { .. } => FOLD,
        }
    }

    /// Draws a line so far below the top; gives its height.
    fn draw(&self, ui: &Ui, line: &ShownLine<'_>, at: usize, top: f32) -> f32 {
        let palette = theme::palette(ui);
        let height = match line {
            ShownLine::Row(row) => self.row(ui, row, self.top + top),
            ShownLine::Title { .. } => {
                self.across(ui, &line.words(), Weight::Semibold, palette.ink, self.top + top + TITLE - LINE - GAP);
                TITLE
            }
            ShownLine::SameLines(_) | ShownLine::SamePassages { .. } => {
                let middle = self.top + top + (FOLD - LINE) / 2.0;
                self.across(ui, &line.words(), Weight::Regular, palette.ink_soft, middle);
                FOLD
            }
        };
        self.tell(ui, line, at, top, height);
        height
    }

    /// Tells a screen reader of a line, in view or not.
    fn tell(&self, ui: &Ui, line: &ShownLine<'_>, at: usize, top: f32, height: f32) {
        let rect = Rect::from_min_size(pos2(self.left, self.top + top), vec2(self.all, height));
        let response = ui.interact(rect, ui.scope_id().with(("line", at)), Sense::hover());
        response.widget_info(|| match line {
            ShownLine::Row(row) => WidgetInfo::labeled(Role::Paragraph, true, row.spoken()),
            ShownLine::Title { .. } => WidgetInfo::labeled(Role::Heading, true, line.words()),
            ShownLine::SameLines(_) | ShownLine::SamePassages { .. } => {
                WidgetInfo::labeled(Role::Paragraph, true, line.words())
            }
        });
    }

    /// Words over both columns.
    fn across(&self, ui: &Ui, words: &str, weight: Weight, colour: Color32, top: f32) {
        let mut job = LayoutJob::simple_singleline(words.to_owned(), theme::font(weight, size::LABEL), colour);
        job.wrap = egui::text::TextWrapping::truncate_at_width(self.all);
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(pos2(self.left, top), galley, colour);
    }

    fn row(&self, ui: &Ui, row: &Row, top: f32) -> f32 {
        let palette = theme::palette(ui);
        let above = if row.is_heading { space::TWO } else { 0.0 };
        let side = |own: Side| {
            let there = row.pieces.iter().any(|piece| piece.side == own || piece.side == Side::Both);
            there.then(|| galley(ui, row, own, self.width))
        };
        let (earlier, later) = (side(Side::Earlier), side(Side::Later));
        let height = [&earlier, &later].into_iter().flatten().map(|galley| galley.size().y).fold(LINE, f32::max);
        for (galley, left) in [(earlier, self.left), (later, self.right)] {
            if let Some(galley) = galley {
                ui.painter().galley(pos2(left, top + above), galley, palette.ink);
            }
        }
        if let Some((sign, colour)) = sign(row.fate, palette) {
            let font = theme::font(Weight::Semibold, size::LABEL);
            let middle = pos2(self.right - GUTTER / 2.0, top + above + LINE / 2.0);
            ui.painter().text(middle, egui::Align2::CENTER_CENTER, sign, font, colour);
        }
        above + height + GAP
    }
}

/// The height of one line of text, and what lies between two paragraphs.
const LINE: f32 = 20.0;
const GAP: f32 = 8.0;
/// The height of the name of a passage, and of what stands for what is the same.
const TITLE: f32 = 44.0;
const FOLD: f32 = 36.0;

/// What stands between the columns beside a line that differs.
fn sign(fate: Fate, palette: &Palette) -> Option<(&'static str, Color32)> {
    match fate {
        Fate::Same => None,
        Fate::Changed => Some(("±", palette.ink_soft)),
        Fate::Added => Some(("+", palette.done)),
        Fate::Removed => Some(("–", palette.problem)),
        Fate::MovedHere | Fate::MovedAway => Some(("moved", palette.ink_soft)),
    }
}

/// One side of a line.
fn galley(ui: &Ui, row: &Row, own: Side, width: f32) -> Arc<Galley> {
    let palette = theme::palette(ui);
    let weight = if row.is_heading { Weight::Semibold } else { Weight::Regular };
    let font = theme::font(weight, size::LABEL);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    if !row.label.is_empty() {
        job.append(&format!("{}\u{2002}", row.label), 0.0, format(&font, palette.ink_soft));
    }
    for Piece { text, side } in row.pieces.iter().filter(|piece| piece.side == own || piece.side == Side::Both) {
        let moved = matches!(row.fate, Fate::MovedHere | Fate::MovedAway);
        let look = match side {
            _ if moved => format(&font, palette.ink),
            Side::Both if row.fate == Fate::Same && !row.is_heading => format(&font, palette.ink_soft),
            Side::Both => format(&font, palette.ink),
            Side::Earlier => {
                TextFormat { strikethrough: Stroke::new(1.5, palette.problem), ..format(&font, palette.problem) }
            }
            Side::Later => TextFormat { underline: Stroke::new(1.5, palette.done), ..format(&font, palette.done) },
        };
        job.append(text, 0.0, look);
    }
    ui.painter().layout_job(job)
}

fn format(font: &FontId, color: Color32) -> TextFormat {
    TextFormat { line_height: Some(LINE), ..TextFormat::simple(font.clone(), color) }
}
