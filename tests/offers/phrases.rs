//! Phrases: triggers become what the bank says, with what the meeting knows in the gaps.

use crate::meeting::Meeting;
use minutebook::{
    app::{BusinessChange, Change, Command, offers::OfferKind},
    model::{CitationTarget, Inline, MembershipClass, Person, Who},
};

#[test]
fn a_trigger_becomes_its_phrase_with_the_body_in_it() {
    let meeting = Meeting::new();
    let offers = meeting.offers("cbn");
    let [offer] = &offers[..] else { panic!("{offers:?}") };
    assert_eq!(offer.kind, OfferKind::Phrase);
    assert_eq!(offer.label, "Considered a briefing note");
    assert_eq!(offer.hint, "The Committee considered a briefing note of the [author]");
    assert_eq!(meeting.taken("cbn"), "The Committee considered a briefing note of the [author]");
    assert_eq!(meeting.taken("Then tb"), "Then the Committee", "within a sentence");
    assert_eq!(meeting.taken("It rained. tb"), "It rained. The Committee", "at the beginning of one");
}

#[test]
fn a_part_of_a_trigger_or_a_longer_word_offers_nothing() {
    let meeting = Meeting::new();
    for before in ["cb", "cbnx", "scbn", "a-cbn", "@cbn", "cbn ", "CBN"] {
        let phrases = meeting.offers(before).into_iter().filter(|offer| offer.kind == OfferKind::Phrase);
        assert_eq!(phrases.count(), 0, "{before}");
    }
}

#[test]
fn the_meeting_fills_what_it_knows() {
    let mut meeting = Meeting::new();
    let officer = meeting.minutes().attendance.people().find(|p| p.surname == "Kerridge").expect("an officer").id;
    let mut item = meeting.minutes().item(meeting.item).expect("the item").clone();
    item.invitees.push(Who::Person(officer));
    meeting.desk.run(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(item.clone())))));
    assert_eq!(meeting.taken("crp"), "The Committee considered a report of the Head of Planning");
    assert_eq!(meeting.taken("ctk"), "The Chair, Councillor Prideaux, thanked [who] for [contribution]");
    let other = meeting.add(MembershipClass::Officer, Person { surname: "Roe".into(), ..Person::default() });
    item.invitees.push(Who::Person(other));
    meeting.desk.run(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(item)))));
    assert_eq!(meeting.taken("crp"), "The Committee considered a report of the [author]", "which of two is not known");
}

#[test]
fn every_gap_is_filled_from_the_meeting() {
    let mut meeting = Meeting::new();
    let text = "{body}|{Body}|{council}|{chair}|{meeting date}|{time now}|{next minute}|{what}";
    meeting.desk.keep_phrase("zz", text);
    let offer = meeting.offers("so zz").remove(0);
    let next = offer.insert.iter().find_map(|inline| match inline {
        Inline::Citation(citation) => Some(citation.target.clone()),
        _ => None,
    });
    let items = meeting.minutes().items();
    let here = items.iter().position(|visit| visit.item.id == meeting.item).expect("the item");
    assert_eq!(next, Some(CitationTarget::Here(items[here + 1].item.id)));
    let written = meeting.written(&offer.insert);
    let council = &meeting.minutes().house.council;
    let begins = format!("the Committee|The Committee|{council}|Councillor Prideaux|21st October, 2024|9.30 am|");
    assert!(written.starts_with(&begins), "{written}");
    assert!(written.ends_with("|[what]"), "{written}");
    let raised = offer.insert.iter().any(|inline| matches!(inline, Inline::Text(run) if run.look.superscript));
    assert!(raised, "the ordinal is raised as the house raises it");
}
