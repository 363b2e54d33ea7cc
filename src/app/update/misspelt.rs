//! From one misspelt word of the draft to the next.

use crate::{
    app::{App, Caret, Draft, Focus, Place, Selection, form_of_prose, walk},
    edit::prose::{Point, Span},
    model::ProseAt,
};
use std::ops::Range;

/// A paragraph of the draft, and the form in which it stands.
type Stop = (ProseAt, usize, Selection);

/// Suggests others for the marked word at the caret, where that was not done yet; else goes to the next one, or the one before,
/// and does so there.
pub(super) fn step(app: &mut App, by: isize) {
    let spelling = &app.state.spelling;
    let caret = app.state.draft.as_ref().and_then(|draft| draft.caret);
    let is_new = spelling.suggestions.is_none() && (spelling.arrived.is_none() || spelling.arrived != caret);
    match spelling.at.clone().filter(|_| is_new && by > 0) {
        Some(word) => app.suggest(word),
        None => seek(app, by),
    }
    app.state.spelling.arrived = app.state.draft.as_ref().and_then(|draft| draft.caret);
}

/// Goes to the next marked word, or the one before, and from the last to the first.
pub(in crate::app) fn seek(app: &mut App, by: isize) {
    let Some(draft) = &app.state.draft else { return };
    let stops = stops(draft);
    let caret = here(draft);
    let (at, within) = outset(draft, &stops, caret, by);
    let count = stops.len();
    // The paragraph of the caret is looked at first for what lies on from there, and last for the rest.
    for number in 0..=count {
        let Some(stop) = stops.get((at + count).saturating_add_signed(by * number as isize) % count.max(1)) else {
            break;
        };
        let Some(paragraph) = draft.session.minutes().prose(stop.0).and_then(|prose| prose.get(stop.1)) else {
            continue;
        };
        let Some(marks) = app.lexicon.marks(paragraph) else { return app.seek_once_loaded(by) };
        let lies_on = |range: &Range<usize>| match within.filter(|_| number == 0) {
            Some(at) if by > 0 => range.start > at,
            Some(at) => range.end < at,
            None => true,
        };
        let mut marks = marks.into_iter().filter(lies_on);
        if let Some(range) = if by > 0 { marks.next() } else { marks.next_back() } {
            let word = crate::model::flat(paragraph).get(range.clone()).map(str::to_owned);
            let stop = *stop;
            show(app, stop, range);
            word.into_iter().for_each(|word| app.suggest(word));
            return;
        }
    }
    app.done("No word of these minutes is marked as misspelt.");
}

fn show(app: &mut App, (at, paragraph, form): Stop, range: Range<usize>) {
    let Some(draft) = &mut app.state.draft else { return };
    let caret = Caret::new(at, Span::caret(Point::new(paragraph, range.end)));
    draft.caret = Some(caret);
    draft.go(form, Some(Focus::Prose(at)));
    app.state.spelling.arrived = Some(caret);
}

/// Every paragraph of the draft, in the order in which it is read.
fn stops(draft: &Draft) -> Vec<Stop> {
    let mut stops = Vec::new();
    walk(draft.session.minutes(), &mut |place, form, _| {
        if let Place::Prose { at, paragraph } = place {
            stops.push((at, paragraph, form));
        }
    });
    stops
}

/// The caret, where its text is shown.
fn here(draft: &Draft) -> Option<Caret> {
    draft.caret.filter(|caret| form_of_prose(draft.session.minutes(), caret.at) == Some(draft.selection))
}

/// The paragraph from which one looks, and the place in it; without a caret that is where the form that is shown begins.
fn outset(draft: &Draft, stops: &[Stop], caret: Option<Caret>, by: isize) -> (usize, Option<usize>) {
    let of_caret = caret.and_then(|caret| {
        let at = stops.iter().position(|stop| (stop.0, stop.1) == (caret.at, caret.head.paragraph))?;
        Some((at, Some(caret.head.at)))
    });
    let of_form = || {
        let first = stops.iter().position(|stop| stop.2 == draft.selection).unwrap_or(0);
        (if by > 0 { first } else { first + stops.len().saturating_sub(1) }, None)
    };
    of_caret.unwrap_or_else(of_form)
}
