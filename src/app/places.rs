//! What a place in the window or on the page shows.

use super::{Caret, Draft, Focus, Selection, name_of};
use crate::{
    compose::{Place, TextOf},
    edit::prose::length_of,
    frame::{Frame, NodeId},
    model::{Id, Item, ItemRole, Minutes, PartContent, ProseAt},
};
use std::ops::Range;

/// The form, or where what it shows is no longer there the meeting's.
pub(super) fn existing(minutes: &Minutes, selection: Selection) -> Selection {
    let there = match selection {
        Selection::Section(id) => minutes.business.iter().any(|section| section.id == id),
        Selection::Item(id) => minutes.item(id).is_some(),
        Selection::Meeting | Selection::Attendance | Selection::Closing | Selection::Record => true,
    };
    if there { selection } else { Selection::Meeting }
}

/// The form of what a node of the page shows, and the place in it.
pub(super) fn place_of_node(minutes: &Minutes, node: NodeId) -> Option<(Selection, Option<Focus>)> {
    let place = Place::decode(node)?;
    let focus = match place {
        Place::Title
        | Place::Meeting
        | Place::Attendance
        | Place::Apologies
        | Place::Section(_)
        | Place::Item(_)
        | Place::ItemHead(_)
        | Place::Declarations
        | Place::Previous
        | Place::Closing
        | Place::NextMeeting
        | Place::Record => None,
        Place::Group(id)
        | Place::Person(id)
        | Place::Moment(id)
        | Place::Part(id)
        | Place::Row { part: id, .. }
        | Place::Amendment(id)
        | Place::Action(id)
        | Place::Declaration(id)
        | Place::Correction(id) => Some(Focus::Node(id)),
        Place::Text { .. } | Place::Cell { .. } => place.prose().map(|(at, _)| Focus::Prose(at)),
    };
    Some((form_of(minutes, place)?, focus))
}

/// The form in which a place of the page is edited.
fn form_of(minutes: &Minutes, place: Place) -> Option<Selection> {
    let of_part = |id: Id| minutes.part(id).map(|(item, _)| Selection::Item(item.id));
    Some(match place {
        Place::Title | Place::Meeting => Selection::Meeting,
        Place::Attendance | Place::Group(_) | Place::Person(_) | Place::Apologies => Selection::Attendance,
        Place::Moment(id) if minutes.meeting.adjournments.iter().any(|adjournment| adjournment.id == id) => {
            Selection::Meeting
        }
        Place::Moment(_) => Selection::Attendance,
        Place::Section(id) => Selection::Section(id),
        Place::Item(id) | Place::ItemHead(id) => Selection::Item(id),
        Place::Part(id) | Place::Row { part: id, .. } | Place::Cell { part: id, .. } => of_part(id)?,
        Place::Amendment(id) => Selection::Item(holder_of(minutes, id)?.id),
        Place::Action(id) => Selection::Item(holder_of(minutes, id)?.id),
        Place::Declarations | Place::Declaration(_) => of_role(minutes, ItemRole::Declarations),
        Place::Previous | Place::Correction(_) => of_role(minutes, ItemRole::PreviousMinutes),
        Place::Closing | Place::NextMeeting => Selection::Closing,
        Place::Record => Selection::Record,
        Place::Text { of, id, .. } => match of {
            TextOf::Part
            | TextOf::Answer
            | TextOf::Grounds
            | TextOf::Substantive
            | TextOf::Reasons
            | TextOf::Options => of_part(id)?,
            TextOf::Amendment => Selection::Item(holder_of(minutes, id)?.id),
            TextOf::PublicVersion => Selection::Item(id),
            TextOf::Declaration | TextOf::Dispensations => of_role(minutes, ItemRole::Declarations),
            TextOf::PreviousMinutes => of_role(minutes, ItemRole::PreviousMinutes),
            TextOf::ClosingRemarks => Selection::Closing,
        },
    })
}

/// The form in which a piece of prose is edited.
pub(super) fn form_of_prose(minutes: &Minutes, at: ProseAt) -> Option<Selection> {
    form_of(minutes, text_place(at, 0)?)
}

/// The item with a role, or the meeting's form where there is none.
fn of_role(minutes: &Minutes, role: ItemRole) -> Selection {
    let visits = minutes.items();
    let found = visits.iter().find(|visit| visit.item.role == role);
    found.map_or(Selection::Meeting, |visit| Selection::Item(visit.item.id))
}

/// The item that holds an amendment or an action.
fn holder_of(minutes: &Minutes, id: Id) -> Option<&Item> {
    let holds = |content: &PartContent| match content {
        PartContent::Motion(motion) => motion.amendments.iter().any(|amendment| amendment.id == id),
        PartContent::Resolution(resolution) => resolution.actions.iter().any(|action| action.id == id),
        PartContent::Actions(actions) => actions.iter().any(|action| action.id == id),
        PartContent::Prose(_)
        | PartContent::Vote(_)
        | PartContent::Table(_)
        | PartContent::Note(_)
        | PartContent::Petition(_)
        | PartContent::Question(_)
        | PartContent::CallIn(_) => false,
    };
    let visits = minutes.items();
    visits.into_iter().map(|visit| visit.item).find(|item| item.parts.iter().any(|part| holds(&part.content)))
}

/// A place of the page in words: "minute 17 (Work Programme)", "the attendance".
pub(super) fn describe(minutes: &Minutes, node: NodeId) -> String {
    let form = Place::decode(node).and_then(|place| form_of(minutes, place));
    let words = match form {
        Some(Selection::Item(id)) => {
            return minutes.item(id).map_or_else(|| "an item".to_owned(), |item| named(minutes, item));
        }
        Some(Selection::Section(_)) => "the heading of a section",
        Some(Selection::Meeting) => "the heading of the minutes",
        Some(Selection::Attendance) => "the attendance",
        Some(Selection::Closing) => "the end of the minutes",
        Some(Selection::Record) => "the record of approval and signature",
        None => "the edges of the page, which the house style words",
    };
    words.to_owned()
}

fn named(minutes: &Minutes, item: &Item) -> String {
    let name = name_of(minutes, item);
    if item.title.is_empty() || name.contains(&item.title) { name } else { format!("{name} ({})", item.title) }
}

/// The page and the distance from its top at which what the form shows begins.
fn place_on_page(frame: &Frame, selection: Selection, focus: Option<Focus>) -> Option<(usize, f32)> {
    let exact = focus.and_then(|focus| match focus {
        Focus::Node(id) | Focus::Vote(id) | Focus::Outcome(id) => {
            [Place::Person(id), Place::Group(id), Place::Part(id), Place::Declaration(id)]
                .into_iter()
                .chain([Place::Moment(id), Place::Amendment(id), Place::Action(id), Place::Correction(id)])
                .find_map(|place| frame.place_of(place.encode()))
        }
        Focus::First | Focus::Notes(_) | Focus::Line(_) => None,
        Focus::Prose(at) => text_place(at, 0).and_then(|place| frame.place_of(place.encode())),
    });
    let form = || {
        let places: &[Place] = match selection {
            Selection::Meeting => &[Place::Title, Place::Meeting],
            Selection::Attendance => &[Place::Attendance, Place::Apologies],
            Selection::Section(id) => &[Place::Section(id)],
            Selection::Item(id) => &[Place::Item(id)],
            Selection::Closing => &[Place::Closing, Place::NextMeeting],
            Selection::Record => &[Place::Record],
        };
        places.iter().find_map(|place| frame.place_of(place.encode()))
    };
    exact.or_else(form)
}

/// What the pages show of the place where the clerk is.
pub(super) struct Shown {
    /// The page and the distance from its top of the place that is to be kept in view.
    pub place: Option<(usize, f32)>,
    /// The paragraph that is being typed: the pages on which it stands, and from where to where on each.
    pub typed: Vec<(usize, Range<f32>)>,
}

impl Shown {
    /// Finds it on the pages.
    pub fn new(frame: &Frame, draft: &Draft) -> Shown {
        let minutes = draft.session.minutes();
        let caret = draft.caret.filter(|caret| {
            let place = text_place(caret.at, caret.head.paragraph);
            place.and_then(|place| form_of(minutes, place)) == Some(draft.selection)
        });
        let typed = caret.map(|caret| typed_on_page(frame, minutes, caret)).unwrap_or_default();
        // Whichever came last: the caret was moved, or the application led somewhere else.
        let led = draft.focus.is_some() && draft.pages.caret_moved != Some(draft.attention);
        let elsewhere = led && draft.focus != caret.map(|caret| Focus::Prose(caret.at));
        let at_caret = caret.filter(|_| !elsewhere).and_then(|caret| within(&typed, share(minutes, caret)));
        Shown { place: at_caret.or_else(|| place_on_page(frame, draft.selection, draft.focus)), typed }
    }
}

/// The lines of the paragraph in which the caret is, or of the nearest one before it that is on the page.
fn typed_on_page(frame: &Frame, minutes: &Minutes, caret: Caret) -> Vec<(usize, Range<f32>)> {
    let count = minutes.prose(caret.at).map_or(0, |prose| prose.len());
    // One that was just begun is not on the page yet; a few before it are enough to look at.
    let paragraphs = (0..=caret.head.paragraph.min(count)).rev().take(4);
    let places = paragraphs.filter_map(|paragraph| text_place(caret.at, paragraph));
    let mut found = places.map(|place| frame.extents_of(place.encode()).collect::<Vec<_>>());
    found.find(|extents| !extents.is_empty()).unwrap_or_default()
}

/// How far the caret is in its paragraph, from 0 to 1.
fn share(minutes: &Minutes, caret: Caret) -> f32 {
    let paragraph = minutes.prose(caret.at).and_then(|prose| prose.get(caret.head.paragraph));
    let length = paragraph.map_or(0, length_of).max(1);
    (caret.head.at as f32 / length as f32).min(1.0)
}

/// The place so far in what stands on pages.
fn within(extents: &[(usize, Range<f32>)], share: f32) -> Option<(usize, f32)> {
    let height = |extent: &Range<f32>| extent.end - extent.start;
    let mut rest = share * extents.iter().map(|(_, extent)| height(extent)).sum::<f32>();
    for (page, extent) in extents {
        if rest <= height(extent) {
            return Some((*page, extent.start + rest));
        }
        rest -= height(extent);
    }
    extents.last().map(|(page, extent)| (*page, extent.end))
}

/// Where a paragraph of a piece of prose stands.
fn text_place(at: ProseAt, paragraph: usize) -> Option<Place> {
    let (of, id) = match at {
        ProseAt::Part(id) => (TextOf::Part, id),
        ProseAt::Answer(id) => (TextOf::Answer, id),
        ProseAt::Grounds(id) => (TextOf::Grounds, id),
        ProseAt::Amendment(id) => (TextOf::Amendment, id),
        ProseAt::Substantive(id) => (TextOf::Substantive, id),
        ProseAt::Reasons(id) => (TextOf::Reasons, id),
        ProseAt::Options(id) => (TextOf::Options, id),
        ProseAt::PublicVersion(id) => (TextOf::PublicVersion, id),
        ProseAt::Declaration(id) => (TextOf::Declaration, id),
        ProseAt::Dispensations => (TextOf::Dispensations, Id::NONE),
        ProseAt::PreviousMinutes => (TextOf::PreviousMinutes, Id::NONE),
        ProseAt::ClosingRemarks => (TextOf::ClosingRemarks, Id::NONE),
        ProseAt::Cell { part, row, column } => {
            let (row, column) = (u16::try_from(row).ok()?, u8::try_from(column).ok()?);
            return Some(Place::Cell { part, row, column });
        }
    };
    Some(Place::Text { of, id, paragraph: u16::try_from(paragraph).ok()? })
}
