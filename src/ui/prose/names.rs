use crate::model::{Id, Minutes, MovementKind, NameForm, Person, Time, Who, numbers};
use std::collections::HashMap;

/// The forms in which a person is named, in the order in which a typed name is looked up.
const FORMS: [NameForm; 5] = [NameForm::Short, NameForm::Titled, NameForm::Surname, NameForm::Initials, NameForm::Role];

/// What marks in prose are called: the numbers of items, the names of people, what happened at a moment.
#[derive(Clone, Debug, Default)]
pub struct Names {
    number_of: HashMap<Id, String>,
    item_with: HashMap<String, Option<Id>>,
    names_of: HashMap<Id, [String; 5]>,
    person_with: HashMap<(usize, String), Option<Id>>,
    moments: HashMap<Id, String>,
}

impl Names {
    /// The names of these minutes.
    pub fn of(minutes: &Minutes) -> Names {
        let mut names = Names::default();
        names.add_items(minutes);
        for person in minutes.attendance.people() {
            names.add_person(person);
        }
        names.add_moments(minutes);
        names
    }

    /// The number that a citation of this item shows; none where it has none, or another item has the same.
    pub(super) fn number(&self, item: Id) -> Option<&str> {
        let number = self.number_of.get(&item)?;
        (self.item(number) == Some(item)).then_some(number)
    }

    /// The item with this number.
    pub(super) fn item(&self, number: &str) -> Option<Id> {
        self.item_with.get(number).copied().flatten()
    }

    /// The person whom a name means, and the form of the name; none where it means nobody or several.
    pub(super) fn person(&self, name: &str) -> Option<(Id, NameForm)> {
        FORMS.iter().enumerate().find_map(|(at, form)| {
            let person = self.person_with.get(&(at, name.to_owned())).copied().flatten()?;
            Some((person, *form))
        })
    }

    /// The name of a person in a form; none where they are not of the meeting or have no such name.
    pub(super) fn name(&self, person: Id, form: NameForm) -> Option<&str> {
        let at = FORMS.iter().position(|other| *other == form)?;
        self.names_of.get(&person).map(|names| names[at].as_str()).filter(|name| !name.is_empty())
    }

    /// What happened at a moment; none where nothing is recorded of it.
    pub(super) fn moment(&self, id: Id) -> Option<&str> {
        self.moments.get(&id).map(String::as_str)
    }

    fn add_items(&mut self, minutes: &Minutes) {
        let numbers = numbers::number(minutes);
        for visit in minutes.items() {
            let Some(number) = numbers.of(visit.item.id) else { continue };
            let path = number.path.iter().map(|place| format!(".{place}"));
            let text = std::iter::once(number.value.to_string()).chain(path).collect::<String>();
            self.item_with.entry(text.clone()).and_modify(|item| *item = None).or_insert(Some(visit.item.id));
            self.number_of.insert(visit.item.id, text);
        }
    }

    fn add_person(&mut self, person: &Person) {
        let role = if person.role.is_empty() { String::new() } else { format!("the {}", person.role) };
        let names = [person.short_name(), person.titled_name(), person.surname.clone(), person.initials.clone(), role];
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            let place = self.person_with.entry((at, name.clone()));
            place.and_modify(|other| *other = None).or_insert(Some(person.id));
        }
        self.names_of.insert(person.id, names);
    }

    fn add_moments(&mut self, minutes: &Minutes) {
        for movement in &minutes.attendance.movements {
            let did = match movement.kind {
                MovementKind::Arrived => "arrived",
                MovementKind::Left => "left",
                MovementKind::Returned => "returned",
                MovementKind::Withdrew => "withdrew",
            };
            self.add_moment(movement.id, format!("{} {did}", self.who(&movement.who)), movement.time);
        }
        for chairing in &minutes.attendance.chairs {
            self.add_moment(chairing.id, format!("{} took the chair", self.who(&chairing.who)), chairing.from);
        }
        for adjournment in &minutes.meeting.adjournments {
            self.add_moment(adjournment.id, "the meeting was adjourned".to_owned(), adjournment.time);
        }
    }

    fn add_moment(&mut self, id: Id, what: String, time: Option<Time>) {
        let text = time.map_or(what.clone(), |time| format!("{what} at {time}"));
        self.moments.insert(id, text);
    }

    fn who<'a>(&'a self, who: &'a Who) -> &'a str {
        match who {
            Who::Person(id) => self.name(*id, NameForm::Short).unwrap_or("somebody"),
            Who::Named(name) => name,
        }
    }
}
