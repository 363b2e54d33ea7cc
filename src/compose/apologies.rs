//! Apologies, absences and substitutes: in the attendance, or as a minute where the draft has an item for them.

use super::context::Context;
use super::groups::{beside, layout_of, run_in};
use super::names;
use super::place::Place;
use super::span::{Spans, listed, parted, plain};
use super::wording::{fill, said};
use super::writer::Writer;
use crate::model::*;
use crate::template::{SharedTitle, Weight, Words};
use std::collections::BTreeMap;

/// Writes the apologies below the groups, unless an item records them.
pub(super) fn in_attendance(writer: &mut Writer<'_, '_>) {
    let words = &writer.context.style.wording.attendance;
    if !writer.context.has_role(ItemRole::Apologies) {
        block(writer, &words.apologies, |person| matches!(person.state, Presence::Apologies { .. }));
    }
    block(writer, &words.absent, |person| matches!(person.state, Presence::Absent));
}

fn block(writer: &mut Writer<'_, '_>, label: &Words, which: fn(&Person) -> bool) {
    let context = writer.context;
    let lines = lines(context, which);
    if lines.is_empty() || label.is_empty() {
        return;
    }
    let label = fill(&context.style.wording.attendance.label, &[("label", said(label))]);
    match layout_of(context, MembershipClass::Member) {
        GroupLayout::RunIn => run_in(writer, Place::Apologies, label, in_one_run(context, which)),
        GroupLayout::Beside | GroupLayout::Below | GroupLayout::TwoColumns | GroupLayout::ByOrganisation => {
            let lines = lines.into_iter().map(|line| (Place::Apologies, line)).collect();
            beside(writer, Place::Apologies, label, lines);
        }
    }
}

/// Writes the apologies as the text of their item.
pub(super) fn as_minute(writer: &mut Writer<'_, '_>, item: Id) {
    let context = writer.context;
    let words = &context.style.wording.attendance;
    let names = in_one_run(context, |person| matches!(person.state, Presence::Apologies { .. }));
    let text = match names.is_empty() {
        true => said(&words.no_apologies),
        false => fill(&words.apologies_minute, &[("names", names)]),
    };
    writer.paragraph(Place::ItemHead(item), text, Weight::default());
}

/// Writes who sat for whom as the text of the item for it.
pub(super) fn substitutes(writer: &mut Writer<'_, '_>, item: Id) {
    let context = writer.context;
    let words = &context.style.wording.attendance;
    let form = context.style.names.members;
    let sat: Vec<Spans> = context
        .attendance()
        .people()
        .filter(|person| person.is_present())
        .filter_map(|person| {
            let absent = person.substitute_for.as_ref()?;
            let gaps = [("name", names::person(context, person, form)), ("for", names::who(context, absent, form))];
            Some(fill(&words.substitute, &gaps))
        })
        .collect();
    let text = match sat.is_empty() {
        true => said(&words.no_substitutes),
        false => fill(&words.substitutes_minute, &[("names", listed(context, sat))]),
    };
    writer.paragraph(Place::ItemHead(item), text, Weight::default());
}

/// All names in one run: one list where each has its own title, else the lines parted by semicolons.
fn in_one_run(context: &Context<'_>, which: fn(&Person) -> bool) -> Spans {
    match context.style.attendance.shared_title {
        SharedTitle::Each => {
            let mut people: Vec<&Person> = context.attendance().people().filter(|person| which(person)).collect();
            people.sort_by_key(|person| person.class);
            listed(context, people.into_iter().map(|person| name(context, person, person.titled_name())).collect())
        }
        SharedTitle::Once | SharedTitle::Plural => parted(context, lines(context, which)),
    }
}

/// The lines of names, class by class: those who share a title in one line, then those who do not.
fn lines(context: &Context<'_>, which: fn(&Person) -> bool) -> Vec<Spans> {
    let mut classes: BTreeMap<MembershipClass, Vec<&Person>> = BTreeMap::new();
    for person in context.attendance().people().filter(|person| which(person)) {
        classes.entry(person.class).or_default().push(person);
    }
    classes.into_values().flat_map(|people| class_lines(context, &people)).collect()
}

fn class_lines(context: &Context<'_>, people: &[&Person]) -> Vec<Spans> {
    let mut lines = Vec::new();
    let mut titles: Vec<&str> = Vec::new();
    let mut alone: Vec<&Person> = Vec::new();
    for person in people {
        let title = person.title.as_str();
        let same: Vec<&Person> = people.iter().copied().filter(|other| other.title == title).collect();
        if title.is_empty() || same.len() < 2 || context.style.attendance.shared_title == SharedTitle::Each {
            alone.push(person);
        } else if !titles.contains(&title) {
            titles.push(title);
            lines.push(shared(context, title, &same));
        }
    }
    if !alone.is_empty() {
        lines.push(listed(context, alone.iter().map(|person| name(context, person, person.titled_name())).collect()));
    }
    lines
}

fn shared(context: &Context<'_>, title: &str, people: &[&Person]) -> Spans {
    let plural = context.style.names.plurals.iter().find(|(one, _)| one == title).map(|(_, many)| many.as_str());
    let title = match context.style.attendance.shared_title {
        SharedTitle::Plural => plural.unwrap_or(title),
        SharedTitle::Once | SharedTitle::Each => title,
    };
    let mut spans = plain(format!("{title} "));
    spans.extend(listed(context, people.iter().map(|person| name(context, person, person.name())).collect()));
    spans
}

fn name(context: &Context<'_>, person: &Person, name: String) -> Spans {
    let reason = match &person.state {
        Presence::Apologies { reason } => reason.clone().unwrap_or_default(),
        Presence::Present | Presence::Absent | Presence::NotExpected => String::new(),
    };
    let gaps = [("name", plain(name)), ("reason", plain(reason)), ("organisation", plain(person.organisation.clone()))];
    fill(&context.style.wording.attendance.apology, &gaps)
}
