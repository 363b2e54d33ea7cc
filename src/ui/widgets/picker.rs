use super::{FoundRow, Width, captioned, found_row, line, step_through};
use crate::{app::folded, model::Who};
use egui::{Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Ui};

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
    typed.lit = step_through(ui, typed.lit, count);
    ui.input_mut(|input| {
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
                let Candidate { name, detail, .. } = candidate;
                let row = FoundRow { lead: "", lead_width: 0.0, text: name, detail };
                if found_row(ui, row, at == lit).clicked() {
                    clicked = Some(at);
                }
            }
        });
    clicked
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
