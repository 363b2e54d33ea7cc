//! A column of things of which only those in view are drawn. The others keep their room: the height that they had, or a
//! guess. What has the focus stays drawn with its neighbours, and so do the first and the last, so that Tab and screen
//! readers find the way into the column and through it.

use egui::{Id, Rect, Sense, Ui, vec2};

/// One thing of the column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Entry {
    /// What tells it from the others, also when their order changes.
    pub key: u32,
    /// A guess at its height, in points, for as long as it was never drawn.
    pub guess: f32,
}

/// How high something was, in a column of a width. What is typed changes the height of what is drawn, and only that.
#[derive(Clone, Copy, PartialEq)]
struct Measured {
    width: f32,
    height: f32,
}

/// Draws the entries that are in view or near it, by their place; all of them where `all` is said, because one of them is
/// about to take the focus wherever it is.
pub(super) fn show(ui: &mut Ui, salt: &str, entries: &[Entry], all: bool, mut draw: impl FnMut(&mut Ui, usize)) {
    let column = ui.make_persistent_id(("column", salt));
    let seen = ui.clip_rect();
    // A screen more at each end: what Page Down and the wheel bring into view is measured before it is seen.
    let near = seen.expand2(vec2(0.0, seen.height()));
    let with_focus = ui.data(|data| data.get_temp::<u32>(column));
    let with_focus = with_focus.and_then(|key| entries.iter().position(|entry| entry.key == key));
    let focused = ui.memory(|memory| memory.focused()).and_then(|id| ui.ctx().read_response(id));
    let mut next_with_focus = None;
    let mut moved = 0.0;
    for (at, entry) in entries.iter().enumerate() {
        let place = column.with(entry.key);
        let known = recall(ui, place);
        let height = known.unwrap_or(entry.guess);
        let top = ui.available_rect_before_wrap().min;
        let room = Rect::from_min_size(top, vec2(ui.available_width(), height));
        let is_stop = at == 0 || at + 1 == entries.len() || with_focus.is_some_and(|focus| at.abs_diff(focus) <= 1);
        if !(all || is_stop || room.intersects(near)) {
            ui.allocate_rect(room, Sense::empty());
            continue;
        }
        let drawn = ui.push_id(entry.key, |ui| {
            ui.set_width(room.width());
            draw(ui, at);
        });
        let drawn = drawn.response.rect;
        remember(ui, place, drawn.height());
        if drawn.bottom() < seen.top() {
            moved += drawn.height() - height;
        }
        if focused.as_ref().is_some_and(|response| drawn.contains(response.rect.center())) {
            next_with_focus = Some(entry.key);
        }
    }
    if moved.abs() > 0.5 && !all {
        // What lies above turned out higher than was thought: what is read stays where it is.
        ui.scroll_with_delta(vec2(0.0, -moved));
    }
    ui.data_mut(|data| match next_with_focus {
        Some(key) => {
            data.insert_temp(column, key);
        }
        None => data.remove::<u32>(column),
    });
}

fn recall(ui: &Ui, place: Id) -> Option<f32> {
    let measured = ui.data(|data| data.get_temp::<Measured>(place))?;
    (measured.width - ui.available_width()).abs().lt(&0.5).then_some(measured.height)
}

fn remember(ui: &Ui, place: Id, height: f32) {
    let measured = Measured { width: ui.available_width(), height };
    ui.data_mut(|data| data.insert_temp(place, measured));
}
