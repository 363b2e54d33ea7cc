//! Who comes, goes or takes the chair: letters of a name, Enter, and the clerk types on.

use crate::{
    app::{RoomEntry, RoomOffer, Selection, State, in_the_chair, room_offers, turnout},
    model::{Minutes, Time},
    ui::{
        prose,
        theme::{self, Weight, size, space},
        widgets::{self, Width},
    },
};
use egui::{Align2, CornerRadius, Key, Modifiers, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// The most that is offered at once.
const MOST: usize = 6;

/// What is typed into the question.
#[derive(Default)]
pub(super) struct Room {
    typed: String,
    /// Which of the offers is lit.
    lit: usize,
    /// When; it begins with the time at which the question was opened.
    pub time: Option<Time>,
}

impl Room {
    /// Draws it. Gives what was chosen, and the field that has the focus first.
    pub fn show(&mut self, ui: &mut Ui, state: &State) -> (Option<RoomEntry>, Option<Response>) {
        let Some(draft) = &state.draft else { return (None, None) };
        let minutes = draft.session.minutes();
        widgets::hint(ui, &now(state, minutes));
        let item = match draft.selection {
            Selection::Item(id) => Some(id),
            _ => None,
        };
        let offers = |typed: &str| {
            let mut offers = room_offers(minutes, item, typed);
            offers.truncate(MOST);
            offers
        };
        self.arrows(ui, offers(&self.typed).len());
        // What is typed behind Enter is for the text to which it leads back, and the time is read though its field is not left.
        let entered = prose::cut_at_enter(ui.ctx());
        if entered {
            widgets::take_what_is_typed(ui.ctx());
        }
        let mut field = None;
        widgets::row(ui, |ui| {
            let response = widgets::field(ui, "Name", &mut self.typed, Width::Name);
            if response.changed() {
                self.lit = 0;
            }
            field = Some(response);
            widgets::time_field(ui, "At", &mut self.time);
        });
        // Letters that came in one moment with Enter are part of the name.
        let offers = offers(&self.typed);
        let chosen = (entered && !offers.is_empty()).then_some(self.lit);
        let clicked = ui.scope(|ui| self.list(ui, &offers)).inner;
        if offers.is_empty() {
            let text = if self.typed.trim().is_empty() {
                "A letter or two of the name. Enter logs what is lit, up and down choose."
            } else {
                "Nobody in the attendance has such a name."
            };
            widgets::hint(ui, text);
        }
        let entry = |offer: &RoomOffer| RoomEntry { person: offer.person, act: offer.act, time: self.time };
        (chosen.or(clicked).and_then(|at| offers.get(at)).map(entry), field)
    }

    /// Takes the arrow keys before a field sees them.
    fn arrows(&mut self, ui: &Ui, count: usize) {
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                self.lit = (self.lit + 1).min(count.saturating_sub(1));
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                self.lit = self.lit.saturating_sub(1);
            }
        });
    }

    fn list(&self, ui: &mut Ui, offers: &[RoomOffer]) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut clicked = None;
        for (at, offer) in offers.iter().enumerate() {
            if line(ui, offer, at == self.lit).clicked() {
                clicked = Some(at);
            }
        }
        clicked
    }
}

fn line(ui: &mut Ui, offer: &RoomOffer, lit: bool) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), space::ROW), Sense::CLICK);
    let text = format!("{} {}", offer.name, offer.act.words());
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(lit));
    let fill = match (lit, response.hovered()) {
        (true, _) => palette.accent_soft,
        (false, true) => palette.hover,
        (false, false) => theme::CLEAR,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    let font = theme::font(Weight::Regular, size::BODY);
    let left = pos2(rect.left() + space::ONE, rect.center().y);
    ui.painter().text(left, Align2::LEFT_CENTER, text, font, palette.ink);
    response
}

/// Who is in the room now, and who presides.
fn now(state: &State, minutes: &Minutes) -> String {
    let chair = in_the_chair(minutes).map(|(who, since)| {
        let since = since.map(|time| format!(" since {}", widgets::write_time(time))).unwrap_or_default();
        format!(". In the chair: {}{since}", state.who(&who))
    });
    turnout(minutes).words() + &chair.unwrap_or_default()
}
