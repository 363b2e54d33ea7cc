//! Who is in the room now: the attendance, and the log of those who came and went, in the order in which it was kept.

use super::matching;
use crate::model::{
    Adjournment, Chairing, Entitlement, Id, MembershipClass, Minutes, Movement, MovementKind, Person, Presence, Time,
    Who,
};

/// How many of those who may vote are in the room, and whether they are enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turnout {
    /// How many are in the room.
    pub present: u32,
    /// How many there are: members with a vote who were expected. A member and the substitute who sits for them are one.
    pub members: u32,
    /// How many make the meeting quorate, where the body sets a figure.
    pub quorum: Option<u32>,
}

impl Turnout {
    /// Whether the meeting is quorate; a body without a figure always is.
    pub fn is_quorate(self) -> bool {
        self.quorum.is_none_or(|quorum| self.present >= quorum)
    }

    /// In words, for the foot of the window.
    pub fn words(self) -> String {
        let Turnout { present, members, quorum } = self;
        match quorum {
            _ if members == 0 => "No members listed".to_owned(),
            Some(quorum) if self.is_quorate() => format!("{present} of {members} members present, quorum {quorum}"),
            Some(quorum) => format!("Not quorate: {present} of {members} members present, quorum {quorum}"),
            None => format!("{present} of {members} members present"),
        }
    }
}

/// The turnout after all that is logged. Those count who may vote on everything: members, substitutes, and co-opted members
/// whom the constitution gives a full vote; a vote on some business only makes no quorum. Whoever takes part by remote
/// means counts like the others: a member who may not vote so is entered as having no vote.
pub fn turnout(minutes: &Minutes) -> Turnout {
    let people = || minutes.attendance.people().filter(|person| has_full_vote(person));
    let expected = |person: &&Person| !matches!(person.state, Presence::NotExpected);
    let sits_for_listed = |person: &&Person| match &person.substitute_for {
        Some(Who::Person(id)) => people().any(|other| other.id == *id),
        Some(Who::Named(_)) | None => false,
    };
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Turnout {
        present: count(people().filter(|person| is_in_room(minutes, person)).count()),
        members: count(people().filter(expected).filter(|person| !sits_for_listed(person)).count()),
        quorum: minutes.attendance.quorum,
    }
}

/// Whether somebody votes on everything.
pub fn has_full_vote(person: &Person) -> bool {
    match &person.entitlement {
        Entitlement::Everything => true,
        Entitlement::Some(_) | Entitlement::Nothing => false,
        Entitlement::OfClass => person.class == MembershipClass::Member || person.substitute_for.is_some(),
    }
}

/// Whether somebody has a vote at least on some business.
pub fn may_vote(person: &Person) -> bool {
    has_full_vote(person) || matches!(person.entitlement, Entitlement::Some(_))
}

/// Whether somebody is in the room after all that is logged.
pub fn is_in_room(minutes: &Minutes, person: &Person) -> bool {
    person.is_present() && last_movement(minutes, person.id).is_none_or(|last| comes(last.kind))
}

/// The last that is logged of somebody. The log's order counts rather than its times: a meeting that goes on upon another
/// day begins its hours anew.
pub(super) fn last_movement(minutes: &Minutes, person: Id) -> Option<&Movement> {
    minutes.attendance.movements.iter().rev().find(|movement| movement.who == Who::Person(person))
}

/// Whether whoever did this is in the room afterwards.
pub(super) fn comes(kind: MovementKind) -> bool {
    match kind {
        MovementKind::Arrived | MovementKind::Returned => true,
        MovementKind::Left | MovementKind::Withdrew => false,
    }
}

/// Who is in the chair, and since when where that is not from the start.
pub fn in_the_chair(minutes: &Minutes) -> Option<(Who, Option<Time>)> {
    let open = minutes
        .attendance
        .chairs
        .iter()
        .rev()
        .find(|chairing| chairing.until.is_none() && chairing.last_item.is_none());
    open.map(|chairing| (chairing.who.clone(), chairing.from)).or_else(|| Some((Who::Person(chair(minutes)?.id), None)))
}

/// The body's chair, where they attend.
pub(super) fn chair(minutes: &Minutes) -> Option<&Person> {
    minutes.attendance.people().find(|person| person.is_present() && is_chair(person))
}

fn is_chair(person: &Person) -> bool {
    let role = person.role.to_lowercase();
    ["chair", "in the chair", "chairman", "chairwoman", "chairperson", "mayor"].contains(&role.trim())
}

/// The adjournment that has not ended.
pub fn adjourned(minutes: &Minutes) -> Option<&Adjournment> {
    minutes.meeting.adjournments.last().filter(|adjournment| adjournment.resumption.is_none())
}

/// What somebody may do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoomAct {
    /// Comes or goes.
    Moves(MovementKind),
    /// Takes the chair.
    TakesChair,
}

/// What is to be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomEntry {
    /// Who.
    pub person: Id,
    /// What they do.
    pub act: RoomAct,
    /// When, local to the meeting.
    pub time: Option<Time>,
}

/// Something that may be logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomOffer {
    /// Who.
    pub person: Id,
    /// The name with its title.
    pub name: String,
    /// What they do.
    pub act: RoomAct,
}

/// What can be logged of those whom letters may mean, the likeliest first: those in the room can leave (for an interest that
/// they declared in this item, withdraw), the others can come; behind those, who of the first come only now, though they
/// are entered as present from the start; and last, who can take the chair.
pub fn room_offers(minutes: &Minutes, item: Option<Id>, typed: &str) -> Vec<RoomOffer> {
    let people = matching(minutes, typed);
    let offer = |person: &Person, act| RoomOffer { person: person.id, name: person.titled_name(), act };
    let moves = people.iter().map(|person| offer(person, RoomAct::Moves(next_move(minutes, item, person))));
    let now = in_the_chair(minutes).map(|(who, _)| who);
    let may_chair = people
        .iter()
        .filter(|person| is_in_room(minutes, person) && may_vote(person) && now != Some(Who::Person(person.id)));
    let chairs = may_chair.map(|person| offer(person, RoomAct::TakesChair));
    // Somebody who is entered as present from the start, and comes only now.
    let late = people.iter().filter(|person| person.is_present() && last_movement(minutes, person.id).is_none());
    let late = late.map(|person| offer(person, RoomAct::Moves(MovementKind::Arrived)));
    moves.chain(late).chain(chairs).collect()
}

fn next_move(minutes: &Minutes, item: Option<Id>, person: &Person) -> MovementKind {
    let declared = minutes.declarations.entries.iter();
    let mut declared = declared.filter(|entry| entry.item.is_some() && entry.item == item);
    match (is_in_room(minutes, person), last_movement(minutes, person.id)) {
        (true, _) if declared.any(|entry| entry.member == Who::Person(person.id)) => MovementKind::Withdrew,
        (true, _) => MovementKind::Left,
        (false, Some(_)) => MovementKind::Returned,
        (false, None) => MovementKind::Arrived,
    }
}

impl RoomAct {
    /// In words, behind a name.
    pub fn words(self) -> &'static str {
        match self {
            RoomAct::Moves(MovementKind::Arrived) => "arrives",
            RoomAct::Moves(MovementKind::Left) => "leaves",
            RoomAct::Moves(MovementKind::Returned) => "returns",
            RoomAct::Moves(MovementKind::Withdrew) => "withdraws for this item",
            RoomAct::TakesChair => "takes the chair",
        }
    }
}

/// The line of the log that somebody makes.
pub(super) fn movement(id: Id, person: Id, kind: MovementKind, time: Option<Time>) -> Movement {
    Movement { id, who: Who::Person(person), kind, time, approximate: false, item: None, remark: None }
}

/// Somebody's time in the chair that begins.
pub(super) fn chairing(id: Id, person: Id, from: Option<Time>) -> Chairing {
    Chairing { id, who: Who::Person(person), from, until: None, item: None, last_item: None, reason: None }
}
