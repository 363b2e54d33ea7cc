//! What the page says where a mark stands in prose, and before the items of a list.

use super::{Draft, State};
use crate::{
    compose,
    model::{Inline, Paragraph, ProseAt},
};

impl State {
    /// What the page says in the place of a mark. `starts` is whether a sentence begins with it.
    pub fn mark_text(&self, at: ProseAt, mark: &Inline, starts: bool) -> String {
        let said = self.draft.as_ref().zip(self.style()).map(|(draft, style)| {
            let minutes = draft.session.minutes();
            compose::mark_text(minutes, style, minutes.item_of_prose(at).map(|item| item.id), mark, starts)
        });
        let said = said.unwrap_or_default();
        // A mark that says nothing can still be seen, and taken away.
        if said.trim().is_empty() { "?".to_owned() } else { said.replace('\n', " ") }
    }

    /// The markers of list items; none before running text.
    pub fn list_markers(&self, at: ProseAt, paragraphs: &[Paragraph]) -> Vec<Option<String>> {
        let Some((draft, style)) = self.draft.as_ref().zip(self.style()) else { return vec![None; paragraphs.len()] };
        let minutes = draft.session.minutes();
        compose::list_markers(minutes, style, minutes.item_of_prose(at).map(|item| item.id), paragraphs)
    }
}

/// Whether a sentence begins behind this text.
pub fn begins_sentence(before: &str) -> bool {
    compose::begins_sentence(before)
}

impl Draft {
    /// The selection in a piece of prose, where the caret is in it.
    pub fn span_in(&self, at: ProseAt) -> Option<super::prose::Span> {
        self.caret.filter(|caret| caret.at == at).map(super::Caret::span)
    }
}
