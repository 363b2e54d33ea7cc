//! What is said where no window opens.

use super::{Status, args::show_help};
use std::path::{Path, PathBuf};

/// What the window needs of a Debian system, by package, each with a file that it brings.
const NEEDED: &[(&str, &str)] = &[
    ("libx11-6", "libX11.so.6"),
    ("libx11-xcb1", "libX11-xcb.so.1"),
    ("libxcursor1", "libXcursor.so.1"),
    ("libxi6", "libXi.so.6"),
    ("libxkbcommon0", "libxkbcommon.so.0"),
    ("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    ("libgl1", "libGL.so.1"),
    ("libgl1-mesa-dri", "dri"),
];

/// Says why no window could be opened, which packages are missing, and how to go on without one.
pub fn no_window(reason: &str) -> Status {
    eprintln!("minutebook: no window could be opened: {}.", in_plain_words(reason));
    for line in remedies(std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some()) {
        eprintln!("{line}");
    }
    Status::NoWindow
}

/// The reason without what only the program's makers understand: which error of which library, at which line.
fn in_plain_words(reason: &str) -> &str {
    let last = reason
        .rsplit_once(".rs:")
        .map_or(reason, |(_, behind)| behind.split_once(": ").map_or(behind, |(_, words)| words));
    last.trim_end_matches('.')
}

fn remedies(has_display: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if cfg!(target_os = "linux") {
        let folders = library_folders();
        let missing = missing(&folders);
        if !missing.is_empty() {
            lines.push(format!("Missing packages; on Debian or Ubuntu: apt install {}", missing.join(" ")));
        }
        if !has_display {
            lines.push("There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.".to_owned());
        }
        if missing.is_empty() && has_display {
            let all: Vec<_> = NEEDED.iter().map(|(package, _)| *package).collect();
            lines.push(format!("On Debian or Ubuntu the window needs: {}", all.join(" ")));
        }
    }
    lines.push("Without a window: minutebook export DRAFT.minutes.ron (minutebook --help says more).".to_owned());
    lines
}

fn missing(folders: &[PathBuf]) -> Vec<&'static str> {
    let is_there = |file: &str| folders.iter().any(|folder| folder.join(file).exists());
    NEEDED.iter().filter(|(_, file)| !is_there(file)).map(|(package, _)| *package).collect()
}

/// The folders in which a Linux system keeps its libraries.
fn library_folders() -> Vec<PathBuf> {
    let roots = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib"];
    let below = |root: &Path| {
        let entries = std::fs::read_dir(root).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.to_string_lossy().contains("linux-gnu"))
    };
    roots.iter().map(Path::new).flat_map(|root| below(root).chain([root.to_path_buf()])).collect()
}

/// Says that this build has no window.
pub fn built_without_window() -> Status {
    show_help();
    eprintln!("\nminutebook: this program was built without a window. Use one of the verbs above.");
    Status::Usage
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_names_no_source_file() {
        let reason = "winit EventLoopError: os error at /a/b/mod.rs:765: neither DISPLAY nor WAYLAND_DISPLAY is set.";
        assert_eq!(in_plain_words(reason), "neither DISPLAY nor WAYLAND_DISPLAY is set");
        assert_eq!(in_plain_words("libGL is missing."), "libGL is missing");
    }

    #[test]
    fn a_system_without_libraries_is_told_every_package_and_how_to_go_on() {
        assert_eq!(missing(&[]).len(), NEEDED.len());
        let lines = remedies(false);
        assert!(lines.iter().any(|line| line.contains("minutebook export")), "{lines:?}");
    }
}
