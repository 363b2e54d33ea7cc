//! What the clerk wrote: paragraphs and lists, as they were typed.

use super::context::Context;
use super::numbering::{enclosed, mark};
use super::place::{Place, TextOf};
use super::sight::Spot;
use super::span::{Spans, ink, is_silent, plain, styled, text_of};
use super::writer::{Column, Writer};
use super::{citations, moments, names};
use crate::frame::{Block, Content, ListMarks, Role};
use crate::model::{Enclosure, Id, Inline, Look, Paragraph, ParagraphKind};
use crate::template::{HouseStyle, Mark, Weight};

/// How deep lists are set in; deeper ones stand as far in as this.
const DEEPEST: usize = 6;

/// How a prose is set.
pub(super) struct Manner {
    /// Its weight.
    pub weight: Weight,
    /// What its paragraphs are.
    pub role: Role,
    /// Words of the house in front of its first paragraph; in a paragraph of their own before a list.
    pub lead: Spans,
    /// The same where a list follows.
    pub lead_list: Spans,
}

impl Manner {
    /// As running text.
    pub fn text() -> Manner {
        Manner { weight: Weight::default(), role: Role::Paragraph, lead: Spans::new(), lead_list: Spans::new() }
    }

    /// With words of the house in front.
    pub fn led_by(lead: Spans) -> Manner {
        Manner { lead_list: lead.clone(), lead, ..Manner::text() }
    }
}

/// An open list on one level.
#[derive(Clone)]
struct Open {
    kind: ParagraphKind,
    count: u32,
    /// The number as it stands, for lists that are counted behind it.
    decimal: String,
}

/// Writes a prose; gives whether the audience sees any of it.
pub(super) fn prose(writer: &mut Writer<'_, '_>, prose: &[Paragraph], of: TextOf, id: Id, manner: Manner) -> bool {
    let places = (0u16..).chain(std::iter::repeat(u16::MAX));
    let numbered = places.zip(prose).map(|(paragraph, text)| (Place::Text { of, id, paragraph }, text));
    set(writer, numbered, manner)
}

/// Writes paragraphs, each with its place.
pub(super) fn set<'p>(
    writer: &mut Writer<'_, '_>,
    paragraphs: impl Iterator<Item = (Place, &'p Paragraph)>,
    manner: Manner,
) -> bool {
    let mut lead = Some((manner.lead, manner.lead_list));
    let mut open: Vec<Option<Open>> = Vec::new();
    let mut any = false;
    for (place, paragraph) in paragraphs {
        let text = spans(writer.context, paragraph, writer.spot);
        let is_said = !is_silent(&text);
        let list = (is_said && paragraph.is_list_item())
            .then(|| count(writer.context.style, &writer.number, &mut open, paragraph));
        if !writer.context.audience.sees(&paragraph.privacy) {
            continue;
        }
        if is_said {
            any = true;
            let (lead, lead_list) = lead.take().unwrap_or_default();
            match list {
                Some((marker, begins, depth)) => {
                    if !is_silent(&lead_list) {
                        writer.paragraph(place, lead_list, manner.weight);
                    }
                    list_item(writer, place, paragraph, text, &marker, begins, depth, manner.weight);
                }
                None => {
                    let depth = close(&mut open, usize::from(paragraph.level).min(DEEPEST));
                    let text = joined(lead, text);
                    body(writer, place, paragraph, text, depth, manner.role, manner.weight);
                }
            }
        }
        sentences(writer, paragraph);
    }
    any
}

/// Words of the house, a space, and what follows.
pub(super) fn joined(mut lead: Spans, text: Spans) -> Spans {
    if !is_silent(&lead) && !text_of(&lead).ends_with(char::is_whitespace) {
        lead.extend(plain(" "));
    }
    lead.extend(text);
    lead
}

/// Counts a list item: its marker, whether a list begins with it, and how many lists are around it.
fn count(
    style: &HouseStyle,
    number: &str,
    open: &mut Vec<Option<Open>>,
    paragraph: &Paragraph,
) -> (String, bool, usize) {
    let level = usize::from(paragraph.level).min(DEEPEST);
    open.resize(level + 1, None);
    let depth = open.iter().take(level).flatten().count();
    let before = open.get(level).cloned().flatten().filter(|open| open.kind == paragraph.kind);
    let begins = before.is_none() || paragraph.start.is_some();
    let next = before.map_or(1, |open| open.count.saturating_add(1));
    let count = paragraph.start.unwrap_or(next);
    let above = open.iter().take(level).flatten().next_back().map_or(number, |open| &open.decimal);
    let (marker, decimal) = marker(style, paragraph.kind, level, count, above);
    if let Some(slot) = open.get_mut(level) {
        *slot = Some(Open { kind: paragraph.kind, count, decimal });
    }
    (marker, begins, depth)
}

/// The marker of a list item, and its number for lists that are counted behind it.
fn marker(style: &HouseStyle, kind: ParagraphKind, level: usize, count: u32, above: &str) -> (String, String) {
    let (kind, enclosure) = match kind {
        ParagraphKind::Numbered(enclosure) => (Mark::Figures, enclosure),
        ParagraphKind::Lettered(enclosure) => (Mark::Letters, enclosure),
        ParagraphKind::Roman(enclosure) => (Mark::Roman, enclosure),
        ParagraphKind::Bullet | ParagraphKind::Body | ParagraphKind::Quotation => {
            let bullets = &style.lists.bullets;
            return (bullets.get(level).or(bullets.last()).cloned().unwrap_or_default(), above.to_owned());
        }
    };
    let mark = mark(kind, count);
    (enclosed(enclosure, &mark, above), enclosed(Enclosure::Decimal, &mark, above))
}

/// The markers of paragraphs as they are typed, where also an empty item has one; none before running text.
pub(super) fn markers(style: &HouseStyle, number: &str, paragraphs: &[Paragraph]) -> Vec<Option<String>> {
    let mut open: Vec<Option<Open>> = Vec::new();
    let each = paragraphs.iter().map(|paragraph| {
        if paragraph.is_list_item() {
            Some(count(style, number, &mut open, paragraph).0)
        } else {
            if !paragraph.is_empty() {
                close(&mut open, usize::from(paragraph.level).min(DEEPEST));
            }
            None
        }
    });
    each.collect()
}

/// Ends the lists that a body paragraph does not belong to; gives in how many it still stands.
fn close(open: &mut Vec<Option<Open>>, level: usize) -> usize {
    open.truncate(level);
    open.iter().flatten().count()
}

fn list_marks(kind: ParagraphKind) -> ListMarks {
    match kind {
        ParagraphKind::Bullet => ListMarks::Disc,
        ParagraphKind::Numbered(_) => ListMarks::Decimal,
        ParagraphKind::Lettered(_) => ListMarks::LowerAlpha,
        ParagraphKind::Roman(_) => ListMarks::LowerRoman,
        ParagraphKind::Body | ParagraphKind::Quotation => ListMarks::None,
    }
}

#[expect(clippy::too_many_arguments, reason = "one list item, said in one line by its only caller")]
fn list_item(
    writer: &mut Writer<'_, '_>,
    place: Place,
    paragraph: &Paragraph,
    text: Spans,
    marker: &str,
    begins: bool,
    depth: usize,
    weight: Weight,
) {
    let style = &writer.context.style.lists;
    let marker_at = level_at(writer, usize::from(paragraph.level)) + style.marker_at.points();
    let column = Column { at: marker_at + style.text_after.points(), ..writer.column };
    let first = begins && depth == 0;
    let after_item = writer.blocks.last().is_some_and(|block| matches!(block.role, Role::ListItem { .. }));
    let gap = if first || !after_item { writer.context.style.text.gap } else { style.gap };
    if first {
        keep_introduction(writer);
    }
    let role = Role::ListItem { marks: list_marks(paragraph.kind), begins };
    if let Some(block) = writer.set(place, role, column, text, weight) {
        block.depth = u8::try_from(depth).unwrap_or(u8::MAX);
        block.space_before = gap.points();
    }
    writer.label(marker_at, &plain(marker), weight);
}

/// Keeps a line that ends in a colon with the list that it introduces.
fn keep_introduction(writer: &mut Writer<'_, '_>) {
    if writer.blocks.last().is_some_and(|block| shown_text(block).trim_end().ends_with(':')) {
        writer.keep_with_next();
    }
}

/// The text of a block of one paragraph.
pub(super) fn shown_text(block: &Block) -> String {
    let Content::Paragraph(paragraph) = &block.content else { return String::new() };
    paragraph
        .text
        .iter()
        .filter_map(|inline| match inline {
            crate::frame::Inline::Text(run) => Some(run.text.as_str()),
            _ => None,
        })
        .collect()
}

/// Where text of a level begins, from the left margin.
fn level_at(writer: &Writer<'_, '_>, level: usize) -> f32 {
    let style = &writer.context.style.lists;
    let step = style.marker_at.points() + style.text_after.points();
    let deep = u8::try_from(level.min(DEEPEST)).unwrap_or(0);
    writer.column.at + f32::from(deep) * step
}

fn body(
    writer: &mut Writer<'_, '_>,
    place: Place,
    paragraph: &Paragraph,
    text: Spans,
    depth: usize,
    role: Role,
    weight: Weight,
) {
    let mut column = Column { at: level_at(writer, usize::from(paragraph.level)), ..writer.column };
    let mut role = role;
    if paragraph.kind == ParagraphKind::Quotation {
        let inset = writer.context.style.items.quotation.points();
        column = Column { at: column.at + inset, right: column.right + inset };
        role = Role::Quotation;
    }
    if let Some(block) = writer.set(place, role, column, text, weight) {
        block.depth = u8::try_from(depth).unwrap_or(u8::MAX);
    }
}

/// Writes the sentences of the moments that are marked in a paragraph, behind it.
fn sentences(writer: &mut Writer<'_, '_>, paragraph: &Paragraph) {
    for inline in &paragraph.text {
        if let Inline::Moment(id) = inline {
            moments::sentence(writer, *id);
        }
    }
}

/// The text of a paragraph: as typed, marks written out, what is only for the clerk left out.
pub(super) fn spans(context: &Context<'_>, paragraph: &Paragraph, from: Spot) -> Spans {
    let mut out = Spans::new();
    for inline in &paragraph.text {
        match inline {
            Inline::Text(run) => out.extend(styled(run.text.clone(), run.look.clone())),
            Inline::Citation(citation) => out.extend(citations::citation(context, citation, from)),
            Inline::Person(mention) => {
                let starts = begins_sentence(&text_of(&out));
                let name = text_of(&names::mention(context, mention.person, mention.form, starts));
                out.extend(styled(name, mention.look.clone()));
            }
            Inline::Slot(prompt) => out.extend(styled(format!("[{prompt}]"), Look::default())),
            Inline::ComeBack(_) | Inline::Moment(_) => {}
        }
    }
    out
}

pub(super) fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', '?', '!'])
}

/// Adds words of the house at the end of a paragraph.
pub(super) fn append(context: &Context<'_>, block: &mut Block, spans: &Spans, weight: Weight) {
    if let Content::Paragraph(paragraph) = &mut block.content {
        paragraph.text.extend(ink(context, spans, context.style.text.size.points(), weight));
    }
}
