//! Which text is to stay, where somebody else has written the file that the clerk saves.

use super::{Dialogs, Outcome, Pressed, title};
use crate::{
    app::{Answer, SharingCommand},
    ui::widgets,
};
use egui::Ui;

impl Dialogs {
    pub(super) fn changed(&self, ui: &mut Ui, name: &str) -> Outcome {
        title(ui, "Which text is to stay?", 480.0);
        widgets::body(
            ui,
            &format!(
                "Somebody else, or another program, has changed {name} since it was opened here. Whichever you choose, the other one is kept as an earlier version."
            ),
        );
        match self.buttons(ui, "Keep mine", &["Take theirs", "Save as\u{2026}", "Cancel"]) {
            Pressed::Primary => Outcome::Answer(Answer::Sharing(SharingCommand::KeepMine)),
            Pressed::Other(0) => Outcome::Answer(Answer::Sharing(SharingCommand::TakeTheirs)),
            Pressed::Other(1) => Outcome::Answer(Answer::Elsewhere),
            Pressed::Other(_) => Outcome::Close,
            Pressed::Nothing => Outcome::Stay,
        }
    }
}
