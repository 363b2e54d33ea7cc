//! The questions: each in the middle of the window, with the focus in it. Escape leaves without an answer, Enter takes the
//! first button.

mod changed;
mod room;

use super::{
    cite::Cite,
    keys,
    palette::Palette,
    phrases::Phrases,
    prose::TYPING,
    theme::{self, Weight, size, space},
    versions::Versions,
    widgets::{self, Width},
};
use crate::{
    app::{Action, Answer, Command, Dialog, MENUS, State, TABLE},
    model::Date,
};
use egui::{
    Align, Context, Frame, Id, Key, Label, Layout, Margin, Modal, Modifiers, Response, RichText, ScrollArea, Ui, vec2,
};
use std::path::{Path, PathBuf};

/// What is typed into the dialog that is open.
#[derive(Default)]
pub struct Dialogs {
    /// The dialog for which the rest was filled in.
    open: Option<Dialog>,
    /// The day.
    date: Option<Date>,
    /// The name, or the path.
    text: String,
    /// The body, as style and full name.
    body: (String, String),
    /// The number of the first minute, once it was typed.
    first: Option<Option<u32>>,
    /// Who comes and goes.
    room: room::Room,
    /// What is looked for in the palette.
    palette: Palette,
    /// The search for a minute to cite.
    cite: Cite,
    /// The form of the phrase bank.
    phrases: Phrases,
    /// The form of earlier versions.
    versions: Versions,
    /// The frame in which it was opened.
    opened: u64,
    /// How many frames it was shown; the focus goes into it in the first.
    frames: u32,
    /// What had the focus before it was opened.
    before: Option<Id>,
    /// What in it had the focus last.
    within: Option<Id>,
    /// Where the application had taken the focus by then: where it took it elsewhere since, it stays there.
    attention: Option<(u64, u64)>,
}

/// What a dialog says in a frame.
enum Outcome {
    Stay,
    Close,
    Answer(Answer),
    /// Carries something out and stays.
    Do(Command),
}

/// How often the application took the focus somewhere in the draft that is open, and into the bar for finding.
fn attention(state: &State) -> Option<(u64, u64)> {
    state.draft.as_ref().map(|draft| (draft.attention, state.search.attention))
}

impl Dialogs {
    /// Draws the dialog that is open, if any, and collects the answer.
    pub fn show(&mut self, ctx: &Context, state: &State, today: Date, out: &mut Vec<Command>) {
        let Some(dialog) = &state.dialog else {
            let focused = ctx.memory(|memory| memory.focused());
            // What was asked for may have taken the focus elsewhere, as the next panel does.
            let is_elsewhere = focused.is_some() && focused != self.within;
            if self.open.take().is_some()
                && let Some(before) = self.before.take()
                && self.attention == attention(state)
                && !is_elsewhere
            {
                widgets::give_back_focus(ctx, before);
            }
            return;
        };
        if self.open.as_ref() != Some(dialog) {
            self.fill(ctx, dialog, state, today);
        }
        let dark = ctx.global_style().visuals.dark_mode;
        let palette = theme::of(dark);
        let margin = if *dialog == Dialog::Palette { Margin::same(16) } else { Margin::same(32) };
        let frame = Frame::popup(&ctx.global_style()).inner_margin(margin).fill(palette.raised);
        let mut modal = Modal::new(Id::unique("dialog")).backdrop_color(palette.veil).frame(frame);
        if *dialog == Dialog::Palette {
            // Its list grows and shrinks with each letter: what is typed stays where it is.
            modal.area = Modal::default_area(Id::unique("area of the palette"))
                .anchor(egui::Align2::CENTER_TOP, vec2(0.0, 96.0));
        }
        if egui::Popup::is_any_open(ctx) {
            let frame = ctx.cumulative_frame_nr();
            ctx.data_mut(|data| data.insert_temp(list_was_open(), frame));
        }
        let shown = modal.show(ctx, |ui| {
            ui.spacing_mut().item_spacing.y = space::ONE;
            // Each opening has fields of its own: what was typed into the last one is forgotten.
            ui.push_id(self.opened, |ui| self.body(ui, dialog, state)).inner
        });
        if self.frames == 1 {
            ctx.request_repaint();
        }
        self.frames = self.frames.saturating_add(1);
        self.within = ctx.memory(|memory| memory.focused());
        // Escape closes a list that is open in the dialog before it closes the dialog.
        let escape = !shown.any_popup_open && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        match shown.inner {
            _ if escape => out.push(Command::Answer(None)),
            Outcome::Stay => {}
            Outcome::Close => out.push(Command::Answer(None)),
            Outcome::Do(command) => out.push(command),
            Outcome::Answer(answer) => out.push(Command::Answer(Some(answer))),
        }
    }

    fn fill(&mut self, ctx: &Context, dialog: &Dialog, state: &State, today: Date) {
        let before = if self.open.is_none() { ctx.memory(|memory| memory.focused()) } else { self.before };
        let mut new = Dialogs {
            open: Some(dialog.clone()),
            before,
            attention: if self.open.is_none() { attention(state) } else { self.attention },
            date: Some(today),
            opened: ctx.cumulative_frame_nr(),
            ..Dialogs::default()
        };
        match dialog {
            Dialog::New => new.body = first_body(state),
            Dialog::Path { proposed, .. } => new.text = proposed.display().to_string(),
            Dialog::Step { on, by, .. } => {
                new.date = Some(*on);
                new.text = by.clone();
            }
            Dialog::Room { time } => new.room.time = *time,
            Dialog::Cite(place) => new.cite = Cite::new(*place),
            Dialog::Phrases { proposed } => new.phrases = Phrases::new(proposed.as_ref()),
            Dialog::Unsaved { .. }
            | Dialog::Waiting
            | Dialog::Changed { .. }
            | Dialog::Confirm { .. }
            | Dialog::ComeBack
            | Dialog::Palette
            | Dialog::Versions
            | Dialog::Shortcuts
            | Dialog::About => {}
        }
        *self = new;
    }

    fn body(&mut self, ui: &mut Ui, dialog: &Dialog, state: &State) -> Outcome {
        match dialog {
            Dialog::New => self.new_minutes(ui, state),
            Dialog::Unsaved { name, why, can_keep } => self.unsaved(ui, name, why.as_deref(), *can_keep),
            Dialog::Waiting => self.waiting(ui),
            Dialog::Changed { name } => self.changed(ui, name),
            Dialog::Confirm { title, text, button } => self.confirm(ui, title, text, button),
            Dialog::Path { title, button, folder, .. } => self.path(ui, title, button, folder),
            Dialog::Step { step, .. } => self.step(ui, *step),
            Dialog::Room { .. } => self.room(ui, state),
            Dialog::ComeBack => self.come_back(ui),
            Dialog::Palette => match self.palette.show(ui, state) {
                Some(found) => Outcome::Answer(Answer::Chosen(found)),
                None => Outcome::Stay,
            },
            Dialog::Cite(place) => match self.cite.show(ui, state, *place, self.frames == 0) {
                Some(citation) => Outcome::Answer(Answer::Cite(citation)),
                None => Outcome::Stay,
            },
            Dialog::Phrases { .. } => {
                let asked = self.phrases.show(ui, state, self.frames == 0);
                match asked.command {
                    Some(command) => Outcome::Do(command),
                    None if asked.close => Outcome::Close,
                    None => Outcome::Stay,
                }
            }
            Dialog::Versions => {
                let asked = self.versions.show(ui, state);
                match asked.command {
                    Some(command) => Outcome::Do(command),
                    None if asked.close => Outcome::Close,
                    None => Outcome::Stay,
                }
            }
            Dialog::Shortcuts => self.shortcuts(ui),
            Dialog::About => self.about(ui),
        }
    }

    /// Takes the focus in the first frame.
    fn first(&self, response: &Response) {
        if self.frames == 0 {
            response.request_focus();
        }
    }

    fn new_minutes(&mut self, ui: &mut Ui, state: &State) -> Outcome {
        title(ui, "New minutes", 528.0);
        let bodies = bodies(state);
        if bodies.is_empty() {
            widgets::body(
                ui,
                "There is no house style to begin from. Put one into the templates folder and start again.",
            );
            let close = widgets::primary_button(ui, "Close");
            self.first(&close);
            return if close.clicked() || enter(ui) { Outcome::Close } else { Outcome::Stay };
        }
        let entered = enter_in_list(ui, &["Council", "Body"]);
        let styles: Vec<(String, &str)> =
            state.library.styles().iter().map(|style| (style.name.clone(), style.council.as_str())).collect();
        let mut style = self.body.0.clone();
        if styles.len() > 1 && widgets::combo(ui, "Council", &mut style, &styles, Width::Points(376.0)).changed() {
            let first = bodies.iter().find(|body| body.0 == style).cloned();
            self.body = first.unwrap_or_else(|| (style.clone(), String::new()));
        }
        let of_style: Vec<((String, String), &str)> =
            bodies.iter().filter(|body| body.0 == style).map(|body| (body.clone(), body.1.as_str())).collect();
        let body = widgets::combo(ui, "Body", &mut self.body, &of_style, Width::Points(376.0));
        self.first(&body);
        let (_, readable) = widgets::asked_date_field(ui, "Date of the meeting", &mut self.date);
        let lack = match (readable, self.date) {
            (false, _) => Some(""),
            (true, None) => Some("To begin, type the date of the meeting."),
            (true, Some(_)) if self.body.1.is_empty() => Some("To begin, choose the body."),
            (true, Some(_)) => None,
        };
        let first = self.first_number(ui, state);
        let outcome = match buttons(ui, "Begin", lack, &["Cancel"]) {
            Pressed::Nothing if entered && lack.is_none() => Pressed::Primary,
            pressed => pressed,
        };
        match (outcome, self.date) {
            (Pressed::Primary, Some(date)) => {
                let (style, body) = self.body.clone();
                Outcome::Answer(Answer::Begin { style, body, date, first })
            }
            (Pressed::Other(_), _) => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    /// The number of the first minute: what earlier minutes of the body propose, until another one is typed.
    fn first_number(&mut self, ui: &mut Ui, state: &State) -> Option<u32> {
        let (style, body) = &self.body;
        let proposed = self.date.and_then(|date| state.first_number(style, body, date));
        let mut number = self.first.unwrap_or(proposed.map(|proposed| proposed.number));
        if widgets::number_field(ui, "First minute", &mut number).changed() {
            self.first = Some(number);
        }
        if let Some(proposed) = proposed {
            widgets::field_hint(ui, &proposed.words());
        }
        number
    }

    fn unsaved(&self, ui: &mut Ui, name: &str, why: Option<&str>, can_keep: bool) -> Outcome {
        title(ui, "Save the changes?", 400.0);
        if let Some(why) = why {
            widgets::body(ui, why);
        }
        let keep = if can_keep { " or keep them for next time" } else { "" };
        let text = format!("{name} has changes that are not saved. They are lost if you do not save them{keep}.");
        widgets::body(ui, &text);
        let others: &[&str] =
            if can_keep { &["Keep for next time", "Do not save", "Cancel"] } else { &["Do not save", "Cancel"] };
        match (self.buttons(ui, "Save", others), can_keep) {
            (Pressed::Primary, _) => Outcome::Answer(Answer::Save),
            (Pressed::Other(0), true) => Outcome::Answer(Answer::Keep),
            (Pressed::Other(0), false) | (Pressed::Other(1), true) => Outcome::Answer(Answer::Discard),
            (Pressed::Other(_), _) => Outcome::Close,
            (Pressed::Nothing, _) => Outcome::Stay,
        }
    }

    fn waiting(&self, ui: &mut Ui) -> Outcome {
        title(ui, "Waiting for the disk", 400.0);
        widgets::body(
            ui,
            "The draft is being saved, and the disk takes its time. This goes on by itself once it is done.",
        );
        match self.buttons(ui, "Stay here", &["Do not wait"]) {
            Pressed::Primary => Outcome::Close,
            Pressed::Other(_) => Outcome::Answer(Answer::Confirm),
            Pressed::Nothing => Outcome::Stay,
        }
    }

    fn confirm(&self, ui: &mut Ui, heading: &str, text: &str, button: &str) -> Outcome {
        title(ui, heading, 400.0);
        widgets::body(ui, text);
        match self.buttons(ui, button, &["Cancel"]) {
            Pressed::Primary => Outcome::Answer(Answer::Confirm),
            Pressed::Other(_) => Outcome::Close,
            Pressed::Nothing => Outcome::Stay,
        }
    }

    fn path(&mut self, ui: &mut Ui, heading: &str, button: &str, folder: &Path) -> Outcome {
        title(ui, heading, 520.0);
        let field = widgets::field(ui, "Path of the file", &mut self.text, Width::Points(520.0));
        self.first(&field);
        let font = theme::font(Weight::Regular, size::SMALL);
        let room = ui.available_width();
        let whole = |folder: &str| format!("A name alone is meant in {folder}.");
        let measured = |text: &str| ui.painter().layout_no_wrap(whole(text), font.clone(), theme::CLEAR).size().x;
        let folder = widgets::short_path(folder, |text| measured(text) <= room);
        widgets::hint(ui, "This system offers no file dialog, so the file is named by hand.");
        if !folder.is_empty() {
            widgets::hint(ui, &whole(&folder));
        }
        let lack = self.text.trim().is_empty().then_some("To go on, type the name or the path of the file.");
        match buttons(ui, button, lack, &["Cancel"]) {
            Pressed::Primary => Outcome::Answer(Answer::Path(PathBuf::from(self.text.trim()))),
            Pressed::Other(_) => Outcome::Close,
            Pressed::Nothing => Outcome::Stay,
        }
    }

    fn step(&mut self, ui: &mut Ui, step: Action) -> Outcome {
        let (heading, day, name, text) = match step {
            Action::Approve => {
                ("Record approval", "Approved on", "Recorded by", "The day of the meeting that approved the minutes.")
            }
            Action::Sign => (
                "Record signing",
                "Signed on",
                "Signed by",
                "Signed minutes can only be read. To change them later, begin a new revision.",
            ),
            _ => (
                "Record circulation",
                "Circulated on",
                "Circulated by",
                "The numbers of the minutes are fixed from then on.",
            ),
        };
        title(ui, heading, 400.0);
        widgets::hint(ui, text);
        ui.add_space(space::ONE);
        let (field, readable) = widgets::asked_date_field(ui, day, &mut self.date);
        self.first(&field);
        widgets::field(ui, name, &mut self.text, Width::Name);
        let lack = match (readable, self.date) {
            (false, _) => Some(""),
            (true, None) => Some("To record it, type the day."),
            (true, Some(_)) if self.text.trim().is_empty() => Some("To record it, type the name."),
            (true, Some(_)) => None,
        };
        match (buttons(ui, "Record", lack, &["Cancel"]), self.date) {
            (Pressed::Primary, Some(on)) => Outcome::Answer(Answer::Step { on, by: self.text.trim().to_owned() }),
            (Pressed::Other(_), _) => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    fn room(&mut self, ui: &mut Ui, state: &State) -> Outcome {
        title(ui, "Who comes, goes or takes the chair", 440.0);
        let (chosen, field) = self.room.show(ui, state);
        if let Some(field) = field {
            self.first(&field);
        }
        chosen.map_or(Outcome::Stay, |entry| Outcome::Answer(Answer::Room(entry)))
    }

    fn come_back(&mut self, ui: &mut Ui) -> Outcome {
        title(ui, "Come back to this", 440.0);
        let name = "What is to be done here";
        let field = widgets::bare_field(ui, name, &mut self.text, name, Width::Full);
        self.first(&field);
        widgets::hint(ui, "Enter marks the place. The mark is never printed; F9 goes from one to the next.");
        if enter(ui) { Outcome::Answer(Answer::Note(self.text.trim().to_owned())) } else { Outcome::Stay }
    }

    fn shortcuts(&self, ui: &mut Ui) -> Outcome {
        title(ui, "Keyboard shortcuts", 560.0);
        let height = (ui.ctx().content_rect().height() - 280.0).max(160.0);
        ui.add_space(space::HALF);
        // Its height is its own from the first frame: what is centred does not move while it is read.
        let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::HALF;
            scroll_by_keys(ui, height);
            for menu in MENUS {
                let entries = || TABLE.iter().filter(|e| e.menu.contains(menu) && !e.shortcuts.is_empty());
                if entries().next().is_none() {
                    continue;
                }
                words(ui, menu, Weight::Semibold, size::LABEL);
                for entry in entries() {
                    let keys: Vec<String> =
                        entry.shortcuts.iter().map(|shortcut| keys::print(ui.ctx(), *shortcut)).collect();
                    shortcut_row(ui, entry.label, &keys.join("  or  "));
                }
                ui.add_space(space::TWO);
            }
            words(ui, "In text", Weight::Semibold, size::LABEL);
            for (shortcut, what) in TYPING {
                shortcut_row(ui, what, &keys::print(ui.ctx(), *shortcut));
            }
            ui.add_space(space::TWO);
            words(ui, "Everywhere", Weight::Semibold, size::LABEL);
            shortcut_row(ui, "Open the menus", "F10  or  Alt");
            shortcut_row(ui, "Open a menu by its letter", "Alt and the letter");
            shortcut_row(ui, "Back to the text that was being typed", "Escape");
        });
        self.close(ui)
    }

    fn about(&self, ui: &mut Ui) -> Outcome {
        title(ui, "Minutebook", 440.0);
        widgets::hint(ui, concat!("Version ", env!("CARGO_PKG_VERSION")));
        ui.add_space(space::ONE);
        widgets::body(
            ui,
            "The minutes of council meetings: typed in the room, printed in the council's layout, accessible and archival.",
        );
        widgets::body(ui, "It works offline, needs no account and sends nothing anywhere.");
        ui.add_space(space::ONE);
        widgets::hint(
            ui,
            "Licensed under MIT or Apache 2.0. The bundled typefaces, Source Sans 3 and Liberation, are licensed under the \
             SIL Open Font License 1.1.",
        );
        self.close(ui)
    }

    fn close(&self, ui: &mut Ui) -> Outcome {
        match self.buttons(ui, "Close", &[]) {
            Pressed::Primary => Outcome::Close,
            Pressed::Other(_) | Pressed::Nothing => Outcome::Stay,
        }
    }

    /// A row of buttons whose first one has the focus.
    fn buttons(&self, ui: &mut Ui, primary: &str, others: &[&str]) -> Pressed {
        let (pressed, first) = button_row(ui, primary, true, others);
        self.first(&first);
        pressed
    }
}

/// What was pressed in a row of buttons.
enum Pressed {
    Nothing,
    Primary,
    /// One of the others, by its place.
    Other(usize),
}

/// As [`button_row`], where something may be lacking for the first button; it is said above the buttons, unless it is empty
/// because a field says it.
fn buttons(ui: &mut Ui, primary: &str, lack: Option<&str>, others: &[&str]) -> Pressed {
    if let Some(lack) = lack.filter(|lack| !lack.is_empty()) {
        widgets::hint(ui, lack);
    }
    button_row(ui, primary, lack.is_none(), others).0
}

/// The buttons stand at the left, under the text, the first one first: so Tab reads them as the eye does.
fn button_row(ui: &mut Ui, primary: &str, ready: bool, others: &[&str]) -> (Pressed, Response) {
    ui.add_space(space::TWO);
    ui.horizontal(|ui| {
        let first = ui.add_enabled_ui(ready, |ui| widgets::primary_button(ui, primary)).inner;
        let mut pressed = Pressed::Nothing;
        let mut another_has_focus = false;
        for (at, text) in others.iter().enumerate() {
            let response = widgets::secondary_button(ui, text);
            another_has_focus |= response.has_focus();
            if response.clicked() {
                pressed = Pressed::Other(at);
            }
        }
        if first.clicked() || (ready && !another_has_focus && !first.has_focus() && enter(ui)) {
            pressed = Pressed::Primary;
        }
        (pressed, first)
    })
    .inner
}

/// Whether Enter was pressed, and not to choose from a list. A field that is left with Enter has taken its text by then.
fn enter(ui: &Ui) -> bool {
    let from_list = ui.data(|data| data.get_temp::<u64>(list_was_open())) == Some(ui.ctx().cumulative_frame_nr());
    ui.input(|input| input.key_pressed(Key::Enter)) && !from_list
}

/// Where the last frame is noted at whose beginning a list was open in a question.
fn list_was_open() -> Id {
    Id::unique("frame in which a list of a question was open")
}

/// Takes Enter where the focus is in a list that is closed: it goes on there as it does in fields, and Space opens the list.
fn enter_in_list(ui: &Ui, labels: &[&str]) -> bool {
    let focused = ui.memory(|memory| memory.focused());
    let in_list = labels.iter().any(|label| focused == Some(widgets::field_id(ui, label)));
    in_list
        && !egui::Popup::is_any_open(ui.ctx())
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}

fn title(ui: &mut Ui, text: &str, width: f32) {
    ui.set_width(width);
    let ink = theme::palette(ui).ink;
    ui.add(Label::new(RichText::new(text).font(theme::font(Weight::Semibold, 20.0)).color(ink)).wrap());
    ui.add_space(space::HALF);
}

fn words(ui: &mut Ui, text: &str, weight: Weight, size: f32) {
    let ink = theme::palette(ui).ink;
    ui.add(Label::new(RichText::new(text).font(theme::font(weight, size)).color(ink)).extend());
}

/// A command and its keys, on one line across the dialog.
fn shortcut_row(ui: &mut Ui, label: &str, keys: &str) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        words(ui, label, Weight::Regular, size::LABEL);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::THREE);
            let keys = RichText::new(keys).font(theme::font(Weight::Regular, size::LABEL)).color(palette.ink_soft);
            ui.add(Label::new(keys).extend());
        });
    });
}

/// Lets up, down, Page Up and Page Down move what is longer than the dialog.
fn scroll_by_keys(ui: &Ui, page: f32) {
    let step = ui.input(|input| {
        let pressed = |key| input.num_presses(key) as f32;
        let lines = pressed(Key::ArrowUp) - pressed(Key::ArrowDown);
        let pages = pressed(Key::PageUp) - pressed(Key::PageDown);
        lines * 3.0 * 24.0 + pages * (page - space::SIX)
    });
    if step != 0.0 {
        ui.scroll_with_delta(vec2(0.0, step));
    }
}

/// All bodies, as style and full name.
fn bodies(state: &State) -> Vec<(String, String)> {
    let styles = state.library.styles().iter();
    styles.flat_map(|style| style.bodies.iter().map(|body| (style.name.clone(), body.name.clone()))).collect()
}

/// The body for which minutes were begun last, or else the first.
fn first_body(state: &State) -> (String, String) {
    let bodies = bodies(state);
    let last = state.begun.clone().filter(|begun| bodies.contains(begun));
    last.or_else(|| bodies.into_iter().next()).unwrap_or_default()
}
