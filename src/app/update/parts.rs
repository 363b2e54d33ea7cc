use super::fields::{describe, differing};
use crate::{
    app::{Focus, PartChange, Plan, Planned, Refusal, fresh::Fresh, name_of, place, prose_of},
    edit::{BusinessEdit, Edit, EditError, ListEdit},
    model::{Amendment, Id, Item, Minutes, Part, PartContent},
};

pub(super) fn change(change: PartChange, minutes: &Minutes, fresh: &mut Fresh<'_>) -> Planned {
    match change {
        PartChange::Add { item, at, mut content } => {
            fresh.new_content(&mut content);
            let part = Part { id: fresh.id(), content, ..Part::default() };
            let at = at.min(find_item(minutes, item)?.parts.len());
            let (id, label) = (part.id, format!("add {}", word(&part.content)));
            let prose = prose_of(&part);
            let plan = Plan::new(parts(item, ListEdit::Insert { at, value: part }), label);
            let focus = prose.map_or(Focus::Node(id), Focus::Prose);
            Ok(plan.going(crate::app::Selection::Item(item), Some(focus)))
        }
        PartChange::Set(mut part) => {
            let (_, old) = find(minutes, part.id)?;
            fresh.changed_part(&mut part, old);
            set(minutes, *part)
        }
        PartChange::Remove(id) => {
            let (item, part) = find(minutes, id)?;
            let at = place(&item.parts, id, |part| part.id)?;
            let label = format!("remove {}", word(&part.content));
            let plan = Plan::new(parts(item.id, ListEdit::Remove { at }), label);
            let beside = item.parts.get(at + 1).or(at.checked_sub(1).and_then(|at| item.parts.get(at)));
            let focus = beside.map(|part| prose_of(part).map_or(Focus::Node(part.id), Focus::Prose));
            Ok(plan.going(crate::app::Selection::Item(item.id), focus))
        }
        PartChange::Move(id, to) => {
            let (item, part) = find(minutes, id)?;
            let from = place(&item.parts, id, |part| part.id)?;
            let to = to.min(item.parts.len().saturating_sub(1));
            let label = format!("move {}", word(&part.content));
            Ok(Plan::new(parts(item.id, ListEdit::Move { from, to }), label).at_node_of(item.id, id))
        }
        PartChange::AddAmendment(id) => {
            let amendment = Amendment { id: fresh.id(), ..Amendment::default() };
            let added = amendment.id;
            let plan = with_content(minutes, id, "add amendment", |content| match content {
                PartContent::Motion(motion) => {
                    motion.amendments.push(amendment);
                    true
                }
                _ => false,
            })?;
            Ok(focusing(plan, Focus::Prose(crate::model::ProseAt::Amendment(added))))
        }
        PartChange::AddAction(id, mut action) => {
            action.id = fresh.id();
            let added = action.id;
            let plan = with_content(minutes, id, "add action", |content| match content {
                PartContent::Resolution(resolution) => {
                    resolution.actions.push(action);
                    true
                }
                PartContent::Actions(actions) => {
                    actions.push(action);
                    true
                }
                _ => false,
            })?;
            Ok(focusing(plan, Focus::Node(added)))
        }
    }
}

fn set(minutes: &Minutes, part: Part) -> Planned {
    let (item, old) = find(minutes, part.id)?;
    let at = place(&item.parts, part.id, |part| part.id)?;
    let (label, field) = if old.privacy != part.privacy {
        ("change of who may see a part".to_owned(), None)
    } else {
        what_differs(&old.content, &part.content)
    };
    let id = part.id;
    let label = match field {
        Some(_) => format!("{label} in {}", name_of(minutes, item)),
        None => label,
    };
    let plan = Plan::new(parts(item.id, ListEdit::Set { at, value: part }), label);
    Ok(match field {
        Some(field) => plan.merging(("part", id, field)),
        None => plan,
    })
}

/// What differs between two contents of one part, and by which field it merges.
fn what_differs(old: &PartContent, new: &PartContent) -> (String, Option<&'static str>) {
    match (old, new) {
        (PartContent::Resolution(old), PartContent::Resolution(new)) => describe(
            &differing!(old, new, {
                typed lead_in: "the lead-in",
                typed text: "the resolution",
                typed outcome: "the outcome",
                typed recommendation: "the recommendation",
                typed movers: "the movers",
                typed vote: "the vote",
                typed actions: "the actions",
                typed executive: "the executive decision",
            }),
            "the resolution",
        ),
        (PartContent::Motion(old), PartContent::Motion(new)) => describe(
            &differing!(old, new, {
                typed text: "the motion",
                chosen procedural: "the kind of motion",
                typed movers: "the movers",
                typed amendments: "the amendments",
                typed substantive: "the substantive motion",
                typed vote: "the vote",
                chosen result: "the result",
            }),
            "the motion",
        ),
        (PartContent::Vote(old), PartContent::Vote(new)) => describe(
            &differing!(old, new, {
                typed question: "the question",
                typed tally: "the votes",
                chosen result: "the result",
                chosen casting: "the casting vote",
                typed reason: "the reason",
            }),
            "the vote",
        ),
        (PartContent::Table(old), PartContent::Table(new)) => describe(
            &differing!(old, new, {
                typed caption: "the caption",
                typed columns: "the columns",
                chosen rows: "the rows",
                chosen row_headings: "the row headings",
            }),
            "the table",
        ),
        (PartContent::Note(old), PartContent::Note(new)) => describe(
            &differing!(old, new, {
                typed label: "the label",
                chosen bracketed: "the brackets",
                typed text: "the note",
            }),
            "the note",
        ),
        (PartContent::Petition(old), PartContent::Petition(new)) => describe(
            &differing!(old, new, {
                typed subject: "the subject",
                typed signatures: "the signatures",
                typed organiser: "the organiser",
                typed sponsor: "the sponsor",
                typed text: "the text",
            }),
            "the petition",
        ),
        (PartContent::Question(old), PartContent::Question(new)) => describe(
            &differing!(old, new, {
                typed asker: "who asked",
                typed answerer: "who answered",
                typed question: "the question",
                typed answer: "the answer",
            }),
            "the question",
        ),
        (PartContent::CallIn(old), PartContent::CallIn(new)) => describe(
            &differing!(old, new, {
                typed decision: "the decision",
                typed notice: "the decision notice",
                typed signatories: "the signatories",
                typed grounds: "the grounds",
            }),
            "the call-in",
        ),
        (PartContent::Actions(_), PartContent::Actions(_)) => ("change of the actions".to_owned(), Some("actions")),
        _ => (format!("change of the {}", word(new)), None),
    }
}

/// What the menus call a part.
pub(super) fn word(content: &PartContent) -> &'static str {
    match content {
        PartContent::Prose(_) => "text",
        PartContent::Resolution(_) => "resolution",
        PartContent::Motion(_) => "motion",
        PartContent::Vote(_) => "vote",
        PartContent::Table(_) => "table",
        PartContent::Note(_) => "note",
        PartContent::Petition(_) => "petition",
        PartContent::Question(_) => "question",
        PartContent::CallIn(_) => "call-in",
        PartContent::Actions(_) => "actions",
    }
}

/// The plan that changes the content of a part, where it is of the kind that `change` wants.
fn with_content(minutes: &Minutes, id: Id, label: &str, change: impl FnOnce(&mut PartContent) -> bool) -> Planned {
    let (item, part) = find(minutes, id)?;
    let at = place(&item.parts, id, |part| part.id)?;
    let mut value = part.clone();
    if !change(&mut value.content) {
        return Err(Refusal::Edit(EditError::NoSuchNode(id)));
    }
    Ok(Plan::new(parts(item.id, ListEdit::Set { at, value }), label).at_node_of(item.id, id))
}

fn focusing(plan: Plan, focus: Focus) -> Plan {
    Plan { go: plan.go.map(|(selection, _)| (selection, Some(focus))), ..plan }
}

fn find(minutes: &Minutes, id: Id) -> Result<(&Item, &Part), Refusal> {
    minutes.part(id).ok_or(Refusal::Edit(EditError::NoSuchNode(id)))
}

fn find_item(minutes: &Minutes, id: Id) -> Result<&Item, Refusal> {
    minutes.item(id).ok_or(Refusal::Edit(EditError::NoSuchNode(id)))
}

fn parts(item: Id, edit: ListEdit<Part>) -> Edit {
    Edit::Business(BusinessEdit::Parts { item, edit })
}
