use super::fields::{describe, differing};
use crate::{
    app::{
        AttendanceChange, Focus, Plan, Planned, Refusal, Selection,
        fresh::Fresh,
        place,
        references::{name_instead, without_moment},
    },
    edit::{AttendanceEdit, Edit, EditError, ListEdit},
    model::{Chairing, Group, Id, MembershipClass, Minutes, Movement, Person},
};

pub(super) fn change(change: AttendanceChange, minutes: &Minutes, fresh: &mut Fresh<'_>) -> Planned {
    let attendance = &minutes.attendance;
    match change {
        AttendanceChange::AddGroup(mut group) => {
            fresh.group(&mut group);
            let id = group.id;
            let at = attendance.groups.len();
            Ok(going(groups(ListEdit::Insert { at, value: group }, "add group"), id))
        }
        AttendanceChange::SetGroup { group, label, class, layout } => {
            let old = find_group(minutes, group)?;
            let typed = old.label != label;
            let edit = Edit::Attendance(AttendanceEdit::GroupHead { group, label, class, layout });
            let plan = Plan::new(edit, "change of the group");
            Ok(if typed { plan.merging(("group", group)) } else { plan })
        }
        AttendanceChange::RemoveGroup(id) => remove_group(minutes, id),
        AttendanceChange::MoveGroup(id, to) => {
            let from = place(&attendance.groups, id, |group| group.id)?;
            let to = to.min(attendance.groups.len().saturating_sub(1));
            Ok(going(groups(ListEdit::Move { from, to }, "move group"), id))
        }
        AttendanceChange::AddPerson { group, mut person } => {
            person.id = fresh.id();
            let id = person.id;
            let at = find_group(minutes, group)?.people.len();
            Ok(going(people(group, ListEdit::Insert { at, value: *person }, "add person"), id))
        }
        AttendanceChange::AddNewcomer(mut person) => {
            person.id = fresh.id();
            Ok(add_newcomer(minutes, *person, fresh))
        }
        AttendanceChange::SetPerson(person) => set_person(minutes, *person),
        AttendanceChange::RemovePerson(id) => remove_person(minutes, id),
        AttendanceChange::MovePerson { person, group, to } => move_person(minutes, person, group, to),
        AttendanceChange::Public(public) => {
            Ok(figures(public, attendance.quorum, "change of the number of the public").merging("public"))
        }
        AttendanceChange::Quorum(quorum) => {
            Ok(figures(attendance.public, quorum, "change of the quorum").merging("quorum"))
        }
        AttendanceChange::AddMovement(mut movement) => {
            movement.id = fresh.id();
            let (id, at) = (movement.id, attendance.movements.len());
            Ok(going(movements(ListEdit::Insert { at, value: movement }, "add arrival or departure"), id))
        }
        AttendanceChange::SetMovement(movement) => {
            let at = place(&attendance.movements, movement.id, |movement| movement.id)?;
            let id = movement.id;
            let typed = typed_movement(&attendance.movements[at], &movement);
            let plan = movements(ListEdit::Set { at, value: movement }, "change of an arrival or departure");
            Ok(if typed { plan.merging(("movement", id)) } else { plan })
        }
        AttendanceChange::RemoveMovement(id) => {
            let at = place(&attendance.movements, id, |movement| movement.id)?;
            let edit = Edit::Attendance(AttendanceEdit::Movements(ListEdit::Remove { at }));
            Ok(Plan::new(with(without_moment(minutes, id), edit), "remove arrival or departure"))
        }
        AttendanceChange::AddChairing(mut chairing) => {
            chairing.id = fresh.id();
            let (id, at) = (chairing.id, attendance.chairs.len());
            Ok(going(chairs(ListEdit::Insert { at, value: chairing }, "add time in the chair"), id))
        }
        AttendanceChange::SetChairing(chairing) => {
            let at = place(&attendance.chairs, chairing.id, |chairing| chairing.id)?;
            let id = chairing.id;
            let typed = attendance.chairs[at].reason != chairing.reason;
            let plan = chairs(ListEdit::Set { at, value: chairing }, "change of a time in the chair");
            Ok(if typed { plan.merging(("chairing", id)) } else { plan })
        }
        AttendanceChange::RemoveChairing(id) => {
            let at = place(&attendance.chairs, id, |chairing| chairing.id)?;
            let edit = Edit::Attendance(AttendanceEdit::Chairs(ListEdit::Remove { at }));
            Ok(Plan::new(with(without_moment(minutes, id), edit), "remove time in the chair"))
        }
    }
}

/// Those who go with the group stay named where the minutes name them.
fn remove_group(minutes: &Minutes, id: Id) -> Planned {
    let at = place(&minutes.attendance.groups, id, |group| group.id)?;
    let gone: Vec<Id> = minutes.attendance.groups[at].people.iter().map(|person| person.id).collect();
    let mut edits = name_instead(minutes, &gone);
    edits.push(Edit::Attendance(AttendanceEdit::Groups(ListEdit::Remove { at })));
    Ok(Plan::new(Edit::Several(edits), "remove group"))
}

fn add_newcomer(minutes: &Minutes, person: Person, fresh: &mut Fresh<'_>) -> Plan {
    let label = format!("adding {} to the attendance", person.titled_name());
    let listed = &minutes.attendance.groups;
    if let Some(group) = listed.iter().find(|group| group.class == person.class) {
        return people(group.id, ListEdit::Insert { at: group.people.len(), value: person }, label);
    }
    let named = match person.class {
        MembershipClass::Member => "Members",
        MembershipClass::CoOpted => "Co-opted members",
        MembershipClass::Councillor => "Other Members",
        MembershipClass::Officer => "Employees",
        MembershipClass::Other => "In attendance",
    };
    let class = person.class;
    let group = Group { id: fresh.id(), label: named.to_owned(), class, people: vec![person], ..Group::default() };
    groups(ListEdit::Insert { at: listed.len(), value: group }, &label)
}

fn set_person(minutes: &Minutes, person: Person) -> Planned {
    let (group, at) = find_person(minutes, person.id)?;
    let fields = differing!(group.people[at], person, {
        typed title: "a title",
        typed given: "initials or forenames",
        typed surname: "a surname",
        typed honours: "letters behind a name",
        typed role: "an office",
        typed remark: "a remark",
        typed organisation: "an organisation",
        typed post: "a post",
        typed ward: "a ward",
        typed initials: "letters of a name",
        chosen class: "a membership",
        typed state: "who attended",
        chosen substitute_for: "a substitute",
        chosen remote: "who attended remotely",
        typed entitlement: "on what a person may vote",
    });
    let (label, merge) = describe(&fields, "a person");
    let id = person.id;
    let plan = people(group.id, ListEdit::Set { at, value: person }, label);
    Ok(match merge {
        Some(field) => plan.merging(("person", id, field)),
        None => plan,
    })
}

/// The person stays named where the minutes name them.
fn remove_person(minutes: &Minutes, id: Id) -> Planned {
    let (group, at) = find_person(minutes, id)?;
    let mut edits = name_instead(minutes, &[id]);
    edits.push(person_edit(group.id, ListEdit::Remove { at }));
    Ok(Plan::new(Edit::Several(edits), "remove person"))
}

fn move_person(minutes: &Minutes, id: Id, to_group: Id, to: usize) -> Planned {
    let (from_group, from) = find_person(minutes, id)?;
    let target = find_group(minutes, to_group)?;
    let edit = if from_group.id == to_group {
        person_edit(to_group, ListEdit::Move { from, to: to.min(target.people.len().saturating_sub(1)) })
    } else {
        let value = from_group.people[from].clone();
        let out = person_edit(from_group.id, ListEdit::Remove { at: from });
        let at = to.min(target.people.len());
        Edit::Several(vec![out, person_edit(to_group, ListEdit::Insert { at, value })])
    };
    Ok(going(Plan::new(edit, "move person"), id))
}

fn find_group(minutes: &Minutes, id: Id) -> Result<&Group, Refusal> {
    let groups = &minutes.attendance.groups;
    Ok(&groups[place(groups, id, |group| group.id)?])
}

pub(super) fn find_person(minutes: &Minutes, id: Id) -> Result<(&Group, usize), Refusal> {
    let groups = minutes.attendance.groups.iter();
    groups
        .filter_map(|group| group.people.iter().position(|person| person.id == id).map(|at| (group, at)))
        .next()
        .ok_or(Refusal::Edit(EditError::NoSuchNode(id)))
}

fn typed_movement(old: &Movement, new: &Movement) -> bool {
    old.remark != new.remark || old.time != new.time
}

fn going(plan: Plan, node: Id) -> Plan {
    plan.going(Selection::Attendance, Some(Focus::Node(node)))
}

fn with(mut before: Vec<Edit>, edit: Edit) -> Edit {
    before.push(edit);
    Edit::Several(before)
}

fn groups(edit: ListEdit<Group>, label: &str) -> Plan {
    Plan::new(Edit::Attendance(AttendanceEdit::Groups(edit)), label)
}

fn people(group: Id, edit: ListEdit<Person>, label: impl Into<String>) -> Plan {
    Plan::new(person_edit(group, edit), label)
}

fn person_edit(group: Id, edit: ListEdit<Person>) -> Edit {
    Edit::Attendance(AttendanceEdit::People { group, edit: Box::new(edit) })
}

fn figures(public: Option<u32>, quorum: Option<u32>, label: &str) -> Plan {
    Plan::new(Edit::Attendance(AttendanceEdit::Figures { public, quorum }), label)
}

fn movements(edit: ListEdit<Movement>, label: &str) -> Plan {
    Plan::new(Edit::Attendance(AttendanceEdit::Movements(edit)), label)
}

fn chairs(edit: ListEdit<Chairing>, label: &str) -> Plan {
    Plan::new(Edit::Attendance(AttendanceEdit::Chairs(edit)), label)
}
