//! Who may know whom: the table that `ARCHITECTURE.md` explains.

/// What a room may import from others, directly.
pub struct Room {
    /// The folder below `src`, or the file `main`.
    pub name: &'static str,
    /// The rooms that it may name.
    pub may_import: &'static [&'static str],
}

const fn room(name: &'static str, may_import: &'static [&'static str]) -> Room {
    Room { name, may_import }
}

/// Every room of the house, from the top down.
pub const TABLE: &[Room] = &[
    room("main", &["cli", "ui", "app"]),
    room("cli", &["app"]),
    room("ui", &["app", "model", "frame", "font"]),
    room(
        "app",
        &[
            "check", "compose", "layout", "pdf", "preview", "store", "template", "format", "edit", "intake", "font",
            "frame", "model",
        ],
    ),
    room("check", &["model", "template"]),
    room("compose", &["model", "template", "frame"]),
    room("layout", &["frame", "font"]),
    room("pdf", &["frame", "font"]),
    room("store", &["format", "model"]),
    room("template", &["format", "model"]),
    room("format", &["edit", "model"]),
    room("edit", &["model"]),
    room("intake", &["model"]),
    room("preview", &[]),
    room("font", &["frame"]), // the faces by their names
    room("frame", &[]),
    room("model", &[]),
];

/// Libraries that are kept to some rooms, so that each can be replaced where it stands: the library, and its rooms.
pub const LIBRARIES: &[(&str, &[&str])] = &[
    ("egui", &["ui"]),
    ("eframe", &["ui", "main"]),
    ("rfd", &["ui", "main"]),
    ("clap", &["cli", "main"]),
    ("parley", &["layout"]),
    ("printpdf", &["pdf"]),
    ("lopdf", &["pdf"]),
    ("hayro", &["preview"]),
    ("rustix", &["store"]),
    ("sha2", &["format"]),
    ("crc32fast", &["format"]),
    ("spellbook", &["check"]),
    ("html5ever", &["intake"]),
    ("arboard", &["app"]),
];

/// The folders at the top of the repository, beside hidden ones and what cargo builds.
pub const FOLDERS: &[&str] = &["assets", "packaging", "src", "templates", "tests"];

/// The most lines that a file may have.
pub const MOST_LINES: usize = 600;
