//! What is logged while the meeting sits: who comes and goes, who takes the chair, adjournments. It is put where the clerk
//! types, and the caret stays.

use super::attendance::find_person;
use crate::{
    app::{
        App, Caret, Plan, Planned, Refusal, RoomAct, RoomEntry, Scratch, adjourned, between_words, chair, chairing,
        comes, fresh::Fresh, is_blank, movement, with_mark,
    },
    edit::{
        AttendanceEdit, Edit, EditError, ListEdit,
        prose::{MARK, Point, flat, length_of},
    },
    model::{Adjournment, Id, Inline, Minutes, Person, Presence, ProseAt, Resumption, Time},
};

/// Logs what somebody did.
pub(super) fn log(app: &mut App, entry: RoomEntry) {
    let Some(draft) = &app.state.draft else { return };
    let minutes = draft.session.minutes();
    let (item, caret) = (draft.item(), draft.item().and_then(|item| draft.caret_in(item)));
    let planned = plan(minutes, &entry, item, caret, &mut Fresh::new(&mut *app.env.ids, minutes));
    app.carry_out(planned);
}

fn plan(
    minutes: &Minutes,
    entry: &RoomEntry,
    item: Option<Id>,
    caret: Option<Caret>,
    fresh: &mut Fresh<'_>,
) -> Planned {
    let person = minutes.attendance.person(entry.person).ok_or(Refusal::Edit(EditError::NoSuchNode(entry.person)))?;
    let mut scratch = Scratch::new(minutes);
    let id = fresh.id();
    let (carets, label) = match entry.act {
        RoomAct::Moves(kind) => {
            let (carets, item) = mark(&mut scratch, id, item, caret)?;
            let value = crate::model::Movement { item, ..movement(id, person.id, kind, entry.time) };
            let at = minutes.attendance.movements.len();
            scratch.attendance(AttendanceEdit::Movements(ListEdit::Insert { at, value }))?;
            if comes(kind) {
                attends(&mut scratch, person)?;
            }
            (carets, "arrival or departure")
        }
        RoomAct::TakesChair => {
            leaves_chair(&mut scratch, entry.time)?;
            let is_back = chair(minutes).is_some_and(|chair| chair.id == person.id);
            let carets = if is_back {
                None
            } else {
                let (carets, item) = mark(&mut scratch, id, item, caret)?;
                let value = crate::model::Chairing { item, ..chairing(id, person.id, entry.time) };
                let at = minutes.attendance.chairs.len();
                scratch.attendance(AttendanceEdit::Chairs(ListEdit::Insert { at, value }))?;
                carets
            };
            (carets, "change of the chair")
        }
    };
    Ok(placed(Plan::new(scratch.edit(), label), carets, caret))
}

/// The plan, with the caret before and after it.
fn placed(plan: Plan, moved: Option<Caret>, caret: Option<Caret>) -> Plan {
    match (caret, moved) {
        (Some(before), Some(after)) => plan.with_carets(before, after),
        (Some(before), None) => plan.with_carets(before, before),
        (None, _) => plan,
    }
}

/// Whoever comes attends from then on, whatever was expected of them.
fn attends(scratch: &mut Scratch, person: &Person) -> Result<(), Refusal> {
    if person.is_present() {
        return Ok(());
    }
    let (group, at) = find_person(scratch.minutes(), person.id)?;
    let (group, value) = (group.id, Person { state: Presence::Present, ..person.clone() });
    scratch.attendance(AttendanceEdit::People { group, edit: Box::new(ListEdit::Set { at, value }) })
}

/// Ends the time of whoever is in the chair instead of the body's chair.
fn leaves_chair(scratch: &mut Scratch, time: Option<Time>) -> Result<(), Refusal> {
    let chairs = &scratch.minutes().attendance.chairs;
    let open = chairs.iter().rposition(|chairing| chairing.until.is_none() && chairing.last_item.is_none());
    match open.and_then(|at| chairs.get(at).cloned().map(|chairing| (at, chairing))) {
        Some((at, mut value)) => {
            value.until = time;
            scratch.attendance(AttendanceEdit::Chairs(ListEdit::Set { at, value }))
        }
        None => Ok(()),
    }
}

/// Puts the mark of a moment where the clerk types. Gives the caret, which stays between the same letters, and the item in
/// which it happened where no text bears the mark.
fn mark(
    scratch: &mut Scratch,
    id: Id,
    item: Option<Id>,
    caret: Option<Caret>,
) -> Result<(Option<Caret>, Option<Id>), Refusal> {
    let Some(caret) = caret.filter(|caret| bears_moments(caret.at)) else { return Ok((None, item)) };
    let Some(prose) = scratch.minutes().prose(caret.at) else { return Ok((None, item)) };
    // A line that is still empty goes on to be typed in: it happened behind the text before it.
    let typed = prose.get(..=caret.head.paragraph).unwrap_or(prose).iter().rposition(|p| !is_blank(p));
    let Some((number, paragraph)) = typed.and_then(|at| prose.get(at).map(|paragraph| (at, paragraph))) else {
        return Ok((None, item));
    };
    let place = if number == caret.head.paragraph {
        between_words(&flat(paragraph), caret.head.at)
    } else {
        length_of(paragraph)
    };
    let insert = vec![with_mark(paragraph, place, Inline::Moment(id))];
    scratch.step(Edit::Prose { at: caret.at, from: number, remove: 1, insert })?;
    let moved = |point: Point| {
        if point.paragraph == number && point.at >= place {
            Point { at: point.at + MARK.len_utf8(), ..point }
        } else {
            point
        }
    };
    Ok((Some(Caret { anchor: moved(caret.anchor), head: moved(caret.head), ..caret }), None))
}

/// Whether the sentence of a moment can stand behind a paragraph of this prose.
fn bears_moments(at: ProseAt) -> bool {
    match at {
        ProseAt::Part(_) | ProseAt::Answer(_) | ProseAt::Amendment(_) | ProseAt::Substantive(_) => true,
        ProseAt::Grounds(_)
        | ProseAt::Reasons(_)
        | ProseAt::Options(_)
        | ProseAt::Cell { .. }
        | ProseAt::PublicVersion(_)
        | ProseAt::Declaration(_)
        | ProseAt::Dispensations
        | ProseAt::PreviousMinutes
        | ProseAt::ClosingRemarks => false,
    }
}

/// Adjourns the meeting, or goes on with it.
pub(super) fn adjourn(app: &mut App) {
    let now = app.env.clock.now();
    let Some(draft) = &app.state.draft else { return };
    let minutes = draft.session.minutes();
    let (item, caret) = (draft.item(), draft.item().and_then(|item| draft.caret_in(item)));
    let (time, said) = (super::notes::now(app), now.strftime("%-I.%M %P"));
    let mut meeting = minutes.meeting.clone();
    if adjourned(minutes).is_some() {
        let date = (now.date() != minutes.meeting.date).then_some(now.date());
        if let Some(adjournment) = meeting.adjournments.last_mut() {
            adjournment.resumption = Some(Resumption { date, time, present: Vec::new() });
        }
        let plan = Plan::new(Edit::Meeting(Box::new(meeting)), "resumption");
        app.carry_out(Ok(placed(plan, None, caret)));
        app.done(format!("The meeting resumed at {said}."));
        return;
    }
    let mut fresh = Fresh::new(&mut *app.env.ids, minutes);
    let id = fresh.id();
    let planned = adjournment(minutes, id, time, item, caret, &mut meeting);
    let done = planned.is_ok();
    app.carry_out(planned);
    if done {
        app.done(format!("Adjourned at {said}. The same key goes on with the meeting."));
    }
}

fn adjournment(
    minutes: &Minutes,
    id: Id,
    time: Option<Time>,
    item: Option<Id>,
    caret: Option<Caret>,
    meeting: &mut crate::model::Meeting,
) -> Planned {
    let mut scratch = Scratch::new(minutes);
    let (moved, item) = mark(&mut scratch, id, item, caret)?;
    meeting.adjournments.push(Adjournment { id, time, item, ..Adjournment::default() });
    scratch.step(Edit::Meeting(Box::new(meeting.clone())))?;
    Ok(placed(Plan::new(scratch.edit(), "adjournment"), moved, caret))
}

/// Opens the question of who comes, goes or takes the chair, with the time of now.
pub(super) fn ask(app: &mut App) {
    app.state.dialog = Some(crate::app::Dialog::Room { time: super::notes::now(app) });
}
