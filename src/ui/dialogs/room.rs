//! Who comes, goes or takes the chair: letters of a name, Enter, and the clerk types on.

use crate::{
    app::{RoomEntry, RoomOffer, Selection, State, in_the_chair, room_offers, turnout},
    model::{Minutes, Time},
    ui::{
        prose,
        widgets::{self, FoundRow, Width, found_row},
    },
};
use egui::{Response, Ui};

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
        self.lit = widgets::step_through(ui, self.lit, offers(&self.typed).len());
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
