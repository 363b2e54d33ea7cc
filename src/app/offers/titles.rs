//! Names that are not people's: the posts of officers, organisations, the bodies of the council.

use super::{Context, Offer, OfferKind, typed};
use crate::model::Inline;

/// How many letters are typed before one is offered.
const FEWEST: usize = 2;

/// What taking an offer must save, in characters.
const LEAST_SAVED: usize = 3;

/// The posts, organisations and bodies with which the text may be about to go on.
pub(super) fn offers(context: &Context<'_>, before: &str) -> Vec<Offer> {
    let people = context.minutes.attendance.people().filter(|person| person.is_present());
    let named = people.flat_map(|person| {
        let name = person.titled_name();
        [(&person.post, name.clone()), (&person.organisation, name)]
    });
    let bodies = context.style.into_iter().flat_map(|style| &style.bodies);
    let bodies = bodies.map(|body| (&body.name, "body".to_owned()));
    let titles: Vec<(&String, String)> = named.chain(bodies).filter(|(title, _)| !title.is_empty()).collect();
    if titles.iter().any(|(title, _)| before.ends_with(title.as_str())) {
        return Vec::new();
    }
    let mut found: Vec<Offer> = Vec::new();
    for (title, hint) in titles {
        let Some(replace) = begun(before, title) else { continue };
        if found.iter().any(|offer| offer.label == *title) {
            continue;
        }
        let insert = vec![Inline::plain(title.clone())];
        found.push(Offer { replace, insert, label: title.clone(), hint, kind: OfferKind::Title });
    }
    found
}

/// How much of a title was typed last, in characters; none where it was not begun, or is all but finished.
fn begun(before: &str, title: &str) -> Option<usize> {
    let letters = title.chars().count();
    let ends = title.char_indices().map(|(at, _)| at).enumerate();
    let fitting = ends.filter(|(length, _)| *length >= FEWEST && length + LEAST_SAVED <= letters);
    fitting.filter(|(_, end)| is_begun(before, &title[..*end])).map(|(length, _)| length).last()
}

fn is_begun(before: &str, beginning: &str) -> bool {
    before.strip_suffix(beginning).is_some_and(|ahead| {
        typed::is_boundary(ahead) && beginning.starts_with(char::is_uppercase) && !typed::is_beginning(ahead, beginning)
    })
}
