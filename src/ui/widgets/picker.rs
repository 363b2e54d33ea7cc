use super::{Width, captioned, line};
use crate::{
    app::folded,
    model::Who,
    ui::theme::{self, Weight, size, space},
};
use egui::{
    Align2, CornerRadius, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Role, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

/// Somebody who may be picked.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Who it is.
    pub who: Who,
    /// The name as the minutes write it: "Councillor M Musgrave".
    pub name: String,
    /// What tells them from others: "Chair", "People Directorate".
    pub detail: String,
}

/// What is being typed into a picker.
#[derive(Clone, Default)]
struct Typed {
    text: String,
    /// Which of those that fit is lit.
    lit: usize,
}

/// A person: type letters of the name, choose with up and down, take with Enter or Tab. Text that fits nobody is taken as
/// a name of its own; no text is nobody. The response has changed when somebody else was picked.
pub fn person_picker(
    ui: &mut Ui,
    label: &str,
    value: &mut Option<Who>,
    people: &[Candidate],
    width: Width,
) -> Response {
    captioned(ui, label, width, |ui, id, points| picker(ui, id, label, value, people, points))
}

/// As [`person_picker`], without a label that is seen.
pub fn bare_person_picker(
    ui: &mut Ui,
    name: &str,
    value: &mut Option<Who>,
    people: &[Candidate],
    width: Width,
) -> Response {
    let id = super::field_id(ui, name);
    let points = width.points(ui.available_width());
    picker(ui, id, name, value, people, points).accessible_name(name)
}

/// The name of somebody, as a picker shows it.
pub fn name_of(who: &Who, people: &[Candidate]) -> String {
    let known = people.iter().find(|candidate| candidate.who == *who).map(|candidate| candidate.name.clone());
    match who {
        Who::Person(_) => known.unwrap_or_default(),
        Who::Named(name) => name.clone(),
    }
}

fn picker(ui: &mut Ui, id: Id, label: &str, value: &mut Option<Who>, people: &[Candidate], points: f32) -> Response {
    let shown = value.as_ref().map(|who| name_of(who, people)).unwrap_or_default();
    let mut typed = ui.data(|data| data.get_temp::<Typed>(id));
    let focused = ui.memory(|memory| memory.has_focus(id));
    let matches: Vec<&Candidate> = match &typed {
        Some(typed) if focused => fitting(&typed.text, people),
        _ => Vec::new(),
    };
    let picked = match &mut typed {
        Some(typed) if focused => keys(ui, typed, matches.len()),
        _ => None,
    };
    let mut text = typed.as_ref().map_or(shown, |typed| typed.text.clone());
    let mut response = line(ui, id, &mut text, "", points);
    if response.changed() {
        typed = Some(Typed { text: text.clone(), lit: 0 });
    }
    response.flags.remove(egui::response::Flags::CHANGED);
    let lit = typed.as_ref().map_or(0, |typed| typed.lit);
    let clicked = if focused && !matches.is_empty() { suggestions(&response, label, &matches, lit) } else { None };
    let given_up = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if given_up {
        typed = None;
    }
    let left = response.lost_focus() && typed.is_some();
    let taken = clicked.or(picked).and_then(|at| matches.get(at)).map(|candidate| Some(candidate.who.clone()));
    let new = taken.or_else(|| left.then(|| by_text(&text, people)));
    if let Some(new) = new {
        typed = None;
        if new != *value {
            *value = new;
            response.mark_changed();
        }
    }
    ui.data_mut(|data| match typed {
        Some(typed) => {
            data.insert_temp(id, typed);
        }
        None => data.remove::<Typed>(id),
    });
    response
}

/// Who is meant by text that was typed and left: the one whose name it is, or a name of its own.
fn by_text(text: &str, people: &[Candidate]) -> Option<Who> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let same = people.iter().find(|candidate| candidate.name.to_lowercase() == text.to_lowercase());
    Some(same.map_or_else(|| Who::Named(text.to_owned()), |candidate| candidate.who.clone()))
}

/// Takes the keys that work the list before the text field sees them.
fn keys(ui: &mut Ui, typed: &mut Typed, count: usize) -> Option<usize> {
    if count == 0 {
        return None;
    }
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
            typed.lit = (typed.lit + 1).min(count - 1);
        }
        if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
            typed.lit = typed.lit.saturating_sub(1);
        }
        // Tab takes what is lit too, and goes on: it is looked at, not consumed.
        let takes = input.consume_key(Modifiers::NONE, Key::Enter) || input.key_pressed(Key::Tab);
        takes.then_some(typed.lit)
    })
}

/// Who fits what was typed: each word typed begins a word of the name, or the letters are the initials of the name.
fn fitting<'a>(text: &str, people: &'a [Candidate]) -> Vec<&'a Candidate> {
    let text = folded(text.trim());
    if text.is_empty() {
        return Vec::new();
    }
    let fits = |candidate: &&Candidate| {
        let name = folded(&candidate.name);
        let words: Vec<&str> = name.split_whitespace().collect();
        let begins = text.split_whitespace().all(|typed| words.iter().any(|word| word.starts_with(typed)));
        let initials = |skip: usize| words.iter().skip(skip).filter_map(|word| word.chars().next()).collect::<String>();
        begins || initials(0) == text || initials(1) == text
    };
    people.iter().filter(fits).take(8).collect()
}

fn suggestions(field: &Response, label: &str, matches: &[&Candidate], lit: usize) -> Option<usize> {
    let mut clicked = None;
    Popup::from_response(field)
        .id(field.id.with("people"))
        .open(true)
        .width(field.rect.width().max(280.0))
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .accessible_name(format!("{label}: people"))
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (at, candidate) in matches.iter().enumerate() {
                if suggestion(ui, candidate, at == lit).clicked() {
                    clicked = Some(at);
                }
            }
        });
    clicked
}

fn suggestion(ui: &mut Ui, candidate: &Candidate, lit: bool) -> Response {
    let palette = theme::palette(ui);
    // Not a stop for Tab: the focus stays in the field while the list is worked.
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), space::ROW), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &candidate.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(lit));
    let fill = match (lit, response.hovered()) {
        (true, _) => palette.accent_soft,
        (false, true) => palette.hover,
        (false, false) => theme::CLEAR,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    let font = theme::font(Weight::Regular, size::LABEL);
    let left = pos2(rect.left() + space::ONE, rect.center().y);
    ui.painter().text(left, Align2::LEFT_CENTER, &candidate.name, font.clone(), palette.ink);
    let right = pos2(rect.right() - space::ONE, rect.center().y);
    ui.painter().text(right, Align2::RIGHT_CENTER, &candidate.detail, font, palette.ink_soft);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    fn people() -> Vec<Candidate> {
        ["Councillor M Musgrave", "Councillor P Marlow", "Mrs S Harland"]
            .into_iter()
            .zip(1..)
            .map(|(name, id)| Candidate { who: Who::Person(Id(id)), name: name.to_owned(), detail: String::new() })
            .collect()
    }

    #[test]
    fn two_letters_find_a_member() {
        let people = people();
        let found = |text: &str| fitting(text, &people).iter().map(|c| c.name.as_str()).collect::<Vec<_>>();
        assert_eq!(found("mu"), ["Councillor M Musgrave"]);
        assert_eq!(found("pm"), ["Councillor P Marlow"]);
        assert_eq!(found("c ma"), ["Councillor P Marlow"]);
        assert_eq!(found("xy"), Vec::<&str>::new());
        assert_eq!(found(" "), Vec::<&str>::new());
    }

    #[test]
    fn a_name_that_nobody_bears_is_kept_as_it_was_typed() {
        let people = people();
        assert_eq!(by_text("mrs s harland", &people), Some(Who::Person(Id(3))));
        assert_eq!(by_text("the Lord Mayor", &people), Some(Who::Named("the Lord Mayor".to_owned())));
        assert_eq!(by_text("  ", &people), None);
    }
}
