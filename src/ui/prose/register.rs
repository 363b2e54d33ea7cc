//! The fields of prose that are in the window, in reading order, so that arrow keys go on from one to the next.

use crate::{app::prose::Stroke, model::ProseAt};
use egui::{Context, Event, FocusDirection, Id, Key};

/// The identity of the field for a piece of prose.
pub fn editor_id(at: ProseAt) -> Id {
    Id::unique(("prose", at))
}

/// The fields that were drawn in this frame and in the one before.
#[derive(Clone, Default)]
struct Register {
    frame: u64,
    now: Vec<ProseAt>,
    before: Vec<ProseAt>,
}

/// From which side the caret comes into a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrival {
    /// The field.
    pub at: ProseAt,
    /// Whether it comes from below.
    pub from_below: bool,
    /// How far from the left.
    pub x: f32,
    /// The frame in which it left the other field: keys of that frame are not for this one.
    pub frame: u64,
}

fn place() -> Id {
    Id::unique("fields of prose")
}

/// Notes that a field is drawn.
pub fn note(ctx: &Context, at: ProseAt) {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| {
        let register = data.get_temp_mut_or_default::<Register>(place());
        if register.frame != frame {
            register.before = std::mem::take(&mut register.now);
            register.frame = frame;
        }
        if !register.now.contains(&at) {
            register.now.push(at);
        }
    });
}

/// The field before or behind another one in reading order.
pub fn neighbour(ctx: &Context, at: ProseAt, step: isize) -> Option<ProseAt> {
    let register = ctx.data(|data| data.get_temp::<Register>(place()))?;
    let known = if register.before.contains(&at) { &register.before } else { &register.now };
    let here = known.iter().position(|known| *known == at)?;
    known.get(here.checked_add_signed(step)?).copied()
}

/// Whether a field of prose has the focus.
pub fn is_typing(ctx: &Context) -> bool {
    let Some(focused) = ctx.memory(|memory| memory.focused()) else { return false };
    let register = ctx.data(|data| data.get_temp::<Register>(place())).unwrap_or_default();
    register.now.iter().chain(&register.before).any(|at| editor_id(*at) == focused)
}

/// Sends the caret into a field.
pub fn arrive(ctx: &Context, arrival: Arrival) {
    ctx.data_mut(|data| data.insert_temp(Id::unique("arrival in prose"), arrival));
    ctx.memory_mut(|memory| memory.request_focus(editor_id(arrival.at)));
    ctx.request_repaint();
}

/// The caret that arrives in a field, once its frame has come.
pub fn arrived(ctx: &Context, at: ProseAt) -> Option<Arrival> {
    let id = Id::unique("arrival in prose");
    let arrival = ctx.data(|data| data.get_temp::<Arrival>(id)).filter(|arrival| arrival.at == at)?;
    if arrival.frame < ctx.cumulative_frame_nr() {
        ctx.data_mut(|data| data.remove::<Arrival>(id));
    }
    Some(arrival)
}

/// Has the field for a piece of prose do something, as a command of a menu asks.
pub fn ask(ctx: &Context, at: ProseAt, stroke: Stroke) {
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Vec<(ProseAt, Stroke)>>(asked_place()).push((at, stroke)));
    ctx.memory_mut(|memory| memory.request_focus(editor_id(at)));
    ctx.request_repaint();
}

/// What a field was asked to do.
pub fn asked(ctx: &Context, at: ProseAt) -> Vec<Stroke> {
    ctx.data_mut(|data| {
        let all = data.get_temp_mut_or_default::<Vec<(ProseAt, Stroke)>>(asked_place());
        let (mine, others): (Vec<_>, Vec<_>) = std::mem::take(all).into_iter().partition(|(of, _)| *of == at);
        *all = others;
        mine.into_iter().map(|(_, stroke)| stroke).collect()
    })
}

fn asked_place() -> Id {
    Id::unique("asked of prose")
}

/// What is kept back so that keys pressed in one go keep their order: it is for what has the focus once that has moved.
#[derive(Clone, Default)]
struct Later {
    events: Vec<Event>,
    /// In how many frames it is handed out.
    frames: u8,
}

fn later() -> Id {
    Id::unique("keys for later")
}

/// Keeps keys back until what the one before them did is seen: those behind it in this frame, and those of the next one.
pub fn defer(ctx: &Context, events: Vec<Event>) {
    ctx.data_mut(|data| {
        let later = data.get_temp_mut_or_default::<Later>(later());
        later.events.extend(events);
        later.frames = 2;
    });
    ctx.request_repaint();
}

/// Takes Enter out of what was typed into the field that has the focus, and keeps what was typed behind it for where it
/// leads to. Gives whether it was there.
pub fn cut_at_enter(ctx: &Context) -> bool {
    let is_enter = |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.is_none());
    let behind = ctx.input_mut(|input| {
        let at = input.events.iter().position(is_enter)?;
        let (later, others) = input.events.split_off(at + 1).into_iter().partition(is_typed);
        input.events.pop();
        input.events.extend::<Vec<Event>>(others);
        Some(later)
    });
    behind.is_some_and(|behind| {
        defer(ctx, behind);
        true
    })
}

/// At the start of a frame: hands out what was kept back, before what was pressed since. Gives whether it did.
pub fn release(ctx: &Context) -> bool {
    let Some(mut kept) = ctx.data(|data| data.get_temp::<Later>(later())).filter(|kept| kept.frames > 0) else {
        return false;
    };
    kept.frames = kept.frames.saturating_sub(1);
    let waits = kept.frames > 0;
    let mut to_wait = false;
    ctx.input_mut(|input| {
        let new = std::mem::take(&mut input.events);
        let (keys, others): (Vec<_>, Vec<_>) = new.into_iter().partition(is_typed);
        to_wait = keys.iter().any(is_tab);
        kept.events.extend(keys);
        input.events = others;
        if !waits {
            input.events.append(&mut kept.events);
        }
    });
    if to_wait {
        // The focus was about to leave where what was typed before is still to go.
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    if waits {
        ctx.request_repaint();
    }
    ctx.data_mut(|data| data.insert_temp(later(), kept));
    !waits
}

fn is_tab(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Tab, pressed: true, modifiers, .. } if !modifiers.command && !modifiers.alt)
}

/// What is typed behind Tab in one moment with it is for the field to which it leads. Prose has uses of its own for Tab.
/// `released` says whether what is typed had to wait for this frame.
pub fn part_at_tab(ctx: &Context, released: bool) {
    if is_typing(ctx) {
        return;
    }
    let found = ctx.input_mut(|input| {
        let at = input.events.iter().position(is_tab)?;
        let back = matches!(input.events.get(at), Some(Event::Key { modifiers, .. }) if modifiers.shift);
        let (mut later, others): (Vec<_>, Vec<_>) = input.events.split_off(at + 1).into_iter().partition(is_typed);
        input.events.extend(others);
        later.retain(|event| !matches!(event, Event::Key { pressed: false, .. }));
        Some((back, later))
    });
    let Some((back, later)) = found else { return };
    // One that had to wait is not known to those who lead the focus on, and of several only the last is; what pops up leads it
    // by itself.
    if (released || later.iter().any(is_tab)) && !egui::Popup::is_any_open(ctx) {
        let direction = if back { FocusDirection::Previous } else { FocusDirection::Next };
        ctx.memory_mut(|memory| memory.move_focus(direction));
    }
    if !later.is_empty() {
        defer(ctx, later);
    }
}

/// Whether an event comes from the keyboard, and so keeps its place among the others.
pub fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Paste(_) | Event::Copy | Event::Cut | Event::Ime(_))
}
