use super::{Icon, focus_ring};
use crate::ui::theme::{self, Weight, size, space};
use egui::{Color32, CornerRadius, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// The one thing to do here: filled with the accent.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    button(ui, Rank::Primary, None, text)
}

/// Something that may be done: a soft ground.
pub fn secondary_button(ui: &mut Ui, text: &str) -> Response {
    button(ui, Rank::Secondary, None, text)
}

/// Something that may be done, in the accent's colour and without a ground until it is pointed at.
pub fn quiet_button(ui: &mut Ui, text: &str) -> Response {
    button(ui, Rank::Quiet, None, text)
}

/// As [`quiet_button`], with a small drawing before the text.
pub fn icon_text_button(ui: &mut Ui, icon: Icon, text: &str) -> Response {
    button(ui, Rank::Quiet, Some(icon), text)
}

/// A small drawing alone. Its name is read out, and shown as a tooltip.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let palette = theme::palette(ui);
    let fill = if response.hovered() && ui.is_enabled() { palette.hover } else { theme::CLEAR };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    let colour = if !ui.is_enabled() {
        palette.underline
    } else if response.hovered() || response.has_focus() {
        palette.ink
    } else {
        palette.ink_soft
    };
    icon.paint(ui.painter(), Icon::square(rect.center()), colour);
    focus_ring(ui, &response);
    response.on_hover_text(name)
}

#[derive(Clone, Copy, PartialEq)]
enum Rank {
    Primary,
    Secondary,
    Quiet,
}

fn button(ui: &mut Ui, rank: Rank, icon: Option<Icon>, text: &str) -> Response {
    let palette = theme::palette(ui);
    let weight = if rank == Rank::Secondary { Weight::Regular } else { Weight::Semibold };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::font(weight, size::LABEL), Color32::PLACEHOLDER);
    let side = if rank == Rank::Quiet { space::ONE } else { space::TWO };
    let icon_width = if icon.is_some() { 16.0 + space::HALF } else { 0.0 };
    let size = vec2(galley.size().x + icon_width + 2.0 * side, space::ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    let over = response.hovered() && ui.is_enabled();
    let (fill, ink) = match rank {
        _ if !ui.is_enabled() => (theme::CLEAR, palette.ink_faint),
        Rank::Primary => (if over { palette.accent_strong } else { palette.accent }, palette.on_accent),
        Rank::Secondary => (if over { palette.hairline } else { palette.hover }, palette.ink),
        Rank::Quiet => (if over { palette.hover } else { theme::CLEAR }, palette.accent),
    };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    let mut left = rect.left() + side;
    if let Some(icon) = icon {
        icon.paint(ui.painter(), Icon::square(pos2(left + 8.0, rect.center().y)), ink);
        left += icon_width;
    }
    let at = pos2(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    if rank == Rank::Primary && response.has_focus() {
        super::stops::note(ui, &response);
        // A ring of the accent around the accent would not be seen.
        let ring = egui::Stroke::new(2.0, palette.accent);
        let corner = CornerRadius::same(space::CORNER + 3);
        ui.painter().rect_stroke(rect.expand(4.0), corner, ring, egui::StrokeKind::Inside);
    } else {
        focus_ring(ui, &response);
    }
    response
}
