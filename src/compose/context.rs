use super::chronicle::{Moment, proses};
use super::facts::{Facts, Ground, Question, declared_at};
use super::sight::{Known, Sight, Spot};
use crate::model::numbers::Number;
use crate::model::*;
use crate::template::HouseStyle;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// What is known while a document is composed: the minutes, the style, for whom, and where to find what. Everything that is
/// asked of it beside the style is noted.
pub(super) struct Context<'a> {
    minutes: &'a Minutes,
    /// How the house writes.
    pub style: &'a HouseStyle,
    /// For whom.
    pub audience: Audience,
    facts: Facts,
    people: HashMap<Id, &'a Person>,
    asked: RefCell<HashSet<Question>>,
}

impl<'a> Context<'a> {
    /// Looks through the minutes once.
    pub fn new(minutes: &'a Minutes, style: &'a HouseStyle, audience: Audience) -> Context<'a> {
        let mut people = HashMap::new();
        for person in minutes.attendance.people() {
            people.entry(person.id).or_insert(person);
        }
        let facts = Facts::new(minutes, audience);
        Context { minutes, style, audience, facts, people, asked: RefCell::default() }
    }

    /// What was asked since the last call.
    pub fn take_asked(&self) -> HashSet<Question> {
        self.asked.take()
    }

    /// What answers the questions.
    pub fn ground(&self) -> Ground<'_> {
        Ground { minutes: self.minutes, facts: &self.facts }
    }

    /// The facts, to be kept.
    pub fn into_facts(self) -> Facts {
        self.facts
    }

    fn ask(&self, question: Question) {
        self.asked.borrow_mut().insert(question);
    }

    /// The sections of the business. What is composed of one is kept by the section or the item itself, so that this is no
    /// question.
    pub fn business(&self) -> &'a [Section] {
        &self.minutes.business
    }

    /// The house.
    pub fn house(&self) -> &'a House {
        self.ask(Question::House);
        &self.minutes.house
    }

    /// What the body is called in running text.
    pub fn body_short(&self) -> &'a str {
        self.ask(Question::BodyShort);
        &self.minutes.house.body_short
    }

    /// The meeting.
    pub fn meeting(&self) -> &'a Meeting {
        self.ask(Question::Meeting);
        &self.minutes.meeting
    }

    /// The day of the meeting.
    pub fn date(&self) -> Date {
        self.ask(Question::Date);
        self.minutes.meeting.date
    }

    /// The numbering policy.
    pub fn numbering(&self) -> &'a Numbering {
        self.ask(Question::Numbering);
        &self.minutes.numbering
    }

    /// The first year of the municipal year in which the meeting falls.
    pub fn municipal_year(&self) -> i16 {
        self.ask(Question::Numbering);
        self.ask(Question::Date);
        self.minutes.municipal_year()
    }

    /// The attendance.
    pub fn attendance(&self) -> &'a Attendance {
        self.ask(Question::Attendance);
        &self.minutes.attendance
    }

    /// A person of the attendance.
    pub fn person(&self, id: Id) -> Option<&'a Person> {
        self.ask(Question::Person(id));
        self.people.get(&id).copied()
    }

    /// The declarations.
    pub fn declarations(&self) -> &'a Declarations {
        self.ask(Question::Declarations);
        &self.minutes.declarations
    }

    /// The declarations that relate to an item.
    pub fn declarations_at(&self, item: Id) -> impl Iterator<Item = &'a Declaration> + use<'a> {
        self.ask(Question::DeclarationsAt(item));
        declared_at(self.minutes, item)
    }

    /// The earlier minutes.
    pub fn previous(&self) -> &'a PreviousMinutes {
        self.ask(Question::Previous);
        &self.minutes.previous
    }

    /// The end.
    pub fn closing(&self) -> &'a Closing {
        self.ask(Question::Closing);
        &self.minutes.closing
    }

    /// The record.
    pub fn record(&self) -> &'a Record {
        self.ask(Question::Record);
        &self.minutes.record
    }

    /// What may be said of an item.
    pub fn known(&self, item: Id) -> Option<&Known> {
        self.ask(Question::Known(item));
        self.facts.known(item)
    }

    /// How the audience sees an item.
    pub fn sight(&self, item: Id) -> Sight {
        self.ask(Question::Sight(item));
        self.facts.sight(item)
    }

    /// Whether an item stands before or behind a spot.
    pub fn direction(&self, spot: Spot, item: Id) -> Option<Ordering> {
        self.ask(Question::Direction(spot, item));
        self.facts.direction(spot, item)
    }

    /// The number of an item.
    pub fn number(&self, item: Id) -> Option<&Number> {
        self.ask(Question::Number(item));
        self.facts.numbers().of(item)
    }

    /// Whether an item is the one that says what its role says: the first of that role.
    pub fn speaks(&self, item: &Item) -> bool {
        self.ask(Question::Speaker(item.role));
        self.facts.speaker(item.role) == Some(item.id)
    }

    /// Whether the draft has an item of this role, seen or not.
    pub fn has_role(&self, role: ItemRole) -> bool {
        self.ask(Question::Speaker(role));
        self.facts.speaker(role).is_some()
    }

    /// What happened at a moment of the meeting.
    pub fn moment(&self, id: Id) -> Option<&Moment> {
        self.ask(Question::Moment(id));
        self.facts.moments().get(id)
    }

    /// Whether the audience may read of a moment.
    pub fn may_be_told(&self, id: Id) -> bool {
        self.ask(Question::MayBeTold(id));
        self.facts.moments().may_be_told(id)
    }

    /// What happened in an item, or outside of any, without a mark in the text.
    pub fn unmarked(&self, item: Option<Id>) -> impl Iterator<Item = (Id, &Moment)> {
        self.ask(Question::Unmarked(item));
        self.facts.moments().unmarked(item)
    }

    /// The language of the document.
    pub fn language(&self) -> &str {
        self.ask(Question::Language);
        let own = self.minutes.house.language.0.as_str();
        if own.is_empty() { &self.style.language } else { own }
    }

    /// A run's language, where it is another than the document's.
    pub fn own_language(&self, language: &Language) -> Option<String> {
        let other = !language.0.is_empty() && language.0 != self.language();
        other.then(|| language.0.clone())
    }

    /// Whether there is anything in the minutes that the public may not see. Only what stands at the edges of pages, which is
    /// never kept, may ask for it.
    pub fn has_private(&self) -> bool {
        let hidden = |minutes: &Minutes| {
            minutes.items().iter().any(|visit| {
                visit.private
                    || visit.item.parts.iter().any(|part| !part.privacy.is_public() || has_private_text(&part.content))
            })
        };
        let withheld = |entry: &Declaration| matches!(entry.nature, Nature::Withheld(_));
        hidden(self.minutes) || self.minutes.declarations.entries.iter().any(withheld)
    }
}

fn has_private_text(content: &PartContent) -> bool {
    proses(content).iter().any(|prose| prose.iter().any(|paragraph| !paragraph.privacy.is_public()))
}
