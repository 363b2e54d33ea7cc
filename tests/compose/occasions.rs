//! What happens at a meeting beside its business: the public leaves and returns, people come and go, standing items.

use crate::make::*;
use crate::support::*;
use jiff::civil::date;
use minutebook::compose::compose;
use minutebook::model::*;

#[test]
fn the_exclusion_of_the_public_names_statute_items_and_grounds() {
    let exclusion = Exclusion {
        targets: vec![ExclusionTarget { item: Id(210), paragraphs: vec!["3".into()], gloss: None }],
        statute: None,
        public_interest: true,
    };
    let outcome = Outcome::PublicExcluded(exclusion);
    let excluded = item(200, "Dredging", vec![resolution(Resolution { outcome, ..Resolution::default() })]);
    let mut minutes = minutes(vec![excluded]);
    let stub = PublicVersion::Stub { title: "Sale of a Wharf".into(), text: said(&["It was discussed."]) };
    let secret = Item { public_version: stub, ..item(210, "Offer of Messrs Ludd", vec![]) };
    minutes.business.push(Section {
        id: Id(111),
        kind: SectionKind::Private,
        items: vec![secret],
        ..Section::default()
    });
    let all = public(&minutes, "coventry");
    let at = all.iter().position(|line| line.starts_with("RESOLVED")).unwrap();
    assert_eq!(
        all[at..],
        [
            "RESOLVED that under Section 100A(4) of the Local Government Act 1972, the public be excluded from the meeting for \
         the consideration of Minute 16 below headed 'Sale of a Wharf' on the grounds that it involves the likely disclosure \
         of exempt information as defined in paragraph 3 of Schedule 12A of that Act (information relating to the financial \
         or business affairs of any particular person (including the authority holding that information)), and in all the \
         circumstances the public interest in maintaining the exemption outweighs the public interest in disclosing the \
         information.",
            "Private Business",
            "16. Sale of a Wharf",
            "It was discussed.",
        ]
    );
}

#[test]
fn the_public_returns_under_a_heading() {
    let mut minutes = minutes(vec![item(200, "Dredging", vec![])]);
    let section = |id, kind, items| Section { id: Id(id), kind, items, ..Section::default() };
    minutes.business.push(section(111, SectionKind::Private, vec![item(210, "Offer", vec![])]));
    minutes.business.push(section(112, SectionKind::Public, vec![item(220, "Locks", vec![])]));
    let all = lines(&compose(&minutes, &style("parish"), Audience::Members));
    let at = all.iter().position(|line| line.contains("Offer")).unwrap();
    assert_eq!(
        all[at - 1..at + 3],
        ["Business taken with the public excluded", "16/16 Offer", "Business taken in public", "17/16 Locks"]
    );
    let all = public(&minutes, "parish");
    let at = all.iter().position(|line| line.starts_with("Business taken")).unwrap();
    assert_eq!(
        all[at..at + 3],
        ["Business taken with the public excluded", "Business taken in public", "17/16 Locks"],
        "that there was private business is told to everybody, and nothing of it"
    );
}

#[test]
fn movements_are_mentioned_where_the_house_mentions_them() {
    let moment = Paragraph { text: vec![Inline::plain("Talk."), Inline::Moment(Id(301))], ..Paragraph::default() };
    let mut minutes = minutes(vec![item(200, "Dredging", vec![PartContent::Prose(vec![moment])])]);
    let movement = |id, who, kind, item| Movement {
        id: Id(id),
        who,
        kind,
        time: Time::new(14, 20),
        approximate: false,
        item,
        remark: None,
    };
    minutes.attendance.movements = vec![
        movement(301, who(1), MovementKind::Arrived, None),
        movement(302, Who::Named("The pilot".into()), MovementKind::Left, Some(Id(200))),
    ];
    let coventry = public(&minutes, "coventry");
    assert_eq!(
        coventry[coventry.len() - 3..],
        ["(The pilot left the meeting at 2.20 pm)", "Talk.", "(Councillor A Grey joined the meeting at 2.20 pm)"]
    );
    let parish = public(&minutes, "parish").join("\n");
    assert!(parish.contains("Councillor A Grey (arrived at 2.20pm)"), "{parish}");
    assert!(parish.contains("The pilot left at 2.20pm.") && !parish.contains("Councillor Grey arrived"), "{parish}");
}

#[test]
fn standing_items_say_what_the_rest_of_the_draft_says() {
    let item = Item { role: ItemRole::Apologies, ..item(200, "Dredging", vec![]) };
    assert_eq!(
        item_lines("parish", item.clone()),
        ["Apologies for absence were received from Councillor B Moss, Councillor K Rowe, J Vane and Dr R Wells."]
    );
    let mut with_item = minutes(vec![item]);
    assert!(!public(&with_item, "coventry").contains(&"Apologies:".to_owned()));
    let next = NextMeeting { date: date(2016, 10, 20), start: Time::new(10, 0), venue: None };
    with_item.closing.next = Some(next);
    assert!(public(&with_item, "coventry").contains(&"Next meeting: Thursday, 20 October 2016 at 10.00 am".to_owned()));
}
