//! Where the parts of the window lie: places are kept from its edges inwards, and drawn in as they are read.

use super::theme::{self, space};
use crate::app::{Command, State, View, ViewCommand};
use egui::{
    CornerRadius, CursorIcon, EventFilter, Frame, Id, Key, Panel, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};

/// The least width of the form and of the pages.
const LEAST_FORM: f32 = 440.0;
const LEAST_PAGES: f32 = 280.0;

/// How wide the pages are beside a form, where there is room for both. Until the clerk chose a width, what the form has
/// no use for is theirs, up to a page in its own size and a half.
fn pages_width(room: f32, chosen: f32) -> f32 {
    if chosen == View::default().preview_width {
        (room - space::COLUMN - 2.0 * space::SIX).min(940.0).max(chosen)
    } else {
        chosen
    }
}

/// Keeps the place of a panel, to draw in later.
pub fn reserved(ui: &mut Ui, panel: Panel) -> Rect {
    panel.resizable(false).show_separator_line(false).show(ui, |ui| ui.max_rect()).inner
}

/// Draws in a place that was kept.
pub fn within(ui: &mut Ui, place: Rect, add: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        ui.shrink_clip_rect(place);
        add(ui);
    });
}

/// Keeps the place of the pages; gives it, and how wide it may become.
pub fn pages_place(ui: &mut Ui, state: &State) -> (Rect, f32) {
    let widest = (ui.available_width() - LEAST_FORM).max(LEAST_PAGES);
    let width = pages_width(ui.available_width(), state.view.preview_width).clamp(LEAST_PAGES, widest).round();
    let side = Frame::NONE.fill(theme::palette(ui).desk);
    (reserved(ui, Panel::right("pages").exact_size(width).frame(side)), widest)
}

/// By how much an arrow key moves the edge of the pages, in points.
const EDGE_STEP: f32 = 16.0;

/// The edge between the form and the pages, which is dragged, or moved by arrow keys.
pub fn pages_edge(ui: &mut Ui, place: Rect, widest: f32, commands: &mut Vec<Command>) {
    let edge = Rect::from_x_y_ranges(place.left() - 4.0..=place.left() + 4.0, place.y_range());
    let handle = ui.interact(edge, Id::unique("edge of the pages"), Sense::drag());
    handle.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, "Width of the pages"));
    if handle.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(handle.id, filter));
        let line = edge.shrink2(vec2(3.0, 0.0));
        ui.painter().rect_filled(line, CornerRadius::ZERO, theme::palette(ui).accent);
        let steps = ui.input(|input| {
            let pressed = |key| input.num_presses(key) as f32;
            pressed(Key::ArrowLeft) - pressed(Key::ArrowRight)
        });
        if steps != 0.0 {
            let wanted = (place.width() + steps * EDGE_STEP).clamp(LEAST_PAGES, widest);
            commands.push(Command::View(ViewCommand::PreviewWidth(wanted)));
        }
    }
    if handle.hovered() || handle.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    if handle.dragged()
        && let Some(at) = handle.interact_pointer_pos()
    {
        let wanted = (place.right() - at.x).clamp(LEAST_PAGES, widest);
        commands.push(Command::View(ViewCommand::PreviewWidth(wanted)));
    }
}

/// The room at each side of the column of text, in a place of a width.
pub fn beside_column(room: f32) -> f32 {
    ((room - space::COLUMN) / 2.0).max(40.0)
}
