//! Finding and replacing over the whole draft.

use crate::{
    app::{
        App, Caret, Draft, Focus, Hits, LONGEST_QUERY, Outset, Pattern, Place, Plan, SearchCommand, State,
        form_of_prose, replace_all, replace_one,
    },
    edit::prose::{MARK, Point, Span, flat},
};

pub(super) fn run(app: &mut App, command: SearchCommand) {
    let search = &mut app.state.search;
    match command {
        SearchCommand::Query(query) => {
            search.query = query;
            seek(app);
        }
        SearchCommand::With(with) => search.with = plain(&with),
        SearchCommand::Replacing(replacing) => search.replacing = replacing,
        SearchCommand::Next => step(app, 1, false),
        SearchCommand::Previous => step(app, -1, false),
        SearchCommand::Replace => replace(app),
        SearchCommand::ReplaceAll => replace_everywhere(app),
        SearchCommand::Close { from_bar } => close(app, from_bar),
    }
}

/// Shows the bar; what is selected is looked for.
pub(super) fn open(app: &mut App, replacing: bool) {
    let Some(draft) = &app.state.draft else { return };
    // Whoever calls the bar again from a hit means to look for something else, or for the same.
    let from_hit = app.state.search.hit().is_some_and(|hit| shows(draft, hit));
    let selected = selected(draft).filter(|_| !from_hit);
    let outset = outset(draft, true);
    let search = &mut app.state.search;
    search.at_with = replacing && search.open && !search.query.text.is_empty();
    // The lower line stays until the clerk hides it, so that Ctrl+F from within it goes to the upper one.
    search.replacing = replacing || (search.open && search.replacing);
    search.open = true;
    search.attention += 1;
    search.outset = outset;
    if let Some(text) = selected {
        search.query.text = text;
    }
    seek(app);
}

fn close(app: &mut App, from_bar: bool) {
    let current = app.state.search.current;
    app.state.search.open = false;
    if let Some(at) = current.filter(|_| from_bar) {
        show(app, at, true);
    }
}

/// The text that is selected in one paragraph, where it is short enough to be looked for.
fn selected(draft: &Draft) -> Option<String> {
    let caret = draft.caret.filter(|caret| is_here(draft, *caret))?;
    let span = caret.span();
    let (start, end) = (span.start(), span.end());
    let paragraph = draft.session.minutes().prose(caret.at)?.get(start.paragraph)?;
    let text = flat(paragraph).get(start.at..end.at)?.to_owned();
    let fits = start.paragraph == end.paragraph && !text.trim().is_empty() && !text.contains([MARK, '\n']);
    (fits && text.chars().count() <= LONGEST_QUERY).then_some(text)
}

fn is_here(draft: &Draft, caret: Caret) -> bool {
    form_of_prose(draft.session.minutes(), caret.at) == Some(draft.selection)
}

/// Where the clerk is: at the start or the end of what is selected.
fn outset(draft: &Draft, at_start: bool) -> Outset {
    let place = draft.caret.filter(|caret| is_here(draft, *caret)).map(|caret| {
        let span = caret.span();
        let point = if at_start { span.start() } else { span.end() };
        (Place::Prose { at: caret.at, paragraph: point.paragraph }, point.at)
    });
    Outset { form: draft.selection, place }
}

/// Shows the first hit at or behind where looking began.
fn seek(app: &mut App) {
    let outset = app.state.search.outset;
    look(app, outset);
    match app.state.search.hits.behind() {
        Some(at) => show(app, at, false),
        None => app.state.search.current = None,
    }
}

/// Looks through the draft, from a place on.
fn look(app: &mut App, outset: Outset) {
    let serial = app.serial;
    let State { draft, search, .. } = &mut app.state;
    let Some(draft) = draft else { return };
    let minutes = draft.session.minutes();
    search.hits = Pattern::new(&search.query).map(|p| Hits::find(minutes, &p, outset)).unwrap_or_default();
    search.of = Some((serial, draft.session.revision(), search.query.clone()));
    search.current = None;
}

/// Goes to the next hit, or the one before; the focus goes there too, or stays.
pub(super) fn step(app: &mut App, by: isize, with_focus: bool) {
    if app.state.search.query.text.is_empty() {
        return open(app, false);
    }
    app.look_again();
    let State { draft: Some(draft), search, .. } = &app.state else { return };
    let shown = search.current.filter(|at| search.hits.get(*at).is_some_and(|hit| shows(draft, hit)));
    let at = match shown {
        Some(at) => Some((at, search.hits.len())),
        None => {
            let outset = outset(draft, by < 0);
            look(app, outset);
            let hits = &app.state.search.hits;
            // One looks from between two hits: the one behind is the next already.
            hits.behind().map(|at| (if by < 0 { at } else { at + hits.len() - 1 }, hits.len()))
        }
    };
    match at {
        Some((at, all)) => {
            let at = (at + all).saturating_add_signed(by) % all;
            show(app, at, with_focus);
        }
        None if !app.state.search.open => {
            let text = app.state.search.query.text.clone();
            app.done(format!("“{text}” is not in these minutes."));
        }
        None => {}
    }
}

/// Whether the clerk is where a hit is.
fn shows(draft: &Draft, hit: &crate::app::Hit) -> bool {
    draft.selection == hit.form
        && match hit.place {
            Place::Prose { at, paragraph } => draft.caret == Some(caret(at, paragraph, &hit.range)),
            Place::Line(_) => true,
        }
}

fn caret(at: crate::model::ProseAt, paragraph: usize, range: &std::ops::Range<usize>) -> Caret {
    let point = |at| Point::new(paragraph, at);
    Caret::new(at, Span { anchor: point(range.start), head: point(range.end) })
}

/// Shows a hit, and selects it.
fn show(app: &mut App, number: usize, with_focus: bool) {
    let State { draft: Some(draft), search, .. } = &mut app.state else { return };
    let Some(hit) = search.hits.get(number).cloned() else { return };
    let focus = match hit.place {
        Place::Prose { at, paragraph } => {
            draft.caret = Some(caret(at, paragraph, &hit.range));
            Focus::Prose(at)
        }
        Place::Line(line) => Focus::Line(line),
    };
    search.current = Some(number);
    search.shown += 1;
    search.outset = Outset { form: hit.form, place: Some((hit.place, hit.range.start)) };
    if with_focus {
        draft.go(hit.form, Some(focus));
    } else {
        // The pages go along; the focus stays.
        draft.selection = hit.form;
        draft.focus = Some(focus);
    }
}

fn replace(app: &mut App) {
    app.look_again();
    let State { draft: Some(draft), search, .. } = &app.state else { return };
    if let Some(refusal) = draft.refusal() {
        return app.carry_out(Err(refusal));
    }
    let Some(hit) = search.hit().filter(|hit| shows(draft, hit)).cloned() else { return step(app, 1, false) };
    let Some(edit) = replace_one(draft.session.minutes(), &hit, &search.with) else { return };
    let plan = Plan::new(edit, format!("replacing “{}”", search.query.text));
    let behind = hit.range.start + search.with.len();
    let plan = match hit.place {
        Place::Prose { at, paragraph } => {
            let after = Caret::new(at, Span::caret(Point::new(paragraph, behind)));
            plan.with_carets(caret(at, paragraph, &hit.range), after)
        }
        Place::Line(_) => plan,
    };
    app.carry_out(Ok(plan));
    app.state.search.outset = Outset { form: hit.form, place: Some((hit.place, behind)) };
    seek(app);
}

fn replace_everywhere(app: &mut App) {
    app.look_again();
    let State { draft: Some(draft), search, .. } = &app.state else { return };
    if let Some(refusal) = draft.refusal() {
        return app.carry_out(Err(refusal));
    }
    if search.hits.is_empty() {
        return app.done(format!("“{}” is not in these minutes.", search.query.text));
    }
    let Some(replaced) = replace_all(draft.session.minutes(), &search.hits, &search.with) else {
        return app.failed("That would be too much at once. Look for longer words, or replace a few places at a time.");
    };
    let before = draft.session.revision();
    let plan = Plan::new(replaced.edit, format!("replacing “{}” everywhere", search.query.text));
    app.carry_out(Ok(plan));
    let changed = app.state.draft.as_ref().is_some_and(|draft| draft.session.revision() != before);
    let text = match changed {
        true => told(replaced.places, replaced.items, replaced.others),
        false => "It reads so already: nothing was replaced.".to_owned(),
    };
    app.done(text);
    // Its button can no longer be pressed: the focus goes to the upper line, for what is looked for next.
    let search = &mut app.state.search;
    search.attention += 1;
    search.at_with = false;
}

/// What replacing all came to: "14 places in 6 minutes; Undo takes it back."
fn told(places: usize, items: usize, others: usize) -> String {
    let counted = |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
    let places = counted(places, "place", "places");
    let in_items = (items > 0).then(|| counted(items, "minute", "minutes"));
    let elsewhere = (others > 0).then(|| counted(others, "other form", "other forms"));
    let forms = in_items.into_iter().chain(elsewhere).collect::<Vec<_>>().join(" and ");
    format!("{places} in {forms}; Undo takes it back.")
}

/// What may take the place of something: one line of text without marks.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| *letter != MARK && !letter.is_control()).take(LONGEST_QUERY).collect()
}

impl App {
    /// Looks again where the bar is shown and the draft is another than when one looked last.
    pub(in crate::app) fn refresh_search(&mut self) {
        if self.state.draft.is_none() {
            let search = &mut self.state.search;
            (search.open, search.hits, search.current, search.of) = (false, Hits::default(), None, None);
        } else if self.state.search.open {
            self.look_again();
        }
    }

    /// Looks again where the draft is another than when one looked last. The hit that is shown stays so where it still is.
    fn look_again(&mut self) {
        let State { draft: Some(draft), search, .. } = &self.state else { return };
        let revision = draft.session.revision();
        let known = search.of.as_ref().filter(|(serial, ..)| *serial == self.serial);
        if known.is_some_and(|(_, of, query)| *of == revision && *query == search.query) {
            return;
        }
        let hit = search.hit().filter(|_| known.is_some()).map(|hit| (hit.place, hit.range.start));
        let outset = outset(draft, true);
        look(self, outset);
        let search = &mut self.state.search;
        search.current = hit.and_then(|(place, start)| search.hits.at(place, start));
    }
}
