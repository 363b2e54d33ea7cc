//! Rough notes: stamped when they are begun, moved into the minute, removed once the minutes are approved.

use crate::{
    app::{
        App, Dialog, Focus, Pending, Plan, Planned, Scratch, Selection, fresh::Fresh, is_blank, prose_of,
        rewrite::rewrite,
    },
    edit::{
        Edit, ListEdit,
        prose::{Point, Span, length_of},
    },
    model::{Id, Item, Minutes, Paragraph, Part, PartContent, ProseAt, RoughNote, Time},
};

/// Opens the notes of the item and takes the focus there, or from there back to the text.
pub(super) fn toggle(app: &mut App) {
    let Some(draft) = &mut app.state.draft else { return };
    let Selection::Item(item) = draft.selection else { return };
    if draft.focus == Some(Focus::Notes(item)) {
        let text = draft.caret_in(item).map(|caret| caret.at);
        let first = || draft.session.minutes().item(item).and_then(|item| item.parts.iter().find_map(prose_of));
        let focus = text.or_else(first).map(Focus::Prose);
        if draft.session.minutes().item(item).is_none_or(|item| item.notes.is_empty()) {
            app.state.view.open_notes.remove(&item);
        }
        draft.go(Selection::Item(item), focus);
    } else {
        app.state.view.open_notes.insert(item);
        draft.go(Selection::Item(item), Some(Focus::Notes(item)));
    }
}

/// A note is begun: it bears the time of now.
pub(super) fn begun(app: &mut App) {
    let time = now(app);
    if let Some(draft) = &mut app.state.draft {
        draft.note_begun = time;
    }
}

/// The time of now, local to the meeting.
pub(super) fn now(app: &App) -> Option<Time> {
    let now = app.env.clock.now();
    Time::new(u8::try_from(now.hour()).ok()?, u8::try_from(now.minute()).ok()?)
}

/// Stamps the notes that are new in an item.
pub(super) fn stamp(app: &mut App, item: &mut Item) {
    let time = app.state.draft.as_mut().and_then(|draft| draft.note_begun.take()).or_else(|| now(app));
    let Some(draft) = &app.state.draft else { return };
    let old = draft.session.minutes().item(item.id).map_or(0, |old| old.notes.len());
    for note in item.notes.iter_mut().skip(old).filter(|note| note.time.is_none()) {
        note.time = time;
    }
}

/// Moves the note at which the clerk is, or else the first, into the minute: behind the paragraph of the caret, or at the
/// end.
pub(super) fn to_minute(app: &mut App) {
    let Some(draft) = &app.state.draft else { return };
    let Some(item) = draft.item() else { return };
    let minutes = draft.session.minutes();
    let planned =
        plan(minutes, item, draft.note.unwrap_or(0), draft.caret_in(item), &mut Fresh::new(&mut *app.env.ids, minutes));
    app.carry_out(planned);
}

fn plan(minutes: &Minutes, id: Id, number: usize, caret: Option<crate::app::Caret>, fresh: &mut Fresh<'_>) -> Planned {
    const NONE: crate::app::Refusal = crate::app::Refusal::Because("This item has no rough notes.");
    let item = minutes.item(id).ok_or(NONE)?;
    let number = number.min(item.notes.len().saturating_sub(1));
    let note: &RoughNote = item.notes.get(number).ok_or(NONE)?;
    let mut scratch = Scratch::new(minutes);
    scratch.head(id, |head| {
        head.notes.remove(number);
    })?;
    let last = || {
        let is_prose = |part: &&Part| matches!(part.content, PartContent::Prose(_));
        item.parts.iter().rev().find(is_prose).map(|part| ProseAt::Part(part.id))
    };
    let at = caret.map(|caret| caret.at).or_else(last);
    let Some((at, prose)) = at.and_then(|at| Some((at, minutes.prose(at)?))) else {
        let value =
            Part { id: fresh.id(), content: PartContent::Prose(vec![Paragraph::plain(&note.text)]), ..Part::default() };
        scratch.parts(id, ListEdit::Insert { at: item.parts.len(), value })?;
        return Ok(Plan::new(scratch.edit(), LABEL));
    };
    let place =
        caret.map_or(prose.len().saturating_sub(1), |caret| caret.head.paragraph.min(prose.len().saturating_sub(1)));
    let blank = prose.get(place).is_some_and(is_blank);
    let new = match prose.get(place) {
        Some(old) if blank => Paragraph { text: Paragraph::plain(&note.text).text, ..old.clone() },
        Some(_) | None => Paragraph::plain(&note.text),
    };
    let from = if blank || prose.is_empty() { place } else { place + 1 };
    let end = Point::new(from, length_of(&new));
    scratch.step(Edit::Prose { at, from, remove: usize::from(blank), insert: vec![new] })?;
    let plan = Plan::new(scratch.edit(), LABEL);
    Ok(match caret {
        Some(caret) => plan.with_carets(caret, crate::app::Caret::new(at, Span::caret(end))),
        None => plan,
    })
}

const LABEL: &str = "note into the minute";

/// Asks whether the notes are still needed, where there are any.
pub(super) fn ask_removal(app: &mut App) {
    let Some(draft) = &app.state.draft else { return };
    let count: usize = draft.session.minutes().items().iter().map(|visit| visit.item.notes.len()).sum();
    if count == 0 {
        return;
    }
    let notes = if count == 1 { "one rough note".to_owned() } else { format!("{count} rough notes") };
    app.pending = Some(Pending::RemoveNotes);
    app.state.dialog = Some(Dialog::Confirm {
        title: "Remove the rough notes?".to_owned(),
        text: format!("The minutes are approved, and the draft holds {notes}. Undo brings what is removed back."),
        button: "Remove".to_owned(),
    });
}

/// Removes all rough notes.
pub(super) fn remove_all(app: &mut App) {
    let Some(draft) = &app.state.draft else { return };
    fn clear(item: &mut Item) {
        item.notes.clear();
        item.items.iter_mut().for_each(clear);
    }
    let edits = rewrite(draft.session.minutes(), |minutes| {
        minutes.business.iter_mut().flat_map(|section| &mut section.items).for_each(clear);
    });
    app.carry_out(Ok(Plan::new(Edit::Several(edits), "removal of the rough notes")));
}
