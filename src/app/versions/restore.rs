use crate::{
    edit::{AttendanceEdit, BusinessEdit, Edit, ListEdit},
    model::{Minutes, ProseAt, Record},
};

/// The edit that turns the present minutes into those of an earlier version; none where they are that already.
///
/// A signature is not restored: it was put under minutes that could no longer be changed, and is given to these by nothing but
/// signing them.
pub(in crate::app) fn restoring(present: &Minutes, version: &Minutes) -> Option<Edit> {
    let Minutes { house, meeting, numbering, attendance, declarations, previous, business, closing, record } = version;
    let mut edits = Vec::new();
    if *house != present.house {
        edits.push(Edit::House(Box::new(house.clone())));
    }
    if *meeting != present.meeting {
        edits.push(Edit::Meeting(Box::new(meeting.clone())));
    }
    if *numbering != present.numbering {
        edits.push(Edit::Numbering(numbering.clone()));
    }
    let attends = |edit| Edit::Attendance(edit);
    edits.extend(list(&present.attendance.groups, &attendance.groups).map(AttendanceEdit::Groups).map(attends));
    let (public, quorum) = (attendance.public, attendance.quorum);
    if (public, quorum) != (present.attendance.public, present.attendance.quorum) {
        edits.push(attends(AttendanceEdit::Figures { public, quorum }));
    }
    let movements = list(&present.attendance.movements, &attendance.movements);
    edits.extend(movements.map(AttendanceEdit::Movements).map(attends));
    edits.extend(list(&present.attendance.chairs, &attendance.chairs).map(AttendanceEdit::Chairs).map(attends));
    edits.extend(list(&present.declarations.entries, &declarations.entries).map(Edit::Declarations));
    if declarations.nil_wording != present.declarations.nil_wording {
        edits.push(Edit::NilDeclarations(declarations.nil_wording.clone()));
    }
    if declarations.dispensations != present.declarations.dispensations {
        edits.push(Edit::Prose {
            at: ProseAt::Dispensations,
            from: 0,
            remove: present.declarations.dispensations.len(),
            insert: declarations.dispensations.clone(),
        });
    }
    if *previous != present.previous {
        edits.push(Edit::Previous(Box::new(previous.clone())));
    }
    edits.extend(list(&present.business, business).map(BusinessEdit::Sections).map(Edit::Business));
    if *closing != present.closing {
        edits.push(Edit::Closing(Box::new(closing.clone())));
    }
    let record = Record { signed: None, digest: None, ..record.clone() };
    if record != present.record {
        edits.push(Edit::Record(Box::new(record)));
    }
    (!edits.is_empty()).then_some(Edit::Several(edits))
}

/// The edits that bring one list to another: entries that are the same at the beginning and at the end stay untouched.
fn list<T: Clone + PartialEq>(present: &[T], wanted: &[T]) -> impl Iterator<Item = ListEdit<T>> {
    let same = |(one, other): &(&T, &T)| one == other;
    let first = present.iter().zip(wanted).take_while(same).count();
    let rest = present.len().min(wanted.len()) - first;
    let last = present.iter().rev().zip(wanted.iter().rev()).take(rest).take_while(same).count();
    let (until, wanted_until) = (present.len() - last, wanted.len() - last);
    let removed = (first..until).rev().map(|at| ListEdit::Remove { at });
    let inserted = wanted.get(first..wanted_until).unwrap_or_default().iter().enumerate();
    let inserted = inserted.map(move |(at, value)| ListEdit::Insert { at: first + at, value: value.clone() });
    removed.chain(inserted).collect::<Vec<_>>().into_iter()
}
