//! What a minute decides, by keyboard: parts that go where the clerk types, and votes on what the clerk types.

use super::joins::keep;
use crate::{
    app::{
        App, Caret, Focus, Plan, Planned, Refusal, Scratch, Selection, cut, fresh::Fresh, is_blank, place, prose_of,
    },
    edit::{BusinessEdit, Edit, ListEdit, prose::Point},
    model::{Id, Minutes, Part, PartContent, ProseAt, Tally, Vote, VoteWords},
};

/// A vote of which nothing is known yet: nothing is said of it.
pub fn open_vote() -> Vote {
    Vote { tally: Tally::Words(VoteWords::Other(String::new())), ..Vote::default() }
}

/// A part behind the paragraph of the caret, so that the text that follows goes on behind the part; where the clerk types in
/// no text, at the end of the item.
pub(super) fn add_part(app: &mut App, content: PartContent) {
    let Some(draft) = &app.state.draft else { return };
    let Selection::Item(item) = draft.selection else { return };
    let minutes = draft.session.minutes();
    let planned = planned(minutes, item, content, draft.caret_in(item), &mut Fresh::new(&mut *app.env.ids, minutes));
    app.carry_out(planned);
}

fn planned(
    minutes: &Minutes,
    id: Id,
    mut content: PartContent,
    caret: Option<Caret>,
    fresh: &mut Fresh<'_>,
) -> Planned {
    let item = minutes.item(id).ok_or(Refusal::Because("Select an item first."))?;
    fresh.new_content(&mut content);
    let mut scratch = Scratch::new(minutes);
    let part = caret.and_then(|caret| Some((caret, minutes.part_of_prose(caret.at)?.1)));
    let mut at = item.parts.len();
    // A new part is for the readers of the one that it follows.
    let privacy = part.map(|(_, part)| part.privacy.clone()).unwrap_or_default();
    if let Some((caret, part)) = part {
        at = place(&item.parts, part.id, |part| part.id)? + 1;
        if let PartContent::Prose(prose) = &part.content {
            let (stays, goes) = cut(prose, between_paragraphs(prose, caret.head));
            let follows = !goes.is_empty() && !goes.iter().all(is_blank);
            if follows || stays.len() < prose.len() {
                // Where nothing is left before it, the part takes the place of the text.
                if stays.iter().all(is_blank) && !stays.is_empty() || stays.is_empty() {
                    at -= 1;
                    if !follows {
                        scratch.parts(id, ListEdit::Remove { at })?;
                    }
                } else {
                    keep(&mut scratch, part, prose, stays)?;
                    if follows {
                        let content = PartContent::Prose(goes);
                        let value = Part { id: fresh.id(), privacy: privacy.clone(), content };
                        scratch.parts(id, ListEdit::Insert { at, value })?;
                    }
                }
            }
        }
    }
    let value = Part { id: fresh.id(), privacy, content };
    let focus = prose_of(&value).map_or(Focus::Node(value.id), Focus::Prose);
    let label = format!("add {}", super::parts::word(&value.content));
    scratch.parts(id, ListEdit::Insert { at, value })?;
    Ok(Plan::new(scratch.edit(), label).going(Selection::Item(id), Some(focus)))
}

/// The beginning of the paragraph where the caret is there, or else its end: no sentence is torn.
fn between_paragraphs(prose: &[crate::model::Paragraph], head: Point) -> Point {
    match prose.get(head.paragraph) {
        Some(paragraph) if head.at > 0 => Point { at: crate::edit::prose::length_of(paragraph), ..head },
        _ => head,
    }
}

/// A vote on what the clerk types: the resolution, the motion or the amendment; in other text, a vote by itself.
pub(super) fn add_vote(app: &mut App) {
    let Some(draft) = &app.state.draft else { return };
    let Selection::Item(item) = draft.selection else { return };
    let minutes = draft.session.minutes();
    let caret = draft.caret_in(item);
    match caret.and_then(|caret| voted_on(minutes, item, caret.at)) {
        Some(planned) => app.carry_out(planned),
        None => add_part(app, PartContent::Vote(Box::new(open_vote()))),
    }
}

fn voted_on(minutes: &Minutes, item: Id, at: ProseAt) -> Option<Planned> {
    let (_, part) = minutes.part_of_prose(at)?;
    let mut value = part.clone();
    let (of, vote) = match (&mut value.content, at) {
        (PartContent::Resolution(resolution), _) => (part.id, &mut resolution.vote),
        (PartContent::Motion(motion), ProseAt::Amendment(id)) => {
            (id, &mut motion.amendments.iter_mut().find(|amendment| amendment.id == id)?.vote)
        }
        (PartContent::Motion(motion), _) => (part.id, &mut motion.vote),
        _ => return None,
    };
    vote.get_or_insert_with(open_vote);
    let number = minutes.item(item)?.parts.iter().position(|other| other.id == part.id)?;
    let edit = Edit::Business(BusinessEdit::Parts { item, edit: ListEdit::Set { at: number, value } });
    Some(Ok(Plan::new(edit, "add vote").going(Selection::Item(item), Some(Focus::Vote(of)))))
}

/// An amendment to the motion in which the clerk types.
pub(super) fn motion_at_caret(draft: &crate::app::Draft) -> Option<Id> {
    let item = draft.item()?;
    let minutes = draft.session.minutes();
    let is_motion = |part: &&Part| matches!(part.content, PartContent::Motion(_));
    let typed =
        draft.caret_in(item).and_then(|caret| minutes.part_of_prose(caret.at).map(|(_, part)| part)).filter(is_motion);
    typed.or_else(|| minutes.item(item)?.parts.iter().rev().find(is_motion)).map(|part| part.id)
}

/// The resolution in which the clerk types, or the last of the item.
pub(super) fn resolution_at_caret(draft: &crate::app::Draft) -> Option<Id> {
    let item = draft.item()?;
    let minutes = draft.session.minutes();
    let is_resolution = |part: &&Part| matches!(part.content, PartContent::Resolution(_));
    let typed = draft
        .caret_in(item)
        .and_then(|caret| minutes.part_of_prose(caret.at).map(|(_, part)| part))
        .filter(is_resolution);
    typed.or_else(|| minutes.item(item)?.parts.iter().rev().find(is_resolution)).map(|part| part.id)
}
