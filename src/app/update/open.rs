use crate::{
    app::{About, App, Draft, SAMPLES, fresh::Fresh, stem, tasks::Opening},
    edit::Session,
    format,
    model::{Date, Minutes},
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
    match store::open_filed_on(&*app.env.disk, path) {
        Ok((minutes, digest)) => {
            app.remember(path, &minutes);
            app.open_kept(Opening { draft: 0, path: path.to_path_buf(), minutes, digest }, stem(path));
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
