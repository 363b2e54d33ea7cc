//! Resolutions: their lead-in, their text or the house's wording of their outcome, and what belongs to them.

use super::context::Context;
use super::place::{Place, TextOf};
use super::prose::{Manner, joined, prose};
use super::sight::Spot;
use super::span::{Spans, ink, is_silent, plain, text_of};
use super::wording::{fill, said};
use super::writer::Writer;
use super::{calendar, exclusion, names, vote};
use crate::frame::{Aside, Content};
use crate::model::*;
use crate::template::{ActionsShown, Credit, Weight};

/// Writes a resolution.
pub(super) fn resolution(writer: &mut Writer<'_, '_>, part: Id, resolution: &Resolution) {
    let context = writer.context;
    if !is_seen(context, resolution) {
        return;
    }
    let place = Place::Part(part);
    if let Some(recommendation) = &resolution.recommendation {
        let gaps = [("recommendation", plain(recommendation.clone()))];
        writer.paragraph(place, fill(&context.style.wording.decisions.recommendation, &gaps), Weight::default());
    }
    if context.style.decisions.credit == Credit::Before {
        let credit = vote::credit_text(context, &resolution.movers, resolution.vote.as_ref());
        writer.paragraph(place, credit, context.style.decisions.credit_weight);
    }
    // A resolution is not torn from the line that leads up to it.
    writer.keep_with_next();
    let first = writer.blocks.len();
    decided(writer, part, resolution);
    if context.style.decisions.credit == Credit::Before {
        if let Some(vote) = &resolution.vote {
            vote::details(writer, place, vote);
        }
    } else {
        vote::credit(writer, place, &resolution.movers, resolution.vote.as_ref());
    }
    grounds(writer, place, resolution);
    actions(writer, &resolution.actions, first);
    if let Some(executive) = &resolution.executive {
        self::executive(writer, part, executive);
    }
}

/// Whether the audience sees any of a resolution: where every paragraph of its text is private, nothing of it is.
fn is_seen(context: &Context<'_>, resolution: &Resolution) -> bool {
    let text = &resolution.text;
    text.iter().all(Paragraph::is_empty) || text.iter().any(|paragraph| context.audience.sees(&paragraph.privacy))
}

fn decided(writer: &mut Writer<'_, '_>, part: Id, resolution: &Resolution) {
    let context = writer.context;
    let weight = context.style.decisions.weight;
    let words = &context.style.wording.decisions;
    let body = [("body", plain(context.body_short()))];
    let (lead, lead_list) = match &resolution.lead_in {
        Some(own) => (plain(own.clone()), plain(own.clone())),
        None => (fill(&words.lead_in, &body), fill(&words.lead_in_list, &body)),
    };
    if resolution.text.iter().all(Paragraph::is_empty) {
        let text = joined(lead, outcome(writer, &resolution.outcome));
        writer.paragraph(Place::Part(part), text, weight);
    } else {
        let manner = Manner { weight, lead, lead_list, ..Manner::text() };
        prose(writer, &resolution.text, TextOf::Part, part, manner);
    }
}

/// What the house says of an outcome for which the clerk wrote no text.
fn outcome(writer: &Writer<'_, '_>, outcome: &Outcome) -> Spans {
    let words = &writer.context.style.wording.decisions;
    match outcome {
        Outcome::Unclassed => Spans::new(),
        Outcome::Noted => said(&words.noted),
        Outcome::Approved => said(&words.approved),
        Outcome::Agreed => said(&words.agreed),
        Outcome::Recommended { to } => fill(&words.recommended, &[("to", plain(to.clone()))]),
        Outcome::Referred { to } => fill(&words.referred, &[("to", plain(to.clone()))]),
        Outcome::Requested { from } => fill(&words.requested, &[("from", plain(from.clone()))]),
        Outcome::Deferred { until } => fill(&words.deferred, &[("until", plain(until.clone().unwrap_or_default()))]),
        Outcome::Refused { reason } => fill(&words.refused, &[("reason", plain(reason.clone()))]),
        Outcome::Granted { conditions } => {
            fill(&words.granted, &[("conditions", plain(conditions.clone().unwrap_or_default()))])
        }
        Outcome::Appointed => said(&words.appointed),
        Outcome::PublicExcluded(excluded) => exclusion::excluded(writer, excluded),
        Outcome::PublicReadmitted => said(&words.readmitted),
        Outcome::Procedural => said(&words.procedural),
        Outcome::Other(other) => fill(&words.other, &[("text", plain(other.clone()))]),
    }
}

/// Writes the reason of a refusal and the conditions of a grant, where the clerk's text does not say them: those whom they
/// concern are owed them.
fn grounds(writer: &mut Writer<'_, '_>, place: Place, resolution: &Resolution) {
    let context = writer.context;
    let words = &context.style.wording.decisions;
    if resolution.text.iter().all(Paragraph::is_empty) {
        return;
    }
    let (owed, text) = match &resolution.outcome {
        Outcome::Refused { reason } => (reason, fill(&words.reason, &[("reason", plain(reason.clone()))])),
        Outcome::Granted { conditions: Some(conditions) } => {
            (conditions, fill(&words.conditions, &[("conditions", plain(conditions.clone()))]))
        }
        _ => return,
    };
    let typed: Vec<String> =
        resolution.text.iter().map(|paragraph| text_of(&super::prose::spans(context, paragraph, Spot::Head))).collect();
    if !owed.trim().is_empty() && !typed.join("\n").contains(owed.trim()) {
        writer.paragraph(place, text, Weight::default());
    }
}

/// Writes what is to be done: below, or beside the block with this number.
pub(super) fn actions(writer: &mut Writer<'_, '_>, actions: &[Action], beside: usize) {
    match writer.context.style.decisions.actions {
        ActionsShown::Below => {
            for action in actions {
                let text = self::action(writer.context, action, &action.what);
                writer.paragraph(Place::Action(action.id), text, Weight::default());
            }
        }
        ActionsShown::Column { at, width } => {
            let Some(first) = actions.first() else { return };
            let context = writer.context;
            let mut text = Spans::new();
            for action in actions {
                if !text.is_empty() {
                    text.extend(plain("\n"));
                }
                text.extend(self::action(context, action, &action.what));
            }
            let aside = aside(context, at.points(), width.points(), Place::Action(first.id), &text);
            if let Some(block) = writer.blocks.get_mut(beside)
                && let Content::Paragraph(paragraph) = &mut block.content
            {
                paragraph.aside = Some(aside);
            } else {
                writer.paragraph(Place::Action(first.id), text, Weight::default());
            }
        }
    }
}

/// Writes actions that stand by themselves.
pub(super) fn own_actions(writer: &mut Writer<'_, '_>, actions: &[Action]) {
    let context = writer.context;
    let ActionsShown::Column { at, width } = context.style.decisions.actions else {
        return self::actions(writer, actions, usize::MAX);
    };
    for action in actions {
        let place = Place::Action(action.id);
        if action.what.is_empty() {
            writer.paragraph(place, self::action(context, action, ""), Weight::default());
            continue;
        }
        let aside = aside(context, at.points(), width.points(), place, &self::action(context, action, ""));
        if let Some(block) = writer.paragraph(place, plain(action.what.clone()), Weight::default())
            && let Content::Paragraph(paragraph) = &mut block.content
            && !aside.text.is_empty()
        {
            paragraph.aside = Some(aside);
        }
    }
}

/// What stands in the column of actions.
pub(super) fn aside(context: &Context<'_>, at: f32, width: f32, place: Place, text: &Spans) -> Aside {
    let text = ink(context, text, context.style.text.size.points(), Weight::default());
    Aside { at, width, node: place.encode(), text }
}

fn action(context: &Context<'_>, action: &Action, what: &str) -> Spans {
    let words = &context.style.wording.decisions;
    let due = action.due.map(|due| calendar::date(context.style, &context.style.dates.short, due));
    let gaps = [
        ("owner", names::maybe(context, action.owner.as_ref(), context.style.names.movers)),
        ("what", plain(what)),
        ("due", due.unwrap_or_default()),
        ("done", if action.done { said(&words.done) } else { Spans::new() }),
    ];
    let silent = gaps.iter().all(|(_, spans)| is_silent(spans));
    if silent { Spans::new() } else { fill(&words.action, &gaps) }
}

fn executive(writer: &mut Writer<'_, '_>, part: Id, executive: &ExecutiveDecision) {
    let words = &writer.context.style.wording.decisions;
    for (heading, text, of) in
        [(&words.reasons, &executive.reasons, TextOf::Reasons), (&words.options, &executive.options, TextOf::Options)]
    {
        if text.iter().any(|paragraph| !paragraph.is_empty() && writer.context.audience.sees(&paragraph.privacy)) {
            writer.paragraph(Place::Part(part), said(heading), Weight::default());
            writer.keep_with_next();
            prose(writer, text, of, part, Manner::text());
        }
    }
    if let Some(until) = executive.call_in_until {
        let date = calendar::date(writer.context.style, &writer.context.style.dates.text, until);
        writer.paragraph(Place::Part(part), fill(&words.call_in, &[("date", date)]), Weight::default());
    }
    if let Some(urgency) = &executive.urgency {
        let text = fill(&words.urgency, &[("urgency", plain(urgency.clone()))]);
        writer.paragraph(Place::Part(part), text, Weight::default());
    }
}
