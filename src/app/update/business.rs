use super::fields::{describe, differing};
use crate::{
    app::{BusinessChange, Plan, Planned, Refusal, Selection, fresh::Fresh, name_of, place, references::without_items},
    edit::{BusinessEdit, Edit, EditError, ListEdit},
    model::{Id, Item, Minutes, Section},
};

pub(super) fn change(change: BusinessChange, minutes: &Minutes, fresh: &mut Fresh<'_>) -> Planned {
    match change {
        BusinessChange::AddSection(mut section) => {
            fresh.section(&mut section);
            let id = section.id;
            let at = minutes.business.len();
            Ok(sections(ListEdit::Insert { at, value: section }, "add section").going(Selection::Section(id), None))
        }
        BusinessChange::SetSection { section, kind, heading } => {
            let at = place(&minutes.business, section, |section| section.id)?;
            let typed = minutes.business[at].kind == kind;
            let plan =
                Plan::new(Edit::Business(BusinessEdit::SectionHead { section, kind, heading }), "change of a section");
            Ok(if typed { plan.merging(("section", section)) } else { plan })
        }
        BusinessChange::RemoveSection(id) => remove_section(minutes, id),
        BusinessChange::AddItem { of, at, mut item } => {
            fresh.item(&mut item);
            let id = item.id;
            let at = at.min(items_of(minutes, of)?.len());
            let plan = Plan::new(items(of, ListEdit::Insert { at, value: *item }), "add item");
            Ok(plan.going(Selection::Item(id), None))
        }
        BusinessChange::SetItem(item) => set_item(minutes, item),
        BusinessChange::RemoveItem(id) => remove_item(minutes, id),
        BusinessChange::MoveItem { item, of, to } => move_item(minutes, item, of, to, "move item"),
    }
}

fn remove_section(minutes: &Minutes, id: Id) -> Planned {
    let at = place(&minutes.business, id, |section| section.id)?;
    let gone: Vec<Id> =
        minutes.items().iter().filter(|visit| visit.section.id == id).map(|visit| visit.item.id).collect();
    let mut edits = without_items(minutes, &gone);
    edits.push(Edit::Business(BusinessEdit::Sections(ListEdit::Remove { at })));
    Ok(Plan::new(Edit::Several(edits), "remove section").going(Selection::Meeting, None))
}

fn set_item(minutes: &Minutes, item: Box<Item>) -> Planned {
    let old = find(minutes, item.id)?;
    let fields = differing!(old, item, {
        chosen role: "what the item does",
        typed agenda: "the agenda number",
        typed number: "the number",
        typed reference: "the reference",
        chosen language: "the language",
        typed title: "the title",
        chosen privacy: "who may see the item",
        typed public_version: "the public version",
        chosen out_of_turn: "the order of business",
        chosen deferred: "whether the item was deferred",
        chosen budget: "whether the item sets the budget",
        chosen invitees: "who attended for the item",
        typed origin: "where the item came from",
        typed notes: "the rough notes",
    });
    let (label, merge) = describe(&fields, "the item");
    let id = item.id;
    let label = match merge {
        Some(_) => format!(
            "{} of {}",
            label.trim_start_matches("change of the ").trim_start_matches("change of "),
            name_of(minutes, old)
        ),
        None => label,
    };
    let head = Item { parts: Vec::new(), items: Vec::new(), frozen: old.frozen, ..*item };
    let plan = Plan::new(Edit::Business(BusinessEdit::ItemHead(Box::new(head))), label);
    Ok(match merge {
        Some(field) => plan.merging(("item", id, field)),
        None => plan,
    })
}

fn remove_item(minutes: &Minutes, id: Id) -> Planned {
    let (holder, at) = holder(minutes, id)?;
    let item = find(minutes, id)?;
    let mut gone = Vec::new();
    collect(item, &mut gone);
    let mut edits = without_items(minutes, &gone);
    edits.push(items(holder, ListEdit::Remove { at }));
    let label = format!("remove {}", name_of(minutes, item));
    let next = neighbour(minutes, holder, at);
    Ok(Plan::new(Edit::Several(edits), label).going(next, None))
}

/// What is shown once an item is gone: the one that comes into its place, or else the one before it, or what held it.
fn neighbour(minutes: &Minutes, holder: Id, at: usize) -> Selection {
    let beside = items_of(minutes, holder).unwrap_or(&[]);
    let behind = beside.get(at + 1);
    let before = at.checked_sub(1).and_then(|at| beside.get(at));
    match behind.or(before) {
        Some(item) => Selection::Item(item.id),
        None if minutes.business.iter().any(|section| section.id == holder) => Selection::Section(holder),
        None => Selection::Item(holder),
    }
}

pub(super) fn move_item(minutes: &Minutes, id: Id, of: Id, to: usize, label: &str) -> Planned {
    let (from_holder, from) = holder(minutes, id)?;
    let item = find(minutes, id)?;
    let mut within = Vec::new();
    collect(item, &mut within);
    if within.contains(&of) {
        return Err(Refusal::Because("An item cannot be moved into itself."));
    }
    let beside = items_of(minutes, of)?.len();
    let edit = if from_holder == of {
        items(of, ListEdit::Move { from, to: to.min(beside.saturating_sub(1)) })
    } else {
        let out = items(from_holder, ListEdit::Remove { at: from });
        let value = item.clone();
        Edit::Several(vec![out, items(of, ListEdit::Insert { at: to.min(beside), value })])
    };
    Ok(Plan::new(edit, label).going(Selection::Item(id), None))
}

fn collect(item: &Item, out: &mut Vec<Id>) {
    out.push(item.id);
    item.items.iter().for_each(|sub| collect(sub, out));
}

pub(super) fn find(minutes: &Minutes, id: Id) -> Result<&Item, Refusal> {
    minutes.item(id).ok_or(Refusal::Edit(EditError::NoSuchNode(id)))
}

/// What holds an item, and its place there.
pub(super) fn holder(minutes: &Minutes, id: Id) -> Result<(Id, usize), Refusal> {
    fn within(holder: Id, items: &[Item], id: Id) -> Option<(Id, usize)> {
        match items.iter().position(|item| item.id == id) {
            Some(at) => Some((holder, at)),
            None => items.iter().find_map(|item| within(item.id, &item.items, id)),
        }
    }
    let mut sections = minutes.business.iter();
    sections.find_map(|section| within(section.id, &section.items, id)).ok_or(Refusal::Edit(EditError::NoSuchNode(id)))
}

pub(super) fn items_of(minutes: &Minutes, id: Id) -> Result<&[Item], Refusal> {
    match minutes.business.iter().find(|section| section.id == id) {
        Some(section) => Ok(&section.items),
        None => find(minutes, id).map(|item| item.items.as_slice()),
    }
}

fn items(of: Id, edit: ListEdit<Item>) -> Edit {
    Edit::Business(BusinessEdit::Items { of, edit: Box::new(edit) })
}

fn sections(edit: ListEdit<Section>, label: &str) -> Plan {
    Plan::new(Edit::Business(BusinessEdit::Sections(edit)), label)
}

/// What the menu calls an item.
pub(super) fn name_of_item(minutes: &Minutes, item: &Item) -> String {
    name_of(minutes, item)
}
