use crate::{
    app::{Action, App, ThemeChoice, View, ViewCommand},
    model::Audience,
};

/// By how much pages become larger at one step.
pub(super) const ZOOM_STEP: f32 = 1.25;

/// The sizes of a page that make sense, as shares of the panel's width.
const ZOOMS: std::ops::RangeInclusive<f32> = 0.25..=4.0;

/// The widths of the panel, in points.
const WIDTHS: std::ops::RangeInclusive<f32> = 160.0..=4_000.0;

/// Pixels for each point of a page, at the least and the most.
const SCALES: std::ops::RangeInclusive<f32> = 0.1..=8.0;

/// The most pages that are drawn for one view.
const MOST_PAGES: usize = 24;

pub(super) fn run(app: &mut App, command: ViewCommand) {
    match command {
        ViewCommand::PreviewWidth(width) => set(app, |view| {
            if width.is_finite() {
                view.preview_width = width.clamp(*WIDTHS.start(), *WIDTHS.end());
            }
        }),
        ViewCommand::Zoom(zoom) => set_zoom(app, zoom),
        ViewCommand::Window { size, maximized } => set(app, |view| {
            view.maximized = maximized;
            view.window = size.filter(|(width, height)| width.is_finite() && height.is_finite()).or(view.window);
        }),
        ViewCommand::PagesInView { first, last, pixels_per_point } => set(app, |view| {
            view.in_view = first..last.saturating_add(1).clamp(first, first.saturating_add(MOST_PAGES));
            if pixels_per_point.is_finite() {
                view.pixels_per_point = pixels_per_point.clamp(*SCALES.start(), *SCALES.end());
            }
        }),
        ViewCommand::Theme(theme) => set(app, |view| view.theme = theme),
        ViewCommand::NoteAt(at) => {
            if let Some(draft) = &mut app.state.draft {
                draft.note = at;
            }
        }
        ViewCommand::NoteBegun => super::notes::begun(app),
        ViewCommand::NotesOpen(item, open) => {
            let notes = &mut app.state.view.open_notes;
            if open {
                notes.insert(item)
            } else {
                notes.remove(&item)
            };
        }
    }
}

pub(super) fn toggle_preview(app: &mut App) {
    set(app, |view| view.preview = !view.preview);
}

/// Switches something on or off that is done by itself while the clerk types.
pub(super) fn toggle_habit(app: &mut App, action: Action) {
    let asked = app.state.house_asks_for_signs();
    set(app, |view| match action {
        Action::BeginLists => view.typing.lists = !view.typing.lists,
        Action::RaiseOrdinals => view.typing.ordinals = !view.typing.ordinals,
        Action::TypographicSigns => view.typing.toggle_signs(asked),
        _ => {}
    });
}

/// Offers words while the clerk types, or no longer does.
pub(super) fn toggle_words(app: &mut App) {
    set(app, |view| view.offer_words = !view.offer_words);
    let now = if app.state.view.offer_words { "are offered" } else { "are no longer offered" };
    app.done(format!("Words and names of these minutes {now} while you type."));
}

pub(super) fn toggle_audience(app: &mut App) {
    if let Some(draft) = &mut app.state.draft {
        draft.pages.audience = match draft.pages.audience {
            Audience::Public => Audience::Members,
            Audience::Members => Audience::Public,
        };
        // What was shown is another audience's.
        draft.pages.frame = None;
        draft.pages.pictures.clear();
    }
}

pub(super) fn cycle_theme(app: &mut App) {
    set(app, |view| {
        view.theme = match view.theme {
            ThemeChoice::System => ThemeChoice::Light,
            ThemeChoice::Light => ThemeChoice::Dark,
            ThemeChoice::Dark => ThemeChoice::System,
        };
    });
}

pub(super) fn zoom(app: &mut App, by: f32) {
    set_zoom(app, app.state.view.zoom * by);
}

pub(super) fn zoom_fit(app: &mut App) {
    set_zoom(app, 1.0);
}

fn set_zoom(app: &mut App, zoom: f32) {
    if zoom.is_finite() {
        set(app, |view| view.zoom = zoom.clamp(*ZOOMS.start(), *ZOOMS.end()));
    }
}

/// Changes how the window looks; what is remembered until the next day is written down later.
fn set(app: &mut App, change: impl FnOnce(&mut View)) {
    let remembered = |view: &View| {
        let shape = (view.preview_width, view.zoom, view.window, view.maximized);
        (view.theme, view.preview, view.offer_words, view.typing, shape)
    };
    let before = remembered(&app.state.view);
    change(&mut app.state.view);
    app.settings_changed |= before != remembered(&app.state.view);
}
