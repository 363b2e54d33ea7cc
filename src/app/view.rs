use super::Typing;
use crate::model::Id;
use std::{collections::HashSet, ops::Range};

/// How the window looks.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Whether the pages are shown.
    pub preview: bool,
    /// Whether words that may be misspelt are marked.
    pub spelling: bool,
    /// Whether words and names that the draft has already are offered while the clerk types.
    pub offer_words: bool,
    /// What is done by itself while the clerk types.
    pub typing: Typing,
    /// The width of their panel, in points.
    pub preview_width: f32,
    /// How large they are: 1 is as wide as their panel.
    pub zoom: f32,
    /// The width and the height of the window while it does not fill the screen, in points; none where it never did not.
    pub window: Option<(f32, f32)>,
    /// Whether the window fills the screen.
    pub maximized: bool,
    /// The colours.
    pub theme: ThemeChoice,
    /// The pages in view, from 0.
    pub in_view: Range<usize>,
    /// Pixels for each point of the page.
    pub pixels_per_point: f32,
    /// The items whose rough notes are open.
    pub open_notes: HashSet<Id>,
}

impl Default for View {
    fn default() -> Self {
        View {
            preview: true,
            spelling: true,
            offer_words: true,
            typing: Typing::default(),
            preview_width: 520.0,
            zoom: 1.0,
            window: None,
            maximized: true,
            theme: ThemeChoice::default(),
            in_view: 0..1,
            pixels_per_point: 1.5,
            open_notes: HashSet::new(),
        }
    }
}

/// Which colours the window uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}
