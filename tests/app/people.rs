//! Whoever is removed from the attendance stays named where the minutes name them.

use crate::ports::Desk;
use minutebook::{
    app::{AttendanceChange, Change, Command, FileCommand, PartChange},
    model::*,
};

fn attendance(desk: &mut Desk, change: AttendanceChange) {
    desk.run(Command::Change(Change::Attendance(change)));
}

#[test]
fn references_to_a_person_become_the_name_in_the_same_step() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let person = desk.minutes().attendance.groups[0].people[2].clone();
    let (id, who) = (person.id, Who::Person(person.id));
    let item = desk.minutes().items()[3].item.id;
    let mention = |form| Inline::Person(Mention { person: id, form, look: Look::default() });
    let text = vec![Paragraph {
        text: vec![
            mention(NameForm::Titled),
            Inline::plain(" spoke; "),
            mention(NameForm::Surname),
            Inline::plain("."),
        ],
        ..Paragraph::default()
    }];
    let named = Tally::Named {
        in_favour: vec![who.clone()],
        against: Vec::new(),
        abstained: Vec::new(),
        not_voting: Vec::new(),
    };
    let resolution = Resolution {
        text,
        movers: Movers { mover: Some(who.clone()), seconder: None, supporters: vec![who.clone()] },
        vote: Some(Vote { tally: named, ..Vote::default() }),
        actions: vec![Action { owner: Some(who.clone()), ..Action::default() }],
        ..Resolution::default()
    };
    let content = PartContent::Resolution(Box::new(resolution));
    desk.run(Command::Change(Change::Part(PartChange::Add { item, at: 0, content })));
    let movement = Movement {
        id: Id::NONE,
        who: who.clone(),
        kind: MovementKind::Left,
        time: Time::new(15, 0),
        approximate: false,
        item: None,
        remark: None,
    };
    attendance(&mut desk, AttendanceChange::AddMovement(movement));
    let before = desk.minutes().clone();

    attendance(&mut desk, AttendanceChange::RemovePerson(id));
    let name = Who::Named(person.titled_name());
    let minutes = desk.minutes();
    assert!(minutes.attendance.person(id).is_none());
    assert!(!format!("{minutes:?}").contains(&format!("Person({id:?})")), "nothing points at who is gone");
    assert_eq!(minutes.attendance.movements[0].who, name);
    let PartContent::Resolution(resolution) = &minutes.item(item).expect("it is there").parts[0].content else {
        panic!("it is a resolution")
    };
    assert_eq!(resolution.movers.mover.as_ref(), Some(&name));
    assert_eq!(resolution.actions[0].owner.as_ref(), Some(&name));
    let words: String = resolution.text[0]
        .text
        .iter()
        .map(|inline| match inline {
            Inline::Text(run) => run.text.as_str(),
            _ => "?",
        })
        .collect();
    assert_eq!(words, format!("{} spoke; {}.", person.titled_name(), person.surname));

    desk.act(minutebook::app::Action::Undo);
    assert_eq!(desk.minutes(), &before, "one step brings all of it back");
}

#[test]
fn removing_a_movement_takes_its_mark_out_of_the_text() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let who = Who::Person(desk.minutes().attendance.groups[0].people[1].id);
    let movement = Movement {
        id: Id::NONE,
        who,
        kind: MovementKind::Arrived,
        time: None,
        approximate: false,
        item: None,
        remark: None,
    };
    attendance(&mut desk, AttendanceChange::AddMovement(movement));
    let id = desk.minutes().attendance.movements[0].id;
    let text = vec![Paragraph { text: vec![Inline::plain("Then"), Inline::Moment(id)], ..Paragraph::default() }];
    desk.run(Command::Change(Change::Prose { at: ProseAt::ClosingRemarks, text }));
    attendance(&mut desk, AttendanceChange::RemoveMovement(id));
    assert_eq!(desk.minutes().closing.remarks[0].text, [Inline::plain("Then")]);
}

#[test]
fn people_move_between_groups_and_keep_who_they_are() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let before = desk.minutes().attendance.clone();
    let person = before.groups[0].people[1].clone();
    let group = before.groups[1].id;
    attendance(&mut desk, AttendanceChange::MovePerson { person: person.id, group, to: 99 });
    assert_eq!(desk.minutes().attendance.groups[1].people.last(), Some(&person));
    assert_eq!(desk.minutes().attendance.people().count(), before.people().count());
    desk.act(minutebook::app::Action::Undo);
    assert_eq!(desk.minutes().attendance, before);
}
