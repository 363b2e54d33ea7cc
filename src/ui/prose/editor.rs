use super::{
    names::Names,
    paint::{Line, analyse, set},
    read::read,
    typing::{self, Begun, Typed},
    write::{keeping, write},
};
use crate::{
    app::{Change, Command},
    model::{Paragraph, Prose, ProseAt},
    ui::{
        theme::{self, space},
        widgets::{caption, field_ground},
    },
};
use egui::{
    Event, Frame, Id, Key, Margin, Modifiers, Response, Shape, TextBuffer, TextEdit, Ui, text::CCursor,
    text_selection::CCursorRange,
};
use std::sync::Arc;

/// What the field says while it is empty and has the focus.
const HOW: &str =
    "A line is a paragraph. “- ”, “1. ”, “a. ” or “(i) ” begins a list item. *bold* (Ctrl+B), _italic_ (Ctrl+I)";

/// The longest text that one field takes, in characters: what is pasted by mistake does not stop the window.
const MAX_TEXT: usize = 400_000;

/// The identity of the field for a piece of prose.
pub fn editor_id(at: ProseAt) -> Id {
    Id::unique(("prose", at))
}

/// A field for a piece of prose, with its label above it. It keeps the text as it is typed while it has the focus; each
/// change of what it says becomes a command.
pub fn editor(
    ui: &mut Ui,
    label: &str,
    at: ProseAt,
    prose: &[Paragraph],
    names: &dyn Fn() -> Arc<Names>,
    out: &mut Vec<Command>,
) -> Response {
    let inner = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let caption = caption(ui, label);
        let response = bare_editor(ui, label, at, prose, names, out).labelled_by(caption.id);
        ui.add_space(space::ONE);
        response
    });
    inner.inner
}

/// As [`editor`], without a label that is seen.
pub fn bare_editor(
    ui: &mut Ui,
    name: &str,
    at: ProseAt,
    prose: &[Paragraph],
    names: &dyn Fn() -> Arc<Names>,
    out: &mut Vec<Command>,
) -> Response {
    let id = editor_id(at);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let mut buffer = Buffer::recall(ui, id, prose, focused, names);
    if focused {
        plain_line_ends(ui);
    }
    let helped = focused && ui.is_enabled() && help(ui, id, &mut buffer);
    let response = field(ui, id, name, &mut buffer, focused, names);
    if response.changed() || helped {
        buffer.own_marker(ui, id);
        let filled = buffer.begun.as_ref().and_then(|begun| begun.left_out(&buffer.text));
        let new = keeping(read(filled.as_ref().unwrap_or(&buffer.text), &names()), prose);
        if new != prose {
            buffer.prose = Arc::new(new.clone());
            buffer.emitted = Some(ui.ctx().cumulative_frame_nr());
            out.push(Command::Change(Change::Prose { at, text: new }));
        }
    }
    buffer.remember(ui, id);
    response
}

/// What a field keeps from one frame to the next.
#[derive(Clone)]
struct Buffer {
    text: String,
    /// What the text says.
    prose: Arc<Prose>,
    /// The frame in which that was last handed in: the document follows at its end.
    emitted: Option<u64>,
    /// Whether the text is as somebody types it, and not as it is written anew.
    typed: bool,
    names: Option<Arc<Names>>,
    painted: Option<(String, Arc<Vec<Line>>)>,
    /// The item that Enter began, while it is not filled.
    begun: Option<Begun>,
}

impl Buffer {
    /// The text as it was left; written anew where the prose was changed elsewhere (undone, say), and where the field has
    /// lost the focus.
    fn recall(ui: &Ui, id: Id, prose: &[Paragraph], focused: bool, names: &dyn Fn() -> Arc<Names>) -> Buffer {
        let kept = ui.data(|data| data.get_temp::<Buffer>(id));
        let now = ui.ctx().cumulative_frame_nr();
        match kept {
            Some(buffer) if buffer.emitted.is_some_and(|frame| frame >= now) => buffer,
            Some(buffer) if *buffer.prose == prose && (focused || !buffer.is_stale(names)) => {
                Buffer { typed: buffer.typed || focused, ..buffer }
            }
            kept => {
                let names = names();
                let text = write(prose, &names);
                if let (true, Some(old)) = (focused, &kept) {
                    put_caret(ui, id, &old.text, &text);
                }
                Buffer {
                    text,
                    prose: Arc::new(prose.to_vec()),
                    emitted: None,
                    typed: false,
                    names: Some(names),
                    painted: None,
                    begun: None,
                }
            }
        }
    }

    /// Whether the text of a field without the focus has to be written anew: it was typed in, or names changed.
    fn is_stale(&self, names: &dyn Fn() -> Arc<Names>) -> bool {
        self.typed || self.names.as_ref().is_none_or(|known| !Arc::ptr_eq(known, &names()))
    }

    /// Takes the marker away that Enter put there, where somebody typed one of their own behind it.
    fn own_marker(&mut self, ui: &Ui, id: Id) {
        let Some(begun) = &self.begun else { return };
        if let Some(range) = begun.replaced(&self.text) {
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            let caret = state.cursor.char_range().map_or(0, |range| range.primary.index.0);
            let at = CCursor::new(caret.saturating_sub(range.len()));
            state.cursor.set_char_range(Some(CCursorRange::one(at)));
            TextEdit::store_state(ui.ctx(), id, state);
            self.text.replace_range(range, "");
            self.begun = None;
        } else if !begun.is_alone(&self.text) && !begun.is_open(&self.text) {
            self.begun = None;
        }
    }

    fn remember(self, ui: &Ui, id: Id) {
        ui.data_mut(|data| data.insert_temp(id, self));
    }
}

fn field(
    ui: &mut Ui,
    id: Id,
    name: &str,
    buffer: &mut Buffer,
    focused: bool,
    names: &dyn Fn() -> Arc<Names>,
) -> Response {
    let ground = ui.painter().add(Shape::Noop);
    let width = ui.available_width().min(space::COLUMN);
    let mut painted = buffer.painted.take();
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let text = text.as_str();
        let lines = match &painted {
            Some((known, lines)) if known == text => Arc::clone(lines),
            _ => {
                let lines = Arc::new(analyse(text, &names()));
                painted = Some((text.to_owned(), Arc::clone(&lines)));
                lines
            }
        };
        set(ui, text, &lines, width)
    };
    let margin = Margin { left: 0, right: 0, top: 4, bottom: 6 };
    let response = TextEdit::multiline(&mut buffer.text)
        .id(id)
        .text_color(theme::palette(ui).ink)
        .hint_text(if focused { HOW } else { "" })
        .char_limit(MAX_TEXT)
        .frame(Frame::NONE.inner_margin(margin))
        .desired_width(width)
        .desired_rows(1)
        .layouter(&mut layouter)
        .show(ui)
        .response
        .response;
    buffer.painted = painted;
    ui.painter().set(ground, field_ground(ui, &response));
    response.accessible_name(name)
}

/// Does what Enter, Ctrl+B and Ctrl+I do here, where that is not what they do in every field. Gives whether the text changed.
fn help(ui: &Ui, id: Id, buffer: &mut Buffer) -> bool {
    let Some(mut state) = TextEdit::load_state(ui.ctx(), id) else { return false };
    let Some(range) = state.cursor.char_range() else { return false };
    let Some((at, key)) = ui.input(|input| first_key(&input.events)) else { return false };
    let range = range.as_sorted_char_range();
    let text = &buffer.text;
    let byte = |index: usize| text.char_indices().nth(index).map_or(text.len(), |(at, _)| at);
    let (from, to) = (byte(range.start.0), byte(range.end.0));
    let typed = match key {
        Key::Enter if from == to => typing::enter(text, from),
        Key::B => typing::wrap(text, from..to, '*'),
        Key::I => typing::wrap(text, from..to, '_'),
        _ => None,
    };
    let Some(Typed { text, selection, begun }) = typed else { return false };
    ui.input_mut(|input| drop(input.events.remove(at)));
    let char_at = |byte: usize| CCursor::new(text[..byte].chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(char_at(selection.start), char_at(selection.end))));
    TextEdit::store_state(ui.ctx(), id, state);
    buffer.text = text;
    buffer.begun = begun;
    true
}

/// The key that is looked at here, where nothing is typed before it in the same frame: the text would be another then.
fn first_key(events: &[Event]) -> Option<(usize, Key)> {
    let types = |event: &Event| match event {
        Event::Key { pressed, .. } => *pressed,
        Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Ime(_) => true,
        _ => false,
    };
    let at = events.iter().position(types)?;
    match &events[at] {
        Event::Key { key: Key::Enter, modifiers: Modifiers::NONE, .. } => Some((at, Key::Enter)),
        Event::Key { key: key @ (Key::B | Key::I), modifiers, .. }
            if modifiers.command && !modifiers.alt && !modifiers.shift =>
        {
            Some((at, *key))
        }
        _ => None,
    }
}

/// Pasted lines end as typed ones do.
fn plain_line_ends(ui: &Ui) {
    ui.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Paste(text) = event
                && text.contains('\r')
            {
                *text = text.replace("\r\n", "\n").replace('\r', "\n");
            }
        }
    });
}

/// Puts the caret behind what was changed elsewhere, and forgets egui's own steps to undo: they are of another text.
fn put_caret(ui: &Ui, id: Id, old: &str, new: &str) {
    let behind = old.chars().rev().zip(new.chars().rev()).take_while(|(old, new)| old == new).count();
    let ahead = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
    let at = new.chars().count().saturating_sub(behind).max(ahead);
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(at))));
    state.clear_undoer();
    TextEdit::store_state(ui.ctx(), id, state);
}
