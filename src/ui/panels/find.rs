//! The bar in which something is looked for: one quiet line above the form, and a second one to replace it.

use crate::{
    app::{Command, Draft, Query, SearchCommand, State},
    ui::{
        prose,
        theme::{self, Weight, size, space},
        widgets::{Icon, Width, bare_field, field_id, focus_ring, icon_button, quiet_button},
    },
};
use egui::{
    Align, Color32, Context, CornerRadius, Event, Frame, Id, Key, Label, Layout, Margin, Modifiers, Panel, Rect,
    Response, RichText, Role, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, accesskit::Live, text::CCursor,
    text_selection::CCursorRange, vec2,
};

/// The height of one line of the bar.
const LINE: f32 = 44.0;
/// The room for the count and for where the hit stands, below one another.
const COUNT: f32 = 132.0;
/// What stands beside the field: the count, two arrows, two switches, the fold, the cross, and the gaps.
const BESIDE: f32 = COUNT + 232.0;

/// The bar.
#[derive(Default)]
pub struct FindBar {
    /// For which call the focus was taken into it.
    attention: u64,
    /// Whether it is still to have the focus: below a question that is just leaving nothing has it.
    called: bool,
    /// What can have the focus in it: the upper field, and where it is shown the lower one, come first.
    ids: Vec<Id>,
    /// What of it had the focus at the end of the last frame.
    focused: Option<Id>,
    /// What keys asked for in this frame.
    asked: Vec<SearchCommand>,
}

impl FindBar {
    /// Whether something in the bar has the focus.
    pub fn has_focus(&self) -> bool {
        self.focused.is_some()
    }

    /// Whether something is a part of the bar.
    pub fn holds(&self, id: Id) -> bool {
        self.ids.contains(&id)
    }

    /// Takes the keys that are the bar's before anything else sees them; what was typed behind one waits until it was carried
    /// out. Gives whether Escape leads to what was found.
    pub fn keys(&mut self, ctx: &Context, state: &State) -> bool {
        if !state.search.open || state.dialog.is_some() {
            return false;
        }
        let Some(focused) = self.focused else {
            let list = egui::Popup::is_any_open(ctx);
            if !list && ctx.input(|input| input.key_pressed(Key::Escape)) {
                self.asked.push(SearchCommand::Close { from_bar: false });
            }
            return false;
        };
        let field =
            self.ids.iter().take(2).position(|id| *id == focused).filter(|at| *at == 0 || state.search.replacing);
        let mut later = Vec::new();
        let asked = &mut self.asked;
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                if asked.is_empty() {
                    let command = meant(event, field);
                    asked.extend(command.clone());
                    return command.is_none();
                }
                if prose::is_typed(event) {
                    later.extend((!is_release(event)).then(|| event.clone()));
                    return false;
                }
                true
            });
        });
        if !self.asked.is_empty() {
            prose::defer(ctx, later);
        }
        let closes = self.asked.contains(&SearchCommand::Close { from_bar: true });
        closes && state.search.current.is_some()
    }

    /// Draws the bar above what is left of a place.
    pub fn show(&mut self, ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
        if !state.search.open {
            self.ids.clear();
            self.focused = None;
            self.asked.clear();
            return;
        }
        let lines = if state.search.replacing { 2.0 } else { 1.0 };
        let palette = theme::palette(ui);
        let frame = Frame::NONE.fill(palette.panel).inner_margin(Margin::symmetric(12, 0));
        let panel = Panel::top("find").exact_size(LINE * lines).frame(frame).show_separator_line(false);
        let mut asked = Vec::new();
        let shown = panel.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(space::HALF, 0.0);
            let width = ui.available_width();
            let field = (width - BESIDE).clamp(96.0, 320.0);
            self.called |= std::mem::replace(&mut self.attention, state.search.attention) != state.search.attention;
            let called = self.called;
            let (mut ids, mut lower) = (Vec::new(), Vec::new());
            line(ui, |ui| finding(ui, state, field, called && !state.search.at_with, &mut ids, &mut asked));
            if state.search.replacing {
                line(ui, |ui| replacing(ui, state, field, called && state.search.at_with, &mut lower, &mut asked));
            }
            ids.splice(1..1, lower);
            self.ids = ids;
        });
        let rect = shown.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, palette.hairline));
        self.focused = ui.memory(|memory| memory.focused()).filter(|id| self.ids.contains(id));
        self.called &= self.focused.is_none();
        // What was typed comes before what a key does with it.
        asked.append(&mut self.asked);
        out.extend(asked.into_iter().map(Command::Search));
    }
}

/// Gives a field the focus, with all of its text selected: what is typed takes its place.
fn take_focus(ui: &Ui, id: Id, text: &str) {
    let mut kept = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    kept.cursor.set_char_range(Some(all));
    kept.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
    ui.ctx().request_repaint();
}

const FIND: &str = "Find";
const WITH: &str = "Replace with";

/// What a key means in the bar. `field` is the field that has the focus, none a button.
fn meant(event: &Event, field: Option<usize>) -> Option<SearchCommand> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    let held = |wanted: Modifiers| modifiers.matches_exact(wanted);
    match key {
        Key::Enter if held(Modifiers::COMMAND | Modifiers::SHIFT) => Some(SearchCommand::Replace),
        Key::Enter if held(Modifiers::SHIFT) => Some(SearchCommand::Previous),
        Key::Enter if held(Modifiers::NONE) => match field? {
            0 => Some(SearchCommand::Next),
            _ => Some(SearchCommand::Replace),
        },
        Key::F3 if held(Modifiers::NONE) => Some(SearchCommand::Next),
        Key::F3 if held(Modifiers::SHIFT) => Some(SearchCommand::Previous),
        Key::Escape => Some(SearchCommand::Close { from_bar: true }),
        _ => None,
    }
}

fn is_release(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: false, .. })
}

fn line(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(ui.available_width(), LINE), |ui| ui.horizontal_centered(add));
}

fn finding(ui: &mut Ui, state: &State, width: f32, called: bool, ids: &mut Vec<Id>, asked: &mut Vec<SearchCommand>) {
    let search = &state.search;
    let mut query = search.query.clone();
    let id = field_id(ui, FIND);
    ids.push(id);
    if called {
        take_focus(ui, id, &query.text);
    }
    bare_field(ui, FIND, &mut query.text, "Find in these minutes", Width::Points(width));
    ui.add_space(space::HALF);
    count(ui, state);
    ui.add_enabled_ui(!search.hits.is_empty(), |ui| {
        let mut arrow = |icon, name, command| {
            let arrow = icon_button(ui, icon, name);
            ids.push(arrow.id);
            if arrow.clicked() {
                asked.push(command);
            }
        };
        arrow(Icon::Up, "Find previous (Shift+Enter)", SearchCommand::Previous);
        arrow(Icon::Down, "Find next (Enter)", SearchCommand::Next);
    });
    for (text, name, on) in
        [("Aa", "Capitals as typed", &mut query.case), ("Word", "Whole words only", &mut query.words)]
    {
        let switch = switch(ui, text, name, *on);
        ids.push(switch.id);
        if switch.clicked() {
            *on = !*on;
        }
    }
    let sealed = state.draft.as_ref().is_none_or(Draft::only_reads);
    ui.add_enabled_ui(!sealed, |ui| {
        let (icon, name) =
            if search.replacing { (Icon::Minus, "Hide replacing") } else { (Icon::Plus, "Replace (Ctrl+H)") };
        let fold = icon_button(ui, icon, name);
        ids.push(fold.id);
        if fold.clicked() {
            asked.push(SearchCommand::Replacing(!search.replacing));
        }
    });
    let cross = icon_button(ui, Icon::Cross, "Close (Escape)");
    ids.push(cross.id);
    if query != search.query {
        asked.insert(0, SearchCommand::Query(Query { text: query.text, ..query }));
    }
    if cross.clicked() {
        asked.push(SearchCommand::Close { from_bar: true });
    }
}

/// How many there are, which is shown, and where that stands.
fn count(ui: &mut Ui, state: &State) {
    let palette = theme::palette(ui);
    let (count, place) = (state.search.count(), state.hit_place());
    let lost = state.search.hits.is_empty() && !count.is_empty();
    let spoken = match &place {
        Some(place) => format!("{count}, {place}"),
        None => count.clone(),
    };
    let (room, _) = ui.allocate_exact_size(vec2(COUNT, LINE), Sense::hover());
    let lines = if place.is_some() { 2.0 } else { 1.0 };
    let middle = Rect::from_center_size(room.center(), vec2(COUNT, 18.0 * lines));
    ui.scope_builder(UiBuilder::new().max_rect(middle).layout(Layout::top_down(Align::Min)), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let small = |text: String, colour| {
            let text = RichText::new(text).font(theme::font(Weight::Regular, size::SMALL)).color(colour);
            Label::new(text).truncate()
        };
        let label = ui.add(small(count, if lost { palette.problem } else { palette.ink }));
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_live(Live::Polite);
            node.set_label(spoken.clone());
            node.set_value(spoken.clone());
        });
        if let Some(place) = place {
            ui.add(small(place.clone(), palette.ink_soft)).on_hover_text(place);
        }
    });
}

fn replacing(ui: &mut Ui, state: &State, width: f32, called: bool, ids: &mut Vec<Id>, asked: &mut Vec<SearchCommand>) {
    let search = &state.search;
    let mut with = search.with.clone();
    let id = field_id(ui, WITH);
    ids.push(id);
    if called {
        take_focus(ui, id, &with);
    }
    bare_field(ui, WITH, &mut with, "Replace with", Width::Points(width));
    if with != search.with {
        asked.push(SearchCommand::With(with));
    }
    ui.add_space(space::HALF);
    let sealed = state.draft.as_ref().is_none_or(Draft::only_reads);
    ui.add_enabled_ui(!sealed && !search.hits.is_empty(), |ui| {
        let one = quiet_button(ui, "Replace").on_hover_text("Ctrl+Shift+Enter");
        let all = quiet_button(ui, "Replace all").on_hover_text("In the whole draft, as one step that Undo takes back");
        ids.extend([one.id, all.id]);
        if one.clicked() {
            asked.push(SearchCommand::Replace);
        }
        if all.clicked() {
            asked.push(SearchCommand::ReplaceAll);
        }
    });
}

/// A small switch: a word on a ground while it is on.
fn switch(ui: &mut Ui, text: &str, name: &str, on: bool) -> Response {
    let palette = theme::palette(ui);
    let font = theme::font(Weight::Semibold, size::SMALL);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + space::TWO, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name));
    let fill = match (on, response.hovered()) {
        (true, _) => palette.accent_soft,
        (false, true) => palette.hover,
        (false, false) => theme::CLEAR,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    let ink = if on { palette.accent } else { palette.ink_soft };
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    focus_ring(ui, &response);
    response.on_hover_text(name)
}
