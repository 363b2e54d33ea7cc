//! Minutes of an invented council, built in code, for the tests of this binary.

use jiff::civil::date;
use minutebook::model::*;

/// A person of the attendance.
pub fn person(id: u32, title: &str, given: &str, surname: &str, class: MembershipClass) -> Person {
    Person { id: Id(id), title: title.into(), given: given.into(), surname: surname.into(), class, ..Person::default() }
}

/// A group of people.
pub fn group(id: u32, label: &str, class: MembershipClass, people: Vec<Person>) -> Group {
    Group { id: Id(id), label: label.into(), class, people, ..Group::default() }
}

/// An item with its parts, which get the ids after its own.
pub fn item(id: u32, title: &str, parts: Vec<PartContent>) -> Item {
    let parts = (id + 1..).zip(parts).map(|(id, content)| Part { id: Id(id), content, ..Part::default() });
    Item { id: Id(id), title: title.into(), parts: parts.collect(), ..Item::default() }
}

/// Paragraphs of running text.
pub fn said(paragraphs: &[&str]) -> Prose {
    paragraphs.iter().map(|text| Paragraph::plain(*text)).collect()
}

/// A paragraph of a kind and level.
pub fn listed(kind: ParagraphKind, level: u8, words: &str) -> Paragraph {
    Paragraph { kind, level, ..Paragraph::plain(words) }
}

/// A resolution with this text.
pub fn resolved(words: &str) -> Resolution {
    Resolution { text: said(&[words]), ..Resolution::default() }
}

/// Somebody of the attendance.
pub fn who(id: u32) -> Who {
    Who::Person(Id(id))
}

/// The minutes of a meeting of the Harbours Board of Port Ellery with these items.
pub fn minutes(items: Vec<Item>) -> Minutes {
    use MembershipClass::*;
    let chair = Person { role: "Chair".into(), ..person(2, "Councillor", "C", "Dale", Member) };
    let officer = |id, given, surname, organisation: &str| Person {
        organisation: organisation.into(),
        ..person(id, "", given, surname, Officer)
    };
    let sorry = |person: Person| Person { state: Presence::Apologies { reason: None }, ..person };
    let members = vec![
        person(1, "Councillor", "A", "Grey", Member),
        chair,
        sorry(person(3, "Councillor", "B", "Moss", Member)),
        sorry(person(4, "Councillor", "K", "Rowe", Member)),
    ];
    let co_opted = vec![
        person(5, "Mrs", "H", "Stone", CoOpted),
        sorry(person(6, "", "J", "Vane", CoOpted)),
        sorry(person(7, "Dr", "R", "Wells", CoOpted)),
    ];
    let officers = vec![officer(8, "P", "Yeo", "Quays Directorate"), officer(9, "T", "Zeal", "Tides Directorate")];
    Minutes {
        house: House {
            council: "Port Ellery City Council".into(),
            body: "Harbours Board (3)".into(),
            body_short: "the Board".into(),
            ..House::default()
        },
        meeting: Meeting { date: date(2016, 9, 15), start: Time::new(14, 0), ..Meeting::default() },
        numbering: Numbering { first: 15, ..Numbering::default() },
        attendance: Attendance {
            groups: vec![
                group(101, "Members", Member, members),
                group(102, "Co-Opted Members", CoOpted, co_opted),
                group(103, "Employees (by Directorate)", Officer, officers),
            ],
            ..Attendance::default()
        },
        business: vec![Section { id: Id(110), items, ..Section::default() }],
        ..Minutes::default()
    }
}
