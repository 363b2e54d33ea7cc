//! The start page: what there is to do when no draft is open.

use super::{
    keys,
    theme::{self, Palette, Weight, print, size, space},
    widgets::{self, Icon, focus_ring},
};
use crate::app::{Action, Command, FileCommand, LeftBehind, State, entry};
use egui::{
    Align2, Color32, CornerRadius, Label, Painter, Pos2, Rect, Response, RichText, Role, Sense, Ui, UiBuilder,
    WidgetInfo, pos2, text::LayoutJob, vec2,
};
use std::path::Path;

/// The width of the words.
const WORDS: f32 = 400.0;
/// The width of the sheet beside them.
const SHEET: f32 = 328.0;
/// How many recent files are offered.
const RECENT: usize = 6;
/// Before so many seconds nothing is said of what is being opened.
const SOON: f64 = 0.4;
/// How many drafts are offered that were left behind.
const KEPT: usize = 6;

/// Draws the start page. `samples` are the titles of the samples.
pub fn show(ui: &mut Ui, state: &State, samples: &[&str], out: &mut Vec<Command>) {
    let area = ui.max_rect();
    let beside = area.width() >= WORDS + SHEET + 240.0;
    let whole = if beside { WORDS + 120.0 + SHEET } else { WORDS };
    let kept = state.left_behind.len().min(KEPT);
    let rows = state.recent.len().min(RECENT) + samples.len() + kept;
    let tall = 292.0 + rows as f32 * 44.0 + if kept > 0 { 52.0 } else { 0.0 };
    let left = area.center().x - whole / 2.0;
    let top = area.top() + ((area.height() - tall) * 0.42).max(space::SIX);
    let words = Rect::from_min_size(pos2(left.max(area.left() + space::THREE), top), vec2(WORDS, area.bottom() - top));
    if beside {
        let height = SHEET * 1.414;
        let at = pos2(words.right() + 120.0, area.top() + (area.height() - height) * 0.46);
        sheets(ui.painter(), theme::palette(ui), Rect::from_min_size(at, vec2(SHEET, height)));
    }
    ui.scope_builder(UiBuilder::new().max_rect(words), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        heading(ui);
        first_steps(ui, out);
        if !state.left_behind.is_empty() {
            label(ui, "Kept for you");
            for left in state.left_behind.iter().take(KEPT) {
                kept_row(ui, left, out);
            }
        }
        if !state.recent.is_empty() {
            label(ui, "Recent");
            for file in state.recent.iter().take(RECENT) {
                let row = file_row(ui, &file.title, &file.day, Detail::Path(&file.path));
                if row.on_hover_text(file.path.display().to_string()).clicked() {
                    out.push(Command::File(FileCommand::Open(file.path.clone())));
                }
            }
        }
        if !samples.is_empty() {
            label(ui, "Samples to look at");
            for (at, title) in samples.iter().enumerate() {
                if file_row(ui, title, "", Detail::Words("Opens as a new draft")).clicked() {
                    out.push(Command::File(FileCommand::OpenSample(at)));
                }
            }
        }
    });
}

/// What is shown while a draft is opened. It says so only where that takes long.
pub fn opening(ui: &mut Ui, name: &str) {
    let now = ui.input(|input| input.time);
    let since = ui.data_mut(|data| {
        let last = data.get_temp(egui::Id::unique("opening"));
        let (since, seen): (f64, f64) = last.unwrap_or((now, now));
        let since = if now - seen > 2.0 * SOON { now } else { since };
        data.insert_temp(egui::Id::unique("opening"), (since, now));
        since
    });
    let left = SOON - (now - since);
    if left > 0.0 {
        return ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
    }
    let ink = theme::palette(ui).ink_soft;
    ui.centered_and_justified(|ui| {
        let words = format!("Opening {name}\u{2026}");
        ui.label(RichText::new(words).font(theme::font(Weight::Regular, size::BODY)).color(ink));
    });
}

fn heading(ui: &mut Ui) {
    let palette = theme::palette(ui);
    let title = RichText::new("Minutebook").font(theme::font(Weight::Semibold, size::DISPLAY)).color(palette.ink);
    ui.add(Label::new(title));
    ui.add_space(space::HALF);
    let below = "The minutes of council meetings, from the first note to the signed record.";
    let below = RichText::new(below).font(theme::font(Weight::Regular, size::BODY)).color(palette.ink_soft);
    ui.add(Label::new(below).wrap());
    ui.add_space(space::FOUR);
}

fn first_steps(ui: &mut Ui, out: &mut Vec<Command>) {
    let keys = |action| {
        let shortcut = entry(action).and_then(|entry| entry.shortcut());
        shortcut.map(|shortcut| keys::print(ui.ctx(), shortcut)).unwrap_or_default()
    };
    let told = [(Action::New, "begins"), (Action::Open, "opens"), (Action::Palette, "finds every command")];
    let told = told.map(|(action, what)| format!("{} {what}", keys(action))).join(", ");
    let (new_keys, open_keys) = (keys(Action::New), keys(Action::Open));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::ONE;
        if widgets::primary_button(ui, "New minutes…").on_hover_text(new_keys).clicked() {
            out.push(Command::Do(Action::New));
        }
        if widgets::secondary_button(ui, "Open…").on_hover_text(open_keys).clicked() {
            out.push(Command::Do(Action::Open));
        }
    });
    ui.add_space(space::ONE);
    widgets::hint(ui, &format!("{told}."));
}

fn label(ui: &mut Ui, text: &str) {
    ui.add_space(space::FOUR);
    let ink = theme::palette(ui).ink_soft;
    ui.add(Label::new(RichText::new(text).font(theme::font(Weight::Semibold, size::SMALL)).color(ink)));
    ui.add_space(space::HALF);
}

/// A draft that was not closed, or was kept for the next time; it can be thrown away.
fn kept_row(ui: &mut Ui, left: &LeftBehind, out: &mut Vec<Command>) {
    let file = left.path.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
    let what = file.unwrap_or_else(|| "No file yet".to_owned());
    let detail = match &left.until {
        Some(until) => format!("{what}. Typed until {until}"),
        None => what,
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::ONE;
        let row = ui.scope(|ui| {
            ui.set_max_width(ui.available_width() - 32.0);
            file_row(ui, &left.title, "", Detail::Words(&detail))
        });
        if row.inner.clicked() {
            out.push(Command::File(FileCommand::TakeUp(left.key.clone())));
        }
        if widgets::icon_button(ui, Icon::Cross, &format!("Throw away {}", left.title)).clicked() {
            out.push(Command::File(FileCommand::ThrowAway(left.key.clone())));
        }
    });
}

/// What stands below the title of a file.
#[derive(Clone, Copy)]
enum Detail<'a> {
    Words(&'a str),
    Path(&'a Path),
}

/// A file to open. Where its title is too long, the end that tells it from others stays.
fn file_row(ui: &mut Ui, title: &str, end: &str, detail: Detail<'_>) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    let around = rect.expand2(vec2(space::ONE, 0.0));
    if response.hovered() {
        ui.painter().rect_filled(around, CornerRadius::same(space::CORNER), palette.hover);
    }
    Icon::Page.paint(ui.painter(), Icon::square(pos2(rect.left() + 8.0, rect.center().y)), palette.accent);
    let left = rect.left() + 28.0;
    let room = rect.right() - left;
    let font = theme::font(Weight::Regular, size::BODY);
    let end_galley = ui.painter().layout_no_wrap(end.to_owned(), font.clone(), palette.ink);
    let start = title.strip_suffix(end).unwrap_or(title);
    let mut job = LayoutJob::simple_singleline(start.to_owned(), font, palette.ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width((room - end_galley.size().x).max(0.0));
    let galley = ui.painter().layout_job(job);
    let at = pos2(left, rect.top() + 3.0);
    ui.painter().galley(at + vec2(galley.size().x, 0.0), end_galley, palette.ink);
    ui.painter().galley(at, galley, palette.ink);
    let font = theme::font(Weight::Regular, size::SMALL);
    let fits =
        |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), palette.ink_soft).size().x <= room;
    let detail = match detail {
        Detail::Words(words) => words.to_owned(),
        Detail::Path(path) => widgets::short_path(path, fits),
    };
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(detail.clone()));
    ui.painter().text(pos2(left, rect.bottom() - 4.0), Align2::LEFT_BOTTOM, detail, font, palette.ink_soft);
    focus_ring(ui, &response.clone().with_new_rect(around));
    response
}

/// A few sheets of minutes, so that an empty desk looks like a desk.
fn sheets(painter: &Painter, palette: &Palette, sheet: Rect) {
    let shadow = |offset: i8, blur: u8| egui::Shadow { offset: [0, offset], blur, spread: 0, color: palette.shadow };
    for shift in [16.0, 8.0] {
        let below = sheet.translate(vec2(shift, shift));
        painter.add(shadow(2, 12).as_shape(below, 1));
        painter.rect_filled(below, 1, palette.paper);
    }
    painter.add(shadow(6, 28).as_shape(sheet, 1));
    painter.rect_filled(sheet, 1, palette.paper);
    let unit = sheet.width() / 100.0;
    let bar = |x: f32, y: f32, width: f32, height: f32, colour: Color32| {
        let at: Pos2 = sheet.min + vec2(x, y) * unit;
        painter.rect_filled(Rect::from_min_size(at, vec2(width, height) * unit), CornerRadius::same(1), colour);
    };
    for (y, width) in [(13.0, 34.0), (17.5, 52.0), (22.0, 44.0)] {
        bar(12.0, y, width, 1.7, print::HEADING);
    }
    for (row, width) in [22.0, 18.0, 25.0, 20.0].into_iter().enumerate() {
        bar(36.0, 31.0 + 3.6 * row as f32, width, 1.1, print::TEXT);
    }
    bar(12.0, 31.0, 14.0, 1.1, print::TEXT);
    let mut y = 51.0;
    for (heading, lines) in
        [(30.0, vec![74.0, 70.0, 41.0]), (24.0, vec![73.0, 75.0, 72.0, 58.0]), (36.0, vec![74.0, 33.0])]
    {
        bar(12.0, y, 4.0, 1.6, print::HEADING);
        bar(19.0, y, heading, 1.6, print::HEADING);
        y += 4.6;
        for width in lines {
            bar(12.0, y, width, 1.1, print::TEXT);
            y += 3.4;
        }
        y += 4.4;
    }
    bar(12.0, y, 3.0, 1.6, print::ACCENT);
    bar(19.0, y, 44.0, 1.6, print::ACCENT);
    y += 4.6;
    for width in [75.0, 71.0, 49.0] {
        bar(12.0, y, width, 1.1, print::TEXT);
        y += 3.4;
    }
}
