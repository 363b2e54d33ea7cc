//! The business: sections, items and their parts.

use super::context::Context;
use super::numbering::{decimal_number, item_number};
use super::place::{Place, TextOf};
use super::prose::{Manner, prose};
use super::shelf::{Shelf, Source};
use super::sight::{Sight, Spot};
use super::span::{Spans, in_language, is_silent, plain, text_of};
use super::wording::{fill, said};
use super::writer::{Column, Writer, align};
use super::{
    apologies, calendar, closing, declarations, moments, motion, names, previous, resolution, special, table, vote,
};
use crate::frame::{Block, Bookmark, Chunk, Content, Role};
use crate::model::*;
use crate::template::{ActionsShown, HeadBlock, Weight};
use std::sync::Arc;

/// How deep sub-items are set in; deeper ones stand as far in as this.
const DEEPEST: usize = 5;

/// What the headings of the business have got to.
struct Headings {
    /// The level of headings of sections.
    top: u8,
    /// Whether the word over the column of actions is still to be set, as it is until the first heading has it.
    word_to_come: bool,
}

/// The chunks of the business: one for each heading of a section, one for each of its items.
///
/// That a meeting went into private business is no secret: it resolved so in public. The heading of a private section is
/// therefore told to everybody, whether or not anything of what stands below it is.
pub(super) fn business(context: &Context<'_>, shelf: &mut Shelf) -> Vec<Arc<Chunk>> {
    let top = if context.style.head.contains(&HeadBlock::Title) { 2 } else { 1 };
    let (mut after_private, mut word_to_come) = (false, true);
    let mut chunks = Vec::new();
    for section in context.business() {
        let seen = |item: &&Item| context.sight(item.id) != Sight::Hidden;
        let published: Vec<&Item> = section.items.iter().filter(seen).collect();
        let mut put = |place: Place, source: Source<'_>, make: &dyn Fn(&mut Headings) -> Option<Chunk>| {
            let composed = shelf.chunk(context, place.encode(), source, word_to_come, || {
                let mut headings = Headings { top, word_to_come };
                let chunk = make(&mut headings);
                (chunk, headings.word_to_come)
            });
            word_to_come = composed.word_to_come;
            let there = composed.chunk.is_some();
            chunks.extend(composed.chunk);
            there
        };
        let headed = put(Place::Section(section.id), Source::Heading(section, after_private), &|headings| {
            section_heading(context, section, after_private, headings)
        });
        after_private = section.kind == SectionKind::Private;
        let depth = usize::from(headed);
        for item in published {
            put(Place::Item(item.id), Source::Item(item, depth), &|headings| {
                let mut writer = Writer::at_margin(context);
                self::item(&mut writer, item, 0, depth, headings);
                Some(writer.into_chunk(Place::Item(item.id)))
            });
        }
    }
    chunks
}

fn section_heading(
    context: &Context<'_>,
    section: &Section,
    after_private: bool,
    headings: &mut Headings,
) -> Option<Chunk> {
    let words = &context.style.wording.items;
    let house = match section.kind {
        SectionKind::Public if after_private => said(&words.public_again),
        SectionKind::Public => said(&words.public_section),
        SectionKind::Private => said(&words.private_section),
    };
    let spans = section.heading.as_ref().map_or(house, |own| in_language(own.clone(), &section.language));
    let style = &context.style.sections;
    let mut writer = Writer::at_margin(context);
    let text = text_of(&spans);
    let place = Place::Section(section.id);
    let block = writer.set(place, Role::Heading(headings.top), Column::default(), spans.clone(), style.weight)?;
    block.space_before = style.before.points();
    block.keep_with_next = true;
    block.bookmark = Some(Bookmark { level: 0, text });
    block.is_target = true;
    if let Content::Paragraph(paragraph) = &mut block.content {
        let size = style.size.points();
        paragraph.align = align(style.align);
        paragraph.line_height *= size / context.style.text.size.points().max(1.0);
        paragraph.text = super::span::ink(context, &spans, size, style.weight);
    }
    action_heading(context, block, headings);
    Some(writer.into_chunk(place))
}

/// Sets the word over the column of actions beside the first heading.
fn action_heading(context: &Context<'_>, block: &mut Block, headings: &mut Headings) {
    let ActionsShown::Column { at, width } = context.style.decisions.actions else { return };
    if !std::mem::take(&mut headings.word_to_come) {
        return;
    }
    let word = said(&context.style.wording.items.action_heading);
    if let Content::Paragraph(paragraph) = &mut block.content
        && !is_silent(&word)
    {
        let node = block.node;
        let weight = context.style.items.weight;
        let text = super::span::ink(context, &word, context.style.text.size.points(), weight);
        paragraph.right_indent = paragraph.right_indent.max(context.style.items.right.points());
        paragraph.aside = Some(crate::frame::Aside { at: at.points(), width: width.points(), node, text });
    }
}

/// Writes an item with its sub-items; `depth` counts the items above it, `headed` the headings above those.
fn item(writer: &mut Writer<'_, '_>, item: &Item, depth: usize, headed: usize, headings: &mut Headings) {
    let context = writer.context;
    let sight = context.sight(item.id);
    if sight == Sight::Hidden {
        return;
    }
    writer.spot = Spot::Item(item.id);
    writer.number = context.number(item.id).map(|number| decimal_number(context, number)).unwrap_or_default();
    let style = &context.style.items;
    let deep = f32::from(u8::try_from(depth.min(DEEPEST)).unwrap_or(0));
    writer.column = Column { at: style.text_at.points() + deep * style.sub_step.points(), right: style.right.points() };
    heading(writer, item, sight, depth, headed, headings);
    match sight {
        Sight::Stub => {
            if let PublicVersion::Stub { text, .. } = &item.public_version {
                prose(writer, text, TextOf::PublicVersion, item.id, Manner::text());
            }
        }
        Sight::Whole => whole(writer, item, depth, headed, headings),
        Sight::Hidden => {}
    }
}

fn heading(
    writer: &mut Writer<'_, '_>,
    item: &Item,
    sight: Sight,
    depth: usize,
    headed: usize,
    headings: &mut Headings,
) {
    let context = writer.context;
    let style = &context.style.items;
    let agenda = item.agenda.clone().unwrap_or_default();
    let number = context.number(item.id).map(|number| item_number(context, number, &agenda)).unwrap_or_default();
    let title = title(context, item, sight, &agenda);
    let place = Place::Item(item.id);
    let step = style.sub_step.points();
    let (number_at, title_at) = match depth {
        0 => (style.number_at.points(), style.title_at.points()),
        _ => (writer.column.at - step, writer.column.at),
    };
    let column = Column { at: title_at, right: style.right.points() };
    let level = usize::from(headings.top) + headed + depth;
    let role = Role::Heading(u8::try_from(level).unwrap_or(u8::MAX).min(6));
    let bookmark = [text_of(&number), text_of(&title)].join(" ").trim().to_owned();
    // An item without a title still has a number to be found by.
    let (label, text) = if is_silent(&title) { (Spans::new(), number) } else { (number, title) };
    let own_column = if is_silent(&label) && depth == 0 { Column { at: number_at.max(0.0), ..column } } else { column };
    let column = if is_silent(&label) && context.number(item.id).is_some() { own_column } else { column };
    let Some(block) = writer.set(place, role, column, text, style.weight) else { return };
    block.space_before = if depth == 0 { style.before.points() } else { context.style.text.gap.points() };
    block.keep_with_next = true;
    block.is_target = true;
    block.bookmark = Some(Bookmark { level: u8::try_from(headed + depth).unwrap_or(u8::MAX), text: bookmark });
    action_heading(context, block, headings);
    writer.label(number_at, &label, style.weight);
}

fn title(context: &Context<'_>, item: &Item, sight: Sight, agenda: &str) -> Spans {
    let (title, reference) = match (sight, &item.public_version) {
        (Sight::Stub, PublicVersion::Stub { title, .. }) => (title.clone(), String::new()),
        _ => (item.title.clone(), item.reference.clone().unwrap_or_default()),
    };
    if title.is_empty() && reference.is_empty() {
        return Spans::new();
    }
    let gaps =
        [("title", in_language(title, &item.language)), ("agenda", plain(agenda)), ("reference", plain(reference))];
    fill(&context.style.wording.items.title, &gaps)
}

fn whole(writer: &mut Writer<'_, '_>, item: &Item, depth: usize, headed: usize, headings: &mut Headings) {
    let context = writer.context;
    let words = &context.style.wording.items;
    item_head(writer, item);
    let before = writer.blocks.len();
    if context.speaks(item) {
        role(writer, item);
    }
    for part in item.parts.iter().filter(|part| context.audience.sees(&part.privacy)) {
        self::part(writer, part);
    }
    if item.deferred && writer.blocks.len() == before && item.items.is_empty() {
        writer.paragraph(Place::ItemHead(item.id), said(&words.deferred), Weight::default());
    }
    declarations::notes(writer, item.id);
    for sub in &item.items {
        self::item(writer, sub, depth + 1, headed, headings);
    }
}

/// Writes what the house says at the head of an item.
fn item_head(writer: &mut Writer<'_, '_>, item: &Item) {
    let context = writer.context;
    let words = &context.style.wording.items;
    let place = Place::ItemHead(item.id);
    if let Some(origin) = &item.origin {
        let date = origin.date.map(|date| calendar::date(context.style, &context.style.dates.text, date));
        let gaps = [
            ("body", plain(origin.body.clone())),
            ("date", date.unwrap_or_default()),
            ("reference", plain(origin.reference.clone().unwrap_or_default())),
        ];
        writer.paragraph(place, fill(&words.origin, &gaps), context.style.items.note);
    }
    if item.out_of_turn {
        writer.paragraph(place, said(&words.out_of_turn), context.style.items.note);
    }
    moments::at_item(writer, item.id);
    if !item.invitees.is_empty() {
        let names = names::list(context, &item.invitees, NameForm::Titled);
        writer.paragraph(place, fill(&words.invitees, &[("names", names)]), Weight::default());
    }
}

/// Writes what follows from the rest of the draft for a standing item.
fn role(writer: &mut Writer<'_, '_>, item: &Item) {
    match item.role {
        ItemRole::Ordinary | ItemRole::OtherBusiness => {}
        ItemRole::Declarations => declarations::declarations(writer),
        ItemRole::PreviousMinutes => previous::previous(writer),
        ItemRole::Apologies => apologies::as_minute(writer, item.id),
        ItemRole::Substitutes => apologies::substitutes(writer, item.id),
        ItemRole::NextMeeting => closing::next_meeting(writer),
    }
}

fn part(writer: &mut Writer<'_, '_>, part: &Part) {
    match &part.content {
        PartContent::Prose(text) => drop(prose(writer, text, TextOf::Part, part.id, Manner::text())),
        PartContent::Resolution(resolution) => resolution::resolution(writer, part.id, resolution),
        PartContent::Motion(motion) => motion::motion(writer, part.id, motion),
        PartContent::Vote(vote) => vote::statement(writer, Place::Part(part.id), vote),
        PartContent::Table(table) => table::table(writer, part.id, table),
        PartContent::Note(note) => special::note(writer, part.id, note),
        PartContent::Petition(petition) => special::petition(writer, part.id, petition),
        PartContent::Question(question) => special::question(writer, part.id, question),
        PartContent::CallIn(call_in) => special::call_in(writer, part.id, call_in),
        PartContent::Actions(actions) => resolution::own_actions(writer, actions),
    }
}
