//! Who was there and who was not.

use super::context::Context;
use super::groups::{below, beside, in_one_run, layout_of, run_in, two_columns};
use super::place::Place;
use super::span::{Spans, in_language, plain};
use super::wording::{fill, said};
use super::writer::Writer;
use super::{apologies, moments, names};
use crate::model::*;
use crate::template::Weight;

/// Writes the attendance with the apologies.
pub(super) fn attendance(writer: &mut Writer<'_, '_>) {
    let context = writer.context;
    let words = &context.style.wording.attendance;
    writer.paragraph(Place::Attendance, said(&words.heading), context.style.attendance.heading);
    writer.keep_with_next();
    for group in &context.attendance().groups {
        self::group(writer, group);
    }
    apologies::in_attendance(writer);
    if let Some(count) = context.attendance().public {
        let count = if count == 0 { said(&words.nil) } else { plain(count.to_string()) };
        writer.paragraph(Place::Attendance, fill(&words.public, &[("count", count)]), Weight::default());
    }
    moments::without_place(writer, false);
}

fn group(writer: &mut Writer<'_, '_>, group: &Group) {
    let context = writer.context;
    let people = in_order(context, group);
    if people.is_empty() {
        return;
    }
    let layout = group.layout.unwrap_or_else(|| layout_of(context, group.class));
    let label =
        fill(&context.style.wording.attendance.label, &[("label", in_language(group.label.clone(), &group.language))]);
    let lines: Vec<(Place, Spans)> =
        people.iter().map(|person| (Place::Person(person.id), line(context, person))).collect();
    let place = Place::Group(group.id);
    match layout {
        GroupLayout::Beside => beside(writer, place, label, lines),
        GroupLayout::Below => below(writer, place, label, lines),
        GroupLayout::RunIn => {
            let names = in_one_run(context, lines.into_iter().map(|(_, line)| line).collect());
            run_in(writer, place, label, names);
        }
        GroupLayout::TwoColumns => two_columns(writer, place, label, lines),
        GroupLayout::ByOrganisation => below(writer, place, label, by_organisation(context, place, &people)),
    }
}

/// Those who were there, whoever presides in front.
fn in_order<'a>(context: &Context<'_>, group: &'a Group) -> Vec<&'a Person> {
    let first = &context.style.attendance.first;
    let presides = |person: &&Person| !first.contains(&person.role);
    let mut people: Vec<&Person> = group.people.iter().filter(|person| person.is_present()).collect();
    people.sort_by_key(presides);
    people
}

fn line(context: &Context<'_>, person: &Person) -> Spans {
    let words = &context.style.wording.attendance;
    let form = match person.class {
        MembershipClass::Member | MembershipClass::CoOpted | MembershipClass::Councillor => &words.person,
        MembershipClass::Officer | MembershipClass::Other => &words.officer,
    };
    person_gaps(context, person, form, plain(person.titled_name()))
}

fn person_gaps(context: &Context<'_>, person: &Person, form: &crate::template::Words, name: Spans) -> Spans {
    let entitlement = match &person.entitlement {
        Entitlement::Some(business) => plain(business.clone()),
        Entitlement::OfClass | Entitlement::Everything | Entitlement::Nothing => Spans::new(),
    };
    let remote = if person.remote { said(&context.style.wording.attendance.remote) } else { Spans::new() };
    fill(
        form,
        &[
            ("name", name),
            ("given", plain(person.given.clone())),
            ("surname", plain(person.surname.clone())),
            ("honours", plain(person.honours.clone())),
            ("role", plain(person.role.clone())),
            ("post", plain(person.post.clone())),
            ("organisation", plain(person.organisation.clone())),
            ("ward", plain(person.ward.clone())),
            ("initials", plain(person.initials.clone())),
            ("remark", plain(person.remark.clone())),
            ("substitute", names::maybe(context, person.substitute_for.as_ref(), NameForm::Titled)),
            ("remote", remote),
            ("entitlement", entitlement),
            ("movements", moments::behind_name(context, person)),
        ],
    )
}

fn by_organisation(context: &Context<'_>, place: Place, people: &[&Person]) -> Vec<(Place, Spans)> {
    let mut organisations: Vec<(&str, Vec<Spans>)> = Vec::new();
    for person in people {
        let organisation = person.organisation.as_str();
        let bare = Person { organisation: String::new(), ..(*person).clone() };
        let said = line(context, &bare);
        match organisations.iter_mut().find(|(known, _)| *known == organisation) {
            Some((_, names)) => names.push(said),
            None => organisations.push((organisation, vec![said])),
        }
    }
    let words = &context.style.wording.attendance.organisation;
    let written = organisations.into_iter().map(|(organisation, names)| {
        let gaps = [("organisation", plain(organisation)), ("names", in_one_run(context, names))];
        (place, fill(words, &gaps))
    });
    written.collect()
}
