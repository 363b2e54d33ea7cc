//! Interests that were declared: an entry for each under their heading, and a note at the item.

use super::citations;
use super::context::Context;
use super::names;
use super::place::{Place, TextOf};
use super::prose::{Manner, prose};
use super::sight::Sight;
use super::span::{Spans, plain, text_of};
use super::wording::{fill, said};
use super::writer::{Column, Writer};
use crate::frame::Role;
use crate::model::*;
use crate::template::Weight;

/// Writes the declarations as the text of their item.
pub(super) fn declarations(writer: &mut Writer<'_, '_>) {
    let context = writer.context;
    let declarations = context.declarations();
    if declarations.entries.is_empty() {
        let words = &context.style.wording.declarations.nil;
        let nil = declarations.nil_wording.as_ref().map_or_else(|| said(words), |own| plain(own.clone()));
        writer.paragraph(Place::Declarations, nil, Weight::default());
    }
    entries(writer);
}

/// Writes declarations before the business where the draft has no item for them.
pub(super) fn without_item(writer: &mut Writer<'_, '_>) {
    if !writer.context.has_role(ItemRole::Declarations) {
        entries(writer);
    }
}

fn entries(writer: &mut Writer<'_, '_>) {
    let declarations = writer.context.declarations();
    for entry in &declarations.entries {
        match entry.wording.as_ref().filter(|_| !holds_secrets(writer.context, entry)) {
            Some(own) => drop(prose(writer, own, TextOf::Declaration, entry.id, Manner::text())),
            // Nothing can be said of somebody who has no name yet.
            None if !is_named(writer.context, entry) => {}
            None => {
                let gaps = gaps(writer, entry);
                let text = fill(&writer.context.style.wording.declarations.entry, &gaps);
                writer.paragraph(Place::Declaration(entry.id), text, Weight::default());
            }
        }
    }
    prose(writer, &declarations.dispensations, TextOf::Dispensations, Id::NONE, Manner::text());
}

/// Whether the clerk's own wording of an entry may say what the audience must not know: the matter is private or the nature
/// is withheld. The house's wording, which leaves that out, then stands in for it.
fn holds_secrets(context: &Context<'_>, entry: &Declaration) -> bool {
    let private = entry.item.is_some_and(|item| context.sight(item) != Sight::Whole && context.known(item).is_some());
    context.audience == Audience::Public && (private || matches!(entry.nature, Nature::Withheld(_)))
}

/// Writes the notes of declarations at the item to which they relate.
pub(super) fn notes(writer: &mut Writer<'_, '_>, item: Id) {
    let context = writer.context;
    if !context.style.items.declaration_notes {
        return;
    }
    let noted = |entry: &&Declaration| !entry.no_note && is_named(context, entry);
    for entry in context.declarations_at(item).filter(noted) {
        let gaps = gaps(writer, entry);
        let text = fill(&context.style.wording.declarations.note, &gaps);
        let column: Column = writer.column;
        writer.set(Place::Declaration(entry.id), Role::Note, column, text, context.style.items.note);
    }
}

fn is_named(context: &Context<'_>, entry: &Declaration) -> bool {
    !text_of(&names::who(context, &entry.member, context.style.names.members)).trim().is_empty()
}

fn gaps(writer: &Writer<'_, '_>, entry: &Declaration) -> Vec<(&'static str, Spans)> {
    let context = writer.context;
    let secret = holds_secrets(context, entry);
    let consequence = match &entry.consequence {
        // The clerk's own words may tell of a matter that is not to be told of.
        Consequence::Other(_) if secret => Spans::new(),
        consequence => self::consequence(context, consequence),
    };
    let dispensation = entry.dispensation.clone().filter(|_| !secret).unwrap_or_default();
    vec![
        ("member", names::who(context, &entry.member, context.style.names.members)),
        ("kind", kind(context, &entry.kind)),
        ("matter", entry.item.map(|item| matter(writer, item)).unwrap_or_default()),
        ("nature", nature(context, entry, secret)),
        ("consequence", consequence),
        ("dispensation", plain(dispensation)),
    ]
}

fn matter(writer: &Writer<'_, '_>, item: Id) -> Spans {
    let context = writer.context;
    let Some(known) = context.known(item) else { return Spans::new() };
    let heading = plain(known.heading.clone().unwrap_or_default());
    if context.number(item).is_none() {
        return heading;
    }
    let cited = citations::number_here(context, item, writer.spot);
    fill(&context.style.wording.declarations.matter, &[("cited", cited), ("heading", heading)])
}

fn nature(context: &Context<'_>, entry: &Declaration, secret: bool) -> Spans {
    match &entry.nature {
        Nature::NotStated => Spans::new(),
        Nature::Stated(_) if secret => Spans::new(),
        Nature::Stated(nature) => plain(nature.clone()),
        Nature::Withheld(nature) if context.audience == Audience::Members => plain(nature.clone()),
        Nature::Withheld(_) => said(&context.style.wording.declarations.withheld),
    }
}

fn kind(context: &Context<'_>, kind: &InterestKind) -> Spans {
    let words = &context.style.wording.declarations;
    match kind {
        InterestKind::DisclosablePecuniary => said(&words.disclosable_pecuniary),
        InterestKind::Pecuniary => said(&words.pecuniary),
        InterestKind::Other => said(&words.other),
        InterestKind::Personal => said(&words.personal),
        InterestKind::Prejudicial => said(&words.prejudicial),
        InterestKind::NonPecuniary => said(&words.non_pecuniary),
        InterestKind::NonRegistrable => said(&words.non_registrable),
        InterestKind::Lobbying => said(&words.lobbying),
        InterestKind::Unqualified => said(&words.unqualified),
        InterestKind::Named(kind) => fill(&words.named, &[("kind", plain(kind.clone()))]),
    }
}

fn consequence(context: &Context<'_>, consequence: &Consequence) -> Spans {
    let words = &context.style.wording.declarations;
    match consequence {
        Consequence::NotRecorded => Spans::new(),
        Consequence::TookPart => said(&words.took_part),
        Consequence::SpokeWithoutVote => said(&words.spoke_without_vote),
        Consequence::SpokeThenWithdrew => said(&words.spoke_then_withdrew),
        Consequence::NoPart => said(&words.no_part),
        Consequence::Withdrew => said(&words.withdrew),
        Consequence::Other(other) => plain(other.clone()),
    }
}
