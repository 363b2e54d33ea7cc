//! What a place in the window or on the page shows.

use super::{Focus, Selection};
use crate::{frame::NodeId, model::Minutes};

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
pub(super) fn place_of_node(_minutes: &Minutes, _node: NodeId) -> Option<(Selection, Option<Focus>)> {
    None
}
