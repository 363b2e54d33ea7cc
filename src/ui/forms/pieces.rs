use super::scene::Scene;
use crate::{
    model::{Id, Item, Language, Privacy, Who},
    ui::{
        theme::{self, Weight, size, space},
        widgets::{
            Icon, LINE, Width, bare_person_picker, beside, combo, field, field_hint, field_with_hint, focus_ring,
            icon_button, name_of, option_row, row,
        },
    },
};
use egui::{
    Align, Align2, CornerRadius, Label, Layout, Popup, PopupCloseBehavior, Rect, Response, RichText, Role, Sense, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};
use std::mem::discriminant;

/// One of the variants of an enum, some of which hold more: choosing another one takes it as it is in `options`.
pub(super) fn kind_combo<T: Clone>(
    ui: &mut Ui,
    label: &str,
    value: &mut T,
    options: &[(T, &str)],
    width: Width,
) -> Response {
    let mut at = options.iter().position(|(option, _)| discriminant(option) == discriminant(value));
    let names: Vec<(Option<usize>, &str)> =
        options.iter().enumerate().map(|(at, (_, name))| (Some(at), *name)).collect();
    let response = combo(ui, label, &mut at, &names, width);
    if response.changed()
        && let Some((option, _)) = at.and_then(|at| options.get(at))
    {
        *value = option.clone();
    }
    response
}

/// An item of these minutes, or none.
pub(super) fn item_combo(ui: &mut Ui, scene: &Scene<'_>, label: &str, item: &mut Option<Id>, width: Width) -> Response {
    let options: Vec<(Option<Id>, &str)> = scene.items().iter().map(|(id, text)| (*id, text.as_str())).collect();
    combo(ui, label, item, &options, width)
}

/// A list of people: each can be taken out, and another one added by name.
pub(super) fn who_list(ui: &mut Ui, scene: &Scene<'_>, label: &str, list: &mut Vec<Who>) {
    let changed = ui.push_id(label, |ui| beside(ui, label, |ui, _| chips(ui, scene, label, list))).inner;
    let (removed, added) = changed;
    if let Some(who) = added
        && !list.contains(&who)
    {
        list.push(who);
    }
    if let Some(at) = removed {
        list.remove(at);
    }
}

/// The names of a list, and the line for one more. Gives which is taken out, and who is added.
fn chips(ui: &mut Ui, scene: &Scene<'_>, label: &str, list: &[Who]) -> (Option<usize>, Option<Who>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut removed = None;
    for (at, who) in list.iter().enumerate() {
        if chip(ui, at, &name_of(who, scene.people())) {
            removed = Some(at);
        }
    }
    let mut added = None;
    let name = format!("{label}: add a name");
    let field = bare_person_picker(ui, &name, &mut added, scene.people(), Width::Name);
    if !field.has_focus() && ui.is_enabled() {
        let at = pos2(field.rect.left(), field.rect.center().y);
        let font = theme::font(Weight::Regular, size::BODY);
        ui.painter().text(at, Align2::LEFT_CENTER, "Add a name", font, theme::palette(ui).ink_faint);
    }
    (removed, added)
}

/// A name that can be taken out. Gives whether it is.
fn chip(ui: &mut Ui, at: usize, name: &str) -> bool {
    let colour = theme::palette(ui).ink;
    let font = theme::font(Weight::Regular, size::BODY);
    let width = ui.painter().layout_no_wrap(name.to_owned(), font.clone(), colour).size().x;
    let room = vec2(width + 32.0, LINE);
    let inner = ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.add(Label::new(RichText::new(name).font(font).color(colour)).extend());
        ui.push_id(at, |ui| icon_button(ui, Icon::Cross, &format!("Remove {name}")).clicked()).inner
    });
    inner.inner
}

/// Who may see something, and on which grounds.
pub(super) fn privacy(ui: &mut Ui, scene: &Scene<'_>, value: &mut Privacy) {
    let options = [
        (Privacy::Public, "Public"),
        (Privacy::Exempt { paragraphs: Vec::new() }, "Exempt"),
        (Privacy::Confidential, "Confidential"),
    ];
    row(ui, |ui| {
        kind_combo(ui, "Who may see it", value, &options, Width::Short);
        if let Privacy::Exempt { paragraphs } = value {
            list_field(ui, "Paragraphs of Schedule 12A", paragraphs, "3, 6(a)", Width::Name);
        }
    });
    if let Privacy::Exempt { paragraphs } = value {
        for (paragraph, gloss) in paragraphs.iter().filter_map(|p| scene.state.gloss(p).map(|gloss| (p, gloss))) {
            field_hint(ui, &format!("Paragraph {paragraph}: {gloss}"));
        }
    }
}

/// Short texts in one line, parted by commas: "1, 2 and 6(a)". What is being typed stays as it is.
pub(super) fn list_field(ui: &mut Ui, label: &str, list: &mut Vec<String>, hint: &str, width: Width) -> Response {
    let id = ui.make_persistent_id(("list", label));
    let kept = ui.data(|data| data.get_temp::<(String, Vec<String>)>(id)).filter(|(_, known)| known == list);
    let mut text = kept.map_or_else(|| list.join(", "), |(text, _)| text);
    let response = field_with_hint(ui, label, &mut text, hint, width);
    if response.changed() {
        *list = entries_of(&text);
    }
    let focused = response.has_focus();
    ui.data_mut(|data| {
        if focused {
            data.insert_temp(id, (text, list.clone()));
        } else {
            data.remove::<(String, Vec<String>)>(id);
        }
    });
    response
}

fn entries_of(text: &str) -> Vec<String> {
    let text = text.replace(" and ", ", ");
    text.split(',').map(str::trim).filter(|entry| !entry.is_empty()).map(str::to_owned).collect()
}

/// The heading of a thing within a form, with what can be done to the thing at its right.
pub(super) fn part_heading<T: Copy>(ui: &mut Ui, text: &str, acts: &[(T, &str)]) -> (Response, Option<T>) {
    let (response, room) = bare_heading(ui, text, Rank::Thing);
    let chosen = menu_of_heading(ui, room, text, acts);
    (response, chosen)
}

/// How much a heading within a form stands out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// A thing of its own: a resolution, a declaration.
    Thing,
    /// Text, which speaks for itself.
    Text,
}

/// As [`part_heading`], leaving room at the right for [`menu_of_heading`].
pub(super) fn bare_heading(ui: &mut Ui, text: &str, rank: Rank) -> (Response, Rect) {
    ui.add_space(space::TWO);
    let (weight, size, colour) = match rank {
        Rank::Thing => (Weight::Semibold, size::BODY, theme::palette(ui).ink),
        Rank::Text => (Weight::Regular, size::LABEL, theme::palette(ui).ink_soft),
    };
    let line = Rect::from_min_size(ui.available_rect_before_wrap().min, vec2(ui.available_width(), space::ROW));
    let beside = line.with_max_x(line.right() - BUTTON - space::ONE);
    let layout = Layout::left_to_right(Align::Center);
    let mut left = ui.new_child(UiBuilder::new().id_salt("heading").max_rect(beside).layout(layout));
    let heading = RichText::new(text).font(theme::font(weight, size)).color(colour);
    let response = left.add(Label::new(heading).truncate());
    ui.allocate_rect(line, Sense::empty());
    (response, line)
}

/// What can be done to the thing under a [`bare_heading`], drawn into its room. Gives what was chosen.
pub(super) fn menu_of_heading<T: Copy>(ui: &mut Ui, room: Rect, text: &str, acts: &[(T, &str)]) -> Option<T> {
    menu_at(ui, room, &format!("More for {text}"), acts)
}

/// Lines that belong together, with what can be done to them at the right of the first. By Tab, what is typed comes first.
pub(super) fn with_menu<T: Copy>(ui: &mut Ui, name: &str, acts: &[(T, &str)], add: impl FnOnce(&mut Ui)) -> Option<T> {
    let whole = ui.available_rect_before_wrap();
    let room = whole.with_max_x(whole.right() - BUTTON - space::ONE);
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(Layout::top_down(Align::Min)), add);
    menu_at(ui, whole.with_max_y(whole.top() + space::ROW), name, acts)
}

/// A small button for a list of what can be done, at the right end of a line.
fn menu_at<T: Copy>(ui: &mut Ui, line: Rect, name: &str, acts: &[(T, &str)]) -> Option<T> {
    if acts.is_empty() {
        return None;
    }
    // The dots of the button end where lines of text do.
    let line = line.with_max_x(line.right() + space::HALF);
    let layout = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt(("menu", name)).max_rect(line).layout(layout));
    menu(&mut right, name, acts)
}

/// The room for a small button.
const BUTTON: f32 = 28.0;

/// A small button that opens a list of what can be done. Gives what was chosen.
pub(super) fn menu<T: Copy>(ui: &mut Ui, name: &str, acts: &[(T, &str)]) -> Option<T> {
    let button = icon_button(ui, Icon::More, name);
    let was_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button));
    let mut chosen = None;
    let popup =
        Popup::menu(&button).width(200.0).close_behavior(PopupCloseBehavior::CloseOnClick).accessible_name(name);
    popup.show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, (act, text)) in acts.iter().enumerate() {
            let row = option_row(ui, text, false);
            if at == 0 && !was_open {
                row.request_focus();
            }
            if row.clicked() {
                chosen = Some(*act);
                ui.close();
            }
        }
    });
    chosen
}

/// Buttons side by side that each add something that is not there yet. Gives which was pressed.
pub(super) fn offers<T: Copy>(ui: &mut Ui, offers: &[(T, &str)]) -> Option<T> {
    let mut chosen = None;
    if !offers.is_empty() {
        let room = vec2(ui.available_width(), 0.0);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
            ui.spacing_mut().item_spacing = vec2(space::TWO, 0.0);
            for (offer, text) in offers {
                if link(ui, Some(Icon::Plus), text).clicked() {
                    chosen = Some(*offer);
                }
            }
        });
    }
    chosen
}

/// A quiet button on a line of its own.
pub(super) fn quiet_line(ui: &mut Ui, text: &str) -> Response {
    link(ui, None, text)
}

/// The number and title of an item, which lead to its form. The titles stand in a column of their own.
pub(super) fn item_line(ui: &mut Ui, scene: &Scene<'_>, item: &Item) -> Response {
    let number = scene.state.number_of(item.id).unwrap_or_default();
    let title = if item.title.is_empty() { "Untitled item" } else { item.title.as_str() };
    let name = format!("{number} {title}");
    let palette = theme::palette(ui);
    let font = theme::font(Weight::Regular, size::BODY);
    let before = space::SIX + space::TWO;
    let room = (ui.available_width() - before).max(space::SIX);
    let galley = ui.painter().layout(title.to_owned(), font.clone(), palette.ink, room);
    let wanted = vec2(ui.available_width(), (galley.size().y + space::ONE).max(space::ROW));
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name.trim()));
    let around = rect.expand2(vec2(space::ONE, 0.0));
    if response.hovered() && ui.is_enabled() {
        ui.painter().rect_filled(around, CornerRadius::same(space::CORNER), palette.hover);
    }
    let top = rect.top() + space::HALF + 1.0;
    ui.painter().text(pos2(rect.left(), top), Align2::LEFT_TOP, number, font, palette.ink_soft);
    ui.painter().galley(pos2(rect.left() + before, top), galley, palette.ink);
    focus_ring(ui, &response.clone().with_new_rect(around));
    response
}

/// A quiet button whose text begins where the text of fields does; its ground is seen only under the pointer.
pub(super) fn link(ui: &mut Ui, icon: Option<Icon>, text: &str) -> Response {
    let palette = theme::palette(ui);
    let font = theme::font(Weight::Regular, size::LABEL);
    let room = (ui.max_rect().width() - 20.0).max(space::SIX);
    let galley = ui.painter().layout(text.to_owned(), font, palette.ink_soft, room);
    let icon_width = if icon.is_some() { 20.0 } else { 0.0 };
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + icon_width, galley.size().y.max(space::ROW)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    let around = rect.expand2(vec2(6.0, -2.0));
    let lit = ui.is_enabled() && (response.hovered() || response.has_focus());
    if response.hovered() && ui.is_enabled() {
        ui.painter().rect_filled(around, CornerRadius::same(space::CORNER), palette.hover);
    }
    let ink = match (ui.is_enabled(), lit) {
        (true, true) => palette.accent,
        (true, false) => palette.ink_soft,
        (false, _) => palette.ink_faint,
    };
    if let Some(icon) = icon {
        icon.paint(ui.painter(), Icon::square(pos2(rect.left() + 7.0, rect.center().y)), ink);
    }
    let at = pos2(rect.left() + icon_width, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, ink);
    focus_ring(ui, &response.clone().with_new_rect(around));
    response
}

/// The language of a heading or a title, where it is not the draft's: a tag such as "cy".
pub(super) fn language(ui: &mut Ui, label: &str, value: &mut Language) -> Response {
    field(ui, label, &mut value.0, Width::Time)
}

/// Whether something of a form that is seldom needed is shown; it is shown from the start where it holds something.
pub(super) fn shown(ui: &mut Ui, salt: &str, holds_something: bool, offer: &str) -> bool {
    let open = is_shown(ui, salt, holds_something);
    let pressed = !open && offers(ui, &[((), offer)]).is_some();
    if pressed {
        show(ui, salt);
    }
    open || pressed
}

/// As [`shown`], where the offer to show it stands elsewhere and calls [`show`].
pub(super) fn is_shown(ui: &mut Ui, salt: &str, holds_something: bool) -> bool {
    let open = ui.data(|data| data.get_temp::<bool>(shown_id(ui, salt))).unwrap_or(false);
    if holds_something && !open {
        // What is emptied stays to be typed in again.
        show(ui, salt);
    }
    holds_something || open
}

/// Shows what [`is_shown`] asks for.
pub(super) fn show(ui: &mut Ui, salt: &str) {
    let id = shown_id(ui, salt);
    ui.data_mut(|data| data.insert_temp(id, true));
}

fn shown_id(ui: &Ui, salt: &str) -> egui::Id {
    ui.make_persistent_id(("shown", salt))
}
