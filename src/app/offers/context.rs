use super::Vocabulary;
use crate::{
    app::State,
    model::{Id, Item, Minutes, ParagraphKind, PartContent, ProseAt},
    template::HouseStyle,
};
use jiff::civil::DateTime;
use std::collections::HashMap;

/// What offers are made from: the meeting, and where in it the caret stands.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The draft.
    pub minutes: &'a Minutes,
    /// Its house style with the phrase bank; none where it is not installed.
    pub style: Option<&'a HouseStyle>,
    /// The numbers of its minutes as the house writes them before a title: "15."
    pub numbers: &'a HashMap<Id, String>,
    /// The item in which the caret stands; none outside the business.
    pub item: Option<&'a Item>,
    /// The words and names that the draft has already.
    pub vocabulary: &'a Vocabulary,
    /// Whether they are offered.
    pub words: bool,
    /// Whether what stands at the beginning of the paragraph begins a sentence: not in a list, and not behind words of the
    /// house such as "RESOLVED that".
    pub sentences: bool,
    /// The date and time now.
    pub now: DateTime,
}

impl<'a> Context<'a> {
    /// What is known at a paragraph of a piece of prose; none while no draft is open.
    pub fn new(state: &'a State, at: ProseAt, paragraph: usize) -> Option<Context<'a>> {
        let draft = state.draft.as_ref()?;
        let minutes = draft.session.minutes();
        let stored = minutes.prose(at).and_then(|prose| prose.get(paragraph));
        let kind = stored.map_or(ParagraphKind::Body, |p| p.kind);
        Some(Context {
            minutes,
            style: state.style(),
            numbers: &draft.words.numbers,
            item: minutes.item_of_prose(at),
            vocabulary: &draft.vocabulary,
            words: state.view.offer_words,
            sentences: kind == ParagraphKind::Body && !is_led(minutes, at, paragraph),
            now: state.now,
        })
    }
}

/// Whether the house puts words before a paragraph.
fn is_led(minutes: &Minutes, at: ProseAt, paragraph: usize) -> bool {
    let ProseAt::Part(id) = at else { return matches!(at, ProseAt::Amendment(_) | ProseAt::Substantive(_)) };
    minutes.part(id).is_some_and(|(_, part)| match &part.content {
        PartContent::Resolution(_) | PartContent::Motion(_) => true,
        PartContent::Question(_) | PartContent::Note(_) => paragraph == 0,
        PartContent::Prose(_)
        | PartContent::Vote(_)
        | PartContent::Table(_)
        | PartContent::Petition(_)
        | PartContent::CallIn(_)
        | PartContent::Actions(_) => false,
    })
}
