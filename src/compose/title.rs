use super::calendar;
use super::context::Context;
use super::place::Place;
use super::span::{Spans, ink, is_silent, plain};
use super::wording::{fill, said};
use super::writer::{Column, Writer, align};
use crate::frame::{Content, Role};
use crate::model::MeetingKind;
use crate::template::{TitleLine, TitlePart};

/// Writes the title block.
pub(super) fn title(writer: &mut Writer<'_, '_>) {
    let context = writer.context;
    let style = &context.style.title;
    let gaps = gaps(context);
    let mut own_title = context.house().title.as_ref();
    let before = writer.blocks.len();
    for line in &style.lines {
        let spans = match (line.part, &context.house().title) {
            (TitlePart::Name, Some(_)) => own_title.take().map(|title| plain(title.clone())).unwrap_or_default(),
            _ => fill(&line.text, &gaps),
        };
        title_line(writer, line, &spans, before);
    }
    if let Some(last) = writer.blocks.last_mut() {
        last.space_after = style.after.points();
        last.keep_with_next = true;
    }
}

fn title_line(writer: &mut Writer<'_, '_>, line: &TitleLine, spans: &Spans, first: usize) {
    if is_silent(spans) {
        return;
    }
    let context = writer.context;
    let style = &context.style.title;
    let place = match line.part {
        TitlePart::Council | TitlePart::Name => Place::Title,
        TitlePart::Meeting => Place::Meeting,
    };
    let mut block = writer.block(place, Role::Title, Column::default(), spans.clone(), line.weight);
    let is_first = writer.blocks.len() == first;
    block.space_before = if is_first { 0.0 } else { style.gap.points() };
    block.keep_with_next = true;
    if let Content::Paragraph(paragraph) = &mut block.content {
        let text = &context.style.text;
        let size = line.size.points();
        paragraph.align = align(style.align);
        paragraph.text = ink(context, spans, size, line.weight);
        paragraph.line_height = text.line.points() * size / text.size.points().max(1.0);
    }
    writer.blocks.push(block);
}

/// What the title's gaps say.
pub(super) fn gaps(context: &Context<'_>) -> Vec<(&'static str, Spans)> {
    let meeting = context.meeting();
    let house = context.house();
    let dates = &context.style.dates;
    let optional = |text: &Option<String>| plain(text.clone().unwrap_or_default());
    let moved = meeting.rearranged_from.map(|day| calendar::date(context.style, &dates.short, day));
    let remote = if meeting.remote { said(&context.style.wording.meeting.remote) } else { Spans::new() };
    vec![
        ("council", plain(council(context))),
        ("body", plain(house.body.clone())),
        ("kind", kind(context, &meeting.kind)),
        ("date", calendar::date(context.style, &dates.title, meeting.date)),
        ("time", meeting.start.map(|time| calendar::time(&context.style.times, time)).unwrap_or_default()),
        ("venue", optional(&meeting.venue)),
        ("reference", optional(&meeting.reference)),
        ("link", optional(&meeting.remote_link)),
        ("rearranged_from", moved.unwrap_or_default()),
        ("remote", remote),
        ("notice", optional(&meeting.notice)),
    ]
}

/// The council's name: the draft's, or else the house's.
pub(super) fn council(context: &Context<'_>) -> String {
    let own = &context.house().council;
    if own.is_empty() { context.style.council.clone() } else { own.clone() }
}

/// The kind of a meeting, where it is not an ordinary one.
pub(super) fn kind(context: &Context<'_>, kind: &MeetingKind) -> Spans {
    let words = &context.style.wording.meeting;
    match kind {
        MeetingKind::Ordinary => Spans::new(),
        MeetingKind::Annual => said(&words.annual),
        MeetingKind::Extraordinary => said(&words.extraordinary),
        MeetingKind::Additional => said(&words.additional),
        MeetingKind::Special => said(&words.special),
        MeetingKind::Hearing => said(&words.hearing),
        MeetingKind::Other(other) => plain(other.clone()),
    }
}
