//! How people are named in running text.

use super::context::Context;
use super::span::{Spans, capitalised, listed, plain};
use super::wording::{fill, said};
use crate::model::{NameForm, Person, Who};

/// Somebody by name.
pub(super) fn who(context: &Context<'_>, who: &Who, form: NameForm) -> Spans {
    match who {
        Who::Named(name) => plain(name.clone()),
        Who::Person(id) => match context.person(*id) {
            Some(found) => person(context, found, form),
            None => said(&context.style.wording.attendance.unknown),
        },
    }
}

/// Somebody, where there is anybody.
pub(super) fn maybe(context: &Context<'_>, person: Option<&Who>, form: NameForm) -> Spans {
    person.map(|person| who(context, person, form)).unwrap_or_default()
}

/// A person of the attendance, in one of the forms. Where what the form wants is not known, the short name serves.
pub(super) fn person(context: &Context<'_>, person: &Person, form: NameForm) -> Spans {
    let or_short = |text: &str| if text.is_empty() { person.short_name() } else { text.to_owned() };
    match form {
        NameForm::Short => plain(person.short_name()),
        NameForm::Titled => plain(person.titled_name()),
        NameForm::Surname => plain(or_short(&person.surname)),
        NameForm::Initials => plain(or_short(&person.initials)),
        NameForm::Role if person.role.is_empty() => plain(person.short_name()),
        NameForm::Role => fill(&context.style.wording.attendance.office, &[("role", plain(person.role.clone()))]),
    }
}

/// A mention in running text; at the start of a sentence an office gets its capital.
pub(super) fn mention(context: &Context<'_>, id: crate::model::Id, form: NameForm, starts: bool) -> Spans {
    let named = who(context, &Who::Person(id), form);
    if starts && form == NameForm::Role { capitalised(named) } else { named }
}

/// Several people: "Councillors A, B and C" where they share a title with a known plural.
pub(super) fn list(context: &Context<'_>, people: &[Who], form: NameForm) -> Spans {
    let found: Option<Vec<&Person>> = people
        .iter()
        .map(|who| match who {
            Who::Person(id) => context.person(*id),
            Who::Named(_) => None,
        })
        .collect();
    let shared = found.filter(|people| people.len() > 1).and_then(|people| {
        let title = people.first()?.title.as_str();
        let plural = &context.style.names.plurals.iter().find(|(one, _)| one == title)?.1;
        people.iter().all(|person| person.title == title).then_some((people, plural))
    });
    match (shared, form) {
        (Some((people, plural)), NameForm::Short | NameForm::Titled) => {
            let bare = |person: &Person| match form {
                NameForm::Titled => person.name(),
                _ => person.surname.clone(),
            };
            let mut out = plain(format!("{plural} "));
            out.extend(listed(context, people.into_iter().map(|person| plain(bare(person))).collect()));
            out
        }
        _ => listed(context, people.iter().map(|person| who(context, person, form)).collect()),
    }
}
