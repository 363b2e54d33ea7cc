//! Notes, petitions, questions and call-ins.

use super::names;
use super::place::{Place, TextOf};
use super::prose::{Manner, append, prose};
use super::span::{Spans, plain};
use super::wording::{fill, said};
use super::writer::Writer;
use crate::frame::Role;
use crate::model::{CallIn, Id, Note, Petition, Question};
use crate::template::Weight;

/// Writes a note.
pub(super) fn note(writer: &mut Writer<'_, '_>, part: Id, note: &Note) {
    let context = writer.context;
    let words = &context.style.wording.items;
    let label = note.label.as_ref().map_or_else(|| said(&words.note_label), |own| plain(own.clone()));
    let mut lead = if note.bracketed { plain("(") } else { Spans::new() };
    lead.extend(fill(&words.note, &[("label", label)]));
    let weight = context.style.items.note;
    let seen =
        prose(writer, &note.text, TextOf::Part, part, Manner { weight, role: Role::Note, ..Manner::led_by(lead) });
    if let Some(last) = writer.blocks.last_mut().filter(|_| seen && note.bracketed) {
        append(context, last, &plain(")"), weight);
    }
}

/// Writes a petition.
pub(super) fn petition(writer: &mut Writer<'_, '_>, part: Id, petition: &Petition) {
    let context = writer.context;
    let gaps = [
        ("subject", plain(petition.subject.clone())),
        ("signatures", plain(petition.signatures.map(|count| count.to_string()).unwrap_or_default())),
        ("organiser", plain(petition.organiser.clone().unwrap_or_default())),
        ("sponsor", names::maybe(context, petition.sponsor.as_ref(), context.style.names.movers)),
    ];
    let text = fill(&context.style.wording.special.petition, &gaps);
    writer.paragraph(Place::Part(part), text, Weight::default());
    prose(writer, &petition.text, TextOf::Part, part, Manner::text());
}

/// Writes a question and its answer.
pub(super) fn question(writer: &mut Writer<'_, '_>, part: Id, question: &Question) {
    let context = writer.context;
    let words = &context.style.wording.special;
    let form = context.style.names.movers;
    let asker = names::maybe(context, question.asker.as_ref(), form);
    let answerer = names::maybe(context, question.answerer.as_ref(), form);
    let asked = fill(&words.question, &[("asker", asker), ("answerer", answerer.clone())]);
    prose(writer, &question.question, TextOf::Part, part, Manner::led_by(asked));
    let answered = fill(&words.answer, &[("answerer", answerer)]);
    prose(writer, &question.answer, TextOf::Answer, part, Manner::led_by(answered));
}

/// Writes a call-in.
pub(super) fn call_in(writer: &mut Writer<'_, '_>, part: Id, call_in: &CallIn) {
    let context = writer.context;
    let words = &context.style.wording.special;
    let notice = plain(call_in.notice.clone().unwrap_or_default());
    let text = fill(&words.call_in, &[("decision", plain(call_in.decision.clone())), ("notice", notice)]);
    writer.paragraph(Place::Part(part), text, Weight::default());
    if !call_in.signatories.is_empty() {
        let names = names::list(context, &call_in.signatories, context.style.names.movers);
        writer.paragraph(Place::Part(part), fill(&words.signatories, &[("names", names)]), Weight::default());
    }
    let seen = call_in.grounds.iter().any(|it| !it.is_empty() && context.audience.sees(&it.privacy));
    if seen {
        writer.paragraph(Place::Part(part), said(&words.grounds), Weight::default());
        writer.keep_with_next();
        prose(writer, &call_in.grounds, TextOf::Grounds, part, Manner::text());
    }
}
