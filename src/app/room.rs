//! Who is in the room now: the attendance, and the log of those who came and went, in the order in which it was kept.

use crate::model::{Id, Minutes, Movement, MovementKind, Person, Who};

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
