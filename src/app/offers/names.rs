//! The people of the meeting, by the first letters of their names.

use super::{
    Context, Offer, OfferKind,
    typed::{self, TypedName, same_title},
};
use crate::app::{
    is_in_room,
    matching::{folded, matching},
};
use crate::model::{Inline, Look, Mention, NameForm, Person, Presence, Who};

/// The people whose names may be meant by what was typed last: those in the room first, surnames before first names.
pub(super) fn offers(context: &Context<'_>, before: &str) -> Vec<Offer> {
    let Some(typed) = typed::name(before) else { return Vec::new() };
    let attendance = &context.minutes.attendance;
    let letters = [&typed.initials.replace('.', ""), typed.word].join(" ");
    let mut found: Vec<&Person> = match typed.word {
        "" => in_the_room_first(context),
        _ => matching(context.minutes, letters.trim()),
    };
    found.retain(|person| has_title(person, typed.title) && has_initials(person, typed.initials));
    if !typed.asked {
        // "Ha" is no "HA": capitals are initials, and initials are capitals.
        let capitals = typed.word.chars().count() >= 2 && typed.word.chars().all(char::is_uppercase);
        found.retain(|person| is_by_letters_alone(person, typed.word) == capitals);
    }
    if typed.asked && typed.word.chars().count() >= 2 {
        let by_office = attendance.people().filter(|person| has_office(person, typed.word));
        let others: Vec<&Person> = by_office.filter(|person| !found.iter().any(|one| one.id == person.id)).collect();
        found.extend(others);
    }
    let people = found.into_iter().map(|person| offer(context, &typed, person));
    people.chain(invitees(context, &typed)).collect()
}

/// Everybody, for whoever asks before a letter is typed.
fn in_the_room_first<'a>(context: &Context<'a>) -> Vec<&'a Person> {
    let mut people: Vec<&Person> = context.minutes.attendance.people().collect();
    people.sort_by_key(|person| !person.is_present() || !is_in_room(context.minutes, person));
    people
}

/// Whether letters mean somebody by nothing but the initials.
fn is_by_letters_alone(person: &Person, word: &str) -> bool {
    let names = [&person.surname, &person.given];
    !names.into_iter().any(|name| name.split([' ', '-']).any(|part| begins(part, word)) || begins(name, word))
}

fn has_office(person: &Person, word: &str) -> bool {
    [&person.role, &person.post].into_iter().any(|office| begins(office, word))
}

/// Whether somebody may be spoken of with a title. Those whose title is not known may bear any but a councillor's.
fn has_title(person: &Person, typed: &str) -> bool {
    let own: Vec<&str> = person.title.split_whitespace().collect();
    let councillor = |word: &str| same_title(word) == "councillor";
    typed.split_whitespace().all(|word| {
        own.iter().any(|own| same_title(own).eq_ignore_ascii_case(same_title(word)))
            || (own.is_empty() && !councillor(word))
    })
}

fn has_initials(person: &Person, typed: &str) -> bool {
    let own = |text: &str| -> String {
        let words = text.split([' ', '.', '-']).filter(|word| !word.is_empty());
        // "AB" is two initials, "Ann" is one.
        let letters = words.flat_map(|word| {
            let all = word.chars().all(char::is_uppercase);
            word.chars().take(if all { word.chars().count() } else { 1 }).collect::<Vec<_>>()
        });
        letters.collect()
    };
    typed.is_empty() || begins(&own(&person.given), &own(typed))
}

/// Whether a name begins with what was typed, whatever its case, its accents and its apostrophe.
fn begins(name: &str, typed: &str) -> bool {
    folded(name).starts_with(&folded(typed))
}

fn offer(context: &Context<'_>, typed: &TypedName<'_>, person: &Person) -> Offer {
    let mention = mention(context, person);
    Offer {
        replace: typed.length,
        label: written(context, &mention),
        insert: vec![Inline::Person(mention)],
        hint: hint(person),
        kind: OfferKind::Person,
    }
}

/// Somebody as the house names them in running text.
pub(super) fn mention(context: &Context<'_>, person: &Person) -> Mention {
    Mention { person: person.id, form: form(context, person), look: Look::default() }
}

/// How such a mention reads.
pub(super) fn written(context: &Context<'_>, mention: &Mention) -> String {
    let person = context.minutes.attendance.person(mention.person);
    person.map_or_else(String::new, |person| match mention.form {
        NameForm::Titled => person.titled_name(),
        NameForm::Short | NameForm::Surname | NameForm::Initials | NameForm::Role => person.short_name(),
    })
}

/// The short form, unless somebody else would be meant by it as well.
fn form(context: &Context<'_>, person: &Person) -> NameForm {
    let short = person.short_name();
    let others = context.minutes.attendance.people().filter(|other| other.id != person.id);
    let mut others = others.filter(|other| other.state != Presence::NotExpected);
    if others.any(|other| other.surname == person.surname && other.short_name() == short) {
        NameForm::Titled
    } else {
        NameForm::Short
    }
}

fn hint(person: &Person) -> String {
    let state = match person.state {
        Presence::Present => "",
        Presence::Apologies { .. } => "apologies",
        Presence::Absent => "absent",
        Presence::NotExpected => "not expected",
    };
    let office = [&person.role, &person.post, &person.organisation].into_iter().find(|text| !text.is_empty());
    let parts = [office.map_or("", String::as_str), state];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Those who attend for the item alone and are not in the attendance.
fn invitees<'a>(context: &Context<'a>, typed: &TypedName<'a>) -> impl Iterator<Item = Offer> {
    let names = context.item.into_iter().flat_map(|item| &item.invitees).filter_map(|who| match who {
        Who::Named(name) => Some(name),
        Who::Person(_) => None,
    });
    names.filter(|name| name.split_whitespace().any(|word| begins(word, typed.word))).map(|name| Offer {
        replace: typed.length,
        insert: vec![Inline::plain(name.clone())],
        label: name.clone(),
        hint: "attends for this item".to_owned(),
        kind: OfferKind::Person,
    })
}
