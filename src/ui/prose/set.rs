//! Setting a piece of prose. A paragraph is set once, and again only when it changed. Those in view are set at once; those of a
//! long piece that are far from it when there is time, a few in each frame, and stand meanwhile where they are likely to end.

use super::{
    laid::{self, Counts, Fit, Laid},
    register::editor_id,
    sheet::{self, Line, Sheet},
    shown::{self, Composed, Shown},
    words::Words,
};
use crate::{
    app::State,
    model::{Inline, Paragraph, ProseAt},
    ui::theme,
};
use egui::{Context, Galley, Id, Rangef, Ui, style::ScrollAnimation, vec2};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// How far beyond what is in view paragraphs are set at once, in points.
const BEYOND: f32 = 400.0;

/// How much text out of view is set in one frame, in bytes.
const AT_ONCE: usize = 8_000;

/// What is to be set.
pub struct Piece<'a> {
    /// Where it stands.
    pub at: ProseAt,
    /// Its paragraphs.
    pub paragraphs: &'a [Paragraph],
    /// What is being composed: in which paragraph, where in it, and what.
    pub composed: Option<(usize, usize, &'a str)>,
    /// How wide it is.
    pub width: f32,
    /// Whether the paragraphs are those of the draft.
    pub drafted: bool,
}

/// Of what a sheet is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Of {
    worded: u64,
    revision: u64,
    to: Fit,
}

/// The sheets of the fields in the window.
#[derive(Default)]
struct Desk {
    counts: Arc<Counts>,
    frame: u64,
    sheets: HashMap<Id, Known>,
}

struct Known {
    frame: u64,
    of: Option<Of>,
    sheet: Arc<Sheet>,
}

fn desk(ctx: &Context) -> Arc<Mutex<Desk>> {
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Arc<Mutex<Desk>>>(Id::unique("prose that is set")).clone())
}

/// How many paragraphs were set since the window was opened.
pub fn paragraphs_set(ctx: &Context) -> u64 {
    let desk = desk(ctx);
    let desk = desk.lock().unwrap_or_else(PoisonError::into_inner);
    desk.counts.set()
}

/// Sets a piece of prose in the field that comes next.
pub fn set(ui: &Ui, state: &State, words: &Words<'_>, piece: &Piece<'_>) -> Arc<Sheet> {
    let ctx = ui.ctx();
    let to = Fit { width: piece.width, dark: ui.visuals().dark_mode, pixels_per_point: ctx.pixels_per_point() };
    let draft = state.draft.as_ref();
    let of = Of {
        worded: draft.map_or(0, |draft| draft.worded),
        revision: draft.map_or(0, |draft| draft.session.revision()),
        to,
    };
    let as_drafted = (piece.drafted && piece.composed.is_none()).then_some(of);
    let id = editor_id(piece.at);
    let desk = desk(ctx);
    let (known, same, counts) = {
        let mut desk = desk.lock().unwrap_or_else(PoisonError::into_inner);
        desk.clear_away(ctx.cumulative_frame_nr());
        let frame = desk.frame;
        let known = desk.sheets.get_mut(&id);
        let same = known.as_ref().is_some_and(|known| as_drafted.is_some() && known.of == as_drafted);
        let sheet = known.map(|known| {
            known.frame = frame;
            known.sheet.clone()
        });
        (sheet, same, desk.counts.clone())
    };
    if let Some(sheet) = known.as_ref().filter(|sheet| same && sheet.settled) {
        return sheet.clone();
    }
    let lines = match &known {
        Some(sheet) if same => sheet.lines.clone(),
        _ => Setting { ui, state, words, piece, of, counts, known: known.as_deref() }.lines(),
    };
    let mut sheet = Sheet::of(lines, piece.width);
    let top = ui.cursor().top();
    let seen = Rangef::new(ui.clip_rect().top() - top, ui.clip_rect().bottom() - top);
    settle(&mut sheet, seen);
    if !sheet.settled {
        ctx.request_repaint();
    }
    if let Some(before) = known.filter(|_| same) {
        stay(ui, &before, &sheet, seen);
    }
    let sheet = Arc::new(sheet);
    let mut desk = desk.lock().unwrap_or_else(PoisonError::into_inner);
    let frame = desk.frame;
    desk.sheets.insert(id, Known { frame, of: as_drafted, sheet: sheet.clone() });
    sheet
}

impl Desk {
    /// Forgets the fields that are no longer drawn.
    fn clear_away(&mut self, frame: u64) {
        if self.frame != frame {
            self.frame = frame;
            self.sheets.retain(|_, known| known.frame + 1 >= frame);
        }
    }
}

/// Sets what is in view, and some of what is not; what stands below it then moves to its place.
fn settle(sheet: &mut Sheet, seen: Rangef) {
    let near = seen.expand(BEYOND);
    while set_near(sheet, near) {}
    if set_some(sheet, near) {
        while set_near(sheet, near) {}
    }
    sheet.settled = sheet.lines.iter().all(|line| line.laid.is_set());
}

/// Sets what is near the view. Gives whether anything was to be set.
fn set_near(sheet: &mut Sheet, near: Rangef) -> bool {
    let is_near = |line: &Line| line.at.y <= near.max && line.at.y + line.height() >= near.min;
    let mut any = false;
    for line in sheet.lines.iter().filter(|line| !line.laid.is_set() && is_near(line)) {
        line.laid.galley();
        any = true;
    }
    sheet.stack();
    any
}

/// Sets a little of what is far from the view. Gives whether anything was to be set.
fn set_some(sheet: &mut Sheet, near: Rangef) -> bool {
    // Downwards first: what is read next.
    let behind = sheet.lines.iter().filter(|line| line.at.y > near.max);
    let before = sheet.lines.iter().rev().filter(|line| line.at.y <= near.max);
    let mut set = 0;
    for line in behind.chain(before).filter(|line| !line.laid.is_set()) {
        if set >= AT_ONCE {
            break;
        }
        line.laid.galley();
        // An empty paragraph is work, too.
        set += line.shown().text.len().max(20);
    }
    sheet.stack();
    set > 0
}

/// Keeps what is in view where it is, while what stands above it finds its place.
fn stay(ui: &Ui, before: &Sheet, now: &Sheet, seen: Rangef) {
    let first = before.lines.iter().position(|line| line.at.y + line.height() > seen.min);
    let moved = first.and_then(|at| Some(now.lines.get(at)?.at.y - before.lines.get(at)?.at.y)).unwrap_or_default();
    if moved.abs() > 0.5 {
        ui.scroll_with_delta_animation(vec2(0.0, -moved), ScrollAnimation::none());
    }
}

struct Setting<'a> {
    ui: &'a Ui,
    state: &'a State,
    words: &'a Words<'a>,
    piece: &'a Piece<'a>,
    of: Of,
    counts: Arc<Counts>,
    known: Option<&'a Sheet>,
}

impl Setting<'_> {
    /// Each paragraph, as it was set where nothing of it changed.
    fn lines(&self) -> Vec<Line> {
        let paragraphs = self.piece.paragraphs;
        let markers = self.state.list_markers(self.piece.at, paragraphs);
        let markers = self.markers(&markers);
        let places = sheet::places(paragraphs, &markers, self.piece.width);
        let known = self.known.map_or(&[][..], |sheet| &sheet.lines);
        let fits = |(line, (number, place)): &(&Line, (usize, &sheet::Place))| {
            self.fits(&line.laid, *number, self.to(place.width))
        };
        let numbered = || places.iter().enumerate();
        let head = known.iter().zip(numbered()).take_while(|pair| fits(pair)).count();
        let most = known.len().min(paragraphs.len()) - head;
        let tail = known.iter().rev().zip(numbered().rev()).take(most).take_while(|pair| fits(pair)).count();
        let lines = paragraphs.iter().zip(places.iter().zip(markers)).enumerate();
        let lines = lines.map(|(number, (paragraph, (place, marker)))| {
            let same = match number {
                number if number < head => known.get(number),
                number if number >= paragraphs.len() - tail => known.get(known.len() + number - paragraphs.len()),
                _ => None,
            };
            let laid = same.map(|line| line.laid.clone());
            let laid = laid.unwrap_or_else(|| Arc::new(self.lay(number, paragraph, self.to(place.width))));
            Line {
                laid,
                at: vec2(place.left, 0.0),
                marker: marker.map(|marker| (marker, place.marker)),
                kind: paragraph.kind,
            }
        });
        lines.collect()
    }

    fn to(&self, width: f32) -> Fit {
        Fit { width, ..self.of.to }
    }

    /// The markers, none of which is set again where it was there before.
    fn markers(&self, markers: &[Option<String>]) -> Vec<Option<Arc<Galley>>> {
        let lines = self.known.iter().flat_map(|sheet| &sheet.lines);
        let same = lines.filter(|line| Fit { width: 0.0, ..line.laid.to } == self.to(0.0));
        let known: HashMap<&str, &Arc<Galley>> =
            same.filter_map(|line| line.marker.as_ref()).map(|(marker, _)| (marker.text(), marker)).collect();
        let marker = |text: &String| match known.get(text.as_str()) {
            Some(marker) => Arc::clone(marker),
            None => laid::word(self.ui, text, theme::palette(self.ui)),
        };
        markers.iter().map(|text| text.as_ref().map(marker)).collect()
    }

    fn composed(&self, number: usize) -> Composed<'_> {
        self.piece.composed.filter(|(paragraph, ..)| *paragraph == number).map(|(_, at, text)| (at, text))
    }

    fn shown(&self, number: usize, paragraph: &Paragraph) -> Shown {
        shown::show(paragraph, &mut |mark, starts| self.words.of(mark, starts), self.composed(number))
    }

    /// Whether a paragraph is as it was when it was set.
    fn fits(&self, laid: &Laid, number: usize, to: Fit) -> bool {
        let Some(paragraph) = self.piece.paragraphs.get(number) else { return false };
        let plain = !laid.composed && self.composed(number).is_none();
        let is_mark = |inline: &Inline| !matches!(inline, Inline::Text(_));
        plain
            && laid.to == to
            && laid.paragraph == *paragraph
            && (laid.worded == self.of.worded
                || !paragraph.text.iter().any(is_mark)
                || laid.shown == self.shown(number, paragraph))
    }

    fn lay(&self, number: usize, paragraph: &Paragraph, to: Fit) -> Laid {
        let shown = self.shown(number, paragraph);
        Laid::new(self.ui.ctx(), shown, paragraph, self.of.worded, to, self.counts.clone())
    }
}
