//! What becomes of what the draft says of a node that is removed, within the same step.

use super::{
    rewrite::rewrite,
    visit::{Visitor, visit},
};
use crate::{
    edit::Edit,
    model::{CitationTarget, Id, Inline, Mention, Minutes, NameForm, Outcome, PartContent, Person, Prose, Run, Who},
};

/// The edits after which the minutes name these people by their names instead of pointing at the attendance.
pub(super) fn name_instead(minutes: &Minutes, people: &[Id]) -> Vec<Edit> {
    let people: Vec<Person> = minutes.attendance.people().filter(|p| people.contains(&p.id)).cloned().collect();
    rewrite(minutes, |minutes| visit(minutes, &mut Names { people }))
}

/// The edits after which no text marks a movement, a time in the chair or an adjournment.
pub(super) fn without_moment(minutes: &Minutes, moment: Id) -> Vec<Edit> {
    rewrite(minutes, |minutes| visit(minutes, &mut Moments { moment }))
}

/// The items at which what is not in the business may point: declarations, movements, changes of the chair, adjournments.
fn at_items(minutes: &mut Minutes) -> impl Iterator<Item = &mut Option<Id>> {
    let declared = minutes.declarations.entries.iter_mut().map(|entry| &mut entry.item);
    let moved = minutes.attendance.movements.iter_mut().map(|movement| &mut movement.item);
    let chairs = minutes.attendance.chairs.iter_mut();
    let chaired = chairs.flat_map(|chairing| [&mut chairing.item, &mut chairing.last_item]);
    let adjourned = minutes.meeting.adjournments.iter_mut().map(|adjournment| &mut adjournment.item);
    declared.chain(moved).chain(chaired).chain(adjourned)
}

/// The edits after which nothing but citations points at these items; those the page shows as missing, since only the
/// clerk knows what the sentence is to say instead.
pub(super) fn without_items(minutes: &Minutes, items: &[Id]) -> Vec<Edit> {
    let gone = |item: &Option<Id>| item.is_some_and(|item| items.contains(&item));
    rewrite(minutes, |minutes| {
        at_items(minutes).filter(|item| gone(item)).for_each(|item| *item = None);
        minutes.for_each_item_mut(|item| {
            for part in &mut item.parts {
                if let PartContent::Resolution(resolution) = &mut part.content
                    && let Outcome::PublicExcluded(exclusion) = &mut resolution.outcome
                {
                    exclusion.targets.retain(|target| !items.contains(&target.item));
                }
            }
        });
    })
}

/// The edits after which everything that points at an item points at another one.
pub(super) fn instead_of_item(minutes: &Minutes, old: Id, new: Id) -> Vec<Edit> {
    rewrite(minutes, |minutes| {
        at_items(minutes).filter(|item| **item == Some(old)).for_each(|item| *item = Some(new));
        minutes.for_each_item_mut(|item| {
            for part in &mut item.parts {
                if let PartContent::Resolution(resolution) = &mut part.content
                    && let Outcome::PublicExcluded(exclusion) = &mut resolution.outcome
                {
                    let known = exclusion.targets.iter().any(|target| target.item == new);
                    exclusion.targets.retain(|target| !known || target.item != old);
                    let pointing = exclusion.targets.iter_mut().filter(|target| target.item == old);
                    pointing.for_each(|target| target.item = new);
                }
            }
        });
        visit(minutes, &mut Citations { old, new });
    })
}

struct Names {
    people: Vec<Person>,
}

impl Visitor for Names {
    fn who(&mut self, who: &mut Who) {
        if let Who::Person(id) = who
            && let Some(person) = self.people.iter().find(|person| person.id == *id)
        {
            *who = Who::Named(person.titled_name());
        }
    }

    fn prose(&mut self, prose: &mut Prose) {
        for inline in prose.iter_mut().flat_map(|paragraph| &mut paragraph.text) {
            if let Inline::Person(mention) = inline
                && let Some(person) = self.people.iter().find(|person| person.id == mention.person)
            {
                *inline = Inline::Text(Run { text: written(person, mention), look: mention.look.clone() });
            }
        }
    }
}

/// How a mention reads.
fn written(person: &Person, mention: &Mention) -> String {
    let text = match mention.form {
        NameForm::Short => person.short_name(),
        NameForm::Titled => person.titled_name(),
        NameForm::Surname => person.surname.clone(),
        NameForm::Initials => person.initials.clone(),
        NameForm::Role if person.role.is_empty() => String::new(),
        NameForm::Role => format!("the {}", person.role),
    };
    if text.is_empty() { person.short_name() } else { text }
}

struct Citations {
    old: Id,
    new: Id,
}

impl Visitor for Citations {
    fn prose(&mut self, prose: &mut Prose) {
        for inline in prose.iter_mut().flat_map(|paragraph| &mut paragraph.text) {
            if let Inline::Citation(citation) = inline
                && citation.target == CitationTarget::Here(self.old)
            {
                citation.target = CitationTarget::Here(self.new);
            }
        }
    }
}

struct Moments {
    moment: Id,
}

impl Visitor for Moments {
    fn prose(&mut self, prose: &mut Prose) {
        for paragraph in prose {
            paragraph.text.retain(|inline| *inline != Inline::Moment(self.moment));
        }
    }
}
