use crate::ui::theme::{self, Weight, size, space};
use egui::{Align2, Color32, CornerRadius, Key, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// What a row of a list of finds says.
#[derive(Clone, Copy, Debug)]
pub struct FoundRow<'a> {
    /// What stands first, in a column of its own: a number, some letters; empty where there is none.
    pub lead: &'a str,
    /// How wide that column is, in points.
    pub lead_width: f32,
    /// What it is; cut where it is too long.
    pub text: &'a str,
    /// What stands at the right, softly.
    pub detail: &'a str,
}

/// Goes through the rows of a list by Up and Down, before the field above it sees the keys. Gives which of them is lit.
pub fn step_through(ui: &Ui, lit: usize, rows: usize) -> usize {
    let last = rows.saturating_sub(1);
    ui.input_mut(|input| {
        let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
        let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
        (lit + down).min(last).saturating_sub(up)
    })
}

/// A row of a list that is worked from a field above it: no stop for Tab. It is lit where Enter takes it.
pub fn found_row(ui: &mut Ui, row: FoundRow<'_>, lit: bool) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), space::ROW), Sense::CLICK);
    let name = [row.lead, row.text];
    let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, enabled, name.join(", ")));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(lit);
        if !row.detail.is_empty() {
            node.set_description(row.detail);
        }
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let fill = match (lit, response.hovered() && enabled) {
        (true, _) => palette.accent_soft,
        (false, true) => palette.hover,
        (false, false) => theme::CLEAR,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    let ink = if enabled { palette.ink } else { palette.ink_faint };
    let font = theme::font(Weight::Regular, size::LABEL);
    let middle = rect.center().y;
    let lead = theme::font(Weight::Semibold, size::LABEL);
    ui.painter().text(pos2(rect.left() + space::ONE, middle), Align2::LEFT_CENTER, row.lead, lead, ink);
    let right = pos2(rect.right() - space::ONE, middle);
    let detail = ui.painter().text(right, Align2::RIGHT_CENTER, row.detail, font.clone(), palette.ink_soft);
    let left = rect.left() + space::ONE + row.lead_width;
    let room = detail.left() - left - space::TWO;
    let mut job = egui::text::LayoutJob::simple_singleline(row.text.to_owned(), font, Color32::PLACEHOLDER);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(0.0));
    let galley = ui.painter().layout_job(job);
    let at = pos2(left, middle - galley.size().y / 2.0);
    ui.painter().with_clip_rect(Rect::everything_left_of(detail.left())).galley(at, galley, ink);
    response
}
