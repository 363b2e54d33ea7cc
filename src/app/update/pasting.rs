//! Text with tables in it, pasted.

use crate::{
    app::{Block, Caret, Plan, Planned, Refusal, Scratch, Selection, cut, fresh::Fresh, place},
    edit::{
        Edit, EditError, ListEdit,
        prose::{Point, Span, What, end},
    },
    model::{Id, Minutes, Paragraph, Part, PartContent, Prose, ProseAt, Table},
};

/// What is pasted takes the place of what is selected. In the text of an item each table becomes a part of its own, and
/// the text goes on behind it; elsewhere a row becomes a paragraph.
pub(super) fn blocks(caret: Caret, blocks: Vec<Block>, minutes: &Minutes, fresh: &mut Fresh<'_>) -> Planned {
    let part = match caret.at {
        ProseAt::Part(id) => minutes.part(id).filter(|(_, part)| matches!(part.content, PartContent::Prose(_))),
        _ => None,
    };
    match part {
        Some((item, part)) => as_parts(caret, blocks, minutes, (item.id, part), fresh),
        None => as_text(caret, blocks, minutes),
    }
}

fn as_parts(
    caret: Caret,
    blocks: Vec<Block>,
    minutes: &Minutes,
    (item, part): (Id, &Part),
    fresh: &mut Fresh<'_>,
) -> Planned {
    let PartContent::Prose(old) = &part.content else { return Err(Refusal::Edit(EditError::NoSuchProse(caret.at))) };
    let item = minutes.item(item).ok_or(Refusal::Edit(EditError::NoSuchNode(item)))?;
    let (mut text, behind) = around(old, caret.span());
    let mut contents = Vec::new();
    for block in blocks {
        match block {
            Block::Prose(prose) => text.extend(prose),
            Block::Table(table) => {
                contents.push(PartContent::Prose(std::mem::take(&mut text)));
                contents.push(PartContent::Table(table));
            }
        }
    }
    let last = end(&text);
    text.extend(behind);
    // Whoever pastes a table last goes on below it.
    if text.is_empty() {
        text.push(Paragraph::default());
    }
    contents.push(PartContent::Prose(text));
    let mut scratch = Scratch::new(minutes);
    let mut contents = contents.into_iter();
    if let Some(PartContent::Prose(insert)) = contents.next() {
        scratch.step(Edit::Prose { at: caret.at, from: 0, remove: old.len(), insert })?;
    }
    let first = place(&item.parts, part.id, |part| part.id)? + 1;
    let mut at = caret.at;
    for (number, content) in contents.enumerate() {
        // Between two tables there is nothing to say.
        if matches!(&content, PartContent::Prose(prose) if prose.is_empty()) {
            continue;
        }
        let mut content = content;
        fresh.new_content(&mut content);
        let value = Part { id: fresh.id(), privacy: part.privacy.clone(), content };
        at = ProseAt::Part(value.id);
        let place = first + number.min(scratch.minutes().item(item.id).map_or(0, |item| item.parts.len()) - first);
        scratch.parts(item.id, ListEdit::Insert { at: place, value })?;
    }
    let after = Caret::new(at, Span::caret(last));
    let plan = Plan::new(scratch.edit(), What::Pasting.label()).with_carets(caret, after);
    Ok(plan.going(Selection::Item(item.id), Some(crate::app::Focus::Prose(at))))
}

fn as_text(caret: Caret, blocks: Vec<Block>, minutes: &Minutes) -> Planned {
    let old = minutes.prose(caret.at).ok_or(Refusal::Edit(EditError::NoSuchProse(caret.at)))?;
    let (mut text, behind) = around(old, caret.span());
    for block in blocks {
        match block {
            Block::Prose(prose) => text.extend(prose),
            Block::Table(table) => text.extend(rows(table)),
        }
    }
    let last = end(&text);
    text.extend(behind);
    let edit = Edit::Prose { at: caret.at, from: 0, remove: old.len(), insert: text };
    let after = Caret::new(caret.at, Span::caret(last));
    Ok(Plan::new(edit, What::Pasting.label()).with_carets(caret, after))
}

/// What stays before and behind a selection.
fn around(prose: &[Paragraph], span: Span) -> (Prose, Prose) {
    let of = |at: Point| cut(prose, at);
    let (before, behind) = (of(span.start()).0, of(span.end()).1);
    // An empty paragraph in which something is pasted makes way for it.
    let is_empty = |prose: &Prose| prose.iter().all(Paragraph::is_empty);
    (if is_empty(&before) { Prose::new() } else { before }, if is_empty(&behind) { Prose::new() } else { behind })
}

/// The rows of a table as paragraphs, the cells parted by semicolons.
fn rows(table: Table) -> Prose {
    let row = |cells: Vec<Prose>| {
        let mut text = Vec::new();
        for (number, cell) in cells.into_iter().enumerate() {
            if number > 0 {
                text.push(crate::model::Inline::plain("; "));
            }
            text.extend(cell.into_iter().flat_map(|paragraph| paragraph.text));
        }
        Paragraph { text, ..Paragraph::default() }
    };
    table.rows.into_iter().map(|each| row(each.cells)).filter(|paragraph| !paragraph.is_empty()).collect()
}
