//! What the house says by itself, for whoever shows it beside a form: the same words that stand on the page.

use super::context::Context;
use super::prose::spans;
use super::sight::Spot;
use super::span::{Span, Spans, text_of};
use super::wording::{fill, said};
use super::{calendar, numbering, previous};
use crate::model::{Audience, Date, Id, Inline, Minutes, Paragraph, Prose, Run, Time};
use crate::template::HouseStyle;
use std::collections::HashMap;

/// The words of the house for one state of the minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseWords {
    /// What stands before the title of each item that has a number: "15."
    pub numbers: HashMap<Id, String>,
    /// What stands where nobody declared an interest.
    pub nil_declarations: String,
    /// What is said of earlier minutes; empty while none are named.
    pub previous: String,
    /// The closing line; empty while the time is not known.
    pub closed: String,
    /// When the body meets next; empty while that is not known.
    pub next_meeting: String,
    /// The heading of public business.
    pub public_section: String,
    /// The heading of private business.
    pub private_section: String,
}

/// What the house says by itself where the clerk puts no words of their own.
pub fn house_words(minutes: &Minutes, style: &HouseStyle) -> HouseWords {
    let context = &Context::new(minutes, style, Audience::Members);
    let numbered = minutes.items().into_iter().filter_map(|visit| {
        let agenda = visit.item.agenda.as_deref().unwrap_or_default();
        Some((visit.item.id, numbering::item_number(context, context.number(visit.item.id)?, agenda)))
    });
    let text = |spans: Spans| text_of(&spans).trim().to_owned();
    let time = |time| calendar::time(&style.times, time);
    let closing = &minutes.closing;
    HouseWords {
        numbers: numbered.map(|(id, spans)| (id, text(spans))).collect(),
        nil_declarations: text(said(&style.wording.declarations.nil)),
        previous: match minutes.previous.meetings.as_slice() {
            [] => String::new(),
            _ => text(previous::sentence(context)),
        },
        closed: closing
            .closed
            .map(|closed| text(fill(&style.wording.closing.closed, &[("time", time(closed))])))
            .unwrap_or_default(),
        next_meeting: super::closing::next(context).map(text).unwrap_or_default(),
        public_section: text(said(&style.wording.items.public_section)),
        private_section: text(said(&style.wording.items.private_section)),
    }
}

/// A day as the house writes it in running text.
pub fn written_date(style: &HouseStyle, date: Date) -> Vec<Inline> {
    let spans = calendar::date(style, &style.dates.text, date);
    let runs = spans.into_iter().filter_map(|span| match span {
        Span::Text { text, look, link: _ } => Some(Inline::Text(Run { text, look })),
        Span::Blank(_) | Span::Page | Span::Pages => None,
    });
    runs.collect()
}

/// A time of day as the house writes it.
pub fn written_time(style: &HouseStyle, time: Time) -> String {
    text_of(&calendar::time(&style.times, time))
}

/// Paragraphs of an item with their marks written out as the page has them: citations, people, slots. What is only for the
/// clerk is left out.
pub fn written(minutes: &Minutes, style: &HouseStyle, item: Option<Id>, prose: &[Paragraph]) -> Prose {
    let context = &Context::new(minutes, style, Audience::Members);
    let spot = item.map_or(Spot::Head, Spot::Item);
    let paragraphs = prose.iter().map(|paragraph| {
        let runs = spans(context, paragraph, spot).into_iter().filter_map(|span| match span {
            Span::Text { text, look, link: _ } => Some(Inline::Text(Run { text, look })),
            Span::Blank(_) | Span::Page | Span::Pages => None,
        });
        Paragraph { text: runs.collect(), ..paragraph.clone() }
    });
    paragraphs.collect()
}
