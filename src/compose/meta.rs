use super::context::Context;
use super::span::text_of;
use super::title::{council, gaps};
use super::wording::{fill, said};
use crate::frame::Meta;
use crate::model::State;

/// What the document says of itself. Its date is the meeting's, so that the same draft gives the same bytes.
pub(super) fn meta(context: &Context<'_>) -> Meta {
    let words = &context.style.wording.meeting;
    let house = context.house();
    let meeting = context.meeting();
    let subject = match context.record().state() {
        State::Draft => &words.subject_draft,
        State::Circulated => &words.subject_circulated,
        State::Approved => &words.subject_approved,
        State::Signed => &words.subject_signed,
    };
    let title = house.title.clone().unwrap_or_else(|| text_of(&fill(&words.document_title, &gaps(context))));
    let (hour, minute) = meeting.start.map_or((0, 0), |start| (start.hour(), start.minute()));
    let signed = |value: u8| i8::try_from(value).unwrap_or(0);
    Meta {
        title,
        author: council(context),
        subject: text_of(&said(subject)),
        language: context.language().to_owned(),
        date: meeting.date.at(signed(hour), signed(minute), 0, 0),
    }
}
