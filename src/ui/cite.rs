//! The overlay in which a minute to cite is looked for, and the form of its citation chosen by a letter.

use super::{
    theme::space,
    widgets::{self, FoundRow, Width, found_row},
};
use crate::{
    app::{CITATION_FORMS, Citable, CitePlace, State},
    model::{Citation, CitationForm, Look},
};
use egui::{Event, EventFilter, Key, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo};

/// How wide the overlay is, in points.
const WIDTH: f32 = 640.0;

/// How high the list is, in rows.
const ROWS: f32 = 9.0;

/// What is typed and chosen in the overlay.
#[derive(Default)]
pub struct Cite {
    typed: String,
    /// Which of those that were found is lit.
    lit: usize,
    /// What is cited, once it is chosen.
    chosen: Option<Citable>,
    /// The form that is lit.
    form: CitationForm,
}

/// A form with its letter, and how the citation reads in it.
struct Offered {
    letter: char,
    form: CitationForm,
    written: String,
}

impl Cite {
    /// An overlay in which the form that fits the place is proposed.
    pub fn new(place: CitePlace) -> Cite {
        Cite { form: place.form, ..Cite::default() }
    }

    /// Draws the overlay; gives the citation once it is chosen.
    pub fn show(&mut self, ui: &mut Ui, state: &State, place: CitePlace, first_frame: bool) -> Option<Citation> {
        ui.set_width(WIDTH);
        if let Some(chosen) = self.chosen.clone() {
            return self.choose(ui, state, place, &chosen);
        }
        // What is typed behind Enter in the same frame chooses the form, and is no part of the search.
        let behind = self.search(ui, state, place, first_frame);
        let chosen = self.chosen.clone()?;
        ui.ctx().request_repaint();
        let form = self.take(&self.offered(state, place, &chosen), behind).1?;
        Some(Citation { target: chosen.target, form, look: Look::default() })
    }

    /// The field and what it finds. Gives what came behind Enter.
    fn search(&mut self, ui: &mut Ui, state: &State, place: CitePlace, first_frame: bool) -> Vec<Event> {
        widgets::dialog_title(ui, "Cite a minute");
        let before = self.typed.clone();
        let up = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp));
        let down = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown));
        let behind = behind_enter(ui);
        let hint = "A number, a word of the title, a body";
        let field = widgets::field_with_hint(ui, "Which minute", &mut self.typed, hint, Width::Points(WIDTH));
        if first_frame {
            field.request_focus();
        }
        let found = state.citable(&self.typed, place.caret.at);
        if self.typed != before {
            self.lit = 0;
        }
        self.lit = (self.lit + down).saturating_sub(up).min(found.len().saturating_sub(1));
        let clicked = self.list(ui, &found, up + down > 0);
        ui.add_space(space::ONE);
        widgets::hint(ui, said(state, &self.typed, &found));
        let entered = behind.is_some().then_some(self.lit);
        self.chosen = clicked.or(entered).and_then(|at| found.get(at)).cloned();
        if behind.is_some() && self.chosen.is_none() {
            // Enter leaves the field; there is nothing to go on to.
            field.request_focus();
        }
        behind.unwrap_or_default()
    }

    fn list(&self, ui: &mut Ui, found: &[Citable], moved: bool) -> Option<usize> {
        let mut clicked = None;
        let height = ROWS * space::ROW;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (at, citable) in found.iter().enumerate() {
                let Citable { number, title, place, .. } = citable;
                let row = FoundRow { lead: number, lead_width: 88.0, text: title, detail: place };
                let response = found_row(ui, row, at == self.lit);
                if at == self.lit && moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(at);
                }
            }
        });
        clicked
    }

    /// The forms, each with its letter, as the house writes them.
    fn choose(&mut self, ui: &mut Ui, state: &State, place: CitePlace, chosen: &Citable) -> Option<Citation> {
        let offered = self.offered(state, place, chosen);
        widgets::dialog_title(ui, "How is it written?");
        let events = ui.input_mut(|input| std::mem::take(&mut input.events));
        let (others, taken) = self.take(&offered, events);
        ui.input_mut(|input| input.events = others);
        let id = ui.scope_id().with("forms");
        let mut clicked = None;
        let list = ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for Offered { letter, form, written } in &offered {
                let row = FoundRow { lead: &letter.to_string(), lead_width: 32.0, text: written, detail: "" };
                if found_row(ui, row, *form == self.form).clicked() {
                    clicked = Some(*form);
                }
            }
        });
        let list = ui.interact(list.response.rect, id, Sense::focusable_noninteractive());
        list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, "How is it written?"));
        list.request_focus();
        // There is nothing else here to which Tab could lead.
        let filter = EventFilter { tab: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        ui.add_space(space::ONE);
        widgets::hint(ui, "Type the letter, or choose with up and down and take it with Enter.");
        let form = taken.or(clicked)?;
        Some(Citation { target: chosen.target.clone(), form, look: Look::default() })
    }

    /// The forms in which the citation reads differently. The one that fits the place is lit.
    fn offered(&self, state: &State, place: CitePlace, chosen: &Citable) -> Vec<Offered> {
        let mut offered: Vec<Offered> = Vec::new();
        for (letter, form) in CITATION_FORMS {
            let written = state.written_citation(&chosen.target, form, place.caret.at);
            if offered.iter().all(|known| known.written != written) {
                offered.push(Offered { letter, form, written });
            }
        }
        offered
    }

    /// Takes the keys that choose among the forms; gives the other events, and the form that was taken.
    fn take(&mut self, offered: &[Offered], events: Vec<Event>) -> (Vec<Event>, Option<CitationForm>) {
        let mut others = Vec::new();
        let mut taken = None;
        for event in events {
            let at = offered.iter().position(|offered| offered.form == self.form).unwrap_or(0);
            let form_at = |at: usize| offered.get(at).map(|offered| offered.form);
            match &event {
                Event::Key { key: Key::ArrowDown, pressed: true, .. } => {
                    self.form = form_at(at + 1).unwrap_or(self.form);
                }
                Event::Key { key: Key::ArrowUp, pressed: true, .. } => {
                    self.form = form_at(at.saturating_sub(1)).unwrap_or(self.form);
                }
                Event::Key { key: Key::Enter, pressed: true, .. } => taken = taken.or(form_at(at)),
                Event::Text(text) => {
                    let typed = text.chars().next().map(|letter| letter.to_ascii_lowercase());
                    let fitting = offered.iter().find(|offered| Some(offered.letter) == typed);
                    taken = taken.or(fitting.map(|offered| offered.form));
                }
                _ => others.push(event),
            }
        }
        (others, taken)
    }
}

/// What is said below the list.
fn said(state: &State, typed: &str, found: &[Citable]) -> &'static str {
    match (found, state.filed.reading) {
        (_, true) => "The other drafts of this folder are being read.",
        ([], false) if typed.trim().is_empty() => {
            "There is no other minute to cite yet. Type a number with its year: 63/15."
        }
        ([], false) => "Nothing is found. A minute that is not on file is cited by its number and year: 63/15.",
        ([_, ..], false) => {
            "Up and down choose, Enter takes. A minute that is not on file: its number and year, 63/15."
        }
    }
}

/// Takes Enter before the field sees it, and all that came behind it in this frame; none where it was not pressed.
fn behind_enter(ui: &Ui) -> Option<Vec<Event>> {
    ui.input_mut(|input| {
        let enter = |event: &Event| {
            matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.is_none())
        };
        let at = input.events.iter().position(enter)?;
        let mut behind = input.events.split_off(at);
        behind.remove(0);
        Some(behind)
    })
}
