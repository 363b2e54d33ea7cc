//! What a phrase becomes at a place of the draft.

use super::{Context, names, typed};
use crate::{
    compose::{written_date, written_time},
    model::{Citation, CitationForm, CitationTarget, Id, Inline, Look, MembershipClass, Person, Time, Who},
    template::{Gap, Phrase, PhrasePiece},
};

/// The text of a phrase with what the meeting knows in its gaps, and slots for the rest. At the beginning of a sentence
/// it begins with a capital.
pub fn expand(context: &Context<'_>, phrase: &Phrase, before: &str) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for piece in phrase.text.pieces() {
        match piece {
            PhrasePiece::Text(text) => push_text(&mut out, text),
            PhrasePiece::Slot(what) => out.push(Inline::Slot(what.clone())),
            PhrasePiece::Gap(gap) => match filled(context, *gap) {
                filled if filled.is_empty() => out.push(Inline::Slot(gap.name().to_lowercase())),
                filled => filled.into_iter().for_each(|inline| push(&mut out, inline)),
            },
        }
    }
    let begins = if before.trim().is_empty() { context.sentences } else { typed::begins_sentence(before) };
    if begins && let Some(Inline::Text(run)) = out.first_mut() {
        run.text = capitalised(&run.text);
    }
    out
}

/// What the meeting has to say in a gap; nothing where it does not know.
fn filled(context: &Context<'_>, gap: Gap) -> Vec<Inline> {
    let house = &context.minutes.house;
    let text = |text: String| if text.is_empty() { Vec::new() } else { vec![Inline::plain(text)] };
    let named = |person: &Person| vec![Inline::Person(names::mention(context, person))];
    match gap {
        Gap::Body => text(house.body_short.clone()),
        Gap::CapitalBody => text(capitalised(&house.body_short)),
        Gap::Council => text(house.council.clone()),
        Gap::Chair => chair(context).map(named).unwrap_or_default(),
        Gap::Author => only_invitee(context, |person| person.class == MembershipClass::Officer)
            .map(|person| if person.post.is_empty() { named(person) } else { text(person.post.clone()) })
            .unwrap_or_default(),
        Gap::CabinetMember => {
            only_invitee(context, |person| person.class == MembershipClass::Councillor).map(named).unwrap_or_default()
        }
        Gap::MeetingDate => {
            context.style.map(|style| written_date(style, context.minutes.meeting.date)).unwrap_or_default()
        }
        Gap::TimeNow => text(time_now(context).unwrap_or_default()),
        Gap::NextMinute => next_item(context).map(cited).unwrap_or_default(),
    }
}

/// Who is in the chair: whoever took it last, or else whose office it is.
pub(super) fn chair<'a>(context: &Context<'a>) -> Option<&'a Person> {
    let attendance = &context.minutes.attendance;
    let taken = attendance.chairs.iter().rev().find(|chairing| chairing.until.is_none());
    let taken = taken.and_then(|chairing| match &chairing.who {
        Who::Person(id) => attendance.person(*id),
        Who::Named(_) => None,
    });
    let office = |role: &str| {
        let mut present = attendance.people().filter(|person| person.is_present());
        present.find(|person| person.role.eq_ignore_ascii_case(role))
    };
    taken.or_else(|| ["in the chair", "chair", "chairman", "chairperson", "mayor"].into_iter().find_map(office))
}

/// The one person of a class who attends for the item; none where there are several.
fn only_invitee<'a>(context: &Context<'a>, fits: impl Fn(&Person) -> bool) -> Option<&'a Person> {
    let attendance = &context.minutes.attendance;
    let mut fitting = context.item?.invitees.iter().filter_map(|who| match who {
        Who::Person(id) => attendance.person(*id).filter(|person| fits(person)),
        Who::Named(_) => None,
    });
    let first = fitting.next();
    first.filter(|_| fitting.next().is_none())
}

fn time_now(context: &Context<'_>) -> Option<String> {
    let time = Time::new(context.now.hour().unsigned_abs(), context.now.minute().unsigned_abs())?;
    Some(written_time(context.style?, time))
}

/// The item behind the one in which the caret stands, sub-items left out.
fn next_item(context: &Context<'_>) -> Option<Id> {
    let here = context.item?.id;
    let visits = context.minutes.items();
    let at = visits.iter().position(|visit| visit.item.id == here)?;
    let depth = visits.get(at)?.depth;
    visits.iter().skip(at + 1).find(|visit| visit.depth <= depth).map(|visit| visit.item.id)
}

fn cited(item: Id) -> Vec<Inline> {
    let target = CitationTarget::Here(item);
    vec![Inline::Citation(Citation { target, form: CitationForm::Minute, look: Look::default() })]
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn push_text(out: &mut Vec<Inline>, text: &str) {
    push(out, Inline::plain(text));
}

/// Adds a run, as one with the run before it where they look the same.
fn push(out: &mut Vec<Inline>, inline: Inline) {
    if let (Some(Inline::Text(last)), Inline::Text(run)) = (out.last_mut(), &inline)
        && last.look == run.look
    {
        last.text.push_str(&run.text);
        return;
    }
    out.push(inline);
}
