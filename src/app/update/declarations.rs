use crate::{
    app::{Plan, Planned, fresh::Fresh, place},
    edit::{Edit, ListEdit},
    model::{Correction, Declaration, Id, ItemRole, Minutes, PreviousMeeting, PreviousMinutes},
};

use super::fields::{describe, differing};

pub(super) fn add(mut declaration: Declaration, minutes: &Minutes, fresh: &mut Fresh<'_>) -> Plan {
    declaration.id = fresh.id();
    let (id, at) = (declaration.id, minutes.declarations.entries.len());
    let edit = Edit::Declarations(ListEdit::Insert { at, value: declaration });
    focusing(Plan::new(edit, "add declaration"), minutes, ItemRole::Declarations, id)
}

pub(super) fn set(declaration: Declaration, minutes: &Minutes) -> Planned {
    let entries = &minutes.declarations.entries;
    let at = place(entries, declaration.id, |entry| entry.id)?;
    let id = declaration.id;
    let fields = differing!(entries[at], declaration, {
        typed member: "who declared an interest",
        typed kind: "the kind of an interest",
        chosen item: "the item of an interest",
        typed nature: "the nature of an interest",
        typed consequence: "what a member did about an interest",
        typed dispensation: "a dispensation",
        typed wording: "the wording of a declaration",
        chosen no_note: "the note of a declaration",
    });
    let (label, merge) = describe(&fields, "a declaration");
    let plan = Plan::new(Edit::Declarations(ListEdit::Set { at, value: declaration }), label);
    Ok(match merge {
        Some(field) => plan.merging(("declaration", id, field)),
        None => plan,
    })
}

pub(super) fn remove(id: Id, minutes: &Minutes) -> Planned {
    let at = place(&minutes.declarations.entries, id, |entry| entry.id)?;
    Ok(Plan::new(Edit::Declarations(ListEdit::Remove { at }), "remove declaration"))
}

pub(super) fn nil(wording: Option<String>) -> Plan {
    Plan::new(Edit::NilDeclarations(wording), "change of the nil wording").merging("nil")
}

pub(super) fn previous(mut previous: Box<PreviousMinutes>, minutes: &Minutes, fresh: &mut Fresh<'_>) -> Plan {
    fresh.changed_previous(&mut previous);
    let fields = differing!(minutes.previous, previous, {
        typed meetings: "the earlier meetings",
        chosen approval: "what was done with the earlier minutes",
        typed wording: "the wording of the approval",
        typed corrections: "the corrections",
        typed movers: "who moved the approval",
        typed vote: "the vote on the earlier minutes",
    });
    let (label, merge) = describe(&fields, "the earlier minutes");
    let plan = Plan::new(Edit::Previous(previous), label);
    match merge {
        Some(field) => plan.merging(("previous", field)),
        None => plan,
    }
}

pub(super) fn add_meeting(mut meeting: PreviousMeeting, minutes: &Minutes, fresh: &mut Fresh<'_>) -> Plan {
    meeting.id = fresh.id();
    let id = meeting.id;
    let mut previous = minutes.previous.clone();
    previous.meetings.push(meeting);
    let plan = Plan::new(Edit::Previous(Box::new(previous)), "add earlier meeting");
    focusing(plan, minutes, ItemRole::PreviousMinutes, id)
}

pub(super) fn add_correction(mut correction: Correction, minutes: &Minutes, fresh: &mut Fresh<'_>) -> Plan {
    correction.id = fresh.id();
    let id = correction.id;
    let mut previous = minutes.previous.clone();
    previous.corrections.push(correction);
    let plan = Plan::new(Edit::Previous(Box::new(previous)), "add correction");
    focusing(plan, minutes, ItemRole::PreviousMinutes, id)
}

/// Goes to the item of a standing role, and there to a node.
fn focusing(plan: Plan, minutes: &Minutes, role: ItemRole, node: Id) -> Plan {
    match minutes.items().iter().find(|visit| visit.item.role == role) {
        Some(visit) => plan.at_node_of(visit.item.id, node),
        None => plan,
    }
}
