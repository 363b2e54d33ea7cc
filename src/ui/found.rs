//! How what is looked for shows in a form: where it stands, and that it comes into view once.

use super::theme;
use crate::app::Search;
use egui::{
    Context, CornerRadius, Id, Response, StrokeKind, TextEdit, text::CCursor, text_selection::CCursorRange, vec2,
};
use std::ops::Range;

/// Whether the hit that is shown is still to be brought into view. Asked by what holds it; each is brought there once, so
/// that the clerk can look elsewhere.
pub fn comes_into_view(ctx: &Context, search: &Search) -> bool {
    let place = Id::unique("hit that came into view");
    let before = ctx.data(|data| data.get_temp::<u64>(place)).unwrap_or_default();
    ctx.data_mut(|data| data.insert_temp(place, search.shown));
    before != search.shown
}

/// Selects what was found in a line that is given the focus.
pub fn select(response: &Response, text: &str, range: Range<usize>) {
    super::widgets::keep_caret(response);
    let place = |at: usize| CCursor::new(text.get(..at).unwrap_or(text).chars().count());
    let mut kept = TextEdit::load_state(&response.ctx, response.id).unwrap_or_default();
    kept.cursor.set_char_range(Some(CCursorRange::two(place(range.start), place(range.end))));
    kept.store(&response.ctx, response.id);
}

/// Marks a line that holds the hit that is shown.
pub fn mark_line(response: &Response, search: &Search) {
    if comes_into_view(&response.ctx, search) {
        response.scroll_to_me(None);
    }
    if search.open {
        let ctx = &response.ctx;
        let colour = theme::of(ctx.global_style().visuals.dark_mode).found_here;
        let around = response.rect.expand2(vec2(4.0, 0.0));
        let painter = ctx.layer_painter(response.layer_id).with_clip_rect(response.interact_rect.expand(8.0));
        painter.rect_stroke(around, CornerRadius::same(4), (2.0, colour), StrokeKind::Inside);
    }
}
