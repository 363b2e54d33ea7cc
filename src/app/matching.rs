//! Which people a letter or two mean.

use super::is_in_room;
use crate::model::{Minutes, Person, Presence};
use icu_normalizer::DecomposingNormalizerBorrowed;

/// How well letters fit a name; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Surname,
    Initials,
    Given,
    /// A later word of the surname: "Jones" of "Smith-Jones".
    WithinSurname,
}

/// The people of the attendance whom letters may mean, the likeliest first: those in the room before those who attend
/// but are out of it, and those before everybody else; then those whose surname begins so, those whose initials they are,
/// those whose first name begins so. Case and accents do not count, and a title may stand before the letters ("c ma").
/// No letters mean nobody.
pub fn matching<'a>(minutes: &'a Minutes, typed: &str) -> Vec<&'a Person> {
    let typed = folded(typed);
    let typed: Vec<&str> = typed.split_whitespace().collect();
    let fits = minutes
        .attendance
        .people()
        .filter_map(|person| Some((nearness(minutes, person), fit(person, &typed)?, person)));
    let mut found: Vec<_> = fits.collect();
    found.sort_by_key(|(nearness, fit, _)| (*nearness, *fit));
    found.into_iter().map(|(_, _, person)| person).collect()
}

/// Whether letters may mean somebody.
pub fn means(person: &Person, typed: &str) -> bool {
    let typed = folded(typed);
    fit(person, &typed.split_whitespace().collect::<Vec<_>>()).is_some()
}

fn nearness(minutes: &Minutes, person: &Person) -> u8 {
    match &person.state {
        Presence::Present if is_in_room(minutes, person) => 0,
        Presence::Present => 1,
        Presence::Apologies { .. } | Presence::Absent => 2,
        Presence::NotExpected => 3,
    }
}

fn fit(person: &Person, typed: &[&str]) -> Option<Fit> {
    let (last, before) = typed.split_last()?;
    let (title, given, surname) = (folded(&person.title), folded(&person.given), folded(&person.surname));
    let words = || [&title, &given, &surname].into_iter().flat_map(|text| words(text));
    if !before.iter().all(|typed| words().any(|word| word.starts_with(typed))) {
        return None;
    }
    // "m mus": what was typed so far of the surname's words counts as one.
    let whole = surname.starts_with(&typed.join(" "));
    if whole || surname.starts_with(last) {
        return Some(Fit::Surname);
    }
    let joined = typed.concat();
    let initials: String = words_of(&given, &surname).filter_map(|word| word.chars().next()).collect();
    if !joined.is_empty() && (initials == joined || folded(&person.initials) == joined) {
        return Some(Fit::Initials);
    }
    if given.starts_with(last) {
        return Some(Fit::Given);
    }
    self::words(&surname).any(|word| word.starts_with(last)).then_some(Fit::WithinSurname)
}

fn words_of<'a>(given: &'a str, surname: &'a str) -> impl Iterator<Item = &'a str> {
    words(given).chain(words(surname))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Text in small letters without accents, so that "Sian" finds "Siân".
pub fn folded(text: &str) -> String {
    let parted = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let mut out = String::with_capacity(text.len());
    for letter in parted.chars().flat_map(char::to_lowercase) {
        match letter {
            // Letters with a stroke are letters of their own, yet a clerk types the plain ones.
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ı' => out.push('i'),
            '’' | '\'' => {}
            accent if is_accent(accent) => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Whether it is one of the marks that a letter is parted into (Unicode's block of combining diacritical marks).
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}
