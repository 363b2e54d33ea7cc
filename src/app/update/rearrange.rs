//! Items that change their place in the meeting: to the private business and back, out of the order of the agenda and
//! back.

use super::business::{find, holder};
use crate::{
    app::{Moves, Plan, Planned, Refusal, Scratch, Selection, by_agenda, end_of, fresh::Fresh, place},
    edit::ListEdit,
    model::{Id, Minutes, Section, SectionKind},
};

/// Moves an item of a section to the business of the other kind: to the place from which it came, or that the agenda gives
/// it, or else to the end. Where there is no such section one is made; one that was made so goes when it is empty again.
pub(super) fn toggle_private(minutes: &Minutes, id: Id, moves: &mut Moves, fresh: &mut Fresh<'_>) -> Planned {
    let (from, _) = holder(minutes, id)?;
    let here = &minutes.business[place(&minutes.business, from, |section| section.id)?];
    let (wanted, label) = match here.kind {
        SectionKind::Public => (SectionKind::Private, "move to the private business"),
        SectionKind::Private => (SectionKind::Public, "move to the public business"),
    };
    let mut scratch = Scratch::new(minutes);
    let target = moves
        .back(minutes, id, wanted)
        .or_else(|| by_agenda(minutes, find(minutes, id).ok()?, wanted))
        .or_else(|| last_place(minutes, from, wanted));
    let (of, at) = match target {
        Some(target) => target,
        None => {
            let section = Section { id: fresh.id(), kind: wanted, ..Section::default() };
            let made = section.id;
            let at = match wanted {
                SectionKind::Private => minutes.business.len(),
                SectionKind::Public => 0,
            };
            scratch.sections(ListEdit::Insert { at, value: section })?;
            moves.made(made);
            (made, 0)
        }
    };
    moves.leaves(minutes, id);
    carry(&mut scratch, id, of, at)?;
    let emptied = scratch.minutes().business.iter().position(|section| section.id == from && section.items.is_empty());
    if let Some(at) = emptied.filter(|_| moves.has_made(from)) {
        scratch.sections(ListEdit::Remove { at })?;
    }
    Ok(Plan::new(scratch.edit(), label).going(Selection::Item(id), None))
}

/// The end of the nearest section of a kind.
fn last_place(minutes: &Minutes, from: Id, wanted: SectionKind) -> Option<(Id, usize)> {
    let here = minutes.business.iter().position(|section| section.id == from)?;
    let (before, behind) = (&minutes.business[..here], &minutes.business[here + 1..]);
    let is_wanted = |section: &&Section| section.kind == wanted;
    let target = match wanted {
        SectionKind::Private => behind.iter().find(is_wanted).or(before.iter().rev().find(is_wanted)),
        SectionKind::Public => before.iter().rev().find(is_wanted).or(behind.iter().find(is_wanted)),
    };
    target.map(|section| (section.id, end_of(section)))
}

/// Takes an item out of where it is and puts it before what stands at a place now.
fn carry(scratch: &mut Scratch, id: Id, of: Id, at: usize) -> Result<(), Refusal> {
    let (from, from_at) = holder(scratch.minutes(), id)?;
    if from == of {
        let to = if from_at < at { at - 1 } else { at };
        return scratch.items(of, ListEdit::Move { from: from_at, to });
    }
    let value = find(scratch.minutes(), id)?.clone();
    scratch.items(from, ListEdit::Remove { at: from_at })?;
    scratch.items(of, ListEdit::Insert { at, value })
}

/// Takes an item out of the order of the agenda: it comes behind the item at which the clerk was writing, where that is of
/// the same business. Done again, it goes back to its place on the agenda.
pub(super) fn out_of_turn(minutes: &Minutes, id: Id, written: Option<Id>, moves: &mut Moves) -> Planned {
    let item = find(minutes, id)?;
    let visits = minutes.items();
    let visit = visits.iter().find(|visit| visit.item.id == id);
    let kind = visit.filter(|visit| visit.depth == 0).map(|visit| visit.section.kind);
    let mut scratch = Scratch::new(minutes);
    let out = !item.out_of_turn;
    let target = kind.and_then(|kind| {
        if !out {
            return moves.back(minutes, id, kind).or_else(|| by_agenda(minutes, item, kind));
        }
        // The sub-item at which the clerk was writing belongs to an item of its section.
        let written = written.filter(|written| *written != id)?;
        let sections = minutes.business.iter().filter(|section| section.kind == kind);
        let mut places =
            sections.flat_map(|section| section.items.iter().enumerate().map(move |(at, i)| (section.id, at, i)));
        places.find(|(_, _, item)| holds(item, written)).map(|(section, at, _)| (section, at + 1))
    });
    if out && kind.is_some() {
        moves.leaves(minutes, id);
    }
    scratch.head(id, |item| item.out_of_turn = out)?;
    if let Some((of, at)) = target {
        carry(&mut scratch, id, of, at)?;
    }
    let label = if out { "take out of turn" } else { "take in turn" };
    Ok(Plan::new(scratch.edit(), label).going(Selection::Item(id), None))
}

/// Whether an item is another one, or holds it and is not the one that moves.
fn holds(item: &crate::model::Item, wanted: Id) -> bool {
    item.id == wanted || item.items.iter().any(|sub| holds(sub, wanted))
}
