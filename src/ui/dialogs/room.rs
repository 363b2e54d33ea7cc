//! Who comes, goes or takes the chair: letters of a name, Enter, and the clerk types on.

use crate::{
    app::{RoomEntry, RoomOffer, Selection, State, in_the_chair, room_offers, turnout},
    model::{Minutes, Time},
    ui::widgets::{self, FoundRow, Width, found_row},
};
use egui::{Key, Response, Ui};

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
        let mut offers = room_offers(minutes, item, &self.typed);
        offers.truncate(MOST);
        let chosen = self.keys(ui, offers.len());
        let mut field = None;
        widgets::row(ui, |ui| {
            let response = widgets::field(ui, "Name", &mut self.typed, Width::Name);
            if response.changed() {
                self.lit = 0;
            }
            field = Some(response);
            widgets::time_field(ui, "At", &mut self.time);
        });
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

    /// Takes the keys that work the list before a field sees them.
    fn keys(&mut self, ui: &Ui, count: usize) -> Option<usize> {
        self.lit = widgets::step_through(ui, self.lit, count);
        // The time is read when its field is left, which Enter does: it is looked at, not consumed.
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        (enter && count > 0).then_some(self.lit)
    }

    fn list(&self, ui: &mut Ui, offers: &[RoomOffer]) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut clicked = None;
        for (at, offer) in offers.iter().enumerate() {
            let text = format!("{} {}", offer.name, offer.act.words());
            let row = FoundRow { lead: "", lead_width: 0.0, text: &text, detail: "" };
            if found_row(ui, row, at == self.lit).clicked() {
                clicked = Some(at);
            }
        }
        clicked
    }
}

/// Who is in the room now, and who presides.
fn now(state: &State, minutes: &Minutes) -> String {
    let chair = in_the_chair(minutes).map(|(who, since)| {
        let since = since.map(|time| format!(" since {}", widgets::write_time(time))).unwrap_or_default();
        format!(". In the chair: {}{since}", state.who(&who))
    });
    turnout(minutes).words() + &chair.unwrap_or_default()
}
