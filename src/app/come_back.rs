//! The places to which the clerk means to come back.

use super::Caret;
use crate::{
    edit::prose::{MARK, Point, Span, length},
    model::{Id, Inline, Item, Minutes, PartContent, ProseAt},
};

/// A mark "come back to this".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComeBack {
    /// The item in whose minute it stands.
    pub item: Id,
    /// Where: the caret behind the mark.
    pub caret: Caret,
    /// The note.
    pub note: String,
}

/// All such marks in the minutes of the items, in reading order.
pub fn come_backs(minutes: &Minutes) -> Vec<ComeBack> {
    let visits = minutes.items();
    let places = visits.iter().flat_map(|visit| proses(visit.item).into_iter().map(|at| (visit.item.id, at)));
    let mut out = Vec::new();
    for (item, at) in places {
        let Some(prose) = minutes.prose(at) else { continue };
        for (number, paragraph) in prose.iter().enumerate() {
            let mut behind = 0;
            for inline in &paragraph.text {
                behind += length(inline);
                if let Inline::ComeBack(note) = inline {
                    let caret = Caret::new(at, Span::caret(Point::new(number, behind)));
                    out.push(ComeBack { item, caret, note: note.clone() });
                }
            }
        }
    }
    out
}

/// The mark at which the caret stands: just behind it, just before it, or else in the same paragraph.
pub(super) fn come_back_at(minutes: &Minutes, caret: Caret) -> Option<ComeBack> {
    let head = caret.head;
    let near = come_backs(minutes).into_iter();
    let near = near.filter(|mark| mark.caret.at == caret.at && mark.caret.head.paragraph == head.paragraph);
    near.min_by_key(|mark| {
        let behind = mark.caret.head.at;
        behind.abs_diff(head.at).min(behind.saturating_sub(MARK.len_utf8()).abs_diff(head.at))
    })
}

/// The pieces of prose of an item's own parts, in reading order.
pub(super) fn proses(item: &Item) -> Vec<ProseAt> {
    let mut out = Vec::new();
    for part in &item.parts {
        let id = part.id;
        match &part.content {
            PartContent::Prose(_) | PartContent::Resolution(_) | PartContent::Note(_) | PartContent::Petition(_) => {
                out.push(ProseAt::Part(id));
            }
            PartContent::Motion(motion) => {
                out.push(ProseAt::Part(id));
                out.extend(motion.amendments.iter().map(|amendment| ProseAt::Amendment(amendment.id)));
                out.push(ProseAt::Substantive(id));
            }
            PartContent::Question(_) => out.extend([ProseAt::Part(id), ProseAt::Answer(id)]),
            PartContent::CallIn(_) => out.push(ProseAt::Grounds(id)),
            PartContent::Vote(_) | PartContent::Table(_) | PartContent::Actions(_) => {}
        }
    }
    out
}
