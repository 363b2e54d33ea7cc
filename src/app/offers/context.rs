use crate::{
    model::{Id, Item, Minutes, PartContent, ProseAt},
    template::HouseStyle,
};
use jiff::civil::DateTime;
use std::collections::HashMap;

/// What offers are made from: the meeting, and where in it the caret stands.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The draft.
    pub minutes: &'a Minutes,
    /// Its house style with the phrase bank; none where it is not installed.
    pub style: Option<&'a HouseStyle>,
    /// The numbers of its minutes as the house writes them before a title: "15."
    pub numbers: &'a HashMap<Id, String>,
    /// The item in which the caret stands; none outside the business.
    pub item: Option<&'a Item>,
    /// The date and time now.
    pub now: DateTime,
}

impl<'a> Context<'a> {
    /// The item whose text a piece of prose is part of.
    pub fn item_of(minutes: &'a Minutes, at: ProseAt) -> Option<&'a Item> {
        match at {
            ProseAt::Part(id)
            | ProseAt::Answer(id)
            | ProseAt::Grounds(id)
            | ProseAt::Substantive(id)
            | ProseAt::Reasons(id)
            | ProseAt::Options(id)
            | ProseAt::Cell { part: id, .. } => minutes.part(id).map(|(item, _)| item),
            ProseAt::Amendment(id) => {
                minutes.items().into_iter().map(|visit| visit.item).find(|item| holds_amendment(item, id))
            }
            ProseAt::PublicVersion(id) => minutes.item(id),
            ProseAt::Declaration(_) | ProseAt::Dispensations | ProseAt::PreviousMinutes | ProseAt::ClosingRemarks => {
                None
            }
        }
    }
}

fn holds_amendment(item: &Item, id: Id) -> bool {
    item.parts.iter().any(|part| match &part.content {
        PartContent::Motion(motion) => motion.amendments.iter().any(|amendment| amendment.id == id),
        _ => false,
    })
}
