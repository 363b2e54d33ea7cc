//! Long drafts for benches and for the tests of what must not grow: the same words for the same figures.

use minutebook::model::*;

const WORDS: &str = "the board considered a report of the director on progress with the housing repairs programme and noted that \
    work on the northern estates had begun in spring while tenders for the remaining streets were being assessed members asked \
    how residents would be told when visits were planned and whether the contractor could be held to its dates officers said \
    that letters went out a fortnight before each visit that a telephone line was staffed on weekdays and that figures for \
    missed appointments would be brought to the next meeting together with the cost of each repair and the number outstanding";

/// Words in an order that only the seed decides.
struct Words {
    list: Vec<&'static str>,
    state: u64,
}

impl Words {
    fn new(seed: u64) -> Words {
        Words { list: WORDS.split_whitespace().collect(), state: seed.wrapping_mul(2).wrapping_add(1) }
    }

    fn next(&mut self) -> &'static str {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.list[(self.state >> 33) as usize % self.list.len()]
    }

    fn sentence(&mut self, words: usize) -> String {
        let mut text = String::new();
        for at in 0..words {
            if at > 0 {
                text.push(if at % 15 == 0 { ',' } else { ' ' });
                if at % 15 == 0 {
                    text.push(' ');
                }
            }
            text.push_str(self.next());
        }
        text.push('.');
        text
    }
}

/// Minutes of `items` items with about `words` words each, in paragraphs of 80 words; every fifth paragraph is a list item, every item
/// ends in a resolution. A page of the house style `coventry` holds about 480 words.
pub fn draft(items: u32, words: u32) -> Minutes {
    let mut ids = 0;
    let mut id = move || {
        ids += 1;
        Id(ids)
    };
    let mut source = Words::new(u64::from(items));
    let person = |id: Id, surname: &str, role: &str| Person {
        id,
        title: "Councillor".into(),
        given: "A".into(),
        surname: surname.into(),
        role: role.into(),
        ..Person::default()
    };
    let people =
        vec![person(id(), "Penhallow", "Chair"), person(id(), "Quillfeather", ""), person(id(), "Tarrant", "")];
    let group = Group { id: id(), label: "Members".into(), people, ..Group::default() };
    let mut all = Vec::new();
    for number in 0..items {
        let mut prose = Prose::new();
        for at in 0..(words / 80).max(1) {
            let kind = if at % 5 == 3 { ParagraphKind::Bullet } else { ParagraphKind::Body };
            prose.push(Paragraph { kind, ..Paragraph::plain(source.sentence(80.min(words as usize))) });
        }
        let resolution = Resolution {
            text: vec![Paragraph::plain(source.sentence(20))],
            outcome: Outcome::Noted,
            ..Resolution::default()
        };
        all.push(Item {
            id: id(),
            title: format!("Progress report {}", number + 1),
            parts: vec![
                Part { id: id(), content: PartContent::Prose(prose), ..Part::default() },
                Part { id: id(), content: PartContent::Resolution(Box::new(resolution)), ..Part::default() },
            ],
            ..Item::default()
        });
    }
    Minutes {
        house: House {
            style: "coventry".into(),
            council: "Ambleford City Council".into(),
            body: "Housing Scrutiny Board".into(),
            body_short: "Board".into(),
            ..House::default()
        },
        meeting: Meeting { date: jiff::civil::date(2025, 11, 12), start: Time::new(14, 0), ..Meeting::default() },
        attendance: Attendance { groups: vec![group], ..Attendance::default() },
        business: vec![Section { id: id(), items: all, ..Section::default() }],
        ..Minutes::default()
    }
}
