//! What the page says where a mark stands, for whoever shows the text while it is typed.

use super::context::Context;
use super::numbering::decimal_number;
use super::sight::Spot;
use super::span::text_of;
use super::writer::Writer;
use super::{citations, moments, names, prose};
use crate::model::{Audience, Id, Inline, Minutes, Paragraph};
use crate::template::HouseStyle;

/// What the page says in the place of a mark in the text of an item, or of no item. `starts` is whether a sentence begins
/// with it. Of what is never printed, it is what the clerk has to know.
pub fn mark_text(minutes: &Minutes, style: &HouseStyle, item: Option<Id>, mark: &Inline, starts: bool) -> String {
    let context = &Context::new(minutes, style, Audience::Members);
    let spot = item.map_or(Spot::Head, Spot::Item);
    match mark {
        Inline::Text(run) => run.text.clone(),
        Inline::Citation(citation) => text_of(&citations::citation(context, citation, spot)),
        Inline::Person(mention) => text_of(&names::mention(context, mention.person, mention.form, starts)),
        Inline::Slot(prompt) => format!("[{prompt}]"),
        Inline::ComeBack(note) if note.is_empty() => "come back".to_owned(),
        Inline::ComeBack(note) => format!("come back: {note}"),
        Inline::Moment(id) => moment(context, *id),
    }
}

/// Whether a sentence begins behind this text.
pub fn begins_sentence(before: &str) -> bool {
    prose::begins_sentence(before)
}

/// The markers of list items as they are typed, "16.", "(a)", "•"; none before running text.
pub fn list_markers(
    minutes: &Minutes,
    style: &HouseStyle,
    item: Option<Id>,
    paragraphs: &[Paragraph],
) -> Vec<Option<String>> {
    let decimal = |paragraph: &Paragraph| {
        use crate::model::{Enclosure, ParagraphKind as Kind};
        let (Kind::Numbered(enclosure) | Kind::Lettered(enclosure) | Kind::Roman(enclosure)) = paragraph.kind else {
            return false;
        };
        enclosure == Enclosure::Decimal
    };
    let number = match item.filter(|_| paragraphs.iter().any(decimal)) {
        Some(item) => {
            let context = &Context::new(minutes, style, Audience::Members);
            context.number(item).map(|number| decimal_number(context, number)).unwrap_or_default()
        }
        None => String::new(),
    };
    prose::markers(style, &number, paragraphs)
}

/// The sentence that stands behind the paragraph, or that something happened of which the house says nothing.
fn moment(context: &Context<'_>, id: Id) -> String {
    let mut writer = Writer::at_margin(context);
    moments::sentence(&mut writer, id);
    let said: Vec<String> = writer.blocks.iter().map(prose::shown_text).collect();
    let said = said.join(" ");
    if said.trim().is_empty() { "something happened here".to_owned() } else { said }
}
