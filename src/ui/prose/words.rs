//! What the page says where marks stand, looked up once until it may have changed.

use crate::{
    app::State,
    model::{Inline, ProseAt},
};
use egui::{Context, Id};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

type Said = HashMap<(ProseAt, Inline, bool), String>;

/// The words of marks in one piece of prose.
pub struct Words<'a> {
    state: &'a State,
    at: ProseAt,
    known: Arc<Mutex<(u64, Said)>>,
}

impl<'a> Words<'a> {
    /// Those of a piece of prose in the draft that is open.
    pub fn new(ctx: &Context, state: &'a State, at: ProseAt) -> Words<'a> {
        let worded = state.draft.as_ref().map_or(0, |draft| draft.worded);
        let place = Id::unique("words of marks");
        let known = ctx.data_mut(|data| data.get_temp_mut_or_default::<Arc<Mutex<(u64, Said)>>>(place).clone());
        let mut said = known.lock().unwrap_or_else(PoisonError::into_inner);
        if said.0 != worded {
            *said = (worded, Said::new());
        }
        drop(said);
        Words { state, at, known }
    }

    /// What the page says for a mark.
    pub fn of(&self, mark: &Inline, starts: bool) -> String {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let said = known.1.entry((self.at, mark.clone(), starts));
        said.or_insert_with(|| self.state.mark_text(self.at, mark, starts)).clone()
    }
}
