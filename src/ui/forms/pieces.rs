use super::scene::Scene;
use crate::{
    model::{Id, Language, Privacy, Who},
    ui::{
        theme::{self, Weight, size, space},
        widgets::{
            Icon, Width, bare_person_picker, caption, combo, field_with_hint, icon_button, name_of, option_row,
            quiet_button,
        },
    },
};
use egui::{Align, Label, Layout, Popup, PopupCloseBehavior, Response, RichText, Ui};
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
pub(super) fn item_combo(ui: &mut Ui, scene: &Scene<'_>, label: &str, item: &mut Option<Id>) -> Response {
    let options: Vec<(Option<Id>, &str)> = scene.items().iter().map(|(id, text)| (*id, text.as_str())).collect();
    combo(ui, label, item, &options, Width::Long)
}

/// A list of people: each can be taken out, and another one added by name.
pub(super) fn who_list(ui: &mut Ui, scene: &Scene<'_>, label: &str, list: &mut Vec<Who>) {
    ui.push_id(label, |ui| {
        caption(ui, label);
        let mut removed = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for (at, who) in list.iter().enumerate() {
                let name = name_of(who, scene.people());
                ui.push_id(at, |ui| {
                    plain(ui, &name);
                    if icon_button(ui, Icon::Cross, &format!("Remove {name}")).clicked() {
                        removed = Some(at);
                    }
                });
                ui.add_space(space::ONE);
            }
            let mut added = None;
            bare_person_picker(ui, &format!("{label}: add a name"), &mut added, scene.people(), Width::Name);
            if let Some(who) = added
                && !list.contains(&who)
            {
                list.push(who);
            }
        });
        if let Some(at) = removed {
            list.remove(at);
        }
    });
    ui.add_space(space::ONE);
}

fn plain(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::palette(ui).ink;
    let text = RichText::new(text).font(theme::font(Weight::Regular, size::BODY)).color(colour);
    ui.add(Label::new(text).extend())
}

/// Who may see something, and on which grounds.
pub(super) fn privacy(ui: &mut Ui, scene: &Scene<'_>, value: &mut Privacy) {
    let options = [
        (Privacy::Public, "Public"),
        (Privacy::Exempt { paragraphs: Vec::new() }, "Exempt"),
        (Privacy::Confidential, "Confidential"),
    ];
    crate::ui::widgets::row(ui, |ui| {
        kind_combo(ui, "Who may see it", value, &options, Width::Short);
        if let Privacy::Exempt { paragraphs } = value {
            list_field(ui, "Paragraphs of Schedule 12A", paragraphs, "3, 6(a)", Width::Name);
        }
    });
    if let Privacy::Exempt { paragraphs } = value {
        for (paragraph, gloss) in paragraphs.iter().filter_map(|p| scene.state.gloss(p).map(|gloss| (p, gloss))) {
            crate::ui::widgets::hint(ui, &format!("Paragraph {paragraph}: {gloss}"));
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
    ui.data_mut(|data| match response.has_focus() {
        true => {
            data.insert_temp(id, (text, list.clone()));
        }
        false => data.remove::<(String, Vec<String>)>(id),
    });
    response
}

fn entries_of(text: &str) -> Vec<String> {
    let text = text.replace(" and ", ", ");
    text.split(',').map(str::trim).filter(|entry| !entry.is_empty()).map(str::to_owned).collect()
}

/// A quiet heading within a form, with what can be done to the thing at its right.
pub(super) fn part_heading<T: Copy>(ui: &mut Ui, text: &str, acts: &[(T, &str)]) -> (Response, Option<T>) {
    ui.add_space(space::THREE);
    let inner = ui.horizontal(|ui| {
        let colour = theme::palette(ui).ink_soft;
        let heading = RichText::new(text).font(theme::font(Weight::Semibold, size::LABEL)).color(colour);
        let response = ui.add(Label::new(heading).extend());
        let chosen = ui
            .with_layout(Layout::right_to_left(Align::Center), |ui| menu(ui, &format!("More for {text}"), acts))
            .inner;
        (response, chosen)
    });
    inner.inner
}

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
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            // The text of the first button is to stand where the text of fields does.
            ui.add_space(-space::ONE);
            for (offer, text) in offers {
                if crate::ui::widgets::icon_text_button(ui, Icon::Plus, text).clicked() {
                    chosen = Some(*offer);
                }
            }
        });
    }
    chosen
}

/// A quiet button at the left edge, its text in line with the fields.
pub(super) fn quiet_line(ui: &mut Ui, text: &str) -> Response {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(-space::ONE);
        quiet_button(ui, text)
    })
    .inner
}

/// The language of a heading or a title, where it is not the draft's: a tag such as "cy".
pub(super) fn language(ui: &mut Ui, label: &str, value: &mut Language) -> Response {
    field_with_hint(ui, label, &mut value.0, "cy", Width::Figure)
}

/// Whether something of a form that is seldom needed is shown; it is shown from the start where it holds something.
pub(super) fn shown(ui: &mut Ui, salt: &str, holds_something: bool, offer: &str) -> bool {
    let id = ui.make_persistent_id(("shown", salt));
    let open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    if holds_something || open {
        // What is emptied stays to be typed in again.
        if !open {
            ui.data_mut(|data| data.insert_temp(id, true));
        }
        return true;
    }
    let pressed = offers(ui, &[((), offer)]).is_some();
    if pressed {
        ui.data_mut(|data| data.insert_temp(id, true));
    }
    pressed
}
