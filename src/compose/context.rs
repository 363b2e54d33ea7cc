use super::chronicle::{Moments, proses};
use super::sight::{Known, Sight};
use crate::model::numbers::{Number, Numbers, number};
use crate::model::*;
use crate::template::HouseStyle;
use std::collections::HashMap;

/// What is known while a document is composed: the minutes, the style, for whom, and where to find what.
pub(super) struct Context<'a> {
    /// The minutes.
    pub minutes: &'a Minutes,
    /// How the house writes.
    pub style: &'a HouseStyle,
    /// For whom.
    pub audience: Audience,
    /// What stands in the chronicle, and who may read of it.
    pub moments: Moments<'a>,
    numbers: Numbers,
    items: HashMap<Id, Known>,
    people: HashMap<Id, &'a Person>,
    roles: HashMap<ItemRole, Id>,
}

impl<'a> Context<'a> {
    /// Looks through the minutes once.
    pub fn new(minutes: &'a Minutes, style: &'a HouseStyle, audience: Audience) -> Context<'a> {
        let mut items = HashMap::new();
        let mut roles = HashMap::new();
        for section in &minutes.business {
            let private = section.kind == SectionKind::Private;
            look_at(&section.items, audience, private, false, &mut items, &mut roles);
        }
        let moments = Moments::new(minutes, audience, &items);
        let mut people = HashMap::new();
        for person in minutes.attendance.people() {
            people.entry(person.id).or_insert(person);
        }
        Context { minutes, style, audience, moments, numbers: number(minutes), items, people, roles }
    }

    /// What may be said of an item.
    pub fn known(&self, item: Id) -> Option<&Known> {
        self.items.get(&item)
    }

    /// How the audience sees an item.
    pub fn sight(&self, item: Id) -> Sight {
        self.items.get(&item).map_or(Sight::Hidden, |known| known.sight)
    }

    /// The number of an item.
    pub fn number(&self, item: Id) -> Option<&Number> {
        self.numbers.of(item)
    }

    /// A person of the attendance.
    pub fn person(&self, id: Id) -> Option<&'a Person> {
        self.people.get(&id).copied()
    }

    /// Whether an item is the one that says what its role says: the first of that role.
    pub fn speaks(&self, item: &Item) -> bool {
        self.roles.get(&item.role) == Some(&item.id)
    }

    /// Whether the draft has an item of this role, seen or not.
    pub fn has_role(&self, role: ItemRole) -> bool {
        self.roles.contains_key(&role)
    }

    /// The language of the document.
    pub fn language(&self) -> &str {
        let own = self.minutes.house.language.0.as_str();
        if own.is_empty() { &self.style.language } else { own }
    }

    /// A run's language, where it is another than the document's.
    pub fn own_language(&self, language: &Language) -> Option<String> {
        let other = !language.0.is_empty() && language.0 != self.language();
        other.then(|| language.0.clone())
    }

    /// Whether there is anything in the minutes that the public may not see.
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

fn look_at(
    items: &[Item],
    audience: Audience,
    private: bool,
    hidden: bool,
    known: &mut HashMap<Id, Known>,
    roles: &mut HashMap<ItemRole, Id>,
) {
    for item in items {
        let private = private || !item.privacy.is_public();
        let (sight, heading) = match (&item.public_version, hidden) {
            (_, true) => (Sight::Hidden, None),
            _ if !private || audience == Audience::Members => (Sight::Whole, Some(item.title.clone())),
            (PublicVersion::Stub { title, .. }, false) => (Sight::Stub, Some(title.clone())),
            (PublicVersion::Withheld, false) => (Sight::Hidden, None),
        };
        let order = known.len() + 1;
        known.entry(item.id).or_insert(Known { order, heading, sight });
        roles.entry(item.role).or_insert(item.id);
        look_at(&item.items, audience, private, hidden || sight != Sight::Whole, known, roles);
    }
}

fn has_private_text(content: &PartContent) -> bool {
    proses(content).iter().any(|prose| prose.iter().any(|paragraph| !paragraph.privacy.is_public()))
}
