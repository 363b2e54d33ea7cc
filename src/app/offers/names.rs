//! The people of the meeting, by the first letters of their names.

use super::{
    Context, Offer, OfferKind,
    typed::{self, TypedName},
};
use crate::model::{Inline, Look, MembershipClass, Mention, NameForm, Person, Presence, Who};

/// The people whose names may be meant by what was typed last: those present first, surnames before first names.
pub(super) fn offers(context: &Context<'_>, before: &str) -> Vec<Offer> {
    let Some(typed) = typed::name(before) else { return Vec::new() };
    let attendance = &context.minutes.attendance;
    let mut found: Vec<(Rank, Offer)> = attendance
        .people()
        .filter_map(|person| Some((rank(&typed, person)?, offer(context, &typed, person))))
        .collect();
    found.extend(invitees(context, &typed));
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, offer)| offer).collect()
}

/// What decides the order; the least first, and people of one rank as they stand in the attendance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    presence: Near,
    matched: Matched,
    employed: bool,
}

/// How near somebody is to the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Near {
    Present,
    Apologies,
    Absent,
    NotExpected,
}

/// By what somebody is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Matched {
    Surname,
    PartOfSurname,
    Given,
    Initials,
    Office,
}

fn rank(typed: &TypedName<'_>, person: &Person) -> Option<Rank> {
    let presence = match person.state {
        Presence::Present => Near::Present,
        Presence::Apologies { .. } => Near::Apologies,
        Presence::Absent => Near::Absent,
        Presence::NotExpected => Near::NotExpected,
    };
    let fits = has_title(person, typed.title) && has_initials(person, typed.initials);
    let matched = fits.then(|| matched(typed, person)).flatten()?;
    Some(Rank { presence, matched, employed: !is_member(person) })
}

fn is_member(person: &Person) -> bool {
    match person.class {
        MembershipClass::Member | MembershipClass::CoOpted | MembershipClass::Councillor => true,
        MembershipClass::Officer | MembershipClass::Other => false,
    }
}

fn matched(typed: &TypedName<'_>, person: &Person) -> Option<Matched> {
    let begins = |name: &str| begins(name, typed.word);
    let part = |name: &str| name.split([' ', '-']).skip(1).any(begins);
    let alone = typed.initials.is_empty();
    if begins(&person.surname) {
        Some(Matched::Surname)
    } else if part(&person.surname) {
        Some(Matched::PartOfSurname)
    } else if alone && person.given.chars().nth(1).is_some_and(char::is_alphabetic) && begins(&person.given) {
        Some(Matched::Given)
    } else if alone && has_letters(person, typed) {
        Some(Matched::Initials)
    } else if typed.asked
        && typed.word.chars().count() >= 2
        && [&person.role, &person.post].into_iter().any(|o| begins(o))
    {
        Some(Matched::Office)
    } else {
        None
    }
}

/// Whether the letters by which the minutes name somebody are typed: "GK".
fn has_letters(person: &Person, typed: &TypedName<'_>) -> bool {
    let word = typed.word;
    let given = person.given.chars().filter(|c| c.is_uppercase());
    let letters: String = given.chain(person.surname.chars().next()).collect();
    let capitals = word.chars().count() >= 2 && (typed.asked || word.chars().all(char::is_uppercase));
    capitals && (begins(&letters, word) || begins(&person.initials, word))
}

/// Whether somebody may be spoken of with a title. Those whose title is not known may bear any but a councillor's.
fn has_title(person: &Person, typed: &str) -> bool {
    let own: Vec<&str> = person.title.split_whitespace().collect();
    let councillor = |word: &str| matches!(same_title(word), "councillor");
    typed.split_whitespace().all(|word| {
        own.iter().any(|own| same_title(own).eq_ignore_ascii_case(same_title(word)))
            || (own.is_empty() && !councillor(word))
    })
}

/// One word for the forms of a title.
fn same_title(word: &str) -> &str {
    let word = word.trim_end_matches('.');
    let councillor = ["cllr", "cllrs", "councillor", "councillors"];
    if councillor.iter().any(|form| form.eq_ignore_ascii_case(word)) { "councillor" } else { word }
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

/// Whether a name begins with what was typed, whatever its case and its apostrophe.
fn begins(name: &str, typed: &str) -> bool {
    let plain = |c: char| if c == '’' { '\'' } else { c };
    let mut name = name.chars().flat_map(char::to_lowercase).map(plain);
    typed.chars().flat_map(char::to_lowercase).map(plain).all(|c| name.next() == Some(c))
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
fn invitees<'a>(context: &Context<'a>, typed: &TypedName<'a>) -> impl Iterator<Item = (Rank, Offer)> {
    let names = context.item.into_iter().flat_map(|item| &item.invitees).filter_map(|who| match who {
        Who::Named(name) => Some(name),
        Who::Person(_) => None,
    });
    names.filter(|name| name.split_whitespace().any(|word| begins(word, typed.word))).map(|name| {
        let rank = Rank { presence: Near::Present, matched: Matched::Surname, employed: true };
        let offer = Offer {
            replace: typed.length,
            insert: vec![Inline::plain(name.clone())],
            label: name.clone(),
            hint: "attends for this item".to_owned(),
            kind: OfferKind::Person,
        };
        (rank, offer)
    })
}
