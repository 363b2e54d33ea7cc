use crate::{
    app::{Action, App, Dialog, Keeping, Plan, Refusal, Selection, rewrite::rewrite},
    edit::{Edit, Session},
    model::{Approved, Circulated, Date, Minutes, Person, Record, Signed, State, numbers},
};

/// Asks for the day and the name of a step.
pub(super) fn ask(app: &mut App, step: Action) {
    let Some(draft) = &app.state.draft else { return };
    let minutes = draft.session.minutes();
    let record = &minutes.record;
    let by = match step {
        Action::Sign => presided(minutes),
        _ => record.circulated.as_ref().map(|circulated| circulated.by.clone()).unwrap_or_default(),
    };
    app.state.dialog = Some(Dialog::Step { step, on: app.env.clock.now().date(), by });
}

/// Whoever was in the chair, as the one who is likely to sign.
fn presided(minutes: &Minutes) -> String {
    let in_chair = |person: &&Person| {
        let role = person.role.to_lowercase();
        person.is_present() && (role == "chair" || role == "in the chair" || role == "chairman" || role == "mayor")
    };
    minutes.attendance.people().find(in_chair).map(Person::titled_name).unwrap_or_default()
}

/// Records a step. Gives whether it was recorded.
pub(super) fn step(app: &mut App, step: Action, on: Date, by: String) -> bool {
    let Some(draft) = &app.state.draft else { return true };
    let minutes = draft.session.minutes();
    match plan(minutes, step, on, by.trim()) {
        Ok(plan) => {
            app.carry_out(Ok(plan));
            true
        }
        Err(refusal) => {
            app.carry_out(Err(refusal));
            false
        }
    }
}

fn plan(minutes: &Minutes, step: Action, on: Date, by: &str) -> Result<Plan, Refusal> {
    let because = |reason| Err(Refusal::Because(reason));
    if by.is_empty() {
        return because("Type the name first: the record says who did it.");
    }
    let record = minutes.record.clone();
    let by = by.to_owned();
    let earliest = match step {
        Action::Approve => minutes.record.circulated.as_ref().map(|circulated| circulated.on),
        Action::Sign => minutes.record.approved.as_ref().map(|approved| approved.on),
        _ => None,
    };
    if on < earliest.unwrap_or(minutes.meeting.date) {
        return because("That day is before the meeting or before the step that comes first. Choose a later one.");
    }
    let (record, label) = match step {
        Action::Circulate => (Record { circulated: Some(Circulated { on, by }), ..record }, "circulation"),
        Action::Approve => {
            (Record { approved: Some(Approved { on, by, ..Approved::default() }), ..record }, "approval")
        }
        Action::Sign => (Record { signed: Some(Signed { on, by }), ..record }, "signing"),
        _ => return because("That is not a step of the record."),
    };
    let mut edits = if step == Action::Circulate { frozen(minutes) } else { Vec::new() };
    edits.push(Edit::Record(Box::new(record)));
    Ok(Plan::new(Edit::Several(edits), label).going(Selection::Record, None))
}

/// The edits after which every item keeps the number that it has now.
fn frozen(minutes: &Minutes) -> Vec<Edit> {
    let numbers = numbers::number(minutes);
    rewrite(minutes, |minutes| {
        for item in minutes.business.iter_mut().flat_map(|section| &mut section.items) {
            freeze(item, &numbers);
        }
    })
}

fn freeze(item: &mut crate::model::Item, numbers: &numbers::Numbers) {
    item.frozen = numbers.of(item.id).map(|number| number.path.last().copied().unwrap_or(number.value));
    item.items.iter_mut().for_each(|sub| freeze(sub, numbers));
}

fn thaw(item: &mut crate::model::Item) {
    item.frozen = None;
    item.items.iter_mut().for_each(thaw);
}

/// Takes the last step back.
pub(super) fn step_back(app: &mut App) {
    let Some(draft) = &app.state.draft else { return };
    let minutes = draft.session.minutes();
    let record = minutes.record.clone();
    let (mut edits, record, label) = match record.state() {
        State::Approved => (Vec::new(), Record { approved: None, ..record }, "taking the approval back"),
        State::Circulated => {
            let thawed = rewrite(minutes, |minutes| {
                minutes.business.iter_mut().flat_map(|section| &mut section.items).for_each(thaw);
            });
            (thawed, Record { circulated: None, ..record }, "taking the circulation back")
        }
        State::Draft | State::Signed => return,
    };
    edits.push(Edit::Record(Box::new(record)));
    app.carry_out(Ok(Plan::new(Edit::Several(edits), label).going(Selection::Record, None)));
}

/// Begins a new revision of signed minutes: a copy without a file of its own, whose numbers stay. The signed file is not
/// touched.
pub(super) fn new_revision(app: &mut App) {
    let Some(draft) = &mut app.state.draft else { return };
    let mut minutes = draft.session.minutes().clone();
    let revision = minutes.record.revision.saturating_add(1);
    minutes.record = Record {
        revision,
        circulated: None,
        approved: None,
        signed: None,
        digest: None,
        dismissed: std::mem::take(&mut minutes.record.dismissed),
        ignored_words: std::mem::take(&mut minutes.record.ignored_words),
    };
    let signed = draft.path.take();
    draft.session = Session::begun(minutes);
    draft.revision_of = signed;
    draft.keeping = Keeping::default();
    draft.go(Selection::Meeting, None);
    app.serial += 1;
    app.keep();
    app.done(format!("Revision {revision} begun. The signed minutes stay as they are."));
}
