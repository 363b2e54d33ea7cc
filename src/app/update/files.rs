use super::{leave, saving, versions};
use crate::{
    app::{
        About, App, CompareWith, Dialog, Effect, FileCommand, Leave, PathFor, Pending,
        available::SHARED,
        names::{DRAFT_ENDING, EXPORT_ENDING, export_name, with_ending},
    },
    compose,
    model::Audience,
};
use std::path::{Path, PathBuf};

pub(super) fn run(app: &mut App, command: FileCommand) {
    match command {
        FileCommand::New { style, body, date } => leave::ask(app, Leave::Begin { style, body, date, first: None }),
        FileCommand::Open(path) => leave::ask(app, Leave::Open(path)),
        FileCommand::OpenSample(number) => leave::ask(app, Leave::Sample(number)),
        FileCommand::TakeUp(key) => leave::ask(app, Leave::TakeUp(key)),
        FileCommand::ThrowAway(key) => app.ask_to_throw_away(key),
        FileCommand::LookAtBack => {
            versions::open(app);
            app.state.versions.with = CompareWith::Before;
        }
        FileCommand::SeenBack => {
            if let Some(draft) = &mut app.state.draft {
                draft.brought_back = None;
            }
        }
        FileCommand::SaveTo(path) => chosen(app, PathFor::Save, path),
        FileCommand::ExportTo { path, audience } => chosen(app, PathFor::Export(audience), path),
        FileCommand::NoDialog(effect) => type_path(app, effect),
        FileCommand::CancelExport => app.cancel_export(),
        FileCommand::CloseRequested => leave::ask(app, Leave::Quit),
    }
}

pub(super) fn ask_open(app: &mut App) {
    let folder = app.folder();
    app.effects.push(Effect::PickOpen { folder });
}

pub(super) fn save(app: &mut App) {
    if app.state.draft.as_ref().is_some_and(|draft| draft.shared.only_reads()) {
        // A key that does nothing would leave the clerk in doubt.
        return app.failed_in(About::Saving, SHARED);
    }
    match app.state.draft.as_ref().and_then(|draft| draft.path.clone()) {
        Some(path) => write(app, PathFor::Save, &path),
        None => ask_save(app),
    }
}

pub(super) fn ask_save(app: &mut App) {
    let Some(draft) = &app.state.draft else { return };
    let name = draft.file_name();
    let proposed = app.folder().unwrap_or_default().join(name);
    app.effects.push(Effect::PickSave { proposed });
}

pub(super) fn ask_export(app: &mut App, audience: Audience) {
    let Some(draft) = &app.state.draft else { return };
    let minutes = draft.session.minutes();
    let house = app.state.library.style(&minutes.house.style);
    let name = house.map_or_else(
        || export_name(&draft.file_name(), audience),
        |style| compose::file_name(minutes, style, audience),
    );
    let proposed = app.folder().unwrap_or_default().join(name);
    app.effects.push(Effect::PickExport { proposed, audience });
}

/// The system has no file dialog: a path is typed.
fn type_path(app: &mut App, effect: Effect) {
    let (title, button, to, proposed) = match effect {
        Effect::PickOpen { folder } => ("Open which draft?", "Open", PathFor::Open, folder.unwrap_or_default()),
        Effect::PickSave { proposed } => ("Save the draft where?", "Save", PathFor::Save, proposed),
        Effect::PickExport { proposed, audience: Audience::Public } => {
            ("Export for the public where?", "Export", PathFor::Export(Audience::Public), proposed)
        }
        Effect::PickExport { proposed, audience: Audience::Members } => {
            ("Export for members where?", "Export", PathFor::Export(Audience::Members), proposed)
        }
        Effect::NextPanel | Effect::Strike(..) | Effect::CopyText(_) | Effect::Close | Effect::Repaint => return,
    };
    let then = match app.pending.take() {
        Some(Pending::LeaveOnceSaved(leave)) => Some(leave),
        _ => None,
    };
    let folder = match to {
        PathFor::Open => proposed.clone(),
        PathFor::Save | PathFor::Export(_) => proposed.parent().map(Path::to_path_buf).unwrap_or_default(),
    };
    // A folder is nothing to open: what is typed begins in it.
    let proposed = if to == PathFor::Open { PathBuf::new() } else { proposed };
    app.state.dialog = Some(Dialog::Path { title: title.to_owned(), button, folder: folder.clone(), proposed });
    app.pending = Some(Pending::Typing { to, folder, then });
}

/// A path that was chosen in the system's dialog, which asked already whether a file there is to be overwritten.
fn chosen(app: &mut App, to: PathFor, path: PathBuf) {
    if with_ending(&path, ending(to)) == path { write(app, to, &path) } else { write_unless_there(app, to, path) }
}

/// Writes to a path after asking, where a file is there already.
pub(super) fn write_unless_there(app: &mut App, to: PathFor, path: PathBuf) {
    let path = with_ending(&path, ending(to));
    let own = app.state.draft.as_ref().and_then(|draft| draft.path.as_deref()) == Some(&path);
    if !path.exists() || own && to == PathFor::Save {
        return write(app, to, &path);
    }
    let then = match app.pending.take() {
        Some(Pending::LeaveOnceSaved(leave)) => Some(leave),
        _ => None,
    };
    app.state.dialog = Some(Dialog::Confirm {
        title: "Overwrite the file?".to_owned(),
        text: format!("{} is there already. What it holds would be lost.", path.display()),
        button: "Overwrite".to_owned(),
    });
    app.pending = Some(Pending::Overwrite { to, path, then });
}

fn ending(to: PathFor) -> &'static str {
    match to {
        PathFor::Open | PathFor::Save => DRAFT_ENDING,
        PathFor::Export(_) => EXPORT_ENDING,
    }
}

/// Writes the draft or its export to a file.
pub(super) fn write(app: &mut App, to: PathFor, path: &Path) {
    match to {
        PathFor::Open => leave::ask(app, Leave::Open(path.to_path_buf())),
        PathFor::Save => saving::save(app, path),
        PathFor::Export(audience) => app.export(path, audience),
    }
}
