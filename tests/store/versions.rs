//! Proves that a file of every version that was ever released still opens, with what it held. The files and these tests
//! are never changed; a new version adds one of each.

use super::EVERYTHING;
use minutebook::format::{self, Limits};
use minutebook::model::*;
use serde::de::DeserializeOwned;

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

/// Asserts that each text is a value of the type, and each another one.
#[track_caller]
fn known<T: DeserializeOwned + PartialEq>(texts: &[&str]) {
    let values: Vec<T> = texts
        .iter()
        .map(|text| format::parse(text.as_bytes(), Limits::SMALL).unwrap_or_else(|error| panic!("{text}: {error}")))
        .collect();
    for (index, value) in values.iter().enumerate() {
        assert!(!values[..index].contains(value), "{}", texts[index]);
    }
}

#[test]
fn version_1_knows_these_values() {
    known::<MeetingKind>(&["Ordinary", "Annual", "Extraordinary", "Additional", "Special", "Hearing", "Other(\"x\")"]);
    known::<Restart>(&["MunicipalYear", "Meeting", "Never"]);
    known::<GroupLayout>(&["Beside", "Below", "RunIn", "TwoColumns", "ByOrganisation"]);
    known::<MembershipClass>(&["Member", "CoOpted", "Councillor", "Officer", "Other"]);
    known::<Presence>(&["Present", "Apologies()", "Apologies(reason: \"x\")", "Absent", "NotExpected"]);
    known::<Entitlement>(&["OfClass", "Everything", "Only(\"x\")", "Nothing"]);
    known::<Who>(&["Person(1)", "Named(\"x\")"]);
    known::<MovementKind>(&["Arrived", "Left", "Returned", "Withdrew"]);
    known::<InterestKind>(&["DisclosablePecuniary", "Pecuniary", "Other", "Personal", "Prejudicial", "NonPecuniary"]);
    known::<InterestKind>(&["NonRegistrable", "Lobbying", "Unqualified", "Named(\"x\")"]);
    known::<Nature>(&["NotStated", "Stated(\"x\")", "Withheld(\"x\")"]);
    known::<Consequence>(&["NotRecorded", "TookPart", "SpokeWithoutVote", "SpokeThenWithdrew", "NoPart", "Withdrew"]);
    known::<Consequence>(&["Other(\"x\")"]);
    known::<Approval>(&["Approved", "Signed", "Agreed", "NotApproved", "Deferred"]);
    known::<SectionKind>(&["Public", "Private"]);
    known::<ItemRole>(&["Ordinary", "Declarations", "PreviousMinutes", "Apologies", "Substitutes", "OtherBusiness"]);
    known::<ItemRole>(&["NextMeeting"]);
    known::<NumberRule>(&["Computed", "Fixed(7)", "Unnumbered"]);
    known::<Privacy>(&["Public", "Exempt()", "Exempt(paragraphs: [\"3\"])", "Confidential"]);
    known::<PublicVersion>(&["Withheld", "Stub(title: \"x\")"]);
    known::<Outcome>(&["Unclassed", "Noted", "Approved", "Agreed", "Deferred()", "Granted()", "Appointed"]);
    known::<Outcome>(&["PublicReadmitted", "Procedural", "PublicExcluded(targets: [])", "Other(\"x\")"]);
    known::<MotionResult>(&["Open", "Carried", "Lost", "Withdrawn", "Accepted", "NotSeconded", "Fell"]);
    known::<VoteWords>(&["Carried", "Lost", "Unanimous", "AllAgreed", "AllInFavour", "Majority", "Other(\"x\")"]);
    known::<ParagraphKind>(&["Body", "Bullet", "Numbered(Stop)", "Lettered(Bracket)", "Roman(Brackets)", "Quotation"]);
    known::<Enclosure>(&["Stop", "Bracket", "Brackets", "Decimal"]);
    known::<CitationForm>(&["Minute", "InSentence", "Refers", "RefersCapital", "Number", "Headed"]);
    known::<NameForm>(&["Short", "Titled", "Surname", "Initials", "Role"]);
    known::<CellAlign>(&["Left", "Right", "Centre"]);
    known::<State>(&["Draft", "Circulated", "Approved", "Signed"]);
}
