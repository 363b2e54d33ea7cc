//! Names: two letters offer whom the clerk means, and ordinary words offer nobody.

use crate::meeting::Meeting;
use minutebook::{
    app::{AttendanceChange, BusinessChange, Change, Command, offers::OfferKind},
    model::{Inline, MembershipClass, Movement, MovementKind, NameForm, Person, Who},
};

fn person(title: &str, given: &str, surname: &str) -> Person {
    Person { title: title.into(), given: given.into(), surname: surname.into(), ..Person::default() }
}

#[test]
fn two_letters_put_the_name_into_the_text_as_the_house_writes_it() {
    let meeting = Meeting::new();
    assert_eq!(meeting.taken("It was said by Pr"), "It was said by Councillor Prideaux");
    assert_eq!(meeting.taken("It was said by Prideaux"), "It was said by Councillor Prideaux", "typed out");
    assert_eq!(meeting.taken("Ke"), "O Kerridge", "an officer without a title");
    let offer = meeting.offers("Tr").remove(0);
    assert!(matches!(&offer.insert[..], [Inline::Person(mention)] if mention.form == NameForm::Short));
}

#[test]
fn an_at_sign_offers_the_people_without_a_letter_and_by_any_case() {
    let meeting = Meeting::new();
    let all = meeting.names("thanked @");
    assert_eq!(all.first().map(String::as_str), Some("Councillor Prideaux"));
    assert_eq!(all.len(), 6, "no more than can be looked through");
    assert_eq!(meeting.taken("thanked @q"), "thanked Councillor Quereshi");
    assert_eq!(meeting.taken("@stan"), "Councillor Stanhope");
    assert_eq!(meeting.names("@sol"), ["M Sadler"], "by the post");
    assert_eq!(meeting.names("clerk@st"), [""; 0], "an address is no name");
}

#[test]
fn ordinary_words_offer_nobody() {
    let meeting = Meeting::new();
    for before in [
        "",
        "the pr",
        "a tr",
        "in the st",
        "am",
        "so",
        "(lo",
        "19",
        "the Prin",
        "STA",
        "Pride and",
        "Prideaux ",
        "Prideaux, ",
        "Prideaux's",
        "K",
        "it was agreed. Th",
        "An",
        "In",
        "a.Pr",
    ] {
        let mut offers = meeting.offers(before);
        // A long word that stands in the draft already is no person.
        offers.retain(|offer| offer.kind != OfferKind::Word);
        assert_eq!(offers, [], "behind “{before}”");
    }
}

#[test]
fn a_title_that_was_typed_goes_with_the_name() {
    let meeting = Meeting::new();
    for before in ["Cllr Pr", "cllr pr", "Councillor P", "Councillor K Pr", "Cllr. K. Prideaux", "Councillor prid"] {
        assert_eq!(meeting.taken(before), "Councillor Prideaux", "{before}");
    }
    assert_eq!(meeting.taken("asked Mr Ker"), "asked O Kerridge");
    assert_eq!(meeting.names("Cllr Ker"), [""; 0], "no councillor is called so");
    assert_eq!(meeting.names("Councillor F Pr"), [""; 0], "somebody else of the name");
}

#[test]
fn those_in_the_room_come_first() {
    let mut meeting = Meeting::new();
    meeting.add(MembershipClass::Member, person("Councillor", "B", "Stone"));
    assert_eq!(meeting.names("St"), ["Councillor Stanhope", "Councillor Stone"]);
    meeting.excuse("Stanhope");
    assert_eq!(meeting.names("St"), ["Councillor Stone", "Councillor Stanhope"]);
    assert_eq!(meeting.offers("St")[1].hint, "apologies");
    let stone = meeting.offers("St").remove(0);
    let Inline::Person(mention) = &stone.insert[0] else { panic!("{stone:?}") };
    meeting.add(MembershipClass::Member, person("Councillor", "C", "Strand"));
    let movement = Movement {
        id: minutebook::model::Id(0),
        who: Who::Person(mention.person),
        kind: MovementKind::Left,
        time: None,
        approximate: false,
        item: None,
        remark: None,
    };
    meeting.desk.run(Command::Change(Change::Attendance(AttendanceChange::AddMovement(movement))));
    assert_eq!(meeting.names("St")[..2], ["Councillor Strand", "Councillor Stone"], "who left is out of the room");
}

#[test]
fn a_surname_that_two_people_bear_is_written_with_its_initial() {
    let mut meeting = Meeting::new();
    meeting.add(MembershipClass::Member, person("Councillor", "R", "Tranter"));
    assert_eq!(meeting.names("Tr"), ["Councillor E Tranter", "Councillor R Tranter"]);
    assert_eq!(meeting.taken("R Tr"), "Councillor R Tranter");
    meeting.add(MembershipClass::Officer, person("Mrs", "J", "Stanhope"));
    assert_eq!(meeting.names("Stanh"), ["Councillor Stanhope", "Mrs Stanhope"], "the title tells them apart");
}

#[test]
fn accents_apostrophes_and_double_names_are_found() {
    let mut meeting = Meeting::new();
    meeting.add(MembershipClass::Member, person("Councillor", "S", "O’Grady"));
    meeting.add(MembershipClass::Member, person("Councillor", "N", "Wynne-Jones"));
    meeting.add(MembershipClass::Officer, person("", "Siân", "Yorath"));
    assert_eq!(meeting.taken("O'G"), "Councillor O’Grady");
    assert_eq!(meeting.taken("Og"), "Councillor O’Grady");
    assert_eq!(meeting.taken("Jon"), "Councillor Wynne-Jones");
    assert_eq!(meeting.taken("Wynne-J"), "Councillor Wynne-Jones");
    assert_eq!(meeting.taken("Sian"), "Siân Yorath");
}

#[test]
fn who_attends_for_the_item_alone_is_offered_there() {
    let mut meeting = Meeting::new();
    let mut item = meeting.minutes().item(meeting.item).expect("the item").clone();
    item.invitees.push(Who::Named("Professor A Ullman".into()));
    meeting.desk.run(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(item)))));
    assert_eq!(meeting.taken("thanked Ul"), "thanked Professor A Ullman");
}

#[test]
fn posts_and_bodies_are_offered_by_their_first_letters() {
    let meeting = Meeting::new();
    assert_eq!(meeting.taken("a report of the He"), "a report of the Head of Planning");
    assert_eq!(meeting.taken("a report of the Head of Pl"), "a report of the Head of Planning");
    let offers = meeting.offers("a report of the Head of Planning");
    assert!(!offers.iter().any(|offer| offer.kind == OfferKind::Title), "{offers:?}");
    assert_eq!(meeting.taken("referred to the Cab"), "referred to the Cabinet");
}
