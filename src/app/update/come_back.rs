//! "Come back to this": set, gone to, taken away.

use crate::{
    app::{
        App, ComeBack, Dialog, Draft, Focus, Plan, Refusal, Selection, between_words, come_back_at, come_backs, proses,
        with_mark,
    },
    edit::{
        Edit,
        prose::{MARK, Point, flat, length_of, slice, with_text},
    },
    model::{Id, Inline, ProseAt},
};
use std::cmp::Ordering;

/// Asks for the note.
pub(super) fn ask(app: &mut App) {
    app.state.dialog = Some(Dialog::ComeBack);
}

/// Marks the place of the caret.
pub(super) fn mark(app: &mut App, note: &str) {
    let Some(draft) = &app.state.draft else { return };
    let minutes = draft.session.minutes();
    let Some(caret) = draft.item().and_then(|item| draft.caret_in(item)) else {
        app.carry_out(Err(Refusal::Because("Put the caret into the text of a minute first.")));
        return;
    };
    let number = caret.head.paragraph;
    let Some(paragraph) = minutes.prose(caret.at).and_then(|prose| prose.get(number)) else { return };
    let place = between_words(&flat(paragraph), caret.head.at);
    let insert = vec![with_mark(paragraph, place, Inline::ComeBack(note.trim().to_owned()))];
    let moved = |point: Point| match point {
        Point { paragraph, at } if paragraph == number && at >= place => Point { paragraph, at: at + MARK.len_utf8() },
        point => point,
    };
    let after = crate::app::Caret { anchor: moved(caret.anchor), head: moved(caret.head), ..caret };
    let edit = Edit::Prose { at: caret.at, from: number, remove: 1, insert };
    app.carry_out(Ok(Plan::new(edit, "come back to this").with_carets(caret, after)));
}

/// Goes to the next such place behind the caret, and from the last to the first.
pub(super) fn next(app: &mut App) {
    let Some(draft) = &mut app.state.draft else { return };
    let marks = come_backs(draft.session.minutes());
    let at = next_of(draft, &marks);
    let Some(mark) = marks.get(at).cloned() else { return };
    draft.go(Selection::Item(mark.item), Some(Focus::Prose(mark.caret.at)));
    draft.caret = Some(mark.caret);
    let which = format!("{} of {}", at + 1, marks.len());
    app.done(if mark.note.is_empty() {
        format!("Come back to this ({which}).")
    } else {
        format!("{} ({which})", mark.note)
    });
}

/// The first mark behind the caret in reading order, or behind the beginning of the item that is shown; else the first of all.
fn next_of(draft: &Draft, marks: &[ComeBack]) -> usize {
    let minutes = draft.session.minutes();
    let Some(item) = draft.item() else { return 0 };
    let items: Vec<Id> = minutes.items().iter().map(|visit| visit.item.id).collect();
    let of_item = |id: Id| items.iter().position(|other| *other == id);
    let texts = minutes.item(item).map(proses).unwrap_or_default();
    let of_text = |at: ProseAt| texts.iter().position(|other| *other == at);
    let caret = draft.caret_in(item);
    let is_behind = |mark: &ComeBack| match (of_item(mark.item).cmp(&of_item(item)), caret) {
        (Ordering::Equal, Some(caret)) => (of_text(mark.caret.at), mark.caret.head) > (of_text(caret.at), caret.head),
        (Ordering::Equal, None) | (Ordering::Greater, _) => true,
        (Ordering::Less, _) => false,
    };
    marks.iter().position(is_behind).unwrap_or(0)
}

/// Takes the mark away at which the caret stands.
pub(super) fn done(app: &mut App) {
    let Some(draft) = &app.state.draft else { return };
    let minutes = draft.session.minutes();
    let Some((caret, mark)) = draft.caret.and_then(|caret| Some((caret, come_back_at(minutes, caret)?))) else {
        return;
    };
    let Point { paragraph: number, at: behind } = mark.caret.head;
    let Some(paragraph) = minutes.prose(caret.at).and_then(|prose| prose.get(number)) else { return };
    let before = behind - MARK.len_utf8();
    let mut text = slice(paragraph, 0..before);
    text.extend(slice(paragraph, behind..length_of(paragraph)));
    let insert = vec![with_text(paragraph, text)];
    let moved = |point: Point| match point {
        Point { paragraph, at } if paragraph == number && at >= behind => Point { paragraph, at: at - MARK.len_utf8() },
        point => point,
    };
    let after = crate::app::Caret { anchor: moved(caret.anchor), head: moved(caret.head), ..caret };
    let edit = Edit::Prose { at: caret.at, from: number, remove: 1, insert };
    app.carry_out(Ok(Plan::new(edit, "done with this place").with_carets(caret, after)));
}
