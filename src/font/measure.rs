use super::page;
use crate::frame::{Face, Family};
use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    string::StringId,
};
use std::sync::OnceLock;

/// What a face says of itself: all that a PDF's font descriptor needs (ISO 32000-1, table 122). Lengths are in the face's
/// own units, of which [`Metrics::units_per_em`] make the size at which it is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Metrics {
    /// The face's name in PostScript: "LiberationSans-Bold".
    pub postscript_name: String,
    /// The family's name: "Liberation Sans".
    pub family_name: String,
    /// How many units make the size.
    pub units_per_em: u16,
    /// How many glyphs there are.
    pub glyphs: u16,
    /// From the baseline up to where the face says that its letters end.
    pub ascent: f32,
    /// From the baseline down to where they end; negative.
    pub descent: f32,
    /// Height of the capitals.
    pub cap_height: f32,
    /// Height of the small letters.
    pub x_height: f32,
    /// The box around all glyphs: left, bottom, right, top.
    pub bbox: [f32; 4],
    /// Degrees counter-clockwise from the vertical; negative where the letters lean to the right.
    pub italic_angle: f32,
    /// How heavy it is, from 100 to 900; 400 is regular.
    pub weight: f32,
}

/// A face, read once.
struct Read {
    font: Option<FontRef<'static>>,
    metrics: Metrics,
}

/// What a face says of itself.
pub fn metrics(face: Face) -> &'static Metrics {
    &read(face).metrics
}

/// Whether a face has a glyph for a character.
pub fn covers(face: Face, character: char) -> bool {
    glyph(face, character).is_some()
}

/// The number of a character's glyph in a face; none where the face lacks it.
pub fn glyph(face: Face, character: char) -> Option<u16> {
    let glyph = read(face).font.as_ref()?.charmap().map(character)?;
    u16::try_from(glyph.to_u32()).ok().filter(|&id| id != 0)
}

/// How far the pen moves on after a glyph, in the face's own units; 0 for a glyph that the face lacks.
pub fn advance(face: Face, glyph: u16) -> f32 {
    let Some(font) = read(face).font.as_ref() else { return 0.0 };
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    metrics.advance_width(GlyphId::from(glyph)).unwrap_or(0.0)
}

fn read(face: Face) -> &'static Read {
    static FACES: [OnceLock<Read>; 8] = [const { OnceLock::new() }; 8];
    let family = match face.family {
        Family::Sans => 0,
        Family::Serif => 4,
    };
    FACES[family + usize::from(face.bold) + 2 * usize::from(face.italic)].get_or_init(|| parse(page::bytes(face)))
}

fn parse(bytes: &'static [u8]) -> Read {
    let font = FontRef::new(bytes).ok();
    let metrics = font.as_ref().map(of).unwrap_or_else(nothing);
    Read { font, metrics }
}

fn of(font: &FontRef<'static>) -> Metrics {
    let read = font.metrics(Size::unscaled(), LocationRef::default());
    let bounds = read.bounds.unwrap_or_default();
    let name = |id| font.localized_strings(id).english_or_first().map(|name| name.to_string()).unwrap_or_default();
    Metrics {
        postscript_name: name(StringId::POSTSCRIPT_NAME),
        family_name: name(StringId::FAMILY_NAME),
        units_per_em: read.units_per_em.max(1),
        glyphs: read.glyph_count,
        ascent: read.ascent,
        descent: read.descent,
        cap_height: read.cap_height.unwrap_or(read.ascent),
        x_height: read.x_height.unwrap_or(read.ascent / 2.0),
        bbox: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
        italic_angle: read.italic_angle,
        weight: font.attributes().weight.value(),
    }
}

/// For a file that is no font. The bundled ones are, which a test shows; this keeps the program from panicking if one is
/// exchanged for something else.
fn nothing() -> Metrics {
    Metrics {
        postscript_name: String::new(),
        family_name: String::new(),
        units_per_em: 1000,
        glyphs: 0,
        ascent: 0.0,
        descent: 0.0,
        cap_height: 0.0,
        x_height: 0.0,
        bbox: [0.0; 4],
        italic_angle: 0.0,
        weight: 400.0,
    }
}
