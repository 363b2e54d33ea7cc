use super::error::StoreError;
use super::state::{self, Loaded};
use super::versions::KeepVersions;
use serde::{Deserialize, Serialize};
use std::path::Path;

const NAME: &str = "settings.ron";
const COMMENT: &str = "How the window of Minutebook was left.";

/// The widths of the preview that make sense on any screen, in points.
const WIDTHS: std::ops::RangeInclusive<u32> = 160..=4_000;

/// The sizes of a page that make sense, in hundredths of the width of its panel.
const ZOOMS: std::ops::RangeInclusive<u32> = 25..=400;

/// The widths and heights of the window, in points. One that is larger than the screen is brought within it as it opens.
const SIZES: std::ops::RangeInclusive<u32> = 320..=16_000;

/// How the window was left. Fields that this program does not know are passed over, so that an older one can run beside
/// a newer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Whether the pages are shown.
    pub preview: bool,
    /// Whether words that may be misspelt are marked.
    pub spelling: bool,
    /// Whether words and names are offered while the clerk types.
    pub words: bool,
    /// Whether "- " and the like begin a list.
    pub lists: bool,
    /// Whether the letters of an ordinal are raised.
    pub ordinals: bool,
    /// Whether quotation marks and dashes become typographic; none for as each house asks.
    pub signs: Option<bool>,
    /// How wide the pages are shown, in points; none for what fits.
    pub preview_width: Option<u32>,
    /// How large they are, in hundredths of the width of their panel.
    pub zoom: u32,
    /// The width and the height of the window, in points, while it does not fill the screen; none where it never did not.
    pub window: Option<(u32, u32)>,
    /// Whether the window fills the screen.
    pub maximized: bool,
    /// How long automatic versions of a draft are kept.
    pub versions: KeepVersions,
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
        Settings {
            theme: Theme::default(),
            preview: true,
            spelling: true,
            words: true,
            lists: true,
            ordinals: true,
            signs: None,
            preview_width: None,
            zoom: 100,
            window: None,
            maximized: true,
            versions: KeepVersions::default(),
            style: None,
            body: None,
        }
    }
}

impl Settings {
    /// Reads the settings from the state folder.
    pub fn load(folder: &Path) -> Loaded<Settings> {
        let mut loaded: Loaded<Settings> = state::load(folder, NAME);
        let within = |value: u32, bounds: std::ops::RangeInclusive<u32>| value.clamp(*bounds.start(), *bounds.end());
        let Settings { preview_width, zoom, window, .. } = &mut loaded.value;
        *preview_width = preview_width.map(|width| within(width, WIDTHS));
        *zoom = within(*zoom, ZOOMS);
        *window = window.map(|(width, height)| (within(width, SIZES), within(height, SIZES)));
        loaded
    }

    /// Writes the settings to the state folder.
    pub fn save(&self, folder: &Path) -> Result<(), StoreError> {
        state::write_ron(folder, NAME, COMMENT, self)
    }
}
