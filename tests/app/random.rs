//! Random commands on random minutes: whatever a form asks for, undoing all of it restores the document, every document on
//! the way can be written and read again, and nothing panics.

use crate::{arbitrary, ports::Desk};
use minutebook::{
    app::{
        Action, AttendanceChange, BusinessChange, Change, Command, FileCommand, PartChange, Selection, TABLE,
        come_backs,
    },
    format,
    model::*,
};
use proptest::{collection::vec, prelude::*};

/// A command, chosen by two numbers among all that the minutes offer.
fn command(minutes: &Minutes, donor: &Minutes, kind: u8, pick: usize) -> Command {
    let visits = minutes.items();
    let item = visits.get(pick % visits.len().max(1)).map(|visit| visit.item);
    let section = minutes.business.get(pick % minutes.business.len().max(1));
    let people: Vec<&Person> = minutes.attendance.people().collect();
    let person = people.get(pick % people.len().max(1));
    let group = minutes.attendance.groups.get(pick % minutes.attendance.groups.len().max(1));
    let donors = donor.items();
    let new_item = donors.get(pick % donors.len().max(1)).map(|visit| visit.item.clone()).unwrap_or_default();
    let part = item.and_then(|item| item.parts.get(pick % item.parts.len().max(1)));
    let business = |change| Command::Change(Change::Business(change));
    let attendance = |change| Command::Change(Change::Attendance(change));
    let action = |number: usize| Command::Do(TABLE[number % TABLE.len()].action);
    match (kind % 16, item, person, group, section, part) {
        (0, Some(item), ..) => Command::Select(Selection::Item(item.id)),
        (1, Some(item), ..) => business(BusinessChange::RemoveItem(item.id)),
        (2, .., Some(section), _) => {
            business(BusinessChange::AddItem { of: section.id, at: pick % 5, item: Box::new(new_item) })
        }
        (3, Some(item), .., Some(section), _) => {
            business(BusinessChange::MoveItem { item: item.id, of: section.id, to: pick % 5 })
        }
        (4, Some(item), ..) => business(BusinessChange::SetItem(Box::new(Item { id: item.id, ..new_item }))),
        (5, _, Some(person), ..) => attendance(AttendanceChange::RemovePerson(person.id)),
        (6, _, Some(person), Some(group), ..) => {
            attendance(AttendanceChange::MovePerson { person: person.id, group: group.id, to: pick % 7 })
        }
        (7, .., Some(group), _, _) => attendance(AttendanceChange::RemoveGroup(group.id)),
        (8, Some(item), ..) => match new_item.parts.into_iter().next() {
            Some(part) => {
                Command::Change(Change::Part(PartChange::Add { item: item.id, at: 0, content: part.content }))
            }
            None => action(pick),
        },
        (9, .., Some(part)) => Command::Change(Change::Part(PartChange::Remove(part.id))),
        (10, .., Some(part)) => {
            let text = vec![Paragraph::plain("Words"), Paragraph::plain(pick.to_string())];
            Command::Change(Change::Prose { at: ProseAt::Part(part.id), text })
        }
        (11, .., Some(section), _) => business(BusinessChange::RemoveSection(section.id)),
        (12, ..) => Command::Change(Change::Previous(Box::new(donor.previous.clone()))),
        (13, ..) => Command::Change(Change::Meeting(Box::new(donor.meeting.clone()))),
        _ => action(pick),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_restores_the_document(
        minutes in arbitrary::minutes(), donor in arbitrary::minutes(), steps in vec((any::<u8>(), any::<usize>()), 1..24),
    ) {
        let original = Minutes { record: Record { signed: None, ..minutes.record.clone() }, ..minutes };
        let mut desk = Desk::new();
        let path = desk.path("a.minutes.ron");
        std::fs::write(&path, format::write(&original)).expect("it can be written");
        desk.run(Command::File(FileCommand::Open(path)));
        prop_assert_eq!(desk.minutes(), &original);
        for (kind, pick) in steps {
            let command = command(desk.minutes(), &donor, kind, pick);
            if matches!(command, Command::Do(Action::New | Action::CloseDraft | Action::Quit)) {
                continue;
            }
            desk.run(command.clone());
            desk.run(Command::Answer(None));
            let text = format::write(desk.minutes());
            let read = format::read(text.as_bytes());
            let read = read.map_err(|error| TestCaseError::fail(format!("after {command:?}: {error}")))?;
            prop_assert_eq!(&read, desk.minutes());
            let draft = desk.app.state().draft.as_ref().expect("a draft is open");
            prop_assert_eq!(draft.come_backs, come_backs(desk.minutes()).len(), "after {:?}", command);
            desk.clock.pass(400);
        }
        while desk.app.state().available(Action::Undo).is_ok() {
            desk.act(Action::Undo);
        }
        prop_assert_eq!(desk.minutes(), &original);
        while desk.app.state().available(Action::Redo).is_ok() {
            desk.act(Action::Redo);
        }
        prop_assert!(format::read(format::write(desk.minutes()).as_bytes()).is_ok());
    }
}
