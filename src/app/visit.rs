//! Every name and every piece of prose of a draft, to be changed: each place where somebody may be named, none left out.

use crate::model::{
    Action, Adjournment, Amendment, CallIn, CastingVote, Chairing, Closing, Declaration, Declarations,
    ExecutiveDecision, Item, Minutes, Motion, Movement, Movers, Part, PartContent, Petition, PreviousMinutes, Prose,
    PublicVersion, Question, Resolution, Tally, Vote, Who,
};

/// What is done at each name and each piece of prose.
pub(super) trait Visitor {
    /// At a name outside prose.
    fn who(&mut self, _who: &mut Who) {}

    /// At a piece of prose.
    fn prose(&mut self, _prose: &mut Prose) {}
}

/// Takes a visitor through the whole draft.
pub(super) fn visit(minutes: &mut Minutes, visitor: &mut dyn Visitor) {
    for adjournment in &mut minutes.meeting.adjournments {
        let Adjournment { resumption, id: _, time: _, reason: _, item: _ } = adjournment;
        resumption.iter_mut().flat_map(|resumption| &mut resumption.present).for_each(|who| visitor.who(who));
    }
    let attendance = &mut minutes.attendance;
    for person in attendance.groups.iter_mut().flat_map(|group| &mut group.people) {
        person.substitute_for.iter_mut().for_each(|who| visitor.who(who));
    }
    attendance.movements.iter_mut().for_each(|Movement { who, .. }| visitor.who(who));
    attendance.chairs.iter_mut().for_each(|Chairing { who, .. }| visitor.who(who));
    let Declarations { entries, dispensations, nil_wording: _ } = &mut minutes.declarations;
    for Declaration { member, wording, .. } in entries {
        visitor.who(member);
        wording.iter_mut().for_each(|prose| visitor.prose(prose));
    }
    visitor.prose(dispensations);
    let PreviousMinutes { wording, movers, vote, meetings: _, approval: _, corrections: _ } = &mut minutes.previous;
    wording.iter_mut().for_each(|prose| visitor.prose(prose));
    visit_movers(movers, visitor);
    visit_vote(vote, visitor);
    minutes.for_each_item_mut(|item| visit_item(item, visitor));
    let Closing { remarks, closed: _, wording: _, next: _ } = &mut minutes.closing;
    visitor.prose(remarks);
}

fn visit_item(item: &mut Item, visitor: &mut dyn Visitor) {
    item.invitees.iter_mut().for_each(|who| visitor.who(who));
    if let PublicVersion::Stub { text, title: _ } = &mut item.public_version {
        visitor.prose(text);
    }
    item.parts.iter_mut().for_each(|part| visit_part(part, visitor));
}

fn visit_part(part: &mut Part, visitor: &mut dyn Visitor) {
    match &mut part.content {
        PartContent::Prose(prose) => visitor.prose(prose),
        PartContent::Resolution(resolution) => visit_resolution(resolution, visitor),
        PartContent::Motion(motion) => visit_motion(motion, visitor),
        PartContent::Vote(vote) => visit_one_vote(vote, visitor),
        PartContent::Table(table) => {
            table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| visitor.prose(cell));
        }
        PartContent::Actions(actions) => visit_actions(actions, visitor),
        PartContent::Note(note) => visitor.prose(&mut note.text),
        PartContent::Petition(Petition { sponsor, text, subject: _, signatures: _, organiser: _ }) => {
            sponsor.iter_mut().for_each(|who| visitor.who(who));
            visitor.prose(text);
        }
        PartContent::Question(Question { asker, answerer, question, answer }) => {
            asker.iter_mut().chain(answerer).for_each(|who| visitor.who(who));
            visitor.prose(question);
            visitor.prose(answer);
        }
        PartContent::CallIn(CallIn { signatories, grounds, decision: _, notice: _ }) => {
            signatories.iter_mut().for_each(|who| visitor.who(who));
            visitor.prose(grounds);
        }
    }
}

fn visit_resolution(resolution: &mut Resolution, visitor: &mut dyn Visitor) {
    let Resolution { text, movers, vote, actions, executive, lead_in: _, outcome: _, recommendation: _ } = resolution;
    visitor.prose(text);
    visit_movers(movers, visitor);
    visit_vote(vote, visitor);
    visit_actions(actions, visitor);
    if let Some(ExecutiveDecision { reasons, options, call_in_until: _, urgency: _ }) = executive {
        visitor.prose(reasons);
        visitor.prose(options);
    }
}

fn visit_actions(actions: &mut [Action], visitor: &mut dyn Visitor) {
    actions.iter_mut().flat_map(|Action { owner, .. }| owner).for_each(|who| visitor.who(who));
}

fn visit_motion(motion: &mut Motion, visitor: &mut dyn Visitor) {
    let Motion { text, movers, amendments, substantive, vote, procedural: _, result: _ } = motion;
    visitor.prose(text);
    visit_movers(movers, visitor);
    for Amendment { text, movers, vote, id: _, result: _ } in amendments {
        visitor.prose(text);
        visit_movers(movers, visitor);
        visit_vote(vote, visitor);
    }
    visitor.prose(substantive);
    visit_vote(vote, visitor);
}

fn visit_movers(movers: &mut Movers, visitor: &mut dyn Visitor) {
    let Movers { mover, seconder, supporters } = movers;
    mover.iter_mut().chain(seconder).chain(supporters).for_each(|who| visitor.who(who));
}

fn visit_vote(vote: &mut Option<Vote>, visitor: &mut dyn Visitor) {
    vote.iter_mut().for_each(|vote| visit_one_vote(vote, visitor));
}

fn visit_one_vote(vote: &mut Vote, visitor: &mut dyn Visitor) {
    let Vote { tally, casting, question: _, result: _, reason: _ } = vote;
    match tally {
        Tally::Named { in_favour, against, abstained, not_voting } => {
            let names = in_favour.iter_mut().chain(against).chain(abstained).chain(not_voting);
            names.for_each(|who| visitor.who(who));
        }
        Tally::Words(_) | Tally::Counts { .. } => {}
    }
    casting.iter_mut().for_each(|CastingVote { who, in_favour: _ }| visitor.who(who));
}
