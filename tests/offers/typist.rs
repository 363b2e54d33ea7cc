//! A typist: the physical keys by which a paragraph is typed with what is offered, and what they come to when they are
//! pressed. Each key counts that goes down: a capital is two, Shift and the letter, and Ctrl+Shift+R three.

use crate::meeting::Meeting;
use minutebook::{
    app::{
        offers::{Offer, OfferKind},
        prose::{Habits, Pen, Point, Span, Stroke, Writing, slice},
    },
    model::{Inline, Paragraph},
};

/// A key, with what is held while it goes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// A letter, a figure or a sign.
    Sign(char),
    /// Takes what is offered, or goes to the next slot.
    Tab,
}

/// How many keys go down on a British keyboard.
pub fn keys(presses: &[Press]) -> usize {
    presses
        .iter()
        .map(|press| match press {
            Press::Tab => 1,
            Press::Sign(sign) => sign_keys(*sign),
        })
        .sum()
}

fn sign_keys(sign: char) -> usize {
    let shifted = sign.is_uppercase() || "!\"£$%^&*()_+{}:@~<>?|¬".contains(sign);
    // What no key of the keyboard bears is composed of at least two more.
    if !sign.is_ascii() && sign != '£' { 3 } else { 1 + usize::from(shifted) }
}

/// The keys by which a paragraph is typed from the left: at the beginning of each word the offer that saves most.
pub fn plan(meeting: &Meeting, target: &str) -> Vec<Press> {
    let mut presses = Vec::new();
    let mut at = 0;
    while let Some(sign) = target[at..].chars().next() {
        let best = shortcuts(meeting, target, at).into_iter().max_by_key(|(saved, ..)| *saved);
        match best.filter(|(saved, ..)| *saved > 0) {
            Some((_, typed, length)) => {
                presses.extend(typed.chars().map(Press::Sign).chain([Press::Tab]));
                at += length;
            }
            None => {
                presses.push(Press::Sign(sign));
                at += sign.len_utf8();
            }
        }
    }
    presses
}

/// What can be typed at a place instead of the text: how many keys it saves, what is typed, and how many bytes of the text
/// it stands for.
fn shortcuts(meeting: &Meeting, target: &str, at: usize) -> Vec<(isize, String, usize)> {
    let (before, rest) = target.split_at(at);
    if before.ends_with(char::is_alphanumeric) {
        return Vec::new();
    }
    let style = meeting.desk.app.state().style().expect("the house style");
    let triggers = style.phrases.entries().into_iter().map(|entry| entry.phrase.trigger);
    let surnames = meeting.minutes().attendance.people().map(|person| person.surname.clone());
    let letters = surnames.flat_map(|name| (2..=4).map(move |length| name.chars().take(length).collect::<String>()));
    let tried = triggers.chain(letters);
    tried
        .filter_map(|typed| {
            let offer = meeting.offers(&format!("{before}{typed}")).into_iter().next()?;
            let length = stands_for(meeting, &offer, &typed, rest)?;
            let by_hand: usize = rest[..length].chars().map(sign_keys).sum();
            let presses: usize = typed.chars().map(sign_keys).sum::<usize>() + 1;
            Some((by_hand as isize - presses as isize, typed, length))
        })
        .collect()
}

/// How much of the text an offer stands for. One with slots stands for what is before them where they are its end: the slot
/// is then typed over.
fn stands_for(meeting: &Meeting, offer: &Offer, typed: &str, rest: &str) -> Option<usize> {
    let fits = matches!(offer.kind, OfferKind::Phrase | OfferKind::Person) && offer.replace == typed.chars().count();
    let slots = offer.insert.iter().filter(|inline| matches!(inline, Inline::Slot(_))).count();
    let ends = matches!(offer.insert.last(), Some(Inline::Slot(_)));
    if !fits || slots > 1 || (slots == 1 && !ends) {
        return None;
    }
    let written = meeting.written(&offer.insert[..offer.insert.len() - slots]);
    let whole = !rest[written.len().min(rest.len())..].starts_with(char::is_alphanumeric) || slots == 1;
    (rest.starts_with(&written) && whole).then_some(written.len())
}

/// Presses the keys in an empty paragraph of the meeting, and gives what the page says then.
pub fn press(meeting: &Meeting, presses: &[Press]) -> String {
    let start = Span::caret(Point::new(0, 0));
    let empty = [Paragraph::default()];
    let mut writing = Writing::new(&empty, start, Pen::default(), Habits::default());
    for press in presses {
        match press {
            Press::Sign(sign) => drop(writing.strike(Stroke::Text(sign.to_string()))),
            Press::Tab => {
                let head = writing.span().head;
                let before = meeting.written(&slice(&writing.prose()[head.paragraph], 0..head.at));
                let offer = meeting.offers(&before).into_iter().next().expect("something is offered");
                writing.strike(Stroke::Take { replace: offer.replace, insert: offer.insert });
            }
        }
    }
    writing.prose().iter().map(|paragraph| meeting.written(&paragraph.text)).collect::<Vec<_>>().join("\n")
}
