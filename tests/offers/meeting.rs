//! A meeting with people of every kind, and what is offered in the text of its first item.

use crate::ports::Desk;
use minutebook::{
    app::{
        Action, AttendanceChange, Change, Command, FileCommand, Selection,
        offers::{Offer, OfferKind},
    },
    model::{Id, Inline, MembershipClass, Minutes, NameForm, Person, Presence, ProseAt},
};

/// The body of these tests.
pub const BODY: &str = "Planning Committee";

/// A draft with an item whose text is open.
pub struct Meeting {
    pub desk: Desk,
    pub item: Id,
    pub at: ProseAt,
}

impl Meeting {
    /// The minutes of a meeting of the body, with an item of business that has a text.
    pub fn new() -> Meeting {
        Meeting::in_desk(Desk::new())
    }

    /// The same on a machine that is set up already.
    pub fn in_desk(mut desk: Desk) -> Meeting {
        let date = jiff::civil::date(2024, 10, 21);
        desk.run(Command::File(FileCommand::New { style: "coventry".into(), body: BODY.into(), date }));
        let first = desk.minutes().business[0].items[0].id;
        desk.run(Command::Select(Selection::Item(first)));
        desk.act(Action::AddItem);
        let Selection::Item(item) = desk.app.state().draft.as_ref().expect("a draft").selection else {
            panic!("an item is selected")
        };
        desk.act(Action::AddProse);
        let part = desk.minutes().item(item).and_then(|item| item.parts.last()).expect("a text").id;
        Meeting { desk, item, at: ProseAt::Part(part) }
    }

    /// Adds somebody to the group with this class.
    pub fn add(&mut self, class: MembershipClass, person: Person) -> Id {
        let group = self.minutes().attendance.groups.iter().find(|group| group.class == class).expect("a group").id;
        let person = Box::new(Person { class, ..person });
        self.desk.run(Command::Change(Change::Attendance(AttendanceChange::AddPerson { group, person })));
        let people = &self.minutes().attendance.groups.iter().find(|known| known.id == group).expect("it").people;
        people.last().expect("somebody").id
    }

    /// Changes what is known of somebody, by surname.
    pub fn change(&mut self, surname: &str, change: impl FnOnce(&mut Person)) {
        let found = self.minutes().attendance.people().find(|person| person.surname == surname);
        let mut person = found.expect("somebody of this name").clone();
        change(&mut person);
        self.desk.run(Command::Change(Change::Attendance(AttendanceChange::SetPerson(Box::new(person)))));
    }

    /// Has somebody send apologies.
    pub fn excuse(&mut self, surname: &str) {
        self.change(surname, |person| person.state = Presence::Apologies { reason: None });
    }

    /// The draft.
    pub fn minutes(&self) -> &Minutes {
        self.desk.minutes()
    }

    /// What is offered behind a text.
    pub fn offers(&self, before: &str) -> Vec<Offer> {
        self.desk.app.state().offers(self.at, 0, before)
    }

    /// The names that are offered.
    pub fn names(&self, before: &str) -> Vec<String> {
        let people = self.offers(before).into_iter().filter(|offer| offer.kind == OfferKind::Person);
        people.map(|offer| offer.label).collect()
    }

    /// The text after the first offer was taken, as it stands on the page.
    pub fn taken(&self, before: &str) -> String {
        let offers = self.offers(before);
        let offer = offers.first().unwrap_or_else(|| panic!("nothing is offered behind “{before}”"));
        let kept = before.chars().count() - offer.replace;
        before.chars().take(kept).collect::<String>() + &self.written(&offer.insert)
    }

    /// How marks and text read, slots in brackets.
    pub fn written(&self, text: &[Inline]) -> String {
        let one = |inline: &Inline| match inline {
            Inline::Text(run) => run.text.clone(),
            Inline::Slot(what) => format!("[{what}]"),
            Inline::Person(mention) => {
                let person = self.minutes().attendance.person(mention.person).expect("a person of the meeting");
                if mention.form == NameForm::Titled { person.titled_name() } else { person.short_name() }
            }
            Inline::Citation(citation) => format!("{:?} {:?}", citation.form, citation.target),
            Inline::ComeBack(_) | Inline::Moment(_) => String::new(),
        };
        text.iter().map(one).collect()
    }
}
