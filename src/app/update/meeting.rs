use super::fields::{describe, differing};
use crate::{
    app::{Plan, Planned, Selection, fresh::Fresh},
    edit::Edit,
    model::{Adjournment, Closing, House, Meeting, Minutes, Numbering},
};

pub(super) fn house(house: Box<House>, minutes: &Minutes) -> Planned {
    let fields = differing!(minutes.house, house, {
        chosen style: "the house style",
        typed council: "the council",
        typed body: "the body",
        typed body_short: "what the body is called",
        typed language: "the language",
        typed title: "the title",
    });
    Ok(whole(Edit::House(house), describe(&fields, "the council and the body"), "house"))
}

pub(super) fn meeting(mut meeting: Box<Meeting>, minutes: &Minutes, fresh: &mut Fresh<'_>) -> Planned {
    fresh.changed_meeting(&mut meeting);
    let fields = differing!(minutes.meeting, meeting, {
        typed kind: "the kind of meeting",
        chosen date: "the date",
        typed start: "the start",
        typed venue: "the venue",
        chosen remote: "whether the meeting was remote",
        typed remote_link: "the link",
        typed notice: "the notice of a change",
        typed reference: "the reference",
        chosen rearranged_from: "the day from which the meeting was moved",
        typed adjournments: "the adjournments",
    });
    Ok(whole(Edit::Meeting(meeting), describe(&fields, "the meeting"), "meeting"))
}

pub(super) fn add_adjournment(mut adjournment: Adjournment, minutes: &Minutes, fresh: &mut Fresh<'_>) -> Planned {
    adjournment.id = fresh.id();
    let id = adjournment.id;
    let mut meeting = minutes.meeting.clone();
    meeting.adjournments.push(adjournment);
    Ok(Plan::new(Edit::Meeting(Box::new(meeting)), "add adjournment")
        .going(Selection::Meeting, Some(crate::app::Focus::Node(id))))
}

pub(super) fn numbering(numbering: Numbering, minutes: &Minutes) -> Planned {
    let fields = differing!(minutes.numbering, numbering, {
        typed first: "the first number",
        chosen restart: "when the numbers restart",
        typed prefix: "the prefix of the numbers",
        typed year: "the municipal year",
    });
    Ok(whole(Edit::Numbering(numbering), describe(&fields, "the numbering"), "numbering"))
}

pub(super) fn closing(closing: Box<Closing>, minutes: &Minutes) -> Planned {
    let fields = differing!(minutes.closing, closing, {
        typed closed: "the time of closing",
        typed wording: "the closing line",
        typed next: "the next meeting",
        typed remarks: "the closing remarks",
    });
    Ok(whole(Edit::Closing(closing), describe(&fields, "the closing"), "closing"))
}

fn whole(edit: Edit, (label, merge): (String, Option<&'static str>), what: &'static str) -> Plan {
    let plan = Plan::new(edit, label);
    match merge {
        Some(field) => plan.merging((what, field)),
        None => plan,
    }
}
