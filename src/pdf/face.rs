//! What a PDF says of a face: its name and its measures, in thousandths of an em.

use crate::{
    font,
    frame::{Face, Family},
};
use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};

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
    em: f32,
    advances: Option<GlyphMetrics<'static>>,
}

impl FaceMetrics {
    /// Reads the measures of a bundled face.
    pub fn of(face: Face) -> Self {
        let font = FontRef::new(font::bytes(face)).ok();
        let unscaled = (Size::unscaled(), LocationRef::default());
        let metrics = font.as_ref().map(|f| f.metrics(unscaled.0, unscaled.1)).unwrap_or_default();
        let em = f32::from(metrics.units_per_em.max(1));
        let thousandths = |value: f32| (value * 1000.0 / em).round() as i16;
        let bounds = metrics.bounds.map(|b| [b.x_min, b.y_min, b.x_max, b.y_max]).unwrap_or_default();
        Self {
            ascent: thousandths(metrics.ascent),
            descent: thousandths(metrics.descent),
            cap_height: thousandths(metrics.cap_height.unwrap_or(metrics.ascent)),
            bounds: bounds.map(thousandths),
            italic_angle: metrics.italic_angle,
            em,
            advances: font.map(|f| f.glyph_metrics(unscaled.0, unscaled.1)),
        }
    }

    /// How far the pen moves on after a glyph.
    pub fn width(&self, glyph: u16) -> u16 {
        let advance = self.advances.as_ref().and_then(|a| a.advance_width(GlyphId::from(glyph)));
        (advance.unwrap_or(0.0) * 1000.0 / self.em).round() as u16
    }
}

/// The PostScript name of a face.
pub fn postscript_name(face: Face) -> String {
    let family = match face.family {
        Family::Sans => "LiberationSans",
        Family::Serif => "LiberationSerif",
    };
    let style = match (face.bold, face.italic) {
        (false, false) => "",
        (true, false) => "-Bold",
        (false, true) => "-Italic",
        (true, true) => "-BoldItalic",
    };
    format!("{family}{style}")
}

/// A number of its own for each face, for names of resources.
pub fn ordinal(face: Face) -> u8 {
    let family = match face.family {
        Family::Sans => 0,
        Family::Serif => 4,
    };
    family + u8::from(face.bold) * 2 + u8::from(face.italic)
}
