use crate::{
    app::{Action, BusinessChange, Change, Command, Draft, Focus, Line, Selection, State, ViewCommand},
    model::{Id, Item, RoughNote},
    ui::{
        found,
        theme::space,
        widgets::{Icon, Width, bare_field, caption, field_id, hint, icon_button, write_time},
    },
};
use egui::{Context, Key, Response, ScrollArea, Ui, UiBuilder};

/// The room for the cross behind a note.
const BUTTON: f32 = 28.0 + space::ONE;

/// The line for the next note.
const NEW: &str = "New note";

/// The most lines that are seen before they scroll.
const MOST_LINES: usize = 4;

/// The height of the line above them, in points.
const HEAD: f32 = 24.0;

/// The height of a line, and of what is around the lines, in points.
const LINE: f32 = 40.0;
const AROUND: f32 = 44.0;

/// The item whose notes stand below the form: one that has notes, or for which they were opened.
pub(in crate::ui) fn item_with_strip(state: &State) -> Option<&Item> {
    let draft = state.draft.as_ref()?;
    let Selection::Item(id) = draft.selection else { return None };
    let item = draft.session.minutes().item(id)?;
    (!item.notes.is_empty() || state.view.open_notes.contains(&id)).then_some(item)
}

/// How high the strip is, in points.
pub(in crate::ui) fn height_of_strip(item: &Item) -> f32 {
    (item.notes.len() + 1).min(MOST_LINES) as f32 * LINE + AROUND
}

/// The rough notes of an item: one to a line, for whoever types while people speak.
pub(in crate::ui) fn strip(ui: &mut Ui, state: &State, stored: &Item, out: &mut Vec<Command>) {
    let sealed = state.draft.as_ref().is_some_and(Draft::only_reads);
    ui.add_enabled_ui(!sealed, |ui| {
        ui.push_id(("notes", stored.id.0), |ui| {
            let mut item = Item { parts: Vec::new(), items: Vec::new(), ..stored.clone() };
            ui.horizontal(|ui| {
                ui.spacing_mut().interact_size.y = HEAD;
                caption(ui, "Rough notes");
                hint(ui, "Never on a page. Shift+F2 moves one into the minute.");
            });
            // The scroll bar stands beside the lines, in the room that is left beside the column.
            let column = ui.available_rect_before_wrap();
            let beside = column.with_max_x(column.right() + space::TWO);
            ui.scope_builder(UiBuilder::new().max_rect(beside), |ui| {
                let area = ScrollArea::vertical().stick_to_bottom(true).auto_shrink(false);
                area.show(ui, |ui| {
                    ui.set_max_width(column.width());
                    lines(ui, state, &mut item, out);
                });
            });
            if item.notes != stored.notes {
                out.push(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(item)))));
            }
        });
    });
}

/// Takes the focus to the line for the next note, where the application wants it there; each time once.
fn take_focus(ui: &Ui, state: &State, item: Id) {
    if is_called(ui.ctx(), state, Focus::Notes(item)) {
        let line = field_id(ui, NEW);
        ui.memory_mut(|memory| memory.request_focus(line));
        ui.ctx().request_repaint();
    }
}

/// Whether the application takes the focus to something of the notes; true once each time.
fn is_called(ctx: &Context, state: &State, to: Focus) -> bool {
    let Some(draft) = state.draft.as_ref().filter(|draft| draft.focus == Some(to)) else { return false };
    let seen = egui::Id::unique("attention of the notes");
    let before = ctx.data(|data| data.get_temp::<u64>(seen));
    ctx.data_mut(|data| data.insert_temp(seen, draft.attention));
    before != Some(draft.attention)
}

/// What was found in a note is marked; where it is gone to, it is selected.
fn show_found(state: &State, line: Line, text: &str, response: &Response) {
    let Some(range) = state.search.mark_in(line) else { return };
    // Looking on moves no attention: the focus stays in the bar then.
    if !state.search.open && is_called(&response.ctx, state, Focus::Line(line)) {
        found::select(response, text, range);
        response.request_focus();
    }
    found::mark_line(response, &state.search);
}

fn lines(ui: &mut Ui, state: &State, item: &mut Item, out: &mut Vec<Command>) {
    let (mut removed, mut left) = (None, false);
    for (at, note) in item.notes.iter_mut().enumerate() {
        ui.push_id(("note", at), |ui| {
            ui.horizontal(|ui| {
                if let Some(time) = note.time {
                    hint(ui, &write_time(time));
                }
                // The line ends where the cross stands, so that what is written begins where all else does.
                let room = ui.available_width() - BUTTON;
                let line = bare_field(ui, &format!("Note {}", at + 1), &mut note.text, "", Width::Points(room));
                went_to(&line, Some(at), out);
                show_found(state, Line::RoughNote { item: item.id, at }, &note.text, &line);
                left |= escaped(ui, &line);
                if icon_button(ui, Icon::Cross, &format!("Remove note {}", at + 1)).clicked() {
                    removed = Some(at);
                }
            });
        });
    }
    if let Some(at) = removed {
        item.notes.remove(at);
    }
    take_focus(ui, state, item.id);
    let before = typed(ui, NEW);
    let (text, line) = new_line(ui, NEW, "What was said");
    went_to(&line, None, out);
    left |= escaped(ui, &line);
    if before.is_empty() && !typed(ui, NEW).is_empty() {
        out.push(Command::View(ViewCommand::NoteBegun));
    }
    if let Some(text) = text {
        item.notes.push(RoughNote { time: None, text });
    }
    if left {
        out.push(Command::Do(Action::Notes));
    }
}

/// Tells at which note the clerk is: that is the one which moves into the minute.
fn went_to(line: &Response, at: Option<usize>, out: &mut Vec<Command>) {
    if line.gained_focus() {
        out.push(Command::View(ViewCommand::NoteAt(at)));
    }
}

fn escaped(ui: &Ui, line: &Response) -> bool {
    line.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape))
}

fn typed(ui: &Ui, name: &str) -> String {
    ui.data(|data| data.get_temp::<String>(place_of_new(ui, name))).unwrap_or_default()
}

fn place_of_new(ui: &Ui, name: &str) -> egui::Id {
    ui.make_persistent_id(("new line", name))
}

/// A line that is handed in by Enter and then empty again, keeping the focus.
fn new_line(ui: &mut Ui, name: &str, hint: &str) -> (Option<String>, Response) {
    let place = place_of_new(ui, name);
    let mut text = ui.data(|data| data.get_temp::<String>(place)).unwrap_or_default();
    let response = bare_field(ui, name, &mut text, hint, Width::Full);
    let handed_in = response.lost_focus() && !text.trim().is_empty();
    if handed_in && ui.input(|input| input.key_pressed(Key::Enter)) {
        response.request_focus();
    }
    let taken = handed_in.then(|| std::mem::take(&mut text).trim().to_owned());
    ui.data_mut(|data| data.insert_temp(place, text));
    (taken, response)
}
