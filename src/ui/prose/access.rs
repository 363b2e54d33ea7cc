//! What a screen reader is told of a field of prose.

use super::{
    hand::Hand,
    sheet::{Line, Sheet},
    shown,
};
use crate::app::prose::{self, Point, Span};
use egui::{
    Galley, Id, Pos2, Rect, Response, Ui, WidgetInfo,
    accesskit::{Action, ActionData, Role},
    emath::TSTransform,
    epaint::text::{CharIndex, LayoutJob, TextFormat, cursor::CCursor},
    text_selection::{CCursorRange, accesskit_text::update_accesskit_for_text_widget},
};
use std::sync::Arc;

/// The most paragraphs of which each line is told of wherever the view is.
const ALL: usize = 40;

/// How far about the view lines of a longer text are told of, in points.
const BEYOND: f32 = 200.0;

/// The text that an assistive technology puts in the place of what is there.
pub fn wanted(ui: &Ui, id: Id) -> Option<String> {
    if !ui.is_enabled() {
        return None;
    }
    ui.input(|input| {
        let wanted = input.accesskit_action_requests(id, Action::SetValue);
        wanted
            .filter_map(|request| match &request.data {
                Some(ActionData::Value(value)) => Some(value.to_string()),
                _ => None,
            })
            .last()
    })
}

/// Puts a text in the place of what is read: what is read the same stays as it is, with its marks.
pub fn put(hand: &mut Hand<'_, '_>, text: &str) {
    let prose = hand.writing.prose();
    let show = |paragraph| shown::show(paragraph, &mut |mark, starts| hand.words.of(mark, starts), None);
    let lines: Vec<_> = prose.iter().map(show).collect();
    let texts: Vec<String> = lines.iter().map(|line| line.text.clone()).collect();
    let edge = |number: usize, at: usize, behind: bool| {
        lines.get(number).map_or((0, 0), |line: &shown::Shown| line.edge(at, behind))
    };
    let (prose, caret) = prose::reworded(&prose::Read { prose, shown: &texts, edge: &edge }, text);
    hand.strike(prose::Stroke::Reword { prose, caret });
}

/// Tells name, role, text and selection.
#[expect(clippy::too_many_arguments, reason = "all that a screen reader says of a field")]
pub fn describe(
    ui: &Ui,
    response: &Response,
    name: &str,
    sheet: &Sheet,
    corner: Pos2,
    focused: bool,
    span: Span,
    changed: bool,
    offered: Option<String>,
) {
    let text = || sheet.lines.iter().map(|line| line.shown().text.as_str()).collect::<Vec<_>>().join("\n");
    let enabled = ui.is_enabled();
    let info = || {
        let text = text();
        let mut info = WidgetInfo::text_edit(enabled, &text, &text, "");
        info.label = Some(name.to_owned());
        info
    };
    if changed {
        response.output_event(egui::output::OutputEvent::ValueChanged(info()));
    }
    response.widget_info(info);
    let node = ui.ctx().accesskit_node_builder(response.id, |builder| {
        builder.set_role(Role::MultilineTextInput);
        builder.set_label(name);
        if enabled {
            builder.add_action(Action::SetValue);
        } else {
            builder.set_read_only();
        }
        if let Some(word) = offered {
            builder.set_description(format!("Tab: {word}"));
        }
    });
    if node.is_none() {
        return;
    }
    let near = near(ui, sheet, corner);
    let galley = joined(ui, near.1);
    let ends = cursor(&near, span.head).zip(cursor(&near, span.anchor)).filter(|_| focused);
    let range = ends.map(|(primary, secondary)| CCursorRange { primary, secondary, h_pos: None });
    update_accesskit_for_text_widget(
        ui.ctx(),
        response.id,
        range,
        TSTransform::from_translation(corner.to_vec2()),
        &galley,
    );
}

/// Of a short text all paragraphs are told of line by line; of a long one those about the view: what is beyond it comes into
/// view with the caret. The number of the first of them, and they.
fn near<'a>(ui: &Ui, sheet: &'a Sheet, corner: Pos2) -> (usize, &'a [Line]) {
    if sheet.lines.len() <= ALL {
        return (0, &sheet.lines);
    }
    let seen = ui.clip_rect().translate(-corner.to_vec2()).y_range().expand(BEYOND);
    let from = sheet.lines.partition_point(|line| line.at.y + line.height() < seen.min);
    let to = sheet.lines.partition_point(|line| line.at.y <= seen.max);
    (from, sheet.lines.get(from..to).unwrap_or_default())
}

/// Paragraphs as one text, each where it is.
fn joined(ui: &Ui, lines: &[Line]) -> Galley {
    let galleys: Vec<Arc<Galley>> = lines.iter().map(|line| Arc::clone(line.galley())).collect();
    let text = lines.iter().map(|line| line.shown().text.as_str()).collect::<Vec<_>>().join("\n");
    let job = LayoutJob::single_section(text, TextFormat::default());
    let mut galley = Galley::concat(Arc::new(job), &galleys, ui.pixels_per_point());
    let places = lines.iter().flat_map(|line| line.galley().rows.iter().map(|row| row.pos + line.at));
    let mut rect = Rect::NOTHING;
    for (row, place) in galley.rows.iter_mut().zip(places) {
        row.pos = place;
        rect |= row.rect();
    }
    galley.rect = rect;
    galley
}

/// A place as a character of these paragraphs; none where it is in another.
fn cursor((first, lines): &(usize, &[Line]), point: Point) -> Option<CCursor> {
    let number = point.paragraph.checked_sub(*first)?;
    let line = lines.get(number)?;
    let before = lines.iter().take(number).map(|line| line.shown().text.chars().count() + 1).sum::<usize>();
    let shown = line.shown().of_flat(point.at);
    let within = line.shown().text.get(..shown).unwrap_or_default().chars().count();
    Some(CCursor { index: CharIndex(before + within), prefer_next_row: true })
}
