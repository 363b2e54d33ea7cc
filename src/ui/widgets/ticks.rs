use super::{focus_ring, tick_box};
use crate::ui::theme::{self, Weight, size, space};
use egui::{CornerRadius, EventFilter, Id, Key, Modifiers, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// One row of a list of people or things that are ticked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TickRow<'a> {
    /// What it is: "Councillor M Musgrave". The row's accessible name.
    pub name: &'a str,
    /// What stands behind it, softer: "Chair".
    pub detail: &'a str,
    /// What stands at the right: "Apologies", "remote".
    pub state: &'a str,
    /// Whether it is ticked.
    pub ticked: bool,
    /// What stands in the box in place of a tick, on a quiet ground: a vote that is not for, say.
    pub mark: Option<super::Icon>,
    /// A number that stays with the row when the list changes: the id of its node.
    pub key: u32,
}

/// What the clerk did to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowAct {
    /// Space, or a click on the box: tick it or take the tick away.
    Tick,
    /// Enter, or a click on the name: show what more there is.
    Open,
    /// Delete.
    Remove,
    /// A letter, in lower case: a list may give letters a meaning, such as `a` for apologies.
    Letter(char),
    /// Alt and up: move it up.
    MoveUp,
    /// Alt and down: move it down.
    MoveDown,
}

/// A list that is worked with the keyboard: up, down, Home and End go from row to row, Space ticks, Enter opens. The list
/// is one stop for Tab. Gives the row, by its place, and what was done to it.
pub fn tick_list(ui: &mut Ui, salt: &str, rows: &[TickRow<'_>]) -> Option<(usize, RowAct)> {
    tick_list_with(ui, salt, rows, None, None, |_| {})
}

/// As [`tick_list`], with something below one of the rows, by its place; `behind` is the field that stands behind the last
/// row: down leads into it from there, and so does Delete.
pub fn tick_list_with(
    ui: &mut Ui,
    salt: &str,
    rows: &[TickRow<'_>],
    behind: Option<Id>,
    open: Option<usize>,
    details: impl FnOnce(&mut Ui),
) -> Option<(usize, RowAct)> {
    let list = list_id(ui, salt);
    let mut details = Some(details);
    let current = ui.data(|data| data.get_temp::<u32>(list));
    let current = rows.iter().position(|row| Some(row.key) == current).unwrap_or(0);
    let mut act = None;
    let apart = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    let mut responses = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let (response, on_box) = tick_row(ui, list.with(row.key), row, at == current);
        if response.clicked() {
            response.request_focus();
            act = Some((at, if on_box { RowAct::Tick } else { RowAct::Open }));
        }
        if response.has_focus() && at != current {
            ui.data_mut(|data| data.insert_temp(list, row.key));
        }
        responses.push(response);
        if open == Some(at)
            && let Some(details) = details.take()
        {
            ui.scope(details);
        }
    }
    ui.spacing_mut().item_spacing.y = apart;
    let focused = responses.iter().position(Response::has_focus)?;
    let (next, pressed) = keys(ui, responses.get(focused)?.id, focused, rows.len());
    if let Some((row, response)) = next.and_then(|next| rows.get(next).zip(responses.get(next))) {
        ui.data_mut(|data| data.insert_temp(list, row.key));
        response.request_focus();
        response.scroll_to_me(None);
    } else if next.is_some()
        && let Some(behind) = behind
    {
        ui.memory_mut(|memory| memory.request_focus(behind));
    }
    if pressed == Some(RowAct::Remove) {
        // The focus stays where it is on the screen: on what comes into the place of the row.
        match (rows.get(focused + 1), behind, focused.checked_sub(1).and_then(|above| rows.get(above))) {
            (Some(row), _, _) | (None, None, Some(row)) => focus_row(ui, salt, row.key),
            (None, Some(behind), _) => ui.memory_mut(|memory| memory.request_focus(behind)),
            (None, None, None) => {}
        }
    }
    pressed.map(|pressed| (focused, pressed)).or(act)
}

/// Takes the focus to the row with this key.
pub fn focus_row(ui: &Ui, salt: &str, key: u32) {
    let list = list_id(ui, salt);
    ui.data_mut(|data| data.insert_temp(list, key));
    ui.memory_mut(|memory| memory.request_focus(list.with(key)));
}

/// The identity of the row with a key.
pub fn row_id(ui: &Ui, salt: &str, key: u32) -> Id {
    list_id(ui, salt).with(key)
}

/// The row at which the clerk was last in a list; none where they were at none.
pub fn current_row(ui: &Ui, salt: &str) -> Option<Id> {
    let list = list_id(ui, salt);
    ui.data(|data| data.get_temp::<u32>(list)).map(|key| list.with(key))
}

fn list_id(ui: &Ui, salt: &str) -> Id {
    ui.make_persistent_id(("ticks", salt))
}

fn tick_row(ui: &mut Ui, id: Id, row: &TickRow<'_>, is_stop: bool) -> (Response, bool) {
    let palette = theme::palette(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), space::ROW));
    let response = ui.interact(rect, id, if is_stop { Sense::click() } else { Sense::CLICK });
    let name =
        [row.name, row.detail, row.state].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, row.ticked, &name));
    if !ui.is_rect_visible(rect) {
        return (response, false);
    }
    if response.hovered() {
        let around = rect.expand2(vec2(space::ONE, 0.0));
        ui.painter().rect_filled(around, CornerRadius::same(space::CORNER), palette.hover);
    }
    let square = super::Icon::square(pos2(rect.left() + 8.0, rect.center().y));
    match row.mark {
        Some(mark) => {
            ui.painter().rect_filled(square, CornerRadius::same(3), palette.accent_soft);
            mark.paint(ui.painter(), square, palette.ink);
        }
        None => tick_box(ui, square, row.ticked, response.hovered()),
    }
    let write = |x: f32, text: &str, font, colour| {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, colour);
        let width = galley.size().x;
        ui.painter().galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, colour);
        width
    };
    let ink = if row.ticked || row.mark.is_some() { palette.ink } else { palette.ink_soft };
    let left = rect.left() + 16.0 + 12.0;
    let width = write(left, row.name, theme::font(Weight::Regular, size::BODY), ink);
    write(left + width + space::ONE, row.detail, theme::font(Weight::Regular, size::LABEL), palette.ink_soft);
    let font = theme::font(Weight::Regular, size::LABEL);
    let state = ui.painter().layout_no_wrap(row.state.to_owned(), font, palette.ink_soft);
    let at = pos2(rect.right() - state.size().x, rect.center().y - state.size().y / 2.0);
    ui.painter().galley(at, state, palette.ink_soft);
    focus_ring(ui, &response.clone().with_new_rect(rect.expand2(vec2(space::ONE, 0.0))));
    let on_box = response.interact_pointer_pos().is_none_or(|at| at.x <= square.right() + space::ONE);
    (response, on_box)
}

fn keys(ui: &mut Ui, id: Id, at: usize, count: usize) -> (Option<usize>, Option<RowAct>) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    ui.input_mut(|input| {
        let mut pressed = |modifiers, key| input.consume_key(modifiers, key);
        let act = if pressed(Modifiers::ALT, Key::ArrowUp) {
            Some(RowAct::MoveUp)
        } else if pressed(Modifiers::ALT, Key::ArrowDown) {
            Some(RowAct::MoveDown)
        } else if pressed(Modifiers::NONE, Key::Space) {
            Some(RowAct::Tick)
        } else if pressed(Modifiers::NONE, Key::Enter) {
            Some(RowAct::Open)
        } else if pressed(Modifiers::NONE, Key::Delete) {
            Some(RowAct::Remove)
        } else {
            None
        };
        let next = if pressed(Modifiers::NONE, Key::ArrowUp) {
            at.checked_sub(1)
        } else if pressed(Modifiers::NONE, Key::ArrowDown) {
            Some(at + 1)
        } else if pressed(Modifiers::NONE, Key::Home) {
            Some(0)
        } else if pressed(Modifiers::NONE, Key::End) {
            count.checked_sub(1)
        } else {
            None
        };
        let letter = input.events.iter().find_map(|event| match event {
            egui::Event::Text(text) => text.chars().next().filter(|c| c.is_alphabetic()),
            _ => None,
        });
        let letter = letter.and_then(|c| c.to_lowercase().next()).map(RowAct::Letter);
        (next, act.or(letter))
    })
}
