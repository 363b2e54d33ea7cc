//! What the clerk does while the meeting sits, by commands alone: the room, adjournments, marks to come back to, notes,
//! resolutions and votes. The caret stays between the same letters, and one step takes all of a thing back.

use crate::ports::Desk;
use minutebook::{
    app::{
        Action, Answer, BusinessChange, Caret, Change, Command, Dialog, FileCommand, Focus, PartChange, RoomAct,
        RoomEntry, Selection, adjourned, come_backs, in_the_chair,
        prose::{MARK, Point, Span, flat},
        room_offers, turnout,
    },
    model::*,
};

fn sample() -> (Desk, Id, ProseAt) {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let item = desk.minutes().items()[3].item.id;
    desk.run(Command::Select(Selection::Item(item)));
    let text = ["The first.", "The second one.", "The third."].into_iter().map(Paragraph::plain).collect();
    let part = desk.minutes().item(item).expect("it is there").parts[0].id;
    let part = Part { id: part, content: PartContent::Prose(text), ..Part::default() };
    let at = ProseAt::Part(part.id);
    desk.run(Command::Change(Change::Part(PartChange::Set(Box::new(part)))));
    (desk, item, at)
}

fn put(desk: &mut Desk, at: ProseAt, paragraph: usize, byte: usize) {
    desk.run(Command::Caret(Caret::new(at, Span::caret(Point::new(paragraph, byte)))));
}

fn caret(desk: &Desk) -> Option<Caret> {
    desk.app.state().draft.as_ref().and_then(|draft| draft.caret)
}

fn focus(desk: &Desk) -> Option<Focus> {
    desk.app.state().draft.as_ref().and_then(|draft| draft.focus)
}

fn texts(desk: &Desk, at: ProseAt) -> Vec<String> {
    desk.minutes().prose(at).expect("it is there").iter().map(flat).collect()
}

fn kinds(desk: &Desk, item: Id) -> Vec<&'static str> {
    let word = |part: &Part| match part.content {
        PartContent::Prose(_) => "text",
        PartContent::Resolution(_) => "resolution",
        PartContent::Motion(_) => "motion",
        PartContent::Vote(_) => "vote",
        _ => "other",
    };
    desk.minutes().item(item).expect("it is there").parts.iter().map(word).collect()
}

fn member(desk: &Desk, number: usize) -> Id {
    desk.minutes().attendance.groups[0].people[number].id
}

fn log(desk: &mut Desk, person: Id, act: RoomAct) {
    desk.act(Action::Room);
    let Some(Dialog::Room { time }) = desk.app.state().dialog.clone() else { panic!("it asks") };
    desk.run(Command::Answer(Some(Answer::Room(RoomEntry { person, act, time }))));
}

#[test]
fn a_departure_is_logged_where_the_clerk_types_and_taken_back_in_one_step() {
    let (mut desk, _, at) = sample();
    put(&mut desk, at, 1, "The second one.".len());
    let before = desk.minutes().clone();
    let here = turnout(&before);
    let person = member(&desk, 1);
    log(&mut desk, person, RoomAct::Moves(MovementKind::Left));
    let movement = desk.minutes().attendance.movements.last().expect("it is logged").clone();
    assert_eq!((movement.time, movement.item), (Time::new(9, 30), None), "the clock's time, and a mark in the text");
    assert_eq!(texts(&desk, at)[1], format!("The second one.{MARK}"));
    let typed_on = Point::new(1, "The second one.".len() + MARK.len_utf8());
    assert_eq!(caret(&desk).map(|caret| caret.head), Some(typed_on), "a new line leaves the mark where it is");
    assert_eq!(turnout(desk.minutes()).present + 1, here.present);
    let offers = room_offers(desk.minutes(), None, &before.attendance.person(person).expect("they are there").surname);
    assert_eq!(offers[0].act, RoomAct::Moves(MovementKind::Returned));
    desk.act(Action::Undo);
    assert_eq!(desk.minutes(), &before);
}

#[test]
fn no_word_is_torn_and_an_empty_line_stays_empty() {
    let (mut desk, _, at) = sample();
    let person = member(&desk, 1);
    put(&mut desk, at, 0, "The fi".len());
    log(&mut desk, person, RoomAct::Moves(MovementKind::Left));
    assert_eq!(texts(&desk, at)[0], format!("The {MARK}first."));
    let mut text = desk.minutes().prose(at).expect("it is there").clone();
    text.push(Paragraph::plain(""));
    desk.run(Command::Change(Change::Prose { at, text }));
    put(&mut desk, at, 3, 0);
    log(&mut desk, person, RoomAct::Moves(MovementKind::Returned));
    assert_eq!(texts(&desk, at)[2..], [format!("The third.{MARK}"), String::new()]);
    assert_eq!(caret(&desk).map(|caret| caret.head), Some(Point::new(3, 0)));
}

#[test]
fn who_sent_apologies_and_comes_attends_and_where_nothing_is_typed_the_item_is_noted() {
    let (mut desk, item, _) = sample();
    let away = desk.minutes().attendance.people().find(|p| matches!(p.state, Presence::Apologies { .. })).cloned();
    let away = away.expect("the sample has apologies");
    let before = desk.minutes().clone();
    let offer = room_offers(&before, Some(item), &away.surname).remove(0);
    assert_eq!((offer.person, offer.act), (away.id, RoomAct::Moves(MovementKind::Arrived)));
    log(&mut desk, away.id, offer.act);
    assert!(desk.minutes().attendance.person(away.id).is_some_and(Person::is_present));
    assert_eq!(desk.minutes().attendance.movements[0].item, Some(item));
    desk.act(Action::Undo);
    assert_eq!(desk.minutes(), &before);
}

#[test]
fn the_chair_is_taken_and_given_back() {
    let (mut desk, _, _) = sample();
    let chair = desk.minutes().attendance.people().find(|person| person.role == "Chair").expect("there is one").id;
    assert_eq!(in_the_chair(desk.minutes()), Some((Who::Person(chair), None)));
    let other = member(&desk, 2);
    log(&mut desk, other, RoomAct::TakesChair);
    assert_eq!(in_the_chair(desk.minutes()), Some((Who::Person(other), Time::new(9, 30))));
    log(&mut desk, chair, RoomAct::TakesChair);
    assert_eq!(in_the_chair(desk.minutes()), Some((Who::Person(chair), None)));
    let chairs = &desk.minutes().attendance.chairs;
    assert_eq!((chairs.len(), chairs[0].until), (1, Time::new(9, 30)), "the chair's own return needs no entry");
}

#[test]
fn who_is_there_is_offered_to_leave_first_who_is_not_to_arrive_and_the_chair_last() {
    let (desk, _, _) = sample();
    let minutes = desk.minutes();
    let present = minutes.attendance.person(member(&desk, 1)).expect("they are there").clone();
    let acts = |typed: &str| room_offers(minutes, None, typed).into_iter().map(|offer| offer.act).collect::<Vec<_>>();
    let (left, arrived) = (RoomAct::Moves(MovementKind::Left), RoomAct::Moves(MovementKind::Arrived));
    assert_eq!(acts(&present.surname), [left, arrived, RoomAct::TakesChair]);
    let away = minutes.attendance.people().find(|person| !person.is_present()).expect("somebody is away");
    assert_eq!(acts(&away.surname), [arrived]);
}

fn person(id: u32, class: MembershipClass, state: Presence) -> Person {
    Person { id: Id(id), surname: format!("P{id}"), class, state, ..Person::default() }
}

#[test]
fn those_with_a_vote_make_the_quorum() {
    use MembershipClass::{CoOpted, Councillor, Member, Officer};
    let apologies = || Presence::Apologies { reason: None };
    let mut remote = person(2, Member, Presence::Present);
    remote.remote = true;
    let mut substitute = person(4, Councillor, Presence::Present);
    substitute.substitute_for = Some(Who::Person(Id(3)));
    let mut full = person(6, CoOpted, Presence::Present);
    full.entitlement = Entitlement::Everything;
    let mut some = person(7, CoOpted, Presence::Present);
    some.entitlement = Entitlement::Some("education functions".to_owned());
    let people = vec![
        person(1, Member, Presence::Present),
        remote,
        person(3, Member, apologies()),
        substitute,
        person(5, CoOpted, Presence::Present),
        full,
        some,
        person(8, Officer, Presence::Present),
        person(9, Councillor, Presence::Present),
        person(10, Member, Presence::NotExpected),
        person(11, Member, Presence::Absent),
    ];
    let group = Group { id: Id(50), people, ..Group::default() };
    let attendance = Attendance { groups: vec![group], quorum: Some(4), ..Attendance::default() };
    let mut minutes = Minutes { attendance, ..Minutes::default() };
    assert_eq!(turnout(&minutes).words(), "4 of 5 members present, quorum 4");
    let left = |id, who| Movement {
        id: Id(id),
        who: Who::Person(Id(who)),
        kind: MovementKind::Left,
        time: None,
        approximate: false,
        item: None,
        remark: None,
    };
    minutes.attendance.movements = vec![left(60, 8), left(61, 5)];
    assert!(turnout(&minutes).is_quorate(), "officers and members without a vote do not count");
    minutes.attendance.movements.push(left(62, 2));
    assert_eq!(turnout(&minutes).words(), "Not quorate: 3 of 5 members present, quorum 4");
    minutes.attendance.quorum = None;
    assert_eq!(turnout(&minutes).words(), "3 of 5 members present");
}

#[test]
fn the_meeting_is_adjourned_and_resumed_by_one_key() {
    let (mut desk, _, at) = sample();
    put(&mut desk, at, 0, "The first.".len());
    let before = desk.minutes().clone();
    desk.act(Action::Adjourn);
    assert_eq!(adjourned(desk.minutes()).and_then(|adjournment| adjournment.time), Time::new(9, 30));
    assert_eq!(texts(&desk, at)[0], format!("The first.{MARK}"));
    desk.act(Action::Adjourn);
    assert_eq!(adjourned(desk.minutes()), None);
    let resumption = desk.minutes().meeting.adjournments[0].resumption.clone().expect("it went on");
    assert_eq!((resumption.time, resumption.date.is_some()), (Time::new(9, 30), true), "upon another day");
    desk.act(Action::Undo);
    desk.act(Action::Undo);
    assert_eq!(desk.minutes(), &before);
}

#[test]
fn marks_are_set_gone_through_and_taken_away() {
    let (mut desk, item, at) = sample();
    assert!(desk.app.state().available(Action::NextComeBack).is_err());
    let before = desk.minutes().clone();
    for (paragraph, note) in [(2, "ask the officer"), (0, "figures")] {
        put(&mut desk, at, paragraph, 3);
        desk.act(Action::ComeBack);
        desk.run(Command::Answer(Some(Answer::Note(note.to_owned()))));
    }
    let notes = |desk: &Desk| come_backs(desk.minutes()).into_iter().map(|mark| mark.note).collect::<Vec<_>>();
    assert_eq!(notes(&desk), ["figures", "ask the officer"]);
    desk.run(Command::Select(Selection::Meeting));
    let mut met = Vec::new();
    for _ in 0..3 {
        desk.act(Action::NextComeBack);
        assert_eq!(focus(&desk), Some(Focus::Prose(at)));
        assert_eq!(desk.app.state().draft.as_ref().map(|draft| draft.selection), Some(Selection::Item(item)));
        met.extend(caret(&desk).map(|caret| caret.head.paragraph));
    }
    assert_eq!(met, [0, 2, 0], "round and round");
    desk.act(Action::ComeBackDone);
    desk.act(Action::NextComeBack);
    desk.act(Action::ComeBackDone);
    assert_eq!(desk.minutes(), &before, "nothing is left of them");
}

#[test]
fn a_resolution_goes_behind_what_is_typed_and_the_rest_goes_on_behind_it() {
    let (mut desk, item, at) = sample();
    let others = kinds(&desk, item).len() - 1;
    let before = desk.minutes().clone();
    put(&mut desk, at, 1, "The second".len());
    desk.act(Action::AddResolution);
    assert_eq!(kinds(&desk, item)[..3], ["text", "resolution", "text"]);
    assert_eq!(texts(&desk, at), ["The first.", "The second one."], "no sentence is torn");
    let parts = desk.minutes().item(item).expect("it is there").parts.clone();
    assert_eq!(texts(&desk, ProseAt::Part(parts[2].id)), ["The third."]);
    assert_eq!(focus(&desk), Some(Focus::Prose(ProseAt::Part(parts[1].id))));
    desk.act(Action::Undo);
    assert_eq!(desk.minutes(), &before);
    put(&mut desk, at, 2, "The third.".len());
    desk.act(Action::AddResolution);
    assert_eq!(kinds(&desk, item)[..2], ["text", "resolution"]);
    assert_eq!(kinds(&desk, item).len(), 2 + others);
}

#[test]
fn a_vote_is_on_what_is_typed_and_says_nothing_until_something_is_known() {
    let (mut desk, item, at) = sample();
    put(&mut desk, at, 2, 5);
    desk.act(Action::AddResolution);
    let part = desk.minutes().item(item).expect("it is there").parts[1].id;
    put(&mut desk, ProseAt::Part(part), 0, 0);
    desk.act(Action::AddVote);
    assert!(!kinds(&desk, item).contains(&"vote"), "no vote by itself");
    assert_eq!(focus(&desk), Some(Focus::Vote(part)));
    let PartContent::Resolution(resolution) = &desk.minutes().part(part).expect("it is there").1.content else {
        panic!("it is a resolution")
    };
    let tally = resolution.vote.as_ref().map(|vote| vote.tally.clone());
    assert_eq!(tally, Some(Tally::Words(VoteWords::Other(String::new()))));
    put(&mut desk, at, 2, 5);
    desk.act(Action::AddVote);
    assert!(kinds(&desk, item).contains(&"vote"), "in other text, a vote by itself");
}

#[test]
fn amendments_and_their_votes_belong_to_the_motion_that_is_typed() {
    let (mut desk, item, at) = sample();
    assert!(desk.app.state().available(Action::AddAmendment).is_err());
    put(&mut desk, at, 2, 5);
    desk.act(Action::AddMotion);
    desk.act(Action::AddAmendment);
    let motion = |desk: &Desk| match &desk.minutes().item(item).expect("it is there").parts[1].content {
        PartContent::Motion(motion) => motion.as_ref().clone(),
        other => panic!("it is a motion: {other:?}"),
    };
    let amendment = motion(&desk).amendments[0].id;
    assert_eq!(focus(&desk), Some(Focus::Prose(ProseAt::Amendment(amendment))));
    let text = vec![Paragraph::plain("Delete “regrets”.")];
    desk.run(Command::Change(Change::Prose { at: ProseAt::Amendment(amendment), text }));
    put(&mut desk, ProseAt::Amendment(amendment), 0, 0);
    desk.act(Action::AddVote);
    let motion = motion(&desk);
    assert!(motion.amendments[0].vote.is_some() && motion.vote.is_none());
    assert_eq!(focus(&desk), Some(Focus::Vote(amendment)));
}

fn note(desk: &mut Desk, item: Id, text: &str) {
    let mut head = desk.minutes().item(item).expect("it is there").clone();
    head.notes.push(RoughNote { time: None, text: text.to_owned() });
    desk.run(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(head)))));
}

#[test]
fn notes_bear_their_time_move_into_the_minute_without_it_and_are_kept_until_approval() {
    let (mut desk, item, at) = sample();
    put(&mut desk, at, 0, 0);
    desk.act(Action::Notes);
    assert_eq!(focus(&desk), Some(Focus::Notes(item)));
    note(&mut desk, item, "asked about cost");
    note(&mut desk, item, "officer to report");
    let notes = |desk: &Desk| desk.minutes().item(item).expect("it is there").notes.clone();
    assert!(notes(&desk).iter().all(|note| note.time == Time::new(9, 30)));
    desk.act(Action::Notes);
    assert_eq!(focus(&desk), Some(Focus::Prose(at)), "the same key goes back to the text");
    let before = desk.minutes().clone();
    desk.act(Action::NoteToMinute);
    assert_eq!(texts(&desk, at)[..2], ["The first.", "asked about cost"]);
    assert_eq!(notes(&desk).len(), 1);
    desk.act(Action::Undo);
    assert_eq!(desk.minutes(), &before);

    for step in [Action::Circulate, Action::Approve] {
        desk.act(step);
        let on = jiff::civil::date(2030, 1, 7);
        desk.run(Command::Answer(Some(Answer::Step { on, by: "A Clerk".to_owned() })));
    }
    assert!(matches!(desk.app.state().dialog, Some(Dialog::Confirm { .. })), "it asks");
    assert_eq!(notes(&desk).len(), 2, "and removes nothing by itself");
    desk.run(Command::Answer(Some(Answer::Confirm)));
    assert!(notes(&desk).is_empty());
    desk.act(Action::Undo);
    assert_eq!(notes(&desk).len(), 2);
}
