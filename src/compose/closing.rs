//! The end: closing line, next meeting, approval and signature.

use super::place::{Place, TextOf};
use super::prose::{Manner, prose};
use super::sight::Spot;
use super::span::{Span, Spans, plain};
use super::wording::{fill, said};
use super::writer::Writer;
use super::{calendar, moments, previous, title};
use crate::frame::Chunk;
use crate::model::{Id, ItemRole};
use crate::template::{EndBlock, Weight};

/// The last chunk.
pub(super) fn end(context: &super::context::Context<'_>) -> Chunk {
    let mut writer = Writer::at_margin(context);
    writer.spot = Spot::End;
    moments::without_place(&mut writer, true);
    for block in &context.style.end {
        match block {
            EndBlock::Remarks => {
                prose(&mut writer, &context.closing().remarks, TextOf::ClosingRemarks, Id::NONE, Manner::text());
            }
            EndBlock::Closed => closed(&mut writer),
            EndBlock::NextMeeting if !context.has_role(ItemRole::NextMeeting) => next_meeting(&mut writer),
            EndBlock::NextMeeting => {}
            EndBlock::Record => record(&mut writer),
            EndBlock::Signature => signature(&mut writer),
            EndBlock::Rule => writer.rule(),
        }
    }
    if let Some(first) = writer.blocks.first_mut() {
        first.space_before = first.space_before.max(context.style.items.before.points());
    }
    writer.into_chunk(Place::Closing)
}

fn closed(writer: &mut Writer<'_, '_>) {
    let context = writer.context;
    let closing = context.closing();
    let text = match (&closing.wording, closing.closed) {
        (Some(own), _) => plain(own.clone()),
        (None, Some(time)) => {
            fill(&context.style.wording.closing.closed, &[("time", calendar::time(&context.style.times, time))])
        }
        (None, None) => return,
    };
    writer.paragraph(Place::Closing, text, Weight::default());
}

/// Writes when the body meets next, where that is known.
pub(super) fn next_meeting(writer: &mut Writer<'_, '_>) {
    if let Some(text) = next(writer.context) {
        writer.paragraph(Place::NextMeeting, text, Weight::default());
    }
}

/// When the body meets next, in the house's words; none where that is not known.
pub(super) fn next(context: &super::context::Context<'_>) -> Option<Spans> {
    let next = context.closing().next.as_ref()?;
    let gaps = [
        ("date", calendar::date(context.style, &context.style.dates.title, next.date)),
        ("time", next.start.map(|time| calendar::time(&context.style.times, time)).unwrap_or_default()),
        ("venue", plain(next.venue.clone().unwrap_or_default())),
    ];
    Some(fill(&context.style.wording.closing.next, &gaps))
}

fn record(writer: &mut Writer<'_, '_>) {
    let context = writer.context;
    let words = &context.style.wording.closing;
    let date = |day| calendar::date(context.style, &context.style.dates.text, day);
    if let Some(approved) = &context.record().approved {
        let body = plain(approved.body.clone().unwrap_or_default());
        let gaps = [("date", date(approved.on)), ("body", body), ("by", plain(approved.by.clone()))];
        writer.paragraph(Place::Record, fill(&words.approved, &gaps), Weight::default());
        if !words.corrections.is_empty() && !approved.corrections.is_empty() {
            writer.paragraph(Place::Record, said(&words.corrections), Weight::default());
            writer.keep_with_next();
            previous::corrections(writer, &approved.corrections);
        }
    }
    if let Some(signed) = &context.record().signed {
        let gaps = [("by", plain(signed.by.clone())), ("date", date(signed.on))];
        writer.paragraph(Place::Record, fill(&words.signed, &gaps), Weight::default());
    }
}

/// Writes the lines to sign upon, until the minutes were signed.
fn signature(writer: &mut Writer<'_, '_>) {
    let context = writer.context;
    if context.record().signed.is_some() {
        return;
    }
    for line in &context.style.signature {
        let gaps = [
            ("line", vec![Span::Blank(line.line.points())]),
            ("council", plain(title::council(context))),
            ("body", plain(context.house().body.clone())),
            ("date", calendar::date(context.style, &context.style.dates.short, context.date())),
        ];
        let text: Spans = fill(&line.text, &gaps);
        if let Some(block) = writer.paragraph(Place::Record, text, Weight::default()) {
            block.space_before = line.before.points();
            block.keep_with_next = true;
        }
    }
    if let Some(last) = writer.blocks.last_mut() {
        last.keep_with_next = false;
    }
}
