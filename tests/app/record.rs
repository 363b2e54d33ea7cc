//! The way from draft to signature: numbers freeze, steps go back, signed minutes are only read, and a new revision leaves
//! them as they are.

use crate::{
    files::{begin, change},
    ports::Desk,
};
use minutebook::{
    app::{Action, Answer, Command, Dialog, Effect, FileCommand, Selection, ToastKind},
    model::{NumberRule, State, numbers},
    store,
};

const DAY: jiff::civil::Date = jiff::civil::date(2024, 11, 1);

fn step(desk: &mut Desk, action: Action) {
    desk.act(action);
    assert!(matches!(desk.app.state().dialog, Some(Dialog::Step { .. })), "{action:?} asks for day and name");
    desk.run(Command::Answer(Some(Answer::Step { on: DAY, by: "J Hale".to_owned() })));
}

fn values(desk: &Desk) -> Vec<Option<u32>> {
    let numbers = numbers::number(desk.minutes());
    desk.minutes().items().iter().map(|visit| numbers.of(visit.item.id).map(|number| number.value)).collect()
}

fn state(desk: &Desk) -> State {
    desk.minutes().record.state()
}

#[test]
fn circulation_freezes_the_numbers_and_taking_it_back_frees_them() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let before = values(&desk);
    step(&mut desk, Action::Circulate);
    assert_eq!(state(&desk), State::Circulated);
    let second = desk.minutes().items()[1].item.clone();
    desk.run(Command::Select(Selection::Item(second.id)));
    desk.act(Action::RemoveItem);
    let mut expected = before.clone();
    expected.remove(1);
    assert_eq!(values(&desk), expected, "those behind keep the numbers that members know");
    desk.act(Action::StepBack);
    assert_eq!(state(&desk), State::Draft);
    assert!(desk.minutes().items().iter().all(|visit| visit.item.frozen.is_none()));
    assert_eq!(values(&desk), before[..before.len() - 1]);
    for _ in 0..3 {
        desk.act(Action::Undo);
    }
    assert_eq!((state(&desk), values(&desk)), (State::Draft, before));
}

#[test]
fn sub_items_keep_their_numbers_too() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let item = desk.minutes().items()[2].item.id;
    for _ in 0..3 {
        desk.run(Command::Select(Selection::Item(item)));
        desk.act(Action::AddSubItem);
    }
    let subs: Vec<_> = desk.minutes().item(item).expect("it is there").items.iter().map(|sub| sub.id).collect();
    step(&mut desk, Action::Circulate);
    desk.run(Command::Select(Selection::Item(subs[0])));
    desk.act(Action::RemoveItem);
    let numbers = numbers::number(desk.minutes());
    assert_eq!(numbers.of(subs[1]).map(|number| number.path.clone()), Some(vec![2]));
    assert_eq!(numbers.of(subs[2]).map(|number| number.path.clone()), Some(vec![3]));
}

#[test]
fn steps_are_taken_in_order_and_bear_day_and_name() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    for too_early in [Action::Approve, Action::Sign, Action::StepBack, Action::NewRevision] {
        desk.act(too_early);
        assert!(desk.app.state().dialog.is_none());
        assert_eq!(desk.last_toast().map(|(kind, _)| kind), Some(ToastKind::Failed), "{too_early:?} says why not");
    }
    desk.act(Action::Circulate);
    for (on, by) in [(DAY, " "), (jiff::civil::date(1999, 1, 1), "J Hale")] {
        desk.run(Command::Answer(Some(Answer::Step { on, by: by.to_owned() })));
        assert!(desk.app.state().dialog.is_some(), "it asks again");
        assert_eq!(state(&desk), State::Draft);
    }
    desk.run(Command::Answer(Some(Answer::Step { on: DAY, by: "J Hale".to_owned() })));
    step(&mut desk, Action::Approve);
    let record = &desk.minutes().record;
    assert_eq!(record.approved.as_ref().map(|approved| (approved.on, approved.by.as_str())), Some((DAY, "J Hale")));
    desk.act(Action::Undo);
    assert_eq!(state(&desk), State::Circulated, "undoable until it is signed");
}

fn signed() -> Desk {
    let mut desk = Desk::new();
    begin(&mut desk);
    for action in [Action::Circulate, Action::Approve, Action::Sign] {
        step(&mut desk, action);
    }
    let path = desk.path("board.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    desk
}

#[test]
fn signed_minutes_are_only_read_and_it_is_said_how_to_go_on() {
    let mut desk = signed();
    let before = desk.minutes().clone();
    change(&mut desk, "Another end.");
    let (kind, message) = desk.last_toast().expect("a message");
    assert_eq!(kind, ToastKind::Failed);
    assert!(message.contains("new revision"), "{message}");
    for action in [Action::Undo, Action::AddItem, Action::StepBack] {
        desk.act(action);
    }
    assert_eq!(desk.minutes(), &before);
}

#[test]
fn a_new_revision_keeps_the_numbers_and_never_touches_the_signed_file() {
    let mut desk = signed();
    let file = desk.path("board.minutes.ron");
    let bytes = std::fs::read(&file).expect("it was written");
    let numbers = values(&desk);
    desk.act(Action::NewRevision);
    assert_eq!((state(&desk), desk.minutes().record.revision), (State::Draft, 1));
    assert_eq!(values(&desk), numbers);
    assert!(
        desk.minutes()
            .items()
            .iter()
            .all(|visit| visit.item.number == NumberRule::Unnumbered || visit.item.frozen.is_some())
    );
    change(&mut desk, "Another end.");
    desk.act(Action::Save);
    let Effect::PickSave { proposed } = desk.only_effect() else { panic!("it has no file of its own") };
    assert_eq!(proposed, desk.path("board revision 1.minutes.ron"));

    desk.run(Command::File(FileCommand::SaveTo(file.clone())));
    let (kind, message) = desk.last_toast().expect("a message");
    assert_eq!(kind, ToastKind::Failed);
    assert!(message.contains("signed"), "{message}");
    assert_eq!(std::fs::read(&file).expect("it is there"), bytes);

    desk.run(Command::File(FileCommand::SaveTo(proposed.clone())));
    assert_eq!(store::open(&proposed).expect("it can be read").record.revision, 1);
    assert_eq!(std::fs::read(&file).expect("it is there"), bytes);
}
