use super::{
    business, caret, come_back,
    decide::{self, add_part},
    files, joins, leave, misspelt, navigate, notes, rearrange, record, room, search, spelling, versions, view,
};
use crate::{
    app::{
        Action, App, BusinessChange, Change, Dialog, Effect, Focus, Leave, PartChange, Planned, Position, Selection,
        entry, fresh::Fresh,
    },
    model::{
        Audience, Column, Id, Item, Minutes, Motion, Note, Paragraph, PartContent, Resolution, Row, SectionKind, Table,
    },
};

/// Carries an entry of the command table out, or says why that is not possible now.
pub(super) fn run(app: &mut App, action: Action) {
    if let Some(entry) = entry(action)
        && let Err(reason) = (entry.available)(&app.state)
    {
        // An arrow key at the end of the list, or undo at the beginning, needs no reproach.
        if !is_quiet(action) {
            app.failed(reason);
        }
        return;
    }
    match action {
        Action::New => {
            app.state.dialog = Some(Dialog::New);
            // Earlier minutes of the body tell with which number these begin.
            app.read_filed();
        }
        Action::Open => files::ask_open(app),
        Action::Save => files::save(app),
        Action::SaveAs => files::ask_save(app),
        Action::EarlierVersions => versions::open(app),
        Action::ExportPublic => files::ask_export(app, Audience::Public),
        Action::ExportMembers => files::ask_export(app, Audience::Members),
        Action::CloseDraft => leave::ask(app, Leave::Close),
        Action::Quit => leave::ask(app, Leave::Quit),
        Action::Undo => app.undo(),
        Action::Redo => app.redo(),
        Action::Cite => caret::ask_citation(app),
        Action::AddNewcomer => caret::add_newcomer(app),
        Action::NewPhrase => caret::new_phrase(app),
        Action::Phrases => app.state.dialog = Some(Dialog::Phrases { proposed: None }),
        Action::Bold
        | Action::Italic
        | Action::Superscript
        | Action::BulletedList
        | Action::NumberedList
        | Action::LetteredList
        | Action::RomanList
        | Action::Quotation => strike(app, action),
        Action::BeginLists | Action::RaiseOrdinals | Action::TypographicSigns => view::toggle_habit(app, action),
        Action::Find => search::open(app, false),
        Action::Replace => search::open(app, true),
        Action::FindNext => search::step(app, 1, true),
        Action::FindPrevious => search::step(app, -1, true),
        Action::ToggleSpelling => app.toggle_spelling(),
        Action::OfferWords => view::toggle_words(app),
        Action::SuggestSpelling => spelling::at_caret(app, App::suggest),
        Action::NextMisspelt => misspelt::step(app, 1),
        Action::PreviousMisspelt => misspelt::step(app, -1),
        Action::AddWord => spelling::at_caret(app, |app, word| app.add_word(&word)),
        Action::IgnoreWord => spelling::at_caret(app, |app, word| spelling::ignore(app, &word)),
        Action::AddItem => add_item(app),
        Action::AddSubItem => with_item(app, |item, minutes| {
            let at = minutes.item(item).map_or(0, |item| item.items.len());
            Change::Business(BusinessChange::AddItem { of: item, at, item: Box::default() })
        }),
        Action::RemoveItem => with_item(app, |item, _| Change::Business(BusinessChange::RemoveItem(item))),
        Action::MoveItemUp => move_item(app, "move item up", Position::up),
        Action::MoveItemDown => move_item(app, "move item down", Position::down),
        Action::TogglePrivateItem
        | Action::TakeOutOfTurn
        | Action::SplitItem
        | Action::SplitText
        | Action::MergeWithNext
        | Action::MergeWithPrevious => rearrange(app, action),
        Action::AddProse => add_part(app, PartContent::Prose(vec![Paragraph::plain("")])),
        Action::AddResolution => {
            let text = vec![Paragraph::plain("")];
            add_part(app, PartContent::Resolution(Box::new(Resolution { text, ..Resolution::default() })));
        }
        Action::AddMotion => {
            let text = vec![Paragraph::plain("")];
            add_part(app, PartContent::Motion(Box::new(Motion { text, ..Motion::default() })));
        }
        Action::AddVote => decide::add_vote(app),
        Action::AddAmendment => {
            if let Some(motion) = app.state.draft.as_ref().and_then(decide::motion_at_caret) {
                app.change(Change::Part(PartChange::AddAmendment(motion)));
            }
        }
        Action::GoToDecision => {
            if let Some(draft) = &mut app.state.draft
                && let Some(part) = decide::resolution_at_caret(draft)
            {
                draft.go(draft.selection, Some(Focus::Outcome(part)));
            }
        }
        Action::Room => room::ask(app),
        Action::Adjourn => room::adjourn(app),
        Action::ComeBack => come_back::ask(app),
        Action::NextComeBack => come_back::next(app),
        Action::ComeBackDone => come_back::done(app),
        Action::Notes => notes::toggle(app),
        Action::NoteToMinute => notes::to_minute(app),
        Action::AddTable => add_part(app, PartContent::Table(small_table())),
        Action::AddNote => {
            add_part(app, PartContent::Note(Note { text: vec![Paragraph::plain("")], ..Note::default() }));
        }
        Action::PreviousForm => navigate::step(app, -1),
        Action::NextForm => navigate::step(app, 1),
        Action::GoToMeeting => app.go(Selection::Meeting, Some(Focus::First)),
        Action::GoToAttendance => app.go(Selection::Attendance, Some(Focus::First)),
        Action::GoToClosing => app.go(Selection::Closing, Some(Focus::First)),
        Action::GoToRecord => app.go(Selection::Record, Some(Focus::First)),
        Action::NextPanel => app.effects.push(Effect::NextPanel),
        Action::TogglePreview => view::toggle_preview(app),
        Action::ToggleAudience => view::toggle_audience(app),
        Action::CycleTheme => view::cycle_theme(app),
        Action::ZoomIn => view::zoom(app, view::ZOOM_STEP),
        Action::ZoomOut => view::zoom(app, 1.0 / view::ZOOM_STEP),
        Action::ZoomFit => view::zoom_fit(app),
        Action::Circulate | Action::Approve | Action::Sign => record::ask(app, action),
        Action::StepBack => record::step_back(app),
        Action::NewRevision => record::new_revision(app),
        Action::Palette => app.state.dialog = Some(Dialog::Palette),
        Action::Shortcuts => app.state.dialog = Some(Dialog::Shortcuts),
        Action::About => app.state.dialog = Some(Dialog::About),
    }
}

fn strike(app: &mut App, action: Action) {
    let caret = app.state.draft.as_ref().and_then(|draft| draft.caret);
    if let Some((caret, stroke)) = caret.zip(action.stroke()) {
        app.effects.push(Effect::Strike(caret.at, stroke));
    }
}

fn is_quiet(action: Action) -> bool {
    matches!(action, Action::Undo | Action::Redo | Action::MoveItemUp | Action::MoveItemDown | Action::NextPanel)
}

/// A new item: behind the one that is selected, at the end of the section that is, or else of the public business.
fn add_item(app: &mut App) {
    let Some(draft) = &app.state.draft else { return };
    let minutes = draft.session.minutes();
    let end_of = |section: &crate::model::Section| (section.id, section.items.len());
    let place = match draft.selection {
        Selection::Item(id) => Position::of(draft, id).map(|position| (position.holder(), position.at + 1)),
        Selection::Section(id) => minutes.business.iter().find(|section| section.id == id).map(end_of),
        Selection::Meeting | Selection::Attendance => minutes.business.first().map(|section| (section.id, 0)),
        Selection::Closing | Selection::Record => None,
    };
    let public = || minutes.business.iter().rev().find(|section| section.kind == SectionKind::Public).map(end_of);
    match place.or_else(public) {
        Some((of, at)) => app.change(Change::Business(BusinessChange::AddItem { of, at, item: Box::default() })),
        None => {
            let section = crate::model::Section { items: vec![Item::default()], ..Default::default() };
            app.change(Change::Business(BusinessChange::AddSection(section)));
        }
    }
}

fn selected(app: &App) -> Option<(Id, &Minutes)> {
    let draft = app.state.draft.as_ref()?;
    match draft.selection {
        Selection::Item(id) => Some((id, draft.session.minutes())),
        Selection::Meeting | Selection::Attendance | Selection::Section(_) | Selection::Closing | Selection::Record => {
            None
        }
    }
}

fn with_item(app: &mut App, change: impl FnOnce(Id, &Minutes) -> Change) {
    if let Some((id, minutes)) = selected(app) {
        let change = change(id, minutes);
        app.change(change);
    }
}

fn move_item(app: &mut App, label: &str, to: impl FnOnce(&Position) -> Option<(Id, usize)>) {
    let Some(draft) = &app.state.draft else { return };
    let Some((id, minutes)) = selected(app) else { return };
    let Some((of, at)) = Position::of(draft, id).and_then(|position| to(&position)) else { return };
    let planned: Planned = business::move_item(minutes, id, of, at, label);
    app.carry_out(planned);
}

/// What moves, splits and merges the item that is selected.
fn rearrange(app: &mut App, action: Action) {
    let Some(draft) = &app.state.draft else { return };
    let Selection::Item(id) = draft.selection else { return };
    let minutes = draft.session.minutes();
    let mut moves = draft.moves.clone();
    let fresh = &mut Fresh::new(&mut *app.env.ids, minutes);
    let at_caret = draft.caret_in(id);
    let planned = match (action, at_caret) {
        (Action::TogglePrivateItem, _) => rearrange::toggle_private(minutes, id, &mut moves, fresh),
        (Action::TakeOutOfTurn, _) => rearrange::out_of_turn(minutes, id, draft.writing, &mut moves),
        (Action::SplitItem, Some(caret)) => joins::split_item(minutes, caret, fresh),
        (Action::SplitText, Some(caret)) => joins::split_part(minutes, caret, fresh),
        (Action::MergeWithNext, _) => joins::merge(minutes, id, true, fresh),
        (Action::MergeWithPrevious, _) => joins::merge(minutes, id, false, fresh),
        _ => return,
    };
    if planned.is_ok()
        && let Some(draft) = &mut app.state.draft
    {
        draft.moves = moves;
    }
    app.carry_out(planned);
}

/// Two columns and two rows to begin with.
fn small_table() -> Table {
    Table {
        columns: vec![Column::default(), Column::default()],
        rows: vec![Row { cells: vec![Vec::new(), Vec::new()], total: false }; 2],
        ..Table::default()
    }
}
