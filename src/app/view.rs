use std::ops::Range;

/// How the window looks.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Whether the pages are shown.
    pub preview: bool,
    /// The width of their panel, in points.
    pub preview_width: f32,
    /// How large they are: 1 is as wide as their panel.
    pub zoom: f32,
    /// The colours.
    pub theme: ThemeChoice,
    /// The pages in view, from 0.
    pub in_view: Range<usize>,
    /// Pixels for each point of the page.
    pub pixels_per_point: f32,
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
