//! The resolution that excludes the public: under which statute, for which items, on which grounds.

use super::citations;
use super::context::Context;
use super::sight::Sight;
use super::span::{Spans, listed, plain};
use super::wording::{fill, said};
use super::writer::Writer;
use crate::model::{Audience, Exclusion, ExclusionTarget};

/// What is resolved.
pub(super) fn excluded(writer: &Writer<'_, '_>, exclusion: &Exclusion) -> Spans {
    let context = writer.context;
    let words = &context.style.wording.exclusion;
    let targets: Vec<Spans> = exclusion.targets.iter().map(|target| self::target(writer, target)).collect();
    let statute = exclusion.statute.as_ref().map_or_else(|| said(&words.statute), |own| plain(own.clone()));
    let test = if exclusion.public_interest { said(&words.public_interest) } else { Spans::new() };
    let form = if targets.is_empty() { &words.resolution_alone } else { &words.resolution };
    fill(form, &[("statute", statute), ("targets", listed(context, targets)), ("public_interest", test)])
}

fn target(writer: &Writer<'_, '_>, target: &ExclusionTarget) -> Spans {
    let context = writer.context;
    let words = &context.style.wording.exclusion;
    let Some(known) = context.known(target.item) else { return said(&context.style.citations.missing) };
    let heading = plain(known.heading.clone().unwrap_or_default());
    let gaps = [
        ("cited", citations::number_here(context, target.item, writer.spot)),
        ("heading", heading),
        ("grounds", grounds(context, target)),
    ];
    fill(&words.target, &gaps)
}

fn grounds(context: &Context<'_>, target: &ExclusionTarget) -> Spans {
    let words = &context.style.wording.exclusion;
    let list: Vec<Spans> = target.paragraphs.iter().map(|paragraph| plain(paragraph.clone())).collect();
    let named = match list.len() {
        0 => Spans::new(),
        1 => fill(&words.paragraph, &[("list", listed(context, list))]),
        _ => fill(&words.paragraphs, &[("list", listed(context, list))]),
    };
    // A gloss in the clerk's words describes the matter; the public is given the schedule's own words.
    let hidden = context.audience == Audience::Public && context.sight(target.item) != Sight::Whole;
    let own = target.gloss.as_ref().filter(|_| !hidden);
    let gloss = own.map_or_else(|| glosses(context, &target.paragraphs), |own| plain(own.clone()));
    if named.is_empty() && gloss.is_empty() {
        return Spans::new();
    }
    fill(&words.grounds, &[("paragraphs", named), ("gloss", gloss)])
}

fn glosses(context: &Context<'_>, paragraphs: &[String]) -> Spans {
    let found = paragraphs.iter().filter_map(|paragraph| {
        let number: String = paragraph.chars().take_while(char::is_ascii_digit).collect();
        let known = &context.style.glosses;
        let gloss = known.iter().find(|(name, _)| name == paragraph).or(known.iter().find(|(name, _)| *name == number));
        gloss.map(|(_, gloss)| plain(gloss.clone()))
    });
    listed(context, found.collect())
}
