//! The places to which the clerk means to come back.

use super::Caret;
use crate::{
    edit::prose::{MARK, Point, Span, length},
    model::{Id, Inline, Item, Minutes, Paragraph, PartContent, Prose, ProseAt},
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
    let texts = visits.iter().flat_map(|visit| texts(visit.item).into_iter().map(|text| (visit.item.id, text)));
    let mut out = Vec::new();
    for (item, (at, prose)) in texts {
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

/// How many such marks stand in a piece of prose.
pub(super) fn come_backs_in(prose: &[Paragraph]) -> usize {
    let is_mark = |inline: &&Inline| matches!(inline, Inline::ComeBack(_));
    prose.iter().flat_map(|paragraph| &paragraph.text).filter(is_mark).count()
}

/// Whether a piece of prose is one of those of an item's own parts.
pub(super) fn is_of_part(at: ProseAt) -> bool {
    match at {
        ProseAt::Part(_)
        | ProseAt::Answer(_)
        | ProseAt::Grounds(_)
        | ProseAt::Amendment(_)
        | ProseAt::Substantive(_) => true,
        ProseAt::Reasons(_)
        | ProseAt::Options(_)
        | ProseAt::Cell { .. }
        | ProseAt::PublicVersion(_)
        | ProseAt::Declaration(_)
        | ProseAt::Dispensations
        | ProseAt::PreviousMinutes
        | ProseAt::ClosingRemarks => false,
    }
}

/// The pieces of prose of an item's own parts, in reading order.
pub(super) fn proses(item: &Item) -> Vec<ProseAt> {
    texts(item).into_iter().map(|(at, _)| at).collect()
}

fn texts(item: &Item) -> Vec<(ProseAt, &Prose)> {
    let mut out = Vec::new();
    for part in &item.parts {
        let id = part.id;
        match &part.content {
            PartContent::Prose(text) => out.push((ProseAt::Part(id), text)),
            PartContent::Resolution(resolution) => out.push((ProseAt::Part(id), &resolution.text)),
            PartContent::Note(note) => out.push((ProseAt::Part(id), &note.text)),
            PartContent::Petition(petition) => out.push((ProseAt::Part(id), &petition.text)),
            PartContent::Motion(motion) => {
                out.push((ProseAt::Part(id), &motion.text));
                let amendments = motion.amendments.iter();
                out.extend(amendments.map(|amendment| (ProseAt::Amendment(amendment.id), &amendment.text)));
                out.push((ProseAt::Substantive(id), &motion.substantive));
            }
            PartContent::Question(question) => {
                out.push((ProseAt::Part(id), &question.question));
                out.push((ProseAt::Answer(id), &question.answer));
            }
            PartContent::CallIn(call_in) => out.push((ProseAt::Grounds(id), &call_in.grounds)),
            PartContent::Vote(_) | PartContent::Table(_) | PartContent::Actions(_) => {}
        }
    }
    out
}
