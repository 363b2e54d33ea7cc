//! Somebody who is named in the text and is not in the attendance.

use super::{State, folded, offers};
use crate::{
    edit::prose::flat,
    model::{MembershipClass, Minutes, Person},
    template::HouseStyle,
};

impl State {
    /// Whom the text of a paragraph names last before the caret, with a title and a surname, where they are not in the
    /// attendance. A person whom the body's template knows is that one; else a councillor comes from outside the body, and
    /// anybody else is an invitee.
    pub fn newcomer(&self, before: &str) -> Option<Person> {
        let minutes = self.draft.as_ref()?.session.minutes();
        newcomer(minutes, self.style(), before)
    }

    /// A title that was typed, as the house writes it in these minutes: "Councillor" for "Cllr".
    pub fn house_title(&self, typed: &str) -> String {
        match &self.draft {
            Some(draft) => house_title(draft.session.minutes(), self.style(), typed),
            None => typed.to_owned(),
        }
    }

    /// As [`State::newcomer`], before the caret of the draft.
    pub fn newcomer_at_caret(&self) -> Option<Person> {
        let draft = self.draft.as_ref()?;
        let head = draft.caret?.head;
        let prose = draft.session.minutes().prose(draft.caret?.at)?;
        self.newcomer(flat(prose.get(head.paragraph)?).get(..head.at)?)
    }
}

fn newcomer(minutes: &Minutes, style: Option<&HouseStyle>, before: &str) -> Option<Person> {
    let offers::FullName { title, given, surname } = offers::full_name(before)?;
    let same = |person: &&Person| is_same(person, &title, &given, &surname);
    if minutes.attendance.people().any(|person| same(&person)) {
        return None;
    }
    let bodies = style.into_iter().flat_map(|style| &style.bodies).filter(|body| body.name == minutes.house.body);
    let known = bodies.flat_map(|body| &body.groups).flat_map(|group| group.people.iter().map(move |p| (group, p)));
    if let Some((group, person)) = known.into_iter().find(|(_, person)| same(person)) {
        return Some(Person { class: group.class, ..person.clone() });
    }
    let class = if offers::is_councillor(&title) { MembershipClass::Councillor } else { MembershipClass::Other };
    Some(Person { title: house_title(minutes, style, &title), given, surname, class, ..Person::default() })
}

/// Whether somebody may be meant by a name: initials that are typed must be theirs, a title must not be another's.
fn is_same(person: &Person, title: &str, given: &str, surname: &str) -> bool {
    let initial = |text: &str| folded(text).chars().next();
    let given_fits = given.is_empty() || person.given.is_empty() || initial(&person.given) == initial(given);
    let title_fits = person.title.is_empty() || offers::is_councillor(&person.title) == offers::is_councillor(title);
    folded(&person.surname) == folded(surname) && given_fits && title_fits
}

/// A title as the house writes it: "Councillor" for "Cllr" where others of the attendance are called so, or else the people of
/// its bodies. Other titles, and those beside it, as in "Cllr Mrs", stay as they were typed.
fn house_title(minutes: &Minutes, style: Option<&HouseStyle>, typed: &str) -> String {
    if !offers::is_councillor(typed) {
        return typed.to_owned();
    }
    let bodies = style.into_iter().flat_map(|style| &style.bodies);
    let known = bodies.flat_map(|body| &body.groups).flat_map(|group| &group.people);
    let titles = minutes.attendance.people().chain(known).map(|person| person.title.as_str());
    let mut of_house = titles.filter(|title| offers::is_councillor(title) && !title.contains(' '));
    let Some(of_house) = of_house.next() else { return typed.to_owned() };
    let words = typed.split_whitespace().map(|word| if offers::is_councillor(word) { of_house } else { word });
    words.collect::<Vec<_>>().join(" ")
}
