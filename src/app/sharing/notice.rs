use super::shared::{Access, Outside};
use crate::{
    app::{Action, Command, Draft, FileCommand, SharingCommand},
    store::Holder,
};
use std::path::Path;

/// The most copies for which there is a button.
const MOST: usize = 3;

/// A line above the form: something about the draft that other people or programs did, and what can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it is, as sentences.
    pub text: String,
    /// Whether something is wrong.
    pub is_trouble: bool,
    /// What the clerk can choose, with what the buttons say.
    pub choices: Vec<(String, Command)>,
}

/// What the clerk is to be told of other people and programs on the draft that is open.
pub fn notices(draft: &Draft) -> Vec<Notice> {
    let Some(path) = &draft.path else { return Vec::new() };
    let unsaved = draft.session.is_dirty();
    let shared = &draft.shared;
    let access = access(&shared.access, unsaved).map(|notice| match &shared.unread {
        Some(why) => Notice { text: format!("{} {why}", notice.text), is_trouble: true, ..notice },
        None => notice,
    });
    // Whoever reads is shown what the file holds; what becomes of it is for the one who writes.
    let of_file = (!shared.only_reads()).then(|| outside(&shared.outside, path, unsaved)).flatten();
    [access, of_file, copies(&shared.copies)].into_iter().flatten().collect()
}

fn access(access: &Access, unsaved: bool) -> Option<Notice> {
    let kept = if unsaved {
        " What you typed here is not in the file; it is kept on this machine. Save it under another name."
    } else {
        ""
    };
    let save_as = || unsaved.then(save_elsewhere);
    let of_text = |notice: Notice| Notice { is_trouble: unsaved, ..notice };
    match access {
        Access::Writing => None,
        Access::Unlocked(why) => {
            Some(plain(format!("Other people are not told that you have these minutes open. {why}."), []))
        }
        Access::Opening => Some(plain("These minutes are being opened for writing.".to_owned(), [])),
        Access::Reading { holder, stale: false } => {
            let text = format!(
                "{} has these minutes open, so they are only read here. They open for writing by themselves once {} closed there.{kept}",
                begins(holder),
                "they are"
            );
            Some(of_text(plain(text, save_as())))
        }
        Access::Reading { holder, stale: true } => {
            let text = format!(
                "{} had these minutes open, and nothing was heard of that machine for 20 seconds. If nobody writes them there any more, take them over.{kept}",
                begins(holder)
            );
            let take = ("Take over".to_owned(), Command::Sharing(SharingCommand::TakeOver));
            Some(of_text(plain(text, [Some(take), save_as()].into_iter().flatten())))
        }
    }
}

fn outside(outside: &Outside, path: &Path, unsaved: bool) -> Option<Notice> {
    let kept = if unsaved {
        "What you typed is kept on this machine meanwhile"
    } else {
        "What you type is kept on this machine meanwhile"
    };
    let name = name_of(path);
    let notice = match outside {
        Outside::AsKnown => return None,
        Outside::ReadOnly => trouble(
            format!(
                "“{name}” may only be read. {kept}, and goes into the file by itself once it may be written again."
            ),
            [save_elsewhere()],
        ),
        Outside::Changed => trouble(
            format!(
                "Somebody else, or another program, has changed “{name}” since it was opened here. Nothing is written over that until you choose. Both texts are kept as earlier versions."
            ),
            [
                ("Keep mine".to_owned(), Command::Sharing(SharingCommand::KeepMine)),
                ("Take theirs".to_owned(), Command::Sharing(SharingCommand::TakeTheirs)),
                save_elsewhere(),
            ],
        ),
        Outside::Renamed(new) => trouble(
            format!("Somebody renamed “{name}”: it is called “{}” now. {kept}.", name_of(new)),
            [
                ("Go on there".to_owned(), Command::Sharing(SharingCommand::GoOnAt(new.clone()))),
                (format!("Save as “{name}” again"), Command::Do(Action::Save)),
            ],
        ),
        Outside::Gone => trouble(
            format!("Somebody removed “{name}” from its folder. {kept}."),
            [("Save it again".to_owned(), Command::Do(Action::Save)), save_elsewhere()],
        ),
        Outside::FolderGone => trouble(
            format!(
                "The folder of “{name}” is gone, or its drive cannot be reached. {kept}, and goes into the file by itself once the folder is back."
            ),
            [save_elsewhere()],
        ),
        Outside::NoFile => {
            trouble(format!("Something else is called “{name}” now, and it is not a file. {kept}."), [save_elsewhere()])
        }
        Outside::Unreachable(why) => trouble(
            format!("“{name}” cannot be looked at: {why}. {kept}, and goes into the file by itself once that is over."),
            [save_elsewhere()],
        ),
    };
    Some(notice)
}

fn copies(copies: &[std::path::PathBuf]) -> Option<Notice> {
    let text = match copies {
        [] => return None,
        [copy] => format!(
            "Beside this file lies a copy that was made because two people wrote at once: “{}”. Open it to see what is missing here.",
            name_of(copy)
        ),
        several => format!(
            "Beside this file lie {} copies that were made because two people wrote at once. Open them to see what is missing here.",
            several.len()
        ),
    };
    let label = |copy: &Path| {
        if copies.len() == 1 { "Open the copy".to_owned() } else { format!("Open “{}”", name_of(copy)) }
    };
    let open = copies.iter().take(MOST).map(|copy| (label(copy), Command::File(FileCommand::Open(copy.clone()))));
    let put_away = ("Put away".to_owned(), Command::Sharing(SharingCommand::PutAwayCopies));
    Some(plain(text, open.chain([put_away])))
}

fn plain(text: String, choices: impl IntoIterator<Item = (String, Command)>) -> Notice {
    Notice { text, is_trouble: false, choices: choices.into_iter().collect() }
}

fn trouble(text: String, choices: impl IntoIterator<Item = (String, Command)>) -> Notice {
    Notice { is_trouble: true, ..plain(text, choices) }
}

fn save_elsewhere() -> (String, Command) {
    ("Save as\u{2026}".to_owned(), Command::Do(Action::SaveAs))
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Somebody at the beginning of a sentence.
pub(super) fn begins(holder: &Holder) -> String {
    let name = holder.to_string();
    if holder.clerk.is_empty() { name.replacen('s', "S", 1) } else { name }
}
