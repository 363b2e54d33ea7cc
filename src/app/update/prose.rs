use crate::{
    app::{Caret, Plan, Planned, Refusal, name_of},
    edit::{Edit, EditError, prose::Step},
    model::{Minutes, Prose, ProseAt},
};

/// The plan after which a piece of prose reads as `text`: only the paragraphs that differ are replaced.
pub(super) fn change(at: ProseAt, mut text: Prose, minutes: &Minutes) -> Planned {
    let old = minutes.prose(at).ok_or(Refusal::Edit(EditError::NoSuchProse(at)))?;
    let same = |pair: &(_, _)| pair.0 == pair.1;
    let before = old.iter().zip(&text).take_while(same).count();
    let rest = old.len().min(text.len()) - before;
    let behind = old.iter().rev().zip(text.iter().rev()).take(rest).take_while(same).count();
    let remove = old.len() - before - behind;
    let insert: Prose = text.drain(before..text.len() - behind).collect();
    let single = remove == 1 && insert.len() == 1;
    let plan = Plan::new(Edit::Prose { at, from: before, remove, insert }, format!("typing in {}", place(at, minutes)));
    // Beginning a new paragraph ends a step, so that undo takes back one paragraph at a time.
    Ok(if single { plan.merging((at, before)) } else { plan })
}

/// The plan of what a key did: typing on at one place is one step.
pub(super) fn stroke(at: ProseAt, step: Step, minutes: &Minutes) -> Plan {
    let Step { what, from, remove, insert, before, after } = step;
    let single = remove <= 1 && insert.len() == 1;
    let label = format!("{} in {}", what.label(), place(at, minutes));
    let plan = Plan::new(Edit::Prose { at, from, remove, insert }, label)
        .with_carets(Caret::new(at, before), Caret::new(at, after));
    if single && what.merges() { plan.merging((at, from, what)) } else { plan }
}

/// What the menu calls a piece of prose.
fn place(at: ProseAt, minutes: &Minutes) -> String {
    let item = minutes.item_of_prose(at).map(|item| name_of(minutes, item));
    let named = match at {
        ProseAt::Part(_)
        | ProseAt::Answer(_)
        | ProseAt::Grounds(_)
        | ProseAt::Substantive(_)
        | ProseAt::Reasons(_)
        | ProseAt::Options(_)
        | ProseAt::Cell { .. } => item,
        ProseAt::Amendment(_) => Some("an amendment".to_owned()),
        ProseAt::PublicVersion(_) => item.map(|item| format!("the public version of {item}")),
        ProseAt::Declaration(_) => Some("a declaration".to_owned()),
        ProseAt::Dispensations => Some("the dispensations".to_owned()),
        ProseAt::PreviousMinutes => Some("the approval of earlier minutes".to_owned()),
        ProseAt::ClosingRemarks => Some("the closing remarks".to_owned()),
    };
    named.unwrap_or_else(|| "the minutes".to_owned())
}
