//! Items and texts that are split and merged.

use super::business::{find, holder, items_of, name_of_item};
use crate::{
    app::{Caret, Focus, Plan, Planned, Refusal, Scratch, Selection, cut, fresh::Fresh, instead_of_item, place},
    edit::{Edit, ListEdit},
    model::{
        Id, Inline, Item, ItemRole, Look, Minutes, Paragraph, Part, PartContent, Prose, ProseAt, PublicVersion, Run,
    },
};

/// The paragraphs from the caret on, and the parts behind them, become an item of their own behind this one.
pub(super) fn split_item(minutes: &Minutes, caret: Caret, fresh: &mut Fresh<'_>) -> Planned {
    let ProseAt::Part(id) = caret.at else { return Err(NO_TEXT) };
    let (item, part) = minutes.part(id).ok_or(NO_TEXT)?;
    let at = place(&item.parts, id, |part| part.id)?;
    let mut scratch = Scratch::new(minutes);
    let mut parts: Vec<Part> = item.parts[at + 1..].to_vec();
    if let PartContent::Prose(prose) = &part.content {
        let (stays, goes) = cut(prose, caret.head);
        if !goes.is_empty() {
            parts.insert(0, Part { id: fresh.id(), privacy: part.privacy.clone(), content: PartContent::Prose(goes) });
        }
        keep(&mut scratch, part, prose, stays)?;
    }
    if parts.is_empty() {
        return Err(Refusal::Because("There is nothing behind the caret to split off."));
    }
    for at in (at + 1..item.parts.len()).rev() {
        scratch.parts(item.id, ListEdit::Remove { at })?;
    }
    let new = Item { id: fresh.id(), privacy: item.privacy.clone(), parts, ..Item::default() };
    let id = new.id;
    let (of, beside) = holder(minutes, item.id)?;
    scratch.items(of, ListEdit::Insert { at: beside + 1, value: new })?;
    Ok(Plan::new(scratch.edit(), format!("split {}", name_of_item(minutes, item))).going(Selection::Item(id), None))
}

/// The paragraphs from the caret on become a text of their own behind this one.
pub(super) fn split_part(minutes: &Minutes, caret: Caret, fresh: &mut Fresh<'_>) -> Planned {
    let ProseAt::Part(id) = caret.at else { return Err(NO_TEXT) };
    let (item, part) = minutes.part(id).ok_or(NO_TEXT)?;
    let PartContent::Prose(prose) = &part.content else { return Err(NO_TEXT) };
    let (stays, goes) = cut(prose, caret.head);
    if stays.is_empty() || goes.is_empty() {
        return Err(Refusal::Because("There is text on one side of the caret only, so there is nothing to split."));
    }
    let at = place(&item.parts, id, |part| part.id)? + 1;
    let mut scratch = Scratch::new(minutes);
    keep(&mut scratch, part, prose, stays)?;
    let value = Part { id: fresh.id(), privacy: part.privacy.clone(), content: PartContent::Prose(goes) };
    let focus = Focus::Prose(ProseAt::Part(value.id));
    scratch.parts(item.id, ListEdit::Insert { at, value })?;
    Ok(Plan::new(scratch.edit(), "split text").going(Selection::Item(item.id), Some(focus)))
}

const NO_TEXT: Refusal = Refusal::Because("Put the caret into a text of the minute first.");

/// Leaves a text with what stays of it: at least a paragraph to type in.
pub(super) fn keep(scratch: &mut Scratch, part: &Part, old: &Prose, mut stays: Prose) -> Result<(), Refusal> {
    if stays.is_empty() {
        stays.push(Paragraph::plain(""));
    }
    let same = old.iter().zip(&stays).take_while(|(old, new)| old == new).count();
    let insert = stays.split_off(same);
    let (from, remove) = (same, old.len() - same);
    if remove == 0 && insert.is_empty() {
        return Ok(());
    }
    scratch.step(Edit::Prose { at: ProseAt::Part(part.id), from, remove, insert })
}

/// Puts an item and the one behind it, or before it, into one. What either says stays; where the second has a title, it
/// becomes a line of the text.
pub(super) fn merge(minutes: &Minutes, id: Id, with_next: bool, fresh: &mut Fresh<'_>) -> Planned {
    let (of, at) = holder(minutes, id)?;
    let beside = items_of(minutes, of)?;
    let first = if with_next { Some(at) } else { at.checked_sub(1) };
    let pair = first.and_then(|first| beside.get(first).zip(beside.get(first + 1)));
    let Some((one, two)) = pair else {
        return Err(Refusal::Because("There is no item beside it with which it could be merged."));
    };
    if one.privacy != two.privacy {
        return Err(Refusal::Because("The two are not for the same readers. Make them so, and then merge them."));
    }
    if let PublicVersion::Stub { .. } = two.public_version {
        return Err(Refusal::Because("The second has a version for the public, which would be lost. Remove it first."));
    }
    if !matches!(two.role, ItemRole::Ordinary | ItemRole::OtherBusiness) {
        return Err(Refusal::Because("The second is a standing item, whose minute follows from the forms. It stays."));
    }
    let mut scratch = Scratch::new(minutes);
    scratch.steps(instead_of_item(minutes, two.id, one.id))?;
    scratch.items(of, ListEdit::Remove { at: first.unwrap_or(at) + 1 })?;
    scratch.head(one.id, |head| {
        head.notes.extend(two.notes.iter().cloned());
        let new = two.invitees.iter().filter(|who| !one.invitees.contains(who));
        head.invitees.extend(new.cloned());
        head.budget |= two.budget;
        head.reference = head.reference.take().or_else(|| two.reference.clone());
        head.origin = head.origin.take().or_else(|| two.origin.clone());
        if head.title.is_empty() {
            head.title = two.title.clone();
        }
    })?;
    let mut parts = two.parts.clone();
    if !one.title.is_empty() && !two.title.is_empty() {
        with_title(&mut parts, two, fresh);
    }
    let blank =
        |part: &Part| matches!(&part.content, PartContent::Prose(prose) if prose.iter().all(crate::app::is_blank));
    for value in parts.into_iter().filter(|part| !blank(part)) {
        let at = find(scratch.minutes(), one.id)?.parts.len();
        scratch.parts(one.id, ListEdit::Insert { at, value })?;
    }
    for value in two.items.iter().cloned() {
        let at = find(scratch.minutes(), one.id)?.items.len();
        scratch.items(one.id, ListEdit::Insert { at, value })?;
    }
    let label = format!("merge {} with {}", name_of_item(minutes, one), name_of_item(minutes, two));
    Ok(Plan::new(scratch.edit(), label).going(Selection::Item(one.id), None))
}

/// Puts the title of an item over its parts as a line of text.
fn with_title(parts: &mut Vec<Part>, item: &Item, fresh: &mut Fresh<'_>) {
    let look = Look { bold: true, language: item.language.clone(), ..Look::default() };
    let run = Run { text: item.title.clone(), look };
    let line = Paragraph { text: vec![Inline::Text(run)], ..Paragraph::default() };
    match parts.first_mut() {
        Some(Part { content: PartContent::Prose(prose), .. }) => prose.insert(0, line),
        _ => parts.insert(0, Part { id: fresh.id(), content: PartContent::Prose(vec![line]), ..Part::default() }),
    }
}
