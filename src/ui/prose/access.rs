//! What a screen reader is told of a field of prose.

use super::{hand::Hand, sheet::Sheet, shown};
use crate::app::prose::{self, Span};
use egui::{
    Galley, Id, Pos2, Rect, Response, Ui, WidgetInfo,
    accesskit::{Action, ActionData, Role},
    emath::TSTransform,
    epaint::text::{CharIndex, LayoutJob, TextFormat, cursor::CCursor},
    text_selection::{CCursorRange, accesskit_text::update_accesskit_for_text_widget},
};
use std::sync::Arc;

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
pub fn put(hand: &mut Hand<'_>, text: &str) {
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
) {
    let text = || sheet.lines.iter().map(|line| line.shown.text.as_str()).collect::<Vec<_>>().join("\n");
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
    });
    if node.is_none() {
        return;
    }
    let galley = joined(ui, sheet, text());
    let range = focused.then(|| CCursorRange {
        primary: cursor(sheet, span.head),
        secondary: cursor(sheet, span.anchor),
        h_pos: None,
    });
    update_accesskit_for_text_widget(
        ui.ctx(),
        response.id,
        range,
        TSTransform::from_translation(corner.to_vec2()),
        &galley,
    );
}

/// All paragraphs as one text, each where it is.
fn joined(ui: &Ui, sheet: &Sheet, text: String) -> Galley {
    let galleys: Vec<Arc<Galley>> = sheet.lines.iter().map(|line| Arc::clone(&line.galley)).collect();
    let job = LayoutJob::single_section(text, TextFormat::default());
    let mut galley = Galley::concat(Arc::new(job), &galleys, ui.pixels_per_point());
    let places = sheet.lines.iter().flat_map(|line| line.galley.rows.iter().map(|row| row.pos + line.at));
    let mut rect = Rect::NOTHING;
    for (row, place) in galley.rows.iter_mut().zip(places) {
        row.pos = place;
        rect |= row.rect();
    }
    galley.rect = rect;
    galley
}

fn cursor(sheet: &Sheet, point: crate::app::prose::Point) -> CCursor {
    let before =
        sheet.lines.iter().take(point.paragraph).map(|line| line.shown.text.chars().count() + 1).sum::<usize>();
    let within = sheet.lines.get(point.paragraph).map_or(0, |line| {
        let shown = line.shown.of_flat(point.at);
        line.shown.text.get(..shown).unwrap_or_default().chars().count()
    });
    CCursor { index: CharIndex(before + within), prefer_next_row: true }
}
