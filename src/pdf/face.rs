//! What a PDF says of a face: its name and its measures, in thousandths of an em (ISO 32000-1, 9.8).

use crate::{font, frame::Face};

/// The measures of a face.
pub struct FaceMetrics {
    /// How far it reaches above the baseline.
    pub ascent: i16,
    /// How far it reaches below the baseline; negative.
    pub descent: i16,
    /// The height of its capitals.
    pub cap_height: i16,
    /// Left, bottom, right and top of the box that holds all its glyphs.
    pub bounds: [i16; 4],
    /// Degrees counter-clockwise from the vertical; negative where it leans to the right.
    pub italic_angle: f32,
    /// How heavy it is, from 100 to 900.
    pub weight: u16,
}

impl FaceMetrics {
    /// The measures of a bundled face.
    pub fn of(face: Face) -> Self {
        let metrics = font::metrics(face);
        let thousandths = |value: f32| thousandths(face, value) as i16;
        Self {
            ascent: thousandths(metrics.ascent),
            descent: thousandths(metrics.descent),
            cap_height: thousandths(metrics.cap_height),
            bounds: metrics.bbox.map(thousandths),
            italic_angle: metrics.italic_angle,
            weight: metrics.weight as u16,
        }
    }
}

/// How far the pen moves on after a glyph, in thousandths of the size.
pub fn width(face: Face, glyph: u16) -> u16 {
    thousandths(face, font::advance(face, glyph)) as u16
}

/// The PostScript name of a face.
pub fn postscript_name(face: Face) -> &'static str {
    &font::metrics(face).postscript_name
}

/// A number of its own for each face, for names of resources.
pub fn ordinal(face: Face) -> u8 {
    font::ALL.iter().position(|other| *other == face).and_then(|place| u8::try_from(place).ok()).unwrap_or_default()
}

fn thousandths(face: Face, value: f32) -> f32 {
    (value * 1000.0 / f32::from(font::metrics(face).units_per_em)).round()
}
