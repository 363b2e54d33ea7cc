//! The form of earlier versions: the versions at the left, and beside them what differs, in two columns.

mod sheet;

use super::{
    theme::{self, Weight, size, space},
    widgets::{self, FoundRow, found_row},
};
use crate::app::{
    Command, CompareWith, EarlierVersions, KeepVersions, State, VersionCommand, VersionEntry, VersionName,
};
use egui::{
    Align, Color32, CornerRadius, EventFilter, Key, Layout, Modifiers, Rect, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use sheet::Sheet;

/// How wide the list is, in points.
const LIST: f32 = 248.0;

/// The widest that the form gets.
const WIDEST: f32 = 1_240.0;

/// Up to how many versions a screen reader is told of those out of view, too.
const MOST_TOLD: usize = 300;

/// What stands above and below the list and the texts, with the edges of the dialog.
const AROUND: f32 = 260.0;

/// What the form remembers between two frames.
#[derive(Default)]
pub struct Versions {
    sheet: Sheet,
    /// Whether what is the same is shown, too.
    everything: bool,
    /// The version of which it is asked whether it is to be removed.
    removing: Option<VersionName>,
    /// Whether the list had the focus.
    begun: bool,
    /// The version that was last brought into view.
    seen: Option<VersionName>,
}

/// What the form asks for in a frame.
#[derive(Default)]
pub struct Asked {
    /// What is to be done.
    pub command: Option<Command>,
    /// Whether the form is closed.
    pub close: bool,
}

impl Asked {
    fn ask(&mut self, command: VersionCommand) {
        self.command = Some(Command::Versions(command));
    }
}

impl Versions {
    /// Draws the form.
    pub fn show(&mut self, ui: &mut Ui, state: &State) -> Asked {
        let screen = ui.ctx().content_rect().size();
        let width = (screen.x - 144.0).clamp(720.0, WIDEST);
        let height = (screen.y - AROUND).clamp(200.0, 760.0);
        ui.set_width(width);
        widgets::dialog_title(ui, "Earlier versions");
        let mut asked = Asked::default();
        let versions = &state.versions;
        let sealed = state.draft.as_ref().is_none_or(|draft| draft.session.is_sealed());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::THREE;
            column(ui, vec2(LIST, height), |ui| self.list(ui, versions, sealed, &mut asked));
            column(ui, vec2(width - LIST - space::THREE, height), |ui| self.comparison(ui, versions, &mut asked));
        });
        ui.add_space(space::ONE);
        self.foot(ui, versions, sealed, &mut asked);
        asked
    }

    fn list(&mut self, ui: &mut Ui, versions: &EarlierVersions, sealed: bool, asked: &mut Asked) {
        let id = ui.scope_id().with("versions");
        let room = ui.available_rect_before_wrap();
        let list = ui.interact(room, id, Sense::focusable_noninteractive());
        list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, "Versions"));
        if !std::mem::replace(&mut self.begun, true) {
            list.request_focus();
        }
        let nothing_has_focus = ui.memory(|memory| memory.focused().is_none());
        if list.has_focus() || nothing_has_focus {
            self.keys(ui, versions, sealed, asked);
        }
        if list.has_focus() {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        if versions.list.is_empty() {
            widgets::hint(ui, if versions.listed { EMPTY } else { "The versions are being read." });
            return;
        }
        let moved = std::mem::replace(&mut self.seen, versions.chosen) != versions.chosen;
        ScrollArea::vertical().id_salt("list").auto_shrink(false).show_viewport(ui, |ui, view| {
            let count = versions.list.len();
            let top = ui.min_rect().min;
            ui.set_height(count as f32 * space::ROW);
            let first = if count > MOST_TOLD { (view.top() / space::ROW).floor().max(0.0) as usize } else { 0 };
            let in_view = if count > MOST_TOLD { (view.height() / space::ROW).ceil() as usize + 1 } else { count };
            let width = ui.available_width();
            let place =
                |at: usize| Rect::from_min_size(pos2(top.x, top.y + at as f32 * space::ROW), vec2(width, space::ROW));
            if let Some(at) = versions.list.iter().position(|entry| moved && versions.chosen == Some(entry.name)) {
                ui.scroll_to_rect(place(at), None);
            }
            for (at, entry) in versions.list.iter().enumerate().skip(first).take(in_view) {
                let lit = versions.chosen == Some(entry.name);
                let room = UiBuilder::new().id_salt(entry.name.sequence).max_rect(place(at));
                let response = ui.scope_builder(room, |ui| row(ui, entry, lit)).inner;
                if lit && list.has_focus() {
                    let ring = Stroke::new(2.0, theme::palette(ui).accent);
                    let corner = CornerRadius::same(space::CORNER);
                    ui.painter().rect_stroke(response.rect, corner, ring, StrokeKind::Inside);
                }
                if response.clicked() {
                    list.request_focus();
                    self.choose(entry.name, asked);
                }
            }
        });
    }

    /// The keys of the list: up and down choose, Enter restores, Page Up and Page Down scroll what differs.
    fn keys(&mut self, ui: &Ui, versions: &EarlierVersions, sealed: bool, asked: &mut Asked) {
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let at = versions.list.iter().position(|entry| Some(entry.name) == versions.chosen).unwrap_or(0);
        let (up, down) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown));
        let last = versions.list.len().saturating_sub(1);
        let to = match (pressed(Key::Home), pressed(Key::End)) {
            (0, 0) => (at + down).min(last).saturating_sub(up),
            (0, _) => last,
            _ => 0,
        };
        if let Some(entry) = versions.list.get(to).filter(|_| to != at) {
            self.choose(entry.name, asked);
        }
        let pages = pressed(Key::PageDown) as f32 - pressed(Key::PageUp) as f32;
        self.sheet.turn_pages(pages);
        if let Some(name) = versions.chosen.filter(|_| !sealed && pressed(Key::Enter) > 0) {
            asked.ask(VersionCommand::Restore(name));
        }
    }

    fn choose(&mut self, name: VersionName, asked: &mut Asked) {
        self.removing = None;
        asked.ask(VersionCommand::Choose(name));
    }

    fn comparison(&mut self, ui: &mut Ui, versions: &EarlierVersions, asked: &mut Asked) {
        ui.horizontal(|ui| {
            let mut with = versions.with;
            widgets::caption(ui, "Compared with");
            let options = [CompareWith::Now, CompareWith::Before].map(|with| (with, with.words()));
            if widgets::bare_choice(ui, "Compared with", &mut with, &options).changed() {
                asked.ask(VersionCommand::With(with));
            }
            ui.add_space(space::TWO);
            widgets::bare_toggle(ui, "Show what is the same", &mut self.everything);
        });
        if let Some(problem) = &versions.problem {
            widgets::problem(ui, problem);
            return;
        }
        let Some(shown) = versions.shown() else {
            let reading = versions.chosen.is_some() || !versions.listed;
            widgets::hint(ui, if reading { "The versions are being compared." } else { "" });
            return;
        };
        let Some(comparison) = &shown.comparison else {
            widgets::hint(ui, "There is no version before this one.");
            return;
        };
        let summary = comparison.summary();
        let said = widgets::hint(ui, &summary);
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
        let line = versions.entry().map(VersionEntry::line).unwrap_or_default();
        let heads = match versions.with {
            CompareWith::Now => [line, "Now".to_owned()],
            CompareWith::Before => ["The version before".to_owned(), line],
        };
        self.sheet.show(ui, comparison, (shown.name, shown.with, self.everything), &heads);
    }

    fn foot(&mut self, ui: &mut Ui, versions: &EarlierVersions, sealed: bool, asked: &mut Asked) {
        ui.horizontal(|ui| {
            let chosen = versions.chosen;
            let can = chosen.is_some() && versions.problem.is_none() && !sealed;
            let restore = ui.add_enabled_ui(can, |ui| widgets::primary_button(ui, "Restore")).inner;
            if let Some(name) = chosen.filter(|_| restore.clicked()) {
                asked.ask(VersionCommand::Restore(name));
            }
            asked.close = widgets::secondary_button(ui, "Close").clicked();
            self.removal(ui, versions, asked);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| keeping(ui, versions, asked));
        });
        let said = match (sealed, versions.list.is_empty()) {
            (true, _) => "These minutes are signed and can only be read. Begin a new revision to restore into it.",
            (false, true) => "",
            (false, false) => {
                "Up and down choose, Enter restores, Escape goes back. Restoring can be undone, and what is there now is kept."
            }
        };
        widgets::hint(ui, said);
    }

    /// Removes a version; asks once more, since that cannot be undone.
    fn removal(&mut self, ui: &mut Ui, versions: &EarlierVersions, asked: &mut Asked) {
        let Some(name) = versions.chosen else { return };
        if self.removing != Some(name) {
            if widgets::quiet_button(ui, "Remove…").clicked() {
                self.removing = Some(name);
            }
            return;
        }
        if widgets::quiet_button(ui, "Remove for good").clicked() {
            self.removing = None;
            asked.ask(VersionCommand::Remove(name));
        }
        if widgets::quiet_button(ui, "Keep it").clicked() {
            self.removing = None;
        }
    }
}

const EMPTY: &str = "No version is kept yet. One is kept each time that the draft is saved.";

/// How long automatic versions are kept.
fn keeping(ui: &mut Ui, versions: &EarlierVersions, asked: &mut Asked) {
    let mut keep = versions.keep;
    let options =
        [(KeepVersions::All, "All"), (KeepVersions::Thinned, "Fewer with age"), (KeepVersions::OnlyNamed, "None")];
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let font = theme::font(Weight::Regular, size::LABEL);
        let label = "Automatic versions";
        let words =
            |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x;
        let wanted = words(label) + options.iter().map(|(_, text)| words(text) + 24.0).sum::<f32>() + space::ONE;
        ui.add_space((ui.available_width() - wanted).max(0.0));
        widgets::caption(ui, label);
        if widgets::bare_choice(ui, label, &mut keep, &options).changed() {
            asked.ask(VersionCommand::Keep(keep));
        }
    });
}

fn row(ui: &mut Ui, entry: &VersionEntry, lit: bool) -> egui::Response {
    if !entry.is_named() {
        return found_row(ui, FoundRow { lead: "", lead_width: 0.0, text: &entry.lead, detail: &entry.detail }, lit);
    }
    let font = theme::font(Weight::Semibold, size::LABEL);
    let lead = ui.painter().layout_no_wrap(entry.lead.clone(), font, Color32::PLACEHOLDER).size().x;
    let row = FoundRow { lead: &entry.lead, lead_width: lead + space::ONE, text: &entry.detail, detail: "" };
    found_row(ui, row, lit)
}

fn column<R>(ui: &mut Ui, size: egui::Vec2, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_size(size);
        ui.set_max_width(size.x);
        add(ui)
    })
    .inner
}
