use super::error::StoreError;
use super::state::{self, Loaded};
use serde::{Deserialize, Serialize};
use std::path::Path;

const NAME: &str = "settings.ron";
const COMMENT: &str = "How the window of Minutebook was left.";

/// The widths of the preview that make sense on any screen, in points.
const WIDTHS: std::ops::RangeInclusive<u32> = 160..=4_000;

/// How the window was left. Fields that this program does not know are passed over, so that an older one can run beside
/// a newer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Whether the pages are shown.
    pub preview: bool,
    /// How wide the pages are shown, in points; none for what fits.
    pub preview_width: Option<u32>,
    /// The house style in which the last draft was begun.
    pub style: Option<String>,
    /// The body for which the last draft was begun.
    pub body: Option<String>,
}

/// The colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { theme: Theme::default(), preview: true, preview_width: None, style: None, body: None }
    }
}

impl Settings {
    /// Reads the settings from the state folder.
    pub fn load(folder: &Path) -> Loaded<Settings> {
        let mut loaded: Loaded<Settings> = state::load(folder, NAME);
        let width = &mut loaded.value.preview_width;
        *width = width.map(|width| width.clamp(*WIDTHS.start(), *WIDTHS.end()));
        loaded
    }

    /// Writes the settings to the state folder.
    pub fn save(&self, folder: &Path) -> Result<(), StoreError> {
        state::write_ron(folder, NAME, COMMENT, self)
    }
}
