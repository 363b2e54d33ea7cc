//! The paper and what stands at its edges.

use super::calendar;
use super::context::Context;
use super::span::{Span, Spans, ink, is_silent, plain};
use super::title::council;
use super::wording::{fill, said};
use super::writer::align;
use crate::frame::{Furniture, Margins, PageSetup};
use crate::model::{Audience, State};
use crate::template::{Edge, EdgeLine, Weight};

/// The paper.
pub(super) fn page(context: &Context<'_>) -> PageSetup {
    let page = &context.style.page;
    PageSetup {
        width: page.width.points(),
        height: page.height.points(),
        margins: Margins {
            top: page.top.points(),
            right: page.right.points(),
            bottom: page.bottom.points(),
            left: page.left.points(),
        },
        first_number: page.first_number,
        furniture: page.furniture.iter().filter_map(|line| edge_line(context, line)).collect(),
    }
}

fn edge_line(context: &Context<'_>, line: &EdgeLine) -> Option<Furniture> {
    let date = calendar::date(context.style, &context.style.dates.short, context.date());
    let spans = fill(
        &line.text,
        &[
            ("page", vec![Span::Page]),
            ("pages", vec![Span::Pages]),
            ("status", status(context)),
            ("members", members(context)),
            ("council", plain(council(context))),
            ("body", plain(context.house().body.clone())),
            ("date", date),
            ("reference", plain(context.meeting().reference.clone().unwrap_or_default())),
            ("line", vec![Span::Blank(line.line.points())]),
        ],
    );
    if is_silent(&spans) {
        return None;
    }
    let baseline = match line.edge {
        Edge::Head => line.distance.points(),
        Edge::Foot => context.style.page.height.points() - line.distance.points(),
    };
    let text = ink(context, &spans, line.size.points(), Weight::default());
    Some(Furniture { baseline, align: align(line.align), text })
}

/// What the minutes are, until they were approved.
fn status(context: &Context<'_>) -> Spans {
    let words = &context.style.wording.meeting;
    match (context.record().state(), &context.record().circulated) {
        (State::Draft, _) => said(&words.draft),
        (State::Circulated, Some(circulated)) => {
            let date = calendar::date(context.style, &context.style.dates.short, circulated.on);
            fill(&words.circulated, &[("date", date), ("by", plain(circulated.by.clone()))])
        }
        (State::Circulated, None) | (State::Approved | State::Signed, _) => Spans::new(),
    }
}

/// That the public may not see this version.
fn members(context: &Context<'_>) -> Spans {
    match context.audience {
        Audience::Members if context.has_private() => said(&context.style.wording.meeting.members),
        Audience::Members | Audience::Public => Spans::new(),
    }
}
