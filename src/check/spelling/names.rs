//! The names that a meeting brings along.

use crate::model::{Action, Attendance, Minutes, Movers, PartContent, Person, Presence, Tally, Vote, Who};

/// The texts in which people, organisations, places and the body of a meeting are named. Not read: what the clerk wrote
/// about them.
pub(super) fn names(minutes: &Minutes) -> Vec<&str> {
    let house = &minutes.house;
    let mut names: Vec<&str> = vec![&house.council, &house.body, &house.body_short];
    names.extend(minutes.meeting.venue.as_deref());
    names.extend(minutes.previous.meetings.iter().filter_map(|meeting| meeting.body.as_deref()));
    let mut gather = Gather(names);
    gather.attendance(&minutes.attendance);
    for declaration in &minutes.declarations.entries {
        gather.who(Some(&declaration.member));
    }
    for visit in minutes.items() {
        visit.item.parts.iter().for_each(|part| gather.part(&part.content));
    }
    gather.0
}

struct Gather<'a>(Vec<&'a str>);

impl<'a> Gather<'a> {
    fn attendance(&mut self, attendance: &'a Attendance) {
        for group in &attendance.groups {
            self.0.push(&group.label);
            group.people.iter().for_each(|person| self.person(person));
        }
        self.all(attendance.movements.iter().map(|movement| &movement.who));
        self.all(attendance.chairs.iter().map(|chairing| &chairing.who));
    }

    fn person(&mut self, person: &'a Person) {
        let Person { title, given, surname, honours, role, organisation, post, ward, .. } = person;
        let texts = [title, given, surname, honours, role, organisation, post, ward];
        if person.state != Presence::NotExpected {
            self.0.extend(texts.into_iter().map(String::as_str));
        }
        self.who(person.substitute_for.as_ref());
    }

    fn who(&mut self, who: Option<&'a Who>) {
        match who {
            Some(Who::Named(name)) => self.0.push(name),
            Some(Who::Person(_)) | None => {}
        }
    }

    fn all(&mut self, whos: impl IntoIterator<Item = &'a Who>) {
        whos.into_iter().for_each(|who| self.who(Some(who)));
    }

    fn part(&mut self, content: &'a PartContent) {
        match content {
            PartContent::Prose(_) | PartContent::Table(_) | PartContent::Note(_) => {}
            PartContent::Resolution(resolution) => {
                self.movers(&resolution.movers);
                self.vote(resolution.vote.as_ref());
                self.actions(&resolution.actions);
            }
            PartContent::Motion(motion) => {
                self.movers(&motion.movers);
                self.vote(motion.vote.as_ref());
                for amendment in &motion.amendments {
                    self.movers(&amendment.movers);
                    self.vote(amendment.vote.as_ref());
                }
            }
            PartContent::Vote(vote) => self.vote(Some(vote)),
            PartContent::Petition(petition) => {
                self.0.extend(petition.organiser.as_deref());
                self.who(petition.sponsor.as_ref());
            }
            PartContent::Question(question) => {
                self.who(question.asker.as_ref());
                self.who(question.answerer.as_ref());
            }
            PartContent::CallIn(call_in) => self.all(&call_in.signatories),
            PartContent::Actions(actions) => self.actions(actions),
        }
    }

    fn movers(&mut self, Movers { mover, seconder, supporters }: &'a Movers) {
        self.all(mover.iter().chain(seconder).chain(supporters));
    }

    fn actions(&mut self, actions: &'a [Action]) {
        self.all(actions.iter().filter_map(|action| action.owner.as_ref()));
    }

    fn vote(&mut self, vote: Option<&'a Vote>) {
        let Some(vote) = vote else { return };
        self.who(vote.casting.as_ref().map(|casting| &casting.who));
        match &vote.tally {
            Tally::Words(_) | Tally::Counts { .. } => {}
            Tally::Named { in_favour, against, abstained, not_voting } => {
                self.all(in_favour.iter().chain(against).chain(abstained).chain(not_voting));
            }
        }
    }
}
