//! What the window asks of the state that needs numbers, the house style or the whole draft.

use super::{Action, Draft, Selection, State, entry};
use crate::{
    model::{Id, Item, MembershipClass, SectionKind, Visit, Who},
    template::HouseStyle,
};

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// What it shows.
    pub selection: Selection,
    /// Whether it is a section's heading.
    pub is_section: bool,
    /// How deep it is nested: 0 for the meeting, the attendance, sections and the items in them.
    pub depth: usize,
    /// The minute's number as the house writes it: "15."; empty where it has none.
    pub number: String,
    /// Its number on the agenda; empty where it has none.
    pub agenda: String,
    /// What it is called; empty while the clerk has not said.
    pub title: String,
    /// Whether the public may not see it.
    pub private: bool,
    /// Whether it was deferred.
    pub deferred: bool,
    /// Whether it was taken out of the order of the agenda.
    pub out_of_turn: bool,
    /// Whether it has rough notes.
    pub has_notes: bool,
}

/// A body for which minutes can be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyEntry {
    /// The house style's name.
    pub style: String,
    /// The council.
    pub council: String,
    /// The body's full name.
    pub body: String,
}

/// A person as lists offer them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonEntry {
    /// Who.
    pub id: Id,
    /// The name with its title.
    pub name: String,
    /// What tells them from others of the name: office, post or organisation; empty where nothing is known.
    pub detail: String,
    /// In which capacity they attend.
    pub class: MembershipClass,
    /// Whether they are at the meeting.
    pub present: bool,
}

impl State {
    /// The document from top to bottom: meeting, attendance, sections and items, closing, record.
    pub fn outline(&self) -> Vec<OutlineEntry> {
        let Some(draft) = &self.draft else { return Vec::new() };
        let minutes = draft.session.minutes();
        let visits = minutes.items();
        let mut out = vec![form(Selection::Meeting, "Meeting"), form(Selection::Attendance, "Attendance")];
        for section in &minutes.business {
            out.push(OutlineEntry {
                is_section: true,
                private: section.kind == SectionKind::Private,
                ..form(Selection::Section(section.id), &self.section_heading(section))
            });
            let within = visits.iter().filter(|visit| visit.section.id == section.id);
            out.extend(within.map(|visit| self.item_entry(visit)));
        }
        out.extend([form(Selection::Closing, "Closing"), form(Selection::Record, "Record")]);
        out
    }

    fn item_entry(&self, visit: &Visit<'_>) -> OutlineEntry {
        let Item { id, agenda, title, deferred, out_of_turn, notes, .. } = visit.item;
        OutlineEntry {
            depth: visit.depth,
            number: self.number_of(*id).unwrap_or_default().to_owned(),
            agenda: agenda.clone().unwrap_or_default(),
            private: visit.private,
            deferred: *deferred,
            out_of_turn: *out_of_turn,
            has_notes: !notes.is_empty(),
            ..form(Selection::Item(*id), title)
        }
    }

    /// The number of an item as the house writes it; none for an unnumbered one.
    pub fn number_of(&self, item: Id) -> Option<&str> {
        self.draft.as_ref()?.words.numbers.get(&item).map(String::as_str)
    }

    /// The house style of the draft that is open; none where it is not installed.
    pub fn style(&self) -> Option<&HouseStyle> {
        self.library.style(&self.draft.as_ref()?.session.minutes().house.style)
    }

    /// The bodies for which minutes can be begun.
    pub fn bodies(&self) -> Vec<BodyEntry> {
        let styles = self.library.styles().iter();
        let entries = styles.flat_map(|style| {
            style.bodies.iter().map(|body| BodyEntry {
                style: style.name.clone(),
                council: style.council.clone(),
                body: body.name.clone(),
            })
        });
        entries.collect()
    }

    /// Everybody in the attendance, as lists offer them.
    pub fn people(&self) -> Vec<PersonEntry> {
        let Some(draft) = &self.draft else { return Vec::new() };
        let people = draft.session.minutes().attendance.people().map(|person| PersonEntry {
            id: person.id,
            name: person.titled_name(),
            detail: [&person.role, &person.post, &person.organisation]
                .into_iter()
                .find(|text| !text.is_empty())
                .cloned()
                .unwrap_or_default(),
            class: person.class,
            present: person.is_present(),
        });
        people.collect()
    }

    /// How somebody is named; those who are no longer in the attendance are said to be missing.
    pub fn who(&self, who: &Who) -> String {
        let person = |id| self.draft.as_ref()?.session.minutes().attendance.person(id);
        match who {
            Who::Person(id) => {
                person(*id).map_or_else(|| "(no longer in the attendance)".to_owned(), |p| p.titled_name())
            }
            Who::Named(name) => name.clone(),
        }
    }

    /// What a paragraph of Schedule 12A describes, in the house's words: "3", "6(a)".
    pub fn gloss(&self, paragraph: &str) -> Option<&str> {
        let glosses = &self.style()?.glosses;
        glosses.iter().find(|(known, _)| known == paragraph.trim()).map(|(_, gloss)| gloss.as_str())
    }

    /// What a menu says of a command now: "Undo typing in minute 17".
    pub fn label(&self, action: Action) -> String {
        let label = entry(action).map_or("", |entry| entry.label);
        let with = |what: Option<&str>| match what {
            Some(what) => format!("{label} {what}"),
            None => label.to_owned(),
        };
        let session = self.draft.as_ref().map(|draft| &draft.session);
        match action {
            Action::Undo => with(session.and_then(|session| session.undo_label())),
            Action::Redo => with(session.and_then(|session| session.redo_label())),
            Action::TogglePrivateItem => match self.draft.as_ref().and_then(selected_is_private) {
                Some(true) => "Move to public business".to_owned(),
                Some(false) => "Move to private business".to_owned(),
                None => label.to_owned(),
            },
            _ => label.to_owned(),
        }
    }

    /// Whether a command can be carried out now, or why not.
    pub fn available(&self, action: Action) -> super::Available {
        entry(action).map_or(Ok(()), |entry| (entry.available)(self))
    }

    /// The window's title: the draft's name, with a mark where it holds something that does not come into its file without the clerk.
    pub fn title(&self) -> String {
        match &self.draft {
            Some(draft) if draft.needs_saving() => format!("• {} – Minutebook", draft.name()),
            Some(draft) => format!("{} – Minutebook", draft.name()),
            None => "Minutebook".to_owned(),
        }
    }

    /// The heading of a section: its own, or the house's.
    pub fn section_heading(&self, section: &crate::model::Section) -> String {
        let words = self.draft.as_ref().map(|draft| &draft.words);
        let house = words.map(|words| match section.kind {
            SectionKind::Public => &words.public_section,
            SectionKind::Private => &words.private_section,
        });
        match (&section.heading, house) {
            (Some(own), _) => own.clone(),
            (None, Some(house)) if !house.is_empty() => house.clone(),
            (None, _) => match section.kind {
                SectionKind::Public => "Public business".to_owned(),
                SectionKind::Private => "Private business".to_owned(),
            },
        }
    }
}

fn selected_is_private(draft: &Draft) -> Option<bool> {
    let Selection::Item(id) = draft.selection else { return None };
    let visits = draft.session.minutes().items();
    visits.iter().find(|visit| visit.item.id == id).map(|visit| visit.section.kind == SectionKind::Private)
}

fn form(selection: Selection, title: &str) -> OutlineEntry {
    OutlineEntry {
        selection,
        is_section: false,
        depth: 0,
        number: String::new(),
        agenda: String::new(),
        title: title.to_owned(),
        private: false,
        deferred: false,
        out_of_turn: false,
        has_notes: false,
    }
}
