use super::{
    access,
    hand::{Hand, Kept, Leave, Unit},
    offering::{self, List, Offered},
    paint,
    register::{self, Arrival},
    sheet::{Line, Sheet},
    words::Words,
};
use crate::{
    app::{
        Caret, Change, Command, SpellingCommand, State,
        prose::{self, Span, Writing},
    },
    model::{Paragraph, ProseAt},
    ui::{
        found,
        theme::space,
        widgets::{caption, field_ground},
    },
};
use egui::{CursorIcon, EventFilter, FocusDirection, Margin, PointerButton, Response, Sense, Shape, Ui, vec2};

/// A field for a piece of prose, with its label above it. What is typed is handed in as commands, in order.
pub fn editor(
    ui: &mut Ui,
    label: &str,
    at: ProseAt,
    prose: &[Paragraph],
    state: &State,
    out: &mut Vec<Command>,
) -> Response {
    let inner = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let caption = caption(ui, label);
        let response = bare_editor(ui, label, at, prose, state, out).labelled_by(caption.id);
        ui.add_space(space::ONE);
        response
    });
    inner.inner
}

const MARGIN: Margin = Margin { left: 0, right: 0, top: 4, bottom: 6 };

/// As [`editor`], without a label that is seen.
pub fn bare_editor(
    ui: &mut Ui,
    name: &str,
    at: ProseAt,
    prose: &[Paragraph],
    state: &State,
    out: &mut Vec<Command>,
) -> Response {
    let id = register::editor_id(at);
    let ctx = ui.ctx().clone();
    register::note(&ctx, at);
    let words = Words::new(&ctx, state, at);
    let focused = ui.is_enabled() && ui.memory(|memory| memory.has_focus(id));
    let width = ui.available_width().clamp(60.0, space::COLUMN);
    let (kept, handed) = recall(ui, id, at, state, focused);
    let mut hand = Hand::new(ui, state, at, &words, width, prose, kept);
    let before = hand.writing.span();
    if let Some(text) = access::wanted(ui, id) {
        access::put(&mut hand, &text);
    }
    if focused {
        keys(ui, &mut hand, at, id);
    }
    let mut then = hand.then.take();
    let (mut sheet, mut writing, mut kept) = hand.into_sheet();
    let ground = ui.painter().add(Shape::Noop);
    let size = sheet.size + MARGIN.sum();
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let corner = rect.min + vec2(MARGIN.leftf(), MARGIN.topf());
    if ui.is_enabled() && pointer(ui, &response, &sheet, corner, &mut writing, &mut kept) {
        // What is selected is pointed at: nothing of the text changes.
        kept.composed = None;
        kept.typing = false;
        kept.lit = None;
    }
    if paste_at_pointer(ui, &response, &sheet, corner, &mut writing) {
        (sheet, writing, kept) = Hand::over(ui, state, at, &words, width, writing, kept).into_sheet();
        ctx.request_repaint();
    }
    let focused = ui.is_enabled() && ui.memory(|memory| memory.has_focus(id));
    let list = focused.then(|| List::at_caret(state, at, &writing, &words, kept.typing, &mut kept.offered)).flatten();
    let offered = match &list {
        Some(List::Word(word)) => Some(word.label.clone()),
        _ => None,
    };
    if let Some(list) = list {
        let lit = kept.lit.unwrap_or(0).min(list.len().saturating_sub(1));
        let caret = sheet.caret(writing.span().head).translate(corner.to_vec2());
        if let Some(clicked) = list.show(ui, id, caret, lit) {
            let mut hand = Hand::over(ui, state, at, &words, width, writing, kept);
            hand.take(list, clicked);
            then = hand.then.take().or(then);
            (sheet, writing, kept) = hand.into_sheet();
            response.request_focus();
            ctx.request_repaint();
        }
    }
    if response.secondary_clicked()
        && let Some(word) = offering::misspelt_at(state, &writing)
    {
        then = Some(Command::Spelling(SpellingCommand::Suggest(word)));
    }
    let changed = !writing.steps().is_empty();
    if changed || writing.span() != before || focused != kept.focused {
        kept.touched = ui.input(|input| input.time);
    }
    ui.painter().set(ground, field_ground(ui, &response));
    let head = writing.span().head;
    let misspelt = |number: usize, line: &Line| {
        let known = state.spelling.marks_of(line.laid.spelling).map(<[_]>::to_vec);
        let changed = || offering::misspelt(state, prose.get(number)?, writing.prose().get(number)?);
        let mut ranges = known.or_else(changed).unwrap_or_default();
        // Nothing is said of the word that is being typed.
        ranges.retain(|range| {
            !(focused && kept.typing && head.paragraph == number && range.start <= head.at && head.at <= range.end)
        });
        ranges
    };
    let found = state.search.marks(at);
    let look = paint::Look { focused, span: writing.span(), kept: &kept, id, rect, misspelt: &misspelt, found: &found };
    paint::paint(ui, &sheet, corner, &look);
    if let Some(mark) = found.iter().find(|mark| mark.current && found::comes_into_view(&ctx, &state.search)) {
        let hit = sheet.caret(prose::Point::new(mark.paragraph, mark.range.start));
        ui.scroll_to_rect(hit.translate(corner.to_vec2()).expand(space::SIX), None);
    }
    let moved = changed || writing.span() != before;
    let reshaped = seen(ui, id);
    if focused && (moved || reshaped || !kept.focused) && !ui.input(|input| input.pointer.any_pressed()) {
        let caret = sheet.caret(writing.span().head).translate(corner.to_vec2());
        follow(ui, caret, !kept.focused);
    }
    kept.focused = focused;
    if focused {
        let word = offering::misspelt_at(state, &writing);
        if word != state.spelling.at {
            out.push(Command::Spelling(SpellingCommand::At(word)));
        }
    }
    hand_in(at, focused, writing, kept, handed, ui, id, out);
    out.extend(then);
    access::describe(ui, &response, name, &sheet, corner, focused, before, changed, offered);
    response
}

/// What the field kept, and the selection that the application knows.
fn recall(ui: &Ui, id: egui::Id, at: ProseAt, state: &State, focused: bool) -> (Kept, Option<Span>) {
    let mut kept = ui.data(|data| data.get_temp::<Kept>(id)).unwrap_or_default();
    let known = state.draft.as_ref().and_then(|draft| draft.span_in(at));
    let attention = state.draft.as_ref().map_or(0, |draft| draft.attention);
    if known.is_some() && (known != kept.span || attention != kept.attention) {
        // The application moved the caret, as undo does.
        kept = Kept { span: known, focused: kept.focused, attention, ..Kept::default() };
    }
    // What was offered for a text that was not yet the draft's is to be asked for again.
    kept.offered = kept.offered.filter(Offered::is_drafted);
    if !focused {
        kept.composed = None;
        kept.pen = kept.pen.at_rest();
    }
    (kept, known)
}

/// Takes what was typed, in order, up to where the focus leaves.
fn keys(ui: &Ui, hand: &mut Hand<'_, '_>, at: ProseAt, id: egui::Id) {
    let ctx = ui.ctx();
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ctx.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    if let Some(arrival) = register::arrived(ctx, at) {
        if arrival.frame == ctx.cumulative_frame_nr() {
            return;
        }
        hand.arrive(arrival);
    }
    for stroke in register::asked(ctx, at) {
        hand.strike(stroke);
    }
    let events = ui.input(|input| input.events.clone());
    for (number, event) in events.iter().enumerate() {
        let leave = hand.event(event);
        if hand.then.is_some() || leave.is_some_and(|leave| leaves(ui, hand, at, leave)) {
            let rest = events[number + 1..].iter().filter(|event| register::is_typed(event));
            register::defer(ctx, rest.cloned().collect());
            return;
        }
    }
}

/// Takes the focus elsewhere; gives false where there is nowhere to go.
fn leaves(ui: &Ui, hand: &mut Hand<'_, '_>, at: ProseAt, leave: Leave) -> bool {
    let ctx = ui.ctx();
    let direction = match leave {
        Leave::Next => FocusDirection::Next,
        Leave::Previous => FocusDirection::Previous,
        Leave::Above(x) | Leave::Below(x) => {
            let from_below = matches!(leave, Leave::Above(_));
            let Some(other) = register::neighbour(ctx, at, if from_below { -1 } else { 1 }) else {
                hand.stay(leave);
                return false;
            };
            register::arrive(ctx, Arrival { at: other, from_below, x, frame: ctx.cumulative_frame_nr() });
            return true;
        }
    };
    ctx.memory_mut(|memory| memory.move_focus(direction));
    ctx.request_repaint();
    true
}

/// Whether what is seen of the window is more or less than it was.
fn seen(ui: &Ui, id: egui::Id) -> bool {
    let (place, now) = (id.with("height of the view"), ui.clip_rect().height());
    let before = ui.data(|data| data.get_temp::<f32>(place));
    ui.data_mut(|data| data.insert_temp(place, now));
    before.is_some_and(|before| before != now)
}

/// Keeps the caret in view, with the lines around it; whoever comes to it from afar finds it in the middle.
fn follow(ui: &Ui, caret: egui::Rect, comes: bool) {
    let view = ui.clip_rect();
    let around = vec2(space::ONE, AROUND_CARET.min(view.height() / 4.0));
    let is_near = view.shrink2(vec2(0.0, around.y)).y_range().contains(caret.center().y);
    match (comes, is_near) {
        (true, false) => ui.scroll_to_rect(caret, Some(egui::Align::Center)),
        (_, _) => ui.scroll_to_rect(caret.expand2(around), None),
    }
}

/// The room above and below the line of the caret: that of more than a line.
const AROUND_CARET: f32 = 40.0;

/// Hands in what was done.
#[expect(clippy::too_many_arguments, reason = "the end of the one function that knows all of it")]
fn hand_in(
    at: ProseAt,
    focused: bool,
    writing: Writing<'_>,
    mut kept: Kept,
    known: Option<Span>,
    ui: &Ui,
    id: egui::Id,
    out: &mut Vec<Command>,
) {
    let (steps, span, pen) = writing.finish();
    let then = steps.last().map(|step| step.after).or(known);
    let steps = steps.into_iter().map(|step| Command::Change(Change::Stroke { at, step: Box::new(step) }));
    out.extend(steps);
    if focused && then != Some(span) {
        out.push(Command::Caret(Caret::new(at, span)));
    }
    kept.span = Some(span);
    kept.pen = pen;
    ui.data_mut(|data| data.insert_temp(id, kept));
}

/// What the pointer selects. Gives whether it did.
fn pointer(
    ui: &Ui,
    response: &Response,
    sheet: &Sheet,
    corner: egui::Pos2,
    writing: &mut Writing<'_>,
    kept: &mut Kept,
) -> bool {
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::Text);
        ui.output_mut(|output| output.mutable_text_under_cursor = true);
    }
    let Some(position) = response.interact_pointer_pos() else { return false };
    let point = sheet.hit(position - corner);
    let extend = |unit: Unit, prose: &[Paragraph], at: prose::Point| match unit {
        Unit::Character => Span::caret(at),
        Unit::Word => prose::word_at(prose, at),
        Unit::Paragraph => prose::paragraph_at(prose, at),
    };
    if response.hovered() && ui.input(|input| input.pointer.button_pressed(PointerButton::Primary)) {
        ui.memory_mut(|memory| memory.request_focus(response.id));
        let unit = pressed(ui, position, kept);
        let span = if ui.input(|input| input.modifiers.shift) {
            kept.drag = Some((Unit::Character, Span::caret(writing.span().anchor)));
            Span { anchor: writing.span().anchor, head: point }
        } else {
            let span = extend(unit, writing.prose(), point);
            kept.drag = Some((unit, span));
            span
        };
        if span != writing.span() {
            writing.select(span);
        }
    } else if response.dragged_by(PointerButton::Primary)
        && let Some((unit, from)) = kept.drag
    {
        let to = extend(unit, writing.prose(), point);
        let span = if to.start() < from.start() {
            Span { anchor: from.end(), head: to.start() }
        } else {
            Span { anchor: from.start(), head: to.end().max(from.end()) }
        };
        if span != writing.span() {
            writing.select(span);
        }
    } else {
        return false;
    }
    kept.goal = None;
    true
}

/// What the pointer selects that goes down now: at once and not when it is let go, so that it can be dragged on.
fn pressed(ui: &Ui, position: egui::Pos2, kept: &mut Kept) -> Unit {
    let now = ui.input(|input| input.time);
    let (delay, distance) = ui.ctx().options(|options| {
        let input = &options.input_options;
        (input.max_double_click_delay, input.max_click_dist)
    });
    let again = |(then, there, _): &(f64, egui::Pos2, u8)| now - then < delay && position.distance(*there) < distance;
    let count = kept.pressed.filter(again).map_or(1, |(.., count)| count % 3 + 1);
    kept.pressed = Some((now, position, count));
    match count {
        1 => Unit::Character,
        2 => Unit::Word,
        _ => Unit::Paragraph,
    }
}

/// A click of the middle button puts in what is selected elsewhere, where the system does so.
fn paste_at_pointer(
    ui: &Ui,
    response: &Response,
    sheet: &Sheet,
    corner: egui::Pos2,
    writing: &mut Writing<'_>,
) -> bool {
    if !ui.is_enabled() || !response.contains_pointer() {
        return false;
    }
    let pasted = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::MiddleClickPaste { pos, text } => Some((*pos, text.clone())),
            _ => None,
        })
    });
    let Some((position, text)) = pasted else { return false };
    writing.select(Span::caret(sheet.hit(position - corner)));
    writing.strike(prose::Stroke::Paste(prose::paragraphs(&text)));
    ui.memory_mut(|memory| memory.request_focus(response.id));
    true
}
