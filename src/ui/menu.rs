//! The menus, drawn from the command table.

use super::{
    keys,
    theme::{self, Weight, size, space},
    widgets::{Icon, focus_ring},
};
use crate::app::{Command, Entry, MENUS, State, TABLE};
use egui::{
    Color32, CornerRadius, Event, EventFilter, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Role, Sense,
    Ui, WidgetInfo,
    accesskit::HasPopup,
    pos2,
    text::{LayoutJob, TextFormat},
    vec2,
};

/// What the menus remember between two frames.
#[derive(Default)]
pub struct MenuBar {
    /// The menu that is open, by its place.
    open: Option<usize>,
    /// Whether the first entry is to have the focus: the menu was opened with a key.
    enter: bool,
    /// What had the focus before a menu was opened with a key.
    before: Option<Id>,
    /// Whether Alt is held, and then whether nothing else was pressed with it.
    alt: Option<bool>,
}

impl MenuBar {
    /// Draws the menus and collects what was chosen.
    pub fn show(&mut self, ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
        let letters = letters();
        self.keys(ui);
        if state.dialog.is_none() {
            self.letter(ui, &letters);
        }
        // The letters are shown once Alt is held.
        let held = ui.input(|input| input.modifiers.alt && !input.modifiers.ctrl) && !ui.ctx().os().is_mac();
        let was_open = self.open;
        let mut buttons = Vec::with_capacity(MENUS.len());
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (at, (name, letter)) in MENUS.iter().zip(&letters).enumerate() {
                let button = menu_button(ui, name, *letter, held, self.open == Some(at));
                if button.clicked() {
                    self.enter = !button.hovered();
                    self.open = if self.open == Some(at) { None } else { Some(at) };
                } else if button.hovered() && self.open.is_some_and(|open| open != at) {
                    self.open = Some(at);
                    self.enter = false;
                }
                buttons.push(button);
            }
        });
        if let Some((at, button)) = self.open.and_then(|at| Some((at, buttons.get(at)?))) {
            self.entries(at, button, state, out, was_open == self.open);
        }
        if was_open.is_some()
            && self.open.is_none()
            && let Some(before) = self.before.take()
        {
            super::widgets::give_back_focus(ui.ctx(), before);
        }
    }

    /// F10, or Alt pressed and let go alone, opens the first menu; left and right go to the next one; Escape closes.
    fn keys(&mut self, ui: &Ui) {
        let alt_tapped = ui.input(|input| input.events.iter().filter(|event| self.alt(event)).count() > 0);
        let opened = alt_tapped || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F10));
        if opened {
            self.before = self.before.or_else(|| ui.memory(|memory| memory.focused()));
            self.open = if self.open.is_some() { None } else { Some(0) };
            self.enter = self.open.is_some();
            ui.ctx().request_repaint();
        }
        let Some(open) = self.open else { return };
        let (left, right) = ui.input_mut(|input| {
            (input.consume_key(Modifiers::NONE, Key::ArrowLeft), input.consume_key(Modifiers::NONE, Key::ArrowRight))
        });
        if left || right {
            let step = if right { 1 } else { MENUS.len() - 1 };
            self.open = Some((open + step) % MENUS.len());
            self.enter = true;
        }
    }

    /// Alt with the letter of a menu opens it. No letter that is pressed with Alt is typed into what has the focus; on a Mac
    /// letters are typed so.
    fn letter(&mut self, ui: &Ui, letters: &[Option<char>]) {
        if ui.ctx().os().is_mac() {
            return;
        }
        let mut pressed = None;
        let mut typed = false;
        ui.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } => {
                    let letter = letter_of(*key).filter(|_| modifiers.alt && !modifiers.ctrl && !modifiers.command);
                    typed = letter.is_some();
                    pressed = letter.or(pressed);
                    letter.is_none()
                }
                Event::Text(_) => !std::mem::take(&mut typed),
                _ => true,
            });
        });
        let Some(at) = pressed.and_then(|letter| letters.iter().position(|own| *own == Some(letter))) else { return };
        if self.open.is_none() {
            self.before = ui.memory(|memory| memory.focused());
        }
        self.open = Some(at);
        self.enter = true;
        ui.ctx().request_repaint();
    }

    /// Follows the left Alt key; gives whether it was let go and nothing else was pressed with it. The right one is AltGr
    /// on many keyboards, with which letters are typed.
    fn alt(&mut self, event: &Event) -> bool {
        match event {
            Event::Key { key: Key::AltLeft, pressed: true, .. } => self.alt = self.alt.or(Some(true)),
            Event::Key { key: Key::AltLeft, pressed: false, .. } => return self.alt.take() == Some(true),
            Event::WindowFocused(_) => self.alt = None,
            Event::Key { .. } | Event::Text(_) | Event::PointerButton { .. } => {
                self.alt = self.alt.map(|_| false);
            }
            _ => {}
        }
        false
    }

    fn entries(&mut self, at: usize, button: &Response, state: &State, out: &mut Vec<Command>, was_open: bool) {
        let Some(menu) = MENUS.get(at) else { return };
        let popup = Popup::menu(button)
            .id(Id::unique(("menu", at)))
            .open(true)
            .width(332.0)
            .gap(2.0)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .accessible_name(*menu);
        let shown = popup.show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut group = None;
            let mut rows: Vec<Id> = Vec::new();
            for entry in TABLE.iter().filter(|entry| entry.menu.contains(menu)) {
                if group.is_some_and(|group| group != entry.group) {
                    rule(ui);
                }
                let response = entry_row(ui, entry, state);
                if self.enter && group.is_none() {
                    response.request_focus();
                    self.enter = false;
                }
                group = Some(entry.group);
                rows.push(response.id);
                if response.clicked() && (entry.available)(state).is_ok() {
                    out.push(Command::Do(entry.action));
                    self.open = None;
                }
            }
            go_through(ui, &rows);
        });
        let escape = button.ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let elsewhere = was_open && shown.is_some_and(|shown| shown.response.clicked_elsewhere()) && !button.clicked();
        if escape || elsewhere {
            self.open = None;
        }
    }
}

/// Leads from entry to entry by Up, Down, Home, End and Tab: at the end to the first again, and never out of the menu.
fn go_through(ui: &Ui, rows: &[Id]) {
    let focused = ui.memory(|memory| memory.focused());
    let Some(at) = rows.iter().position(|row| Some(*row) == focused) else { return };
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
    let last = rows.len() - 1;
    let to = ui.input_mut(|input| {
        let mut pressed = |held, key| input.consume_key(held, key);
        let none = Modifiers::NONE;
        // A key without Shift is also found where Shift is held: that with it is asked for first.
        if pressed(none, Key::ArrowUp) || pressed(Modifiers::SHIFT, Key::Tab) {
            at.checked_sub(1).unwrap_or(last)
        } else if pressed(none, Key::ArrowDown) || pressed(none, Key::Tab) {
            if at == last { 0 } else { at + 1 }
        } else if pressed(none, Key::Home) {
            0
        } else if pressed(none, Key::End) {
            last
        } else {
            at
        }
    });
    ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(rows[at], filter);
        if to != at {
            memory.request_focus(rows[to]);
        }
    });
    if to != at {
        // An entry holds its keys from the frame behind the one in which it got the focus.
        ui.ctx().request_repaint();
    }
}

/// The letters that open the menus with Alt: of each name the first that no menu before it has.
fn letters() -> Vec<Option<char>> {
    let mut letters: Vec<Option<char>> = Vec::with_capacity(MENUS.len());
    for name in MENUS {
        let free = |letter: &char| letter.is_ascii_alphabetic() && !letters.contains(&Some(*letter));
        let letter = name.chars().map(|letter| letter.to_ascii_lowercase()).find(free);
        letters.push(letter);
    }
    letters
}

/// The letter on a key, where it has one.
fn letter_of(key: Key) -> Option<char> {
    let mut name = key.name().chars();
    let letter = name.next().filter(|_| name.next().is_none())?;
    Some(letter.to_ascii_lowercase()).filter(char::is_ascii_alphabetic)
}

/// The name of a menu, its letter underlined where that is said.
fn name_of(ui: &Ui, name: &str, letter: Option<char>) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::default();
    let at = letter.and_then(|letter| name.to_ascii_lowercase().find(letter));
    let plain = TextFormat::simple(theme::font(Weight::Regular, size::LABEL), Color32::PLACEHOLDER);
    let line = egui::Stroke::new(1.0, theme::palette(ui).ink);
    for (start, part) in name.char_indices() {
        let underline = if at == Some(start) { line } else { egui::Stroke::NONE };
        job.append(part.encode_utf8(&mut [0; 4]), 0.0, TextFormat { underline, ..plain.clone() });
    }
    ui.painter().layout_job(job)
}

fn menu_button(ui: &mut Ui, name: &str, letter: Option<char>, shows_letter: bool, open: bool) -> Response {
    let palette = theme::palette(ui);
    let galley = name_of(ui, name, letter.filter(|_| shows_letter));
    // The bar is reached with F10 or Alt, not with Tab: the form is.
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(20.0, 8.0), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(open);
        node.set_has_popup(HasPopup::Menu);
        if let Some(letter) = letter {
            node.set_access_key(letter.to_string());
        }
    });
    let lit = open || response.hovered();
    let fill = if lit { palette.hover } else { theme::CLEAR };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    let ink = if lit { palette.ink } else { palette.ink_soft };
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    focus_ring(ui, &response);
    response
}

fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::ONE + 1.0), Sense::hover());
    let across = rect.shrink2(vec2(12.0, 0.0)).x_range();
    ui.painter().hline(across, rect.center().y, (1.0, theme::palette(ui).hairline));
}

/// Where the labels of entries begin: behind the tick of a switch.
const LABELS: f32 = 28.0;

fn entry_row(ui: &mut Ui, entry: &Entry, state: &State) -> Response {
    let palette = theme::palette(ui);
    let reason = (entry.available)(state).err();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width().max(324.0), 30.0), Sense::click());
    let is_on = entry.action.is_on(state);
    response.widget_info(|| match is_on {
        Some(on) => WidgetInfo::selected(Role::MenuItemCheckBox, reason.is_none(), on, entry.label),
        None => WidgetInfo::labeled(Role::MenuItem, reason.is_none(), entry.label),
    });
    let keys = entry.shortcut().map(|shortcut| keys::print(ui.ctx(), shortcut)).unwrap_or_default();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(reason.unwrap_or(entry.help));
        if !keys.is_empty() {
            node.set_keyboard_shortcut(keys.clone());
        }
    });
    let lit = response.has_focus() || response.hovered();
    let fill = match (lit, reason) {
        (true, None) => palette.accent_soft,
        (true, Some(_)) => palette.hover,
        (false, _) => theme::CLEAR,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    let (ink, ink_keys) = match reason {
        None => (palette.ink, palette.ink_soft),
        Some(_) => (palette.ink_faint, palette.ink_faint),
    };
    let font = theme::font(Weight::Regular, size::LABEL);
    let label = ui.painter().layout_no_wrap(entry.label.to_owned(), font.clone(), ink);
    let middle = |height: f32| rect.center().y - height / 2.0;
    if is_on == Some(true) {
        Icon::Tick.paint(ui.painter(), Icon::square(pos2(rect.left() + 14.0, rect.center().y)), ink);
    }
    ui.painter().galley(pos2(rect.left() + LABELS, middle(label.size().y)), label, ink);
    let keys = ui.painter().layout_no_wrap(keys, theme::font(Weight::Regular, size::SMALL), ink_keys);
    ui.painter().galley(pos2(rect.right() - 12.0 - keys.size().x, middle(keys.size().y)), keys, ink_keys);
    match reason {
        Some(reason) => response.on_hover_text(reason),
        None => response,
    }
}
