//! Commands that begin where the caret is.

use super::prose;
use crate::{
    app::{
        App, AttendanceChange, Caret, Change, Dialog,
        offers::{Context, learn},
    },
    edit::prose::{Pen, Span, Stroke, Writing, flat, slice},
    model::{Citation, Inline},
};

/// Asks which minute is to be cited at the caret.
pub(super) fn ask_citation(app: &mut App) {
    if let Some(place) = app.state.cite_place() {
        app.state.dialog = Some(Dialog::Cite(place));
        app.read_filed();
    }
}

/// Puts a citation to a caret, in the place of what is selected there.
pub(super) fn cite(app: &mut App, caret: Caret, citation: Citation) {
    put(app, caret, vec![Inline::Citation(citation)]);
}

/// Puts text and marks to a caret, in the place of what is selected in its paragraph.
fn put(app: &mut App, caret: Caret, insert: Vec<Inline>) {
    let Some(draft) = &app.state.draft else { return };
    let minutes = draft.session.minutes();
    let Some(old) = minutes.prose(caret.at) else { return };
    let mut writing = Writing::new(old, caret.span(), Pen::default(), app.state.habits());
    let span = writing.span();
    let (start, end) = (span.start(), span.end());
    let selected = if start.paragraph == end.paragraph { end.at - start.at } else { 0 };
    let text = writing.prose().get(end.paragraph).map(flat).unwrap_or_default();
    let replace = text.get(end.at - selected..end.at).map_or(0, |selected| selected.chars().count());
    writing.select(Span::caret(end));
    writing.strike(Stroke::Take { replace, insert });
    let (steps, _, _) = writing.finish();
    let plans: Vec<_> = steps.into_iter().map(|step| prose::stroke(caret.at, step, minutes)).collect();
    for plan in plans {
        app.carry_out(Ok(plan));
    }
}

/// Opens the phrase bank with a phrase made of what is selected.
pub(super) fn new_phrase(app: &mut App) {
    let proposed = selected(app).and_then(|(caret, text)| {
        let context = Context::new(&app.state, caret.at, caret.head.paragraph)?;
        learn(&context, &text)
    });
    match proposed {
        Some(phrase) => app.state.dialog = Some(Dialog::Phrases { proposed: Some(phrase) }),
        None => app.failed("There are no words in what is selected, so no phrase was made of it."),
    }
}

/// What is selected, as one line.
fn selected(app: &App) -> Option<(Caret, Vec<Inline>)> {
    let draft = app.state.draft.as_ref()?;
    let caret = draft.caret?;
    let prose = draft.session.minutes().prose(caret.at)?;
    let (start, end) = (caret.span().start(), caret.span().end());
    let mut out = Vec::new();
    for (number, paragraph) in prose.iter().enumerate().take(end.paragraph + 1).skip(start.paragraph) {
        let from = if number == start.paragraph { start.at } else { 0 };
        let to = if number == end.paragraph { end.at } else { usize::MAX };
        out.extend(slice(paragraph, from..to));
        out.push(Inline::plain(" "));
    }
    Some((caret, out))
}

/// Adds whom the text before the caret names to the attendance.
pub(super) fn add_newcomer(app: &mut App) {
    if let Some(person) = app.state.newcomer_at_caret() {
        let name = person.titled_name();
        app.change(Change::Attendance(AttendanceChange::AddNewcomer(Box::new(person))));
        app.done(format!("{name} was added to the attendance."));
    }
}
