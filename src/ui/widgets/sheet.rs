use super::{LINE, Width, caption};
use crate::ui::theme::space;
use egui::{Align, Id, Layout, Rect, Ui, UiBuilder, pos2, vec2};

/// The room for labels at the left, the gap behind them included. Where a place is too narrow for two columns there is none:
/// labels then stand above.
pub fn label_column(room: f32) -> f32 {
    if room < space::LABELS + 216.0 { 0.0 } else { space::LABELS }
}

/// A label in the column of labels, and beside it what it names, which is given the label's identity.
pub fn beside<R>(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui, Id) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let column = label_column(room.width());
    let mut left =
        ui.new_child(child("label", Rect::from_min_max(room.min, pos2(label_right(room, column), room.max.y))));
    // The first line of the label stands at the height of what is typed beside it.
    left.add_space(if column > 0.0 { (LINE - 18.0) / 2.0 } else { 0.0 });
    let caption = caption(&mut left, label).id;
    let top = if column > 0.0 { room.top() } else { left.min_rect().bottom() };
    let mut right = ui.new_child(child("beside", Rect::from_min_max(pos2(room.left() + column, top), room.max)));
    let result = add(&mut right, caption);
    let used = left.min_rect().union(right.min_rect());
    ui.allocate_rect(used, egui::Sense::empty());
    result
}

/// Something that has no label of its own, in the column of what is typed.
pub fn indented<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let column = label_column(room.width());
    let mut right = ui.new_child(child("indented", room.with_min_x(room.left() + column)));
    let result = add(&mut right);
    ui.allocate_rect(right.min_rect(), egui::Sense::empty());
    result
}

/// Where labels end: a gap before what they name, or at the end of the line where they stand above it.
fn label_right(room: Rect, column: f32) -> f32 {
    if column > 0.0 { room.left() + column - space::TWO } else { room.right() }
}

/// Short fields side by side, each with its label above it; what has no room goes on below. Each is a [`cell`].
pub fn cells<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = vec2(ui.available_width(), 0.0);
    let layout = Layout::left_to_right(Align::Min).with_main_wrap(true);
    let inner = ui.allocate_ui_with_layout(room, layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::TWO, space::ONE);
        add(ui)
    });
    inner.inner
}

/// One of several [`cells`], as wide as what goes into it.
pub fn cell<R>(ui: &mut Ui, width: Width, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = vec2(width.points(ui.max_rect().width()).min(CELL), LINE);
    let inner = ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
        ui.set_width(room.x);
        ui.spacing_mut().item_spacing.y = 0.0;
        add(ui)
    });
    inner.inner
}

/// The widest cell: a wider one would have its label beside it.
const CELL: f32 = 320.0;

fn child(salt: &str, room: Rect) -> UiBuilder {
    UiBuilder::new().id_salt(salt).max_rect(room).layout(Layout::top_down(Align::Min))
}

/// Lines that belong together.
pub fn row<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = vec2(ui.available_width(), 0.0);
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), add).inner
}
