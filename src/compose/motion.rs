//! Motions: as moved, their amendments, as amended, and what became of them.

use super::context::Context;
use super::place::{Place, TextOf};
use super::prose::{Manner, prose};
use super::span::Spans;
use super::vote::{details, is_known, mover_gaps, phrase};
use super::wording::{fill, said};
use super::writer::Writer;
use crate::model::*;
use crate::template::{Weight, Words};

/// Writes a motion.
pub(super) fn motion(writer: &mut Writer<'_, '_>, part: Id, motion: &Motion) {
    let words = &writer.context.style.wording.motions;
    let place = Place::Part(part);
    let opening = if motion.procedural { &words.procedural } else { &words.motion };
    put(writer, place, opening, &motion.movers);
    prose(writer, &motion.text, TextOf::Part, part, Manner::text());
    for amendment in &motion.amendments {
        let place = Place::Amendment(amendment.id);
        put(writer, place, &words.amendment, &amendment.movers);
        prose(writer, &amendment.text, TextOf::Amendment, amendment.id, Manner::text());
        result(writer, place, &words.the_amendment, amendment.result, amendment.vote.as_ref());
    }
    let seen = |paragraph: &Paragraph| !paragraph.is_empty() && writer.context.audience.sees(&paragraph.privacy);
    if motion.substantive.iter().any(seen) {
        writer.paragraph(place, said(&words.substantive), Weight::default());
        writer.keep_with_next();
        prose(writer, &motion.substantive, TextOf::Substantive, part, Manner::text());
    }
    result(writer, place, &words.the_motion, motion.result, motion.vote.as_ref());
}

fn put(writer: &mut Writer<'_, '_>, place: Place, opening: &Words, movers: &Movers) {
    let text = fill(opening, &mover_gaps(writer.context, movers));
    writer.paragraph(place, text, Weight::default());
    writer.keep_with_next();
}

fn result(writer: &mut Writer<'_, '_>, place: Place, subject: &Words, result: MotionResult, vote: Option<&Vote>) {
    let context = writer.context;
    let result = match (result, vote) {
        (MotionResult::Open, Some(vote)) => vote.result,
        (result, _) => result,
    };
    if let Some(words) = became(context, result, vote.is_some_and(is_known)) {
        let tally = vote.map(|vote| phrase_beside(context, vote, result)).unwrap_or_default();
        let text = fill(words, &[("subject", said(subject)), ("vote", tally)]);
        writer.paragraph(place, text, Weight::default());
    }
    if let Some(vote) = vote {
        details(writer, place, vote);
    }
}

/// The tally, unless it says no more than the result does.
fn phrase_beside(context: &Context<'_>, vote: &Vote, result: MotionResult) -> Spans {
    match (&vote.tally, result) {
        (Tally::Words(VoteWords::Carried), MotionResult::Carried)
        | (Tally::Words(VoteWords::Lost), MotionResult::Lost)
        | (Tally::Named { .. }, _) => Spans::new(),
        _ => phrase(context, vote),
    }
}

fn became<'a>(context: &Context<'a>, result: MotionResult, voted: bool) -> Option<&'a Words> {
    let words = &context.style.wording.motions;
    match result {
        MotionResult::Open => voted.then_some(&words.open),
        MotionResult::Carried => Some(&words.carried),
        MotionResult::Lost => Some(&words.lost),
        MotionResult::Withdrawn => Some(&words.withdrawn),
        MotionResult::Accepted => Some(&words.accepted),
        MotionResult::NotSeconded => Some(&words.not_seconded),
        MotionResult::Fell => Some(&words.fell),
    }
}
