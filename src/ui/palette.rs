//! The palette: a few letters find a command or an item, Enter takes it, Escape leaves everything as it was.

use super::{
    keys, prose,
    theme::{self, Weight, size, space},
    widgets::{FoundRow, found_row},
};
use crate::app::{Find, Found, State, entry};
use egui::{Frame, Id, Key, Margin, Modifiers, Response, ScrollArea, Sense, TextEdit, Ui, vec2};

/// The width of the palette.
const WIDTH: f32 = 560.0;
/// How many rows are seen at once.
const ROWS: usize = 10;

/// What is being looked for.
#[derive(Default)]
pub struct Palette {
    typed: String,
    /// Which of those that were found is lit.
    lit: usize,
    /// Whether it was shown before: the focus goes into it at first.
    shown: bool,
}

impl Palette {
    /// Draws the palette; gives what was chosen.
    pub fn show(&mut self, ui: &mut Ui, state: &State) -> Option<Found> {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        let finds = state.find(&self.typed);
        let before = self.lit;
        let mut chosen = self.keys(ui, finds.len());
        let field = self.field(ui);
        if !std::mem::replace(&mut self.shown, true) {
            field.request_focus();
        }
        let finds = if field.changed() {
            self.lit = 0;
            chosen = chosen.map(|_| 0);
            state.find(&self.typed)
        } else {
            finds
        };
        let moved = before != self.lit || field.changed();
        let (line, _) = ui.allocate_exact_size(vec2(WIDTH, space::TWO), Sense::hover());
        ui.painter().hline(line.x_range(), line.center().y, (1.0, theme::palette(ui).hairline));
        if finds.is_empty() {
            super::widgets::hint(ui, "Nothing that can be done now is called so.");
            return None;
        }
        let mut lit_row = None;
        let height = space::ROW * ROWS as f32;
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            for (at, find) in finds.iter().enumerate() {
                let response = row(ui, find, at == self.lit);
                if at == self.lit {
                    lit_row = Some(response.id);
                    if moved {
                        response.scroll_to_me(None);
                    }
                }
                if response.clicked() {
                    chosen = Some(at);
                }
            }
        });
        ui.ctx().accesskit_node_builder(field.id, |node| {
            if let Some(row) = lit_row {
                node.set_active_descendant(row.accesskit_id());
            }
        });
        chosen.and_then(|at| finds.get(at)).map(|find| find.what)
    }

    /// Takes the keys that work the list before the field sees them.
    fn keys(&mut self, ui: &Ui, count: usize) -> Option<usize> {
        let last = count.saturating_sub(1);
        ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            if pressed(Key::ArrowDown) {
                self.lit = if self.lit >= last { 0 } else { self.lit + 1 };
            }
            if pressed(Key::ArrowUp) {
                self.lit = self.lit.checked_sub(1).unwrap_or(last);
            }
            if pressed(Key::PageDown) {
                self.lit = (self.lit + ROWS).min(last);
            }
            if pressed(Key::PageUp) {
                self.lit = self.lit.saturating_sub(ROWS);
            }
        });
        // What is typed behind Enter is for where it leads.
        prose::cut_at_enter(ui.ctx()).then_some(self.lit)
    }

    fn field(&mut self, ui: &mut Ui) -> Response {
        let edit = TextEdit::singleline(&mut self.typed)
            .id(Id::unique("palette"))
            .font(theme::font(Weight::Regular, size::HEADING))
            .text_color(theme::palette(ui).ink)
            .hint_text("A command, or the number or title of an item")
            .char_limit(200)
            .frame(Frame::NONE.inner_margin(Margin::symmetric(8, 4)))
            .desired_width(WIDTH - space::TWO);
        edit.show(ui).response.response.accessible_name("Command or item")
    }
}

fn row(ui: &mut Ui, find: &Find, lit: bool) -> Response {
    let (detail, help) = match find.what {
        Found::Do(action) => entry(action).map_or((String::new(), ""), |entry| {
            let keys = entry.shortcut().map(|shortcut| keys::print(ui.ctx(), shortcut));
            (keys.unwrap_or_default(), entry.help)
        }),
        Found::Go(_) => ("Go to".to_owned(), "Goes to its form."),
    };
    let response = found_row(ui, FoundRow { lead: "", lead_width: 0.0, text: &find.label, detail: &detail }, lit);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(help);
        if matches!(find.what, Found::Do(_)) && !detail.is_empty() {
            node.set_keyboard_shortcut(detail.clone());
        }
    });
    response
}
