//! The system's own file dialogs.

use crate::{
    app::{Command, Effect, FileCommand},
    model::Audience,
};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// What asks the clerk for a file. The window asks the system; tests put their own answers in place.
pub trait FileDialogs: Send + Sync + 'static {
    /// Asks, and waits for the answer. It runs off the frame.
    fn ask(&self, question: &Question) -> Asked;
}

/// What a file is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// A draft to open.
    Open {
        /// The folder to begin in.
        folder: Option<PathBuf>,
    },
    /// Where to save a draft.
    Save {
        /// What is proposed.
        proposed: PathBuf,
    },
    /// Where to export a PDF.
    Export {
        /// What is proposed.
        proposed: PathBuf,
        /// For whom it is.
        audience: Audience,
    },
}

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A file was chosen.
    Chosen(PathBuf),
    /// The clerk thought better of it.
    Cancelled,
    /// The system has no file dialog.
    Unavailable,
}

impl Question {
    /// The question that an effect asks; none where it asks for no file.
    pub fn of(effect: &Effect) -> Option<Question> {
        match effect {
            Effect::PickOpen { folder } => Some(Question::Open { folder: folder.clone() }),
            Effect::PickSave { proposed } => Some(Question::Save { proposed: proposed.clone() }),
            Effect::PickExport { proposed, audience } => {
                Some(Question::Export { proposed: proposed.clone(), audience: *audience })
            }
            Effect::NextPanel | Effect::Strike(..) | Effect::CopyText(_) | Effect::Close | Effect::Repaint => None,
        }
    }

    /// The command that tells the application what came of it; none where the clerk thought better of it.
    pub fn answered(self, asked: Asked) -> Option<Command> {
        let command = match (asked, self) {
            (Asked::Cancelled, _) => return None,
            (Asked::Chosen(path), Question::Open { .. }) => FileCommand::Open(path),
            (Asked::Chosen(path), Question::Save { .. }) => FileCommand::SaveTo(path),
            (Asked::Chosen(path), Question::Export { audience, .. }) => FileCommand::ExportTo { path, audience },
            (Asked::Unavailable, question) => FileCommand::NoDialog(question.effect()),
        };
        Some(Command::File(command))
    }

    fn effect(self) -> Effect {
        match self {
            Question::Open { folder } => Effect::PickOpen { folder },
            Question::Save { proposed } => Effect::PickSave { proposed },
            Question::Export { proposed, audience } => Effect::PickExport { proposed, audience },
        }
    }
}

/// The system's dialogs: the desktop's portal or zenity on Linux, the native ones elsewhere.
pub struct SystemDialogs;

/// No hand is as quick as this: a dialog that is gone by then was never shown.
const NEVER_SHOWN: Duration = Duration::from_millis(120);

impl FileDialogs for SystemDialogs {
    fn ask(&self, question: &Question) -> Asked {
        if !is_available() {
            return Asked::Unavailable;
        }
        let began = Instant::now();
        match (show(question), began.elapsed() < NEVER_SHOWN) {
            (Some(path), _) => Asked::Chosen(path),
            (None, false) => Asked::Cancelled,
            (None, true) => Asked::Unavailable,
        }
    }
}

fn show(question: &Question) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new();
    match question {
        Question::Open { folder } => {
            let dialog = dialog.set_title("Open minutes").add_filter("Minutes", &["ron"]);
            match folder {
                Some(folder) => dialog.set_directory(folder).pick_file(),
                None => dialog.pick_file(),
            }
        }
        Question::Save { proposed } => {
            at(dialog.set_title("Save minutes").add_filter("Minutes", &["ron"]), proposed).save_file()
        }
        Question::Export { proposed, .. } => {
            at(dialog.set_title("Export minutes").add_filter("PDF", &["pdf"]), proposed).save_file()
        }
    }
}

fn at(dialog: rfd::FileDialog, proposed: &Path) -> rfd::FileDialog {
    let dialog = match proposed.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    };
    match proposed.file_name() {
        Some(name) => dialog.set_file_name(name.to_string_lossy()),
        None => dialog,
    }
}

/// Whether there is anything that could show a dialog. On Linux without a portal and without zenity there is not, and
/// asking would look as if the clerk had cancelled.
#[cfg(target_os = "linux")]
fn is_available() -> bool {
    let is_file = |folder: PathBuf, name: &str| folder.join(name).is_file();
    let folders = |variable: &str, default: &str| -> Vec<PathBuf> {
        let value = std::env::var_os(variable).filter(|value| !value.is_empty()).unwrap_or_else(|| default.into());
        std::env::split_paths(&value).collect()
    };
    let zenity = folders("PATH", "/usr/bin").into_iter().any(|folder| is_file(folder, "zenity"));
    let bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| PathBuf::from(folder).join("bus").exists());
    let service = "dbus-1/services/org.freedesktop.portal.Desktop.service";
    let portal = || folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share").into_iter().any(|f| is_file(f, service));
    zenity || (bus && portal())
}

#[cfg(not(target_os = "linux"))]
fn is_available() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_becomes_the_command_that_the_question_waits_for() {
        let path = PathBuf::from("minutes.pdf");
        let export = Effect::PickExport { proposed: path.clone(), audience: Audience::Members };
        let question = Question::of(&export).expect("a question");
        assert_eq!(question.clone().answered(Asked::Cancelled), None);
        assert_eq!(
            question.clone().answered(Asked::Chosen(path.clone())),
            Some(Command::File(FileCommand::ExportTo { path, audience: Audience::Members }))
        );
        assert_eq!(question.answered(Asked::Unavailable), Some(Command::File(FileCommand::NoDialog(export))));
        assert_eq!(Question::of(&Effect::Close), None);
    }
}
