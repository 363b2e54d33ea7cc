use super::{Body, HouseStyle};
use crate::model::*;

/// Begins a draft: the minutes of a meeting of `body` on `date`, with its members, its standing items and its numbering.
///
/// `first` is the number of the first minute where the body's sequence is already under way. `ids` gives a new id at each
/// call.
pub fn begin(style: &HouseStyle, body: &Body, date: Date, first: Option<u32>, ids: &mut dyn FnMut() -> Id) -> Minutes {
    Minutes {
        house: House {
            style: style.name.clone(),
            council: style.council.clone(),
            body: body.name.clone(),
            body_short: body.short.clone(),
            language: language(&style.language),
            title: None,
        },
        meeting: Meeting { date, start: body.start, venue: body.venue.clone(), ..Meeting::default() },
        numbering: Numbering {
            first: first.unwrap_or(body.numbering.first),
            restart: body.numbering.restart,
            prefix: body.numbering.prefix.clone(),
            year: None,
        },
        attendance: Attendance {
            groups: body.groups.iter().map(|group| new_group(group, ids)).collect(),
            quorum: body.quorum,
            ..Attendance::default()
        },
        business: sections(body, ids),
        ..Minutes::default()
    }
}

fn language(tag: &str) -> Language {
    Language(if tag == "en-GB" { String::new() } else { tag.to_owned() })
}

fn new_group(group: &Group, ids: &mut dyn FnMut() -> Id) -> Group {
    let id = ids();
    let people = group.people.iter().map(|person| {
        let class = if person.class == MembershipClass::default() { group.class } else { person.class };
        Person { id: ids(), class, ..person.clone() }
    });
    Group { people: people.collect(), id, ..group.clone() }
}

fn sections(body: &Body, ids: &mut dyn FnMut() -> Id) -> Vec<Section> {
    let mut sections = Vec::new();
    for (kind, heading) in [(SectionKind::Public, &body.public_heading), (SectionKind::Private, &body.private_heading)]
    {
        let standing: Vec<_> = body.items.iter().filter(|item| item.section == kind).collect();
        if kind == SectionKind::Private && standing.is_empty() {
            continue;
        }
        let id = ids();
        let items = standing.into_iter().map(|item| Item {
            id: ids(),
            role: item.role,
            title: item.title.clone(),
            ..Item::default()
        });
        sections.push(Section { items: items.collect(), id, kind, heading: heading.clone(), ..Section::default() });
    }
    sections
}
