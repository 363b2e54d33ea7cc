//! A change that reaches many places of the draft, as the edits that make it.

use crate::{
    edit::{AttendanceEdit, BusinessEdit, Edit, ListEdit},
    model::{Id, Item, Minutes},
};

/// The edits that bring the minutes to what `change` makes of them. It may change nodes, but add, move and remove none.
pub(super) fn rewrite(minutes: &Minutes, change: impl FnOnce(&mut Minutes)) -> Vec<Edit> {
    let mut new = minutes.clone();
    change(&mut new);
    let mut edits = Vec::new();
    if new.house != minutes.house {
        edits.push(Edit::House(Box::new(new.house)));
    }
    if new.meeting != minutes.meeting {
        edits.push(Edit::Meeting(Box::new(new.meeting)));
    }
    for (group, old) in new.attendance.groups.into_iter().zip(&minutes.attendance.groups) {
        edits.extend(
            entries(&old.people, group.people)
                .map(|edit| Edit::Attendance(AttendanceEdit::People { group: old.id, edit: Box::new(edit) })),
        );
    }
    let movements = entries(&minutes.attendance.movements, new.attendance.movements);
    edits.extend(movements.map(|edit| Edit::Attendance(AttendanceEdit::Movements(edit))));
    let chairs = entries(&minutes.attendance.chairs, new.attendance.chairs);
    edits.extend(chairs.map(|edit| Edit::Attendance(AttendanceEdit::Chairs(edit))));
    edits.extend(entries(&minutes.declarations.entries, new.declarations.entries).map(Edit::Declarations));
    if new.declarations.nil_wording != minutes.declarations.nil_wording {
        edits.push(Edit::NilDeclarations(new.declarations.nil_wording));
    }
    if new.declarations.dispensations != minutes.declarations.dispensations {
        edits.push(Edit::Prose {
            at: crate::model::ProseAt::Dispensations,
            from: 0,
            remove: minutes.declarations.dispensations.len(),
            insert: new.declarations.dispensations,
        });
    }
    if new.previous != minutes.previous {
        edits.push(Edit::Previous(Box::new(new.previous)));
    }
    for (section, old) in new.business.into_iter().zip(&minutes.business) {
        if section.heading != old.heading || section.kind != old.kind {
            let (kind, heading) = (section.kind, section.heading);
            edits.push(Edit::Business(BusinessEdit::SectionHead { section: old.id, kind, heading }));
        }
        items(&old.items, section.items, &mut edits);
    }
    if new.closing != minutes.closing {
        edits.push(Edit::Closing(Box::new(new.closing)));
    }
    edits
}

fn items(old: &[Item], new: Vec<Item>, edits: &mut Vec<Edit>) {
    for (old, mut new) in old.iter().zip(new) {
        if *old == new {
            continue;
        }
        let id: Id = old.id;
        let parts = entries(&old.parts, std::mem::take(&mut new.parts));
        edits.extend(parts.map(|edit| Edit::Business(BusinessEdit::Parts { item: id, edit })));
        items(&old.items, std::mem::take(&mut new.items), edits);
        let head = Item { parts: Vec::new(), items: Vec::new(), ..old.clone() };
        if head != new {
            edits.push(Edit::Business(BusinessEdit::ItemHead(Box::new(new))));
        }
    }
}

/// The edits that bring the entries of one list to those of another of the same length.
fn entries<T: PartialEq>(old: &[T], new: Vec<T>) -> impl Iterator<Item = ListEdit<T>> + use<T> {
    let changed: Vec<_> = new.into_iter().enumerate().filter(|(at, value)| old.get(*at) != Some(value)).collect();
    changed.into_iter().map(|(at, value)| ListEdit::Set { at, value })
}
