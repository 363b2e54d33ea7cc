//! Who brought a matter and how it was voted on.

use super::calendar::in_words;
use super::context::Context;
use super::names;
use super::place::Place;
use super::prose::append;
use super::span::{Spans, capitalised, is_silent, plain};
use super::wording::{fill, said};
use super::writer::Writer;
use crate::frame::Role;
use crate::model::*;
use crate::template::{Credit, Weight, Words};

/// The gaps of those who brought a matter.
pub(super) fn mover_gaps(context: &Context<'_>, movers: &Movers) -> Vec<(&'static str, Spans)> {
    let form = context.style.names.movers;
    vec![
        ("mover", names::maybe(context, movers.mover.as_ref(), form)),
        ("seconder", names::maybe(context, movers.seconder.as_ref(), form)),
        ("supporters", names::list(context, &movers.supporters, form)),
    ]
}

/// Movers and vote in one sentence of the house; nothing where neither is recorded.
pub(super) fn credit_text(context: &Context<'_>, movers: &Movers, vote: Option<&Vote>) -> Spans {
    let words = &context.style.wording.decisions;
    let brought = fill(&words.movers, &mover_gaps(context, movers));
    let brought = if *movers == Movers::default() { Spans::new() } else { trimmed(brought) };
    let voted = vote.map(|vote| phrase_with_result(context, vote)).unwrap_or_default();
    match (is_silent(&brought), is_silent(&voted)) {
        (true, true) => Spans::new(),
        (false, true) => capitalised(fill(&words.movers_alone, &[("movers", brought)])),
        (true, false) if is_typed(vote) => fill(&words.vote_alone, &[("vote", voted)]),
        (true, false) => capitalised(fill(&words.vote_alone, &[("vote", voted)])),
        (false, false) => capitalised(fill(&words.movers_and_vote, &[("movers", brought), ("vote", voted)])),
    }
}

/// Whether a vote is told in the clerk's own words, which are never improved.
fn is_typed(vote: Option<&Vote>) -> bool {
    vote.is_some_and(|vote| matches!(vote.tally, Tally::Words(VoteWords::Other(_))))
}

/// Takes away what would part a first name from one before it: without a mover, "seconded by" comes first.
fn trimmed(spans: Spans) -> Spans {
    let mut spans = spans;
    if let Some(super::span::Span::Text { text, .. }) = spans.first_mut() {
        *text = text.trim_start_matches([',', ';', ' ']).to_owned();
    }
    spans
}

/// Writes movers and vote where the house puts them, behind what was just written, with what belongs to the vote.
pub(super) fn credit(writer: &mut Writer<'_, '_>, place: Place, movers: &Movers, vote: Option<&Vote>) {
    let context = writer.context;
    let style = &context.style.decisions;
    let text = credit_text(context, movers, vote);
    let behind_text = writer.blocks.last().is_some_and(|block| block.role == Role::Paragraph && block.depth == 0);
    if style.credit == Credit::Inline && behind_text && !is_silent(&text) {
        if let Some(last) = writer.blocks.last_mut() {
            append(context, last, &plain(" "), Weight::default());
            append(context, last, &text, style.credit_weight);
        }
    } else {
        writer.paragraph(place, text, style.credit_weight);
    }
    if let Some(vote) = vote {
        details(writer, place, vote);
    }
}

/// Writes what a vote records beside its result: names, the casting vote, why it was recorded.
pub(super) fn details(writer: &mut Writer<'_, '_>, place: Place, vote: &Vote) {
    let context = writer.context;
    let words = &context.style.wording.votes;
    let reason = [("reason", plain(vote.reason.clone().unwrap_or_default()))];
    match &vote.tally {
        Tally::Named { in_favour, against, abstained, not_voting } => {
            writer.paragraph(place, fill(&words.recorded, &reason), Weight::default());
            writer.keep_with_next();
            for (form, people) in [
                (&words.in_favour, in_favour),
                (&words.against, against),
                (&words.abstained, abstained),
                (&words.not_voting, not_voting),
            ] {
                named(writer, place, form, people);
            }
        }
        Tally::Words(_) | Tally::Counts { .. } if vote.reason.is_some() => {
            writer.paragraph(place, fill(&words.reason, &reason), Weight::default());
        }
        Tally::Words(_) | Tally::Counts { .. } => {}
    }
    if let Some(casting) = &vote.casting {
        let form = if casting.in_favour { &words.casting_for } else { &words.casting_against };
        let who = names::who(context, &casting.who, context.style.names.movers);
        writer.paragraph(place, fill(form, &[("who", who)]), Weight::default());
    }
}

fn named(writer: &mut Writer<'_, '_>, place: Place, form: &Words, people: &[Who]) {
    let context = writer.context;
    if people.is_empty() {
        return;
    }
    let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let names = names::list(context, people, context.style.names.movers);
    let text = fill(form, &[("names", names), ("count", figure(context, count))]);
    writer.paragraph(place, text, Weight::default());
}

/// Whether anything is known of a vote yet: of one that was only begun nothing is said.
pub(super) fn is_known(vote: &Vote) -> bool {
    match &vote.tally {
        Tally::Words(VoteWords::Other(words)) => !words.trim().is_empty() || vote.result != MotionResult::Open,
        Tally::Words(_) | Tally::Counts { .. } | Tally::Named { .. } => true,
    }
}

/// Writes a vote that stands by itself.
pub(super) fn statement(writer: &mut Writer<'_, '_>, place: Place, vote: &Vote) {
    let context = writer.context;
    if !is_known(vote) {
        return details(writer, place, vote);
    }
    let result = match vote.tally {
        Tally::Words(_) => Spans::new(),
        Tally::Counts { .. } | Tally::Named { .. } => result(context, vote.result),
    };
    let question = plain(vote.question.clone().unwrap_or_default());
    let gaps = [("question", question), ("vote", phrase(context, vote)), ("result", result)];
    let text = fill(&context.style.wording.votes.statement, &gaps);
    let text = if vote.question.is_some() || is_typed(Some(vote)) { text } else { capitalised(text) };
    writer.paragraph(place, text, Weight::default());
    details(writer, place, vote);
}

/// The tally in a few words.
pub(super) fn phrase(context: &Context<'_>, vote: &Vote) -> Spans {
    let words = &context.style.wording.votes;
    match &vote.tally {
        Tally::Words(VoteWords::Carried) => said(&words.carried),
        Tally::Words(VoteWords::Lost) => said(&words.lost),
        Tally::Words(VoteWords::Unanimous) => said(&words.unanimous),
        Tally::Words(VoteWords::AllAgreed) => said(&words.all_agreed),
        Tally::Words(VoteWords::AllInFavour) => said(&words.all_in_favour),
        Tally::Words(VoteWords::Majority) => said(&words.majority),
        Tally::Words(VoteWords::Other(other)) => plain(other.clone()),
        Tally::Counts { in_favour, against, abstained, not_voting } => {
            let beside = |count: u32| if count == 0 { Spans::new() } else { figure(context, count) };
            let gaps = [
                ("in_favour", figure(context, *in_favour)),
                ("against", figure(context, *against)),
                ("abstained", beside(*abstained)),
                ("not_voting", beside(*not_voting)),
            ];
            fill(&words.counts, &gaps)
        }
        Tally::Named { .. } => said(&words.by_name),
    }
}

/// The tally with its result, where that is not what the text around it says anyway.
fn phrase_with_result(context: &Context<'_>, vote: &Vote) -> Spans {
    let mut spans = phrase(context, vote);
    if !matches!(vote.result, MotionResult::Open | MotionResult::Carried) {
        spans.extend(plain(context.style.names.comma.clone()));
        spans.extend(result(context, vote.result));
    }
    spans
}

fn result(context: &Context<'_>, result: MotionResult) -> Spans {
    let words = &context.style.wording.votes;
    match result {
        MotionResult::Open => Spans::new(),
        MotionResult::Carried | MotionResult::Accepted => said(&words.carried),
        MotionResult::Lost | MotionResult::NotSeconded | MotionResult::Fell | MotionResult::Withdrawn => {
            said(&words.lost)
        }
    }
}

fn figure(context: &Context<'_>, count: u32) -> Spans {
    match (count, context.style.decisions.votes_in_words) {
        (0, _) => said(&context.style.wording.votes.none),
        (count, true) => plain(in_words(count)),
        (count, false) => plain(count.to_string()),
    }
}
