//! Proves that a file of every version that was ever released still opens, with what it held. The files and these tests
//! are never changed; a new version adds one of each.

use super::EVERYTHING;
use minutebook::format;
use minutebook::model::*;

#[test]
fn version_1_opens() {
    let minutes = format::read(EVERYTHING.as_bytes()).expect("a file of version 1");
    assert_eq!(minutes.house.council, "Aldermere City Council");
    assert_eq!(minutes.meeting.date, jiff::civil::date(2017, 2, 9));
    assert_eq!(minutes.meeting.start, Time::new(14, 0));
    assert_eq!(minutes.municipal_year(), 2016);
    let names: Vec<String> = minutes.attendance.people().map(Person::titled_name).collect();
    assert_eq!(names.len(), 9);
    assert_eq!(names[1], "Councillor B O'Dell");
    assert_eq!(minutes.attendance.person(Id(17)).map(|person| person.entitlement.clone()), {
        Some(Entitlement::Some("education functions".into()))
    });
    let item = minutes.item(Id(32)).expect("the item");
    assert_eq!((item.frozen, item.parts.len(), item.items.len()), (Some(50), 10, 2));
    assert_eq!(item.notes[0].text, "ask about the \"blue\" folder\n\tC:\\plans");
    let Some(PartContent::Prose(paragraphs)) = minutes.part(Id(33)).map(|(_, part)| &part.content) else {
        panic!("part 33 is prose")
    };
    assert_eq!(paragraphs.len(), 7);
    assert_eq!(paragraphs[5].privacy, Privacy::Exempt { paragraphs: vec!["3".into(), "6(a)".into()] });
    assert!(minutes.items().iter().any(|visit| visit.private && visit.item.id == Id(52)));
    assert_eq!(minutes.record.state(), State::Signed);
    assert_eq!(minutes.record.revision, 2);
}
