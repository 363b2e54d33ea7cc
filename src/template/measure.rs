use serde::{Deserialize, Serialize};

/// Points in a centimetre.
const POINTS_PER_CM: f32 = 72.0 / 2.54;

/// A length with its unit, as a style's file writes it: `Cm(2.54)`, `Pt(12)`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Length {
    /// Centimetres.
    Cm(f32),
    /// Points, 72 to the inch.
    Pt(f32),
}

impl Length {
    /// The length in points.
    pub fn points(self) -> f32 {
        match self {
            Length::Cm(cm) => cm * POINTS_PER_CM,
            Length::Pt(points) => points,
        }
    }
}

/// A bundled family of faces, by the name under which people know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum FontFamily {
    /// Liberation Sans, with Arial's metrics.
    LiberationSans,
    /// Liberation Serif, with Times New Roman's metrics.
    LiberationSerif,
}

impl FontFamily {
    const NAMES: [(&'static str, FontFamily); 2] =
        [("Liberation Sans", FontFamily::LiberationSans), ("Liberation Serif", FontFamily::LiberationSerif)];
}

impl TryFrom<String> for FontFamily {
    type Error = String;

    fn try_from(name: String) -> Result<FontFamily, String> {
        FontFamily::NAMES.iter().find(|(known, _)| *known == name).map(|(_, family)| *family).ok_or_else(|| {
            let known: Vec<_> = FontFamily::NAMES.iter().map(|(known, _)| format!("\"{known}\"")).collect();
            format!("the font \"{name}\" is not one of those bundled; use {}", known.join(" or "))
        })
    }
}

impl From<FontFamily> for String {
    fn from(family: FontFamily) -> String {
        let name = match family {
            FontFamily::LiberationSans => FontFamily::NAMES[0].0,
            FontFamily::LiberationSerif => FontFamily::NAMES[1].0,
        };
        name.to_owned()
    }
}

/// How lines stand between the margins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alignment {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
}

/// The weight and shape of a kind of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Weight {
    /// Set in bold.
    pub bold: bool,
    /// Set in italic.
    pub italic: bool,
}
