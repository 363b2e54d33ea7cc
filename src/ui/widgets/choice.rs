use super::{Icon, LINE, Width, beside, captioned, focus_ring, indented};
use crate::app::folded;
use crate::ui::theme::{self, Weight, size, space};
use egui::{
    Color32, CornerRadius, EventFilter, Key, Modifiers, Popup, PopupCloseBehavior, Response, Role, Sense, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

/// One of a few: the options stand side by side, the one that is chosen on a soft ground. Left and right choose; Tab leads
/// past them. The response has changed when another one was chosen.
pub fn choice<T: PartialEq + Clone>(ui: &mut Ui, label: &str, value: &mut T, options: &[(T, &str)]) -> Response {
    beside(ui, label, |ui, _| {
        // The words of the first option begin where the text of fields does; its ground reaches out before it.
        let room = ui.available_rect_before_wrap();
        let room = room.with_min_x(room.left() - SIDE);
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| segments(ui, label, value, options)).inner
    })
}

/// As [`choice`], without a label that is seen.
pub fn bare_choice<T: PartialEq + Clone>(ui: &mut Ui, name: &str, value: &mut T, options: &[(T, &str)]) -> Response {
    segments(ui, name, value, options)
}

/// The room beside the words of an option.
const SIDE: f32 = 10.0;

fn segments<T: PartialEq + Clone>(ui: &mut Ui, name: &str, value: &mut T, options: &[(T, &str)]) -> Response {
    let chosen = options.iter().position(|(option, _)| option == value);
    let inner = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.spacing_mut().interact_size.y = LINE;
        let responses: Vec<Response> =
            options.iter().enumerate().map(|(at, (_, text))| segment(ui, name, text, chosen, at)).collect();
        let clicked = responses.iter().position(|response| response.clicked());
        let focused = responses.iter().position(Response::has_focus);
        let moved = focused.and_then(|at| {
            let id = responses.get(at)?.id;
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            let (left, right) = ui.input_mut(|input| {
                (
                    input.consume_key(Modifiers::NONE, Key::ArrowLeft),
                    input.consume_key(Modifiers::NONE, Key::ArrowRight),
                )
            });
            match (left, right) {
                (true, _) => at.checked_sub(1),
                (_, true) => Some(at + 1).filter(|next| *next < options.len()),
                _ => None,
            }
        });
        if let Some(next) = moved.and_then(|at| responses.get(at)) {
            next.request_focus();
        }
        (clicked.or(moved), responses.into_iter().reduce(|all, next| all.union(next)))
    });
    let (new, union) = inner.inner;
    let mut response = union.unwrap_or(inner.response);
    if let Some((option, _)) = new.and_then(|at| options.get(at))
        && option != value
    {
        *value = option.clone();
        response.mark_changed();
    }
    response
}

fn segment(ui: &mut Ui, name: &str, text: &str, chosen: Option<usize>, at: usize) -> Response {
    let is_chosen = chosen == Some(at);
    let weight = if is_chosen { Weight::Semibold } else { Weight::Regular };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::font(weight, size::LABEL), Color32::PLACEHOLDER);
    let wanted = vec2(galley.size().x + 2.0 * SIDE, 28.0);
    // The group is one stop for Tab: at what is chosen, or at the first where nothing is.
    let is_stop = is_chosen || (chosen.is_none() && at == 0);
    let sense = if is_stop { Sense::click() } else { Sense::CLICK };
    let (rect, response) = ui.allocate_exact_size(wanted, sense);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, is_chosen, format!("{name}: {text}")));
    let palette = theme::palette(ui);
    let (fill, ink) = match (is_chosen, response.hovered()) {
        (true, _) => (palette.accent_soft, palette.accent),
        (false, true) => (palette.hover, palette.ink),
        (false, false) => (theme::CLEAR, palette.ink_soft),
    };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    focus_ring(ui, &response);
    response
}

/// One of many: a line with what is chosen, and the options below it when it is opened. Up and down choose without opening;
/// Space and Enter open. The response has changed when another one was chosen.
pub fn combo<T: PartialEq + Clone>(
    ui: &mut Ui,
    label: &str,
    value: &mut T,
    options: &[(T, &str)],
    width: Width,
) -> Response {
    captioned(ui, label, width, |ui, id, points| {
        let chosen = options.iter().position(|(option, _)| option == value);
        let text = chosen.and_then(|at| options.get(at)).map_or("", |(_, text)| text);
        let (mut response, mut new) = closed_combo(ui, id, text, points, chosen, options.len());
        if response.has_focus()
            && let Some(at) = by_letters(ui, id, chosen, options.iter().map(|(_, text)| *text))
        {
            new = Some(at);
        }
        let was_open = Popup::is_id_open(ui.ctx(), id.with("options"));
        let popup = Popup::menu(&response)
            .id(id.with("options"))
            .width(list_width(ui, options.iter().map(|(_, text)| *text), points))
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .accessible_name(label);
        let shown = popup.show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for (at, (_, text)) in options.iter().enumerate() {
                    let row = option_row(ui, text, chosen == Some(at));
                    if row.clicked() {
                        new = Some(at);
                        ui.close();
                    }
                }
            });
        });
        if was_open && !Popup::is_id_open(ui.ctx(), id.with("options")) && ui.input(|input| !input.pointer.any_down()) {
            // The list belongs to its line: whoever leaves it with a key goes on from there.
            response.request_focus();
        }
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_expanded(shown.is_some());
            node.set_has_popup(egui::accesskit::HasPopup::Listbox);
        });
        if let Some((option, _)) = new.and_then(|at| options.get(at))
            && option != value
        {
            *value = option.clone();
            response.mark_changed();
        }
        response
    })
}

/// How wide a list is that pops up: no narrower than its field, and wide enough for its longest entry.
fn list_width<'a>(ui: &Ui, options: impl Iterator<Item = &'a str>, field: f32) -> f32 {
    let font = theme::font(Weight::Semibold, size::LABEL);
    // Letters are counted before they are measured: a list may be long, and is not always open.
    let longest = options.max_by_key(|text| text.chars().count()).unwrap_or_default();
    let width = ui.painter().layout_no_wrap(longest.to_owned(), font, Color32::PLACEHOLDER).size().x;
    (width + space::THREE).clamp(field.max(160.0), 560.0_f32.max(field))
}

/// How long letters belong together, in seconds.
const TOGETHER: f64 = 1.0;

/// The option that begins with the letters that are typed one after the other. The first letter leads away from what is
/// chosen, where another option begins with it too; letters that fit none begin anew.
fn by_letters<'a>(
    ui: &Ui,
    id: egui::Id,
    chosen: Option<usize>,
    options: impl Iterator<Item = &'a str> + Clone,
) -> Option<usize> {
    let place = id.with("letters");
    let (now, typed) = ui.input(|input| {
        let letters = input.events.iter().filter_map(|event| match event {
            egui::Event::Text(text) if text.chars().all(char::is_alphanumeric) => Some(text.as_str()),
            _ => None,
        });
        (input.time, letters.collect::<String>())
    });
    if typed.is_empty() {
        return None;
    }
    let begun = ui.data(|data| data.get_temp::<(f64, String)>(place)).filter(|(at, _)| now - at < TOGETHER);
    let mut letters = begun.map(|(_, letters)| letters).unwrap_or_default();
    let mut found = chosen;
    for letter in typed.chars() {
        (letters, found) = next_letter(letters, letter, found, options.clone());
    }
    ui.data_mut(|data| data.insert_temp(place, (now, letters)));
    found
}

/// The letters that belong together after one more, and the option that they mean.
fn next_letter<'a>(
    begun: String,
    letter: char,
    chosen: Option<usize>,
    options: impl Iterator<Item = &'a str> + Clone,
) -> (String, Option<usize>) {
    let fits = |letters: &str, (at, text): (usize, &str)| folded(text).starts_with(&folded(letters)).then_some(at);
    let all =
        |letters: &str| options.clone().enumerate().filter_map(|option| fits(letters, option)).collect::<Vec<_>>();
    let longer = format!("{begun}{letter}");
    let found = all(&longer);
    if !begun.is_empty() && !found.is_empty() {
        let stays = chosen.filter(|at| found.contains(at));
        return (longer, stays.or(found.first().copied()));
    }
    let letters = letter.to_string();
    let found = all(&letters);
    let behind = found.iter().copied().find(|at| chosen.is_none_or(|chosen| *at > chosen));
    let next = behind.or(found.first().copied()).or(chosen);
    (letters, next)
}

fn closed_combo(
    ui: &mut Ui,
    id: egui::Id,
    text: &str,
    points: f32,
    chosen: Option<usize>,
    count: usize,
) -> (Response, Option<usize>) {
    let palette = theme::palette(ui);
    let (_, rect) = ui.allocate_space(vec2(points, LINE));
    let response = ui.interact(rect, id, Sense::click());
    response
        .widget_info(|| WidgetInfo { current_text_value: Some(text.to_owned()), ..WidgetInfo::new(Role::ComboBox) });
    ui.painter().add(super::field_ground(ui, &response));
    let painter = ui.painter().with_clip_rect(rect.with_max_x(rect.right() - space::TWO));
    let galley = painter.layout_no_wrap(text.to_owned(), theme::font(Weight::Regular, size::BODY), palette.ink);
    painter.galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, palette.ink);
    Icon::Down.paint(ui.painter(), Icon::square(pos2(rect.right() - space::ONE, rect.center().y)), palette.ink_soft);
    let mut new = None;
    if response.has_focus() && count > 0 {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let (up, down) = ui.input_mut(|input| {
            (input.consume_key(Modifiers::NONE, Key::ArrowUp), input.consume_key(Modifiers::NONE, Key::ArrowDown))
        });
        new = match (up, down) {
            (true, _) => chosen.and_then(|at| at.checked_sub(1)),
            (_, true) => Some(chosen.map_or(0, |at| at + 1)).filter(|next| *next < count),
            _ => None,
        };
    }
    (response, new)
}

/// A row of a list that pops up.
pub fn option_row(ui: &mut Ui, text: &str, is_chosen: bool) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), space::ROW), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, enabled, text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_chosen));
    let lit = response.hovered() || response.has_focus();
    let fill = if lit { palette.accent_soft } else { theme::CLEAR };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    let weight = if is_chosen { Weight::Semibold } else { Weight::Regular };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::font(weight, size::LABEL), palette.ink);
    let at = pos2(rect.left() + space::ONE, rect.center().y - galley.size().y / 2.0);
    ui.painter().with_clip_rect(rect).galley(at, galley, palette.ink);
    response
}

/// Yes or no: a box that is ticked, with its label behind it, in the column of what is typed.
pub fn toggle(ui: &mut Ui, label: &str, on: &mut bool) -> Response {
    indented(ui, |ui| bare_toggle(ui, label, on))
}

/// As [`toggle`], where the line begins.
pub fn bare_toggle(ui: &mut Ui, label: &str, on: &mut bool) -> Response {
    let palette = theme::palette(ui);
    let font = theme::font(Weight::Regular, size::BODY);
    let before = 16.0 + space::ONE;
    let room = (ui.available_width() - before - space::HALF).max(space::SIX);
    let galley = ui.painter().layout(label.to_owned(), font, palette.ink, room);
    let wanted = vec2(before + galley.size().x + space::HALF, galley.size().y.max(LINE - space::HALF));
    let (rect, mut response) = ui.allocate_exact_size(wanted, Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
        // Whoever clicked goes on from here by Tab.
        response.request_focus();
    }
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, *on, label));
    let first_line = galley.rows.first().map_or(0.0, |row| row.rect().height());
    let top = rect.center().y - galley.size().y / 2.0;
    super::stops::note(ui, &response);
    tick_box(ui, Icon::square(pos2(rect.left() + 8.0, top + first_line / 2.0)), *on, response.hovered());
    let ink = if enabled { palette.ink } else { palette.ink_faint };
    ui.painter().galley_with_override_text_color(pos2(rect.left() + before, top), galley, ink);
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, palette.accent);
        let corner = CornerRadius::same(space::CORNER + 1);
        ui.painter().rect_stroke(rect.expand2(vec2(space::HALF, 0.0)), corner, ring, egui::StrokeKind::Inside);
    }
    response
}

/// The box that is ticked or not.
pub fn tick_box(ui: &Ui, square: egui::Rect, on: bool, lit: bool) {
    let palette = theme::palette(ui);
    let corner = CornerRadius::same(3);
    if on {
        ui.painter().rect_filled(square, corner, palette.accent);
        Icon::Tick.paint(ui.painter(), square, palette.on_accent);
    } else {
        let edge = if lit { palette.ink_soft } else { palette.ink_faint };
        let stroke = egui::Stroke::new(1.0, edge);
        ui.painter().rect_stroke(square.shrink(0.5), corner, stroke, egui::StrokeKind::Inside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(from: usize, letters: &str) -> &'static str {
        const OUTCOMES: [&str; 6] = ["Not classified", "Noted", "Approved", "Agreed", "Appointed", "Another kind"];
        let (mut begun, mut at) = (String::new(), Some(from));
        for letter in letters.chars() {
            (begun, at) = next_letter(begun, letter, at, OUTCOMES.into_iter());
        }
        OUTCOMES[at.expect("something is chosen")]
    }

    #[test]
    fn a_letter_or_two_choose_and_lead_away_from_what_is_chosen() {
        for (from, letters, expected) in [
            (0, "n", "Noted"),
            (0, "no", "Noted"),
            (1, "n", "Not classified"),
            (0, "a", "Approved"),
            (0, "ag", "Agreed"),
            (2, "appo", "Appointed"),
            (1, "an", "Another kind"),
            (3, "z", "Agreed"),
            (0, "zag", "Agreed"),
        ] {
            assert_eq!(chosen(from, letters), expected, "{letters} from {from}");
        }
    }
}
