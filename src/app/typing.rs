//! What the program does by itself while the clerk types.

use super::State;
use crate::{edit::prose::Habits, template::Signs};

/// What is done by itself while the clerk types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typing {
    /// Whether "- " and the like begin a list.
    pub lists: bool,
    /// Whether the letters of an ordinal are raised.
    pub ordinals: bool,
    /// Whether quotation marks and dashes become typographic; none for as each house asks.
    pub signs: Option<bool>,
}

impl Default for Typing {
    fn default() -> Typing {
        let Habits { lists, ordinals, .. } = Habits::default();
        Typing { lists, ordinals, signs: None }
    }
}

impl Typing {
    /// Turns the signs on or off. What the house asks for needs no choice of one's own, so that another house is heeded again.
    pub(super) fn toggle_signs(&mut self, asked: bool) {
        let on = !self.signs.unwrap_or(asked);
        self.signs = (on != asked).then_some(on);
    }
}

impl State {
    /// What is done by itself while the clerk types in the draft.
    pub fn habits(&self) -> Habits {
        let Typing { lists, ordinals, signs } = self.view.typing;
        Habits { lists, ordinals, signs: signs.unwrap_or_else(|| self.house_asks_for_signs()) }
    }

    /// Whether the house of the draft asks for typographic quotation marks and dashes.
    pub(super) fn house_asks_for_signs(&self) -> bool {
        self.style().is_some_and(|style| style.text.signs == Signs::Typographic)
    }
}
