//! The names of files that the application proposes, and their endings.

use crate::model::{Audience, Minutes};
use std::path::{Path, PathBuf};

/// The ending of a draft.
pub const DRAFT_ENDING: &str = ".minutes.ron";

/// The ending of an export.
pub const EXPORT_ENDING: &str = ".pdf";

/// The name that a new draft gets: body and day.
pub(super) fn draft_name(minutes: &Minutes) -> String {
    let day = minutes.meeting.date;
    let body = fit(&minutes.house.body);
    let name = if body.is_empty() { format!("Minutes {day}") } else { format!("{body} {day}") };
    match minutes.record.revision {
        0 => name + DRAFT_ENDING,
        revision => format!("{name} revision {revision}{DRAFT_ENDING}"),
    }
}

/// The name of a new revision of a file: "Board 2016-09-15 revision 1.minutes.ron".
pub(super) fn revision_name(signed: &Path, revision: u32) -> String {
    let stem = stem(signed);
    let base = stem.rsplit_once(" revision ").filter(|(_, number)| number.parse::<u32>().is_ok());
    format!("{} revision {revision}{DRAFT_ENDING}", base.map_or(stem.as_str(), |(base, _)| base))
}

/// The name of an export beside a draft of this name.
pub(super) fn export_name(draft: &str, audience: Audience) -> String {
    let stem = draft.strip_suffix(DRAFT_ENDING).unwrap_or(draft);
    match audience {
        Audience::Public => format!("{stem}{EXPORT_ENDING}"),
        Audience::Members => format!("{stem} (members){EXPORT_ENDING}"),
    }
}

/// The name of a file without the ending of drafts.
pub(super) fn stem(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let lower = name.to_lowercase();
    let cut = [DRAFT_ENDING, ".ron"].iter().find(|ending| lower.ends_with(*ending)).map_or(0, |ending| ending.len());
    name.get(..name.len() - cut).unwrap_or(&name).to_owned()
}

/// The path with the ending, where it lacks it.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if name.to_lowercase().ends_with(ending) { path.to_path_buf() } else { path.with_file_name(name + ending) }
}

/// Text that every system takes as a file's name.
fn fit(text: &str) -> String {
    let kept = text.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { ' ' } else { c });
    let text: String = kept.collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(120).collect::<String>().trim_matches(['.', ' ']).to_owned()
}
