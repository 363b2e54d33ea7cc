use crate::{
    app::{About, App, Draft, SAMPLES, fresh::Fresh},
    edit::Session,
    format,
    model::{Date, Minutes, State},
    store::{self, Cause},
    template,
};
use std::path::Path;

/// Begins the minutes of a meeting from a body's template.
pub(super) fn begin(app: &mut App, style: &str, body: &str, date: Date, first: Option<u32>) {
    let Some(house) = app.state.library.style(style) else {
        return app.failed(format!("There is no house style “{style}”. Choose another, or put its files back."));
    };
    let Some(found) = house.bodies.iter().find(|known| known.name == body) else {
        return app.failed(format!("The house style “{style}” knows no body “{body}”. Choose another."));
    };
    let empty = Minutes::default();
    let mut fresh = Fresh::new(&mut *app.env.ids, &empty);
    let minutes = template::begin(house, found, date, first, &mut || fresh.id());
    app.state.begun = Some((style.to_owned(), body.to_owned()));
    app.settings_changed = true;
    app.show(Draft::new(Session::begun(minutes), None));
}

/// Opens a draft.
pub(super) fn draft(app: &mut App, path: &Path) {
    match store::open(path) {
        Ok(minutes) => {
            let signed = minutes.record.state() == State::Signed;
            app.remember(path, &minutes);
            app.show(Draft::new(Session::opened(minutes), Some(path.to_path_buf())));
            if signed {
                app.done("These minutes are signed and are only read. Begin a new revision to change them.");
            }
        }
        Err(error) => {
            if matches!(error.cause, Cause::NotFound) {
                app.forget(path);
            }
            app.failed_in(About::Opening, format!("The draft was not opened. {error}."));
        }
    }
}

/// Opens a sample as a copy that has no file yet.
pub(super) fn sample(app: &mut App, number: usize) {
    let Some(sample) = SAMPLES.get(number) else { return };
    match format::read(sample.text.as_bytes()) {
        Ok(minutes) => app.show(Draft::new(Session::opened(minutes), None)),
        Err(error) => app.failed(format!("The sample “{}” was not opened. {error}.", sample.title)),
    }
}
