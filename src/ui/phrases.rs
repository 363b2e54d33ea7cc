//! The phrase bank: a list of what is built in and of the council's own, and the fields of the phrase that is chosen.

use super::{
    theme::space,
    widgets::{self, FoundRow, Width, found_row},
};
use crate::app::{BankEntry, Command, Gap, Origin, Phrase, PhraseBank, PhraseCommand, PhraseKey, State, folded};
use egui::{Align, Key, Layout, ScrollArea, Ui, vec2};

/// How wide the list and the fields are, in points.
const LIST: f32 = 336.0;
const FIELDS: f32 = 400.0;

/// How high both are, in points.
const HEIGHT: f32 = 440.0;

/// What is typed and chosen in the form.
#[derive(Default)]
pub struct Phrases {
    search: String,
    /// The phrase in the fields; none where it is a new one.
    chosen: Option<PhraseKey>,
    /// The fields as they were filled.
    filled: Fields,
    fields: Fields,
    /// Whether something was chosen since the form was opened.
    begun: bool,
    /// Whether the first field is to have the focus.
    to_fields: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Fields {
    trigger: String,
    label: String,
    text: String,
    only_here: bool,
    /// The bodies that use it, as it was; empty for all.
    bodies: Vec<String>,
}

/// What the form asks for in a frame.
#[derive(Default)]
pub struct Asked {
    /// What is changed.
    pub command: Option<Command>,
    /// Whether the form is closed.
    pub close: bool,
}

impl Phrases {
    /// A form; with a phrase that was made of selected text, that is in the fields.
    pub fn new(proposed: Option<&Phrase>) -> Phrases {
        let mut form = Phrases::default();
        if let Some(phrase) = proposed {
            form.fields = Fields::of(phrase);
            form.begun = true;
            form.to_fields = true;
        }
        form
    }

    /// Draws the form.
    pub fn show(&mut self, ui: &mut Ui, state: &State, first_frame: bool) -> Asked {
        ui.set_width(LIST + FIELDS + space::FOUR);
        widgets::dialog_title(ui, "Phrases");
        let mut asked = Asked::default();
        let (Some(style), Some(draft)) = (state.style(), &state.draft) else {
            asked.close = widgets::primary_button(ui, "Close").clicked();
            return asked;
        };
        let body = draft.session.minutes().house.body.clone();
        let of_body = |entry: &BankEntry| entry.phrase.bodies.is_empty() || entry.phrase.bodies.contains(&body);
        let entries: Vec<BankEntry> = style.phrases.entries().into_iter().filter(of_body).collect();
        if style.phrases.is_damaged() {
            widgets::problem(ui, "The file of your council's phrases cannot be read, so nothing can be changed here.");
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::FOUR;
            column(ui, LIST, |ui| self.list(ui, &entries, first_frame));
            column(ui, FIELDS, |ui| asked.command = self.fields(ui, state, &style.phrases, &entries, &body));
        });
        ui.add_space(space::ONE);
        asked.close = widgets::secondary_button(ui, "Close").clicked();
        asked
    }

    fn is_changed(&self) -> bool {
        self.fields != self.filled
    }

    fn list(&mut self, ui: &mut Ui, entries: &[BankEntry], first_frame: bool) {
        let up = ui.input(|input| input.key_pressed(Key::ArrowUp));
        let down = ui.input(|input| input.key_pressed(Key::ArrowDown));
        let hint = "Letters, or a word of the phrase";
        let before = self.search.clone();
        let field = widgets::field_with_hint(ui, "Look for", &mut self.search, hint, Width::Points(LIST));
        if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            self.to_fields = true;
        }
        if first_frame && !self.to_fields {
            field.request_focus();
        }
        let wanted = folded(&self.search);
        let mut found: Vec<&BankEntry> = entries.iter().filter(|entry| fits(entry, &wanted)).collect();
        found.sort_by_key(|entry| !entry.phrase.trigger.starts_with(&wanted));
        let looked = self.search != before && !self.is_changed();
        if (looked || !self.begun)
            && let Some(entry) = found.first()
        {
            self.choose(entry);
        }
        let steps = isize::from(down) - isize::from(up);
        let moved = field.has_focus() && steps != 0 && !self.is_changed();
        if moved {
            let at = found.iter().position(|entry| self.is_chosen(entry)).unwrap_or(0);
            if let Some(entry) = found.get(at.saturating_add_signed(steps)) {
                self.choose(entry);
            }
        }
        let height = (HEIGHT - 108.0).max(0.0);
        let locked = self.is_changed();
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_enabled_ui(!locked, |ui| {
                for entry in found {
                    let lit = self.is_chosen(entry);
                    let response = found_row(ui, row(entry), lit);
                    if lit && moved {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        self.choose(entry);
                    }
                }
            });
        });
        ui.add_space(space::ONE);
        ui.add_enabled_ui(!locked, |ui| {
            if widgets::icon_text_button(ui, widgets::Icon::Plus, "New phrase").clicked() {
                self.begin();
            }
        });
    }

    fn fields(
        &mut self,
        ui: &mut Ui,
        state: &State,
        bank: &PhraseBank,
        entries: &[BankEntry],
        body: &str,
    ) -> Option<Command> {
        let entry = entries.iter().find(|entry| self.is_chosen(entry));
        let trigger = widgets::field(ui, "Letters", &mut self.fields.trigger, Width::Short);
        if std::mem::take(&mut self.to_fields) {
            trigger.request_focus();
        }
        widgets::field(ui, "What it is for", &mut self.fields.label, Width::Points(FIELDS));
        widgets::wrapped_field(ui, "Text of the phrase", &mut self.fields.text, FIELDS);
        widgets::hint(ui, &gaps());
        ui.add_space(space::HALF);
        widgets::toggle(ui, &format!("Only for {body}"), &mut self.fields.only_here);
        let phrase = self.fields.phrase(body);
        let fault = match &phrase {
            Err(fault) => Some(fault.clone()),
            Ok(phrase) => self.fault(phrase, entries),
        };
        ui.add_space(space::ONE);
        match (&fault, &phrase) {
            (Some(fault), _) if self.is_changed() => drop(widgets::problem(ui, fault)),
            (None, Ok(phrase)) => drop(widgets::hint(ui, &format!("Becomes: {}", state.phrase_shown(phrase)))),
            _ => {}
        }
        ui.add_space(space::ONE);
        let ready = fault.is_none() && !bank.is_damaged();
        self.buttons(ui, entry, phrase.ok().filter(|_| ready), bank.is_damaged())
    }

    /// Why a phrase cannot be kept.
    fn fault(&self, phrase: &Phrase, entries: &[BankEntry]) -> Option<String> {
        let key = PhraseKey::of(phrase);
        if self.chosen.as_ref() != Some(&key)
            && let Some(other) = entries.iter().find(|entry| PhraseKey::of(&entry.phrase) == key)
        {
            return Some(format!(
                "“{}” stands for “{}” already. Choose other letters.",
                key.trigger, other.phrase.label
            ));
        }
        if phrase.text.is_empty() {
            return Some("Type the text of the phrase.".to_owned());
        }
        phrase.faults().first().map(|fault| sentence(fault))
    }

    fn buttons(
        &mut self,
        ui: &mut Ui,
        entry: Option<&BankEntry>,
        phrase: Option<Phrase>,
        damaged: bool,
    ) -> Option<Command> {
        let mut command = None;
        ui.horizontal(|ui| {
            let can_keep = self.is_changed() && phrase.is_some();
            let keep = ui.add_enabled_ui(can_keep, |ui| widgets::primary_button(ui, "Keep")).inner;
            if let Some(phrase) = phrase.filter(|_| keep.clicked()) {
                let instead_of = self.chosen.replace(PhraseKey::of(&phrase));
                self.filled = self.fields.clone();
                command = Some(PhraseCommand::Keep { phrase, instead_of });
            }
            if self.is_changed() && widgets::secondary_button(ui, "Take back").clicked() {
                self.fields = self.filled.clone();
            }
            let Some(BankEntry { phrase, origin }) = entry.filter(|_| !self.is_changed() && !damaged) else { return };
            let key = PhraseKey::of(phrase);
            match origin {
                Origin::Own if widgets::secondary_button(ui, "Remove").clicked() => {
                    self.begun = false;
                    command = Some(PhraseCommand::Remove(key));
                }
                Origin::Shipped if widgets::secondary_button(ui, "Switch off").clicked() => {
                    command = Some(PhraseCommand::Remove(key));
                }
                Origin::Instead | Origin::SwitchedOff if widgets::secondary_button(ui, "As built in").clicked() => {
                    self.begun = false;
                    command = Some(PhraseCommand::Restore(key));
                }
                Origin::Own | Origin::Shipped | Origin::Instead | Origin::SwitchedOff => {}
            }
        });
        command.map(Command::Phrase)
    }

    fn is_chosen(&self, entry: &BankEntry) -> bool {
        self.chosen.as_ref() == Some(&PhraseKey::of(&entry.phrase))
    }

    fn choose(&mut self, entry: &BankEntry) {
        self.chosen = Some(PhraseKey::of(&entry.phrase));
        self.filled = Fields::of(&entry.phrase);
        self.fields = self.filled.clone();
        self.begun = true;
    }

    fn begin(&mut self) {
        *self = Phrases { begun: true, to_fields: true, ..Phrases::default() };
    }
}

impl Fields {
    fn of(phrase: &Phrase) -> Fields {
        Fields {
            trigger: phrase.trigger.clone(),
            label: phrase.label.clone(),
            text: phrase.text.source().to_owned(),
            only_here: !phrase.bodies.is_empty(),
            bodies: phrase.bodies.clone(),
        }
    }

    /// The phrase that is typed, or why it is none.
    fn phrase(&self, body: &str) -> Result<Phrase, String> {
        let text = self.text.clone().try_into().map_err(|fault: String| sentence(&fault))?;
        let bodies = match (self.only_here, self.bodies.as_slice()) {
            (false, _) => Vec::new(),
            (true, []) => vec![body.to_owned()],
            (true, before) => before.to_vec(),
        };
        Ok(Phrase { trigger: self.trigger.trim().to_owned(), label: self.label.trim().to_owned(), text, bodies })
    }
}

/// What the meeting fills, as it is written.
fn gaps() -> String {
    let known: Vec<String> = Gap::ALL.iter().map(|gap| format!("{{{}}}", gap.name())).collect();
    format!("The meeting fills {}. Any other {{word}} is a slot that Tab leads to.", known.join(", "))
}

fn sentence(fault: &str) -> String {
    let mut letters = fault.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

fn column<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(width, HEIGHT), layout, |ui| {
        ui.set_min_size(vec2(width, HEIGHT));
        ui.set_max_width(width);
        add(ui)
    })
    .inner
}

fn row(entry: &BankEntry) -> FoundRow<'_> {
    let detail = match entry.origin {
        Origin::Shipped => "",
        Origin::Own => "own",
        Origin::Instead => "changed",
        Origin::SwitchedOff => "off",
    };
    FoundRow { lead: &entry.phrase.trigger, lead_width: 56.0, text: &entry.phrase.label, detail }
}

fn fits(entry: &BankEntry, wanted: &str) -> bool {
    let Phrase { trigger, label, text, .. } = &entry.phrase;
    let texts = [trigger.as_str(), label.as_str(), text.source()];
    texts.into_iter().any(|text| folded(text).contains(wanted))
}
