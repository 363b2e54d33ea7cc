//! The texts of the draft that are one line and no prose.

use crate::model::{Declaration, Id, Item, Minutes, Nature, Outcome, PartContent, ProseAt, PublicVersion, Resolution};

/// Where a line of text stands that is no prose: titles, headings, short fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    /// The title of the minutes, where it is not the house's.
    Title,
    /// The heading of a section.
    Heading(Id),
    /// The title of an item.
    ItemTitle(Id),
    /// The reference of an item's matter.
    Reference(Id),
    /// The heading of a private item for the public.
    PublicTitle(Id),
    /// A rough note.
    RoughNote {
        /// Of this item.
        item: Id,
        /// Its place among them, from 0.
        at: usize,
    },
    /// What officers had recommended, in a resolution part.
    Recommendation(Id),
    /// The words that lead in to a resolution part.
    LeadIn(Id),
    /// What belongs to the outcome of a resolution part: to whom, the reason, the conditions.
    Outcome(Id),
    /// What is to be done, in an action.
    Action(Id),
    /// What was voted on, in a vote part.
    Question(Id),
    /// The caption of a table part.
    Caption(Id),
    /// A heading of a table part.
    Column {
        /// The part.
        part: Id,
        /// The column, from 0.
        column: usize,
    },
    /// The subject of a petition part.
    Subject(Id),
    /// The decision that a call-in part calls in.
    Decision(Id),
    /// What is written where nobody declared an interest.
    NilDeclarations,
    /// The nature of an interest.
    Nature(Id),
    /// The dispensation under which a member took part.
    Dispensation(Id),
    /// The closing line.
    Closing,
}

impl Line {
    /// What it is, as the clerk reads it behind the minute in which something was found; empty where that is clear.
    pub fn label(self) -> &'static str {
        match self {
            Line::Title | Line::ItemTitle(_) => "title",
            Line::Heading(_) => "heading",
            Line::Reference(_) => "reference",
            Line::PublicTitle(_) => "heading for the public",
            Line::RoughNote { .. } => "rough note",
            Line::Recommendation(_) => "recommendation",
            Line::LeadIn(_) => "lead-in",
            Line::Outcome(_) => "outcome",
            Line::Action(_) => "action",
            Line::Question(_) => "vote",
            Line::Caption(_) | Line::Column { .. } => "table",
            Line::Subject(_) => "petition",
            Line::Decision(_) => "call-in",
            Line::NilDeclarations | Line::Nature(_) | Line::Dispensation(_) => "declarations",
            Line::Closing => "closing line",
        }
    }

    /// The line in the minutes, to be changed; none where there is no such line.
    pub(super) fn of(self, minutes: &mut Minutes) -> Option<&mut String> {
        match self {
            Line::Title => minutes.house.title.as_mut(),
            Line::Heading(id) => minutes.business.iter_mut().find(|section| section.id == id)?.heading.as_mut(),
            Line::ItemTitle(id) => Some(&mut minutes.item_mut(id)?.title),
            Line::Reference(id) => minutes.item_mut(id)?.reference.as_mut(),
            Line::PublicTitle(id) => match &mut minutes.item_mut(id)?.public_version {
                PublicVersion::Stub { title, .. } => Some(title),
                PublicVersion::Withheld => None,
            },
            Line::RoughNote { item, at } => Some(&mut minutes.item_mut(item)?.notes.get_mut(at)?.text),
            Line::Recommendation(id) => resolution(minutes, id)?.recommendation.as_mut(),
            Line::LeadIn(id) => resolution(minutes, id)?.lead_in.as_mut(),
            Line::Outcome(id) => outcome_mut(&mut resolution(minutes, id)?.outcome),
            Line::Action(id) => action(minutes, id),
            Line::Question(id) => match &mut minutes.part_mut(id)?.content {
                PartContent::Vote(vote) => vote.question.as_mut(),
                _ => None,
            },
            Line::Caption(id) => match &mut minutes.part_mut(id)?.content {
                PartContent::Table(table) => Some(&mut table.caption),
                _ => None,
            },
            Line::Column { part, column } => match &mut minutes.part_mut(part)?.content {
                PartContent::Table(table) => Some(&mut table.columns.get_mut(column)?.heading),
                _ => None,
            },
            Line::Subject(id) => match &mut minutes.part_mut(id)?.content {
                PartContent::Petition(petition) => Some(&mut petition.subject),
                _ => None,
            },
            Line::Decision(id) => match &mut minutes.part_mut(id)?.content {
                PartContent::CallIn(call_in) => Some(&mut call_in.decision),
                _ => None,
            },
            Line::NilDeclarations => minutes.declarations.nil_wording.as_mut(),
            Line::Nature(id) => match &mut declaration(minutes, id)?.nature {
                Nature::Stated(words) | Nature::Withheld(words) => Some(words),
                Nature::NotStated => None,
            },
            Line::Dispensation(id) => declaration(minutes, id)?.dispensation.as_mut(),
            Line::Closing => minutes.closing.wording.as_mut(),
        }
    }
}

fn resolution(minutes: &mut Minutes, part: Id) -> Option<&mut Resolution> {
    match &mut minutes.part_mut(part)?.content {
        PartContent::Resolution(resolution) => Some(resolution),
        _ => None,
    }
}

fn declaration(minutes: &mut Minutes, id: Id) -> Option<&mut Declaration> {
    minutes.declarations.entries.iter_mut().find(|entry| entry.id == id)
}

fn action(minutes: &mut Minutes, id: Id) -> Option<&mut String> {
    fn within(items: &mut [Item], id: Id) -> Option<&mut String> {
        for item in items {
            for part in &mut item.parts {
                let actions = match &mut part.content {
                    PartContent::Resolution(resolution) => &mut resolution.actions,
                    PartContent::Actions(actions) => actions,
                    _ => continue,
                };
                if let Some(action) = actions.iter_mut().find(|action| action.id == id) {
                    return Some(&mut action.what);
                }
            }
            if let Some(found) = within(&mut item.items, id) {
                return Some(found);
            }
        }
        None
    }
    minutes.business.iter_mut().find_map(|section| within(&mut section.items, id))
}

/// The words that belong to an outcome.
pub(super) fn outcome(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::Recommended { to: words }
        | Outcome::Referred { to: words }
        | Outcome::Requested { from: words }
        | Outcome::Refused { reason: words }
        | Outcome::Other(words) => Some(words),
        Outcome::Deferred { until: words } | Outcome::Granted { conditions: words } => words.as_deref(),
        Outcome::Unclassed
        | Outcome::Noted
        | Outcome::Approved
        | Outcome::Agreed
        | Outcome::Appointed
        | Outcome::PublicExcluded(_)
        | Outcome::PublicReadmitted
        | Outcome::Procedural => None,
    }
}

fn outcome_mut(outcome: &mut Outcome) -> Option<&mut String> {
    match outcome {
        Outcome::Recommended { to: words }
        | Outcome::Referred { to: words }
        | Outcome::Requested { from: words }
        | Outcome::Refused { reason: words }
        | Outcome::Other(words) => Some(words),
        Outcome::Deferred { until: words } | Outcome::Granted { conditions: words } => words.as_mut(),
        Outcome::Unclassed
        | Outcome::Noted
        | Outcome::Approved
        | Outcome::Agreed
        | Outcome::Appointed
        | Outcome::PublicExcluded(_)
        | Outcome::PublicReadmitted
        | Outcome::Procedural => None,
    }
}

/// What a piece of prose is, as the clerk reads it; empty for the text of a minute.
pub(super) fn prose_label(minutes: &Minutes, at: ProseAt) -> &'static str {
    match at {
        ProseAt::Part(id) => match minutes.part(id) {
            Some((_, part)) => match part.content {
                PartContent::Resolution(_) => "resolution",
                PartContent::Motion(_) => "motion",
                PartContent::Note(_) => "note",
                PartContent::Petition(_) => "petition",
                PartContent::Question(_) => "question",
                PartContent::CallIn(_) => "call-in",
                PartContent::Prose(_) | PartContent::Vote(_) | PartContent::Table(_) | PartContent::Actions(_) => "",
            },
            None => "",
        },
        ProseAt::Answer(_) => "answer",
        ProseAt::Grounds(_) => "call-in",
        ProseAt::Amendment(_) => "amendment",
        ProseAt::Substantive(_) => "substantive motion",
        ProseAt::Reasons(_) => "reasons",
        ProseAt::Options(_) => "options",
        ProseAt::Cell { .. } => "table",
        ProseAt::PublicVersion(_) => "public version",
        ProseAt::Declaration(_) | ProseAt::Dispensations => "declarations",
        ProseAt::PreviousMinutes => "earlier minutes",
        ProseAt::ClosingRemarks => "remarks",
    }
}
